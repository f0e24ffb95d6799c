"""The lines of a page's text, with their places in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

_LINE = re.compile("[^\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]+")
# A line that breaks off ("…") closes nothing, unless inside a quotation.
_END = re.compile(r"(?<![.…])[.!?:][\"')\]\s]{0,4}\Z|[.…][\"')\]]{1,4}\Z|[.!?…][\"')\]\s]{0,4}\([^()]{2,40}\)\.?\Z")
KERNEL, SENTENCE, LONG = 12, 4, 20  # words
WRAPPED = (50, 110)  # characters of a line broken by width
END_WINDOW = 60


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line without the blanks around it: code points, its view, its words, and whether it ends as a sentence does.

    `block` counts the stretches between blank lines.
    """

    start: int
    end: int
    view: str
    words: int
    closed: bool
    block: int

    @property
    def prose(self) -> bool:
        """True for what reads as a sentence or more."""
        return self.closed and self.words >= SENTENCE

    @property
    def asks(self) -> bool:
        """True for what ends in a question or an exclamation mark."""
        return self.view.rstrip("\"' ")[-1:] in ("?", "!")

    @property
    def kernel(self) -> bool:
        """True for a sentence too long to be anything but news."""
        return self.closed and self.words >= KERNEL


def text_lines(view: str) -> tuple[TextLine, ...]:
    """The lines of a view that hold anything; paragraphs broken by width are one line each."""
    blocks = groupby(_lines(view), key=lambda line: line.block)
    return tuple(line for _, block in blocks for line in _unwrapped(view, tuple(block)))


def line_at(view: str, start: int, end: int, block: int = 0) -> TextLine:
    """The line between two places, which must not hold blanks at its edges."""
    text = view[start:end]
    return TextLine(start, end, text, len(text.split()), _END.search(text, max(0, len(text) - END_WINDOW)) is not None, block)


def _lines(view: str) -> Iterator[TextLine]:
    block, behind = 0, 0
    for found in _LINE.finditer(view):
        text = found[0].strip()
        if not text:
            continue
        start = found.start() + found[0].index(text[0])
        block += _has_blank_line(view, behind, start)
        behind = start + len(text)
        yield line_at(view, start, behind, block)


def _has_blank_line(view: str, behind: int, start: int) -> bool:
    return view.count("\n", behind, start) > 1 or "\u2029" in view[behind:start]


def _unwrapped(view: str, block: tuple[TextLine, ...]) -> tuple[TextLine, ...]:
    """One line for a block broken at a width: lines about as long, going on in small letters where they end in mid-sentence."""
    inner = block[:-1]
    if not inner or not all(WRAPPED[0] <= line.end - line.start <= WRAPPED[1] for line in inner):
        return block
    goes_on = sum(after.view[0].islower() for line, after in zip(inner, block[1:], strict=True) if not line.closed)
    if goes_on * 2 < len(inner) or not block[-1].closed:
        return block
    return (replace(line_at(view, block[0].start, block[-1].end), block=block[0].block),)
