"""The scorer gives a perfect record full marks, and each fault its price."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kawat.errors import BadGold
from kawat.export.score.measure import SCORERS, evaluate, shortfalls
from kawat.export.score.printed import tables
from kawat.export.score.tally import Tally
from tests.score.gold import Row, at, participant, passage, perfect


def measured(record: Row | None, gold: Row | None = None) -> Row:
    """The report on one passage."""
    return evaluate(SCORERS["passages"], [gold or passage()], [record] if record else [], 0)


def test_a_perfect_record_has_full_marks() -> None:
    """Every figure that can be measured is one, and nothing is broken."""
    report = measured(perfect(passage()))
    assert report["broken"] == []
    assert {name: value for name, value in report["figures"].items() if value is not None and value != 1} == {}
    assert report["figures"]["event_f1"] == report["figures"]["statement_exact_f1"] == report["figures"]["figure_f1"] == 1


def _drop_first_event(record: Row) -> None:
    del record["events"][0]


def _wrong_type(record: Row) -> None:
    record["events"][1]["type"] = "ACCUSE"


def _always_actual(record: Row) -> None:
    record["events"][2]["realis"] = "actual"


def _other_way_round(record: Row) -> None:
    record["events"][1]["actors"], record["events"][1]["recipients"] = record["events"][1]["recipients"], record["events"][1]["actors"]


def _exact_bound(record: Row) -> None:
    record["figures"][0]["bound"] = "exact"


def _short_content(record: Row) -> None:
    record["statements"][0]["content"] = at("There will be no talks under")


def _somebody_else(record: Row) -> None:
    record["statements"][0]["speaker"] = participant(at("the mayor"))


def _other_country(record: Row) -> None:
    record["mentions"][0]["country"] = "NRL"
    for row in record["events"]:
        row["actors"] = []


def _no_hops(record: Row) -> None:
    record["attributions"] = []


@pytest.mark.parametrize(("spoil", "figure", "expected"), [
    (_drop_first_event, "event_r", 2 / 3), (_drop_first_event, "event_p", 1.0),
    (_wrong_type, "event_p", 2 / 3), (_wrong_type, "trigger_f1", 1.0),
    (_always_actual, "realis_acc", 2 / 3), (_always_actual, "realis_other_r", 0.0),
    (_other_way_round, "triple_p", 2 / 3), (_other_way_round, "recipient_r", 0.0),
    (_exact_bound, "bound_other_acc", 0.0), (_exact_bound, "figure_f1", 1.0),
    (_short_content, "statement_exact_r", 0.0), (_short_content, "statement_overlap_r", 1.0),
    (_somebody_else, "statement_exact_r", 0.0), (_somebody_else, "statement_content_r", 1.0),
    (_other_country, "country_acc", 0.0), (_no_hops, "attribution_r", 0.0),
])
def test_a_fault_costs_the_figure_it_belongs_to(spoil: Callable[[Row], None], figure: str, expected: float) -> None:
    """Each fault lowers its own figure to a known value, and leaves its neighbour alone."""
    record = perfect(passage())
    spoil(record)
    assert measured(record)["figures"][figure] == pytest.approx(expected)


def test_an_acceptable_pair_is_as_good_as_golds_own() -> None:
    """A type that gold accepts together with its realis counts as right."""
    record = perfect(passage())
    record["events"][2]["type"] = "AGREE"
    assert measured(record)["figures"]["event_f1"] == 1


def test_what_is_optional_is_neither_right_nor_wrong() -> None:
    """An event on an optional trigger enters no count."""
    gold = passage()
    gold["events"][2]["optional"] = True
    record = perfect(gold)
    assert measured(record, gold)["counts"]["event"] == [2, 2, 2, 2]


def test_an_article_without_output_is_an_article_with_nothing_in_it() -> None:
    """Nothing written is nothing found, and the first line says so."""
    report = measured(None)
    assert report["without_output"] == 1
    assert report["figures"]["event_r"] == 0
    assert next(iter(tables(report))) == "1 items, 1 without output\n"


def _shifted(record: Row) -> None:
    record["events"][0]["trigger"] = {"text": "shelled", "start": 0, "end": 7}


def _too_long(record: Row) -> None:
    record["events"][0]["trigger"] = at("shelled the border town of Eastford on Tuesday")


def _other_text(record: Row) -> None:
    record["article"]["text"] = "Another text."


def _no_such_realis(record: Row) -> None:
    record["events"][0]["realis"] = "probable"


@pytest.mark.parametrize(("spoil", "complaint"), [
    (_shifted, "not 'shelled'"), (_too_long, "more than 6"), (_other_text, "is not the text given"),
    (_no_such_realis, "is not in the contract")])
def test_a_broken_record_is_told(spoil: Callable[[Row], None], complaint: str) -> None:
    """What makes figures meaningless is named with its article."""
    record = perfect(passage())
    spoil(record)
    assert any(complaint in fault and fault.startswith("p-1") for fault in measured(record)["broken"])


def test_a_row_without_a_required_field_stops_the_scorer() -> None:
    """A missing field is named, since its absence would pass for a wrong answer."""
    record = perfect(passage())
    del record["events"][0]["realis"]
    with pytest.raises(BadGold, match="'realis'"):
        measured(record)


@pytest.mark.parametrize(("wish", "short"), [("event_f1>=0.9", []), ("event_f1<=0.9", ["short: event_f1 is 1.0000, wanted <= 0.9"]),
                                            ("median>=0.9", None)])
def test_a_bar_is_reached_or_named(wish: str, short: list[str] | None) -> None:
    """A wish that is not reached is one line; a figure that does not exist is an error."""
    figures = measured(perfect(passage()))["figures"]
    if short is None:
        with pytest.raises(BadGold, match="with one of"):
            list(shortfalls([wish], figures))
    else:
        assert list(shortfalls([wish], figures)) == short


def test_a_figure_nobody_can_measure_is_no_figure() -> None:
    """Precision over nothing is unknown and not zero."""
    assert Tally(0, 0, 0, 3).p is None
    assert Tally(0, 0, 0, 0).f1 is None
    assert Tally(0, 0, 0, 3).f1 == 0


def test_the_tables_hold_every_count() -> None:
    """The printed report names each figure with what it rests on."""
    printed = "\n".join(tables(measured(perfect(passage()))))
    assert "event                  1.000 1.000 1.000" in printed
    assert "realis_acc             1.000                     3 of 3" in printed
    assert "ASSAULT" in printed
