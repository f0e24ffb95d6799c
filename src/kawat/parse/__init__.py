"""Where an Article becomes a Document; parser and tagger are reached through here and nowhere else."""

from kawat.parse.document import conllu_from_document, document_from_conllu
from kawat.parse.frozen import FrozenParser, freeze
from kawat.parse.outline import outline
from kawat.parse.parser import Parser, load

__all__ = ["FrozenParser", "Parser", "conllu_from_document", "document_from_conllu", "freeze", "load", "outline"]
