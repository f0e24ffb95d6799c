"""The rules of a language as a book for people who code by hand: every type, its rules, their examples, and what is known to fail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from kawat.lexicon.language import Language, language
from kawat.lexicon.ontology import EventType, event_types, position_kinds
from kawat.lexicon.pages import EventRow, PositionRow, Wanted, Words, choices, page_records, page_slugs
from kawat.lexicon.rules import UNLESS_REACH, Example, Rule

QUADS = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}
Shape = TypeVar("Shape", bound=Wanted)
WILD = "…"  # how the book prints the `*` of a phrase, which Markdown would take for itself


@dataclass(frozen=True, slots=True)
class Failure:
    """A record that an example page wants and kawat does not give: its page, its words, and why."""

    page: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule as the book prints it; `sides` pairs what a participant is ("Actor") with the roles that give it."""

    rule: Rule
    anchor: str
    verbs: tuple[str, ...]
    nouns: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One type of event or kind of position: what it is, the words that give its modes, its rules, and what fails of it."""

    name: str
    means: str
    traits: tuple[str, ...]
    modes: tuple[tuple[str, str, str], ...]
    entries: tuple[Entry, ...]
    failures: tuple[Failure, ...]

    @property
    def triggers(self) -> int:
        """The number of words and phrases that carry it."""
        return sum(len(entry.verbs) + len(entry.nouns) for entry in self.entries)

    @property
    def examples(self) -> int:
        """The number of examples."""
        return sum(len(entry.examples) for entry in self.entries)

    @property
    def look_alikes(self) -> int:
        """The number of sentences that look alike and are none."""
        return sum(len(entry.rule.look_alikes) for entry in self.entries)


def codebook(code: str) -> str:
    """The codebook of a language as Markdown, from its folder alone; raises BadData where a file breaks its schema."""
    pack = language(code)
    environment = Environment(loader=PackageLoader("kawat.export"), autoescape=False, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True)
    found = environment.get_template("codebook.md").render(
        language=pack.settings.name, code=code, key=pack.settings.key, passive=pack.grammar.passive,
        roles=[(role.row.name, role.row.means) for role in pack.roles.values()],
        types=tuple(_types(pack)), kinds=tuple(_kinds(pack)), failures=tuple(_other_failures(code)))
    return re.sub(r"\n{3,}", "\n\n", found)


def _types(pack: Language) -> Iterator[Chapter]:
    """A chapter for each PLOVER type, in the order of the ontology."""
    for kind in event_types().values():
        rules = [rule for rule in pack.rules if rule.type == kind.code]
        failing = (_failure(slug, row.trigger, row) for slug, row in _known(pack.code, EventRow) if kind.code in choices(row.type))
        yield Chapter(kind.code, kind.means, tuple(_traits(kind)), _modes(kind, rules), _entries(pack, rules), tuple(failing))


def _kinds(pack: Language) -> Iterator[Chapter]:
    """A chapter for each kind of position."""
    for kind, means in position_kinds().items():
        rules = [rule for rule in pack.position_rules if rule.type == kind]
        failing = (_failure(slug, row.first, row) for slug, row in _known(pack.code, PositionRow) if kind in choices(row.kind))
        yield Chapter(kind.replace("_", " "), means, (), (), _entries(pack, rules), tuple(failing))


def _traits(kind: EventType) -> Iterator[str]:
    yield f"{QUADS[kind.quad]}; conflict-cooperation score {kind.score:+.1f}"
    if kind.future:
        yield f"what still lies ahead is coded {kind.future}"
    if kind.mutual:
        yield "either side may stand as actor or as recipient"


def _modes(kind: EventType, rules: Sequence[Rule]) -> tuple[tuple[str, str, str], ...]:
    """Each mode, its score, and what gives it: a rule of that mode, or words beside the trigger."""
    return tuple((mode, f"{score:+.1f}", "; ".join(_givers(mode, rules)) or "no rule yet") for mode, score in kind.modes.items())


def _givers(mode: str, rules: Sequence[Rule]) -> Iterator[str]:
    named = [f"`{rule.name}`" for rule in rules if rule.mode == mode]
    words = dict.fromkeys(word for rule in rules for word in rule.modes.get(mode, ()))
    if named:
        yield f"the rule{'s' if len(named) > 1 else ''} {', '.join(named)}"
    if words:
        yield f"the words {', '.join(_italic(words))}"


def _entries(pack: Language, rules: Sequence[Rule]) -> tuple[Entry, ...]:
    return tuple(Entry(rule, rule.name.replace("/", "-"), tuple(_italic(rule.verbs)), tuple(_italic(rule.nouns)), tuple(_sides(pack, rule)),
                       tuple(_flags(rule)), tuple((example.text, _coded(example)) for example in rule.examples)) for rule in rules)


def _sides(pack: Language, rule: Rule) -> Iterator[tuple[str, str]]:
    """Who stands where, in words; the roles of a verb only where the rule has verbs, those of a noun only where it has nouns."""
    verbs = rule.verbs or rule.then
    listed = (("Actor of the verb", verbs, rule.actor), ("Recipient of the verb", verbs, rule.recipient),
              ("Actor of the noun", rule.nouns, rule.noun_actor), ("Recipient of the noun", rule.nouns, rule.noun_recipient))
    yield from ((side, "; ".join(_role(pack, role) for role in roles)) for side, words, roles in listed if words and roles)
    if not rule.actor:
        yield "Actor, where none is found", "whoever says it"


def _role(pack: Language, name: str) -> str:
    """A role with a link to where it is explained; a name `roles.toml` does not hold is a preposition."""
    return f"[{name}](#role-{name})" if name in pack.roles else f"behind *{name}*"


def _flags(rule: Rule) -> Iterator[str]:
    if rule.opens:
        yield f"Verbs too are each of {', '.join(_italic(rule.opens))} before each of {', '.join(_italic(rule.then))}."
    if rule.political:
        yield "It counts only where somebody political takes part, unless the verb is passive."
    if rule.mode:
        yield f"The mode is {rule.mode}."
    if rule.contexts:
        yield f"The context is {', '.join(rule.contexts)}."
    if rule.realis:
        yield f"The words themselves say that it is {rule.realis}."
    if rule.bare:
        yield "The noun counts with nobody attached to it."
    if rule.effect:
        yield "It only tells what another event of the type did, and makes none beside one."
    if rule.said:
        yield "It counts only where somebody says it of somebody."
    if rule.needs:
        also = f"; or somebody of a sector of {', '.join(sorted(rule.needs_sectors))}" if rule.needs_sectors else ""
        yield f"Needs one of these in its clause: {', '.join(_italic(sorted(rule.needs)))}{also}."
    if rule.unless:
        yield f"Not where one of these stands in its clause, at most {UNLESS_REACH} words away: {', '.join(_italic(sorted(rule.unless)))}."


def _italic(phrases: Sequence[str] | dict[str, None]) -> Iterator[str]:
    yield from (f"*{phrase.replace('*', WILD)}*" for phrase in phrases)


def _coded(example: Example) -> str:
    """What the example asks for, which the tests hold the rule to."""
    sides = (("actor", example.actor), ("recipient", example.recipient), ("place", example.place),
             ("mode", (example.mode,) if example.mode else ()), ("realis", (example.realis,) if example.realis else ()))
    return "; ".join(f"{side}: {', '.join(f'**{word}**' for word in words)}" for side, words in sides if words)


def _known(code: str, shape: type[Shape]) -> Iterator[tuple[str, Shape]]:
    """The wanted records of a shape on the pages of a language that are marked as known failures, each with its page."""
    for slug in page_slugs():
        if slug.split("/")[0] == code:
            wanted = page_records(slug)
            rows = (row for table in wanted.__struct_fields__ if table != "silent" for row in getattr(wanted, table))
            yield from ((slug, row) for row in rows if row.known_failure and isinstance(row, shape))


def _failure(slug: str, words: Words, row: Wanted) -> Failure:
    return Failure(slug, " / ".join(choices(words)), row.known_failure)


def _other_failures(code: str) -> Iterator[tuple[str, str, str]]:
    """What fails beside events and positions: the page, the table, and why."""
    rows = ((slug, row) for slug, row in _known(code, Wanted) if not isinstance(row, EventRow | PositionRow))
    yield from dict.fromkeys((slug, type(row).__name__.removesuffix("Row").lower(), row.known_failure) for slug, row in rows)
