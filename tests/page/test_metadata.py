"""What markup says of a page, wherever and however badly it says it."""

from __future__ import annotations

import pytest

from kawat.nouns.article import Article, Page
from kawat.nouns.text import Span
from kawat.page import article
from kawat.page.authors import persons
from kawat.page.instants import instant

BODY = ("<article><h1>Norland and Sudland resume talks</h1><p>Envoys of Norland and Sudland met in the lakeside town of Estby on Wednesday "
        "for the first talks since March.</p><p>Both sides said that they would meet again within two weeks.</p></article>")
PLAIN = '"headline": "Norland and Sudland resume talks", "datePublished": "2031-04-02T09:30:00+02:00"'


def read(head: str, body: str = BODY, **given: str) -> Article:
    """The article of a page with this head."""
    html = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return article(Page(path="page.html", form="html", content=html.encode(), **given))


def ld(inside: str) -> str:
    """A script of JSON-LD."""
    return f'<script type="application/ld+json">{inside}</script>'


@pytest.mark.parametrize("script", [
    pytest.param(f'{{"@type": "NewsArticle", {PLAIN}}}', id="one node"),
    pytest.param(f'[{{"@type": "WebSite", "name": "The Wire"}}, {{"@type": "NewsArticle", {PLAIN}}}]', id="a list"),
    pytest.param(f'{{"@graph": [{{"@type": "WebPage", "datePublished": "2030-01-01"}}, '
                 f'{{"@type": ["Article", "NewsArticle"], {PLAIN}}}]}}', id="a graph"),
    pytest.param(f'{{"@type": "WebPage", "mainEntity": {{"@type": "https://schema.org/ReportageNewsArticle", {PLAIN}}}}}', id="nested"),
    pytest.param(f'{{"@type": "NewsArticle", "description": "one\ntwo", {PLAIN},}}', id="comma too many and a raw line break"),
    pytest.param(f'<!-- {{"@type": "NewsArticle", {PLAIN}}} -->', id="in a comment"),
    pytest.param(f'{{"@type": "ItemList", "itemListElement": [{{"@type": "NewsArticle", "datePublished": "2029-01-01"}}]}}'
                 f'</script><script type="application/ld+json">{{"@type": "NewsArticle", {PLAIN}}}', id="after a list of links"),
    pytest.param('{"@type": "NewsArticle", "headline": "Estmark votes", "datePublished": "2029-01-01"}'
                 f'</script><script type="application/ld+json">{{"@type": "NewsArticle", {PLAIN}}}', id="after another article"),
])
def test_json_ld_gives_the_instant_in_whatever_shape(script: str) -> None:
    """The page's own article is found in JSON-LD of any nesting, broken or not, and its instant keeps its offset."""
    found = read(ld(script))
    assert (found.published, found.published_basis) == ("2031-04-02T09:30:00+02:00", "jsonld")


@pytest.mark.parametrize(("head", "body", "published"), [
    pytest.param('<meta property="article:published_time" content="2031-04-02T09:30:00Z">', BODY, "2031-04-02T09:30:00+00:00", id="meta"),
    pytest.param('<meta itemprop="datePublished" content="2031-04-02T09:30:00+0700">', BODY, "2031-04-02T09:30:00+07:00", id="microdata"),
    pytest.param("", f'<time datetime="2031-04-02T09:30:00+07:00">today</time>{BODY}', "2031-04-02T09:30:00+07:00", id="time element"),
    pytest.param('<meta name="publishdate" content="2031/04/02 09:30:00">', BODY, "2031-04-02", id="a time without an offset is a day"),
    pytest.param(ld('{"@type": "NewsArticle", "datePublished": "2031-04-02"}'),
                 f'<time datetime="2031-04-02T09:30:00+07:00">x</time>{BODY}',
                 "2031-04-02T09:30:00+07:00", id="a later instant of the same day says more"),
])
def test_markup_gives_the_instant_where_json_ld_does_not(head: str, body: str, published: str) -> None:
    """Meta elements, microdata and `time` elements say when a page was published."""
    found = read(head, body)
    assert (found.published, found.published_basis) == (published, "markup")


def test_what_was_modified_is_not_published() -> None:
    """A page that only says when it was changed has no publication date."""
    found = read('<meta property="article:modified_time" content="2031-04-02T09:30:00Z">',
                 f'<time class="updated" datetime="2031-04-02T09:30:00Z">changed</time>{BODY}')
    assert (found.published, found.modified) == (None, "2031-04-02T09:30:00+00:00")


def test_a_given_date_stands_in_where_the_page_is_silent() -> None:
    """The user's date is used, and called the user's, only where the page says none."""
    assert (read("", date="2031-04-05").published, read("", date="2031-04-05").published_basis) == ("2031-04-05", "argument")
    said = read(ld(f'{{"@type": "NewsArticle", {PLAIN}}}'), date="2031-04-05")
    assert (said.published, said.published_basis) == ("2031-04-02T09:30:00+02:00", "jsonld")


@pytest.mark.parametrize(("author", "names"), [
    ('{"@type": "Person", "name": "Mira Olden"}', ("Mira Olden",)),
    ('[{"@type": "Person", "name": "Mira Olden"}, {"@type": "Person", "name": "Jon Falk"}]', ("Mira Olden", "Jon Falk")),
    ('[{"@type": "Person", "name": "Mira Olden"}, {"@type": "NewsMediaOrganization", "name": "Lake Courier"}]', ("Mira Olden",)),
    ('{"@type": "Person", "givenName": "Mira", "familyName": "Olden"}', ("Mira Olden",)),
    ('{"@type": "Person", "name": ["Mira Olden", "Jon Falk"]}', ("Mira Olden", "Jon Falk")),
    ('"By Mira Olden and Jon Falk"', ("Mira Olden", "Jon Falk")),
    ('{"@type": "Person", "name": "Reuters"}', ()),
    ('{"@type": "Person", "name": "Politics Desk"}', ()),
    ('{"@type": "Person", "name": "The Courier"}', ()),
])
def test_authors_are_people(author: str, names: tuple[str, ...]) -> None:
    """Agencies, desks and the outlet itself are no authors, whatever JSON-LD calls them."""
    head = ld(f'{{"@type": "NewsArticle", "publisher": {{"name": "The Courier"}}, "author": {author}, {PLAIN}}}')
    assert read(head).authors == names


@pytest.mark.parametrize(("written", "names"), [
    ("Oleh Rani Wulan dan Budi Santo", ("Rani Wulan", "Budi Santo")),
    ("Rani Wulan; Budi Santo", ("Rani Wulan", "Budi Santo")),
    ("Redaksi Kabar, Estby, Norland", ()),
    ("kabar.example, Estby, Norland", ()),
    ("rani-wulan", ()),
    ("https://example.org/rani", ()),
    ("Tim Olden", ("Tim Olden",)),
])
def test_a_byline_parts_into_names(written: str, names: tuple[str, ...]) -> None:
    """A byline gives its names without what opens and joins them, and nothing where it names a desk."""
    assert persons([written], frozenset()) == names


@pytest.mark.parametrize(("written", "read_as"), [
    ("2031-04-02T09:30:00.123Z", "2031-04-02T09:30:00+00:00"),
    ("2031-04-02 09:30 +0700", "2031-04-02T09:30:00+07:00"),
    ("Wed, 02 Apr 2031 09:30:00 +0700", "2031-04-02T09:30:00+07:00"),
    ("2031-04-02T09:30:00", "2031-04-02"),
    ("2031/4/2", "2031-04-02"),
    ("20310402", "2031-04-02"),
    ("2031-13-40", None),
    ("0001-01-01T00:00:00Z", None),
    ("yesterday", None),
    (None, None),
])
def test_an_instant_keeps_its_offset_and_a_day_stays_a_day(written: str | None, read_as: str | None) -> None:
    """Dates of markup become ISO 8601, never more exact than they were."""
    assert instant(written) == read_as


def test_the_title_is_the_headline_a_reader_sees() -> None:
    """Of several titles the one that a heading repeats wins, without the outlet's name behind it."""
    found = read('<title>Norland and Sudland resume talks - The Courier</title><meta property="og:site_name" content="The Courier">'
                 '<meta property="og:title" content="Talks, at last">')
    assert found.title is not None and (found.title.start, found.title.text) == (0, "Norland and Sudland resume talks")


def test_a_given_title_stands_in_where_the_page_has_none() -> None:
    """The title a line gives is used, without a place in the text, where the page has no other."""
    bare = BODY.replace("<h1>Norland and Sudland resume talks</h1>", "")
    assert read("", bare, title="Talks").title == Span(None, None, "Talks")
    assert read("", BODY, title="Talks").title == Span(0, 32, "Norland and Sudland resume talks")


def test_a_title_that_no_reader_sees_has_no_place() -> None:
    """A title that stands only in markup is a span without offsets, and not in the text."""
    found = read('<meta property="og:title" content="Talks at last">', BODY.replace("<h1>Norland and Sudland resume talks</h1>", ""))
    assert found.title is not None and (found.title.start, found.title.end, found.title.text) == (None, None, "Talks at last")
    assert "Talks at last" not in found.text
