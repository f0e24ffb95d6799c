"""The line above the news that names those who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.lexicon.furniture import FurnitureWords
from kawat.lexicon.outlets import outlets
from kawat.page.clock import clock_line
from kawat.page.textlines import TextLine

LONGEST = 25  # words
_NAME = re.compile(r"[A-ZÀ-Þ][\w.'-]*(?:\s+(?:[a-z]{2,3}\s+)?[A-ZÀ-Þ][\w.'-]*){1,4}\Z")
_PIECES = re.compile(r"\s+-\s+|\s*[,|•·/;]\s*")


@dataclass(frozen=True, slots=True)
class Byline:
    """Code points of the line's words about its authors, and the words themselves."""

    start: int
    end: int
    names: str


def opened_byline(line: TextLine, words: FurnitureWords) -> Byline | None:
    """The byline of a line that opens as one does ("Oleh …", "By …"), without its date."""
    said = _said(line, words)
    opened = words.byline_opening.match(said) if said else None
    return _byline(line, said) if opened and said[opened.end()].isupper() else None


def bare_byline(line: TextLine, words: FurnitureWords, beside_clock: bool) -> Byline | None:
    """The byline of a line that joins a name and an outlet, or is no more than an outlet or, `beside_clock`, a name."""
    said = _said(line, words)
    return _byline(line, said) if said and _is_byline(said, beside_clock or said != line.view) else None


def _said(line: TextLine, words: FurnitureWords) -> str:
    """The words of a short line beside its date."""
    if line.words > LONGEST:
        return ""
    clock = clock_line(line.view, words)
    return (line.view if clock is None else clock.rest[0] if clock.rest else "").strip(" -|,(")


def _byline(line: TextLine, said: str) -> Byline:
    start = line.start + line.view.index(said)
    return Byline(start, start + len(said), said)


def _is_byline(said: str, beside_clock: bool) -> bool:
    pieces = [piece for piece in _PIECES.split(said) if piece]
    names = [piece for piece in pieces if _NAME.match(piece) and outlets().exactly(piece) is None]
    media = [piece for piece in pieces if outlets().exactly(piece) is not None]
    return len(names) + len(media) == len(pieces) and (bool(media) or beside_clock)
