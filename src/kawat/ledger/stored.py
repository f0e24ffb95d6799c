"""What the database holds of one article: its page, its rows at every revision, its last coding and parse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from kawat.ledger.row import ARTICLE, OF_PAGE, Plain, Row
from kawat.ledger.schema import articles, codings, parses, records


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the database: its key, its revision, the digest and fingerprint written with it."""

    key: int
    revision: int
    digest: str
    fingerprint: str
    row: Row


@dataclass(frozen=True, slots=True)
class Stored:
    """An article in the ledger: its key, its columns, and every row it ever had, oldest first."""

    key: int
    page: Plain
    page_id: str
    at: str
    fingerprint: str
    seal: str
    history: tuple[Kept, ...]

    @property
    def last(self) -> dict[tuple[str, str], Kept]:
        """The last row of every record, the withdrawn ones too."""
        return {(kept.row.name, kept.row.record): kept for kept in self.history}

    @property
    def current(self) -> tuple[Kept, ...]:
        """The rows in force."""
        return tuple(kept for kept in self.last.values() if kept.row.payload is not None)


def stored(connection: Connection, key: int) -> Stored:
    """The article with that key."""
    page = connection.execute(select(articles).where(articles.c.key == key)).one()._mapping
    coding = last_coding(connection, key)
    return Stored(key, {name: page[name] for name in OF_PAGE}, page["page_id"], page["at"], coding["fingerprint"], coding["seal"],
                  tuple(_kept(connection, key)))


def last_coding(connection: Connection, key: int) -> dict[str, Any]:
    """The fingerprint and seal in force for an article; empty where somebody took them away, which `check` tells."""
    chosen = select(codings.c.fingerprint, codings.c.seal, codings.c.at).where(codings.c.article == key).order_by(codings.c.key.desc())
    found = connection.execute(chosen.limit(1)).first()
    return dict(found._mapping) if found else {"fingerprint": "", "seal": "", "at": ""}


def last_parse(connection: Connection, key: int) -> tuple[bytes, str]:
    """The parse in force for an article, and its digest; empty where somebody took it away."""
    chosen = select(parses.c.parse, parses.c.digest).where(parses.c.article == key).order_by(parses.c.key.desc()).limit(1)
    found = connection.execute(chosen).first()
    return (found.parse, found.digest) if found else (b"", "")


def keys(connection: Connection) -> list[int]:
    """The keys of all articles, in the order of their coming."""
    return list(connection.scalars(select(articles.c.key).order_by(articles.c.key)))


def lines(connection: Connection, first: int, last: int) -> Iterator[tuple[Plain, Plain]]:
    """Columns (with fingerprint) and what is said of the article, for the articles with keys from first to last, without their text."""
    chosen = articles.c.key.between(first, last)
    coded = {line.article: line.fingerprint for line in connection.execute(
        select(codings.c.article, codings.c.fingerprint).where(codings.c.article.between(first, last)).order_by(codings.c.key))}
    said = {line.article: line.payload for line in connection.execute(
        select(records.c.article, records.c.payload).where(records.c.article.between(first, last), records.c.name == ARTICLE)
        .order_by(records.c.key))}
    columns = [column for column in articles.c if column.name != "text"]
    for page in connection.execute(select(*columns).where(chosen).order_by(articles.c.key)):
        yield {**page._mapping, "fingerprint": coded.get(page.key, "")}, json.loads(said.get(page.key) or "{}")


def _kept(connection: Connection, key: int) -> Iterable[Kept]:
    for found in connection.execute(select(records).where(records.c.article == key).order_by(records.c.key)):
        yield Kept(found.key, found.revision, found.digest, found.fingerprint, Row(found.name, found.record, found.place, found.payload))
