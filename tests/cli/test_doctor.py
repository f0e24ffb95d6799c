"""The doctor tells what is well, what is worth knowing, and what is missing."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from kawat.ledger import Ledger
from kawat.lexicon.age import list_ages
from kawat.lexicon.language import languages
from kawat.pipeline.doctor import findings, ledger_finding
from tests.cli.test_commands import kawat
from tests.readings import READING


def test_every_list_of_people_says_when_it_was_checked() -> None:
    """A list of office holders without a day cannot grow old visibly."""
    ages = {age.name: age.checked for age in list_ages()}
    assert ages["world/actors.tsv"] is not None


def test_a_list_that_nobody_looked_at_for_a_year_is_noted() -> None:
    """Well on the day it was checked, a note a year and a day later."""
    checked = next(age.checked for age in list_ages() if age.name == "world/actors.tsv")
    assert checked is not None
    states = [next(f.state for f in findings(checked + timedelta(days)) if f.what == "world/actors.tsv") for days in (0, 365, 366)]
    assert states == ["well", "well", "note"]


def test_every_language_is_looked_at() -> None:
    """A language whose model is missing is found here, not in the middle of an archive."""
    said = " ".join(finding.what for finding in findings(date.today()))
    assert [code for code in languages() if f"({code})" not in said] == []


def test_a_ledger_of_an_earlier_kawat_is_noted(tmp_path: Path) -> None:
    """The count of articles, and how many were coded under another fingerprint."""
    path = str(tmp_path / "talks.db")
    with Ledger.open(path) as ledger:
        ledger.append(READING, None)
    found = ledger_finding(path)
    assert (found.state, found.remedy) == ("note", f"kawat recode {path}")
    assert found.found == "1 articles, 0 forgotten, 1 coded by an earlier kawat"


def test_a_ledger_that_is_not_there_is_ill(tmp_path: Path) -> None:
    """And is not made by looking."""
    path = tmp_path / "none.db"
    assert ledger_finding(str(path)).state == "ill"
    assert not path.exists()


def test_doctor_speaks_to_programs() -> None:
    """One object a line."""
    lines = kawat("doctor", "--json").stdout.splitlines()
    assert {"what", "state", "found", "remedy"} == set(json.loads(lines[0]))
