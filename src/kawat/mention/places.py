"""Mentions of places: names after a word of place, and what the tagger calls a location, put on the map where one candidate stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from kawat.lexicon.language import Language
from kawat.lexicon.places import Toponym, candidates
from kawat.mention.sites import Asked, sites
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention, Place
from kawat.nouns.text import Span, view_of

FAR = 3  # words between a place and what it lies in: ", in northern"
BIG = 100_000  # persons: the seat of an office
PRECISION: dict[str, Literal["city", "admin1", "country"]] = {"city": "city", "admin2": "city", "admin1": "admin1", "country": "country"}


def with_places(article: Article, document: Document, language: Language, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, bare names where a word of place stands before them or the tagger says so as places; states get their place too."""
    named = sorted((m for m in found if _may_be_place(document, language, m)), key=lambda m: (m.first, -m.last))
    behind = [*named[1:], *[None] * bool(named)]
    asked = {m.id: _asked(article, document, language, m, other) for m, other in zip(named, behind, strict=True)}
    homes = frozenset(m.country for m in found if m.country and m.kind != "country")
    placed = sites(asked.values(), homes)
    return tuple(_with_place(document, language, m, placed.get(asked[m.id])) if m.id in asked else m for m in found)


def _may_be_place(document: Document, language: Language, mention: Mention) -> bool:
    if mention.kind == "country":
        return True
    if mention.actor is not None or mention.sector is not None:
        return False
    return _tagged(document, mention) or _after(document, mention, language.coreference.locative)


def _tagged(document: Document, mention: Mention) -> bool:
    return any(name.first <= mention.first and mention.last <= name.last and name.label == "LOC" for name in document.names)


def _after(document: Document, mention: Mention, words: tuple[str, ...]) -> bool:
    before = document.tokens[mention.first - 1] if mention.first else None
    return before is not None and before.norm in words


def _asked(article: Article, document: Document, language: Language, mention: Mention, following: Mention | None) -> Asked:
    """The name to look up, and the name behind it that it lies in."""
    words = frozenset((*language.coreference.locative, ","))
    holds = following is not None and 0 < following.first - mention.last <= FAR and all(
        token.norm in words for token in document.tokens[mention.last:following.first])
    within = _key(article, document, following) if holds and following else None
    return Asked(_key(article, document, mention), mention.country if mention.kind == "country" else None, within)


def _key(article: Article, document: Document, mention: Mention) -> str:
    """The name as the table has it: lower case, with the full stop of an abbreviation the table knows ("Calif.")."""
    key = view_of(mention.span.text).casefold()
    dotted = article.view.startswith(".", document.tokens[mention.last - 1].end)
    return f"{key}." if dotted and candidates(f"{key}.") else key


def _with_place(document: Document, language: Language, mention: Mention, site: Toponym | None) -> Mention:
    place = _place(mention.span, site, mention.country)
    if mention.kind == "country":
        if site is not None and site.country != mention.country:
            return _bare(mention, place)
        inside = _after(document, mention, language.coreference.inside)
        return replace(mention, kind="place", place=place, sector=None) if inside else replace(mention, place=place)
    if site is None and not _tagged(document, mention) and mention.kind == "person" and " " in mention.span.text:
        return mention
    return _bare(mention, place)


def _bare(mention: Mention, place: Place) -> Mention:
    """The mention as a place and nothing else."""
    return replace(mention, kind="place", place=place, country=place.country, sector=None, actor=None, name=None, public=None, basis=None)


def _place(span: Span, found: Toponym | None, country: str | None) -> Place:
    if found is None:
        return Place(span=span, name=span.text, country=country)
    return Place(span=span, name=found.name, country=found.country or None, admin1=found.admin1 or None, geonameid=found.geonameid or None,
                 lat=found.lat, lon=found.lon, precision=PRECISION[found.precision])
