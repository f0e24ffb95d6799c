"""A process may be killed at any moment: no committed page is lost, none is doubled, none is there by half."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kawat.ledger import Ledger
from kawat.ledger.schema import metadata
from kawat.nouns.reading import plain_reading
from kawat.pipeline.recode import recode
from kawat.pipeline.verify import verify
from tests.ledger.appending import DOCUMENT, coded, numbered, recoded

PAGES = 25
LONGEST_WAIT = 0.03  # seconds: two or three pages
ROOT = Path(__file__).resolve().parent.parent.parent
SEEDS = range(int(os.environ.get("KAWAT_SOAK", "5")))


def appending(place: Path | str, first: int = 0, last: int = PAGES, *more: str) -> subprocess.Popen[str]:
    """The program that appends, in a process of its own."""
    command = [sys.executable, "-m", "tests.ledger.appending", str(place), str(first), str(last), *more]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def killed(place: Path | str, chance: random.Random, *more: str) -> set[int]:
    """Kill the program after some page, at some moment; returns the pages it said were committed."""
    process = appending(place, 0, PAGES, *more)
    said: list[str] = []
    assert process.stdout is not None
    for _ in range(chance.randint(1, PAGES)):
        said.append(process.stdout.readline())
    time.sleep(chance.uniform(0, LONGEST_WAIT))
    process.send_signal(signal.SIGKILL)
    said += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    return {int(line.split()[1]) for line in said if line.endswith("\n") and line != "ready\n"}


def held(place: Path) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """All readings of a ledger, and how many rows each table has."""
    with Ledger.open(place) as ledger, ledger.engine.connect() as connection:
        counts = {name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one() for name in metadata.tables}
        return list(ledger.readings()), counts


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
def test_a_kill_loses_nothing_and_doubles_nothing(seed: int, tmp_path: Path) -> None:
    """After a kill the ledger is sound and holds what was committed; run again, it equals one that was never disturbed."""
    place, calm = tmp_path / "killed.db", tmp_path / "calm.db"
    committed = killed(place, random.Random(seed))
    with Ledger.open(place) as ledger:
        ids = [article["id"] for article in ledger.articles()]
        assert {f"a-{number}" for number in committed} <= set(ids)
        assert ids == [f"a-{number}" for number in range(len(ids))]
        assert [reading for n, reading in enumerate(ledger.readings()) if reading != plain_reading(numbered(n))] == []
        assert verify(ledger, lambda article, document: coded(article, document)).well
        outcomes = [ledger.append(numbered(number), DOCUMENT) for number in range(PAGES)]
    assert outcomes == ["same"] * len(ids) + ["new"] * (PAGES - len(ids))
    with Ledger.open(calm) as ledger:
        for number in range(PAGES):
            ledger.append(numbered(number), DOCUMENT)
    assert held(place) == held(calm)


@pytest.mark.soak
@pytest.mark.parametrize("seed", SEEDS)
def test_a_recoding_killed_midway_is_finished_by_the_next(seed: int, tmp_path: Path) -> None:
    """Each article has the old rows or the new ones, never some of both, and no change is written twice."""
    place = tmp_path / "killed.db"
    with Ledger.open(place) as ledger:
        for number in range(PAGES):
            ledger.append(numbered(number), DOCUMENT)
    killed(place, random.Random(seed), "later")
    with Ledger.open(place) as ledger:
        assert verify(ledger, recoded).well
        assert recode(ledger, recoded).articles == PAGES
        assert verify(ledger, recoded).earlier == 0
        assert [len(reading["events"]) for reading in ledger.readings()] == [1] * PAGES
    assert held(place)[1]["revisions"] == 2 * PAGES


def test_two_writers_and_a_reader_get_along(tmp_path: Path) -> None:
    """Two processes append overlapping pages: each page comes in once, and a reader never sees one by half."""
    place = tmp_path / "busy.db"
    writers = [appending(place, 0, PAGES), appending(place, PAGES // 3, PAGES + 10)]
    whole = {f"a-{number}": plain_reading(numbered(number)) for number in range(PAGES + 10)}
    seen = 0
    while any(writer.poll() is None for writer in writers):
        if place.exists():
            with Ledger.open(place) as ledger:
                for reading in ledger.readings():
                    assert reading == whole[reading["article"]["id"]]
                    seen += 1
    said = [line for writer in writers for line in writer.communicate()[0].splitlines() if line != "ready"]
    assert [writer.returncode for writer in writers] == [0, 0]
    assert sorted(int(line.split()[1]) for line in said if line.startswith("new ")) == list(range(PAGES + 10))
    assert {line.split()[0] for line in said} == {"new", "same"}
    assert seen > 0
    readings, _ = held(place)
    assert sorted(reading["article"]["id"] for reading in readings) == sorted(whole)
