"""The database behind a ledger: opened, prepared on every connection, and told apart from files that are something else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError

from kawat.errors import BadLedger
from kawat.ledger import schema

# Measured: without cache and mmap on the readers too, a scan of a large ledger takes several times as long.
PRAGMAS = ("busy_timeout = 30000", "foreign_keys = ON", "secure_delete = ON", "synchronous = FULL", "cache_size = -65536",
           "mmap_size = 268435456", "temp_store = MEMORY")
PATIENCE = 30.0  # seconds
SQLITE_HEADER = b"SQLite format 3\x00"


def connect(place: str | Path, create: bool = True) -> Engine:
    """The engine of the ledger at a path or an address; an empty database becomes a ledger, anything else is refused."""
    address = str(place) if "://" in str(place) else f"sqlite:///{_path(Path(place), create)}"
    try:
        engine = create_engine(make_url(address))
    except (ArgumentError, NoSuchModuleError) as fault:
        raise BadLedger(f"{place}: is no address of a database. Give a path or postgresql://user@host/name") from fault
    except ModuleNotFoundError as fault:
        raise BadLedger(f"{place}: needs the driver {fault.name}. pip install 'kawat[postgresql]' brings it") from fault
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    try:
        _be_ledger_in_time(engine, place, create)
    except (DBAPIError, sqlite3.Error) as fault:
        engine.dispose()
        raise BadLedger(f"{place}: cannot be opened ({getattr(fault, 'orig', fault)}). Give the path of a ledger") from fault
    return engine


def _be_ledger_in_time(engine: Engine, place: str | Path, create: bool) -> None:
    """SQLite does not wait for its turn where another program is just turning the new file's log on; so we do."""
    deadline = monotonic() + PATIENCE
    while True:
        try:
            return _be_ledger(engine, place, create)
        except (OperationalError, sqlite3.OperationalError) as fault:
            if "locked" not in str(fault) or monotonic() > deadline:
                raise
            sleep(0.02)


def _path(path: Path, create: bool) -> Path:
    if not create and not path.is_file():
        raise BadLedger(f"{path}: is not there. kawat code PAGE --ledger {path} makes it")
    if not path.parent.is_dir():
        raise BadLedger(f"{path}: its folder is not there. Make the folder {path.parent} first")
    if path.is_file() and path.stat().st_size:
        with path.open("rb") as file:
            if file.read(len(SQLITE_HEADER)) != SQLITE_HEADER:
                raise BadLedger(f"{path}: is not a ledger. Give the path of a ledger, or of a file yet to be made")
    return path


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    """Transactions are begun by us, so that a writer says at once that it will write."""
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    """A reader that turns writer midway would fail where another wrote meanwhile; a writer waits for its turn at the start."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction of the only writer: committed whole, or not at all; raises BadLedger where the database cannot write."""
    try:
        with engine.execution_options(writes=True).begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("LOCK TABLE articles IN SHARE ROW EXCLUSIVE MODE"))
            yield connection
    except OperationalError as fault:
        place = engine.url.database or engine.url.render_as_string()
        raise BadLedger(f"{place}: could not be written, and is as it was ({fault.orig}). Give it room or time and run again") from fault


def _be_ledger(engine: Engine, place: str | Path, create: bool) -> None:
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if not tables and create:
        _lay_down(engine)
        tables = {"meta"}
    if "meta" not in tables:
        raise BadLedger(f"{place}: is a database, but no ledger. Give the path of a ledger, or of a file yet to be made")
    with engine.connect() as connection:
        version = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.name == "schema"))
    if version != schema.VERSION:
        raise BadLedger(f"{place}: has schema {version}, this kawat knows {schema.VERSION}. Use the kawat that wrote it")


def _lay_down(engine: Engine) -> None:
    """Two programs may find the same empty file: the second sees, once it may write, that it is a ledger already."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            driver = connection.connection.dbapi_connection
            if driver is not None:
                driver.cursor().execute("PRAGMA journal_mode = WAL")
    with engine.execution_options(writes=True).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(6514)"))
        if not inspect(connection).has_table("meta"):
            schema.create(connection)
