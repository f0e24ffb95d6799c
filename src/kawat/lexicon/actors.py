"""Who is known by name: states, organisations, groups and office holders, in each language's words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from kawat.lexicon.table import DATA, Row, read_tsv
from kawat.nouns.mention import ActorKind

RUN = re.compile(r"[^\W_]*")


class Actor(Row, frozen=True):
    """A row of `world/actors.tsv`: a neutral name, and the office that gives the sector between two days (ISO 8601)."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None


class State(Row, frozen=True):
    """A row of `world/states.tsv`."""

    country: str
    name: str


class StateForm(Row, frozen=True):
    """A row of a language's `states.tsv`."""

    form: str
    country: str
    basis: Literal["named", "demonym", "metonym"]


class ActorForms(Row, frozen=True):
    """A row of a language's `names.tsv`: all forms of one actor, parted by bars."""

    actor: str
    forms: str


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write somebody: `text` as printed, the actor it stands for, and how it does."""

    text: str
    actor: Actor
    basis: Literal["named", "demonym", "metonym"]


@dataclass(frozen=True)
class Names:
    """All forms of a language by the first run of letters or digits in them."""

    by_first: dict[str, tuple[Form, ...]]

    def at(self, view: str, start: int, ends: frozenset[int]) -> tuple[Form, ...]:
        """The forms written at a code point of the view and ending where a token ends; only the longest."""
        key = first_run(view, start)
        known = self.by_first.get(key.casefold(), ())
        here = [form for form in known if start + len(form.text) in ends and _written(form.text, view, start)]
        longest = max((len(form.text) for form in here), default=0)
        return tuple(form for form in here if len(form.text) == longest)


def first_run(text: str, start: int) -> str:
    """The letters and digits from a point up to the first other character."""
    found = RUN.match(text, start)
    return found[0] if found else ""


def _written(form: str, view: str, start: int) -> bool:
    """Short capitals match as they are ("AS", "UN"); other names in any case, but never all in small letters."""
    found = view[start:start + len(form)]
    if form.isupper() and len(form) <= 5:
        return found == form
    return found.casefold() == form.casefold() and (found[0].isupper() or not form[0].isupper())


@cache
def actors() -> dict[str, Actor]:
    """All actors by id; a state's id is its country code."""
    states = {s.country: Actor(id=s.country, name=s.name, kind="country", country=s.country) for s in
              read_tsv(DATA / "world" / "states.tsv", State)}
    return states | {actor.id: actor for actor in read_tsv(DATA / "world" / "actors.tsv", Actor)}


def read_names(folder: Path) -> Names:
    """The forms of one language."""
    table: dict[str, list[Form]] = {}
    for form in (*_state_forms(folder), *_actor_forms(folder)):
        table.setdefault(first_run(form.text, 0).casefold(), []).append(form)
    return Names({key: tuple(forms) for key, forms in table.items()})


def _state_forms(folder: Path) -> Iterator[Form]:
    known = actors()
    yield from (Form(_plain(row.form), known[row.country], row.basis) for row in read_tsv(folder / "states.tsv", StateForm))


def _actor_forms(folder: Path) -> Iterator[Form]:
    known = actors()
    for row in read_tsv(folder / "names.tsv", ActorForms):
        yield from (Form(_plain(text), known[row.actor], "named") for text in row.forms.split("|"))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("–", "-")


def valid(actor: Actor, day: str | None) -> bool:
    """True where the actor held the office on that day, or the day is unknown."""
    if day is None:
        return actor.valid_until is None
    return (actor.valid_from is None or actor.valid_from <= day) and (actor.valid_until is None or day <= actor.valid_until)
