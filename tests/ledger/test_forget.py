"""What is forgotten is gone from the bytes of the files, and only a tombstone says that it was."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from kawat.errors import BadLedger, NoSuchRecord
from kawat.ledger import Ledger
from tests.ledger.test_ledger import DOCUMENT, everything, page
from tests.readings import ARTICLE, READING

NAMES = (b"Mira Sund", b"Eastford", b"Ola Berg", b"bandit regime")


def bytes_on_disk(folder: Path) -> bytes:
    """All bytes of every file beside the ledger, its log included."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


@pytest.mark.parametrize("asked", [ARTICLE.id, "Mira Sund", "Estmark Wire reported"])
def test_forgetting_leaves_no_bytes(tmp_path: Path, asked: str) -> None:
    """By id or by words of its text, with its revisions; what else the ledger holds stays."""
    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(page("Norland and Sudland hold talks.", "other"), None)
        ledger.append(READING, DOCUMENT)
        ledger.append(replace(READING, fingerprint="f2", events=()), DOCUMENT)
        assert all(name in bytes_on_disk(tmp_path) for name in NAMES)
        assert ledger.forget(asked, "the family asked", "editor") == [ARTICLE.id]
        assert not any(name in bytes_on_disk(tmp_path) for name in NAMES)
        assert [line["id"] for line in ledger.articles()] == ["other"]
        assert [(t["id"], t["reason"], t["who"]) for t in ledger.tombstones()] == [(ARTICLE.id, "the family asked", "editor")]
        assert {name: n for name, n in everything(ledger).items() if name in ("records", "revisions", "parses")} == {
            "records": 1, "revisions": 0, "parses": 1}


def test_what_was_forgotten_does_not_come_back(tmp_path: Path) -> None:
    """The same text is refused for good, under whatever id it comes."""
    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(READING, None)
        ledger.forget(ARTICLE.id, "asked for")
        assert ledger.append(READING, None) == "forgotten"
        assert ledger.append(page(article_id="another"), None) == "forgotten"
        assert len(ledger) == 0


def test_words_count_as_they_are_written(tmp_path: Path) -> None:
    """No wildcard, no other case: only the words themselves; what nobody wrote is told."""
    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(READING, None)
        for words in ("mira sund", "Mira%", "M_ra Sund", "  "):
            with pytest.raises(NoSuchRecord):
                ledger.forget(words, "asked for")
        assert len(ledger) == 1


def test_a_name_that_only_markup_gives_is_found(tmp_path: Path) -> None:
    """An author in no line of the text is still somebody who may ask to be forgotten."""
    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(replace(READING, article=replace(ARTICLE, authors=('Tove "Tobi" Lind',))), None)
        assert ledger.forget('Tove "Tobi" Lind', "asked for") == [ARTICLE.id]


def test_forgetting_can_be_finished_when_a_reader_was_in_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that reads keeps the old log alive: this is told, and a second run with the id wipes the file."""
    monkeypatch.setattr("kawat.ledger.database.PRAGMAS", ("busy_timeout = 50", "secure_delete = ON"))
    with Ledger.open(tmp_path / "talks.db") as ledger:
        ledger.append(READING, DOCUMENT)
        reader = sqlite3.connect(tmp_path / "talks.db", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM articles").fetchone()
        with pytest.raises(BadLedger, match="again"):
            ledger.forget(ARTICLE.id, "asked for")
        reader.close()
        assert ledger.forget(ARTICLE.id, "asked for") == [ARTICLE.id]
        assert not any(name in bytes_on_disk(tmp_path) for name in NAMES)
