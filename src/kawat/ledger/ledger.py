"""A ledger: the one door to what pages said."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Engine, func, select

from kawat.errors import NoSuchRecord
from kawat.ledger import append as appending
from kawat.ledger import database
from kawat.ledger.append import Change, Hand, Outcome
from kawat.ledger.check import article_faults, database_faults
from kawat.ledger.forget import forget
from kawat.ledger.parse import unpack
from kawat.ledger.row import ARTICLE, Plain, Row, as_json, plain_of
from kawat.ledger.schema import articles, records, revisions, tombstones
from kawat.ledger.stored import Stored, keys, last_coding, last_parse, lines, stored
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.reading import Reading

LISTED = ("outlet", "language", "published", "title")


class Ledger:
    """Articles and their records in a database, append-only; a context manager that closes itself."""

    def __init__(self, engine: Engine, place: str) -> None:
        """Use `Ledger.open`."""
        self.engine = engine
        self.place = place

    @classmethod
    def open(cls, place: str | Path, create: bool = True) -> Ledger:
        """The ledger at a path (SQLite) or an address (`postgresql://`); raises BadLedger where there is none to be had."""
        return cls(database.connect(place, create), str(place))

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def append(self, reading: Reading, document: Document | None, who: str = "kawat", why: str = "read again") -> Outcome:
        """Write what of this reading the ledger does not hold yet, in one transaction; what comes twice changes nothing."""
        with database.writing(self.engine) as connection:
            return appending.append(connection, reading, document, Hand(who, why))

    def revise(self, article_id: str, reading: Reading, who: str, why: str) -> tuple[Change, ...]:
        """Bring an article's rows to another reading of it, as revisions."""
        with database.writing(self.engine) as connection:
            held = stored(connection, self._key(article_id))
            return appending.revise(connection, held, reading, Hand(who, why))

    def changes(self, article_id: str, reading: Reading) -> tuple[Change, ...]:
        """What `revise` would write."""
        with self.engine.connect() as connection:
            return appending.changes(stored(connection, self._key(article_id)), reading)

    def correct(self, record_id: str, payload: Plain, who: str, why: str) -> None:
        """Replace a record by what a person says it should be."""
        with database.writing(self.engine) as connection:
            held = stored(connection, self._article_of(record_id))
            before = next(kept for kept in reversed(held.history) if kept.row.record == record_id)
            after = Row(before.row.name, record_id, before.row.place, as_json({**payload, "id": record_id}))
            appending.write(connection, held, [Change("corrected", before, after)], held.fingerprint, Hand(who, why))

    def forget(self, article_or_text: str, reason: str, who: str = "kawat") -> list[str]:
        """Remove an article, or every article whose text holds these words, for good; returns their ids."""
        return forget(self.engine, article_or_text, Hand(who, reason), self.place)

    def __len__(self) -> int:
        """How many articles there are."""
        with self.engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(articles)) or 0

    def stored(self) -> Iterator[Stored]:
        """Every article with all rows it ever had, in the order of their coming."""
        with self.engine.connect() as connection:
            every = keys(connection)
        for key in every:  # a connection for each: a long reader would keep the log from being folded in
            with self.engine.connect() as connection:
                if connection.scalar(select(articles.c.key).where(articles.c.key == key)):
                    yield stored(connection, key)

    def articles(self) -> Iterator[Plain]:
        """A line on every article, in the order of their coming."""
        with self.engine.connect() as connection:
            every = keys(connection)
        for some in batched(every):
            with self.engine.connect() as connection:
                found = list(lines(connection, some[0], some[-1]))
            for page, article in found:
                yield {**{name: page[name] for name in ("id", "url", "version_of", "path")}, **{name: article.get(name) for name in LISTED},
                       "fingerprint": page["fingerprint"], "at": page["at"]}

    def readings(self) -> Iterator[Plain]:
        """Every article with its records in force, in the form of the contract and the order of their coming."""
        return (_plain(held) for held in self.stored())

    def reading(self, article_id: str) -> Plain:
        """One article with its records in force, in the form of the contract; raises NoSuchRecord."""
        with self.engine.connect() as connection:
            return _plain(stored(connection, self._key(article_id)))

    def article(self, article_id: str) -> Plain:
        """One article in the form of the contract."""
        found: Plain = self.reading(article_id)["article"]
        return found

    def record(self, record_id: str) -> Plain:
        """A record: its `table`, its `article`, the `record` in force (None where withdrawn), and its `revisions`, oldest first."""
        with self.engine.connect() as connection:
            held = stored(connection, self._article_of(record_id))
            rows = {kept.key: kept for kept in held.history if kept.row.record == record_id}
            chosen = select(revisions).where(revisions.c.article == held.key, revisions.c.record == record_id).order_by(revisions.c.key)
            found = [dict(line._mapping) for line in connection.execute(chosen)]
        last = list(rows.values())[-1]
        history = [{**{name: line[name] for name in ("who", "what", "why", "at")}, "before": _payload(rows, line["before"]),
                    "after": _payload(rows, line["after"])} for line in found]
        return {"table": last.row.name, "article": held.page["id"], "record": _payload(rows, last.key),
                "fingerprint": last.fingerprint, "revisions": history}

    def parsed(self, article_id: str) -> tuple[Article, Document | None]:
        """The article and the document it was coded from last; the document is None where its language had no pack."""
        with self.engine.connect() as connection:
            key = self._key(article_id)
            text = connection.scalar(select(articles.c.text).where(articles.c.key == key)) or ""
            return unpack(last_parse(connection, key)[0], text)

    def tombstones(self) -> list[Plain]:
        """What was forgotten: id, who, reason, at."""
        with self.engine.connect() as connection:
            return [dict(line._mapping) for line in connection.execute(select(tombstones).order_by(tombstones.c.key))]

    def fingerprint(self, article_id: str) -> str:
        """The fingerprint in force for an article."""
        with self.engine.connect() as connection:
            found: str = last_coding(connection, self._key(article_id))["fingerprint"]
            return found

    def faults(self, held: Stored | None = None) -> list[str]:
        """What is wrong with an article, or, without one, with the database itself; empty where all is well."""
        with self.engine.connect() as connection:
            return list(article_faults(connection, held) if held else database_faults(connection))

    def _key(self, article_id: str) -> int:
        with self.engine.connect() as connection:
            found: int | None = connection.scalar(select(articles.c.key).where(articles.c.id == article_id))
        if found is None:
            raise NoSuchRecord(f"{self.place}: has no article {article_id}. kawat show lists what it holds")
        return found

    def _article_of(self, record_id: str) -> int:
        """The key of the latest article with that record."""
        chosen = select(records.c.article).where(records.c.record == record_id, records.c.name != ARTICLE)
        with self.engine.connect() as connection:
            found: int | None = connection.scalar(chosen.order_by(records.c.key.desc()).limit(1))
        if found is None:
            raise NoSuchRecord(f"{self.place}: has no record {record_id}. kawat show lists what it holds")
        return found


def batched(every: list[int], size: int = 500) -> Iterator[list[int]]:
    """The keys by the five hundred: no reader stays so long that the log cannot be folded in."""
    yield from (every[at:at + size] for at in range(0, len(every), size))


def _plain(held: Stored) -> Plain:
    return plain_of(held.page, held.fingerprint, (kept.row for kept in held.current))


def _payload(rows: dict[int, Any], key: int | None) -> Plain | None:
    """What a row says; nothing where there is no row, or it withdraws the record."""
    payload = rows[key].row.payload if key is not None else None
    return json.loads(payload) if payload is not None else None
