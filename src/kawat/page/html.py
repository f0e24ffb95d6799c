"""A page of HTML becomes title, byline and body paragraphs, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from kawat.errors import BadInput
from kawat.lexicon.furniture import furniture_words
from kawat.nouns.text import view_of
from kawat.page.authors import letters, persons
from kawat.page.byline import opened_byline
from kawat.page.instants import instant
from kawat.page.jsonld import plain
from kawat.page.marks import marks_of
from kawat.page.metadata import Metadata, own_names, read_metadata
from kawat.page.textlines import text_lines

BLOCKS = frozenset({"p", "head", "item", "quote", "row", "list", "table", "code", "ab", "div"})
# What stands inside the article's element but is not the article: captions, boxes, posts shown whole.
BESIDE = (
    "//figcaption", "//details", '//blockquote[contains(@class, "twitter-tweet") or contains(@class, "instagram-media")]',
    '//*[contains(@class, "infobox") or contains(@class, "factbox") or contains(@class, "fact-box") or contains(@class, "related")]',
    '//*[contains(@class, "credit") or contains(@class, "copyright")]')
SIGNED = 3  # paragraphs that may be the byline
UNSEEN = "script, style, noscript, template, head"
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """What a page of HTML says: `title_shown` and `byline_shown` are true where a reader sees them on the page."""

    metadata: Metadata
    title_shown: bool
    byline: str | None
    byline_shown: bool
    paragraphs: tuple[str, ...]


def read_html(html: str, path: str) -> HtmlReading:
    """The reading of a page that passed the gates; raises BadInput where a parser refuses it."""
    try:
        return _read(html)
    except (ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, UnicodeError) as fault:
        # Parsers of other people's markup fail in ways of their own; a page must never stop those after it.
        said = " ".join(str(fault).split())[:80]
        raise BadInput(f"{path}: its HTML cannot be parsed ({type(fault).__name__}: {said}). Save the text as .txt") from fault


def _read(html: str) -> HtmlReading:
    from resiliparse.parse.html import HTMLTree
    tree = HTMLTree.parse(html)
    headings = tuple(_headings(tree))
    metadata = read_metadata(tree, headings)
    shown = _shown(tree)
    paragraphs = tuple(_paragraphs(html))
    if not metadata.authors:
        metadata = replace(metadata, authors=next(filter(None, map(_signed, paragraphs[:SIGNED])), ()))
    if not metadata.published or not metadata.authors:
        metadata = _completed(metadata, html)
    printed = next((paragraph for paragraph in paragraphs if _is_byline(paragraph, metadata)), None)
    byline = printed or ", ".join(metadata.authors) or None
    return HtmlReading(
        metadata=metadata, title_shown=bool(metadata.title) and letters(metadata.title or "") in shown,
        byline=byline, byline_shown=bool(byline) and all(letters(name) in shown for name in metadata.authors),
        paragraphs=tuple(_without_repeats(_with_standfirst(paragraphs, metadata, shown), metadata)))


def _headings(tree: Any) -> Iterator[str]:
    """The page's first-level headings, each once."""
    found = [plain_heading for element in tree.document.query_selector_all("h1")[:20] if (plain_heading := plain(element.text or ""))]
    yield from dict.fromkeys(found)


def _shown(tree: Any) -> str:
    """The letters a reader sees, for look-ups that markup and punctuation must not disturb; empties the tree of the rest."""
    for element in tree.document.query_selector_all(UNSEEN):
        element.decompose()
    return letters(tree.body.text if tree.body is not None else "")


def _paragraphs(html: str) -> Iterator[str]:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]
    from trafilatura import bare_extraction
    from trafilatura.settings import Document
    found = bare_extraction(html, include_comments=False, with_metadata=False, prune_xpath=list(BESIDE))
    if not isinstance(found, Document):
        return
    said: list[str] = []
    for event, element in iterwalk(found.body, events=("start", "end")):
        if element.tag in BLOCKS or (element.tag == "lb" and event == "start"):
            yield from _flushed(said)
        if element.tag == "cell" and event == "end":
            said.append(" ")
        said.append((element.text if event == "start" else element.tail) or "")
    yield from _flushed(said)


def _flushed(said: list[str]) -> Iterator[str]:
    text = _BLANKS.sub(" ", "".join(said)).strip()
    said.clear()
    if text:
        yield text


def _with_standfirst(paragraphs: tuple[str, ...], metadata: Metadata, shown: str) -> tuple[str, ...]:
    """The paragraphs, led by the page's own summary where a reader sees it on the page and no paragraph says it."""
    mark = letters(metadata.standfirst or "")
    if len(mark) < 20 or mark not in shown or mark in letters("".join(paragraphs)) or mark == letters(metadata.title or ""):
        return paragraphs
    return (metadata.standfirst or "", *paragraphs)


def _without_repeats(paragraphs: tuple[str, ...], metadata: Metadata) -> Iterator[str]:
    """The paragraphs without furniture and without those that only repeat the title or the byline, or one before."""
    known = {letters(metadata.title or ""), "".join(map(letters, metadata.authors)), *map(letters, metadata.authors), ""}
    for paragraph in paragraphs:
        if (mark := letters(paragraph)) not in known and not _is_byline(paragraph, metadata) and not _is_furniture(paragraph):
            yield paragraph
        if len(mark) > 40:
            known.add(mark)


def _signed(paragraph: str) -> tuple[str, ...]:
    """The persons whom a paragraph names as authors, being a byline."""
    lines = text_lines(view_of(paragraph))
    found = opened_byline(lines[0], furniture_words(None)) if len(lines) == 1 else None
    return persons([found.names]) if found else ()


def _is_furniture(paragraph: str) -> bool:
    """True where every line of a paragraph is known by its own words: a related link, a caption, a credit."""
    lines = text_lines(view_of(paragraph))
    return all(marks_of(lines, paragraph, furniture_words(None)))


def _is_byline(paragraph: str, metadata: Metadata) -> bool:
    """True where a short paragraph names the authors, after "Oleh" or "By", and nobody else."""
    if len(paragraph) > 120 or not metadata.authors:
        return False
    return [name.casefold() for name in persons([paragraph])] == [name.casefold() for name in metadata.authors]


def _completed(metadata: Metadata, html: str) -> Metadata:
    """The metadata with the day, and where there is no author the author, that trafilatura finds where the page states none plainly."""
    from trafilatura.metadata import extract_metadata
    found = extract_metadata(html, default_url=metadata.url, date_config={"original_date": True, "extensive_search": False})
    if found is None:
        return metadata
    if not metadata.published and instant(found.date):
        metadata = replace(metadata, published=instant(found.date), published_basis="markup")
    names = [name for name in persons((found.author or "").split(";"), own_names(metadata.outlet, metadata.url)) if " " in name]
    return metadata if metadata.authors else replace(metadata, authors=tuple(names[:4]))
