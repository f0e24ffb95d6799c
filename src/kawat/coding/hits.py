"""A sentence as the figures see it: its counts of people, and the phrases that tell of harm."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.coding.scene import Scene
from kawat.lexicon.figures import FigureWords, Form, Harm
from kawat.lexicon.numbers import Numbers
from kawat.nouns.document import Document, Sentence, Token
from kawat.nouns.mention import Mention, Quantity

PIECE = re.compile(r"[\w'%]+(?:-\w+)*|[^\w\s]")
STOPS = frozenset(",;:.!?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A harm phrase in the text: code points and what it may mean."""

    start: int
    end: int
    meanings: tuple[tuple[Harm, Form], ...]


@dataclass(frozen=True, slots=True)
class Harmed:
    """A count with the harm it tells of; `pattern` says how the two were joined, `of` is the count it is a part of or goes with."""

    count: Mention
    harm: Harm
    hit: Hit
    pattern: str
    cost: int
    of: Mention | None = None
    unreal: bool = False


@dataclass(frozen=True)
class Clause:
    """One sentence as the patterns see it: its counts and harm phrases, in order."""

    view: str
    sentence: Sentence
    counts: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    words: FigureWords
    numbers: Numbers
    document: Document

    def between(self, start: int, end: int) -> list[str]:
        """The words and marks of a stretch, in small letters."""
        return PIECE.findall(self.view[start:end].lower())

    def names_people(self, count: Mention) -> bool:
        """True where a noun for people stands in the count, or a word that is a person by itself ("seorang")."""
        pieces = PIECE.findall(self.view[begin(count):finish(count)])
        return any(self.numbers.names_people(piece) or piece.lower() in self.numbers.rows.persons for piece in pieces)

    def indefinite(self, count: Mention) -> bool:
        """True for somebody told without a number: "a doctor"."""
        return self.between(begin(count), finish(count))[0] in self.numbers.rows.single

    def thing(self, token: Token) -> bool:
        """True where the tree makes a word a noun that names no people."""
        return token.pos == "NOUN" and not self.numbers.names_people(token.text)

    def counts_things(self, count: Mention) -> bool:
        """True where the tree gives a number without a noun for people another noun ("seized eleven crates")."""
        last = self.document.tokens[count.last - 1]
        head = self.document.tokens[last.head]
        return not self.names_people(count) and last.label == "nummod" and head.index >= count.last and self.thing(head)

    def of_things(self, count: Mention, hit: Hit) -> bool:
        """True where a harm phrase is only a thing's attribute behind a bare number: "four missing documents"."""
        if hit.start < finish(count) or self.names_people(count):
            return False
        told = self.document.between(hit.start, hit.end)
        head = self.document.tokens[told[-1].head] if told else None
        return bool(head and told[-1].label == "amod" and head.start >= hit.end and self.thing(head))


def clause_of(scene: Scene, sentence: Sentence, counts: tuple[Mention, ...]) -> Clause:
    """The counts of a sentence with its harm phrases, those inside a time ("the killings of March") left out."""
    words, view = scene.language.figures, scene.article.view
    times = scene.mentions.within(sentence, {"time"})
    hits = tuple(Hit(m.start(), m.end(), words.meanings[" ".join(m.group().lower().split())])
                 for m in words.harm.finditer(view, sentence.start, sentence.end)
                 if not any(begin(time) <= m.start() < finish(time) for time in times))
    return Clause(view, sentence, counts, hits, words, scene.language.numbers, scene.document)


def begin(mention: Mention) -> int:
    """Where a count starts."""
    return mention.span.start or 0


def finish(mention: Mention) -> int:
    """Where a count ends."""
    return mention.span.end or 0


def largest(quantity: Quantity | None) -> int | float | None:
    """The largest number a quantity names; None for a vague one."""
    return max((n for n in (quantity.value, quantity.low, quantity.high) if n is not None), default=None) if quantity else None
