"""The rows of a reading: one a record, and one for what coding learnt about the article itself."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from kawat.nouns.reading import SCHEMA, TABLES, Reading, plain_reading

Plain = dict[str, Any]
ARTICLE = "articles"
# What the page itself says and no coding changes; the ledger keeps it in columns. `path` and `sha256` are those of the first coming:
# the same text comes again from another folder, or between other advertisements.
OF_PAGE = ("id", "path", "url", "version_of", "sha256", "text_sha256", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """One record at one revision; `payload` is JSON, or None where the record is withdrawn. `place` is its place in the reading."""

    name: str
    record: str
    place: int
    payload: str | None

    @property
    def digest(self) -> str:
        """Thirty-two hex digits of SHA-256 over table, id and payload."""
        return digest("\x1f".join((self.name, self.record, self.payload or "")))


def digest(said: str | bytes) -> str:
    """Thirty-two hex digits of SHA-256."""
    return hashlib.sha256(said.encode() if isinstance(said, str) else said).hexdigest()[:32]


def seal(digests: Iterable[str]) -> str:
    """One digest over the rows in force, whatever their order."""
    return digest("\n".join(sorted(digests)))


def rows_of(reading: Reading) -> list[Row]:
    """The rows of a reading, in its order; an id that comes twice in one table keeps its first row."""
    plain = plain_reading(reading)
    article = {name: value for name, value in plain["article"].items() if name not in OF_PAGE}
    found = {(ARTICLE, reading.article.id): Row(ARTICLE, reading.article.id, 0, as_json(article))}
    for name in TABLES:
        for place, record in enumerate(plain[name]):
            found.setdefault((name, record["id"]), Row(name, record["id"], place, as_json(record)))
    return list(found.values())


def as_json(plain: Plain) -> str:
    """A record as the ledger keeps it."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def plain_of(page: Plain, fingerprint: str, rows: Iterable[Row]) -> Plain:
    """A reading in the form of the contract, from an article's columns and its rows in force."""
    article: Plain = {}
    tables: dict[str, list[Plain]] = {name: [] for name in TABLES}
    for row in sorted(rows, key=lambda row: row.place):
        if row.payload is not None and row.name == ARTICLE:
            article = json.loads(row.payload)
        elif row.payload is not None:
            tables[row.name].append(json.loads(row.payload))
    return {"schema": SCHEMA, "fingerprint": fingerprint, "article": {**{name: page[name] for name in OF_PAGE}, **article}, **tables}
