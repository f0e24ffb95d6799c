"""The words by which news says on whose word it speaks, and what kind of source a phrase names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from kawat.lexicon.table import Row
from kawat.nouns.record import HopKind, Relation

CueKind = Literal["verb", "act", "stem", "preposition", "credit", "citing", "backward", "medium", "hearer"]


class CueRow(Row, frozen=True):
    """`[[cue]]`: words that open or close what somebody says.

    `kind` tells where speaker and content stand: a `verb` has its speaker before it (or after, where it closes what is said), an `act`
    is a statement only with a quotation, a `stem` ("kata") and a `preposition` ("menurut") have the speaker after them, a `credit`
    ("dilansir") the medium that passes on, `citing` the next source along the chain, `backward` answers for what stands before it, a
    `medium` ("interview with") names whom the speaker spoke to, and so does a `hearer` at the start of a sentence ("Kepada AFP, …").
    `takes` is `clause` where a bare noun phrase is no content, `that` where only a conjunction, a colon or a quotation opens one,
    `amount` where something is put at a number; `free` where the medium needs no "by" before it, `of_media` where nobody but a medium
    can stand behind it. `speaker` is `document` where only a paper can speak ("the report found"). `not_before` and `not_after` are
    neighbours that make the word no cue.
    """

    id: str
    kind: CueKind
    words: tuple[str, ...]
    relation: Relation = "unspecified"
    takes: Literal["any", "clause", "that", "amount"] = "any"
    addressee: bool = False
    free: bool = False
    of_media: bool = False
    speaker: Literal["any", "document"] = "any"
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()


class HopRow(Row, frozen=True):
    """`[[hop]]`: head words of a phrase and the kind of source they make it; `named` is false where such a phrase names nobody."""

    kind: HopKind
    words: tuple[str, ...]
    named: bool = True


class CreditRow(Row, frozen=True):
    """`[credit]`: words that open a line of credits, and words that make it the credit of a picture."""

    openers: tuple[str, ...]
    pictures: tuple[str, ...]


class CuesFile(Row, frozen=True):
    """`cues.toml`; words and phrases as they stand in the text, lower-cased.

    `head` is where a noun phrase has its head. `phrase_links` are prepositions inside a noun phrase, `prepositions` end one; behind a
    comma, `contrasts` begin the report of somebody else ("…, while the union said …"); `fillers` may stand between speaker and cue;
    `joins` stand between two who speak together; `connectives` open a sentence without saying anything; `oblique` prepositions open a
    phrase between cue and content ("in a statement", "pada Jumat"), `addressing` ones name the hearer (a bare one of `hearers`: "told
    parliament"), `media` ones a medium after a `medium` cue. `nonfinite` and `negations` before a cue mean that nothing was said;
    behind a negation `withheld` words end what is said ("but would not elaborate").
    `passives` before a cue make it passive unless it ends in one of `active_endings`, and so do `agents` behind it; of `also_nouns` the
    tagger decides whether they are verbs; `issued_by` leads from a document to whoever gave it, `issued` are participles that say how
    it came out; a verb after `infinitives` makes no clause; `personal` pronouns stand for persons only; `that` is the conjunction that
    is no part of what is said; where `verbs_invert`, a verb may stand before its speaker ("said Berg"). `quoted_as` stands between a
    source and its verb ("quoted Berg as saying"), `amounts_to` before the number something is put at, `absolutes` before a speaker and
    a participle ("with police saying"), `self_named` between a group and the name it gives itself. `anonymity` phrases in its sentence
    leave a source unnamed; `unnamed` are head nouns that name nobody, `papers` words, capitals apart, that begin or end the name of a
    newspaper; `plural_endings` is empty where nouns do not mark number.
    """

    head: Literal["first", "last"]
    clitics: tuple[str, ...]
    complementisers: tuple[str, ...]
    subordinators: tuple[str, ...]
    relativisers: tuple[str, ...]
    conjunctions: tuple[str, ...]
    contrasts: tuple[str, ...]
    joins: tuple[str, ...]
    connectives: tuple[str, ...]
    prepositions: tuple[str, ...]
    phrase_links: tuple[str, ...]
    determiners: tuple[str, ...]
    definite: tuple[str, ...]
    articles: tuple[str, ...]
    possessives: tuple[str, ...]
    singulars: tuple[str, ...]
    plural_endings: tuple[str, ...]
    negations: tuple[str, ...]
    withheld: tuple[str, ...]
    nonfinite: tuple[str, ...]
    fillers: tuple[str, ...]
    passives: tuple[str, ...]
    active_endings: tuple[str, ...]
    also_nouns: tuple[str, ...]
    issued_by: tuple[str, ...]
    issued: tuple[str, ...]
    that: tuple[str, ...]
    verbs_invert: bool
    quoted_as: tuple[str, ...]
    amounts_to: tuple[str, ...]
    absolutes: tuple[str, ...]
    self_named: tuple[str, ...]
    agents: tuple[str, ...]
    infinitives: tuple[str, ...]
    personal: tuple[str, ...]
    third: tuple[str, ...]
    first: tuple[str, ...]
    plurals: tuple[str, ...]
    days: tuple[str, ...]
    carriers: tuple[str, ...]
    oblique: tuple[str, ...]
    addressing: tuple[str, ...]
    hearers: tuple[str, ...]
    media: tuple[str, ...]
    by: tuple[str, ...]
    like: tuple[str, ...]
    credit: CreditRow
    anonymity: tuple[str, ...]
    unnamed: tuple[str, ...]
    papers: tuple[str, ...]
    cue: tuple[CueRow, ...]
    hop: tuple[HopRow, ...]


@dataclass(frozen=True)
class Cues:
    """`cues.toml` with its look-ups."""

    file: CuesFile

    @cached_property
    def by_first(self) -> dict[str, tuple[tuple[tuple[str, ...], CueRow], ...]]:
        """For each first word of a cue, the cues it may open, longest first."""
        found: dict[str, list[tuple[tuple[str, ...], CueRow]]] = {}
        for row in self.file.cue:
            for phrase in row.words:
                words = tuple(phrase.split())
                found.setdefault(words[0], []).append((words, row))
        return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}

    def may_open(self, word: str) -> bool:
        """False where no cue begins with the word, a clitic on it or not: most words, told without looking further."""
        return word in self.by_first or word.endswith(self.file.clitics)

    @cached_property
    def words(self) -> dict[str, frozenset[str]]:
        """The word lists as sets, by field name."""
        return {name: frozenset(value) for name in self.file.__struct_fields__
                if isinstance(value := getattr(self.file, name), tuple) and name not in {"cue", "hop"}}

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The neighbours inside the phrases of `[[hop]]` ("juru bicara"): nouns, whatever a tagger says of the second."""
        return frozenset(pair for row in self.file.hop for phrase in row.words for pair in pairwise(phrase.split()))

    def kind_of(self, phrase: str, but: HopKind | None = None) -> HopRow | None:
        """The first `[[hop]]` row one of whose words stands in the phrase (lower-cased), rows of the kind `but` left out."""
        padded = f" {phrase} "
        return next((row for row in self.file.hop if row.kind != but and any(f" {word} " in padded for word in row.words)), None)
