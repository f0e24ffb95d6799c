"""Everything one page gave, and its plain form."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from kawat.nouns.article import Article
from kawat.nouns.mention import Mention, Place
from kawat.nouns.record import (
    Abstention,
    Attribution,
    Event,
    Figure,
    IssueMention,
    Label,
    Negotiation,
    Position,
    Statement,
)

SCHEMA = "kawat/1"
TABLES = ("events", "figures", "statements", "positions", "negotiations", "attributions", "labels", "mentions")


@dataclass(frozen=True, slots=True)
class Reading:
    """One article and all its records. What is learnt about the article after the page room has read it lives here."""

    article: Article
    fingerprint: str
    dateline_place: Place | None = None
    issues: tuple[IssueMention, ...] = ()
    abstained: tuple[Abstention, ...] = ()
    warnings: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    positions: tuple[Position, ...] = ()
    negotiations: tuple[Negotiation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    labels: tuple[Label, ...] = ()
    mentions: tuple[Mention, ...] = ()


def plain(noun: Any) -> Any:
    """A noun as dicts, lists, strings and numbers, under the names of the contract (`from_` becomes `from`)."""
    if is_dataclass(noun):
        return {f.name.rstrip("_"): plain(getattr(noun, f.name)) for f in fields(noun)}
    if isinstance(noun, tuple | list):
        return [plain(item) for item in noun]
    return noun


ARTICLE_FIELDS = ("id", "path", "url", "version_of", "outlet", "language", "language_confidence", "sha256", "text_sha256", "text", "title",
                  "byline", "authors", "published", "modified", "published_basis", "page_clock")
INTERNAL_MENTION_FIELDS = ("first", "last", "head")


def plain_reading(reading: Reading) -> dict[str, Any]:
    """One reading as the contract prints it: `schema`, `fingerprint`, `article`, and one list a table."""
    article = {name: plain(getattr(reading.article, name)) for name in ARTICLE_FIELDS}
    dateline = reading.article.dateline
    article["dateline"] = {"span": plain(dateline), "place": plain(reading.dateline_place)} if dateline else None
    article["body"] = plain(reading.article.body)
    article["furniture"] = plain(reading.article.furniture)
    article["issues"] = plain(reading.issues)
    article["abstained"] = plain(reading.abstained)
    article["warnings"] = [*reading.article.warnings, *reading.warnings]
    tables = {name: plain(getattr(reading, name)) for name in TABLES}
    for mention in tables["mentions"]:
        for name in INTERNAL_MENTION_FIELDS:
            del mention[name]
    return {"schema": SCHEMA, "fingerprint": reading.fingerprint, "article": article, **tables}
