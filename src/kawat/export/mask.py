"""A reading as it may leave the house: the names of private persons blacked out wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from kawat.export.shown import MASK, private_names_of, walk

Row = dict[str, Any]
# Digests, ids and names of rules are nobody's name, and must still join what they join.
KEPT = {"id", "sha256", "text_sha256", "fingerprint", "schema", "rule", "mention_id", "entity", "attribution", "event", "part_of", "to"}
ADDRESSES = {"url", "path"}
SECTORS = {"CVL": "a civilian", "REF": "a refugee", "SPY": "an intelligence officer", "MIL": "a member of the armed forces",
           "COP": "a police officer", "JUD": "a member of the judiciary", "LEG": "a legislator", "GOV": "an official",
           "MED": "a journalist", "REB": "a member of an armed group", "UAF": "a member of an armed group", "EDU": "an educator",
           "HLH": "a health worker", "BUS": "somebody in business", "REL": "a religious figure", "CRM": "a suspect"}


def masked(reading: Row, private_names: bool = False) -> Row:
    """The reading with every letter of a private name as ▮, so that spans still hold: `text[start:end] == span["text"]`.

    A person is private unless `public` is true. The name goes from the text, from every span, name, title, note and address.
    """
    names = set() if private_names else _names_of(reading)
    if not names:
        return reading
    black = _Black(names)
    text = black.words(reading["article"]["text"])
    found: Row = _masked({**reading, "article": {**reading["article"], "text": text}}, black, text)
    return found


def is_private(node: Row) -> bool:
    """True for a participant or mention that is a person, or something named of unknown kind, not known to act in public."""
    kind = node.get("kind")
    return node.get("public") is not True and (kind == "person" or (kind is None and bool(node.get("name"))))


def described(node: Row, words: str) -> str:
    """What a participant is called where the name may not be: the words around the mask, else what the sector says, else "a person"."""
    return words if re.search(r"\w", words) or MASK not in words else SECTORS.get(node.get("sector") or "", "a person")


def _names_of(reading: Row) -> set[str]:
    """The private names that reports mask, and besides the names of what nobody could tell the kind of."""
    unclear = {node["name"] for node in walk(reading) if "public" in node and node.get("kind") is None and is_private(node)}
    return private_names_of(reading) | unclear


class _Black:
    """Replaces names: in text as they stand, in capitals too; in addresses whatever joins their words ("mira-sund")."""

    def __init__(self, names: Iterable[str]) -> None:
        by_length = sorted({form for name in names for form in (name, name.upper())}, key=len, reverse=True)
        self._names = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, by_length)) + r")(?!\w)")
        slugs = "|".join(r"(?:[-_+.]|%20)+".join(map(re.escape, name.split())) for name in by_length)
        self._slugs = re.compile(rf"(?<![^\W_])(?:{slugs})(?![^\W_])", re.IGNORECASE)

    def words(self, said: str) -> str:
        """The words, as long as before."""
        return self._names.sub(lambda found: MASK * len(found[0]), said)

    def address(self, said: str) -> str:
        """An address or path, each name as one mask."""
        return self._slugs.sub(MASK, self._names.sub(MASK, said))


def _masked(node: Any, black: _Black, text: str, field: str = "") -> Any:
    if isinstance(node, dict):
        return _masked_row(node, black, text)
    if isinstance(node, list):
        return [_masked(item, black, text, field) for item in node]
    if not isinstance(node, str) or field in KEPT:
        return node
    return black.address(node) if field in ADDRESSES else black.words(node)


def _masked_row(node: Row, black: _Black, text: str) -> Row:
    row = {field: _masked(value, black, text, field) for field, value in node.items() if field != "text" or node.get("start") is None}
    if node.get("start") is not None and "text" in node:
        row = {**node, "text": text[node["start"]:node["end"]]}
    if "public" in node and node.get("name") and is_private(node):
        row["name"] = MASK
    return row
