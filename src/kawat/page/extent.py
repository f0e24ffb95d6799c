"""Where the news of a page begins and ends among its lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kawat.page.marks import Mark, with_links
from kawat.page.textlines import KERNEL, LONG, TextLine

APART = 8  # words of sentences that one line of something else outweighs
HEADING = 20  # words of sentences that the heading of a box outweighs
SOFT = frozenset({"related", "advertisement", "caption"})  # behind these a last short sentence is news
ENOUGH_SAID = 0.15  # of the words: the news is not over before


@dataclass(frozen=True, slots=True)
class Extent:
    """The news of a page: indexes of its lines, the first and the one behind the last of them, and marks with those of linked lines."""

    body: tuple[int, ...]
    first: int
    last: int
    marks: tuple[Mark | None, ...]


def extent_of(lines: Sequence[TextLine], marks: Sequence[Mark | None]) -> Extent:
    """The stretch where sentences most outweigh other lines, with all unmarked lines in it; where none is one, every unmarked line."""
    solid = _solid(lines, marks)
    if not solid:
        bare = tuple(k for k in range(len(lines)) if marks[k] is None)
        return Extent(bare, bare[0] if bare else 0, bare[-1] + 1 if bare else 0, tuple(marks))
    first, last = _densest(lines, marks, solid) if any(marks) else (_opening(lines, solid[0]), solid[-1] + 1)
    last = _closing(lines, marks, [k for k in solid if first <= k < last], last)
    whole = with_links(lines, marks, first)
    last = max((k for k in solid if first <= k < last and whole[k] is None), default=first) + 1
    last = _with_closing(lines, whole, last)
    return Extent(tuple(k for k in range(first, last) if whole[k] is None), first, last, tuple(whole))


def _solid(lines: Sequence[TextLine], marks: Sequence[Mark | None]) -> list[int]:
    """The sentences, and what stands above the first of them and is too long for a headline."""
    prose = [k for k, line in enumerate(lines) if line.prose and marks[k] is None]
    above = range(prose[0] if prose else len(lines))
    return [k for k in above if lines[k].words >= LONG and marks[k] is None] + prose


def _opening(lines: Sequence[TextLine], first: int) -> int:
    """The first line of a page without furniture: short sentences above the first long one are news."""
    while first > 0 and lines[first - 1].closed:
        first -= 1
    return first


def _densest(lines: Sequence[TextLine], marks: Sequence[Mark | None], solid: list[int]) -> tuple[int, int]:
    """The stretch of greatest weight, where the words of sentences count for it and lines of anything else against it."""
    held, best = frozenset(solid), (0, solid[0], solid[0] + 1)
    weight, start = 0, solid[0]
    for k in range(solid[0], solid[-1] + 1):
        if weight <= 0:
            weight, start = 0, k
        weight += lines[k].words if k in held else -_against(marks[k])
        if weight > best[0]:
            best = (weight, start, k + 1)
    return best[1], best[2]


def _against(mark: Mark | None) -> int:
    """What a line that is no sentence weighs against the news around it: nothing where its own words tell it apart."""
    if mark and mark.closes:
        return HEADING
    return 0 if mark else APART


def _closing(lines: Sequence[TextLine], marks: Sequence[Mark | None], solid: list[int], last: int) -> int:
    """The first line that closes the page: one behind enough of the news, and before no two sentences in a row where links follow it."""
    total, said, at = sum(lines[k].words for k in solid), 0, 0
    for k in range(solid[0], last):
        while at < len(solid) and solid[at] < k:
            said, at = said + lines[solid[at]].words, at + 1
        mark = marks[k]
        if mark and mark.closes and said >= ENOUGH_SAID * total and not (mark.heads and _resumes(marks, solid[at:])):
            return k
    return last


def _resumes(marks: Sequence[Mark | None], solid: list[int]) -> bool:
    """True where two sentences stand in a row, but for furniture between them."""
    return any(all(marks[before + 1:after]) for before, after in pairwise(solid))


def _with_closing(lines: Sequence[TextLine], marks: Sequence[Mark | None], last: int) -> int:
    """The end moved behind short last sentences, and behind words without a full stop: on a page without furniture all, else long ones."""
    plain, k = not any(marks), last
    while k < len(lines) and ((mark := marks[k]) is None or mark.kind in SOFT):
        if marks[k] is None and not (plain or (lines[k].closed and not lines[k].asks) or (lines[k].words >= KERNEL and k == last)):
            break
        k += 1
        last = k if marks[k - 1] is None else last
    return last
