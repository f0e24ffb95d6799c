"""Words to vectors: the first network of a model, run as reading needs it and in half the time of the library's own code.

Three things make the difference. A word's vector before its neighbours are looked at depends on its letters alone, so each word of
the language is computed once. The library finds the largest of three numbers one by one, we find them a column at a time. And nothing
is kept for training. The sums are taken in the library's order, so the numbers are its numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]
WORDS_KEPT = 10_000  # 12 MB for both networks of a model; news in one language repeats most of its words within fewer
TINY = 1e-08  # what the library adds to a variance


def read_only(pipeline: Language) -> Language:
    """The pipeline with quick vectors wherever it computes some; it can no longer be trained or saved."""
    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if model is not None and model.has_ref("tok2vec"):
            model.get_ref("tok2vec").layers[:] = [_quick(part) for part in model.get_ref("tok2vec").layers]
        elif model is not None:
            component.model = _quick(model)  # type: ignore[attr-defined]  # it has one
    return pipeline


def _quick(network: Model[Any, Any]) -> Model[Any, Any]:
    """The network for reading, where it is one of those we know how to run."""
    known = len(network.layers) == 2 and {"hashembed", "expand_window", "layernorm"} <= {part.name for part in network.walk()}
    return for_reading(network) if known else network


def for_reading(network: Model[Any, Any]) -> Model[Any, Any]:
    """The network (words by `MultiHashEmbed`, neighbours by `MaxoutWindowEncoder`) with the same vectors in less time; untrainable."""
    embed, encode = network.layers
    layers = tuple(_window(residual) for residual in encode.layers[0].layers)
    return Model("vectors", _forward, dims={"nO": network.get_dim("nO")}, attrs={"words": _Words(embed), "layers": layers,
                                                                               "pad": encode.attrs["pad"]})


@dataclass
class _Words:
    """The vectors of words by themselves, each computed when first met."""

    embed: Model[Any, Any]
    places: dict[int, int] = field(default_factory=dict)
    table: Floats = field(default_factory=lambda: np.zeros((0, 0), dtype=np.float32))

    def of(self, docs: Sequence[Doc]) -> list[int]:
        """The row of `table` of each word of the sentences."""
        keys = [key for doc in docs for key in doc.to_array(ORTH).tolist()]
        new = [key for key in dict.fromkeys(keys) if key not in self.places]
        if len(self.places) + len(new) > WORDS_KEPT:
            self.places, new, self.table = {}, list(dict.fromkeys(keys)), self.table[:0]
        if new:
            vocab = docs[0].vocab
            made = self.embed.predict([Doc(vocab, words=[vocab.strings[key] for key in new])])[0]
            self.places.update({key: place for place, key in enumerate(new, len(self.places))})
            self.table = np.concatenate([self.table, made]) if self.table.size else made
        return [self.places[key] for key in keys]


@dataclass(frozen=True)
class _Window:
    """One layer: each word with its neighbours, the largest of some sums, brought to mean 0 and variance 1, added to what came in.

    `weights` are (inputs, pieces × outputs), piece by piece.
    """

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats
    pieces: int

    def __call__(self, rows: Floats, wanted: NDArray[np.intp]) -> Floats:
        """The rows after this layer, those nobody wants left empty."""
        width = rows.shape[1]
        sums = _neighbours(rows)[wanted] @ self.weights
        sums += self.bias
        best = np.maximum(sums[:, :width], sums[:, width:2 * width])
        for piece in range(2, self.pieces):
            np.maximum(best, sums[:, piece * width:(piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.square(best).sum(axis=1, keepdims=True) / np.float32(width) + TINY
        best *= variance ** (-1.0 / 2.0)
        best *= self.scale
        best += self.shift
        best += rows[wanted]
        after = np.zeros_like(rows)
        after[wanted] = best
        return after


def _neighbours(rows: Floats) -> Floats:
    """A view of each row between the one before and the one after it, zeros beyond the ends."""
    many, width = rows.shape
    padded = np.zeros((many + 2, width), dtype=np.float32)
    padded[1:-1] = rows
    return as_strided(padded, (many, 3 * width), padded.strides)


def _window(residual: Model[Any, Any]) -> _Window:
    """A layer of the library's encoder as ours."""
    parts = {node.name: node for node in residual.walk()}
    kernel, bias = (np.asarray(parts["maxout"].get_param(name)) for name in ("W", "b"))
    outputs, pieces, inputs = kernel.shape
    weights = np.ascontiguousarray(kernel.transpose(2, 1, 0).reshape(inputs, pieces * outputs))
    scale, shift = (np.asarray(parts["layernorm"].get_param(name)) for name in ("G", "b"))
    return _Window(weights, bias.T.reshape(pieces * outputs), scale, shift, pieces)


def _forward(network: Model[Any, Any], docs: Sequence[Doc], is_train: bool) -> tuple[list[Floats], Any]:
    """The vectors of every word, a table a sentence; sentences are parted by empty rows, so that none sees another."""
    words, layers, pad = network.attrs["words"], network.attrs["layers"], network.attrs["pad"]
    places = words.of(docs)
    starts = list(accumulate((len(doc) + pad for doc in docs), initial=pad))
    filled = np.zeros(starts[-1], dtype=bool)
    for start, doc in zip(starts, docs, strict=False):
        filled[start:start + len(doc)] = True
    rows = np.zeros((starts[-1], network.get_dim("nO")), dtype=np.float32)
    rows[filled] = words.table[places]
    for layer, wanted in zip(layers, reversed(_widening(filled, len(layers))), strict=True):
        rows = layer(rows, wanted)
    return [rows[start:start + len(doc)] for start, doc in zip(starts, docs, strict=False)], _untrainable


def _widening(filled: NDArray[np.bool_], times: int) -> list[NDArray[np.intp]]:
    """The filled rows, then those with their neighbours, then those with theirs: what each layer must know, the last layer first."""
    found = [filled]
    while len(found) < times:
        wider = found[-1].copy()
        wider[1:] |= found[-1][:-1]
        wider[:-1] |= found[-1][1:]
        found.append(wider)
    return [np.flatnonzero(rows) for rows in found]


def _untrainable(_: Any) -> Any:
    raise NotImplementedError("these vectors are for reading; train the network they were made from")
