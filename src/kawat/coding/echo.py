"""A number told of people named before: "the opposition said 150 had been detained; the ministry put the figure at 62"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kawat.coding.hits import Clause, Harmed, begin, finish, largest
from kawat.nouns.mention import Mention


def echoed(clause: Clause, count: Mention, found: dict[str, Harmed], before: Callable[[], Harmed | None]) -> Harmed | None:
    """The harm of a count that has none of its own and takes up, or contradicts, the one told before; None where it does neither.

    `before` gives the last harm of the sentence before, for a word that names its number ("they put the number at 40").
    """
    told = [found[other.id] for other in clause.counts if other.id in found and finish(other) <= begin(count)]
    start = _stretch(clause, count)
    if clause.words.echo.search(clause.view, start, begin(count)):
        given = told[-1] if told else before()
    elif clause.words.those.search(clause.view, start, begin(count)):
        given = _no_smaller(before(), count) if not told else None
    else:
        given = told[-1] if told and _contradicts(clause, count, start) else None
    return replace(given, count=count, pattern="echo", of=None) if given else None


def _no_smaller(told: Harmed | None, count: Mention) -> Harmed | None:
    """The harm before, where its count may hold this one: "40 were hurt. Of those, seven are children"."""
    whole, part = (largest(one.quantity) if one else None for one in (told and told.count, count))
    return told if whole is None or part is None or whole >= part else None


def _stretch(clause: Clause, count: Mention) -> int:
    """Where the part of the sentence begins in which a count stands, behind a semicolon or a word that sets against."""
    ends = [mark.end() for mark in clause.words.contrast.finditer(clause.view, clause.sentence.start, begin(count))]
    return ends[-1] if ends else clause.sentence.start


def _contradicts(clause: Clause, count: Mention, start: int) -> bool:
    """True for a bare number of another source: "...; the mayor spoke of 400"."""
    if start == clause.sentence.start or not clause.words.counters_verb.search(clause.view, start, begin(count)):
        return False
    follows = clause.between(finish(count), clause.sentence.end)[:1]
    return not follows or not follows[0][0].isalnum()
