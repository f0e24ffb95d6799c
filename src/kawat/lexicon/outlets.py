"""News agencies, broadcasters and outlets by name, alias, domain, and near misspelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from kawat.lexicon.places import toponyms
from kawat.lexicon.table import DATA, Row, read_tsv

FUZZY_FROM = 6  # letters; in shorter names one letter's difference is another outlet


class Outlet(Row, frozen=True):
    """A row of `world/outlets.tsv`; `aliases` are parted by bars."""

    name: str
    kind: Literal["agency", "broadcaster", "outlet"]
    country: str | None = None
    domain: str | None = None
    aliases: str = ""

    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *filter(None, self.aliases.split("|")))


@dataclass(frozen=True)
class Outlets:
    """All outlets."""

    all: tuple[Outlet, ...]

    @cached_property
    def _by_name(self) -> dict[str, Outlet]:
        return {key(name): outlet for outlet in self.all for name in outlet.names()}

    @cached_property
    def _by_domain(self) -> dict[str, Outlet]:
        return {outlet.domain: outlet for outlet in self.all if outlet.domain}

    def find(self, name: str) -> Outlet | None:
        """The outlet written so, by alias, domain, or with one letter wrong, missing or too much; None for nobody known.

        A place is no misspelling: "Ankara" is not "Antara".
        """
        return self.exactly(name) or self._nearly(key(name))

    def exactly(self, name: str) -> Outlet | None:
        """The outlet written so, letter by letter."""
        wanted = key(name)
        return self._by_name.get(wanted) or self._by_domain.get(wanted)

    @cached_property
    def _by_opening(self) -> dict[tuple[str, int], tuple[tuple[str, Outlet], ...]]:
        """The names long enough to be misspelt, in the order of the list, by their first letter and each length they may be written in."""
        found: dict[tuple[str, int], list[tuple[str, Outlet]]] = {}
        for known, outlet in self._by_name.items():
            for length in range(len(known) - 1, len(known) + 2) if len(known) >= FUZZY_FROM else ():
                found.setdefault((known[0], length), []).append((known, outlet))
        return {opening: tuple(near) for opening, near in found.items()}

    def _nearly(self, wanted: str) -> Outlet | None:
        near = self._by_opening.get((wanted[:1], len(wanted)), ()) if len(wanted) >= FUZZY_FROM else ()
        return next((outlet for known, outlet in near if one_apart(known, wanted)), None) if near and not toponyms(wanted) else None


def key(name: str) -> str:
    """A name as look-ups see it: lower case, single blanks, no article, no quotes."""
    words = name.casefold().replace("’", "'").strip(" .,()\"'").split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def one_apart(one: str, other: str) -> bool:
    """True where one edit of a letter makes one of the other."""
    if len(one) > len(other):
        one, other = other, one
    at = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    return one[at + 1:] == other[at + 1:] if len(one) == len(other) else one[at:] == other[at + 1:]


@cache
def outlets() -> Outlets:
    """The list of `world/outlets.tsv`."""
    return Outlets(tuple(_rows()))


def _rows() -> Iterator[Outlet]:
    yield from read_tsv(DATA / "world" / "outlets.tsv", Outlet)
