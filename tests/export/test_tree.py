"""What `kawat explain` draws for a record."""

from __future__ import annotations

import pytest

from kawat.export.tree import derivation, record_of
from kawat.nouns.reading import plain_reading
from tests.export.drawn import drawn
from tests.readings import READING, SHELLING, TIMES_SAYS, TWELVE

ROW = plain_reading(READING)


def tree(record_id: str) -> str:
    """The drawn tree of a record of the page."""
    found = record_of(ROW, record_id)
    assert found is not None
    return drawn(derivation(ROW, *found))


@pytest.mark.parametrize("line", [
    "event ASSAULT bombard actual  e-78ab5eae2dd6",
    "├── rule en/assault/shell  by tree",
    "├── trigger “shelled”  103–110",
    "│   ├── via nsubj",
    "    ├── place en/roles/of “Eastford”  obj>nmod[of]",
    "    ├── when en/time/weekday “Tuesday”  the Tuesday before 2026-03-04",
    "        └── from t-9a9c1a19147d",
])
def test_an_event_shows_rule_trigger_paths_and_steps(line: str) -> None:
    """What found each argument, and what each later step rested on, stands in the tree."""
    assert line in tree(SHELLING.id).split("\n")


def test_a_tree_masks_private_names_too() -> None:
    """A derivation tells how, not who, where a person is private."""
    assert "Sund" not in tree(SHELLING.id)


def test_a_figure_and_a_chain_have_trees() -> None:
    """Every table's records can be asked."""
    assert "count “at least 12”" in tree(TWELVE.id)
    assert "hops “the Norland Times”" in tree(TIMES_SAYS.id)


def test_an_unknown_id_has_no_record() -> None:
    """What is not in the reading is not found."""
    assert record_of(ROW, "e-000000000000") is None
