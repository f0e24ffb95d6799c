"""The same ledger in PostgreSQL: a server of its own is started where one is installed."""

from __future__ import annotations

import importlib.util
import os
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import DatabaseError

from kawat.ledger import Ledger
from kawat.ledger.schema import REFUSAL, metadata
from kawat.nouns.reading import plain_reading
from kawat.pipeline.verify import verify
from tests.ledger.appending import coded
from tests.ledger.test_crash import appending, killed
from tests.ledger.test_ledger import DOCUMENT, page, rows
from tests.ledger.test_verify import code_giving
from tests.readings import ARTICLE, READING, SHELLING

BINARIES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), Path(shutil.which("initdb") or "absent").parent)
HERE = (BINARIES / "initdb").exists() and importlib.util.find_spec("psycopg") is not None
pytestmark = pytest.mark.skipif(not HERE, reason="needs PostgreSQL and psycopg")
# PostgreSQL refuses to run as root; its package brings a user.
USER = "postgres" if os.geteuid() == 0 else None


def run(*command: str) -> None:
    """Run one of PostgreSQL's programs."""
    subprocess.run([str(BINARIES / command[0]), *command[1:]], check=True, user=USER, stdout=subprocess.DEVNULL, cwd="/")


@pytest.fixture(scope="module")
def server() -> Iterator[Path]:
    """A server that listens on a socket in its own folder, and is gone with it."""
    folder = Path(tempfile.mkdtemp(prefix="kw"))
    if USER:
        shutil.chown(folder, USER)
    run("initdb", "-D", str(folder / "data"), "-U", "kawat", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
    options = f"-k {folder} -c listen_addresses= -c fsync=off"
    run("pg_ctl", "-D", str(folder / "data"), "-w", "-l", str(folder / "log"), "-o", options, "start")
    yield folder
    run("pg_ctl", "-D", str(folder / "data"), "-w", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture
def place(server: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """The address of an empty database."""
    name = f"db{abs(hash(request.node.name))}"
    run("createdb", "-h", str(server), "-U", "kawat", name)
    yield f"postgresql://kawat@/{name}?host={server}"
    run("dropdb", "-f", "-h", str(server), "-U", "kawat", name)


def test_a_ledger_works_in_postgresql(place: str) -> None:
    """New, same, version, revised, corrected, verified, forgotten: as in SQLite."""
    with Ledger.open(place) as ledger:
        assert [ledger.append(READING, DOCUMENT), ledger.append(READING, DOCUMENT)] == ["new", "same"]
        assert ledger.reading(ARTICLE.id) == plain_reading(READING)
        assert verify(ledger, code_giving(READING)).well
        assert ledger.append(page("Other."), None) == "version"
        assert ledger.append(replace(READING, fingerprint="f2", events=()), DOCUMENT) == "revised"
        ledger.correct(SHELLING.id, plain_reading(READING)["events"][0], "reviewer", "it was there")
        assert [r["what"] for r in ledger.record(SHELLING.id)["revisions"]] == ["withdrawn", "corrected"]
        assert ledger.forget("Mira Sund", "asked for") == [ARTICLE.id]
        assert [line["id"] for line in ledger.articles()] == [f"{ARTICLE.id}.v2"]
    with Ledger.open(place, create=False) as ledger:
        assert ledger.append(READING, DOCUMENT) == "forgotten"


def test_postgresql_too_refuses_change(place: str) -> None:
    """Triggers keep every table append-only."""
    with Ledger.open(place) as ledger:
        ledger.append(page("Gone.", "gone"), None)
        ledger.forget("gone", "asked for")
        ledger.append(READING, DOCUMENT)
        ledger.append(replace(READING, fingerprint="f2", events=()), DOCUMENT)
        for name, table in metadata.tables.items():
            assert rows(ledger, name) > 0
            column = table.columns.keys()[0]
            for change in (f"DELETE FROM {name}", f"UPDATE {name} SET {column} = {column}"):
                with pytest.raises(DatabaseError, match=REFUSAL), ledger.engine.begin() as connection:
                    connection.exec_driver_sql(change)


def test_writers_side_by_side_and_killed_lose_nothing(place: str) -> None:
    """Two writers overlap, one is killed, and a third finishes: every page once."""
    Ledger.open(place).close()
    beside = appending(place, 10, 40)
    killed(place, random.Random(1))
    assert [process.communicate() and process.returncode for process in (beside, appending(place))] == [0, 0]
    with Ledger.open(place) as ledger:
        assert verify(ledger, coded).well
        assert sorted(line["id"] for line in ledger.articles()) == sorted(f"a-{number}" for number in range(40))
