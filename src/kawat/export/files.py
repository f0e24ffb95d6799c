"""Flat tables as files: CSV, Parquet or JSON lines, and a datapackage.json that says what stands in them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Literal, Protocol

import pyarrow as pa
import pyarrow.csv as pa_csv
import pyarrow.parquet as pa_parquet

from kawat.export.columns import COLUMNS, KEYS, Column, columns
from kawat.export.tables import frames
from kawat.nouns.reading import SCHEMA, Reading

Row = dict[str, Any]
Form = Literal["csv", "jsonl", "parquet"]
MEDIA = {"csv": "text/csv", "jsonl": "application/jsonl", "parquet": "application/vnd.apache.parquet"}
ARROW = {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_(), "date": pa.date32()}
# So many readings are held at once; a file grows by that much at a time.
AT_ONCE = 200


class _File(Protocol):
    def write(self, rows: list[Row]) -> None: ...
    def close(self) -> None: ...


def write_tables(readings: Iterable[Reading | Row], folder: Path, form: Form, private_names: bool = False,
                 with_text: bool = False) -> dict[str, int]:
    """Write every table into a folder, with datapackage.json beside them, and tell how many rows each got.

    A file takes its name only when it is whole; what lay there before is replaced then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts = dict.fromkeys(COLUMNS, 0)
    parts = {table: folder / f"{table}.{form}.part" for table in COLUMNS}
    with ExitStack() as stack:
        for part in parts.values():
            stack.callback(part.unlink, missing_ok=True)  # a run that breaks leaves no half file behind
        files = {table: _open(part, form, columns(table, with_text)) for table, part in parts.items()}
        for file in files.values():
            stack.callback(file.close)
        waiting = iter(readings)
        while some := list(islice(waiting, AT_ONCE)):
            for table, rows in frames(some, private_names, with_text).items():
                files[table].write(rows)
                counts[table] += len(rows)
        for table, file in files.items():
            file.close()
            parts[table].replace(folder / f"{table}.{form}")
    (folder / "datapackage.json").write_text(json.dumps(datapackage(form, with_text), indent=2) + "\n", encoding="utf-8")
    return counts


def datapackage(form: Form, with_text: bool = False) -> Row:
    """The Frictionless description of the tables: files, columns with their types, keys, and what joins to what."""
    return {"profile": "data-package", "name": "kawat", "title": "What news pages say, and on whose word", "version": SCHEMA,
            "resources": [_resource(table, form, with_text) for table in COLUMNS]}


def _resource(table: str, form: Form, with_text: bool) -> Row:
    fields = [{"name": column.name, "type": column.type} for column in columns(table, with_text)]
    schema = {"fields": fields, "missingValues": [""], "primaryKey": list(KEYS[table]), "foreignKeys": _foreign_keys(table)}
    return {"name": table.replace("_", "-"), "path": f"{table}.{form}", "format": form, "mediatype": MEDIA[form], "encoding": "utf-8",
            "schema": schema}


def _foreign_keys(table: str) -> list[Row]:
    """Every column that bears the name of another table's key points there."""
    owners = {key[0]: owner for owner, key in KEYS.items() if len(key) == 1}
    return [{"fields": column.name, "reference": {"resource": owners[column.name].replace("_", "-"), "fields": column.name}}
            for column in COLUMNS[table] if column.name in owners and owners[column.name] != table]


def _open(path: Path, form: Form, chosen: tuple[Column, ...]) -> _File:
    return _Lines(path) if form == "jsonl" else _Arrow(path, form, chosen)


class _Lines:
    """JSON lines, one object a row."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def write(self, rows: list[Row]) -> None:
        """Add the rows."""
        self._file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)

    def close(self) -> None:
        """End the file."""
        self._file.close()


class _Arrow:
    """CSV or Parquet through Arrow: text quoted, unknown an empty cell or null."""

    def __init__(self, path: Path, form: Form, chosen: tuple[Column, ...]) -> None:
        self._columns = chosen
        self._schema = pa.schema([(column.name, ARROW[column.type]) for column in chosen])
        quoted = pa_csv.WriteOptions(quoting_style="needed")
        self._file = (pa_csv.CSVWriter(path, self._schema, write_options=quoted) if form == "csv"
                      else pa_parquet.ParquetWriter(path, self._schema, compression="zstd"))

    def write(self, rows: list[Row]) -> None:
        """Add the rows, each value in the type of its column."""
        typed = [{column.name: _typed(row[column.name], column) for column in self._columns} for row in rows]
        self._file.write_table(pa.Table.from_pylist(typed, self._schema))

    def close(self) -> None:
        """End the file."""
        self._file.close()


def _typed(value: Any, column: Column) -> Any:
    if value is None or column.type != "date":
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:  # a year alone, or no day of the calendar: the words beside it keep what the page said
        return None
