"""What tells of people killed, hurt, driven out, held or gathered in a language, as `figures.toml` lists it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from kawat.lexicon.numbers import any_of
from kawat.lexicon.table import Row, read_toml
from kawat.nouns.record import FigureKind, Unit

Form = Literal["state", "act", "both", "nominal", "toll"]


class Harm(Row, frozen=True):
    """One way of telling what befell people, or what they did together.

    `states` stand behind the count ("12 tewas", "12 were killed"), `acts` before it ("menewaskan 12"), `both` are words of one form
    for the two ("killed"), `nominals` name the act before its people ("the arrest of six"), `tolls` are nouns that a number is then
    put to ("the death toll rose to 41"). With `needs`, one of those words must stand in the sentence; with `nouns`, the count must
    be of one of those, with `unless` of none of those ("80 inmates escaped"); a count below `least` is not meant ("two men fled").
    `named` harm is only of people told by their noun, so that nobody counts crates ("seized eleven"); of `things` it may be told as
    well, so that the tree may give the number another noun. `planned` harm is a figure before it is done ("will expel 60").
    """

    id: str
    kind: FigureKind
    states: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    both: tuple[str, ...] = ()
    nominals: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    least: int = 1
    named: bool = False
    things: bool = False
    planned: bool = False

    def phrases(self) -> dict[Form, tuple[str, ...]]:
        """The phrases by form."""
        return {"state": self.states, "act": self.acts, "both": self.both, "nominal": self.nominals, "toll": self.tolls}


class FigureRows(Row, frozen=True, kw_only=True):
    """`figures.toml`.

    `auxiliaries` make a `both` word a state; `after_state` may follow one that stands bare. `breaks` end the stretch in which a count
    and its harm belong together, `barriers` also part an act from a count behind it. `reaches` put a number to a toll. `unreal` or
    `coming` near the harm, `infinitive` right before it, or `denials` before it in the sentence mean that nothing is reported.
    `idioms` hold a harm word and no harm. `relatives` open a clause between a count and its harm, in which `nested` words open another.
    `places` set each of two counts in a place of its own ("12 in Norland and five in Sudland"). `totals` sum up whom a harm befell
    ("the number of"), `echoes` name a number told before ("put the figure at"), `those` take a count from it ("of those"), `contrasts`
    set another's number against it. `parts` open a composition ("including"), `of_them` stand in one ("seven of them children");
    `same` join two counts of the same people in other units, `partitives` a part to its whole ("five of the twelve"). `units` and
    `groups` sort nouns; `shares` are vague words for a part of a whole. `perfect`, `still`, `each`, `rates`, `running` and `as_of` tell
    over which time is counted; the `source...` words, who counted.
    """

    harm: tuple[Harm, ...]
    auxiliaries: tuple[str, ...] = ()
    after_state: tuple[str, ...] = ()
    breaks: tuple[str, ...]
    barriers: tuple[str, ...]
    reaches: tuple[str, ...]
    unreal: tuple[str, ...]
    coming: tuple[str, ...]
    infinitive: tuple[str, ...] = ()
    denials: tuple[str, ...]
    conjunctions: tuple[str, ...]
    possessives: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    nested: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    echoes: tuple[str, ...] = ()
    those: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    parts: tuple[str, ...]
    of_them: tuple[str, ...]
    same: tuple[str, ...]
    shares: tuple[str, ...]
    perfect: tuple[str, ...]
    still: tuple[str, ...]
    each: tuple[str, ...]
    rates: tuple[str, ...] = ()
    partitives: tuple[str, ...] = ()
    running: tuple[str, ...] = ()
    as_of: tuple[str, ...]
    sources_after: tuple[str, ...]
    source_verbs: tuple[str, ...]
    source_ends: tuple[str, ...]
    source_nouns: tuple[str, ...]
    source_joins: tuple[str, ...] = ()
    units: dict[Unit, tuple[str, ...]]
    groups: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class FigureWords:
    """The words of `figures.toml` with the patterns made of them; all patterns want the view and ignore case."""

    rows: FigureRows

    @cached_property
    def meanings(self) -> dict[str, tuple[tuple[Harm, Form], ...]]:
        """Each harm phrase with what it may mean."""
        found: dict[str, list[tuple[Harm, Form]]] = {}
        for harm in self.rows.harm:
            for form, phrases in harm.phrases().items():
                for phrase in phrases:
                    found.setdefault(phrase, []).append((harm, form))
        return {phrase: tuple(meant) for phrase, meant in found.items()} | dict.fromkeys(self.rows.idioms, ())

    @cached_property
    def harm(self) -> re.Pattern[str]:
        """Any harm phrase."""
        return words(self.meanings)

    @cached_property
    def reach(self) -> re.Pattern[str]:
        """A word that puts a number to a toll, at most a word before the number."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.reaches)})(?:\s+\w+)?\s*$", re.IGNORECASE)

    @cached_property
    def conjunction(self) -> re.Pattern[str]:
        """What joins the members of a coordination, and nothing else but a possessive ("a mother and her three children")."""
        return re.compile(rf"\s*,?\s*(?:(?:{any_of(self.rows.conjunctions)})\s+)?(?:(?:{any_of(self.rows.possessives)})\s+)?",
                          re.IGNORECASE)

    @cached_property
    def part(self) -> re.Pattern[str]:
        """A word that opens a composition, at most a word before the number."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.parts)})\s+(?:\w+\s+)?$", re.IGNORECASE)

    @cached_property
    def of_them(self) -> re.Pattern[str]:
        """A word that takes a count out of another: "of them"."""
        return words(self.rows.of_them)

    @cached_property
    def relative_aside(self) -> re.Pattern[str]:
        """The comma before a relative clause that holds the harm itself: "five drivers, who are now missing"."""
        return re.compile(rf"^\s*,\s*(?=(?:{any_of(self.rows.relatives)})\s+(?:{any_of(self.rows.auxiliaries)})(?!\w))", re.IGNORECASE)

    @cached_property
    def total(self) -> re.Pattern[str]:
        """A word that sums up people, with at most four words behind it."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.totals)})\s+(?:\w+\s+){{0,4}}$", re.IGNORECASE)

    @cached_property
    def echo(self) -> re.Pattern[str]:
        """A word for a number told before, with what puts a number to it."""
        reach = rf"(?:(?:{any_of(self.rows.reaches)})\s+){{0,3}}"
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.echoes)})\s+{reach}$", re.IGNORECASE)

    @cached_property
    def those(self) -> re.Pattern[str]:
        """A word for people counted before, of whom a count behind it is a part."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.those)})\s*,?\s*$", re.IGNORECASE)

    @cached_property
    def counters_verb(self) -> re.Pattern[str]:
        """A verb of telling right before a number, at most a word between."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.source_verbs)})\s+(?:\w+\s+)?$", re.IGNORECASE)

    @cached_property
    def contrast(self) -> re.Pattern[str]:
        """What parts one source's number from another's."""
        return re.compile(rf";|(?<!\w)(?:{any_of(self.rows.contrasts)})(?!\w)", re.IGNORECASE)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """A word at the head of a clause that names those of whom the counts behind tell: "of the 45 people aboard"."""
        return re.compile(rf"(?:^|[,;:(])\s*(?:{any_of(self.rows.partitives)})\s+(?:\w+\s+)?$", re.IGNORECASE)

    @cached_property
    def numbers(self) -> re.Pattern[str]:
        """Figures joined to one another ("aged 12 and 14"): no other clause begins there."""
        return re.compile(rf"\d+(?:(?:\s*,\s*|\s+(?:{any_of(self.rows.conjunctions)})\s+)\d+)+", re.IGNORECASE)

    @cached_property
    def partitive(self) -> re.Pattern[str]:
        """What joins a count to the whole it is taken from, and nothing else."""
        return re.compile(rf"\s*(?:{any_of(self.rows.partitives)})\s*", re.IGNORECASE)

    @cached_property
    def rate(self) -> re.Pattern[str]:
        """A rate right behind a count: "800 a day"."""
        return re.compile(rf"\s+(?:{any_of(self.rows.rates)})(?!\w)", re.IGNORECASE)

    @cached_property
    def same(self) -> re.Pattern[str]:
        """What joins two counts of the same people."""
        return re.compile(rf"\s*[,(]?\s*(?:{any_of(self.rows.same)})\s*", re.IGNORECASE)

    @cached_property
    def denial(self) -> re.Pattern[str]:
        """A word that takes back what follows it in the sentence."""
        return words(self.rows.denials)

    @cached_property
    def source_before(self) -> re.Pattern[str]:
        """A cue with the source behind it: "according to"."""
        return words(self.rows.sources_after)

    @cached_property
    def source_verb(self) -> re.Pattern[str]:
        """A verb with the source before it: "the ministry said"."""
        return words(self.rows.source_verbs)

    def unit(self, nouns: list[str]) -> Unit:
        """What is counted, by the nouns of a count."""
        return next((unit for unit, names in self.rows.units.items() if any(noun in names for noun in nouns)), "persons")

    def victim_groups(self, nouns: list[str]) -> tuple[str, ...]:
        """The groups the nouns of a count name, in the order of `figures.toml`."""
        return tuple(group for group, names in self.rows.groups.items() if any(noun in names for noun in nouns))


def words(phrases: Iterable[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words, the longest first."""
    return re.compile(rf"(?<![\w-])(?:{any_of(phrases)})(?![\w-])", re.IGNORECASE)


def read_figures(path: Path) -> FigureWords:
    """`figures.toml` of a language; raises BadData."""
    return FigureWords(read_toml(path, FigureRows))
