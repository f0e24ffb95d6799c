"""Indonesian toponyms in sentences: each is a place, and lies where it lies."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from kawat.lexicon.language import language
from kawat.mention import mentions
from tests.mention.marked import marked

NEAR_KM = 161
LINES = (Path(__file__).with_name("toponyms.id.tsv")).read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")]


def kilometres(lat: float, lon: float, to_lat: float, to_lon: float) -> float:
    """Distance on a flat map, good enough at this range."""
    return 111 * math.hypot(lat - to_lat, (lon - to_lon) * math.cos(math.radians(lat)))


@pytest.mark.parametrize(("sentence", "lat", "lon"), ROWS, ids=[row[0] for row in ROWS])
def test_an_indonesian_toponym_lies_within_161_km_of_its_place(sentence: str, lat: str, lon: str) -> None:
    """A toponym in a sentence of its own, with nothing else to say where it is, is put on the map within 161 km."""
    article, document = marked(sentence.replace("{", "").replace("}", ""))
    name = sentence[sentence.index("{") + 1:sentence.index("}")]
    placed = [m.place for m in mentions(article, document, language("id")) if m.place is not None and m.span.text in name]
    assert placed, f"{name} is no place"
    place = placed[0]
    assert place.lat is not None and place.lon is not None, f"{name} has no coordinates"
    assert kilometres(float(lat), float(lon), place.lat, place.lon) <= NEAR_KM, place


def test_the_table_is_long_enough_to_mean_something() -> None:
    """At least a hundred and fifty toponyms are tried."""
    assert len({row[0] for row in ROWS}) >= 150
