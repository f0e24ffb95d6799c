"""What a page says of itself in markup: title, authors, outlet, instants, language, address; and where each stood."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kawat.nouns.article import PublishedBasis
from kawat.page.authors import letters, named_in, persons
from kawat.page.instants import instant
from kawat.page.jsonld import Node, article_node, plain, words

PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "publishdate", "publish-date",
    "publish_date", "published_time",
    "content_publisheddate", "dtk:publishdate", "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date",
    "article.published", "pubdate", "publication_date", "dc.date.issued", "dcterms.created", "dc.date", "date")
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified")
AUTHORS = (
    "author", "article:author", "content_author", "dtk:author", "parsely-author", "sailthru.author", "dc.creator",
    "cxenseparse:author", "byl")
OUTLET = ("og:site_name", "application-name", "dc.publisher", "publisher")
TITLE = ("og:title", "twitter:title", "dc.title", "title")
TIMES = ('[itemprop="datePublished"][datetime]', "time[pubdate]", "article time[datetime]", "main time[datetime]", "time[datetime]")
_TAIL = re.compile(r"\s+[-|–—•:»]+\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What markup says of a page; `standfirst` is its own summary, which may stand above the body."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    modified: str | None = None
    language: str | None = None
    url: str | None = None
    standfirst: str | None = None


def read_metadata(tree: Any, headings: Sequence[str]) -> Metadata:
    """The metadata of a parsed page (resiliparse's tree): JSON-LD first, then headings and meta elements, then `time` elements."""
    metas = _metas(tree)
    url = metas.first("og:url") or _canonical(tree)
    scripts = [script.text for script in tree.document.query_selector_all('script[type*="ld+json"]')]
    node = article_node(scripts, frozenset(headings), url) or {}
    outlet = _outlet(node, metas)
    own = own_names(outlet, url) | own_names(words(node.get("publisher")))
    published, basis = _published(tree, node, metas)
    return Metadata(
        title=_title(node, metas, headings, outlet, tree.title),
        authors=persons(named_in(node.get("author")), own) or persons(_bylines(tree, metas), own),
        outlet=outlet, published=published, published_basis=basis,
        modified=next(filter(None, map(instant, (words(node.get("dateModified")), *metas.all(MODIFIED)))), None),
        language=_language(tree, metas), url=url, standfirst=metas.first("og:description", "description"))


def own_names(outlet: str | None, url: str | None = None) -> frozenset[str]:
    """The letters of the outlet's name and of its domain, with and without the ending."""
    host = re.match(r"https?://(?:www\.)?([^/:]+)", url or "")
    names = (outlet or "", host[1] if host else "", host[1].split(".")[0] if host else "")
    return frozenset(filter(None, map(letters, names)))


class _Metas(dict[str, list[str]]):
    """The contents of a page's meta elements by name, in lower case."""

    def first(self, *names: str) -> str | None:
        """The first content that stands under the first of these names to have one."""
        return next((found for name in names for found in self.get(name, ()) if found), None)

    def all(self, names: Sequence[str]) -> list[str]:
        """Every content under these names, in the order of the names."""
        return [found for name in names for found in self.get(name, ()) if found]


def _metas(tree: Any) -> _Metas:
    found = _Metas()
    for element in tree.document.query_selector_all("meta[content]"):
        for attribute in ("property", "name", "itemprop"):
            if element.getattr(attribute):
                found.setdefault(element.getattr(attribute).lower(), []).append(plain(element.getattr("content") or "") or "")
    return found


def _canonical(tree: Any) -> str | None:
    link = tree.document.query_selector('link[rel="canonical"]')
    return (link.getattr("href") or None) if link is not None else None


def _outlet(node: Node, metas: _Metas) -> str | None:
    publisher = node.get("publisher")
    if isinstance(publisher, list):
        publisher = publisher[0] if publisher else None
    return metas.first("og:site_name") or words(publisher.get("name") if isinstance(publisher, dict) else publisher) or metas.first(*OUTLET)


def _published(tree: Any, node: Node, metas: _Metas) -> tuple[str | None, PublishedBasis | None]:
    """The instant of first publication: of the first to name one, or of a later one with a time where the first names only that day."""
    said: list[tuple[str, PublishedBasis]] = []
    said += [(found, "jsonld") for found in [instant(words(node.get("datePublished")))] if found]
    said += [(found, "markup") for written in [*metas.all(PUBLISHED), *_times(tree)] if (found := instant(written))]
    if not said:
        return None, None
    first = said[0]
    return next((other for other in said if other[0][:10] == first[0][:10] and len(other[0]) > len("2024-09-18")), first)


def _times(tree: Any) -> Iterator[str]:
    """The instants of `time` elements: those marked as publication, then those in the article, then any but those of modification."""
    for selector in TIMES:
        for element in tree.document.query_selector_all(selector)[:3]:
            about = f"{element.getattr('itemprop') or ''} {element.getattr('class') or ''}".lower()
            if "modif" not in about and "updat" not in about:
                yield element.getattr("datetime") or ""


def _title(node: Node, metas: _Metas, headings: Sequence[str], outlet: str | None, head: str) -> str | None:
    """The headline: what JSON-LD or a meta element says and a heading repeats, else what they say, else a lone heading."""
    said = [found for found in (words(node.get("headline")), *map(plain, metas.all(TITLE)), plain(head or "")) if found]
    bare = [_without_outlet(title, outlet) for title in said]
    seen = {letters(heading) for heading in headings}
    return next((title for title in bare if letters(title) in seen), None) or next(iter([*bare, *headings]), None)


def _without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name behind its last dash or bar."""
    tails = list(_TAIL.finditer(title))
    if outlet and tails and letters(title[tails[-1].end():]) in (letters(outlet), letters(outlet.split(".")[0])):
        return title[:tails[-1].start()]
    return title


def _bylines(tree: Any, metas: _Metas) -> list[str]:
    """What names authors outside JSON-LD: meta elements, else microdata and links marked `author`."""
    said = [found for found in metas.all(AUTHORS) if not found.startswith(("http", "@"))]
    if said:
        return said[:3]
    marked = tree.document.query_selector_all('[itemprop="author"] [itemprop="name"], [itemprop="author"], a[rel="author"]')[:6]
    return [found for element in marked if (found := plain(element.text or ""))]


def _language(tree: Any, metas: _Metas) -> str | None:
    root = tree.document.query_selector("html")
    return (root.getattr("lang") if root is not None else None) or metas.first("og:locale", "content-language", "inlanguage")
