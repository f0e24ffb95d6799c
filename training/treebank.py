"""Treebank files as trees, brought to one convention."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from kawat.nouns.text import view_of
from kawat.parse.conllu import Tree, Word, trees
from training.recipe import Part


def read_trees(path: Path, relabel: dict[str, str]) -> list[Tree]:
    """The sentences of a treebank, quotes and dashes in the plain form matching sees, relations relabelled."""
    return [Tree(tuple(_even(word, relabel) for word in tree.words), tree.comments) for tree in trees(path.read_text("utf-8"), path.name)]


def part(folder: Path, wanted: Part, relabel: dict[str, str]) -> list[Tree]:
    """The sentences of one part of a recipe."""
    found = read_trees(folder / wanted.path, relabel)
    if wanted.documents:
        found = [tree for tree in found if tree.comments.get("sent_id", "").startswith(wanted.documents)]
    return found[wanted.start:wanted.stop] * wanted.times


def texts(folder: Path, paths: tuple[str, ...]) -> frozenset[str]:
    """The sentence texts of the test files, so that no training sentence repeats one."""
    return frozenset(tree.text for path in paths for tree in read_trees(folder / path, {}))


def _even(word: Word, relabel: dict[str, str]) -> Word:
    label = relabel.get(word.label.split(":")[0], word.label)
    form = view_of(word.form).replace(" ", "_")
    lemma = form if word.pos == "PROPN" else view_of(word.lemma).lower()
    return replace(word, form='"' if form == "''" else form, lemma=lemma, label=label)


def headlines(given: list[Tree], share: float) -> list[Tree]:
    """Copies of that share of the sentences written as headlines: `Menlu Norland Bertemu Utusan Sudland`. The choice is seeded."""
    return [_headline(tree) for tree in random.Random(5).sample(given, int(share * len(given)))]


def titled(word: str) -> str:
    """The word as a headline has it: short words stay small."""
    return word[0].upper() + word[1:] if len(word) > 3 else word


def _headline(tree: Tree) -> Tree:
    bare = tree.words[-1].form == "." and len(tree.words) > 1 and all(word.head != len(tree.words) for word in tree.words)
    return Tree(tuple(_titled(word) for word in (tree.words[:-1] if bare else tree.words)), tree.comments)


def _titled(word: Word) -> Word:
    form = titled(word.form)
    return replace(word, form=form, lemma=form if word.pos == "PROPN" else word.lemma)
