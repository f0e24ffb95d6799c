"""What comes in stays as it was, and comes in once."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

from kawat.errors import BadLedger, NoSuchRecord
from kawat.ledger import Ledger
from kawat.ledger.ledger import batched
from kawat.ledger.parse import pack, unpack
from kawat.ledger.schema import REFUSAL, metadata, triggers
from kawat.nouns.document import Document, Name, Sentence, Token
from kawat.nouns.reading import Reading, plain_reading
from tests.readings import ARTICLE, READING, SHELLING, TEXT

DOCUMENT = Document((Token(0, 0, 7, "Norland", "norland", "Norland", "PROPN", "root", 0),), (Sentence(0, 0, 1, 0, 7, "title", None),),
                    (Name(0, 1, "LOC"),))


def page(text: str = TEXT, article_id: str = ARTICLE.id, url: str | None = None, fingerprint: str = "f1") -> Reading:
    """The reading of a page that has no records, or of the page of these tests."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = replace(ARTICLE, id=article_id, url=url, text=text, sha256=digest, text_sha256=digest)
    if text == TEXT:
        return replace(READING, article=article, fingerprint=fingerprint)
    return Reading(replace(article, title=None, body=(), furniture=(), page_clock=None, dateline=None, dateline_agency=None), fingerprint)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger.open(tmp_path / "talks.db") as opened:
        yield opened


def rows(ledger: Ledger, table: str) -> int:
    """How many rows a table holds."""
    with ledger.engine.connect() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one())


def everything(ledger: Ledger) -> dict[str, int]:
    """How many rows each table holds."""
    return {table: rows(ledger, table) for table in metadata.tables}


def test_a_reading_comes_back_as_the_contract_prints_it(ledger: Ledger) -> None:
    """What `kawat code` prints and what the ledger gives back are one thing."""
    assert ledger.append(READING, DOCUMENT) == "new"
    assert ledger.reading(ARTICLE.id) == plain_reading(READING)
    assert ledger.article(ARTICLE.id)["text"] == TEXT


def test_the_same_page_twice_changes_nothing(ledger: Ledger) -> None:
    """Not a row is written, even where the page now lies elsewhere and came between other advertisements."""
    ledger.append(READING, DOCUMENT)
    before = everything(ledger)
    again = replace(READING, article=replace(ARTICLE, path="elsewhere.txt", sha256="0" * 64))
    assert ledger.append(READING, DOCUMENT) == "same"
    assert ledger.append(again, replace(DOCUMENT)) == "same"
    assert everything(ledger) == before


@pytest.mark.parametrize(("first", "second", "outcome", "version_of"), [
    (page(url="https://post.example/1"), page("Other.", "a-other", "https://post.example/1"), "version", ARTICLE.id),
    (page(), page("Other."), "version", ARTICLE.id),
    (page(url="https://post.example/1"), page("Other.", "a-other", "https://post.example/2"), "new", None),
    (page(), page("Other.", "a-other"), "new", None),
    (page(article_id="one"), page(article_id="two"), "new", None),
    (page(article_id="one", url="https://post.example/1"), page(article_id="two", url="https://post.example/1"), "same", None),
])
def test_another_text_under_the_same_address_or_id_is_a_version(ledger: Ledger, first: Reading, second: Reading, outcome: str,
                                                               version_of: str | None) -> None:
    """A version points to the one before; pages with neither address nor id in common are strangers."""
    ledger.append(first, None)
    assert ledger.append(second, None) == outcome
    assert [line["version_of"] for line in ledger.articles()][1:] == ([] if outcome == "same" else [version_of])
    assert ledger.append(first, None) == ledger.append(second, None) == "same"


def test_versions_under_one_given_id_keep_apart(ledger: Ledger) -> None:
    """The ledger's ids are unique: the second text under an id is its v2, and both can be read."""
    for text in ("One.", "Two.", "Three."):
        ledger.append(page(text, "given"), None)
    assert [(line["id"], line["version_of"]) for line in ledger.articles()] == [
        ("given", None), ("given.v2", "given"), ("given.v3", "given.v2")]
    assert ledger.article("given.v2")["text"] == "Two."


def test_a_changed_reading_is_a_revision_and_the_old_row_stays(ledger: Ledger) -> None:
    """Changed, withdrawn and added rows each have a line that says who and why; the row before can still be read."""
    ledger.append(READING, None)
    changed = replace(SHELLING, realis="denied")
    assert ledger.append(replace(READING, fingerprint="f2", events=(changed,)), None, "kawat", "new rules") == "revised"
    found = ledger.record(SHELLING.id)
    assert found["record"]["realis"] == "denied"
    assert [(r["what"], r["who"], r["why"], r["before"]["realis"], r["after"]["realis"]) for r in found["revisions"]] == [
        ("changed", "kawat", "new rules", "actual", "denied")]
    withdrawn = ledger.record(READING.events[1].id)
    assert withdrawn["record"] is None
    assert [r["what"] for r in withdrawn["revisions"]] == ["withdrawn"]
    assert ledger.append(replace(READING, fingerprint="f3"), None) == "revised"
    assert ledger.reading(ARTICLE.id) == plain_reading(replace(READING, fingerprint="f3"))
    assert [r["what"] for r in ledger.record(READING.events[1].id)["revisions"]] == ["withdrawn", "added"]


def test_a_new_fingerprint_alone_revises_nothing(ledger: Ledger) -> None:
    """Other rules that lead to the same records leave every row, and only say so."""
    ledger.append(READING, DOCUMENT)
    before = everything(ledger)
    assert ledger.append(replace(READING, fingerprint="f2"), DOCUMENT) == "same"
    assert everything(ledger) == {**before, "codings": before["codings"] + 1}
    assert ledger.fingerprint(ARTICLE.id) == "f2"


def test_a_persons_correction_outlives_recoding(ledger: Ledger) -> None:
    """What a person corrected is not undone by code."""
    ledger.append(READING, None)
    ledger.correct(SHELLING.id, {**plain_reading(READING)["events"][0], "realis": "denied"}, "reviewer", "the army denied it")
    assert ledger.append(replace(READING, fingerprint="f2"), None) == "same"
    found = ledger.record(SHELLING.id)
    assert found["record"]["realis"] == "denied"
    assert [(r["what"], r["who"]) for r in found["revisions"]] == [("corrected", "reviewer")]


@pytest.mark.parametrize("table", sorted(metadata.tables))
@pytest.mark.parametrize("change", ["DELETE FROM {table}", "UPDATE {table} SET {column} = {column}"])
def test_rows_can_neither_be_changed_nor_removed(ledger: Ledger, table: str, change: str) -> None:
    """The database itself refuses, whoever asks."""
    ledger.append(READING, DOCUMENT)
    ledger.append(replace(READING, fingerprint="f2", events=()), DOCUMENT)
    ledger.append(page("Gone.", "gone"), None)
    ledger.forget("gone", "asked for")
    assert rows(ledger, table) > 0
    column = metadata.tables[table].columns.keys()[0]
    with pytest.raises(IntegrityError, match=REFUSAL), ledger.engine.begin() as connection:
        connection.exec_driver_sql(change.format(table=table, column=column))


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_one_schema_serves_both_databases(dialect: sqlite.dialect) -> None:
    """Every table, index and trigger can be written for SQLite and for PostgreSQL, with keys of eight bytes in the latter."""
    tables = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    indexes = [str(CreateIndex(index).compile(dialect=dialect)) for table in metadata.sorted_tables for index in table.indexes]
    assert all("BIGSERIAL" in said or "AUTOINCREMENT" in said for said in tables if "meta" not in said)
    assert len(indexes) >= 6
    assert len(triggers(dialect.name)) == 2 * len(tables)


def test_a_parse_comes_back_as_it_was() -> None:
    """Article and document are equal after a round trip, and an article without a parse keeps none."""
    assert unpack(pack(ARTICLE, DOCUMENT), TEXT) == (ARTICLE, DOCUMENT)
    assert unpack(pack(ARTICLE, None), TEXT) == (ARTICLE, None)


def test_a_ledger_opens_where_one_lies_and_nowhere_else(tmp_path: Path) -> None:
    """A missing folder, a text, another database and a missing file are each told in one line with a remedy."""
    (tmp_path / "notes.txt").write_text("not a database at all")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE birds (name)")
    other.close()
    for place, create in (("notes.txt", True), ("other.db", True), ("no/folder.db", True), ("missing.db", False)):
        with pytest.raises(BadLedger, match=r"^\S+: [^\n]+\. [A-Zk][^\n]+$"):
            Ledger.open(tmp_path / place, create=create)
    assert not (tmp_path / "missing.db").exists()
    with pytest.raises(BadLedger):
        Ledger.open("nonsense://")


def test_a_full_disk_costs_only_the_page_in_hand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is told in one line and leaves no half; what was kept stays, and the page comes in once there is room."""
    from kawat.ledger import database

    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(page("First.", "first"), None)
        before = everything(ledger)
    with monkeypatch.context() as full:
        full.setattr(database, "PRAGMAS", (*database.PRAGMAS, "max_page_count = 1"))  # SQLite takes it as "no page more than there are"
        with Ledger.open(tmp_path / "talks.db") as ledger:
            with pytest.raises(BadLedger, match=r"is as it was .*full.* run again"):
                ledger.append(page("Norland and Sudland hold talks. " * 5000, "long"), None)
            assert everything(ledger) == before
    with Ledger.open(tmp_path / "talks.db") as ledger:
        assert ledger.append(page("Norland and Sudland hold talks. " * 5000, "long"), None) == "new"


def test_a_long_ledger_is_listed_piece_by_piece(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every article once, in the order of coming, whatever the size of a piece."""
    for number in range(7):
        ledger.append(page(f"Page {number}.", f"p{number}"), None)
    ledger.forget("p3", "asked for")
    assert [key for some in batched([1, 2, 3, 5, 8], 2) for key in some] == [1, 2, 3, 5, 8]
    monkeypatch.setattr(batched, "__defaults__", (2,))
    assert [line["id"] for line in ledger.articles()] == ["p0", "p1", "p2", "p4", "p5", "p6"]
    assert [reading["article"]["id"] for reading in ledger.readings()] == [line["id"] for line in ledger.articles()]
    assert len(ledger) == 6


def test_an_unknown_id_is_said_to_be_unknown(ledger: Ledger) -> None:
    """Asking for what is not there names the ledger and the id."""
    for ask in (ledger.reading, ledger.record, ledger.parsed, ledger.article):
        with pytest.raises(NoSuchRecord, match="e-nothing"):
            ask("e-nothing")


def test_readers_and_writers_use_the_log(ledger: Ledger) -> None:
    """Write-ahead logging is on, so that a reader stops no writer."""
    with ledger.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA secure_delete").scalar_one() == 1
