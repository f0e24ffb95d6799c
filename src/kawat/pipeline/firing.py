"""Which rules of a language give records over pages, and which never do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kawat.lexicon.language import language
from kawat.nouns.reading import Reading


@dataclass(frozen=True, slots=True)
class Firing:
    """Pages read in the language and pages left out as in another, the records each rule gave, most first, and the rules that gave none."""

    pages: int
    left_out: int
    fired: dict[str, int]
    never: tuple[str, ...]


def firing(code: str, readings: Iterable[Reading]) -> Firing:
    """The records of each rule over the readings in a language.

    A rule is counted where a record carries its name: of two tellings of one event only the first rule is.
    """
    counts: Counter[str] = Counter()
    pages = left_out = 0
    for reading in readings:
        if reading.article.language != code:
            left_out += 1
            continue
        pages += 1
        counts.update(event.rule for event in reading.events)
        counts.update(position.rule for position in reading.positions)
    names = [rule.name for rule in (*language(code).rules, *language(code).position_rules)]
    fired = {name: count for name, count in counts.most_common() if name in names}
    return Firing(pages, left_out, fired, tuple(name for name in names if name not in fired))
