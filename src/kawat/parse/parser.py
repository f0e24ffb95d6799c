"""The parser: an article as tokens, relations and names, by the model of its language."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
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
from kawat.nouns.document import DEFAULT, Document, Profile
from kawat.nouns.text import whole_characters
from kawat.parse.attachment import attached
from kawat.parse.document import Parsed, assemble
from kawat.parse.lemmas import dictionary_lemma
from kawat.parse.outline import Line, outline

if TYPE_CHECKING:  # spaCy takes half a second to import: only a process that parses pays
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from kawat.parse.graph import Graph, GraphParser

BATCH = 256  # sentences
OF_TREES, OF_NAMES = "parser", "ner"  # the components whose work the accurate parser may do
Words = tuple[list[str], list[bool]]  # the words of a sentence, and whether a blank follows each


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

    Each sentence is parsed alone, so that its tree never depends on its neighbours: a frozen parse equals a live one. With `graphs` the
    trees and tags are theirs, and the pipeline gives the lemmas, and the names where they look for none.
    """

    def __init__(self, language: Language, pipeline: Pipeline, graphs: GraphParser | None = None) -> None:
        self.language = language
        self._pipeline = pipeline
        self._graphs = graphs
        self._profile: Profile = "accurate" if graphs else "fast"

    def parse(self, article: Article) -> Document:
        """The parsed title and body of an article."""
        return next(self.parse_all([article]))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Document]:
        """The documents of some articles, in order; their sentences go through the model together, the quicker the more they are."""
        outlined = [(article, outline(article, self.language)) for article in articles]
        parses = iter(self.parse_words(_words(article, line) for article, lines in outlined for line in lines))
        for article, lines in outlined:
            yield assemble(article, lines, islice(parses, len(lines)), self._profile)

    def parse_words(self, sentences: Iterable[Words]) -> list[Parsed]:
        """The parses of sentences that are cut into words already."""
        cut = list(sentences)
        docs = self._pipeline.pipe((self._unparsed(*sentence) for sentence in cut), batch_size=BATCH)
        dictionary = self.language.settings.dictionary
        with _pools().limit(limits=1, user_api="blas"):  # matrices this small cost ten times as much on many threads as on one
            if self._graphs is None:
                parses = [_parsed(doc, dictionary) for doc in docs]
            else:
                graphs = self._graphs.graphs([words for words, _ in cut])
                parses = [_joined(doc, graph, dictionary) for doc, graph in zip(docs, graphs, strict=True)]
        return [attached(parsed, words, self.language.grammar) for parsed, (words, _) in zip(parses, cut, strict=True)]

    def _unparsed(self, words: list[str], spaces: list[bool]) -> Doc:
        from spacy.tokens import Doc

        return Doc(self._pipeline.vocab, words=words, spaces=spaces, sent_starts=[place == 0 for place in range(len(words))])


def load(language: Language, profile: Profile = DEFAULT) -> TrainedParser:
    """A parser of a language; raises MissingModel where its data wheel is not installed."""
    folder = _folder(language)
    if profile == "fast":
        return TrainedParser(language, _pipeline(folder))
    graphs = _graphs(folder)
    return TrainedParser(language, _pipeline(folder, (OF_TREES, OF_NAMES) if graphs.names else (OF_TREES,)), graphs)


def _folder(language: Language) -> Path:
    name = language.settings.model
    try:
        folder: Path = import_module(name).MODEL
    except ModuleNotFoundError:
        raise MissingModel(f"{language.settings.name} has no parser installed ({name}). "
                           f"Run, in a copy of the repository: pip install ./models/{language.code}") from None
    return folder


def _pipeline(folder: Path, without: tuple[str, ...] = ()) -> Pipeline:
    """The components in a folder, but for some."""
    with _without_commands():
        from kawat.parse.plain import pipeline
    from kawat.parse.vectors import read_only

    return read_only(pipeline(folder, without))


def _graphs(folder: Path) -> GraphParser:
    from kawat.parse.graph import GraphParser

    return GraphParser(folder)


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


def _words(article: Article, line: Line) -> Words:
    words = [whole_characters(article.view[start:end]) for start, end in line.cuts]
    follows = [*(start for start, _ in line.cuts[1:]), line.end]
    return words, [end < following for (_, end), following in zip(line.cuts, follows, strict=True)]


@cache
def _pools() -> ThreadpoolController:
    """The thread pools of the process, looked for once: to look for them takes as long as to parse a sentence."""
    return ThreadpoolController()


def _parsed(doc: Doc, dictionary: str | None) -> Parsed:
    heads = [token.head.i for token in doc]
    labels = ["root" if head == place else doc[place].dep_ for place, head in enumerate(heads)]
    pos, names = [token.pos_ for token in doc], _names(doc)
    return Parsed(heads, labels, pos, _lemmas(doc, dictionary, pos, names), names)


def _names(doc: Doc) -> list[tuple[int, int, str]]:
    return [(name.start, name.end, name.label_) for name in doc.ents]


def _joined(doc: Doc, graph: Graph, dictionary: str | None) -> Parsed:
    names = _names(doc) if graph.names is None else graph.names
    return Parsed(graph.heads, graph.labels, graph.pos, _lemmas(doc, dictionary, graph.pos, names), names)


def _lemmas(doc: Doc, dictionary: str | None, pos: list[str], names: Sequence[tuple[int, int, str]]) -> list[str]:
    """The lemmas of a sentence. Its first word has a capital whatever it is: a name that the tagger does not find is read as a noun."""
    opens = ["NOUN"] if pos[:1] == ["PROPN"] and all(first > 0 for first, _, _ in names) else pos[:1]
    return [_lemma(token, dictionary, kind) for token, kind in zip(doc, [*opens, *pos[1:]], strict=True)]


def _lemma(token: SpacyToken, dictionary: str | None, pos: str) -> str:
    """A name keeps its form; other words take the dictionary's lemma where the language has a dictionary, else the model's."""
    if pos == "PROPN":
        return str(token.text)
    guess = token.lemma_.lower() or token.lower_
    return dictionary_lemma(token.lower_, pos, guess, dictionary) if dictionary else str(guess)
