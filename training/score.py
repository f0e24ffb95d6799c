"""Measure a model on held-out files: `python -m training.score id --model DIR --ud DIR --ner DIR`.

Gold words, one sentence a document, punctuation counted, relations without subtypes (CoNLL 2018); names by exact words and label.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from kawat.lexicon.language import language
from kawat.parse.conllu import Tree
from kawat.parse.parser import TrainedParser, load
from kawat.parse.plain import pipeline
from training.names import NamedSentence, read_named
from training.recipe import recipe
from training.treebank import read_trees


def main() -> None:
    """Print one line a test file."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--model", type=Path, help="a trained pipeline; the packaged model by default")
    options.add_argument("--ud", type=Path)
    options.add_argument("--ner", type=Path)
    options.add_argument("--accurate", action="store_true", help="the packaged accurate parser")
    chosen = options.parse_args()
    pack, wanted = language(chosen.language), recipe(chosen.language)
    model = TrainedParser(pack, pipeline(chosen.model)) if chosen.model else load(pack, "accurate" if chosen.accurate else "fast")
    for path in wanted.parser.test if chosen.ud else ():
        found = score_trees(model, read_trees(chosen.ud / path, wanted.parser.relabel))
        print(path, " ".join(f"{name} {figure:.2f}" for name, figure in found.items()))
    for path in wanted.names.test if chosen.ner else ():
        print(path, score_names(model, list(read_named(chosen.ner / path, wanted.names.tags))))


def score_trees(model: TrainedParser, gold: Sequence[Tree]) -> dict[str, float]:
    """Shares of words in percent with the right tag, lemma, head (UAS), and head and relation (LAS); and words a CPU-second."""
    began = time.process_time()
    parses = model.parse_words(([word.form for word in tree.words], [word.spaced for word in tree.words]) for tree in gold)
    seconds = time.process_time() - began
    right: Counter[str] = Counter()
    for tree, parsed in zip(gold, parses, strict=True):
        for place, word in enumerate(tree.words):
            right["words"] += 1
            right["UPOS"] += word.pos == parsed.pos[place]
            right["lemma"] += not word.lemma or word.lemma.lower() == parsed.lemmas[place].lower()
            headed = parsed.heads[place] == (word.head - 1 if word.head else place)
            right["UAS"] += headed
            right["LAS"] += headed and parsed.labels[place].split(":")[0] == word.label.split(":")[0]
    shares = {name: 100 * right[name] / right["words"] for name in ("UPOS", "lemma", "UAS", "LAS")}
    return {**shares, "words/cpu-s": right["words"] / seconds}


def score_names(model: TrainedParser, gold: Sequence[NamedSentence]) -> str:
    """Precision, recall and F1 in percent, and F1 by label."""
    parses = model.parse_words((list(one.words), list(one.spaces)) for one in gold)
    right: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for one, parsed in zip(gold, parses, strict=True):
        names = set(parsed.names)
        for counts, some in ((right, names & set(one.names)), (wanted, set(one.names)), (found, names)):
            counts.update(label for _, _, label in some)
    by_label = " ".join(f"{label} {_f1(right[label], found[label], wanted[label]):.1f}" for label in sorted(wanted))
    all_right, all_found, all_wanted = right.total(), found.total(), wanted.total()
    return (f"P {100 * all_right / max(1, all_found):.1f} R {100 * all_right / max(1, all_wanted):.1f} "
            f"F1 {_f1(all_right, all_found, all_wanted):.1f} {by_label}")


def _f1(right: int, found: int, wanted: int) -> float:
    return 200 * right / max(1, found + wanted)


if __name__ == "__main__":
    main()
