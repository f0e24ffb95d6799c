"""Train the accurate parser: `python -m training.accurate id --data DIR --out DIR` (needs PyTorch, one processor core, an hour or two).

Then once more with `--names 1 --resume OUT`, so that the same network learns to find names as well.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import asdict
from pathlib import Path

import torch
from spacy.tokens import Doc, DocBin
from torch import Tensor, nn

from kawat.parse.plain import Plain
from training.graph import Graph, Sizes
from training.numbers import Sentence, Tables, endless, joined, named, padded, real, tree

SEED = 7
LONGEST = 150  # words of a sentence trained on
EVERY = 250  # steps between two looks at dev
WARM = 100  # steps until the full rate

Losses = Callable[[Graph, Sequence[Sentence]], Tensor]


def main() -> None:
    """Write the best model by its dev scores to `OUT/model.pt`, its tables to `OUT/tables.json`."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--data", type=Path, required=True, help="folder written by training.prepare")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--vectors", type=Path, help="word vectors to begin with, a word and its numbers a line")
    options.add_argument("--names", type=int, default=0, help="learn names as well: so many batches of them after each of trees")
    options.add_argument("--resume", type=Path, help="a folder this program wrote")
    options.add_argument("--steps", type=int, default=4500)
    options.add_argument("--rate", type=float, default=2e-3)
    chosen = options.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    folder = chosen.data / chosen.language
    trees, dev_trees = (_docs(folder / f"parser-{part}.spacy") for part in ("train", "dev"))
    names, dev_names = (_docs(folder / f"names-{part}.spacy") if chosen.names else [] for part in ("train", "dev"))
    vectors = _vectors(chosen.vectors) if chosen.vectors else {}
    tables = Tables.of(trees, names, list(vectors))
    model = Graph(Sizes(len(tables.words) + 2, len(tables.letters) + 2, len(tables.tags), len(tables.labels)))
    _begin(model, tables, vectors, chosen.resume)
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / "tables.json").write_text(json.dumps(asdict(tables), ensure_ascii=False), "utf-8")
    tasks: list[tuple[Losses, list[Sentence]]] = [(tree_losses, [tree(doc, tables) for doc in trees if len(doc) <= LONGEST])]
    if names:
        tasks += [(name_losses, [named(doc, tables) for doc in names if len(doc) <= LONGEST])] * chosen.names
    fit(model, tasks, ([tree(doc, tables) for doc in dev_trees], [named(doc, tables) for doc in dev_names]), chosen.steps, chosen.rate,
        chosen.out / "model.pt")


def _docs(path: Path) -> list[Doc]:
    return list(DocBin().from_disk(path).get_docs(Plain().vocab))


def _vectors(path: Path) -> dict[str, list[float]]:
    lines = (line.split(" ") for line in path.read_text("utf-8").splitlines())
    return {word: [float(number) for number in numbers] for word, *numbers in lines}


def _begin(model: Graph, tables: Tables, vectors: dict[str, list[float]], resume: Path | None) -> None:
    """Set the vectors of words given, or the weights of a model trained before; its words may be fewer."""
    with torch.no_grad():
        for word, vector in vectors.items():
            model.word.weight[tables.words[word]] = torch.tensor(vector)
        if resume is None:
            return
        before = torch.load(resume / "model.pt", weights_only=True)
        old = json.loads((resume / "tables.json").read_text("utf-8"))
        old = old.get("tables", old)["words"]
        model.word.weight[:2] = before["word.weight"][:2]
        for word, place in tables.words.items():
            if word in old:
                model.word.weight[place] = before["word.weight"][old[word]]
        before["word.weight"] = model.word.weight.clone()
        model.load_state_dict(before, strict=False)


def fit(model: Graph, tasks: list[tuple[Losses, list[Sentence]]], dev: tuple[list[Sentence], list[Sentence]], steps: int, rate: float,
        out: Path) -> None:
    """Adam with a rate that falls to nothing; what is kept is the running mean of the weights, where it does best on dev."""
    adam = torch.optim.Adam(model.parameters(), lr=rate, betas=(0.9, 0.95))
    falling = torch.optim.lr_scheduler.LambdaLR(adam, lambda step: min(1.0, (step + 1) / WARM) * max(0.02, 1 - step / steps))
    mean, best, chance = deepcopy(model), 0.0, random.Random(SEED)
    flows: list[tuple[Losses, Iterator[list[Sentence]]]] = [(losses, endless(sentences, chance)) for losses, sentences in tasks]
    began = time.process_time()
    for step in range(1, steps + 1):
        for losses, batches in flows:
            adam.zero_grad()
            losses(model, next(batches)).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            adam.step()
        falling.step()
        _follow(mean, model, min(0.998, step / (step + 10)))
        if step % EVERY == 0 or step == steps:
            uas, las = scored_trees(mean, dev[0])
            names = scored_names(mean, dev[1]) if dev[1] else 0.0
            print(f"step {step} dev UAS {uas:.2f} LAS {las:.2f} names {names:.2f} cpu {time.process_time() - began:.0f} s", flush=True)
            if las + names > best:
                best = las + names
                torch.save(mean.state_dict(), out)


def _follow(mean: Graph, model: Graph, share: float) -> None:
    with torch.no_grad():
        for kept, new in zip(mean.parameters(), model.parameters(), strict=True):
            kept.lerp_(new, 1 - share)


def tree_losses(model: Graph, batch: Sequence[Sentence]) -> Tensor:
    """The sum of the losses of heads, relations and (at half weight) tags, each the mean over words."""
    words, letters, lengths = padded(batch)
    tags, arcs, label_heads, label_words = model.trees(words, letters, lengths)
    there = real(lengths)
    allowed = torch.cat([torch.ones(len(batch), 1, dtype=torch.bool), there], dim=1)
    arcs = arcs.masked_fill(~allowed[:, None, :], -1e9)[there]
    heads = joined(batch, "heads")
    rows = torch.arange(len(batch)).repeat_interleave(lengths)
    labels = model.labels(label_heads[rows, heads], label_words[there])
    return (nn.functional.cross_entropy(arcs, heads) + nn.functional.cross_entropy(labels, joined(batch, "labels"))
            + 0.5 * nn.functional.cross_entropy(tags[there], joined(batch, "tags")))


def name_losses(model: Graph, batch: Sequence[Sentence]) -> Tensor:
    """The loss of the marks of names."""
    words, letters, lengths = padded(batch)
    return nn.functional.cross_entropy(model.names(words, letters, lengths)[real(lengths)], joined(batch, "marks"))


def _looked_at(sentences: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    order = sorted(sentences, key=lambda one: len(one.words))
    yield from (order[start:start + 32] for start in range(0, len(order), 32))


@torch.no_grad()
def scored_trees(model: Graph, sentences: Sequence[Sentence]) -> tuple[float, float]:
    """UAS and LAS in percent of the best head of each word by itself, subtypes counted."""
    model.eval()
    right_heads = right_labels = total = 0
    for batch in _looked_at(sentences):
        _, arcs, label_heads, label_words = model.trees(*padded(batch))
        for row, one in enumerate(batch):
            long = len(one.words)
            heads = arcs[row, :long, :long + 1].argmax(dim=1)
            labels = model.labels(label_heads[row, heads], label_words[row, :long]).argmax(dim=1)
            good = heads == torch.tensor(one.heads)
            right_heads += int(good.sum())
            right_labels += int((good & (labels == torch.tensor(one.labels))).sum())
            total += long
    model.train()
    return 100 * right_heads / total, 100 * right_labels / total


@torch.no_grad()
def scored_names(model: Graph, sentences: Sequence[Sentence]) -> float:
    """F1 in percent of words marked as part of a name, exactly."""
    model.eval()
    right = found = wanted = 0
    for batch in _looked_at(sentences):
        words, letters, lengths = padded(batch)
        marks, gold = model.names(words, letters, lengths)[real(lengths)].argmax(dim=1), joined(batch, "marks")
        right += int(((marks == gold) & (gold > 0)).sum())
        found += int((marks > 0).sum())
        wanted += int((gold > 0).sum())
    model.train()
    return 200 * right / max(1, found + wanted)


if __name__ == "__main__":
    main()
