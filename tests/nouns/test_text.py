"""The span and the view."""

import sys
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kawat.nouns.text import BLANKS, Span, span_of, view_of


@given(st.text())
def test_the_view_keeps_the_length(text: str) -> None:
    """Spans of the view are spans of the text, whatever stands in it."""
    assert len(view_of(text)) == len(text)


def test_every_blank_of_unicode_is_listed() -> None:
    """The list of blanks is Unicode's category Zs, complete."""
    assert set(BLANKS) == {chr(c) for c in range(sys.maxunicode + 1) if unicodedata.category(chr(c)) == "Zs"}


def test_quotes_dashes_and_blanks_take_their_plain_form() -> None:
    """What news sites print in many ways is matched in one."""
    assert view_of("“Damai”\u00a0– ‘kata’ dia\u200b") == "\"Damai\" - 'kata' dia "


def test_what_stands_only_in_markup_overlaps_nothing() -> None:
    """A span without offsets neither overlaps nor holds."""
    markup, text = Span(None, None, "Norland"), span_of("Norland", 0, 7)
    assert not markup.overlaps(text) and not text.overlaps(markup) and not text.holds(markup)
