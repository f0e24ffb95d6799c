"""Forgetting for good: an article's text, spans and names leave the database and its files, and a tombstone stays."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Column, Connection, Engine, Select, delete, insert, select
from sqlalchemy.exc import OperationalError

from kawat.errors import BadLedger, NoSuchRecord
from kawat.ledger.append import Hand, now
from kawat.ledger.database import writing
from kawat.ledger.schema import OF_ARTICLES, articles, records, tombstones


def forget(engine: Engine, article_or_text: str, hand: Hand, place: str) -> list[str]:
    """Remove the article of that id, else every article whose text holds those words; returns the ids.

    Forgetting again what has a tombstone wipes the files again: so a run that was cut short is finished. In PostgreSQL the
    write-ahead log and backups keep what they hold until they are rotated.
    """
    with writing(engine) as connection:
        chosen = _chosen(connection, article_or_text)
        for key in chosen:
            _bury(connection, key, hand)
        ids = list(chosen.values()) or _buried(connection, article_or_text)
    if not ids:
        raise NoSuchRecord(f"{place}: has no article {article_or_text!r}, nor one with these words. kawat show lists what it holds")
    _wipe(engine, place)
    return ids


def _chosen(connection: Connection, article_or_text: str) -> dict[int, str]:
    """By id; else by words, in the text or in what only markup says: a title, an author."""
    by_id = connection.execute(select(articles.c.key, articles.c.id).where(articles.c.id == article_or_text)).all()
    if by_id or not article_or_text.strip():
        return {line.key: line.id for line in by_id}
    written = json.dumps(article_or_text, ensure_ascii=False)[1:-1]
    return {**_holding(connection, article_or_text, articles.c.text, select(articles.c.key, articles.c.id, articles.c.text)),
            **_holding(connection, written, records.c.payload,
                       select(articles.c.key, articles.c.id, records.c.payload).join(records, records.c.article == articles.c.key))}


def _holding(connection: Connection, words: str, column: Column[Any], chosen: Select[Any]) -> dict[int, str]:
    """LIKE finds candidates in either case of a letter; the words themselves decide."""
    found = connection.execute(chosen.where(column.contains(words, autoescape=True)).order_by(articles.c.key))
    return {key: article_id for key, article_id, said in found if words in said}


def _buried(connection: Connection, article_id: str) -> list[str]:
    return list(connection.scalars(select(tombstones.c.id).where(tombstones.c.id == article_id)))


def _bury(connection: Connection, key: int, hand: Hand) -> None:
    """The tombstone comes first: only it lets the rows go."""
    page = connection.execute(select(articles).where(articles.c.key == key)).one()
    connection.execute(insert(tombstones).values(
        article=key, id=page.id, page_id=page.page_id, text_sha256=page.text_sha256, who=hand.who, reason=hand.why, at=now()))
    for table in OF_ARTICLES:
        connection.execute(delete(table).where(table.c.article == key))
    connection.execute(delete(articles).where(articles.c.key == key))


def _wipe(engine: Engine, place: str) -> None:
    """Rewrite the file without what was deleted, and cut the log to nothing."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            if engine.dialect.name == "postgresql":
                connection.exec_driver_sql("VACUUM FULL")
                return
            cursor = connection.connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            busy = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except OperationalError as fault:
            raise BadLedger(f"{place}: forgotten, but its file could not be rewritten ({fault.orig}). {AGAIN}") from fault
    if busy:
        raise BadLedger(f"{place}: forgotten, but its log still holds the text, as another program reads it. {AGAIN}")


AGAIN = "Close other programs and run kawat forget with the same id again"
