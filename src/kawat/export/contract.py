"""The contract of the output as JSON Schema, made from the nouns: what `kawat schema` prints."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kawat.nouns.article import Article
from kawat.nouns.mention import Mention
from kawat.nouns.reading import ARTICLE_FIELDS, INTERNAL_MENTION_FIELDS, SCHEMA, TABLES, Reading

Row = dict[str, Any]
SCALARS = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}
# What a reading learns about its article is printed under `article`.
LEARNT = ("issues", "abstained")


def json_schema() -> Row:
    """The object that `kawat code --format jsonl` prints a line of, as JSON Schema 2020-12; its version tells which contract it is."""
    defined: Row = {}
    hints = _hints(Reading)
    tables = {table: _schema(hints[table], defined) for table in TABLES}
    properties = {"schema": {"const": SCHEMA}, "fingerprint": {"type": "string"}, "article": _article(defined), **tables}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"urn:{SCHEMA.replace('/', ':')}", "title": "One page, read",
            "description": (Reading.__doc__ or "").strip(), **_object(properties), "$defs": dict(sorted(defined.items()))}


def _article(defined: Row) -> Row:
    hints, learnt = _hints(Article), _hints(Reading)
    properties = {name: _schema(hints[name], defined) for name in ARTICLE_FIELDS}
    line = {"span": _schema(hints["dateline"], defined), "place": _schema(learnt["dateline_place"], defined)}
    properties["dateline"] = {"anyOf": [_object(line), {"type": "null"}]}
    properties |= {name: _schema(hints[name], defined) for name in ("body", "furniture", "warnings")}
    return _object({**properties, **{name: _schema(learnt[name], defined) for name in LEARNT}})


def _schema(kind: Any, defined: Row) -> Row:
    """The schema of a type that occurs in the nouns."""
    origin, inner = get_origin(kind), get_args(kind)
    if kind in SCALARS:
        return {"type": SCALARS[kind]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin in (Union, UnionType):
        return {"anyOf": [_schema(one, defined) for one in inner]}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0], defined)}
    return _reference(kind, defined)


def _reference(noun: Any, defined: Row) -> Row:
    if noun.__name__ not in defined:
        defined[noun.__name__] = {}  # a noun may hold itself
        hidden = INTERNAL_MENTION_FIELDS if noun is Mention else ()
        hints = _hints(noun)
        properties = {f.name.rstrip("_"): _schema(hints[f.name], defined) for f in fields(noun) if f.name not in hidden}
        defined[noun.__name__] = {"description": " ".join((noun.__doc__ or "").split()), **_object(properties)}
    return {"$ref": f"#/$defs/{noun.__name__}"}


def _object(properties: Row) -> Row:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


@cache
def _hints(noun: Any) -> Row:
    return get_type_hints(noun)
