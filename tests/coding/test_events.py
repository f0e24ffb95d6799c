"""Events over the trained parsers: how long a trigger is, and who may act."""

from __future__ import annotations

import pytest

from kawat.nouns.article import Page
from kawat.nouns.record import Event
from kawat.pipeline.read import read

LONGEST = 6  # words of a trigger


def events(code: str, text: str) -> tuple[Event, ...]:
    """The events of a text."""
    return read(Page("page", "text", text=text, language=code)).events


def test_a_trigger_with_a_long_gap_is_cut() -> None:
    """A record's trigger has at most six words, whatever stands in the gap of its phrase."""
    (event,) = events("en", "Norland gave the two envoys of Sudland 48 hours to leave.")
    assert event.type == "SANCTION"
    assert len(event.trigger.text.split()) == LONGEST


@pytest.mark.parametrize(("code", "text", "actor"), [
    ("en", "The Russian side agreed to a truce.", "The Russian side"),
    ("id", "Pihak Rusia menyetujui gencatan senjata.", "Pihak Rusia"),
])
def test_the_side_of_a_state_acts_for_it(code: str, text: str, actor: str) -> None:
    """Nobody's title is needed where a state is named."""
    (event,) = events(code, text)
    assert event.type == "AGREE"
    assert [one.span.text for one in event.actors] == [actor]


@pytest.mark.parametrize("text", [
    "A roof garden will be shared by all. Work on the flats in Rotterdam begins in March.",
    "A faulty update has been withdrawn, the maker said. Owners in Spain reported that doors had locked. A new one will follow.",
])
def test_a_month_is_no_march_and_a_recall_no_retreat(text: str) -> None:
    """Nothing political is named, and no word of the page is political."""
    assert not events("en", text)
