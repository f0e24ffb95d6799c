"""Predicted records paired with gold ones, one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kawat.export.score.tally import Tally

Row = dict[str, Any]


def best_pairs(left: list[Any], right: list[Any], score: Callable[..., Any]) -> list[tuple[int, int]]:
    """One-to-one pairs, as many as there can be; among equals the closest first (greedy by score, then augmenting paths)."""
    edges = sorted(((-s, i, j) for i, a in enumerate(left) for j, b in enumerate(right) if (s := score(a, b)) > 0))
    wishes: dict[int, list[int]] = defaultdict(list)
    taken: dict[int, int] = {}
    for _, i, j in edges:
        wishes[i].append(j)
        if j not in taken and i not in taken.values():
            taken[j] = i
    for i in wishes:
        if i not in taken.values():
            _augment(i, wishes, taken, set())
    return sorted((i, j) for j, i in taken.items())


def _augment(i: int, wishes: dict[int, list[int]], taken: dict[int, int], seen: set[int]) -> bool:
    for j in wishes[i]:
        if j not in seen:
            seen.add(j)
            if j not in taken or _augment(taken[j], wishes, taken, seen):
                taken[j] = i
                return True
    return False


@dataclass
class Judgement:
    """Pairs (predicted, gold), gold records missed, predicted records that are wrong; the excused are in none of them."""
    pairs: list[tuple[Row, Row]]
    missed: list[Row]
    spurious: list[Row]

    @property
    def tally(self) -> Tally:
        """The judgement as counts."""
        n = len(self.pairs)
        return Tally(n, n + len(self.spurious), n, n + len(self.missed))


def judge(predicted: list[Any], gold: list[Any], score: Callable[..., Any], excused: Callable[..., Any] = lambda _: False) -> Judgement:
    """Pair predicted with required gold; what is left over is wrong, unless excused (neither right nor wrong)."""
    pairs = best_pairs(predicted, gold, score)
    used, hit = {i for i, _ in pairs}, {j for _, j in pairs}
    return Judgement([(predicted[i], gold[j]) for i, j in pairs], [g for j, g in enumerate(gold) if j not in hit],
                     [p for i, p in enumerate(predicted) if i not in used and not excused(p)])
