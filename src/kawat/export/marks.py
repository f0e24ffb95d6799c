"""Records as marks over the text, and the text cut at every end of a mark, so that marks may nest and cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

Row = dict[str, Any]
Part = Literal["anchor", "argument", "evidence"]
ANCHORS = {"events": "trigger", "figures": "count", "statements": "content", "positions": "content", "negotiations": "trigger",
           "labels": "span"}
EVIDENCE = ("evidence", "cue", "also", "parts", "stage_span", "conditional_on", "document")
ARGUMENTS = ("actors", "recipients", "forum", "place", "when", "speaker", "addressee", "party", "counterpart", "victims", "counted_by",
             "as_of", "window", "parties", "third_parties", "venue", "documents", "holder", "target")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that belongs to a record: the words that carry it, one of its arguments, or the rest of its evidence."""

    start: int
    end: int
    record: str
    table: str
    part: Part


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text over which no mark begins or ends. `opens` is the record whose anchor begins here, if one does."""

    start: int
    end: int
    anchors: tuple[Mark, ...] = ()
    arguments: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def marks(reading: Row) -> tuple[Mark, ...]:
    """Every mark that the records of a reading make, and the scopes of its attributions as evidence."""
    found = [mark for table in ANCHORS for row in reading[table] for mark in _of_record(table, row)]
    return (*found, *(mark for row in reading["attributions"] for mark in _of_chain(row)))


def _of_record(table: str, row: Row) -> Iterator[Mark]:
    yield from _marks(row[ANCHORS[table]], row["id"], table, "anchor")
    for name in EVIDENCE:
        yield from _marks(row.get(name), row["id"], table, "evidence")
    for name in ARGUMENTS:
        yield from _marks(row.get(name), row["id"], table, "argument")


def _of_chain(row: Row) -> Iterator[Mark]:
    for scope in [row["scope"], *row["scopes"]]:
        yield Mark(scope["start"], scope["end"], row["id"], "attributions", "evidence")
    for hop in row["hops"]:
        yield from _marks(hop.get("span"), row["id"], "attributions", "argument")
        yield from _marks(hop.get("cue"), row["id"], "attributions", "argument")


def _marks(value: Any, record: str, table: str, part: Part) -> Iterator[Mark]:
    for node in value if isinstance(value, list) else [value]:
        inner = (node or {}).get("participant") or node or {}
        for span in (inner.get("span", inner), inner.get("mention")):
            if span and isinstance(span.get("start"), int) and span["start"] < span["end"]:
                yield Mark(span["start"], span["end"], record, table, part)


def pieces(start: int, end: int, found: Iterable[Mark]) -> tuple[Piece, ...]:
    """The text from `start` to `end` cut at every end of a mark; each piece knows the marks that lie over it."""
    over = [mark for mark in found if mark.start < end and mark.end > start]
    cuts = sorted({start, end, *(cut for mark in over for cut in (mark.start, mark.end) if start < cut < end)})
    return tuple(_piece(a, b, [mark for mark in over if mark.start <= a and b <= mark.end]) for a, b in pairwise(cuts))


def _piece(start: int, end: int, over: list[Mark]) -> Piece:
    anchors = tuple(sorted((mark for mark in over if mark.part == "anchor"), key=lambda mark: mark.end - mark.start))
    piece = Piece(start, end, anchors, opens=tuple(mark.record for mark in anchors if mark.start == start))
    return replace(piece, arguments=_records(over, "argument"), evidence=_records(over, "evidence"))


def _records(over: list[Mark], part: Part) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mark.record for mark in over if mark.part == part))
