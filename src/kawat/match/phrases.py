"""Phrases of several words, found among tokens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

from kawat.nouns.document import Token

Value = TypeVar("Value")


@dataclass(frozen=True)
class Phrases(Generic[Value]):
    """Phrases by their first word, longest first, each with what it stands for."""

    by_first: dict[str, tuple[tuple[tuple[str, ...], Value], ...]]

    def find(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int, Value]]:
        """Each phrase found, as (first, last exclusive, value) over `tokens`; the longest at each word, none overlapping."""
        firsts, end = self.by_first, 0
        for at in [i for i, token in enumerate(tokens) if token.norm in firsts or token.lemma in firsts]:
            if at >= end and (found := self.at(tokens, at)):
                end = found[0]
                yield at, end, found[1]

    def stand_in(self, tokens: Sequence[Token]) -> bool:
        """True where any of the phrases stands among the tokens."""
        return next(self.find(tokens), None) is not None

    def absent(self, vocabulary: frozenset[str]) -> bool:
        """True where none of the phrases begins with one of the words."""
        return self.by_first.keys().isdisjoint(vocabulary)

    def may_open(self, token: Token) -> bool:
        """False where no phrase begins with the token."""
        return token.norm in self.by_first or token.lemma in self.by_first

    def at(self, tokens: Sequence[Token], at: int) -> tuple[int, Value] | None:
        """The longest phrase that starts at a token, as (end, value)."""
        norm, lemma = tokens[at].norm, tokens[at].lemma
        keys = (norm,) if lemma == norm else (norm, lemma)
        found = (next((row for row in self.by_first.get(key, ()) if _matches(row[0], tokens, at)), None) for key in keys)
        longest = max((row for row in found if row is not None), key=lambda row: len(row[0]), default=None)
        return (at + len(longest[0]), longest[1]) if longest else None


def _matches(words: tuple[str, ...], tokens: Sequence[Token], at: int) -> bool:
    if at + len(words) > len(tokens):
        return False
    return all(word in (tokens[at + i].norm, tokens[at + i].lemma) for i, word in enumerate(words))


def phrases(pairs: Iterable[tuple[str, Value]]) -> Phrases[Value]:
    """Phrases as written ("gencatan senjata") with their values."""
    table: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
    for phrase, value in pairs:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append((words, value))
    return Phrases({first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in table.items()})


@cache
def any_of_phrases(listed: tuple[str, ...] | frozenset[str]) -> Phrases[str]:
    """Phrases that stand for themselves, made once for each list of a data file."""
    return phrases((phrase, phrase) for phrase in listed)
