"""The parser: an article as tokens, relations and names, by the model of its language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Protocol

from threadpoolctl import ThreadpoolController

from kawat.errors import MissingModel
from kawat.lexicon.language import Language
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.text import whole_characters
from kawat.parse.document import Parsed, assemble
from kawat.parse.lemmas import dictionary_lemma
from kawat.parse.outline import Line, outline

if TYPE_CHECKING:  # spaCy takes half a second to import: only a process that parses pays
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

BATCH = 256  # sentences


class Parser(Protocol):
    """Whatever turns an article into a document: a trained model, or frozen parses in tests."""

    def parse(self, article: Article) -> Document:
        """The parsed title and body of an article."""
        ...

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Document]:
        """The documents of some articles, in order."""
        ...


class TrainedParser:
    """The parser and entity tagger of one language's model.

    Each sentence is parsed alone, so that its tree never depends on its neighbours: a frozen parse equals a live one.
    """

    def __init__(self, language: Language, pipeline: Pipeline) -> None:
        self.language = language
        self._pipeline = pipeline

    def parse(self, article: Article) -> Document:
        """The parsed title and body of an article."""
        return next(self.parse_all([article]))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Document]:
        """The documents of some articles, in order; their sentences go through the model together, the quicker the more they are."""
        outlined = [(article, outline(article, self.language)) for article in articles]
        docs = self._pipeline.pipe((self._unparsed(article, line) for article, lines in outlined for line in lines), batch_size=BATCH)
        dictionary = self.language.settings.dictionary
        with _pools().limit(limits=1, user_api="blas"):  # matrices this small cost ten times as much on many threads as on one
            parses = iter([_parsed(doc, dictionary) for doc in docs])
        for article, lines in outlined:
            yield assemble(article, lines, islice(parses, len(lines)))

    def _unparsed(self, article: Article, line: Line) -> Doc:
        from spacy.tokens import Doc

        words = [whole_characters(article.view[start:end]) for start, end in line.cuts]
        follows = [*(start for start, _ in line.cuts[1:]), line.end]
        spaces = [end < following for (_, end), following in zip(line.cuts, follows, strict=True)]
        return Doc(self._pipeline.vocab, words=words, spaces=spaces, sent_starts=[place == 0 for place in range(len(words))])


def load(language: Language) -> TrainedParser:
    """The parser of a language; raises MissingModel where its data wheel is not installed."""
    return TrainedParser(language, _pipeline(language))


def _pipeline(language: Language) -> Pipeline:
    name = language.settings.model
    try:
        folder: Path = import_module(name).MODEL
    except ModuleNotFoundError:
        raise MissingModel(f"{language.settings.name} has no parser installed ({name}). "
                           f"Run, in a copy of the repository: pip install ./models/{language.code}") from None
    with _without_commands():
        from kawat.parse.plain import pipeline
    from kawat.parse.vectors import read_only

    return read_only(pipeline(folder))


@contextmanager
def _without_commands() -> Iterator[None]:
    """While spaCy is first imported an empty module stands for its command line, which takes a quarter of a second and nobody calls."""
    names = ("spacy.cli", "spacy.cli.info") if "spacy" not in sys.modules else ()
    for name in names:
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name])["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@cache
def _pools() -> ThreadpoolController:
    """The thread pools of the process, looked for once: to look for them takes as long as to parse a sentence."""
    return ThreadpoolController()


def _parsed(doc: Doc, dictionary: str | None) -> Parsed:
    heads = [token.head.i for token in doc]
    labels = ["root" if head == place else doc[place].dep_ for place, head in enumerate(heads)]
    lemmas = [_lemma(token, dictionary) for token in doc]
    return Parsed(heads, labels, [token.pos_ for token in doc], lemmas, [(name.start, name.end, name.label_) for name in doc.ents])


def _lemma(token: SpacyToken, dictionary: str | None) -> str:
    """A name keeps its form; other words take the dictionary's lemma where the language has a dictionary, else the model's."""
    if token.pos_ == "PROPN":
        return str(token.text)
    guess = token.lemma_.lower() or token.lower_
    return dictionary_lemma(token.lower_, token.pos_, guess, dictionary) if dictionary else str(guess)
