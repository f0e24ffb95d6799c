"""The people who wrote a page, without the desks, agencies and outlets that markup lists beside them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import Any

from kawat.lexicon.desks import desks
from kawat.lexicon.outlets import outlets
from kawat.page.jsonld import kinds, plain, words

LONGEST = 60  # characters of a name
MOST = 12
_NOT_A_NAME = re.compile(r"[\d@|<>{}/]|https?:|www\.|\.[a-z]{2,12}$|^[a-z]+(?:-[a-z]+)+$")


def named_in(value: Any) -> list[str]:
    """The names of persons in a JSON-LD `author`: a string, a node, or a list of either."""
    if isinstance(value, list):
        return [name for inner in value[:MOST] for name in named_in(inner)]
    if isinstance(value, str):
        return [value]
    if not isinstance(value, dict) or any(kind.endswith("organization") for kind in kinds(value)):
        return []
    name = value.get("name") or " ".join(filter(None, (words(value.get("givenName")), words(value.get("familyName")))))
    return [said for inner in (name if isinstance(name, list) else [name]) if (said := words(inner))]


def persons(written: Iterable[str], own: Collection[str] | None = None) -> tuple[str, ...]:
    """The names among what a byline says, each once, split where several stand in one string; `own` are the outlet's names."""
    found: dict[str, str] = {}
    for line in written:
        parts = _split(plain(line) or "")
        # "Redaksi Kabar, Jakarta" and "kabar.example, Jakarta": what follows a desk in the same string is its address.
        for name in [] if parts and (_names_desk(parts[0]) or _NOT_A_NAME.search(parts[0])) else parts:
            if _is_person(name, own or ()):
                found.setdefault(name.casefold(), name)
    return tuple(found.values())[:MOST]


def _split(line: str) -> list[str]:
    joiners = "|".join(map(re.escape, desks().joiners))
    parts = re.split(rf"\s*[,;|•]\s*|\s+(?:&|{joiners})\s+(?=[^\W\d_])", _without_opener(line)[:400])
    return [_without_opener(part.strip(" .,-–—|")) for part in parts if part.strip()]


def _without_opener(line: str) -> str:
    openers = "|".join(map(re.escape, sorted(desks().openers, key=len, reverse=True)))
    return re.sub(rf"^(?:{openers})(?:\s*:\s*|\s+)(?=\S)", "", line, flags=re.IGNORECASE)


def _is_person(name: str, own: Collection[str]) -> bool:
    if not name or len(name) > LONGEST or _NOT_A_NAME.search(name):
        return False
    if _names_desk(name) or (name.isupper() and name.isalpha() and len(name) < 8 and name.isascii()):
        return False
    return letters(name) not in own and outlets().find(name) is None


def _names_desk(name: str) -> bool:
    return not desks().words.isdisjoint(re.split(r"[\s.,()\-]+", name.casefold()))


def letters(name: str) -> str:
    """The letters and digits of a text, in lower case, for comparisons that punctuation must not disturb."""
    return "".join(filter(str.isalnum, name.casefold()))
