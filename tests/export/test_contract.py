"""The contract as JSON Schema, and what the program prints, are one."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from kawat.export.contract import json_schema
from kawat.export.mask import masked
from kawat.nouns.reading import SCHEMA, TABLES, Reading, plain_reading
from tests.readings import READING

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
PLAIN = plain_reading(READING)


def test_the_schema_is_a_json_schema() -> None:
    """Any validator can use it, and it can be printed."""
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json.loads(json.dumps(json_schema())) == json_schema()
    assert json_schema()["properties"]["schema"] == {"const": SCHEMA}


@pytest.mark.parametrize("reading", [READING, replace(READING, **dict.fromkeys(TABLES, ())),
                                     Reading(replace(READING.article, dateline=None, title=None, published=None), "0")])
def test_what_is_printed_keeps_the_contract(reading: Reading) -> None:
    """A full page, one without a record, and one that says hardly anything."""
    assert [fault.message for fault in VALIDATOR.iter_errors(json.loads(json.dumps(plain_reading(reading))))] == []


def test_a_masked_reading_keeps_the_contract() -> None:
    """Masks stand where strings stood."""
    assert list(VALIDATOR.iter_errors(masked(PLAIN))) == []


@pytest.mark.parametrize(("path", "value"), [
    (("events", 0, "realis"), "likely"), (("figures", 0, "bound"), "roughly"), (("figures", 0, "value"), "12"),
    (("article", "title"), "a bare string"), (("article", "text"), None), (("schema",), "kawat/0"), (("mentions", 0, "kind"), "animal"),
    (("events", 0, "why", 0, "from"), 7), (("article", "dateline", "place"), "Westhaven"), (("events", 0, "colour"), "red")])
def test_what_breaks_the_contract_is_refused(path: tuple[Any, ...], value: Any) -> None:
    """A word outside an enumeration, a value of another type, a field nobody declared."""
    broken = copy.deepcopy(PLAIN)
    place: Any = broken
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not VALIDATOR.is_valid(broken)


def test_every_field_is_required() -> None:
    """Unknown is null, never absent, so a missing field is a fault."""
    for table in TABLES:
        for field in PLAIN[table][0]:
            broken = copy.deepcopy(PLAIN)
            del broken[table][0][field]
            assert not VALIDATOR.is_valid(broken), (table, field)
