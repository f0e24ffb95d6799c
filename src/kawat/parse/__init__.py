"""Article to Document: the only door to the parser and the entity tagger."""

from kawat.parse.document import conllu_from_document, document_from_conllu
from kawat.parse.frozen import FrozenParser, freeze
from kawat.parse.outline import outline
from kawat.parse.parser import Parser, load

__all__ = ["FrozenParser", "Parser", "conllu_from_document", "document_from_conllu", "freeze", "load", "outline"]
