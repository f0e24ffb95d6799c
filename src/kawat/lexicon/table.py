"""Data files become typed rows, or one exact line saying what is wrong with them."""

from __future__ import annotations

import csv
import difflib
import re
import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from kawat.errors import BadData

DATA = Path(__file__).resolve().parent.parent
Shape = TypeVar("Shape")


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What every table of a data file is: immutable, and strict about its fields (subclasses repeat `frozen=True` for the type checker)."""


def shown(path: Path) -> str:
    """A data file's name as messages give it: relative to the package where it lies inside."""
    return str(path.relative_to(DATA)) if path.is_relative_to(DATA) else str(path)


def read_toml(path: Path, shape: type[Shape]) -> Shape:
    """The file as an instance of `shape` (a `Row`); raises BadData with file, place, fault and remedy."""
    try:
        with path.open("rb") as file:
            raw = tomllib.load(file)
    except FileNotFoundError:
        raise BadData(f"{shown(path)}: no such file. Every language folder needs one") from None
    except tomllib.TOMLDecodeError as fault:
        raise BadData(f"{shown(path)}: not TOML: {fault}") from None
    return convert(raw, shape, shown(path))


def read_tsv(path: Path, shape: type[Shape]) -> tuple[Shape, ...]:
    """The rows of a tab-separated file whose first line names the fields; empty cells are left to the field's default."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
        rows = [{k: v for k, v in row.items() if v not in ("", None)} for row in lines]
    try:
        return tuple(msgspec.convert(row, shape, strict=False) for row in rows)
    except msgspec.ValidationError:  # say which row only once something is wrong: the place of every row costs more than reading it
        return tuple(convert(row, shape, f"{shown(path)}: row {number}", strict=False) for number, row in enumerate(rows, 1))


def convert(raw: Any, shape: type[Shape], where: str, strict: bool = True) -> Shape:
    """Plain data as an instance of `shape`; raises BadData naming the place, the fault and, for a misspelt field, the remedy."""
    try:
        return msgspec.convert(raw, shape, strict=strict)
    except msgspec.ValidationError as fault:
        raise BadData(f"{where}: {_explained(str(fault), shape)}") from None


def _explained(fault: str, shape: type) -> str:
    place = re.search(r" - at `\$\.?(.*)`$", fault)
    said, path = (fault[:place.start()], place[1]) if place else (fault, "")
    spot = re.sub(r"\[(\d+)\]", lambda m: f" {int(m[1]) + 1}", path).replace(".", ", ")
    spot = re.sub(r"\[\.\.\.\]", "", spot)
    unknown = re.match(r"Object contains unknown field `(.+)`", said)
    if not unknown:
        return f"{spot}: {said}" if spot else said
    near = difflib.get_close_matches(unknown[1], _fields(_shape_at(shape, path)), 1)
    hint = f" Did you mean '{near[0]}'?" if near else ""
    return f"{spot or 'the file'} has no field '{unknown[1]}'.{hint}"


def _shape_at(shape: Any, path: str) -> Any:
    """The shape that a path such as `rule[1].example[0]` leads to."""
    for name in re.findall(r"[^.\[\]]+(?=\[|\.|$)", re.sub(r"\[[^\]]*\]", "", path)):
        shape = next((info.type for info in msgspec.structs.fields(_struct_in(shape)) if info.encode_name == name), shape)
    return _struct_in(shape)


def _struct_in(shape: Any) -> Any:
    """The struct inside a union or a tuple of structs."""
    if isinstance(shape, type) and issubclass(shape, msgspec.Struct):
        return shape
    return next((found for part in getattr(shape, "__args__", ()) if (found := _struct_in(part)) is not None), None)


def _fields(shape: Any) -> list[str]:
    return [info.encode_name for info in msgspec.structs.fields(shape)] if shape is not None else []
