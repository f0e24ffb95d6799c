"""The accurate parser as it runs: a BiLSTM over words and their letters, a biaffine score for every head and relation, on NumPy alone.

`training.graph` is the same network for training and says where it is from.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
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
WORDS_KEPT = 20_000  # 16 MB; news in one language repeats most of its words within fewer
SCALE = ":scale"  # ends the name of what a matrix of whole numbers is multiplied by, row by row
CHOICES = 4  # heads of a word weighed where the best ones make no tree
SHARED = 2  # layers that trees, tags and names share
NAMES = ("O", *(f"{part}-{label}" for label in ("PER", "ORG", "LOC") for part in "BIES"))  # first, inner, last word of a name, or its only


@dataclass(frozen=True, slots=True)
class Graph:
    """What the network says of one sentence: for each word its head (a root heads itself), relation and tag; names by first word, last word
    (exclusive) and label, None where it does not look for names.
    """

    heads: list[int]
    labels: list[str]
    pos: list[str]
    names: list[tuple[int, int, str]] | None


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
        self._words, self._letters = placed(tables["words"]), placed(tables["letters"])
        self._tags: list[str] = tables["tags"]
        self._labels: list[str] = tables["labels"]
        with np.load(folder / "graph.npz") as stored:
            self._weights = {name: _unpacked(stored, name) for name in stored.files if not name.endswith(SCALE)}
        layers = sum(name.startswith("lstm.") and name.endswith(".weight_hh_l0") for name in self._weights)
        self._layers = [self._both_ways(f"lstm.{place}") for place in range(layers)]
        self._naming = self._both_ways("name_lstm") if "name.weight" in self._weights else None
        self._vector = lru_cache(maxsize=WORDS_KEPT)(self._vector_of)

    @property
    def names(self) -> bool:
        """True where the network looks for names too."""
        return self._naming is not None

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

    def _together(self, sentences: list[Sequence[str]]) -> list[Graph]:
        """The graphs of some sentences, the longest first; what can be is computed for all words at once."""
        lengths = np.array([len(words) for words in sentences])
        rows = np.zeros((lengths[0], len(sentences), len(self._vector(""))), dtype=np.float32)
        for place, words in enumerate(sentences):
            rows[:len(words), place] = [self._vector(word) for word in words]
        for layer in self._layers[:SHARED]:
            rows = _through(rows, lengths, layer)
        pos = self._linear("tag", rows).argmax(axis=2)
        names = self._linear("name", _through(rows, lengths, self._naming)) if self._naming else None
        for layer in self._layers[SHARED:]:
            rows = _through(rows, lengths, layer)
        heads = self._heads(rows, lengths)
        labels = self._relations(rows, lengths, heads)
        return [self._graph(heads[place], labels[place], pos[:length, place], None if names is None else names[:length, place])
                for place, length in enumerate(lengths)]

    def _graph(self, heads: Numbers, labels: Numbers, pos: Numbers, marks: Floats | None) -> Graph:
        own = [place if head == 0 else int(head) - 1 for place, head in enumerate(heads)]
        return Graph(own, ["root" if head == 0 else self._labels[label] for head, label in zip(heads, labels, strict=True)],
                     [self._tags[tag] for tag in pos], None if marks is None else _names(marks))

    def _heads(self, rows: Floats, lengths: Numbers) -> list[Numbers]:
        """The heads of each sentence (0 the root, 1 the first word), from rows (words, sentences, width)."""
        root = self._squeezed("arc_head", self._weights["root"][None])
        tops, words = self._squeezed("arc_head", rows), _one(self._squeezed("arc_word", rows)) @ self._weights["arc"]
        return [_tree(words[:length, place] @ np.concatenate([root, tops[:length, place]]).T) for place, length in enumerate(lengths)]

    def _relations(self, rows: Floats, lengths: Numbers, heads: list[Numbers]) -> list[Numbers]:
        """The relation of each word to its head, as rows of the list of relations."""
        root = self._squeezed("label_head", self._weights["root"][None])
        tops, words = self._squeezed("label_head", rows), self._squeezed("label_word", rows)
        above = np.concatenate([np.concatenate([root, tops[:length, place]])[heads[place]] for place, length in enumerate(lengths)])
        below = np.concatenate([words[:length, place] for place, length in enumerate(lengths)])
        labels, inner, outer = self._weights["label"].shape
        pairs = (_one(below) @ self._weights["label"].transpose(1, 0, 2).reshape(inner, labels * outer)).reshape(-1, labels, outer)
        best = (pairs @ _one(above)[:, :, None])[:, :, 0].argmax(axis=1)
        return np.split(best, np.cumsum(lengths)[:-1])

    def _vector_of(self, word: str) -> Floats:
        """A word by itself: the vector of the word and the largest of each feature over its letters."""
        shown = spelled(word)
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


def _unpacked(stored: Mapping[str, Any], name: str) -> Floats:
    """A matrix as it was trained, from whole numbers and a scale a row where it is kept so."""
    matrix: Floats = stored[name].astype(np.float32)
    if f"{name}{SCALE}" not in stored:
        return matrix
    scale: Floats = stored[f"{name}{SCALE}"].astype(np.float32)
    whole: Floats = matrix * scale.reshape(-1, *[1] * (matrix.ndim - 1))
    return whole


def plain(word: str) -> str:
    """The word as the table has it: small letters, every digit a 0."""
    return "".join("0" if letter.isdigit() else letter for letter in word.lower())


def spelled(word: str) -> str:
    """The letters of a word that are looked at."""
    return word if len(word) <= LETTERS else word[:LETTERS // 2] + word[-LETTERS // 2:]


def placed(names: Iterable[str]) -> dict[str, int]:
    """The row of each name in its table, behind the rows for nothing and for the unknown."""
    return {name: row for row, name in enumerate(names, UNKNOWN + 1)}


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
    return np.concatenate([rows, np.ones((*rows.shape[:-1], 1), dtype=np.float32)], axis=-1)


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
