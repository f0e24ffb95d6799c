"""Flat tables as files that other programs read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat.export.columns import COLUMNS
from kawat.export.files import ARROW, Form, datapackage, write_tables
from kawat.export.tables import frames
from kawat.nouns.reading import Reading
from tests.readings import READING, TWELVE

FORMS: tuple[Form, ...] = ("csv", "jsonl", "parquet")


def _pandas(path: Path) -> list[dict[str, Any]]:
    read = {".csv": lambda p: pd.read_csv(p, dtype_backend="pyarrow"), ".parquet": lambda p: pd.read_parquet(p, dtype_backend="pyarrow"),
            ".jsonl": lambda p: pd.read_json(p, lines=True, dtype=False)}[path.suffix]
    frame = read(path)
    return [{name: _known(value) for name, value in row.items()} for row in frame.to_dict("records")]


def _polars(path: Path) -> list[dict[str, Any]]:
    read = {".csv": lambda p: pl.read_csv(p, infer_schema_length=None), ".parquet": pl.read_parquet,
            ".jsonl": lambda p: pl.read_ndjson(p, infer_schema_length=None)}[path.suffix]
    return [{name: _known(value) for name, value in row.items()} for row in read(path).to_dicts()]


def _known(value: Any) -> Any:
    if value is None or value is pd.NA or value != value:
        return None
    return value.isoformat()[:10] if isinstance(value, date) else value


@pytest.mark.parametrize("library", [_pandas, _polars])
@pytest.mark.parametrize("form", FORMS)
def test_what_was_written_is_read_back(form: Form, library: Any, tmp_path: Path) -> None:
    """Every value of every table comes back from every kind of file, unknown as unknown."""
    counts = write_tables([READING], tmp_path, form)
    for table, rows in frames([READING]).items():
        assert counts[table] == len(rows)
        assert library(tmp_path / f"{table}.{form}") == rows


def test_csv_has_a_header_quotes_text_and_leaves_the_unknown_empty(tmp_path: Path) -> None:
    """A spreadsheet sees names of columns, text in quotation marks, and nothing where nothing is known."""
    write_tables([READING], tmp_path, "csv")
    header, row, *_ = (tmp_path / "figures.csv").read_text(encoding="utf-8").splitlines()
    assert header == ",".join(f'"{column.name}"' for column in COLUMNS["figures"])
    assert row.startswith(f'"{TWELVE.id}","{READING.article.id}","killed","at least 12",159,170,12,12,,,"at_least",,"persons"')
    assert "None" not in row and "nan" not in row.lower()


def test_parquet_columns_are_typed(tmp_path: Path) -> None:
    """Numbers are numbers, days are days, also in a table without a row."""
    write_tables([replace(READING, figures=())], tmp_path, "parquet")
    schema = pq.read_schema(tmp_path / "figures.parquet")
    assert {column.name: ARROW[column.type] for column in COLUMNS["figures"]} == {name: schema.field(name).type for name in schema.names}


@pytest.mark.parametrize("form", FORMS)
def test_the_datapackage_describes_the_files(form: Form, tmp_path: Path) -> None:
    """Each resource names a file that is there, its columns in order, its key, and tables that exist."""
    write_tables([READING], tmp_path, form)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert package == datapackage(form)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([*(f"{table}.{form}" for table in COLUMNS), "datapackage.json"])
    names = {resource["name"] for resource in package["resources"]}
    for resource in package["resources"]:
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert (tmp_path / resource["path"]).is_file()
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        assert {key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]} <= names


def test_a_run_that_breaks_leaves_the_last_export_whole(tmp_path: Path) -> None:
    """A file takes its name only when all is written."""
    write_tables([READING], tmp_path, "csv")
    before = (tmp_path / "figures.csv").read_bytes()

    def breaking() -> Iterator[Reading]:
        yield READING
        raise RuntimeError("the disk of the test is full")

    with pytest.raises(RuntimeError):
        write_tables(breaking(), tmp_path, "csv")
    assert (tmp_path / "figures.csv").read_bytes() == before
    assert list(tmp_path.glob("*.part")) == []


def test_text_is_written_only_when_asked_for(tmp_path: Path) -> None:
    """The article stands in no file by default."""
    write_tables([READING], tmp_path, "jsonl")
    assert "text" not in json.loads((tmp_path / "articles.jsonl").read_text(encoding="utf-8"))
    write_tables([READING], tmp_path, "parquet", private_names=True, with_text=True)
    assert pl.read_parquet(tmp_path / "articles.parquet")["text"].to_list() == [READING.article.text]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(said=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).map(str.strip).filter(bool),
       value=st.one_of(st.none(), st.integers(0, 10**9)), day=st.one_of(st.none(), st.dates().map(date.isoformat)))
@pytest.mark.parametrize("form", FORMS)
def test_any_words_survive(form: Form, said: str, value: int | None, day: str | None, tmp_path: Path) -> None:
    """Commas, quotation marks, masks and every script: what the row says, the file says."""
    figure = replace(TWELVE, rule=said, value=value, as_of=TWELVE.as_of and replace(TWELVE.as_of, start=day))
    reading = replace(READING, figures=(figure,))
    write_tables([reading], tmp_path, form)
    row = frames([reading])["figures"][0]
    read = {"csv": lambda p: pl.read_csv(p, infer_schema=False), "jsonl": pl.read_ndjson, "parquet": pl.read_parquet}[form]
    back = read(tmp_path / f"figures.{form}").to_dicts()[0]
    assert str(back["rule"]) == row["rule"]
    assert [str(back[name]) if back[name] is not None else None for name in ("as_of_start",)] == [row["as_of_start"]]
    assert (None if back["value"] is None else float(back["value"])) == row["value"]


def test_a_day_that_is_none_stays_out_of_typed_files(tmp_path: Path) -> None:
    """A year alone is no day: the typed column is empty, the words beside it stay."""
    figure = replace(TWELVE, as_of=TWELVE.as_of and replace(TWELVE.as_of, start="2023"))
    write_tables([replace(READING, figures=(figure,))], tmp_path, "parquet")
    row = pl.read_parquet(tmp_path / "figures.parquet").to_dicts()[0]
    assert (row["as_of_start"], row["as_of_said"]) == (None, "Tuesday")
