"""Who is no author: desks, newsrooms and agencies, and the words around names in a byline."""

from __future__ import annotations

from functools import cache

from kawat.lexicon.table import DATA, Row, read_toml


class Desks(Row, frozen=True):
    """`world/desks.toml`: words of desks, what opens a byline, what joins its names."""

    words: frozenset[str]
    openers: tuple[str, ...]
    joiners: tuple[str, ...]


@cache
def desks() -> Desks:
    """The list of `world/desks.toml`."""
    return read_toml(DATA / "world" / "desks.toml", Desks)
