"""Pages of both forms become articles in one coordinate system."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat.errors import BadInput
from kawat.nouns.article import Article, Page
from kawat.nouns.text import Span
from kawat.page import article

NEWS_ID = ("Perdana Menteri Norland menerima utusan Sudland di kota itu pada hari Rabu untuk membahas tapal batas kedua negara.",
           "Kedua pihak sepakat melanjutkan perundingan pekan depan, kata juru bicara kementerian.")
PAGE = f"""<!doctype html><html lang="id"><head><title>Norland dan Sudland berunding - Kabar Danau</title>
<meta property="og:site_name" content="Kabar Danau"><meta property="og:url" content="https://kabardanau.example/1">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Norland dan Sudland berunding", "datePublished":
"2031-04-02T09:30:00+07:00", "author": {{"@type": "Person", "name": "Rani Wulan"}}}}</script></head><body><nav><a href="/">Beranda</a></nav>
<article><h1>Norland dan Sudland berunding</h1><p>Oleh Rani Wulan</p>
<figure><img src="x.jpg"><figcaption>Utusan Sudland tiba.</figcaption></figure>
<p>JAKARTA, Kompas.com - {NEWS_ID[0]}</p><p>Baca juga: Sudland menolak usulan Norland</p><p>{NEWS_ID[1]}</p></article></body></html>"""


def read(html: str, **given: str) -> Article:
    """The article of a page of HTML."""
    return article(Page(path="page.html", form="html", content=html.encode(), **given))


def spans(found: Article) -> Iterator[Span]:
    """Every span of an article."""
    yield from filter(None, (found.title, found.byline, found.dateline, found.dateline_agency))
    yield from found.body
    yield from (piece.span for piece in found.furniture)
    if found.page_clock:
        yield found.page_clock.span


def test_html_is_title_byline_and_paragraphs() -> None:
    """The text of a page of HTML holds title, byline and body once each, a blank line between, and nothing beside."""
    found = read(PAGE)
    parts = ["Norland dan Sudland berunding", "Oleh Rani Wulan", f"JAKARTA, Kompas.com - {NEWS_ID[0]}", NEWS_ID[1]]
    assert found.text == "\n\n".join(parts)
    assert found.title and found.byline and [found.title.text, found.byline.text] == found.text.split("\n\n")[:2]
    assert [span.text for span in found.body] == found.text.split("\n\n")[2:]
    assert (found.authors, found.outlet, found.url) == (("Rani Wulan",), "Kabar Danau", "https://kabardanau.example/1")


def test_the_dateline_of_html_stands_in_its_first_paragraph() -> None:
    """Place and outlet of the dateline are spans inside the body."""
    found = read(PAGE)
    assert found.dateline and found.dateline_agency
    assert (found.dateline.text, found.dateline_agency.text) == ("JAKARTA", "Kompas.com") and found.body[0].holds(found.dateline)


def test_a_standfirst_leads_the_body() -> None:
    """A summary that the page shows above its text is part of the article; one that no reader sees is not."""
    lead = "Setelah dua bulan diam kedua negara kembali ke meja perundingan"
    shown = PAGE.replace("<head>", f'<head><meta name="description" content="{lead}">')
    assert read(shown).body[0].text != lead
    assert read(shown.replace("<p>Oleh", f"<h2>{lead}</h2><p>Oleh")).body[0].text == lead


def test_digests_tell_bytes_from_text() -> None:
    """`sha256` is over the bytes that came, `text_sha256` and the id over the text; a given id stays."""
    found = read(PAGE)
    assert found.sha256 == hashlib.sha256(PAGE.encode()).hexdigest()
    assert found.text_sha256 == hashlib.sha256(found.text.encode()).hexdigest() and found.id == f"a-{found.text_sha256[:12]}"
    assert read(PAGE, id="n1").id == "n1"


def test_text_is_the_input_untouched() -> None:
    """The text of a text page is what came, byte order mark aside."""
    text = f"Norland dan\u00a0Sudland berunding\r\n\r\n{NEWS_ID[0]}\r\n\r\n{NEWS_ID[1]}\r\n"
    found = article(Page(path="x.txt", form="text", content=b"\xef\xbb\xbf" + text.encode()))
    assert found.text == text and found.language == "id" and [span.text for span in found.body] == list(NEWS_ID)


@pytest.mark.parametrize(("locale", "given", "language", "warned"), [
    ("id-ID", None, "id", False), ("in", None, "id", False), ("ms-MY", None, "ms", True), ("de", None, "id", False),
    ("", None, "id", False), ("id", "ms", "ms", True), ("ms", "id", "id", False),
])
def test_the_pages_word_decides_between_languages_alike(locale: str, given: str | None, language: str, warned: bool) -> None:
    """Indonesian or Malay is what the page says it is, no other word of the page counts against its text, and the user's wins."""
    found = article(Page(path="x", form="html", content=PAGE.replace('lang="id"', f'lang="{locale}"').encode(), language=given))
    assert found.language == language and ("no language pack" in found.warnings) == warned
    assert found.language_confidence is not None and 0 < found.language_confidence <= 1


def test_a_language_without_a_pack_is_read() -> None:
    """A page in a language nobody wrote a pack for is an article with a warning."""
    found = read("<h1>Norlandia y Sudlandia vuelven a hablar</h1><p>Los ministros de Norlandia y Sudlandia se reunieron el miércoles "
                 "por la tarde en la capital.</p><p>Ambas partes dijeron que volverían a verse en dos semanas.</p>")
    assert (found.language, found.warnings) == ("es", ("no language pack",)) and len(found.body) == 2


@pytest.mark.parametrize("date", ["2031-13-01", "soon"])
def test_a_date_that_is_none_is_left_out_and_said(date: str) -> None:
    """A given date that is none costs the page its date, not the page."""
    found = read("<h1>Norland dan Sudland berunding</h1><p>Menteri kedua negara bertemu pada Rabu sore di ibu kota untuk membahas "
                 "perbatasan mereka.</p>", date=date)
    assert found.published is None
    assert [w for w in found.warnings if w.startswith(f"'{date}' is no date and was left out. Write it as")] != []


PIECES = st.sampled_from([
    PAGE[:900].encode(), PAGE.encode(), b"<p>", b"</div>", b"<table><td>", b"<!--", b'<script type="application/ld+json">', b"<![CDATA[",
    b'{"@type": "NewsArticle", "author": [', b'"datePublished": 5', b"}", b'<meta property="og:title" content="', b'">',
    b"<time datetime='2031-04-02'>", b"\xff\xfe", b"\x00", "Norland — “Sudland” \u2028\u0085".encode(), b"\r\n\r\n", b"By \n",
    b"Oleh ", b"JAKARTA, 2/4 (Antara) - ", b"<html lang=xx>", "\U0001f600é".encode()])
CONTENT = st.binary(max_size=200) | st.lists(PIECES | st.binary(max_size=9), max_size=14).map(b"".join)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(form=st.sampled_from(["text", "html"]), content=CONTENT)
def test_any_bytes_give_an_article_or_one_line(form: str, content: bytes) -> None:
    """Whatever comes is read or refused, and every span of what is read equals its text."""
    try:
        found = article(Page(path="x", form=form, content=content))  # type: ignore[arg-type]
    except BadInput as fault:
        assert str(fault).startswith("x: ") and "\n" not in str(fault)
        return
    assert len(found.view) == len(found.text)
    for span in spans(found):
        assert span.start is None or found.text[span.start:span.end] == span.text


@pytest.mark.parametrize(("text", "code"), [("Norland ordered an inquiry against Sudland", "en"), ("Norland menyerang Sudland.", "id"),
                                            ("Wir gehen heute", None), ("Oslo", None)])
def test_a_few_words_are_taken_for_a_language_with_a_pack_only_where_it_stands_out(text: str, code: str | None) -> None:
    """A single sentence is read in the language that clearly is its own, and in none where two may be."""
    assert article(Page(path="line.txt", form="text", text=text)).language == code
