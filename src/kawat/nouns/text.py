"""The span, and the view: one coordinate system for everything a page says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

QUOTES = {"“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"', "＂": '"',
          "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "′": "'", "ʼ": "'", "‹": "'", "›": "'"}
DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
BLANKS = "\u0020\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"  # Unicode's Zs
HALVES = re.compile("[\ud800-\udfff]")
INVISIBLE = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f", " ")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of `article.text`: code points, end exclusive; `start` and `end` are None for what stands only in markup."""

    start: int | None
    end: int | None
    text: str

    def overlaps(self, other: Span) -> bool:
        """True where both stand in the text and share a character."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """True where the other span lies inside this one."""
        if self.start is None or self.end is None or other.start is None or other.end is None:
            return False
        return self.start <= other.start and other.end <= self.end


def whole_characters(text: str) -> str:
    """The text with U+FFFD for every half of a character, as broken JSON can hold one: no file and no parser takes them."""
    return HALVES.sub("\ufffd", text)


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text[start:end]`."""
    return Span(start, end, text[start:end])


@cache
def _plain_forms() -> dict[int, str]:
    blanks = {ord(blank): " " for blank in BLANKS}
    marks = {ord(mark): plain for table in (QUOTES, DASHES, INVISIBLE) for mark, plain in table.items()}
    return {**blanks, ord("\t"): " ", ord("\r"): " ", **marks}


def view_of(text: str) -> str:
    """The text as matching sees it: every blank, quote and dash in its plain form, nothing added or removed.

    `len(view_of(text)) == len(text)` for any text, so spans of the view are spans of the text.
    """
    return text.translate(_plain_forms())
