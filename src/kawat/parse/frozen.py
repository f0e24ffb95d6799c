"""Frozen parses: the sentences of rule examples, parsed once and kept as text, so that rule tests need no model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from kawat.errors import MissingParse
from kawat.lexicon.language import Language
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.parse.conllu import Tree, conllu, trees
from kawat.parse.document import Parsed, assemble, conllu_from_document, parsed_from_tree, sentence_key
from kawat.parse.outline import Line, outline
from kawat.parse.parser import Parser


class FrozenParser:
    """A parser that knows only the sentences of `languages/xx/parses.conllu`."""

    def __init__(self, language: Language, path: Path | None = None) -> None:
        self.language = language
        self.path = path or language.folder / "parses.conllu"

    def parse(self, article: Article) -> Document:
        """The parsed title and body of an article; raises MissingParse for a sentence that was never frozen."""
        lines = outline(article, self.language)
        return assemble(article, lines, (self._parsed(article, line) for line in lines))

    def parse_all(self, articles: Iterable[Article]) -> Iterator[Document]:
        """The documents of some articles, in order."""
        return map(self.parse, articles)

    def _parsed(self, article: Article, line: Line) -> Parsed:
        key = sentence_key(article.text[line.start:line.end])
        tree = self._trees.get(key)
        if tree is None:
            raise self._missing(f"no parse of '{key}'")
        if [word.form for word in tree.words] != [article.view[start:end] for start, end in line.cuts]:
            raise self._missing(f"the words of '{key}' are cut otherwise today")
        return parsed_from_tree(tree)

    def _missing(self, fault: str) -> MissingParse:
        return MissingParse(f"{self.path.parent.name}/{self.path.name}: {fault}. Run: kawat language freeze {self.language.code}")

    @cached_property
    def _trees(self) -> dict[str, Tree]:
        if not self.path.exists():
            return {}
        return {tree.comments["text"]: tree for tree in trees(self.path.read_text("utf-8"), self.path.name)}


def freeze(parser: Parser, articles: Iterable[Article]) -> str:
    """The CoNLL-U text of every sentence of the articles, each once, in the order of their words."""
    found: dict[str, Tree] = {}
    for article in articles:
        document = parser.parse(article)
        found.update({tree.comments["text"]: tree for tree in trees(conllu_from_document(document, article.text), "freeze")})
    return conllu(found[key] for key in sorted(found))
