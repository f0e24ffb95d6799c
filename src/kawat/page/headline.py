"""The headline of a page, and the lines that repeat it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.page.marks import Mark
from kawat.page.textlines import TextLine

FEWEST, ENOUGH, FULL, MOST = 2, 4, 8, 28  # words of a headline
MENU = 12  # lines above the news: more than so many are a menu, and the headline stands below it
NEAR = 60  # lines above the news where a headline is looked for
TELLING = 12  # letters: a shorter line says nothing by repeating


@dataclass(frozen=True, slots=True)
class Headline:
    """Indexes of lines: the headline, those that hold no more than it, and those where it is glued to a trail of sections."""

    line: int
    repeats: tuple[int, ...] = ()
    glued: tuple[int, ...] = ()


def headline_of(lines: Sequence[TextLine], marks: Sequence[Mark | None], first: int, barred: frozenset[int]) -> Headline | None:
    """The line above the news (which begins at `first`) that other lines repeat, else the first that is long enough; None where none is.

    `barred` lines are known to be something else (a dateline, a byline).
    """
    above = range(max(0, first - NEAR), first)
    candidates = [k for k in above if marks[k] is None and k not in barred and FEWEST <= lines[k].words <= MOST]
    if not candidates:
        return None
    letters = {k: letters_of(lines[k].view) for k in above}
    least = ENOUGH if len(candidates) > MENU else ENOUGH - 1
    repeated = [k for k in candidates if lines[k].words >= least and len(letters[k]) >= TELLING
                and any(_holds(letters[o], letters[k]) for o in above if o != k)]
    line = max(repeated, key=lambda k: (len(letters[k]), k)) if repeated else _likely(lines, marks, candidates)
    others = [k for k in above if k != line and len(letters[line]) >= TELLING and _holds(letters[k], letters[line])]
    return Headline(line, tuple(k for k in others if letters[k].startswith(letters[line])),
                    tuple(k for k in others if not letters[k].startswith(letters[line])))


def letters_of(view: str) -> str:
    """The letters and digits of a line, in small letters."""
    return "".join(filter(str.isalnum, view.lower()))


def _holds(longer: str, shorter: str) -> bool:
    return longer.endswith(shorter) or longer.startswith(shorter)


def _likely(lines: Sequence[TextLine], marks: Sequence[Mark | None], candidates: list[int]) -> int:
    """The first candidate long enough that is no link below a heading; below a menu, where many stand, the last but for its deck."""
    if len(candidates) > MENU:
        sizes = ([k for k in candidates if lines[k].words >= least] for least in (FULL, ENOUGH + 1, ENOUGH))
        long = next(filter(None, sizes), candidates)
        return long[-2] if len(long) > 1 and long[-1] == long[-2] + 1 else long[-1]
    long = [k for k in candidates if lines[k].words >= ENOUGH]
    if not long:
        return candidates[0]
    return next((k for k in long if not _below_heading(lines, marks, k)), long[-1])


def _below_heading(lines: Sequence[TextLine], marks: Sequence[Mark | None], k: int) -> bool:
    """True for a line in a row of unmarked ones whose first follows a heading."""
    while k > 0 and marks[k - 1] is None and not lines[k - 1].prose:
        k -= 1
    above = marks[k - 1] if k > 0 else None
    return above is not None and above.heads


def opens_with_headline(lines: Sequence[TextLine], marks: Sequence[Mark | None], body: Sequence[int]) -> bool:
    """True where the first sentence of the news is its headline: a line above repeats it; or it asks or calls on a page with furniture,
    and nothing above it looks like one.
    """
    if lines[body[0]].words > MOST or not any(lines[k].prose for k in body[1:]):
        return False
    above = range(max(0, body[0] - NEAR), body[0])
    own = letters_of(lines[body[0]].view)
    if len(own) >= TELLING and any(_holds(letters_of(lines[k].view), own) for k in above):
        return True
    other = any(marks[k] is None and lines[k].words >= ENOUGH for k in above)
    return lines[body[0]].asks and not other and any(mark is not None for mark in marks)
