"""An article falls into sentences without leaving its title and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.lexicon.language import language, languages
from kawat.nouns.article import Article, Furniture
from kawat.nouns.text import span_of
from kawat.parse.outline import outline
from tests.parse.pages import article

LINES = st.lists(st.text(st.one_of(st.characters(), st.sampled_from("aA. \"'-\u00a0\n")), max_size=40), min_size=1, max_size=5)


def sentences(page: Article, code: str) -> list[str]:
    return [page.text[line.start:line.end] for line in outline(page, language(code))]


def test_title_and_paragraphs_come_in_the_order_of_the_text() -> None:
    """The title is part `title` without a paragraph; body lines count their paragraph from 0."""
    page = article("Satu. Dua.", "Tiga.", title="Norland Menyerang")
    found = [(line.part, line.paragraph, page.text[line.start:line.end]) for line in outline(page, language("id"))]
    assert found == [("title", None, "Norland Menyerang"), ("body", 0, "Satu."), ("body", 0, "Dua."), ("body", 1, "Tiga.")]


def test_no_sentence_crosses_a_paragraph() -> None:
    """A paragraph without a full stop ends all the same."""
    assert sentences(article("Peace talks in Norville", "The envoy left."), "en") == ["Peace talks in Norville", "The envoy left."]


def test_a_blank_line_inside_a_span_ends_a_sentence() -> None:
    """Two lines with a blank line between them are two sentences; a single line break is only a blank."""
    text = "One\n\nTwo\nthree"
    assert sentences(Article("a", "a", text, "", "", body=(span_of(text, 0, len(text)),)), "en") == ["One", "Two\nthree"]


def test_furniture_is_never_read() -> None:
    """What stands outside title and body gives no sentence."""
    text = "Baca juga: tautan\nMenteri tiba."
    page = Article("a", "a", text, "", "", body=(span_of(text, 18, 31),), furniture=(Furniture(span_of(text, 0, 17), "related"),))
    assert sentences(page, "id") == ["Menteri tiba."]


@pytest.mark.parametrize("text", [
    "NORVILLE - Menteri tiba.", "NORVILLE — Menteri tiba.", "NORVILLE, Menteri tiba.", "(NORVILLE) Menteri tiba.",
])
def test_the_dateline_is_a_line_of_its_own(text: str) -> None:
    """The parser never sees `NORVILLE - ` before a sentence."""
    assert sentences(article(text, dateline="NORVILLE"), "id")[-1] == "Menteri tiba."


def test_a_long_dash_parts_words() -> None:
    """A long dash without blanks parts two words, as a hyphen does not."""
    page = article("Mereka—para anak-anak—pulang.")
    words = [page.text[start:end] for line in outline(page, language("id")) for start, end in line.cuts]
    assert words == ["Mereka", "—", "para", "anak-anak", "—", "pulang", "."]


@pytest.mark.parametrize("code", languages())
@settings(deadline=None)
@given(lines=LINES)
def test_words_are_the_text(code: str, lines: list[str]) -> None:
    """Every character of the body that is not a blank stands in exactly one word of one sentence, in order, whatever the page."""
    page = article(*lines)
    cuts = [cut for line in outline(page, language(code)) for cut in line.cuts]
    assert cuts == sorted(cuts)
    covered = [place for start, end in cuts for place in range(start, end)]
    assert covered == [place for place, letter in enumerate(page.view) if not letter.isspace()]
