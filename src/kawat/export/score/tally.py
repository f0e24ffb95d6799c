"""Counts of what is right, predicted, found and wanted, and the results they add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True)
class Tally:
    """Right among predicted, and right among gold; the two numerators differ only where CONSULT roles are swapped."""
    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return type(self)(self.right + other.right, self.predicted + other.predicted, self.found + other.found, self.gold + other.gold)

    @property
    def p(self) -> float | None:
        """Right among predicted; None where nothing is predicted."""
        return self.right / self.predicted if self.predicted else None

    @property
    def r(self) -> float | None:
        """Found among gold; None where gold has none."""
        return self.found / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where there is nothing to find and nothing found."""
        if not self.predicted and not self.gold:
            return None
        p, r = self.p or 0.0, self.r or 0.0
        return 2 * p * r / (p + r) if p + r else 0.0


class Share(Tally):
    """A plain proportion: its precision, recall and F1 are one number."""


def share(right: Iterable[Any] | int, of: int | None = None) -> Share:
    """`share(marks)`, each true or false, or `share(right, of)`."""
    if isinstance(right, int):
        return Share(right, of or 0, right, of or 0)
    marks = [bool(mark) for mark in right]
    return Share(sum(marks), len(marks), sum(marks), len(marks))


@dataclass
class Result:
    """What one item contributes: tallies by name, event tallies by type, errors, and numbers that are not proportions."""
    tallies: dict[str, Tally] = field(default_factory=dict)
    types: dict[str, Tally] = field(default_factory=dict)
    errors: list[Row] = field(default_factory=list)
    numbers: dict[str, list[float]] = field(default_factory=dict)


def add_up(parts: Iterable[dict[str, Tally]]) -> dict[str, Tally]:
    """Tallies summed by name."""
    total: dict[str, Tally] = {}
    for part in parts:
        for name, tally in part.items():
            total[name] = total[name] + tally if name in total else tally
    return total


def join(results: list[Result]) -> Result:
    """The results of several items as one."""
    numbers: dict[str, list[float]] = defaultdict(list)
    for result in results:
        for name, values in result.numbers.items():
            numbers[name] += values
    errors = [error for result in results for error in result.errors]
    return Result(add_up(r.tallies for r in results), add_up(r.types for r in results), errors, dict(numbers))
