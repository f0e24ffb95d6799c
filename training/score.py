"""Measure a model on held-out files: `python -m training.score id --model DIR --ud DIR --ner DIR`.

Gold words, one sentence a document, punctuation counted, relations without subtypes (CoNLL 2018); names by exact words and label.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kawat.parse.conllu import Tree
from kawat.parse.plain import pipeline
from training.names import NamedSentence, read_named
from training.package import MODELS
from training.recipe import recipe
from training.treebank import read_trees


def main() -> None:
    """Print one line a test file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--model", type=Path, help="a trained pipeline; the packaged model by default")
    options.add_argument("--ud", type=Path)
    options.add_argument("--ner", type=Path)
    chosen = options.parse_args()
    folder = MODELS / chosen.language / "src" / f"kawat_model_{chosen.language}" / "model"
    model = pipeline(chosen.model or folder)
    wanted = recipe(chosen.language)
    for path in wanted.parser.test if chosen.ud else ():
        print(path, score_trees(model, read_trees(chosen.ud / path, wanted.parser.relabel)))
    for path in wanted.names.test if chosen.ner else ():
        print(path, score_names(model, list(read_named(chosen.ner / path, wanted.names.tags))))


def score_trees(model: Language, gold: Sequence[Tree]) -> str:
    """Shares of words in percent with the right tag, lemma, head (UAS), and head and relation (LAS)."""
    docs = [_bare(model, [word.form for word in tree.words], [word.spaced for word in tree.words]) for tree in gold]
    began = time.process_time()
    parsed = list(model.pipe(docs, batch_size=64))
    seconds = time.process_time() - began
    right: Counter[str] = Counter()
    for tree, doc in zip(gold, parsed, strict=True):
        for place, (word, token) in enumerate(zip(tree.words, doc, strict=True)):
            right["words"] += 1
            right["UPOS"] += word.pos == token.pos_
            right["lemma"] += not word.lemma or word.lemma.lower() == (word.form if token.pos_ == "PROPN" else token.lemma_).lower()
            headed = token.head.i == (word.head - 1 if word.head else place)
            label = "root" if token.head.i == place else token.dep_
            right["UAS"] += headed
            right["LAS"] += headed and label.split(":")[0] == word.label.split(":")[0]
    shares = " ".join(f"{name} {100 * right[name] / right['words']:.2f}" for name in ("UPOS", "lemma", "UAS", "LAS"))
    return f"{shares} words {right['words']} words/cpu-s {right['words'] / seconds:.0f}"


def score_names(model: Language, gold: Sequence[NamedSentence]) -> str:
    """Precision, recall and F1 in percent, and F1 by label."""
    docs = model.pipe((_bare(model, one.words, one.spaces) for one in gold), batch_size=64)
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one, doc in zip(gold, docs, strict=True):
        names = {(name.start, name.end, name.label_) for name in doc.ents}
        for counts, some in ((right, names & set(one.names)), (wanted, set(one.names)), (found, names)):
            counts.update(label for _, _, label in some)
    by_label = " ".join(f"{label} {_f1(right[label], found[label], wanted[label]):.1f}" for label in sorted(wanted))
    all_right, all_found, all_wanted = right.total(), found.total(), wanted.total()
    return (f"P {100 * all_right / max(1, all_found):.1f} R {100 * all_right / max(1, all_wanted):.1f} "
            f"F1 {_f1(all_right, all_found, all_wanted):.1f} {by_label}")


def _bare(model: Language, words: Sequence[str], spaces: Sequence[bool]) -> Doc:
    return Doc(model.vocab, words=list(words), spaces=list(spaces), sent_starts=[place == 0 for place in range(len(words))])


def _f1(right: int, found: int, wanted: int) -> float:
    return 200 * right / max(1, found + wanted)


if __name__ == "__main__":
    main()
