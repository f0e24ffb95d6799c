"""Where the news of a page begins and ends among its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kawat.page.marks import Mark, with_links
from kawat.page.textlines import KERNEL, TextLine

GAP = 4  # lines that are no news, in a row, between two stretches of it
STRAY = 0.15  # of the words: below that, a stretch apart from the news is no part of it
SOFT = frozenset({"related", "advertisement", "caption", "clock", "share"})  # these stand inside news


@dataclass(frozen=True, slots=True)
class Extent:
    """The news of a page: indexes of its lines, the first and the one behind the last of them, and marks with those of linked lines."""

    body: tuple[int, ...]
    first: int
    last: int
    marks: tuple[Mark | None, ...]


def extent_of(lines: Sequence[TextLine], marks: Sequence[Mark | None]) -> Extent:
    """The densest stretch of sentences with everything unmarked inside it; all unmarked lines where none is a sentence."""
    solid = [k for k, line in enumerate(lines) if line.solid and marks[k] is None]
    if not solid:
        bare = tuple(k for k in range(len(lines)) if marks[k] is None)
        return Extent(bare, bare[0] if bare else 0, bare[-1] + 1 if bare else 0, tuple(marks))
    first, last = _ends(lines, marks, solid)
    whole = with_links(lines, marks, first)
    last = max((k for k in solid if first <= k < last and whole[k] is None), default=first) + 1
    last = _with_closing(lines, whole, last)
    return Extent(tuple(k for k in range(first, last) if whole[k] is None), first, last, tuple(whole))


def _ends(lines: Sequence[TextLine], marks: Sequence[Mark | None], solid: list[int]) -> tuple[int, int]:
    """The first line of the news and the one behind its last: without stray sentences far off, and before what closes a page."""
    stretches = _stretches(marks, solid)
    weights = [sum(lines[k].words for k in stretch) for stretch in stretches]
    whole = [stretch for stretch, weight in zip(stretches, weights, strict=True) if weight >= STRAY * max(weights) or len(stretch) > 2]
    first, last = whole[0][0], whole[-1][-1] + 1
    return first, _closing(lines, marks, [k for k in solid if first <= k < last], last)


def _stretches(marks: Sequence[Mark | None], solid: list[int]) -> list[list[int]]:
    found = [[solid[0]]]
    for before, k in pairwise(solid):
        if k - before > GAP and sum(not (mark and mark.kind in SOFT) for mark in marks[before + 1:k]) >= GAP:
            found.append([])
        found[-1].append(k)
    return found


def _closing(lines: Sequence[TextLine], marks: Sequence[Mark | None], solid: list[int], last: int) -> int:
    """The first line that closes the page: one behind enough of the news, and before no two sentences in a row where links follow it."""
    total, said, at = sum(lines[k].words for k in solid), 0, 0
    for k in range(solid[0], last):
        while at < len(solid) and solid[at] < k:
            said, at = said + lines[solid[at]].words, at + 1
        mark = marks[k]
        if mark and mark.closes and said >= STRAY * total and not (mark.heads and _resumes(solid[at:])):
            return k
    return last


def _resumes(solid: list[int]) -> bool:
    return any(after == before + 1 for before, after in pairwise(solid))


def _with_closing(lines: Sequence[TextLine], marks: Sequence[Mark | None], last: int) -> int:
    """The end moved behind short last sentences, and behind words without a full stop: on a page without furniture all, else long ones."""
    plain = not any(marks)
    while last < len(lines) and marks[last] is None and (plain or lines[last].closed or lines[last].words >= KERNEL):
        last += 1
    return last
