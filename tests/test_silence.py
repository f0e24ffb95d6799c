"""Passages about sport, markets, celebrities, weather, technology and petty crime, over the trained parsers."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.lexicon.language import language, languages
from kawat.nouns.article import Page
from kawat.pipeline.read import read

ENOUGH = 60


def passages(code: str) -> list[str]:
    """The passages of a language, one a paragraph."""
    text = (Path(__file__).parent / "silence" / f"{code}.txt").read_text("utf-8")
    return [passage.strip() for passage in text.split("\n\n") if passage.strip()]


@pytest.mark.parametrize("code", languages())
def test_nothing_is_recorded_where_nothing_political_happens(code: str) -> None:
    """A goal is no attack and a rally of shares no protest: such passages give no event and no figure."""
    pytest.importorskip(language(code).settings.model)
    found = [(text, [e.trigger.text for e in reading.events], [f.kind for f in reading.figures])
             for text in passages(code) if (reading := read(Page("silent", "text", text=text, language=code))).events or reading.figures]
    assert found == []


@pytest.mark.parametrize("code", languages())
def test_there_are_enough_silent_passages(code: str) -> None:
    """A language shows its silence on at least sixty passages."""
    assert len(passages(code)) >= ENOUGH
