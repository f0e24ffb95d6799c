"""Event rules: a TOML file for each PLOVER type in each language, written so that a political scientist can correct it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kawat.errors import BadData
from kawat.lexicon.table import Row, read_toml, shown
from kawat.match.phrases import Phrases, phrases

UNLESS_REACH = 15  # words from a trigger beyond which a word speaks of something else in its clause


class Example(Row, frozen=True):
    """A sentence the rule must code, and what it must find there (names as they stand in the sentence)."""

    text: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    trigger: str | None = None
    realis: str | None = None
    mode: str | None = None


class LookAlike(Row, frozen=True):
    """A sentence the rule must leave alone, and why."""

    text: str
    why: str


class RuleRow(Row, frozen=True, rename={"not_": "not"}):
    """`[[rule]]`: words that carry the event, and where its participants stand.

    `verbs` and `nouns` are words or phrases, in the form the language keys on (`*` stands for up to three words); each phrase of
    `opens` before each of `then` is a verb as well ("will", "be due to"; "meet", "hold talk"). `actor` and
    `recipient` name roles of `roles.toml`; left out, the file's own hold; `noun_actor` and `noun_recipient` do so for the nouns.
    `needs`: one of these words must stand in the clause, or somebody of one of the sectors in `needs_sectors`; `unless`: no such word may,
    fifteen words or fewer from the trigger.
    `bare` lets a noun stand as an event without anybody attached to it; an `effect` ("menewaskan", "killed") only tells what another
    event of its type in the same breath did; what must be `said` holds only where somebody says it of somebody; a `political` rule
    holds only where somebody political takes part ("memukul", "beat": else it is crime), unless it is passive.
    `realis` fixes what the words themselves say; `note` says what the rule does not yet do.
    """

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    actor: tuple[str, ...] | None = None
    recipient: tuple[str, ...] | None = None
    noun_actor: tuple[str, ...] | None = None
    noun_recipient: tuple[str, ...] | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    needs_sectors: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    bare: bool = False
    effect: bool = False
    said: bool = False
    political: bool = False
    realis: str | None = None
    example: tuple[Example, ...] = ()
    note: str | None = None
    not_: tuple[LookAlike, ...] = ()


class RuleFile(Row, frozen=True):
    """One file: what holds for all its rules, then the rules. `modes` names words that give an event of this file its mode."""

    rule: tuple[RuleRow, ...]
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    noun_actor: tuple[str, ...] = ("possessor", "agent")
    noun_recipient: tuple[str, ...] = ("target",)
    unless: tuple[str, ...] = ()
    modes: dict[str, tuple[str, ...]] = {}


@dataclass(frozen=True, slots=True)
class Trigger:
    """One phrase of one rule: its words, whether it is a noun, and whether it is a passive made from an active."""

    words: tuple[str, ...]
    noun: bool
    passive: bool


@dataclass(frozen=True)
class Rule:
    """A rule as the coder uses it; `name` is `id/consult/bertemu`."""

    name: str
    type: str
    triggers: tuple[Trigger, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    noun_actor: tuple[str, ...]
    noun_recipient: tuple[str, ...]
    mode: str | None
    modes: dict[str, tuple[str, ...]]
    contexts: tuple[str, ...]
    needs: frozenset[str]
    unless: frozenset[str]
    bare: bool
    effect: bool
    realis: str | None
    examples: tuple[Example, ...]
    look_alikes: tuple[LookAlike, ...]
    said: bool = False
    political: bool = False
    needs_sectors: frozenset[str] = frozenset()
    note: str | None = None
    opens: tuple[str, ...] = ()
    then: tuple[str, ...] = ()

    @property
    def verbs(self) -> tuple[str, ...]:
        """The phrases that carry the event as verbs, as the rule lists them; those of `opens` and `then` aside."""
        composed = set(_composed(self.opens, self.then))
        listed = (" ".join(trigger.words) for trigger in self.triggers if not (trigger.noun or trigger.passive))
        return tuple(phrase for phrase in listed if phrase not in composed)

    @property
    def nouns(self) -> tuple[str, ...]:
        """The phrases that carry the event as nouns."""
        return tuple(" ".join(trigger.words) for trigger in self.triggers if trigger.noun)

    @cached_property
    def mode_cues(self) -> Phrases[str]:
        """The words that give the event a mode, each with that mode."""
        return phrases((cue, mode) for mode, words in self.modes.items() for cue in words)


class Passive(Row, frozen=True):
    """How a language makes a passive form from the active one rules list: strip a prefix, put back a letter, put another prefix.

    Several readings of one prefix are all made ("menyerang": diserang, dinyerang); the wrong ones never occur.
    """

    prefix: str
    strip: tuple[tuple[str, str], ...]
    clitics: tuple[str, ...] = ()

    def forms(self, active: str) -> tuple[str, ...]:
        """The passive forms an active form may have."""
        return tuple(dict.fromkeys(self.prefix + put + active[len(cut):] for cut, put in self.strip
                                   if active.startswith(cut) and len(active) - len(cut) >= 2))


def read_rules(code: str, folder: Path, passive: Passive | None, kinds: Mapping[str, Collection[str]]) -> tuple[Rule, ...]:
    """All rules of a folder, one file a kind; `kinds` gives the modes each kind knows.

    Raises BadData where a file breaks its schema, is named after no kind, or two rules claim one trigger.
    """
    rules = tuple(rule for path in sorted(folder.glob("*.toml")) for rule in _file_rules(code, path, passive, kinds))
    _refuse_twins(rules)
    return rules


def _file_rules(code: str, path: Path, passive: Passive | None, kinds: Mapping[str, Collection[str]]) -> tuple[Rule, ...]:
    kind = next((one for one in kinds if one.lower() == path.stem), None)
    if kind is None:
        raise BadData(f"{shown(path)}: '{path.stem}' is no kind of record. Name the file after one of {', '.join(sorted(kinds)).lower()}")
    file = read_toml(path, RuleFile)
    return tuple(_rule(f"{code}/{path.stem}/{row.id}", kind, row, file, passive, _mode(path, row, kind, kinds)) for row in file.rule)


def _mode(path: Path, row: RuleRow, kind: str, kinds: Mapping[str, Collection[str]]) -> str | None:
    """The rule's mode, which its kind must know."""
    if row.mode is not None and row.mode not in kinds[kind]:
        raise BadData(f"{shown(path)}: rule '{row.id}' has mode '{row.mode}', which {kind} does not know. "
                      f"Use one of {', '.join(kinds[kind]) or 'none'}")
    return row.mode


def _rule(name: str, kind: str, row: RuleRow, file: RuleFile, passive: Passive | None, mode: str | None) -> Rule:
    return Rule(
        name=name, type=kind, triggers=_triggers(row, passive), actor=row.actor if row.actor is not None else file.actor,
        recipient=row.recipient if row.recipient is not None else file.recipient,
        noun_actor=file.noun_actor if row.noun_actor is None else row.noun_actor,
        noun_recipient=file.noun_recipient if row.noun_recipient is None else row.noun_recipient,
        mode=mode, modes=file.modes, contexts=row.contexts, needs=frozenset(row.needs), unless=frozenset((*row.unless, *file.unless)),
        bare=row.bare, effect=row.effect, said=row.said, political=row.political, realis=row.realis,
        needs_sectors=frozenset(row.needs_sectors), examples=row.example,
        look_alikes=row.not_, note=row.note, opens=row.opens, then=row.then)


def _triggers(row: RuleRow, passive: Passive | None) -> tuple[Trigger, ...]:
    passives = [Trigger((form, *phrase.split()[1:]), False, True) for phrase in row.verbs if passive
                for form in passive.forms(phrase.split()[0])]
    made = {trigger.words for trigger in passives}  # "divonis * penjara" beside "memvonis * penjara" is its passive, though listed
    listed = (tuple(phrase.split()) for phrase in (*row.verbs, *_composed(row.opens, row.then)))
    verbs = [Trigger(words, False, False) for words in listed if words not in made]
    nouns = [Trigger(tuple(phrase.split()), True, False) for phrase in row.nouns]
    return (*verbs, *passives, *nouns)


def _composed(opens: tuple[str, ...], then: tuple[str, ...]) -> list[str]:
    return [f"{opening} {following}" for opening in opens for following in then]


def _refuse_twins(rules: tuple[Rule, ...]) -> None:
    """Two rules may share a trigger only where `needs` or `unless` tells them apart."""
    owner: dict[tuple[str, ...], Rule] = {}
    for rule in rules:
        for trigger in rule.triggers:
            other = owner.setdefault(trigger.words, rule)
            if other is not rule and not trigger.passive and (other.needs, other.unless) == (rule.needs, rule.unless):
                raise BadData(f"rules {other.name} and {rule.name} both claim '{' '.join(trigger.words)}'. "
                              "Take it out of one, or tell them apart with needs or unless")
