"""A page becomes an article: one text, its parts as spans over it, and what is known of it beside."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from kawat.errors import BadInput
from kawat.lexicon.furniture import furniture_words
from kawat.lexicon.outlets import outlets
from kawat.nouns.article import Article, Page
from kawat.nouns.text import Span, span_of, whole_characters
from kawat.page.authors import letters
from kawat.page.charset import decoded
from kawat.page.dateline import find_dateline
from kawat.page.gates import HTML_LIMIT, TEXT_LIMIT, check_bytes, check_lines, check_markup, check_text, unpacked
from kawat.page.html import HtmlReading, read_html
from kawat.page.instants import instant
from kawat.page.text import DATED, read_text
from kawat.page.tongue import has_pack, spoken_in, tongue

GAP = "\n\n"


def article(page: Page) -> Article:
    """The article of a page of either form; raises BadInput with one line that names the file, the fault and the remedy."""
    given = instant(page.date)
    text = _text(page)
    read = _from_html(page, text) if page.form == "html" else _from_text(page, text)
    if given and not read.published:
        read = replace(read, published=given, published_basis="argument")
    if page.date and not given:  # the page is still worth reading; only its relative dates stay unresolved
        fault = f"'{page.date[:40]}' is no date and was left out. Write it as 2024-09-18 or 2024-09-18T14:05:00+07:00"
        read = replace(read, warnings=(*read.warnings, fault))
    return replace(read, outlet=read.outlet or page.outlet or _outlet_at(read.url))


def _text(page: Page) -> str:
    """What the page holds as text, once it is known to be no danger to a parser."""
    limit = HTML_LIMIT if page.form == "html" else TEXT_LIMIT
    if page.text is not None:
        text = whole_characters(page.text)
    else:
        content = unpacked(page.content or b"", page.path, 4 * limit)
        check_bytes(content, page.path, 4 * limit)
        text = decoded(content, page.path, page.form == "html")
    check_text(text, page.path, limit)
    if page.form == "html":
        check_markup(text, page.path)
    else:
        check_lines(text, page.path)
    return text


def _bare(page: Page, text: str) -> Article:
    """The article of a text, before anything in it is read."""
    content = page.content if page.content is not None else (page.text or "").encode("utf-8", "surrogatepass")
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Article(id=page.id or f"a-{digest[:12]}", path=page.path, text=text, sha256=hashlib.sha256(content).hexdigest(),
                   text_sha256=digest, url=page.url)


def _spoken(read: Article, page: Page, said: str | None = None) -> Article:
    """The article with its language, told from title and body, and a warning where no pack reads it."""
    parts = [read.title.text if read.title else "", *(span.text for span in read.body)]
    code, confidence = tongue("\n".join(filter(None, parts)) or read.text, page.language, said or spoken_in(_country(read, page)))
    missing = () if has_pack(code) else ("no language pack",)
    return replace(read, language=code, language_confidence=confidence, warnings=read.warnings + missing)


def _country(read: Article, page: Page) -> str | None:
    """The country of the outlet that the page or the user names, else the one its address ends in."""
    names = (page.outlet, read.outlet, read.dateline_agency.text if read.dateline_agency else None, _host(read.url))
    country = next((found.country for name in names if name and (found := outlets().find(name)) and found.country), None)
    ending = _host(read.url).rsplit(".", 1)[-1]
    return country or (ending if len(ending) == 2 else None)


def _from_text(page: Page, text: str) -> Article:
    seen = read_text(text, tongue(text, page.language)[0])
    read = replace(_bare(page, text), title=seen.title or _given_title(page, text), byline=seen.byline, authors=seen.authors,
                   dateline=seen.dateline, dateline_agency=seen.dateline_agency, body=seen.body, furniture=seen.furniture,
                   page_clock=seen.page_clock, published=seen.published, modified=seen.modified,
                   published_basis="text" if seen.published else None, warnings=seen.warnings)
    return _spoken(read, page)


def _given_title(page: Page, text: str) -> Span | None:
    if not page.title:
        return None
    where = text.find(page.title)
    return span_of(text, where, where + len(page.title)) if where >= 0 else Span(None, None, page.title)


def _from_html(page: Page, html: str) -> Article:
    seen = read_html(html, page.path)
    said = seen.metadata
    laid = _laid_out(seen, said.title or page.title)
    if not laid.text:
        raise BadInput(f"{page.path}: no article text in its HTML. Save the article's text as .txt")
    read = replace(_bare(page, laid.text), url=page.url or said.url, outlet=said.outlet, title=laid.title, byline=laid.byline,
                   authors=said.authors, published=said.published, published_basis=said.published_basis, modified=said.modified,
                   body=laid.body, warnings=() if laid.body else ("no body found",))
    return _dated(_spoken(read, page, said.language))


def _dated(read: Article) -> Article:
    """The article with the dateline that one of its first paragraphs opens with."""
    words = furniture_words(read.language if has_pack(read.language) else None)
    places = ((span.start, span.end) for span in read.body[:DATED] if span.start is not None and span.end is not None)
    found = next(filter(None, (find_dateline(read.text, read.view, start, end, words) for start, end in places)), None)
    if found is None:
        return read
    return replace(read, dateline=span_of(read.text, *found.place) if found.place else None,
                   dateline_agency=span_of(read.text, *found.agency) if found.agency else None)


@dataclass(frozen=True, slots=True)
class _Laid:
    """The text of a page of HTML, and where its parts stand in it."""

    text: str
    title: Span | None
    byline: Span | None
    body: tuple[Span, ...]


def _laid_out(seen: HtmlReading, title: str | None) -> _Laid:
    """Title, byline and paragraphs in that order, a blank line between; what no reader sees stays out of the text."""
    shown_title = title if title and seen.title_shown else None
    shown_byline = seen.byline if seen.byline_shown else None
    parts = [*filter(None, (shown_title, shown_byline)), *(part for part in seen.paragraphs if letters(part) != letters(title or ""))]
    text = GAP.join(parts)
    spans, start = [], 0
    for part in parts:
        spans.append(span_of(text, start, start + len(part)))
        start += len(part) + len(GAP)
    head = spans.pop(0) if shown_title else (Span(None, None, title) if title else None)
    byline = spans.pop(0) if shown_byline else (Span(None, None, seen.byline) if seen.byline else None)
    return _Laid(text, head, byline, tuple(spans))


def _outlet_at(url: str | None) -> str | None:
    """The outlet whose domain an address names."""
    host = _host(url)
    found = outlets().find(host) if host else None
    return found.name if found else None


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


