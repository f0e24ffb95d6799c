"""The accurate parser as it is trained: a BiLSTM over words and their letters, a biaffine score for every head and relation, names beside.

After Dozat & Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing". `training.accurate` trains it,
`training.export` writes its weights, `kawat.parse.graph` runs it.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from kawat.parse.graph import NAMES, SHARED


@dataclass(frozen=True)
class Sizes:
    """How many rows each table has, and how wide each part is."""

    words: int
    letters: int
    tags: int
    labels: int
    word: int = 100
    letter: int = 32
    spelled: int = 100
    hidden: int = 256
    layers: int = 3
    arc: int = 300
    label: int = 100
    name: int = 128


class Shared(nn.Module):
    """Dropout with one mask for all words of a sentence."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, rows: Tensor) -> Tensor:
        """`rows` (sentences, words, width)."""
        if not self.training or not self.share:
            return rows
        return rows * torch.bernoulli(torch.full_like(rows[:, :1], 1 - self.share)) / (1 - self.share)


class Graph(nn.Module):
    """Scores of heads, of relations given heads, of tags and of names."""

    def __init__(self, sizes: Sizes, dropout: float = 0.33) -> None:
        super().__init__()
        self.sizes, self.dropout = sizes, dropout
        self.word = nn.Embedding(sizes.words, sizes.word, padding_idx=0)
        nn.init.normal_(self.word.weight, std=0.3)
        self.letter = nn.Embedding(sizes.letters, sizes.letter, padding_idx=0)
        self.spell = nn.Conv1d(sizes.letter, sizes.spelled, 3, padding=1)
        widths = [sizes.word + sizes.spelled] + [2 * sizes.hidden] * (sizes.layers - 1)
        self.lstm = nn.ModuleList(nn.LSTM(width, sizes.hidden, batch_first=True, bidirectional=True) for width in widths)
        self.tag = nn.Linear(2 * sizes.hidden, sizes.tags)
        self.arc_head, self.arc_word = (nn.Linear(2 * sizes.hidden, sizes.arc) for _ in range(2))
        self.label_head, self.label_word = (nn.Linear(2 * sizes.hidden, sizes.label) for _ in range(2))
        self.arc = nn.Parameter(torch.zeros(sizes.arc + 1, sizes.arc))
        self.label = nn.Parameter(torch.zeros(sizes.labels, sizes.label + 1, sizes.label + 1))
        self.root = nn.Parameter(torch.randn(2 * sizes.hidden) * 0.1)
        self.name_lstm = nn.LSTM(2 * sizes.hidden, sizes.name, batch_first=True, bidirectional=True)
        self.name = nn.Linear(2 * sizes.name, len(NAMES))
        self.between = Shared(dropout)

    def trees(self, words: Tensor, letters: Tensor, lengths: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Tags (sentences, words, tags); arcs (sentences, words, 1 + words); and what relations are scored from.

        `words` (sentences, words) and `letters` (sentences, words, letters) are rows of the tables; `lengths` counts words.
        """
        shared = self._shared(words, letters, lengths)
        tags = self.tag(self.between(shared))
        rows = shared
        for layer in self.lstm[SHARED:]:
            rows = self._through(layer, rows, lengths)
        rows = self.between(rows)
        tops = torch.cat([self.root.expand(len(rows), 1, -1), rows], dim=1)
        head, word = self._squeezed(self.arc_head, tops), self._squeezed(self.arc_word, rows)
        arcs = _one(word) @ self.arc @ head.transpose(1, 2)
        return tags, arcs, self._squeezed(self.label_head, tops), self._squeezed(self.label_word, rows)

    def names(self, words: Tensor, letters: Tensor, lengths: Tensor) -> Tensor:
        """Marks of names (sentences, words, marks)."""
        rows = self._through(self.name_lstm, self._shared(words, letters, lengths), lengths)
        marks: Tensor = self.name(self.between(rows))
        return marks

    def labels(self, head: Tensor, word: Tensor) -> Tensor:
        """Relations (…, labels) of words (…, width) under heads (…, width)."""
        return torch.einsum("...i,lij,...j->...l", _one(word), self.label, _one(head))

    def embedded(self, words: Tensor, letters: Tensor) -> Tensor:
        """The words as vectors: one for the word, one for its letters; in training each is left out now and then."""
        spelled = self.spell(self.letter(letters.flatten(0, 1)).transpose(1, 2))
        spelled = torch.relu(spelled).amax(dim=2).unflatten(0, words.shape)
        known = self.word(words)
        if self.training:
            kept = torch.bernoulli(torch.full((2, *words.shape), 1 - self.dropout))
            scale = 2 / kept.sum(dim=0).clamp(min=1)
            known, spelled = (some * (mask * scale).unsqueeze(-1) for some, mask in zip((known, spelled), kept, strict=True))
        return torch.cat([known, spelled], dim=-1)

    def _shared(self, words: Tensor, letters: Tensor, lengths: Tensor) -> Tensor:
        rows = self.embedded(words, letters)
        for layer in self.lstm[:SHARED]:
            rows = self._through(layer, rows, lengths)
        return rows

    def _through(self, layer: nn.Module, rows: Tensor, lengths: Tensor) -> Tensor:
        packed = nn.utils.rnn.pack_padded_sequence(self.between(rows), lengths, batch_first=True, enforce_sorted=False)
        return nn.utils.rnn.pad_packed_sequence(layer(packed)[0], batch_first=True)[0]

    def _squeezed(self, layer: nn.Module, rows: Tensor) -> Tensor:
        return self.between(nn.functional.leaky_relu(layer(rows), 0.1))


def _one(rows: Tensor) -> Tensor:
    return torch.cat([rows, torch.ones_like(rows[..., :1])], dim=-1)
