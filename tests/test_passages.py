"""The open passages that were read while mending: what they got is not lost again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.export.score.gold import items, read_gold
from kawat.export.score.measure import SCORERS, evaluate
from kawat.nouns.article import Page
from kawat.nouns.reading import plain_reading
from kawat.pipeline.read import read

PASSAGES = Path(__file__).parent.parent / "benchmarks" / "passages"
FLOORS = {"event_f1": 0.85, "triple_f1": 0.45, "figure_f1": 0.83, "statement_exact_f1": 0.85, "attribution_f1": 0.85}
FALSE_ALARMS = 11  # of a hundred passages without an event


@pytest.mark.parametrize("code", ["id", "en"])
def test_the_passages_that_were_read_keep_their_figures(code: str) -> None:
    """The seen passages stay above their floors, and hardly a passage without an event gets one."""
    path = str(PASSAGES / f"{code}-seen.jsonl")
    output = [plain_reading(read(Page(item["id"], "text", id=item["id"], text=item["text"], language=code, date=item.get("date"))))
              for item in items(path)]
    figures = evaluate(SCORERS["passages"], read_gold(path), output, 0)["figures"]
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
    assert figures["false_alarms_per_100"] <= FALSE_ALARMS
