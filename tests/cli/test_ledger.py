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
