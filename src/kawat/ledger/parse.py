"""The parse of an article as the ledger keeps it: compressed JSON that gives back the same Article and Document."""

from __future__ import annotations

import zlib
from dataclasses import fields
from typing import Any, TypeVar

import msgspec

from kawat.errors import BadLedger
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Name, Sentence, Token

Noun = TypeVar("Noun", Token, Sentence, Name)
SEQUENCES: tuple[tuple[str, type[Token] | type[Sentence] | type[Name]], ...] = (
    ("tokens", Token), ("sentences", Sentence), ("names", Name))


def pack(article: Article, document: Document | None) -> bytes:
    """Article and document; each token a list under one line of field names, and the article's text left to its own column."""
    plain: dict[str, Any] = {"article": {**msgspec.to_builtins(article), "text": ""}, "document": None}
    if document is not None:
        plain["document"] = {"profile": document.profile, **{name: _columns(noun, getattr(document, name)) for name, noun in SEQUENCES}}
    return zlib.compress(msgspec.json.encode(plain), 6)


def unpack(packed: bytes, text: str) -> tuple[Article, Document | None]:
    """The article, with its text, and the document; raises BadLedger where the bytes are no parse."""
    try:
        plain = msgspec.json.decode(zlib.decompress(packed))
        article = msgspec.convert({**plain["article"], "text": text}, Article)
        if plain["document"] is None:
            return article, None
        found = plain["document"]
        return article, Document(_nouns(Token, found["tokens"]), _nouns(Sentence, found["sentences"]), _nouns(Name, found["names"]),
                                 found.get("profile", "fast"))
    except (zlib.error, msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError) as fault:
        raise BadLedger(f"a stored parse cannot be read ({fault}). Take the ledger back from a copy") from fault


def _columns(noun: type[Any], things: tuple[Any, ...]) -> dict[str, Any]:
    names = [field.name for field in fields(noun)]
    return {"fields": names, "rows": [[getattr(thing, name) for name in names] for thing in things]}


def _nouns(noun: type[Noun], columns: dict[str, Any]) -> tuple[Noun, ...]:
    return tuple(msgspec.convert([dict(zip(columns["fields"], row, strict=True)) for row in columns["rows"]], list[noun]))  # type: ignore[valid-type]
