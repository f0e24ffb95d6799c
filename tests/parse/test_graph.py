"""The accurate parser with weights drawn by chance: whatever they are, trees are trees and names are lawful."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from kawat.parse.graph import NAMES, GraphParser, Layer, _names, _run, _tree, plain

WORDS = ["norland", "met", "sudland", "0000"]
TAGS, LABELS = ["NOUN", "VERB"], ["obj", "nsubj", "root"]
HIDDEN, WORD, LETTER, SPELLED, ARC, LABEL, NAME = 6, 5, 4, 3, 7, 4, 5


@pytest.fixture
def parser(tmp_path: Path) -> GraphParser:
    """A small network."""
    chance = np.random.default_rng(3)
    shapes: dict[str, tuple[int, ...]] = {
        "word.weight": (len(WORDS) + 2, WORD), "letter.weight": (28, LETTER), "spell.weight": (SPELLED, LETTER, 3),
        "spell.bias": (SPELLED,), "tag.weight": (len(TAGS), 2 * HIDDEN), "tag.bias": (len(TAGS),), "arc": (ARC + 1, ARC),
        "label": (len(LABELS), LABEL + 1, LABEL + 1), "root": (2 * HIDDEN,), "name.weight": (len(NAMES), 2 * NAME),
        "name.bias": (len(NAMES),)}
    for part, width in (("arc_head", ARC), ("arc_word", ARC), ("label_head", LABEL), ("label_word", LABEL)):
        shapes |= {f"{part}.weight": (width, 2 * HIDDEN), f"{part}.bias": (width,)}
    widths = {"lstm.0": (WORD + SPELLED, HIDDEN), "lstm.1": (2 * HIDDEN, HIDDEN), "lstm.2": (2 * HIDDEN, HIDDEN),
              "name_lstm": (2 * HIDDEN, NAME)}
    for layer, (inward, hidden) in widths.items():
        for way in ("", "_reverse"):
            shapes |= {f"{layer}.weight_ih_l0{way}": (4 * hidden, inward), f"{layer}.weight_hh_l0{way}": (4 * hidden, hidden),
                       f"{layer}.bias_ih_l0{way}": (4 * hidden,), f"{layer}.bias_hh_l0{way}": (4 * hidden,)}
    np.savez(tmp_path / "graph.npz", **{name: chance.normal(size=shape).astype(np.float16) for name, shape in shapes.items()})
    known = {"words": WORDS, "letters": [chr(place) for place in range(97, 123)], "tags": TAGS, "labels": LABELS}
    (tmp_path / "graph.json").write_text(json.dumps(known), "utf-8")
    return GraphParser(tmp_path)


SENTENCES = [["Norland", "met", "Sudland", "in", "1999"], ["Internationalisierungsbestrebungen"], ["a", "b"] * 15, ["met", "met", "met"]]


def test_every_graph_is_a_tree_with_one_root(parser: GraphParser) -> None:
    """One word heads itself and every other reaches it."""
    for words, graph in zip(SENTENCES, parser.graphs(SENTENCES), strict=True):
        roots = [place for place, head in enumerate(graph.heads) if head == place]
        assert len(graph.heads) == len(graph.labels) == len(graph.pos) == len(words)
        assert len(roots) == 1 and graph.labels[roots[0]] == "root"
        for place in range(len(words)):
            path = [place]
            while path[-1] != roots[0]:
                path.append(graph.heads[path[-1]])
                assert len(path) <= len(words)


def test_names_are_looked_for_where_there_are_weights_for_them(parser: GraphParser, tmp_path: Path) -> None:
    """Without them the graphs say nothing of names."""
    with np.load(tmp_path / "graph.npz") as stored:
        fewer = {name: stored[name] for name in stored.files if not name.startswith("name")}
    np.savez(tmp_path / "graph.npz", **fewer)
    assert parser.names and not GraphParser(tmp_path).names
    assert [graph.names for graph in GraphParser(tmp_path).graphs(SENTENCES[:1])] == [None]


def test_no_sentence_sees_another(parser: GraphParser) -> None:
    """Sentences parsed together have the graphs they have alone."""
    assert parser.graphs(SENTENCES) == [parser.graphs([words])[0] for words in SENTENCES]


def test_a_direction_runs_as_an_lstm_does() -> None:
    """The gates of the textbook, one sentence and one step at a time."""
    chance = np.random.default_rng(5)
    layer = Layer(*(chance.normal(size=shape).astype(np.float32) for shape in ((3, 8), (2, 8), (8,))))
    rows = chance.normal(size=(4, 1, 3)).astype(np.float32)
    state, cell = np.zeros(2), np.zeros(2)
    for step, found in enumerate(_run(rows, np.array([4]), layer)[:, 0]):
        enter, forget, new, leave = np.split(rows[step, 0] @ layer.inward + state @ layer.onward + layer.bias, 4)
        cell = cell / (1 + np.exp(-forget)) + np.tanh(new) / (1 + np.exp(-enter))
        state = np.tanh(cell) / (1 + np.exp(-leave))
        assert np.allclose(found, state, atol=1e-5)


def test_a_cycle_gives_way_to_the_best_tree() -> None:
    """Two words that each prefer the other hang on the root by the better of the two."""
    arcs = np.array([[1.0, 0.0, 5.0], [3.0, 5.0, 0.0]], dtype=np.float32)  # rows words, columns the root and the words
    assert _tree(arcs).tolist() == [2, 0]


def test_names_begin_and_end() -> None:
    """A mark that cannot follow another is passed over for the best row of marks that can."""
    marks = np.zeros((3, len(NAMES)), dtype=np.float32)
    for place, mark in enumerate(("B-PER", "I-ORG", "E-PER")):
        marks[place, NAMES.index(mark)] = 2.0
    marks[1, NAMES.index("I-PER")] = 1.0
    assert _names(marks) == [(0, 3, "PER")]


def test_words_are_known_by_their_small_letters_and_digits_by_a_zero() -> None:
    """Years share a row."""
    assert (plain("Norland"), plain("1999")) == ("norland", "0000")
