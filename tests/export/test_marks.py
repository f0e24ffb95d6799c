"""Marks may nest and cross: the text is cut at every end of a mark."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kawat.export.marks import Mark, marks, pieces
from kawat.nouns.reading import plain_reading
from tests.readings import READING, TEXT

STRETCH = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(STRETCH, max_size=8))
def test_pieces_cover_the_text_once_and_know_their_marks(stretches: list[tuple[int, int]]) -> None:
    """Pieces join without gap, and each mark lies over exactly the pieces inside it."""
    found = [Mark(start, end, f"e-{n}", "events", "anchor") for n, (start, end) in enumerate(stretches)]
    cut = pieces(0, 40, found)
    assert [piece.start for piece in cut] == [0, *(piece.end for piece in cut[:-1])]
    assert cut[-1].end == 40
    for mark in found:
        inside = [piece for piece in cut if mark.start <= piece.start and piece.end <= min(mark.end, 40)]
        assert [mark in piece.anchors for piece in cut] == [piece in inside for piece in cut]


def test_the_narrowest_mark_comes_first() -> None:
    """A click on a count inside a statement leads to the count."""
    row = plain_reading(READING)
    start = TEXT.index("at least 12")
    here = next(piece for piece in pieces(0, len(TEXT), marks(row)) if piece.start == start)
    assert [mark.table for mark in here.anchors] == ["figures", "statements"]


def test_a_mark_that_stands_only_in_markup_is_left_out() -> None:
    """A span without offsets marks nothing."""
    row = plain_reading(READING)
    row["events"][0]["trigger"] = {"start": None, "end": None, "text": "shelled"}
    assert all(isinstance(mark.start, int) for mark in marks(row))
