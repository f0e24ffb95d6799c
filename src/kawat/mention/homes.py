"""Whose police, whose army: a body named without its state belongs to the place its sentence, or the whole page, is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kawat.nouns.document import Document
from kawat.nouns.mention import Mention

HOMELESS = frozenset({"UNO", "EUR", "IGO", "NGO", "IMG", "JRN", "UNK"})


def at_home(document: Document, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with the country of titles and bodies that name none: the only place of the sentence, else of the page.

    A page that names places in two countries says nothing about whose police it means; neither does a sentence.
    """
    by_sentence = _countries_by_sentence(document, mentions)
    page = _only(country for countries in by_sentence.values() for country in countries) or _only(m.country for m in mentions if m.country)
    return tuple(_placed(document, mention, by_sentence, page) for mention in mentions)


def _countries_by_sentence(document: Document, mentions: tuple[Mention, ...]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for mention in mentions:
        if mention.kind == "place" and mention.country:
            found.setdefault(document.sentence_of(document.tokens[mention.first]).index, []).append(mention.country)
    return found


def _only(countries: Iterable[str | None]) -> str | None:
    """The one country among them, None where there is none or more than one."""
    found = {country for country in countries if country}
    return found.pop() if len(found) == 1 else None


def _placed(document: Document, mention: Mention, by_sentence: dict[int, list[str]], page: str | None) -> Mention:
    if mention.country or mention.sector is None or mention.sector in HOMELESS or mention.kind not in {"person", "group", "organisation"}:
        return mention
    here = _only(by_sentence.get(document.sentence_of(document.tokens[mention.first]).index, ()))
    country = here or page
    return replace(mention, country=country, why="homes/sentence" if here else "homes/page") if country else mention
