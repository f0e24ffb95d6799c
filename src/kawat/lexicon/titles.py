"""The words that say what somebody is, and the words that point back to somebody."""

from __future__ import annotations

from kawat.lexicon.table import Row
from kawat.nouns.mention import ActorKind


class RoleRow(Row, frozen=True):
    """`[[role]]` of `titles.toml`: words with the PLOVER sector they give; `role` is `head`, `spokesperson` or nothing."""

    sector: str
    kind: ActorKind
    words: tuple[str, ...]
    public: bool | None = None
    role: str | None = None


class TitlesFile(Row, frozen=True):
    """`titles.toml`. `lead` words open a noun phrase; `honorifics` stand before names, and those under `ranks` also give a sector.

    A name of several words with one of `bodies` in it is a body's. Before a listed office, one of `deputies` makes somebody else of it.
    """

    role: tuple[RoleRow, ...]
    lead: tuple[str, ...]
    honorifics: tuple[str, ...]
    joiners: tuple[str, ...] = ()
    deputies: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    ranks: dict[str, tuple[str, ...]] = {}

    def rank(self, word: str) -> RoleRow | None:
        """What a rank before a name says of its holder: a sector, and that the name is public; None for "Mr"."""
        sector = next((sector for sector, words in self.ranks.items() if word in words), None)
        return RoleRow(sector=sector, kind="person", words=(), public=True) if sector else None


class CoreferenceFile(Row, frozen=True):
    """`coreference.toml`. `locative` words make a name a place, and only those of `inside` a state; a name that no table knows is a place
    after `inside`, `areas` and `whither` words alone ("ke X" is no person, "to X" may be).

    `areas` are words for kinds of areas and parts of them, which the table of places leaves out of a name ("Kabupaten Garut", "Gaza
    Utara"), `heads` those that begin one, `tails` those that end one; `sites` are words a name is made with; none is a name alone.
    `homeland` are the countries (ISO 3166-1 alpha-3) whose towns a page may name without saying so. `inner` words may stand between a
    title and its owner; `possessive` marks the owner before it; `bodies` beside a `definite` word point back. `states` are the words of
    `pairs` that mean countries; `sides` stand with a clitic for whoever speaks ("pihaknya"), with a
    state's name for the state ("the Greek side"), `collectives` for a group ("ketiganya").
    `partitives` join a number to those it is of ("two of").
    """

    singular: tuple[str, ...]
    plural: tuple[str, ...]
    clitic: tuple[str, ...]
    pairs: tuple[str, ...]
    definite: tuple[str, ...]
    locative: tuple[str, ...]
    connectors: tuple[str, ...]
    possessive: tuple[str, ...]
    inner: tuple[str, ...]
    things: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    whither: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    homeland: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    sites: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    states: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    collectives: tuple[str, ...] = ()
    partitives: tuple[str, ...] = ()
