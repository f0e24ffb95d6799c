"""Mentions of places: names after a word of place, and what the tagger calls a location, put on the map where one candidate stands out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from kawat.lexicon.language import Language
from kawat.lexicon.places import Toponym, candidates, toponyms
from kawat.mention.sites import Asked, lies_in, sites
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention, Place
from kawat.nouns.text import Span, view_of

FAR = 3  # words between a place and what it lies in: ", in northern"
BIG = 100_000  # persons: the seat of an office
PRECISION: dict[str, Literal["city", "admin1", "country"]] = {"city": "city", "admin2": "city", "admin1": "admin1", "country": "country"}


def with_places(article: Article, document: Document, language: Language, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions, names that the page uses as places as places; states get their place too."""
    page = _Page(article, document, language, _surnames(document))
    asked = dict(_asked(page, found))
    homes = frozenset(m.country for m in found if m.country and m.kind != "country") | page.language.coreference.homeland
    placed = sites(asked.values(), homes)
    return tuple(_with_place(page, m, placed.get(asked[m.id]), asked[m.id].within) if m.id in asked else m for m in found)


@dataclass(frozen=True, slots=True)
class _Page:
    """What a name is read in; `surnames` are the last words of the people the page names in full."""

    article: Article
    document: Document
    language: Language
    surnames: frozenset[str]

    def tag(self, mention: Mention) -> str:
        """What the tagger calls a name, "" for nothing."""
        return next((n.label for n in self.document.names if n.first <= mention.first and mention.last <= n.last), "")

    def alone(self, mention: Mention, label: str) -> bool:
        """True where the tagger has exactly the mention under the label."""
        return any((n.first, n.last, n.label) == (mention.first, mention.last, label) for n in self.document.names)

    def kind_said(self, mention: Mention) -> bool:
        """True where the name begins with the word for its kind: "Distrik Sugapa"."""
        return mention.last - mention.first > 1 and self.document.tokens[mention.first].norm in self.language.coreference.heads

    def after(self, mention: Mention, words: tuple[str, ...]) -> bool:
        """True where one of the words stands before the mention."""
        return mention.first > 0 and self.document.tokens[mention.first - 1].norm in words

    def key(self, mention: Mention) -> str:
        """The name as the table has it: lower case, with the full stop of an abbreviation ("Calif."), without the word for its kind."""
        key = view_of(mention.span.text).casefold()
        if self.article.view.startswith(".", self.document.tokens[mention.last - 1].end) and candidates(f"{key}."):
            return f"{key}."
        if candidates(key):
            return key
        words = self.language.coreference
        return next((shorter for shorter in _shorter(key.split(), words.areas, words.tails) if candidates(shorter)), key)

    def region(self, mention: Mention, following: Mention | None) -> str | None:
        """The name behind a name, if the first may lie in it: after a comma or a word of place."""
        if following is None or not 0 < following.first - mention.last <= FAR:
            return None
        words = frozenset((*self.language.coreference.locative, ","))
        between = self.document.tokens[mention.last:following.first]
        return self.key(following) if all(token.norm in words for token in between) else None


def _shorter(words: list[str], areas: frozenset[str], tails: frozenset[str]) -> Iterator[str]:
    """A name without what follows the word for its kind, or without such words at its ends: "adair county jail", "kabupaten garut"."""
    yield from (" ".join(words[:i + 1]) for i, word in enumerate(words) if i and word in tails)
    while len(words) > 1 and (words[0] in areas or words[-1] in areas):
        words = words[1:] if words[0] in areas else words[:-1]
        yield " ".join(words)


def _surnames(document: Document) -> frozenset[str]:
    return frozenset(document.tokens[n.last - 1].norm for n in document.names if n.label == "PER" and n.last - n.first > 1)


def _asked(page: _Page, found: tuple[Mention, ...]) -> Iterator[tuple[str, Asked]]:
    """The names to look up, by mention: those marked as places, and those the page elsewhere has as one or sets before or behind one."""
    named = sorted((m for m in found if _nameable(page, m)), key=lambda m: (m.first, -m.last))
    keys = [page.key(m) for m in named]
    marked = {key for m, key in zip(named, keys, strict=True) if _marked(page, m)}
    held: set[str] = set()
    for i, mention in enumerate(named):
        within = page.region(mention, named[i + 1]) if i + 1 < len(named) else None
        inside = within is not None and lies_in(keys[i], within)
        if inside and i + 1 < len(named):
            held.add(named[i + 1].id)
        if inside or mention.id in held or keys[i] in marked:
            country = mention.country if mention.kind == "country" else None
            yield mention.id, Asked(keys[i], country, within, mention.basis == "metonym")


def _nameable(page: _Page, mention: Mention) -> bool:
    if mention.kind == "country":
        return True
    words = page.document.tokens[mention.first:mention.last]
    plain = all(t.norm in page.language.coreference.sites or t.norm in page.language.coreference.areas for t in words)
    surname = len(words) == 1 and words[0].norm in page.surnames and not (page.tag(mention) == "LOC" and toponyms(page.key(mention)))
    return mention.actor is None and mention.sector is None and not plain and not surname


def _marked(page: _Page, mention: Mention) -> bool:
    """The tagger, a word of place, or a known name that is nobody's else ("Iowa farmers", "Ohio" in "Ohio Supreme Court")."""
    tag, key = page.tag(mention), page.key(mention)
    if mention.kind == "country" or tag == "LOC" or page.kind_said(mention) or page.after(mention, page.language.coreference.locative):
        return True
    if tag == "":
        return page.document.tokens[mention.last - 1].pos == "PROPN" and bool(toponyms(key))
    return tag != "PER" and not page.alone(mention, "ORG") and any(t.precision == "admin1" for t in candidates(key))


def _with_place(page: _Page, mention: Mention, site: Toponym | None, within: str | None) -> Mention:
    place = _place(mention.span, site, mention.country)
    if mention.kind == "country":
        if site is not None and site.country != mention.country:
            # The state of Georgia, not the country; but no town outweighs a listed state, unless the page says "Lebanon, Ohio".
            if site.precision != "city" or within:
                return _bare(mention, place)
            place = _place(mention.span, None, mention.country)
        inside = page.after(mention, page.language.coreference.inside)
        return replace(mention, kind="place", place=place, sector=None) if inside else replace(mention, place=place)
    if site is None and page.tag(mention) != "LOC" and not _may_be_unknown(page, mention):
        return mention
    return _bare(mention, place)


def _may_be_unknown(page: _Page, mention: Mention) -> bool:
    """A name the table lacks is a place after a word that stands before places alone, unless it looks like a person's."""
    words = page.language.coreference
    person = mention.kind == "person" and (" " in mention.span.text or page.tag(mention) == "PER")
    return page.kind_said(mention) or (page.after(mention, (*words.inside, *words.whither, *words.areas)) and not person)


def _bare(mention: Mention, place: Place) -> Mention:
    """The mention as a place and nothing else."""
    return replace(mention, kind="place", place=place, country=place.country, sector=None, actor=None, name=None, public=None, basis=None)


def _place(span: Span, found: Toponym | None, country: str | None) -> Place:
    if found is None:
        return Place(span=span, name=span.text, country=country)
    return Place(span=span, name=found.name, country=found.country or None, admin1=found.admin1 or None, geonameid=found.geonameid or None,
                 lat=found.lat, lon=found.lon, precision=PRECISION[found.precision])
