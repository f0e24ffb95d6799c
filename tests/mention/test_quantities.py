"""Counts: what is one, what it is worth, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.lexicon.language import language
from kawat.mention.bounds import rounding
from kawat.mention.quantities import quantities
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention
from kawat.nouns.text import span_of
from kawat.parse.document import Parsed, assemble
from kawat.parse.outline import outline


def unparsed(text: str, code: str) -> tuple[Article, Document]:
    """An article of one paragraph cut into words by the language's own tokenizer, without any tree."""
    article = Article("a-test", "test", text, "", "", body=(span_of(text, 0, len(text)),))
    lines = outline(article, language(code))
    return article, assemble(article, lines, [Parsed([0] * len(n.cuts), ["dep"] * len(n.cuts), ["X"] * len(n.cuts), ["_"] * len(n.cuts), ())
                                              for n in lines])


def counted(text: str, code: str) -> list[Mention]:
    """The quantities of a text."""
    article, document = unparsed(text, code)
    return list(quantities(article, document, language(code)))


def rows(code: str) -> list[tuple[str, list[str]]]:
    """The language and the fields of each line of its table."""
    lines = Path(__file__).with_name(f"counts.{code}.tsv").read_text(encoding="utf-8").splitlines()
    return [(code, line.split("\t")) for line in lines if not line.startswith("#")]


ID_NONE = ["berusia 23 tahun", "12 rudal", "sekitar 40 persen", "Rp 12 juta", "12 juta rupiah", "Pasal 5", "Resolusi 2334",
           "sejauh 30 km", "skor 2-1", "pada 2014",
           "tanggal 7 Oktober 2023", "pukul 14.00 WIB", "12 negara", "tiga kali", "lima bangunan", "dua hari", "salah satu pejabat",
           "jet F-16", "pandemi COVID-19",
           "magnitudo 6,2", "US$ 30 juta", "ke-12", "beberapa kali", "12 kapal perang", "0,5", "Selasa (2/6/2026)", "nomor 12", "dua desa"]
EN_NONE = ["aged 23", "23 years old", "12 missiles", "about 40 percent", "$12 million", "12 million dollars", "Article 5",
           "Resolution 2334", "30 miles", "a 2-1 win", "in 2014",
           "on October 7, 2023", "at 12:30", "12 countries", "three times", "five buildings", "two days", "one of the officials",
           "an F-16 jet", "the COVID-19 pandemic",
           "magnitude 6.2", "several times", "two Norland airstrikes", "the 12th round", "no one", "a 23-member body", "Flight 370", "0.5"]


@pytest.mark.parametrize(("code", "row"), [*rows("id"), *rows("en")], ids=lambda row: row if isinstance(row, str) else row[0])
def test_count(code: str, row: list[str]) -> None:
    """A count has the span of its bound words, number and noun, and the limits its bound fixes."""
    text, *expected = row
    found = counted(f"{text[0].upper()}{text[1:]}.", code)
    got = [(m.span.text.lower(), q.value, q.low, q.best, q.high, q.bound, q.rounded_to) for m in found if (q := m.quantity)]
    assert [["" if field is None else str(field) for field in fields] for fields in got] == [[expected[0].lower(), *expected[1:]]]


@pytest.mark.parametrize(("code", "text"), [("id", text) for text in ID_NONE] + [("en", text) for text in EN_NONE])
def test_no_count(code: str, text: str) -> None:
    """Ages, dates, money, shares of nothing, distances, weapons, scores and numbered names count no people."""
    assert counted(f"Norland {text}.", code) == []


@pytest.mark.parametrize(("number", "power"), [(41100, 100), (31000, 1000), (1000000, 1000000), (12, None), (1567, None), (0, None)])
def test_rounding(number: int, power: int | None) -> None:
    """How round a number is shows in the largest of 100, 1,000 and so on that divides it."""
    assert rounding(number) == power


def test_spans_are_offsets() -> None:
    """A span is the text it says, and the head of a mention lies in its tokens."""
    text = "Warga berkata 12\u00a0orang dan “lebih dari 30 tentara” tiba."
    article, document = unparsed(text, "id")
    for mention in quantities(article, document, language("id")):
        assert text[mention.span.start:mention.span.end] == mention.span.text
        assert mention.first <= mention.head < mention.last


def test_vague_word_before_number_is_its_bound() -> None:
    """"A group of 12 people" is one count of twelve."""
    assert [m.quantity.value for m in counted("A group of 12 people left.", "en") if m.quantity] == [12]
