"""Whether a ledger holds what it says: digests, spans, revisions and seals, and the database beneath them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any

from sqlalchemy import Connection, select

from kawat.ledger.row import digest, seal
from kawat.ledger.schema import articles, revisions, tombstones
from kawat.ledger.stored import Kept, Stored, last_parse


def database_faults(connection: Connection) -> Iterator[str]:
    """What is wrong with the file, with rows that belong to no article, and with articles that are gone without a tombstone."""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        yield from (f"the file: {line}" for line in found if line != "ok")
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"{table}: row {row} belongs to no row of {parent}"
        yield from _missing(connection)
    for table, name in connection.execute(select(tombstones.c.article, tombstones.c.id)):
        if connection.scalar(select(articles.c.key).where(articles.c.key == table)):
            yield f"{name}: has a tombstone and is there all the same"


def _missing(connection: Connection) -> Iterator[str]:
    """SQLite counts articles without gaps, as a transaction that fails gives its number back."""
    there = set(connection.scalars(select(articles.c.key))) | set(connection.scalars(select(tombstones.c.article)))
    last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'articles'").scalar() or 0
    yield from (f"article number {key}: is gone, and no tombstone says why" for key in range(1, last + 1) if key not in there)


def article_faults(connection: Connection, held: Stored) -> Iterator[str]:
    """What is wrong with an article: its text, each row at every revision, its revisions, its seal, its parse."""
    text = held.page["text"]
    if hashlib.sha256(text.encode()).hexdigest() != held.page["text_sha256"]:
        yield "its text does not have its digest"
    for kept in held.history:
        yield from (f"{kept.row.name} {kept.row.record}, revision {kept.revision}: {fault}" for fault in _row_faults(kept, text))
    yield from _revision_faults(connection, held)
    if seal(kept.digest for kept in held.current) != held.seal:
        yield "the rows in force are not those of its last coding"
    packed, written = last_parse(connection, held.key)
    if not packed or digest(packed) != written:
        yield "its parse does not have its digest, or is gone"


def _row_faults(kept: Kept, text: str) -> Iterator[str]:
    if kept.row.digest != kept.digest:
        yield "does not have its digest"
    elif kept.row.payload is not None:
        yield from _span_faults(json.loads(kept.row.payload), text)


def _span_faults(node: Any, text: str) -> Iterator[str]:
    """Spans whose words are not those of the text."""
    if isinstance(node, list):
        for child in node:
            yield from _span_faults(child, text)
    elif isinstance(node, dict):
        start, end = node.get("start"), node.get("end")
        if isinstance(start, int) and isinstance(end, int) and not (0 <= start <= end <= len(text) and
                                                                   node.get("text", text[start:end]) == text[start:end]):
            yield f"the span {start}–{end} is not the text it claims"
        for child in node.values():
            yield from _span_faults(child, text)


def _revision_faults(connection: Connection, held: Stored) -> Iterator[str]:
    """A record's rows count from one, and each after the first has a line that says what came before."""
    lines = {line.after: line.before for line in connection.execute(select(revisions).where(revisions.c.article == held.key))}
    ordered = sorted(held.history, key=lambda kept: (kept.row.name, kept.row.record, kept.revision))
    for (name, record), group in groupby(ordered, key=lambda kept: (kept.row.name, kept.row.record)):
        rows = list(group)
        if [kept.revision for kept in rows] != list(range(1, len(rows) + 1)):
            yield f"{name} {record}: a revision is missing"
        if any(lines.get(after.key) != before.key for before, after in pairwise(rows)):
            yield f"{name} {record}: was changed, and no revision says why"
