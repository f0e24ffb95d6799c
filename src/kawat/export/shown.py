"""The words of a page as a person may see them: private names blacked out, blanks and line breaks made one blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
MASK = "▮"
CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-Þ][^\s,;:()\"“”]*(?:\s+[A-ZÀ-ÖØ-Þ][^\s,;:()\"“”]*)*")
SENTENCE_START = re.compile(r"^\S+(?= [a-zà-öø-þ])")
SMALLEST_PART = 3
NAMING = ("person", "organisation", "country", "group", "place")
# A bidirectional control in a page could turn what we print around it; it is shown as what it is.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True)
class Shown:
    """The article's text, as long as the original, in which every letter of a private name is a mask."""

    text: str

    def words(self, span: Row | None) -> str:
        """A span's words on one line; a masked name is one mask. Empty where there is no span."""
        if span is None:
            return ""
        said = self.text[span["start"]:span["end"]] if span.get("start") is not None else span.get("text") or ""
        return tidy(said)


def tidy(said: str) -> str:
    """The words on one line, each run of masks as one, without characters that steer a terminal or the direction of writing."""
    return " ".join(safe(said.replace("\n", " ")).split())


def safe(said: str) -> str:
    """The words with each run of masks as one mask, and what would steer a terminal or the direction of writing made visible."""
    return UNSAFE.sub("\ufffd", re.sub(rf"{MASK}(?:[\s.'-]*{MASK})*", MASK, said))


def shown(reading: Row, private_names: bool = False) -> Shown:
    """The text of a reading with the names of private persons masked, unless they are asked for."""
    text: str = reading["article"]["text"]
    if private_names:
        return Shown(text)
    names = sorted(private_names_of(reading), key=len, reverse=True)
    if names:
        pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")
        text = pattern.sub(lambda found: MASK * len(found[0]), text)
    return Shown(text)


def private_names_of(reading: Row) -> set[str]:
    """Names, and the parts of names, of persons not known to be public.

    Parts that the page also uses for somebody public, an organisation, a country or a place are left out ("Dinas" of an office).
    """
    named = [node for node in walk(reading) if node.get("kind") in NAMING and isinstance(node.get("span"), dict)]
    people = [node for node in named if node["kind"] == "person" and "public" in node and not _in_dateline(node, reading)]
    spans = {(person["span"]["start"], person["span"]["end"]) for person in people}
    private = {name for person in people if person["public"] is not True and not _holds_another(person["span"], spans)
               for name in _names(person) if not _headline_words(name, reading)}
    known = {word for node in named if node.get("public") is True or node["kind"] != "person" for word in _words(node)}
    parts = {word for name in private for word in name.split() if len(word) >= SMALLEST_PART and word[0].isupper()}
    return {name for name in private if " " in name or name not in known} | (parts - known)


def _holds_another(span: Row, spans: set[tuple[int, int]]) -> bool:
    """True for "Kepala Dinas Estmark, Lena Varga", which holds the name "Lena Varga" as a mention of its own."""
    return span.get("start") is not None and any(span["start"] <= a and b <= span["end"] and (a, b) != (span["start"], span["end"])
                                                 for a, b in spans if a is not None)


def _words(node: Row) -> set[str]:
    return {word.strip("()[],.;:\"'“”") for said in (node["span"]["text"], node.get("name") or "") for word in said.split()}


def _headline_words(name: str, reading: Row) -> bool:
    """Capitalised words that only the headline has ("Norland Tolak Gencatan Senjata") are not somebody's name."""
    article = reading["article"]
    body = [article["text"][span["start"]:span["end"]] for span in article["body"] if span.get("start") is not None]
    return bool(body) and not any(word in paragraph for word in name.split() for paragraph in body)


def _in_dateline(person: Row, reading: Row) -> bool:
    """True for "New York (ANTARA)", which taggers take for a person."""
    place = (reading["article"].get("dateline") or {}).get("span") or {}
    start, span = place.get("start"), person["span"]
    return start is not None and span["start"] is not None and bool(span["start"] < place["end"] and start < span["end"])


def _names(person: Row) -> Iterator[str]:
    if person.get("name"):
        yield person["name"]
    # "Mira Sund, a baker": the capitalised words are the name; a description ("The mayor") has none.
    yield from CAPITALISED.findall(SENTENCE_START.sub("", (person.get("head") or person["span"])["text"]))


def walk(node: object) -> Iterator[Row]:
    """Every object inside a record, itself first."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for child in node:
            yield from walk(child)
