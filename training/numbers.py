"""Sentences as rows of tables, in batches: what the accurate parser is trained on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from spacy.tokens import Doc
from torch import Tensor

from kawat.parse.graph import LETTERS, NAMES, UNKNOWN, placed, plain, spelled

BATCH = 1200  # words
TIMES, NAMED_TIMES = 2, 5  # a word is known when trees, or sentences with names, have it so often, or where it has a vector
LETTER_TIMES = 10


@dataclass(frozen=True)
class Tables:
    """What each row of the tables stands for; rows 0 and 1 of words and letters are for nothing and for the unknown."""

    words: dict[str, int]
    letters: dict[str, int]
    tags: list[str]
    labels: list[str]

    @classmethod
    def of(cls, docs: Sequence[Doc], named: Sequence[Doc], given: Sequence[str]) -> Tables:
        """The tables of some trees and some sentences with names; `given` words have a vector."""
        words, others = (Counter(plain(token.text) for doc in some for token in doc) for some in (docs, named))
        letters = Counter(letter for doc in docs for token in doc for letter in token.text)
        known = dict.fromkeys([*given, *sorted(word for word, times in words.items() if times >= TIMES),
                               *sorted(word for word, times in others.items() if times >= NAMED_TIMES)])
        seen = sorted(letter for letter, times in letters.items() if times >= LETTER_TIMES)
        return cls(placed(known), placed(seen), sorted({token.pos_ for doc in docs for token in doc}),
                   sorted({token.dep_ for doc in docs for token in doc}))


@dataclass(frozen=True)
class Sentence:
    """One sentence in numbers: a tree (a head 0 is the root, 1 the first word) or names (a mark a word), the other empty."""

    words: list[int]
    letters: list[list[int]]
    tags: list[int]
    heads: list[int]
    labels: list[int]
    marks: list[int]


def tree(doc: Doc, tables: Tables) -> Sentence:
    """A gold tree as rows of the tables."""
    tags, labels = ({name: place for place, name in enumerate(names)} for names in (tables.tags, tables.labels))
    return Sentence(*_spelled(doc, tables), [tags.get(token.pos_, 0) for token in doc],
                    [0 if token.head.i == token.i else token.head.i + 1 for token in doc], [labels.get(token.dep_, 0) for token in doc], [])


def named(doc: Doc, tables: Tables) -> Sentence:
    """A sentence with its gold names as rows of the tables; each word of a name has a mark for where in it the word stands."""
    marks = [0] * len(doc)
    for name in doc.ents:
        for place in range(name.start, name.end):
            part = "S" if name.end - name.start == 1 else "B" if place == name.start else "E" if place == name.end - 1 else "I"
            marks[place] = NAMES.index(f"{part}-{name.label_}")
    return Sentence(*_spelled(doc, tables), [], [], [], marks)


def _spelled(doc: Doc, tables: Tables) -> tuple[list[int], list[list[int]]]:
    return ([tables.words.get(plain(token.text), UNKNOWN) for token in doc],
            [[tables.letters.get(letter, UNKNOWN) for letter in spelled(token.text)] for token in doc])


def batched(sentences: list[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """The sentences in batches of about one length, the batches in any order."""
    order = sorted(sentences, key=lambda one: len(one.words) + 3 * chance.random())
    batches: list[list[Sentence]] = [[]]
    for one in order:
        if batches[-1] and len(one.words) * (len(batches[-1]) + 1) > BATCH:
            batches.append([])
        batches[-1].append(one)
    chance.shuffle(batches)
    yield from batches


def endless(sentences: list[Sentence], chance: random.Random) -> Iterator[list[Sentence]]:
    """Batches without end, each sentence once before any comes again."""
    while sentences:
        yield from batched(sentences, chance)


def padded(batch: Sequence[Sentence]) -> tuple[Tensor, Tensor, Tensor]:
    """Words, letters and lengths of a batch."""
    longest = max(len(one.words) for one in batch)
    words, letters = torch.zeros(len(batch), longest, dtype=torch.long), torch.zeros(len(batch), longest, LETTERS, dtype=torch.long)
    for row, one in enumerate(batch):
        words[row, :len(one.words)] = torch.tensor(one.words)
        for place, spelling in enumerate(one.letters):
            letters[row, place, :len(spelling)] = torch.tensor(spelling)
    return words, letters, torch.tensor([len(one.words) for one in batch])


def real(lengths: Tensor) -> Tensor:
    """Which places of a padded batch hold a word."""
    return torch.arange(int(lengths.max())) < lengths[:, None]


def joined(batch: Sequence[Sentence], field: str) -> Tensor:
    """One field of all words of a batch, sentence after sentence."""
    return torch.tensor([number for one in batch for number in getattr(one, field)])
