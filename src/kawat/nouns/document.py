"""The article as the parser sees it: tokens, sentences, and the names the entity tagger found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Profile = Literal["fast", "accurate"]  # which of a language's two parsers
DEFAULT: Profile = "accurate"


@dataclass(frozen=True, slots=True)
class Token:
    """A word. `index` and `head` count through the whole document; a root is its own head.

    `start`, `end` are code points into `article.text`; `norm` is the view text, lower-cased; `pos` is a universal tag, `label` a
    universal relation with its subtype.
    """

    index: int
    start: int
    end: int
    text: str
    norm: str
    lemma: str
    pos: str
    label: str
    head: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the entity tagger: tokens `first` to `last` (exclusive), with PER, ORG or LOC."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `last` (exclusive), code points `start` to `end`; `paragraph` counts the body and is None in the title."""

    index: int
    first: int
    last: int
    start: int
    end: int
    part: Literal["title", "body"]
    paragraph: int | None


@dataclass(frozen=True)
class Document:
    """The parsed title and body of one article, in the order of the text, and which parser made it."""

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...] = ()
    profile: Profile = DEFAULT

    def words(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first:sentence.last]

    @cached_property
    def _children(self) -> tuple[tuple[int, ...], ...]:
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token.index)
        return tuple(map(tuple, children))

    @cached_property
    def _dependents(self) -> tuple[tuple[Token, ...], ...]:
        return tuple(tuple(self.tokens[i] for i in below) for below in self._children)

    @cached_property
    def _sentence_of(self) -> tuple[int, ...]:
        return tuple(sentence.index for sentence in self.sentences for _ in range(sentence.first, sentence.last))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    @cached_property
    def vocabularies(self) -> tuple[frozenset[str], ...]:
        """The words of each sentence, as forms and as lemmas: where none of them opens a phrase, no phrase need be looked for."""
        return tuple(frozenset(key for token in self.words(s) for key in (token.norm, token.lemma)) for s in self.sentences)

    def children(self, token: Token) -> tuple[Token, ...]:
        """The dependents of a token, left to right."""
        return self._dependents[token.index]

    def sentence_of(self, token: Token) -> Sentence:
        """The sentence a token stands in."""
        return self.sentences[self._sentence_of[token.index]]

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """A token and everything below it, left to right; a cycle in the tree is walked once."""
        seen: set[int] = set()
        todo = [token.index]
        while todo:
            index = todo.pop()
            if index not in seen:
                seen.add(index)
                todo.extend(self._children[index])
        return tuple(self.tokens[i] for i in sorted(seen))

    def ancestors(self, token: Token) -> Iterator[Token]:
        """The heads above a token, nearest first, up to the root."""
        seen = {token.index}
        while token.head not in seen:
            token = self.tokens[token.head]
            seen.add(token.index)
            yield token

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens that overlap code points `start` to `end`."""
        first = bisect_left(self._starts, start)
        if first and self.tokens[first - 1].end > start:
            first -= 1
        return self.tokens[first:bisect_left(self._starts, end)]
