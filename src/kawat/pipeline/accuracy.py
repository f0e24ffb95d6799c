"""How many of the records that examples and example pages want a language gives, by type."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from kawat.lexicon.language import Language, language
from kawat.lexicon.ontology import event_types, position_kinds
from kawat.lexicon.pages import EventRow, PositionRow, Wanted, choices, page_slugs
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.parse import load
from kawat.pipeline.examples import verdicts
from kawat.pipeline.pages import judged_rows

TABLES = ("examples", "look_alikes", "pages")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """For one type, and each of `TABLES`: how many are as they should be, and how many there are."""

    type: str
    examples: tuple[int, int] = (0, 0)
    look_alikes: tuple[int, int] = (0, 0)
    pages: tuple[int, int] = (0, 0)


def accuracy(code: str) -> tuple[Accuracy, ...]:
    """A row for each event type and kind of position a language wants, then for each other table of the pages.

    A page's record that may have several types counts under the first; known failures count as not given.
    """
    pack = language(code)
    return tallied([*of_examples(pack, load(pack).parse), *of_pages(code)])


def of_examples(pack: Language, parse: Callable[[Article], Document]) -> Iterator[tuple[str, str, bool]]:
    """The type, the table and the outcome of each example and each look-alike."""
    yield from ((rule.type, "look_alikes" if alike else "examples", fault is None) for rule, _, alike, fault in verdicts(pack, parse))


def of_pages(code: str) -> Iterator[tuple[str, str, bool]]:
    """The type, the table and the outcome of each record that the example pages of a language want."""
    for slug in page_slugs():
        if slug.split("/")[0] == code:
            yield from ((_type(row), "pages", fault is None) for row, fault in judged_rows(slug))


def tallied(outcomes: list[tuple[str, str, bool]]) -> tuple[Accuracy, ...]:
    """The outcomes counted by type, in the order of the ontology."""
    order = [*event_types(), *position_kinds()]
    place = {kind: number for number, kind in enumerate(order)}
    ranked = sorted(outcomes, key=lambda one: (place.get(one[0], len(order)), one[0]))
    return tuple(_row(kind, list(mine)) for kind, mine in groupby(ranked, key=lambda one: one[0]))


def _row(kind: str, outcomes: list[tuple[str, str, bool]]) -> Accuracy:
    found = {table: [right for _, where, right in outcomes if where == table] for table in TABLES}
    return Accuracy(kind, **{table: (sum(rights), len(rights)) for table, rights in found.items()})


def _type(row: Wanted) -> str:
    """What a wanted record is counted under: an event's type, a position's kind, else its table."""
    if isinstance(row, EventRow):
        return choices(row.type)[0]
    return choices(row.kind)[0] if isinstance(row, PositionRow) else type(row).__name__.removesuffix("Row").lower()
