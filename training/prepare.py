"""Turn treebanks and name corpora into what spaCy trains on: `python -m training.prepare id --ud DIR --ner DIR --out DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from spacy.tokens import Doc, DocBin, Span
from spacy.vocab import Vocab

from kawat.lexicon.language import Language, language
from kawat.parse.conllu import Tree
from kawat.parse.plain import Plain
from training.frames import framed
from training.names import NamedSentence, composed, held_out, named_part, pool_of_names, settled, substituted
from training.names import headlines as named_headlines
from training.recipe import Names, Parser, recipe
from training.treebank import headlines, part, texts


def main() -> None:
    """Write `parser-train.spacy`, `parser-dev.spacy`, `names-train.spacy` and `names-dev.spacy` under `OUT/xx`."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--ud", type=Path, help="folder of treebanks")
    options.add_argument("--ner", type=Path, help="folder of name corpora")
    options.add_argument("--out", type=Path, required=True)
    chosen = options.parse_args()
    wanted = recipe(chosen.language)
    vocab = Plain().vocab
    out = chosen.out / chosen.language
    out.mkdir(parents=True, exist_ok=True)
    if chosen.ud:
        prepare_parser(wanted.parser, chosen.ud, out, vocab, language(chosen.language))
    if chosen.ner:
        prepare_names(wanted.names, chosen.ner, out, vocab, language(chosen.language))


def prepare_parser(wanted: Parser, folder: Path, out: Path, vocab: Vocab, pack: Language) -> None:
    """One document a sentence, because sentences are cut before the parser sees them; none that a test file holds."""
    held = texts(folder, wanted.test)
    train = [tree for one in wanted.train for tree in part(folder, one, wanted.relabel) if tree.text not in held]
    if wanted.frames:
        own = framed(wanted.frames, pool_of_names(wanted.names, pack), wanted.flat)
        train += own + headlines(own, 0.5)
    train += headlines(train, wanted.headlines)
    dev = [tree for one in wanted.dev for tree in part(folder, one, wanted.relabel)]
    save(out / "parser-train.spacy", (tree_doc(tree, vocab) for tree in train))
    save(out / "parser-dev.spacy", (tree_doc(tree, vocab) for tree in dev))
    print(f"parser: {len(train)} sentences, {sum(len(tree.words) for tree in train)} words; dev {len(dev)}")


def prepare_names(wanted: Names, folder: Path, out: Path, vocab: Vocab, pack: Language) -> None:
    """The corpora, and a copy of each sentence that names somebody, with other names put in."""
    held = held_out(folder, wanted.test)
    train = [one for given in wanted.train for one in named_part(folder, given, wanted.tags) if one.words not in held]
    if wanted.substitutes:
        pool = pool_of_names(wanted.substitutes, pack)
        train = settled(train, pool)
        train += substituted(train, pool)
        own = composed(wanted.sentences, pool) if wanted.sentences else []
        train += own + named_headlines(own, 0.5)
    train += named_headlines(train, wanted.headlines)
    dev = [one for given in wanted.dev for one in named_part(folder, given, wanted.tags)]
    save(out / "names-train.spacy", (named_doc(one, vocab) for one in train))
    save(out / "names-dev.spacy", (named_doc(one, vocab) for one in dev))
    print(f"names: {len(train)} sentences, {sum(len(one.words) for one in train)} words; dev {len(dev)}")


def save(path: Path, docs: Iterable[Doc]) -> None:
    """Write the documents as spaCy reads them."""
    DocBin(docs=docs).to_disk(path)


def tree_doc(tree: Tree, vocab: Vocab) -> Doc:
    """A gold sentence as a spaCy document; an unknown lemma is left empty and so not trained on."""
    words = tree.words
    return Doc(vocab, words=[word.form for word in words], spaces=[word.spaced for word in words], pos=[word.pos for word in words],
               lemmas=[word.lemma for word in words],
               heads=[word.head - 1 if word.head else place for place, word in enumerate(words)],
               deps=["ROOT" if word.head == 0 else word.label for word in words])


def named_doc(one: NamedSentence, vocab: Vocab) -> Doc:
    """A gold sentence with its names as a spaCy document."""
    doc = Doc(vocab, words=list(one.words), spaces=list(one.spaces))
    doc.set_ents([Span(doc, first, last, label) for first, last, label in one.names])
    return doc


if __name__ == "__main__":
    main()
