"""The accurate parser as it runs: a BiLSTM over words and their letters, a biaffine score for every head and relation, on NumPy alone.

`training.graph` is the same network for training and says where it is from.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import networkx
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Numbers = NDArray[np.intp]
UNKNOWN = 1  # the second row of every table
LETTERS = 20  # of a word that are looked at: the first and the last ten
TOGETHER = 2000  # words
CHOICES = 4  # heads of a word weighed where the best ones make no tree
SHARED = 2  # layers that trees, tags and names share
NAMES = ("O", *(f"{part}-{label}" for label in ("PER", "ORG", "LOC") for part in "BIES"))  # first, inner, last word of a name, or its only


@dataclass(frozen=True, slots=True)
class Graph:
    """What the network says of one sentence: for each word its head (a root heads itself), relation and tag; names by first word, last word
    (exclusive) and label.
    """

    heads: list[int]
    labels: list[str]
    pos: list[str]
    names: list[tuple[int, int, str]]


@dataclass(frozen=True, slots=True)
class Layer:
    """One direction of a BiLSTM layer: the four gates side by side."""

    inward: Floats  # (inputs, 4 × hidden)
    onward: Floats  # (hidden, 4 × hidden)
    bias: Floats  # (4 × hidden)


class GraphParser:
    """Parses sentences cut into words; `folder` holds `graph.npz` (weights) and `graph.json` (what each row stands for)."""

    def __init__(self, folder: Path) -> None:
        tables = json.loads((folder / "graph.json").read_text("utf-8"))
        self._words: dict[str, int] = {word: place for place, word in enumerate(tables["words"], 2)}
        self._letters: dict[str, int] = {letter: place for place, letter in enumerate(tables["letters"], 2)}
        self._tags: list[str] = tables["tags"]
        self._labels: list[str] = tables["labels"]
        with np.load(folder / "graph.npz") as stored:
            self._weights = {name: stored[name].astype(np.float32) for name in stored.files}
        layers = sum(name.startswith("lstm.") and name.endswith(".weight_hh_l0") for name in self._weights)
        self._layers = [self._both_ways(f"lstm.{place}") for place in range(layers)]
        self._naming = self._both_ways("name_lstm")
        self._vector = cache(self._vector_of)

    def graphs(self, sentences: Sequence[Sequence[str]]) -> list[Graph]:
        """A graph for each sentence; those of about one length go through the network together."""
        found: list[Graph | None] = [None] * len(sentences)
        for batch in _batches(sentences):
            for place, graph in zip(batch, self._together([sentences[place] for place in batch]), strict=True):
                found[place] = graph
        return [graph for graph in found if graph is not None]

    def _both_ways(self, name: str) -> tuple[Layer, Layer]:
        return self._layer(name, ""), self._layer(name, "_reverse")

    def _layer(self, name: str, way: str) -> Layer:
        inward, onward, one, other = (self._weights[f"{name}.{part}_l0{way}"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
        return Layer(np.ascontiguousarray(inward.T), np.ascontiguousarray(onward.T), one + other)

    def _together(self, sentences: list[Sequence[str]]) -> Iterator[Graph]:
        """The graphs of some sentences, the longest first."""
        lengths = np.array([len(words) for words in sentences])
        rows = np.zeros((lengths[0], len(sentences), len(self._vector(""))), dtype=np.float32)
        for place, words in enumerate(sentences):
            rows[:len(words), place] = [self._vector(word) for word in words]
        for layer in self._layers[:SHARED]:
            rows = _through(rows, lengths, layer)
        shared, naming = rows, _through(rows, lengths, self._naming)
        for layer in self._layers[SHARED:]:
            rows = _through(rows, lengths, layer)
        for place, length in enumerate(lengths):
            yield self._graph(rows[:length, place], shared[:length, place], naming[:length, place])

    def _graph(self, rows: Floats, shared: Floats, naming: Floats) -> Graph:
        """One sentence read from its rows (words, width) in the last layer of each kind."""
        tops = np.concatenate([self._weights["root"][None], rows])
        arcs = _one(self._squeezed("arc_word", rows)) @ self._weights["arc"] @ self._squeezed("arc_head", tops).T
        heads = _tree(arcs)
        label_heads, label_words = _one(self._squeezed("label_head", tops))[heads], _one(self._squeezed("label_word", rows))
        labels = np.einsum("ni,lij,nj->nl", label_words, self._weights["label"], label_heads, optimize=True).argmax(axis=1)
        pos = self._linear("tag", shared).argmax(axis=1)
        own = [place if head == 0 else int(head) - 1 for place, head in enumerate(heads)]
        return Graph(own, ["root" if head == 0 else self._labels[label] for head, label in zip(heads, labels, strict=True)],
                     [self._tags[tag] for tag in pos], _names(self._linear("name", naming)))

    def _vector_of(self, word: str) -> Floats:
        """A word by itself: the vector of the word and the largest of each feature over its letters."""
        shown = word if len(word) <= LETTERS else word[:LETTERS // 2] + word[-LETTERS // 2:]
        letters = np.zeros((LETTERS + 2, self._weights["letter.weight"].shape[1]), dtype=np.float32)
        letters[1:len(shown) + 1] = self._weights["letter.weight"][[self._letters.get(letter, UNKNOWN) for letter in shown]]
        kernel = self._weights["spell.weight"]  # (features, letter's width, 3)
        sums: Floats = sum(letters[shift:shift + LETTERS] @ kernel[:, :, shift].T for shift in range(3)) + self._weights["spell.bias"]
        known = self._weights["word.weight"][self._words.get(plain(word), UNKNOWN)]
        return np.concatenate([known, np.maximum(sums, 0).max(axis=0)])

    def _linear(self, name: str, rows: Floats) -> Floats:
        product: Floats = rows @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        return product

    def _squeezed(self, name: str, rows: Floats) -> Floats:
        made = self._linear(name, rows)
        leaky: Floats = np.maximum(made, np.float32(0.1) * made)
        return leaky


def plain(word: str) -> str:
    """The word as the table has it: small letters, every digit a 0."""
    return "".join("0" if letter.isdigit() else letter for letter in word.lower())


def _batches(sentences: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """The places of the sentences, the longest first, so many together as make a good number of words."""
    order = sorted((place for place, words in enumerate(sentences) if words), key=lambda place: -len(sentences[place]))
    while order:
        many = max(1, TOGETHER // len(sentences[order[0]]))
        yield order[:many]
        order = order[many:]


def _through(rows: Floats, lengths: Numbers, layer: tuple[Layer, Layer]) -> Floats:
    """Rows (words, sentences, width) after a layer, both ways side by side."""
    forward, backward = layer
    return np.concatenate([_run(rows, lengths, forward), _run(rows[::-1], lengths, backward, late=True)[::-1]], axis=2)


def _run(rows: Floats, lengths: Numbers, layer: Layer, late: bool = False) -> Floats:
    """One direction over (words, sentences, width), the longest sentence first; with `late` the shorter ones begin later."""
    steps, many, _ = rows.shape
    hidden = layer.onward.shape[0]
    sums = (rows.reshape(steps * many, -1) @ layer.inward + layer.bias).reshape(steps, many, 4 * hidden)
    out = np.zeros((steps, many, hidden), dtype=np.float32)
    state, cell = (np.zeros((many, hidden), dtype=np.float32) for _ in range(2))
    for step in range(steps):
        running = int((lengths > (steps - 1 - step if late else step)).sum())
        gates = sums[step, :running] + state[:running] @ layer.onward
        keep = _sigmoid(gates[:, :2 * hidden])
        cell[:running] = keep[:, hidden:] * cell[:running] + keep[:, :hidden] * np.tanh(gates[:, 2 * hidden:3 * hidden])
        state[:running] = _sigmoid(gates[:, 3 * hidden:]) * np.tanh(cell[:running])
        out[step, :running] = state[:running]
    return out


def _sigmoid(rows: Floats) -> Floats:
    half = np.float32(0.5)
    value: Floats = half * np.tanh(half * rows) + half
    return value


def _one(rows: Floats) -> Floats:
    return np.concatenate([rows, np.ones((len(rows), 1), dtype=np.float32)], axis=1)


def _tree(arcs: Floats) -> Numbers:
    """The heads (0 the root, 1 the first word) of the best tree with one root; `arcs` are (words, 1 + words)."""
    arcs = arcs.copy()
    words = np.arange(len(arcs))
    arcs[words, words + 1] = -np.inf
    heads: Numbers = arcs.argmax(axis=1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and _reaches_root(heads):
        return heads
    root = int(max(roots if len(roots) else words, key=lambda word: arcs[word, 0] - arcs[word, 1:].max(initial=-1e9)))
    return _arborescence(arcs, root)


def _reaches_root(heads: Numbers) -> bool:
    reached = heads == 0
    for _ in heads:
        further = reached | ((heads > 0) & reached[heads - 1])
        if (further == reached).all():
            break
        reached = further
    return bool(reached.all())


def _arborescence(arcs: Floats, root: int) -> Numbers:
    """The best tree under a root, of the likeliest heads of each word."""
    likely: Any = networkx.DiGraph()
    likely.add_nodes_from(range(len(arcs)))
    for word in range(len(arcs)):
        if word != root:
            best = np.argsort(-arcs[word, 1:], kind="stable")[:CHOICES]
            heads_of_it = {*map(int, best), root} - {word}
            likely.add_weighted_edges_from((head, word, float(arcs[word, head + 1])) for head in heads_of_it)
    heads = np.zeros(len(arcs), dtype=np.intp)
    for head, word in networkx.maximum_spanning_arborescence(likely, preserve_attrs=False).edges:
        heads[word] = head + 1
    return heads


def _names(marks: Floats) -> list[tuple[int, int, str]]:
    """The names of the best lawful row of marks (words, marks)."""
    best, froms = marks[0] + _FIRST, []
    for row in marks[1:]:
        ways = best[:, None] + _LAWFUL
        froms.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int((best + _LAST).argmax())]
    for step in reversed(froms):
        path.append(int(step[path[-1]]))
    said = [NAMES[mark] for mark in reversed(path)]
    starts = [place for place, mark in enumerate(said) if mark[0] in "BS"]
    return [(start, next(end for end in range(start, len(said)) if said[end][0] in "ES") + 1, said[start][2:]) for start in starts]


def _may_follow(before: str, after: str) -> bool:
    """Inside a name only the same name goes on."""
    inside = before[0] in "BI"
    return (after[0] in "IE") == inside and (not inside or before[2:] == after[2:])


_LAWFUL = np.array([[0 if _may_follow(before, after) else -np.inf for after in NAMES] for before in NAMES], dtype=np.float32)
_FIRST = _LAWFUL[0]
_LAST = np.array([0 if _may_follow(mark, "O") else -np.inf for mark in NAMES], dtype=np.float32)
