"""What a person sees of a page in a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.export.phrasing import amount
from kawat.export.table_text import page_table
from kawat.nouns.reading import Reading, plain_reading
from tests.export.drawn import drawn
from tests.readings import ARTICLE, READING, TEXT

ROW = plain_reading(READING)


@pytest.mark.parametrize("line", [
    "Norland shelling kills 12 in Eastford",
    "Example Post · 2026-03-04 · WESTHAVEN · en · eastford.txt · a-eastford0001",
    "  ● ASSAULT bombard  actual  military  told 2 times  e-78ab5eae2dd6",
    "    Norland army [NRL MIL] → ▮, a baker [CVL]",
    "    Eastford, SDL · 2026-03-03",
    "    on the word of Example Post ← the mayor",
    "  ● at least 12 killed  incident count  f-afeab81b2ed7",
    "    counted by the mayor [GOV]",
    "    “There will be no talks under fire”",
    "  ● demand: withdrawal  p-0e7dbbf726f5",
    "    Ola Berg [SDL GOV] → Norland [NRL GOV]",
    "    Estmark [EST GOV] (mediator)",
    "    on the word of Example Post ← Estmark Wire ← the Norland Times",
    "    doubts: attachment",
    "! not coded: lost all shame (no rule)",
])
def test_a_page_says_who_did_what_to_whom_and_on_whose_word(line: str) -> None:
    """Each kind of record stands on lines of its own, in words."""
    assert line in drawn(page_table(ROW)).split("\n")


def test_a_private_name_is_masked_unless_asked_for() -> None:
    """The baker keeps her trade and loses her name; `private_names` gives it back."""
    assert "Sund" not in drawn(page_table(ROW))
    assert "Mira Sund, a baker" in drawn(page_table(ROW, private_names=True))


def test_a_page_without_records_says_so() -> None:
    """Silence is told, not shown as an empty screen."""
    assert "Nothing in this page that kawat codes." in drawn(page_table(plain_reading(Reading(ARTICLE, "0"))))


def test_no_line_is_wider_than_the_terminal() -> None:
    """A narrow terminal breaks lines and cuts no words."""
    narrow = drawn(page_table(ROW), 50)
    assert max(map(len, narrow.split("\n"))) <= 50
    assert "There will be no talks under fire" in " ".join(narrow.split())


def test_control_characters_of_a_page_do_not_reach_the_terminal() -> None:
    """An escape sequence or a change of direction inside a title is shown as a mark."""
    hostile = "\x1b[2JGone \u202etxet"
    article = replace(ARTICLE, text=hostile + TEXT[len(hostile):], title=replace(ARTICLE.title, text=hostile, end=len(hostile)))  # type: ignore[type-var]
    shown = drawn(page_table(plain_reading(Reading(article, "0"))))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize(("figure", "said"), [
    ({"bound": "exact", "value": 12, "low": 12, "high": 12}, "12"),
    ({"bound": "more_than", "value": 1200, "low": 1201, "high": None}, "more than 1,200"),
    ({"bound": "at_most", "value": 30, "low": None, "high": 30}, "at most 30"),
    ({"bound": "approx", "value": 50, "low": None, "high": None}, "about 50"),
    ({"bound": "range", "value": None, "low": 3, "high": 5}, "3 to 5"),
    ({"bound": "vague", "value": None, "low": 11, "high": 19}, "belasan (11–19)"),
    ({"bound": "vague", "value": None, "low": None, "high": None}, "belasan"),
    ({"bound": "exact", "value": 40, "low": 40, "high": 40, "unit": "families"}, "40 families"),
])
def test_a_count_keeps_its_bound(figure: dict[str, object], said: str) -> None:
    """A number is never shown without what the page says of its edges."""
    assert amount({"count": {"text": "belasan"}, **figure}) == said
