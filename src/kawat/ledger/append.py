"""How a reading comes into the ledger: known or new by its content, and written in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlalchemy import Connection, insert, or_, select

from kawat.ledger.parse import pack
from kawat.ledger.row import Row, digest, rows_of, seal
from kawat.ledger.schema import articles, codings, parses, records, revisions, tombstones
from kawat.ledger.stored import Kept, Stored, last_parse, stored
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.reading import Reading

Outcome = Literal["new", "same", "version", "revised", "forgotten"]
BY_HAND = "by hand"  # stands in a row's fingerprint where no code made it
What = Literal["added", "changed", "withdrawn", "corrected"]


@dataclass(frozen=True, slots=True)
class Hand:
    """Who writes, and why."""

    who: str
    why: str


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after: what a revision will write."""

    what: What
    before: Kept | None
    after: Row


def append(connection: Connection, reading: Reading, document: Document | None, hand: Hand) -> Outcome:
    """Write what of this reading the ledger does not hold; the caller commits."""
    article = reading.article
    if connection.scalar(select(tombstones.c.key).where(tombstones.c.text_sha256 == article.text_sha256).limit(1)):
        return "forgotten"
    known = _known(connection, article)
    if known is None:
        earlier = _earlier(connection, article)
        _add(connection, reading, document, earlier)
        return "version" if earlier else "new"
    held = stored(connection, known)
    if held.page_id != article.id:  # the same text from the same address under another id: nothing new
        return "same"
    changed = revise(connection, held, reading, hand)
    if changed or held.fingerprint != reading.fingerprint:
        _keep_parse(connection, known, reading, document)
    return "revised" if changed else "same"


def revise(connection: Connection, held: Stored, reading: Reading, hand: Hand) -> tuple[Change, ...]:
    """Write the rows that this reading changes, as revisions, and return the changes."""
    found = changes(held, reading)
    if found or held.fingerprint != reading.fingerprint:
        write(connection, held, found, reading.fingerprint, hand)
    return found


def changes(held: Stored, reading: Reading) -> tuple[Change, ...]:
    """What a reading would change of the rows in force; a record a person corrected stays as it is."""
    last = held.last
    fresh = {(row.name, row.record): row for row in rows_of(reading)}
    found: list[Change] = []
    for key, row in fresh.items():
        before = last.get(key)
        if before is None or before.row.payload is None:
            found.append(Change("added", before, row))
        elif before.row.payload != row.payload:
            found.append(Change("changed", before, row))
    gone = [kept for key, kept in last.items() if key not in fresh and kept.row.payload is not None]
    found += [Change("withdrawn", kept, Row(kept.row.name, kept.row.record, kept.row.place, None)) for kept in gone]
    return tuple(change for change in found if change.before is None or change.before.fingerprint != BY_HAND)


def write(connection: Connection, held: Stored, found: Sequence[Change], fingerprint: str, hand: Hand) -> None:
    """Write changes as rows with their revisions, and seal the rows then in force."""
    at = now()
    for change in found:
        made = BY_HAND if change.what == "corrected" else fingerprint
        after = _insert_rows(connection, held.key, [change.after], made, change.before.revision + 1 if change.before else 1)[0]
        connection.execute(insert(revisions).values(
            article=held.key, name=change.after.name, record=change.after.record, before=change.before.key if change.before else None,
            after=after, who=hand.who, what=change.what, why=hand.why, at=at))
    _seal(connection, held.key, fingerprint, stored(connection, held.key).current)


def now() -> str:
    """The time to the second, ISO 8601, UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _known(connection: Connection, article: Article) -> int | None:
    """The key of an article that is this page: the same text, under the same id or from the same address."""
    same_page = articles.c.page_id == article.id
    if article.url:
        same_page = or_(same_page, articles.c.url == article.url)
    chosen = select(articles.c.key).where(articles.c.text_sha256 == article.text_sha256, same_page)
    return connection.scalar(chosen.order_by((articles.c.page_id == article.id).desc(), articles.c.key).limit(1))


def _earlier(connection: Connection, article: Article) -> str | None:
    """The id of the latest article with the same id or address and another text."""
    same_page = articles.c.page_id == article.id
    if article.url:
        same_page = or_(same_page, articles.c.url == article.url)
    found: str | None = connection.scalar(select(articles.c.id).where(same_page).order_by(articles.c.key.desc()).limit(1))
    return found


def _add(connection: Connection, reading: Reading, document: Document | None, earlier: str | None) -> None:
    article, at = reading.article, now()
    key = connection.execute(insert(articles).values(
        id=_free_id(connection, article.id), page_id=article.id, url=article.url, version_of=earlier, path=article.path,
        sha256=article.sha256, text_sha256=article.text_sha256, text=article.text, at=at)).inserted_primary_key
    assert key is not None  # the database counts the keys
    rows = rows_of(reading)
    _insert_rows(connection, key[0], rows, reading.fingerprint, 1)
    connection.execute(insert(codings).values(
        article=key[0], fingerprint=reading.fingerprint, seal=seal(row.digest for row in rows), at=at))
    _insert_parse(connection, key[0], pack(article, document))


def _free_id(connection: Connection, wanted: str) -> str:
    """The id itself; a page whose given id already has another text becomes `ID.v2`, `ID.v3`, …"""
    count = 1
    while connection.scalar(select(articles.c.key).where(articles.c.id == (found := wanted if count == 1 else f"{wanted}.v{count}"))):
        count += 1
    return found


def _insert_rows(connection: Connection, key: int, rows: Sequence[Row], fingerprint: str, revision: int) -> list[int]:
    values = [{"article": key, "name": row.name, "record": row.record, "revision": revision, "place": row.place, "payload": row.payload,
               "digest": row.digest, "fingerprint": fingerprint} for row in rows]
    if len(values) > 1:
        connection.execute(insert(records), values)
        return []
    written = connection.execute(insert(records).values(values[0])).inserted_primary_key
    assert written is not None
    return [written[0]]


def _seal(connection: Connection, key: int, fingerprint: str, current: Iterable[Kept]) -> None:
    connection.execute(insert(codings).values(
        article=key, fingerprint=fingerprint, seal=seal(kept.digest for kept in current), at=now()))


def _keep_parse(connection: Connection, key: int, reading: Reading, document: Document | None) -> None:
    """A parse is kept anew only where it differs, so that what is in force can be derived again."""
    packed = pack(reading.article, document)
    if last_parse(connection, key)[1] != digest(packed):
        _insert_parse(connection, key, packed)


def _insert_parse(connection: Connection, key: int, packed: bytes) -> None:
    connection.execute(insert(parses).values(article=key, parse=packed, digest=digest(packed)))
