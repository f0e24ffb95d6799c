"""The commands over a ledger show, explain and forget what was kept."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kawat.ledger import Ledger
from tests.cli.test_commands import kawat
from tests.readings import ARTICLE_ID, READING, SHELLING


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """A ledger that holds the one page."""
    path = tmp_path / "talks.db"
    with Ledger.open(path) as opened:
        opened.append(READING, None)
    return str(path)


def test_show_lists_articles_and_shows_one(ledger: str) -> None:
    """Without an id a line an article; with one, what it says."""
    listed = kawat("show", ledger).stdout
    assert f"{ARTICLE_ID}  2026-03-04" in listed
    assert "● ASSAULT bombard" in kawat("show", ledger, ARTICLE_ID).stdout


def test_show_gives_programs_the_contract(ledger: str) -> None:
    """What was kept comes out as `kawat code` prints it."""
    reading = json.loads(kawat("show", ledger, ARTICLE_ID, "--json").stdout)
    assert reading["schema"] == "kawat/1"
    assert reading["events"][0]["id"] == SHELLING.id


def test_why_finds_a_record_in_a_ledger(ledger: str) -> None:
    """The tree is drawn from what was kept; no page is read."""
    done = kawat("why", SHELLING.id, "--ledger", ledger)
    assert done.exit_code == 0
    assert "├── trigger “shelled”  103–110" in done.stdout


def test_a_report_is_made_of_an_article_in_a_ledger(ledger: str) -> None:
    """An id and a ledger are enough."""
    assert "ASSAULT bombard" in kawat("report", ARTICLE_ID, "--ledger", ledger).stdout
    assert kawat("report", "a-1", "--ledger", ledger).exit_code == 1


def test_why_says_where_it_could_look() -> None:
    """Neither ledger nor page is a command that was not understood."""
    assert kawat("why", SHELLING.id).exit_code == 2


@pytest.mark.parametrize("arguments", [("show",), ("why", SHELLING.id, "--ledger"), ("verify",), ("export", "-o", "out", "--as", "csv")])
def test_a_ledger_that_is_not_there_is_not_made(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A misspelt name is one line and leaves no file."""
    path = tmp_path / "tlaks.db"
    done = kawat(*arguments, str(path))
    assert done.exit_code == 1
    assert "tlaks.db" in done.stderr
    assert not path.exists()


def test_forget_asks_before_it_removes(ledger: str) -> None:
    """No is no; and --yes removes for good."""
    assert kawat("forget", ledger, ARTICLE_ID, "--reason", "asked to", stdin="n\n").exit_code == 1
    assert kawat("show", ledger, ARTICLE_ID).exit_code == 0
    assert kawat("forget", ledger, ARTICLE_ID, "--reason", "asked to", "--yes").exit_code == 0
    assert kawat("show", ledger, ARTICLE_ID).exit_code == 1


def test_forget_needs_a_reason(ledger: str) -> None:
    """A tombstone without a reason explains nothing."""
    assert kawat("forget", ledger, ARTICLE_ID, "--yes").exit_code == 2


def test_what_kawat_read_itself_verifies_and_needs_no_recoding(tmp_path: Path) -> None:
    """Read, kept, derived again: the same rows; and twice the same page changes nothing."""
    page, path = tmp_path / "page.txt", str(tmp_path / "talks.db")
    page.write_text("Norland Shells Eastford\n\nNorland's army shelled the border town of Eastford on Tuesday.\n", encoding="utf-8")
    first = kawat("code", str(page), "--lang", "en", "--ledger", path, "--json")
    assert (first.exit_code, first.stderr) == (0, f"kawat: {path}: 1 new\n")
    assert kawat("code", str(page), "--lang", "en", "--ledger", path, "--json").stderr == f"kawat: {path}: 1 same\n"
    verified = kawat("verify", path)
    assert verified.exit_code == 0, verified.stdout
    assert "0 faults" in verified.stdout
    assert kawat("recode", path, "--dry-run").stdout == f"{path}: 0 of 1 articles would change\n"


def test_export_writes_tables_that_name_their_columns(ledger: str, tmp_path: Path) -> None:
    """One file a table, no private name in any, and a description beside them."""
    folder = tmp_path / "tables"
    assert kawat("export", ledger, "--as", "csv", "-o", str(folder)).exit_code == 0
    assert (folder / "datapackage.json").exists()
    assert "at least 12" in (folder / "figures.csv").read_text(encoding="utf-8")
    assert [path.name for path in folder.iterdir() if "Sund," in path.read_text(encoding="utf-8")] == []
