"""Readings as flat tables: one fact a row, joined by ids."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pandas as pd
import polars as pl
import pytest

from kawat.export.columns import COLUMNS, KEYS, columns
from kawat.export.contract import json_schema
from kawat.export.tables import LONGEST_QUOTATION, TABLES_OF_RECORDS, cut, flat, frames
from kawat.nouns.reading import TABLES, plain_reading
from kawat.nouns.text import Span
from tests.readings import READING

ROWS = flat(READING)
SCHEMA = json_schema()
NESTED = {"told": "Told", "participants": "Participant", "hops": "Hop"}
# Columns that the flattening itself makes; all others must lie in the contract.
MADE = {"article", "nth", "record", "record_table", "role", "role_said", "described", "document_kinds", "event", "attribution",
        "fingerprint"}


def test_the_tables_are_those_of_the_contract() -> None:
    """Twelve tables, and each table of a reading goes into one of them."""
    assert list(COLUMNS) == ["articles", "event_reports", "told", "participants", "figures", "statements", "positions", "negotiations",
                             "attributions", "hops", "labels", "mentions"]
    assert sorted(TABLES_OF_RECORDS.values()) == sorted(TABLES)


@pytest.mark.parametrize("table", COLUMNS)
def test_column_names_are_plain_and_unique(table: str) -> None:
    """lower_snake, 32 characters at most, each once."""
    names = [column.name for column in columns(table, with_text=True)]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", name) or len(name) > 32] == []


def _reachable(schema: dict[str, Any], path: tuple[str, ...]) -> bool:
    """True where the path leads somewhere in the contract."""
    for choice in schema.get("anyOf", ()):
        if _reachable(choice, path):
            return True
    if "$ref" in schema:
        return _reachable(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], path)
    return not path or (path[0] in schema.get("properties", {}) and _reachable(schema["properties"][path[0]], path[1:]))


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_comes_from_the_contract(table: str) -> None:
    """A field that is renamed there would leave a column empty for ever; this says so at once."""
    if table == "articles":
        start = SCHEMA["properties"]["article"]
    elif table in NESTED:
        start = SCHEMA["$defs"][NESTED[table]]
    else:
        start = SCHEMA["properties"][TABLES_OF_RECORDS[table]]["items"]
    assert [c.name for c in columns(table) if c.path[0] not in MADE and not _reachable(start, c.path)] == []


@pytest.mark.parametrize("table", COLUMNS)
def test_a_row_has_every_column_and_no_other(table: str) -> None:
    """Tables of different pages can be put under one another."""
    assert ROWS[table]
    assert all(list(row) == [column.name for column in COLUMNS[table]] for row in ROWS[table])


@pytest.mark.parametrize("table", COLUMNS)
def test_values_have_the_type_of_their_column(table: str) -> None:
    """What a file promises of a column holds of every value."""
    python = {"string": str, "date": str, "integer": int, "number": (int, float), "boolean": bool}
    wrong = [(column.name, row[column.name]) for row in ROWS[table] for column in COLUMNS[table]
             if row[column.name] is not None and not isinstance(row[column.name], python[column.type])]
    assert wrong == []


@pytest.mark.parametrize("table", COLUMNS)
def test_keys_name_one_row(table: str) -> None:
    """Two rows of a table never share a key."""
    keys = [tuple(row[name] for name in KEYS[table]) for row in ROWS[table]]
    assert None not in {part for key in keys for part in key}
    assert len(set(keys)) == len(keys)


def test_rows_join_by_ids() -> None:
    """Every id that a row points to is there."""
    events, chains = ({row[key] for row in ROWS[name]} for name, key in (("event_reports", "event"), ("attributions", "attribution")))
    assert {row["event"] for name in ("told", "figures", "positions") for row in ROWS[name]} <= events | {None}
    assert {row["attribution"] for name in ("told", "hops", "figures", "labels") for row in ROWS[name]} <= chains | {None}
    assert {row["article"] for rows in ROWS.values() for row in rows} == {READING.article.id}
    for row in ROWS["participants"]:
        table = row["record_table"]
        assert row["record"] in {r[KEYS[table][0]] for r in ROWS[table]}


def test_roles_say_who_did_what() -> None:
    """The army is the actor, the baker the recipient, Estmark the mediator with the words that say so."""
    found = {(row["record_table"], row["role"], row["head"]) for row in ROWS["participants"]}
    assert {("event_reports", "actor", "army"), ("event_reports", "recipient", "▮"), ("figures", "counted_by", "mayor"),
            ("statements", "speaker", "Ola Berg"), ("positions", "counterpart", "Norland"),
            ("negotiations", "mediator", "Estmark")} <= found
    assert next(row["role_said"] for row in ROWS["participants"] if row["role"] == "mediator") == "mediating"


def test_no_column_tells_a_private_name() -> None:
    """Neither evidence nor told nor participant; asked for, all of them."""
    assert "Mira" not in repr(ROWS) and "Sund," not in repr(ROWS)
    assert "Mira Sund, a baker" in repr(flat(READING, private_names=True)["participants"])
    private = next(row for row in ROWS["participants"] if row["public"] is False)
    assert (private["name"], private["described"]) == ("▮", "▮, a baker")


def test_quotations_are_short_and_the_text_is_left_out() -> None:
    """A table is no reprint: 200 characters a quotation, and the article only where it is asked for."""
    long = Span(0, 400, READING.article.text[:400])
    reading = replace(READING, statements=(replace(READING.statements[0], content=long),))
    assert len(flat(reading)["statements"][0]["content"]) == LONGEST_QUOTATION
    assert max(len(v) for rows in flat(reading).values() for row in rows for v in row.values() if isinstance(v, str)) <= LONGEST_QUOTATION
    assert "text" not in ROWS["articles"][0]
    assert flat(reading, private_names=True, with_text=True)["articles"][0]["text"] == READING.article.text
    assert "Mira" not in flat(reading, with_text=True)["articles"][0]["text"]


@pytest.mark.parametrize(("said", "short"), [("a" * 200, "a" * 200), ("a" * 201, "a" * 199 + "…"), ("a" * 198 + "  b", "a" * 198 + "…")])
def test_a_cut_is_shown(said: str, short: str) -> None:
    """An ellipsis stands where words were left out, within the 200."""
    assert cut(said) == short


def test_plain_and_noun_readings_give_the_same_rows() -> None:
    """A reading out of a ledger or a .jsonl file is flattened as a fresh one is."""
    assert flat(plain_reading(READING)) == ROWS


@pytest.mark.parametrize("library", [pd.DataFrame, pl.DataFrame])
def test_frames_become_data_frames(library: Any) -> None:
    """Both libraries take the rows as they are."""
    for table, rows in frames([READING, READING]).items():
        assert library(rows).shape == (2 * len(ROWS[table]), len(COLUMNS[table]))
