"""PLOVER's types, modes and contexts, and kawat's issues, as data."""

from __future__ import annotations

from functools import cache

from kawat.lexicon.table import DATA, Row, read_toml
from kawat.nouns.record import PositionKind


class EventType(Row, frozen=True):
    """One of the sixteen PLOVER types. `future` is the type it becomes when it still lies ahead; a `mutual` type has no recipient."""

    code: str
    quad: int
    score: float
    means: str
    future: str | None = None
    mutual: bool = False
    modes: dict[str, float] = {}


class Plover(Row, frozen=True):
    """`ontology/plover.toml`."""

    type: tuple[EventType, ...]


class IssueContexts(Row, frozen=True):
    """`ontology/issues.toml`: each issue of kawat's own with the PLOVER contexts nearest to it."""

    contexts: dict[str, tuple[str, ...]]


class Contexts(Row, frozen=True):
    """`ontology/contexts.toml`: what each of PLOVER's contexts is, and those that a sector says by itself."""

    context: dict[str, str]
    sector: dict[str, tuple[str, ...]]


class PositionKinds(Row, frozen=True):
    """`ontology/positions.toml`: what each kind of position is."""

    kind: dict[PositionKind, str]


@cache
def event_types() -> dict[str, EventType]:
    """The sixteen types by code."""
    return {one.code: one for one in read_toml(DATA / "ontology" / "plover.toml", Plover).type}


@cache
def issue_contexts() -> dict[str, tuple[str, ...]]:
    """The PLOVER contexts of each issue."""
    return read_toml(DATA / "ontology" / "issues.toml", IssueContexts).contexts


@cache
def contexts() -> dict[str, str]:
    """PLOVER's contexts, and what each is."""
    return read_toml(DATA / "ontology" / "contexts.toml", Contexts).context


@cache
def sector_contexts() -> dict[str, tuple[str, ...]]:
    """The contexts that somebody's sector says by itself."""
    return read_toml(DATA / "ontology" / "contexts.toml", Contexts).sector


@cache
def position_kinds() -> dict[PositionKind, str]:
    """What each kind of position is, in a sentence."""
    return read_toml(DATA / "ontology" / "positions.toml", PositionKinds).kind
