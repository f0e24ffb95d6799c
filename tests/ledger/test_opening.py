"""Several programs may come upon the same empty place at once."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
import threading
import time
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from kawat.errors import BadLedger
from kawat.ledger import Ledger
from tests.ledger.appending import DOCUMENT, numbered

AT_ONCE = 6
SPAWN = multiprocessing.get_context("spawn")


def open_together(folder: str, rounds: int, number: int, gate: Barrier) -> None:
    """Open each of several ledgers at the moment when the others do, and append a page of one's own."""
    for turn in range(rounds):
        gate.wait()
        with Ledger.open(Path(folder) / f"{turn}.db") as ledger:
            ledger.append(numbered(number), DOCUMENT)


@pytest.mark.soak
def test_many_may_find_the_same_empty_place(tmp_path: Path) -> None:
    """Writers that start at once on a file that is not there make one ledger, and none is turned away."""
    rounds = int(os.environ.get("KAWAT_SOAK", "5"))
    gate = SPAWN.Barrier(AT_ONCE)
    writers = [SPAWN.Process(target=open_together, args=(str(tmp_path), rounds, number, gate)) for number in range(AT_ONCE)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert [writer.exitcode for writer in writers] == [0] * AT_ONCE
    for turn in range(rounds):
        with Ledger.open(tmp_path / f"{turn}.db", create=False) as ledger:
            assert sorted(line["id"] for line in ledger.articles()) == [f"a-{number}" for number in range(AT_ONCE)]


def locked(place: Path, seconds: float) -> threading.Thread:
    """Another program that holds a file for itself for a while."""
    holder = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    holder.execute("BEGIN EXCLUSIVE")

    def let_go() -> None:
        time.sleep(seconds)
        holder.close()

    thread = threading.Thread(target=let_go)
    thread.start()
    return thread


@pytest.mark.parametrize(("patience", "opens"), [(5.0, True), (0.05, False)])
def test_an_opener_waits_but_not_for_ever(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, patience: float, opens: bool) -> None:
    """A file that another holds is waited for, and given up in one line in the end."""
    monkeypatch.setattr("kawat.ledger.database.PRAGMAS", ("busy_timeout = 1",))
    monkeypatch.setattr("kawat.ledger.database.PATIENCE", patience)
    thread = locked(tmp_path / "talks.db", 0.5)
    if opens:
        Ledger.open(tmp_path / "talks.db").close()
    else:
        with pytest.raises(BadLedger, match="locked"):
            Ledger.open(tmp_path / "talks.db")
    thread.join()
