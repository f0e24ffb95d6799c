"""Whose police, whose army: a body named without its state belongs to the country its sentence, or the whole page, is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kawat.nouns.document import Document
from kawat.nouns.mention import Mention

HOMELESS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "JRN", "UNK"})


def at_home(document: Document, mentions: tuple[Mention, ...], homeland: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
    """The mentions with the country of titles and bodies that name none: the only one of the sentence, else of the page.

    A page that names places in two countries says nothing about whose police it means; neither does a sentence that names a place in
    one country and another country. A page that names no country at all is about the `homeland` of its language, where that has one.
    """
    homes = _homes(document, mentions, homeland)
    return tuple(_placed(document, mention, homes) for mention in mentions)


@dataclass(frozen=True, slots=True)
class _Homes:
    """The one country of each sentence that names a place; the one that the page's places lie in; the one that the page names."""

    by_sentence: dict[int, str | None]
    placed: str | None
    named: str | None


def _homes(document: Document, mentions: tuple[Mention, ...], homeland: frozenset[str]) -> _Homes:
    countries = [m.country for m in mentions if m.country]
    return _Homes(_by_sentence(document, mentions), _only(m.country for m in mentions if m.kind == "place"),
                  _only(countries) if countries else _only(homeland))


def _by_sentence(document: Document, mentions: tuple[Mention, ...]) -> dict[int, str | None]:
    """The one country of each sentence that names a place."""
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind in {"place", "country"} and mention.country:
            found.setdefault(document.sentence_of(document.tokens[mention.first]).index, []).append(mention)
    return {at: _only(m.country for m in named) for at, named in found.items() if any(m.kind == "place" for m in named)}


def _only(countries: Iterable[str | None]) -> str | None:
    """The one country among them, None where there is none or more than one."""
    found = {country for country in countries if country}
    return found.pop() if len(found) == 1 else None


def _placed(document: Document, mention: Mention, homes: _Homes) -> Mention:
    if mention.country or mention.sector is None or mention.sector in HOMELESS or mention.kind not in {"person", "group", "organisation"}:
        return mention
    travels = mention.kind == "person" and mention.sector == "GOV"  # ministers speak abroad as often as at home
    here = None if travels else homes.by_sentence.get(document.sentence_of(document.tokens[mention.first]).index)
    country = here or homes.named or (None if travels else homes.placed)
    return replace(mention, country=country, why="homes/sentence" if here else "homes/page") if country else mention
