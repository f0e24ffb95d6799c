"""The dateline of a page: where it was written, and which outlet or agency it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kawat.lexicon.furniture import FurnitureWords
from kawat.lexicon.numbers import any_of
from kawat.lexicon.outlets import outlets
from kawat.lexicon.places import toponyms

LONGEST = 90  # characters before the dash
KNOWN_CITY = 20_000  # people, where nothing but the dash speaks for a place
_DASH = re.compile(r"\s-{1,3}\s*|\s?-{2,3}\s?|-\s|\s\|\s|:\s")
_PART = re.compile(r"\(([^()\n]*)\)|\[([^\[\]\n]*)\]|[^,()\[\]/;|]+")
_DOMAIN = re.compile(r"[A-Za-z0-9][\w-]*(?:\.[A-Za-z]{2,7}){1,3}\Z")
_DAY = re.compile(r"\(?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?\Z|(?:19|20)\d\d\Z|\d{1,2}\Z")
_NAME = re.compile(r"[^\W\d_][\w.'’]*(?:[\s-]+[^\W\d_][\w.'’]*){0,3}\Z")
_GLUED = re.compile(r"[A-Z][\w .,'’]{2,40}(?=[—–―]\s?[A-Z\"“'‘])")
_OPENED = re.compile(r"(?P<outlet>[A-Za-z0-9][\w-]*(?:\.[A-Za-z]{2,7}){1,3}),\s(?=[^\W\d_])")

Kind = Literal["place", "outlet", "date", "name", "aside"]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Code points into the article: the place words, the outlet's or agency's, and where the text goes on; either may be missing.

    `beside` are the names of further agencies and places, which a dateline rarely has ("OSLO; AA; AP").
    """

    place: tuple[int, int] | None
    agency: tuple[int, int] | None
    end: int
    beside: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int
    kind: Kind


def find_dateline(text: str, view: str, start: int, end: int, words: FurnitureWords, alone: bool = False) -> Dateline | None:
    """The dateline a paragraph opens with, or the line is where it stands `alone`; None where no part of it is known."""
    if alone:
        return _read(view, start, end, end, words, alone=True)
    reach = min(end, start + LONGEST)
    glued = _GLUED.match(text, start, reach)
    if glued and (found := _read(view, start, glued.end(), glued.end() + 1, words)):
        return found
    for dash in _DASH.finditer(view, start, reach):
        if _goes_on(view, dash.end(), end) and (found := _read(view, start, dash.start(), dash.end(), words, colon=":" in dash[0])):
            return found
    return _without_dash(view, start, end, words)


def _goes_on(view: str, behind: int, end: int) -> bool:
    """True where news begins: a capital, a figure, a quotation."""
    first = view[behind:behind + 1]
    return behind < end and (first.isupper() or first.isdigit() or first in "\"'([")


def _read(view: str, start: int, end: int, behind: int, words: FurnitureWords, *, alone: bool = False,
          colon: bool = False) -> Dateline | None:
    parts = tuple(_parts(view, start, end, words))
    kinds = [part.kind for part in parts if part]
    if not parts or None in parts or not _sound(view, parts, kinds, behind, alone, colon):  # type: ignore[arg-type]
        return None
    places = [part for part in parts if part and part.kind in ("place", "name")]
    agencies = [part for part in parts if part and part.kind == "outlet"]
    place = (places[0].start, _last_adjacent(parts, places).end) if places else None  # type: ignore[arg-type]
    agency = (agencies[0].start, agencies[0].end) if agencies else None
    named = [(part.start, part.end) for part in parts if part and part.kind != "date"]
    beside = tuple(span for span in named if span != agency and not (place and place[0] <= span[0] < place[1]))
    return Dateline(place, agency, behind, beside)


def _last_adjacent(parts: tuple[_Part, ...], places: list[_Part]) -> _Part:
    """The last of the places that follow the first one without another part between ("DURBAN, South Africa")."""
    last = places[0]
    for part in parts[parts.index(last) + 1:]:
        if part.kind not in ("place", "name"):
            break
        last = part
    return last


def _sound(view: str, parts: tuple[_Part, ...], kinds: list[Kind], behind: int, alone: bool, colon: bool) -> bool:
    """True where the parts bear each other out."""
    first = view[parts[0].start:parts[0].end]
    if "aside" in kinds:  # an unknown word in brackets, most likely an outlet
        return "place" in kinds
    if kinds.count("outlet") > 2 or kinds.count("name") > 1 or kinds.count("place") > 3:
        return False
    if colon and ("outlet" not in kinds or "place" not in kinds):
        return False
    if "outlet" in kinds:
        return alone is False or "place" in kinds or "name" in kinds
    if "date" in kinds:
        return "place" in kinds or "name" in kinds
    if alone:
        return len(kinds) == 1 and (first.isupper() or kinds == ["place"]) and len(first) > 2
    if kinds in (["place", "name"], ["place", "place"]):
        return first.isupper()  # "RAMALLAH, West Bank -"
    return kinds == ["place"] and _stands_alone(view, first, behind)


def _stands_alone(view: str, place: str, behind: int) -> bool:
    """True for a place before a dash; not for one side of "Israel - Iran talks" or "Russia - NATO talks"."""
    after = [word.strip(".,:;") for word in view[behind:behind + 60].split()[:2]]
    other, known = [t for n in (1, 2) for t in toponyms(" ".join(after[:n]))], toponyms(place)
    if known[0].precision == "country":
        return not other and not (after and after[0].isupper() and after[0].isalpha())
    if any(t.precision == "city" and t.population >= KNOWN_CITY for t in other):
        return False
    return place.isupper() or any(t.population >= KNOWN_CITY or t.precision == "admin1" for t in known)


def _parts(view: str, start: int, end: int, words: FurnitureWords) -> Iterator[_Part | None]:
    for found in _PART.finditer(view, start, end):
        group = found.lastindex or 0
        whole = group == 0 or _is_date(found[group].strip(), words)
        for inner in [found] if whole else re.finditer("[^/,;]+", found[group]):
            piece = inner[group if whole else 0].strip()
            if piece:
                at = found.start(group) + found[group].index(piece)
                yield _part(piece, at, bracketed=group > 0, words=words)


def _part(piece: str, at: int, bracketed: bool, words: FurnitureWords) -> _Part | None:
    kind = _kind(piece, bracketed, words)
    return _Part(at, at + len(piece), kind) if kind else None


def _kind(piece: str, bracketed: bool, words: FurnitureWords) -> Kind | None:
    if _is_date(piece, words):
        return "date"
    if not _NAME.match(piece) and not _DOMAIN.match(piece) and outlets().find(piece) is None:
        return None
    if _is_outlet(piece, bracketed):
        return "outlet"
    if not piece[0].isupper():
        return None
    if toponyms(piece):
        return "place"
    capitalised = all(word[:1].isupper() for word in piece.split())
    return None if not capitalised else "aside" if bracketed else "name"


def _is_outlet(piece: str, bracketed: bool) -> bool:
    """True for a known outlet, or a domain; a near misspelling counts where no place is written so."""
    if outlets().exactly(piece):
        return bracketed or piece.isupper() or not toponyms(piece)
    return _DOMAIN.match(piece) is not None or (outlets().find(piece) is not None and not toponyms(piece))


@cache
def _calendar(words: FurnitureWords) -> re.Pattern[str]:
    names = rf"(?:{any_of((*words.months, *words.weekdays))})\.?"
    return re.compile(rf"(?:{names}|\d{{1,4}}(?:{any_of(words.day_endings)})?|\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?)"
                      rf"(?:[\s.]{{1,3}}(?:{names}|\d{{1,4}}(?:{any_of(words.day_endings)})?)){{0,3}}\Z", re.IGNORECASE)


def _is_date(piece: str, words: FurnitureWords) -> bool:
    return _DAY.match(piece) is not None or _calendar(words).match(piece) is not None


def _without_dash(view: str, start: int, end: int, words: FurnitureWords) -> Dateline | None:
    """`WASHINGTON (Reuters) The …` and `Outlet.com, Jakarta The …`, where the dash was lost."""
    bracket = view.find(")", start, min(end, start + LONGEST))
    if bracket > 0 and _goes_on(view, bracket + 2, end):
        found = _read(view, start, bracket + 1, bracket + 2, words)
        if found and found.place and found.agency and view[found.place[0]:found.place[1]].split(",")[0].isupper():
            return found
    opened = _OPENED.match(view, start, min(end, start + LONGEST))
    if not opened:
        return None
    behind, tail = opened.end(), view[opened.end():opened.end() + 60].split(" ")
    place = next((" ".join(tail[:n]) for n in (3, 2, 1) if len(tail) > n and toponyms(" ".join(tail[:n])) and tail[n][:1].isupper()), None)
    return Dateline((behind, behind + len(place)), (start, opened.end("outlet")), behind + len(place) + 1) if place else None
