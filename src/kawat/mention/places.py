"""Mentions of places: names after a word of place, and what the tagger calls a location, put on the map where one candidate stands out."""

from __future__ import annotations

from dataclasses import replace

from kawat.lexicon.language import Language
from kawat.lexicon.places import Toponym, toponyms
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention, Place
from kawat.nouns.text import Span, view_of

BIG = 100_000  # persons: below, a name not marked as a place needs the page's countries to speak for it


def with_place(article: Article, document: Document, language: Language, mention: Mention, countries: frozenset[str]) -> Mention:
    """A bare name becomes a place where a word of place stands before it or the tagger says so; a state gets its place either way."""
    located = _after(document, mention, language.coreference.locative)
    if mention.kind == "country":
        place = resolve(mention.span, countries, mention.country)
        if _after(document, mention, language.coreference.inside):
            return replace(mention, kind="place", place=place, sector=None)
        return replace(mention, place=place)
    tagged = any(name.first <= mention.first and mention.last <= name.last and name.label == "LOC" for name in document.names)
    if mention.actor is not None or mention.sector is not None or not (located or tagged):
        return mention
    place = resolve(mention.span, countries, None)
    if not tagged and place.lat is None and mention.kind == "person" and " " in mention.span.text:
        return mention
    return replace(mention, kind="place", name=None, place=place, country=place.country, public=None, basis=None)


def _after(document: Document, mention: Mention, words: tuple[str, ...]) -> bool:
    before = document.tokens[mention.first - 1] if mention.first else None
    return before is not None and before.norm in words


def resolve(span: Span, countries: frozenset[str], country: str | None) -> Place:
    """The candidate in a country the page names, else the most populous; only the name where none is known or none stands out."""
    candidates = toponyms(view_of(span.text).casefold())
    if country is not None:
        candidates = tuple(c for c in candidates if c.country == country) or candidates
        candidates = tuple(sorted(candidates, key=lambda c: c.precision != "country"))
    else:
        candidates = tuple(sorted(candidates, key=lambda c: c.country not in countries))
    if not candidates or (candidates[0].population < BIG and candidates[0].country not in countries and len(candidates) > 3):
        return Place(span=span, name=span.text, country=country)
    return _place(span, candidates[0])


def _place(span: Span, found: Toponym) -> Place:
    precision = found.precision if found.precision in {"city", "admin1", "country"} else "exact"
    return Place(span=span, name=found.name, country=found.country, admin1=found.admin1 or None, geonameid=found.geonameid or None,
                 lat=found.lat, lon=found.lon, precision=precision)  # type: ignore[arg-type]  # one of the three words above
