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


def find_byline(line: TextLine, words: FurnitureWords, beside_clock: bool) -> Byline | None:
    """The byline a line is, without its date: it opens as one does, joins a name and an outlet, or is a bare name `beside_clock`."""
    if line.words > LONGEST:
        return None
    clock = clock_line(line.view, words)
    said = line.view if clock is None else clock.rest[0] if clock.rest else ""
    said = said.strip(" -|,(")
    if not said or not _is_byline(said, words, beside_clock or clock is not None):
        return None
    start = line.start + line.view.index(said)
    return Byline(start, start + len(said), said)


def _is_byline(said: str, words: FurnitureWords, beside_clock: bool) -> bool:
    opened = words.byline_opening.match(said)
    if opened:
        return said[opened.end()].isupper()
    pieces = [piece for piece in _PIECES.split(said) if piece]
    names = [piece for piece in pieces if _NAME.match(piece) and outlets().find(piece) is None]
    media = [piece for piece in pieces if outlets().find(piece) is not None]
    return len(names) + len(media) == len(pieces) and (bool(names and media) or beside_clock)
