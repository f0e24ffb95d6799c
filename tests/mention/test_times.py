"""Time expressions: which days they mean, seen from Thursday 19 September 2024, and what stays open without that day."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.lexicon.language import language
from kawat.mention.times import times
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention, When
from kawat.nouns.text import span_of
from kawat.parse.document import Parsed, assemble
from kawat.parse.outline import outline

DAY = "2024-09-19"


def unparsed(text: str, code: str, day: str | None) -> tuple[Article, Document]:
    """An article of one paragraph cut into words by the language's own tokenizer, without any tree."""
    article = Article("a-test", "test", text, "", "", published=day, body=(span_of(text, 0, len(text)),))
    lines = outline(article, language(code))
    return article, assemble(article, lines, [Parsed([0] * len(n.cuts), ["dep"] * len(n.cuts), ["X"] * len(n.cuts), ["_"] * len(n.cuts), ())
                                              for n in lines])


def told(text: str, code: str, day: str | None = DAY) -> list[Mention]:
    """The times of a text."""
    article, document = unparsed(text, code, day)
    return list(times(article, document, language(code)))


def short(when: When) -> str:
    """A time in one line: days, then only what is not the usual."""
    days = when.start if when.start == when.end else f"{when.start}..{when.end}"
    parts = [days or "-", when.precision or "-", when.sense if when.sense != "at" else "", when.time or "", when.zone or "",
             "stated" if when.basis == "stated" else ""]
    return " ".join(part for part in parts if part)


def rows(code: str) -> list[tuple[str, str, str]]:
    """The language, the expression and its meaning, of each line of the language's table."""
    lines = Path(__file__).with_name(f"times.{code}.tsv").read_text(encoding="utf-8").splitlines()
    return [(code, *line.split("\t")) for line in lines if not line.startswith("#")]  # type: ignore[misc]  # two fields a line


CASES = [*rows("id"), *rows("en")]


@pytest.mark.parametrize("code", ["id", "en"])
def test_enough_expressions(code: str) -> None:
    """Each language's table holds at least 150 expressions, none of them twice."""
    expressions = [text for _, text, _ in rows(code)]
    assert len(set(expressions)) == len(expressions) >= 150


@pytest.mark.parametrize(("code", "text", "expected"), CASES, ids=[f"{code}-{text}" for code, text, _ in CASES])
def test_days(code: str, text: str, expected: str) -> None:
    """An expression is one mention over all its words, and means these days seen from 19 September 2024."""
    found = told(f"Norland: {text}.", code)
    assert [(m.span.text, short(m.when)) for m in found if m.when] == [(text, expected)]


@pytest.mark.parametrize(("code", "text", "day", "edtf"), [
    ("id", "7 Oktober", None, "XXXX-10-07"), ("id", "sejak Februari lalu", None, "XXXX-02"),
    ("id", "7 Oktober tahun lalu", None, "XXXX-10-07"),
    ("en", "October 7", None, "XXXX-10-07"), ("en", "last October", None, "XXXX-10"), ("id", "1980-an", None, "198X"),
    ("en", "the 1990s", None, "199X"),
    ("id", "Maret 2025", None, "2025-03"), ("en", "in 2014", None, "2014"), ("en", "Wednesday", None, None), ("id", "kemarin", None, None),
    ("id", "pekan lalu", None, None), ("en", "three days ago", None, None), ("en", "1950-53", None, "1950/1953"),
    ("en", "the '90s", None, None), ("en", "the 19th century", None, "1801/1900"), ("id", "antara Senin dan Rabu", None, None),
    ("id", "antara Maret dan Mei", None, "XXXX-03/XXXX-05"), ("id", "akhir pekan", None, None), ("en", "Monday last week", None, None),
])
def test_without_a_day(code: str, text: str, day: str | None, edtf: str | None) -> None:
    """Without a publication day what is relative stays open: EDTF keeps what is known, and no year is guessed."""
    (mention,) = told(f"Norland: {text}.", code, day)
    assert mention.when is not None
    assert (mention.when.edtf, mention.when.start is None) == (edtf, edtf is None or edtf.startswith("XXXX"))


@pytest.mark.parametrize(("code", "text"), [
    ("en", "They may march."), ("en", "Theresa May spoke."), ("en", "May told reporters."),
    ("en", "The March of Westhaven has 40 soldiers."), ("id", "Seminggu sekali ia mei."),
    ("en", "On 2/6/2023 it rained."),
    ("en", "It cost 2014 dollars."), ("id", "Ia berusia 23 tahun."), ("en", "Article 12/3 applies."), ("id", "Skor 2-1."),
    ("id", "30 Februari 2024"),
    ("en", "A second sat down."), ("en", "A second man died."), ("en", "They lost 12-10."), ("id", "Skor 3-1 Maret lalu."),
    ("en", "Call 555-2014 or 021-555-1998."), ("id", "Telepon 0812-2024-1999."), ("en", "Flight 370 and flight MH17 vanished."),
    ("id", "Pesawat GA-1945 jatuh."), ("en", "It cost $2,024."), ("id", "Harganya Rp2.024."), ("en", "After 9/11 all changed."),
    ("en", "They guard it 24/7."), ("en", "The Sunday Times and the Mail on Sunday reported it."), ("id", "Koran Minggu Pagi terbit."),
    ("id", "Harian Minggu menulis."), ("en", "Sheffield Wednesday lost."), ("en", "Sat down, he wed in haste."),
    ("en", "Sun rose early."), ("en", "The September 11 attacks were recalled."), ("en", "The March 14 Alliance met."),
    ("en", "The Good Friday Agreement held."), ("id", "Stadion 10 November dan Jalan 17 Agustus ditutup."),
    ("en", "Tariq Ramadan and Joe Christmas spoke."), ("id", "Muhammad Ramadhan lahir di Natal."),
    ("en", "They meet every Friday night."), ("id", "Mereka bertemu setiap Senin hingga Kamis."),
    ("id", "Upacara digelar setiap 17 Agustus."), ("id", "Polisi menggelar Jumat Curhat."), ("en", "The day before the vote it rained."),
    ("id", "Tanggal 24 sampai 3 Oktober."), ("id", "Ia berusia 60-an."), ("en", "On 10/11/2023 it rained."),
    ("en", "Bloody Sunday lives on."),
])
def test_no_day_told(code: str, text: str) -> None:
    """Words that only look like times, dates that do not exist, and numeric dates with two readings give no day."""
    assert [m.when.start for m in told(text, code) if m.when and m.when.precision == "day"] == []


@pytest.mark.parametrize(("code", "text", "start"), [
    ("id", "Ia tiba 3 Maret 2024. Dua hari kemudian ia pulang.", "2024-03-05"),
    ("id", "Ia tiba 3 Maret 2024. Sehari sebelumnya ia sakit.", "2024-03-02"),
    ("en", "He came on March 3, 2024. Two days later he left.", "2024-03-05"),
    ("en", "He came on March 3, 2024. The day before he was ill.", "2024-03-02"),
    ("id", "Pada hari yang sama ia pulang.", None), ("en", "A month later he left.", None),
])
def test_story_time(code: str, text: str, start: str | None) -> None:
    """"Two days later" counts from the last whole day told, and stays open where none was."""
    last = told(text, code)[-1].when
    assert last is not None
    assert last.start == start


@pytest.mark.parametrize(("code", "text", "start"), [
    ("id", "Ia akan tiba Jumat.", "2024-09-20"), ("id", "Ia tiba Jumat.", "2024-09-13"), ("en", "He will come on Friday.", "2024-09-20"),
    ("en", "He came on Friday.", "2024-09-13"), ("id", "Pemilu akan digelar 7 Oktober.", "2024-10-07"),
    ("en", "A vote is due on October 7.", "2024-10-07"), ("en", "They will meet over the weekend.", "2024-09-21"),
    ("id", "Mereka akan bertemu akhir pekan.", "2024-09-21"), ("en", "Talks will run from Wednesday to Friday.", "2024-09-25"),
])
def test_future(code: str, text: str, start: str) -> None:
    """A day without a year, or a weekday, is the most recent one, or the next where the sentence speaks of the future."""
    (mention,) = told(text, code)
    assert mention.when is not None
    assert mention.when.start == start


@pytest.mark.parametrize(("code", "text", "expected"), [
    ("en", "It has lasted since the war broke out on October 7.", "2023-10-07 day since"),
    ("id", "Itu terjadi sejak perang pecah pada 7 Oktober.", "2023-10-07 day since"),
    ("en", "He came a few days ago, on Monday.", "2024-09-16 day"), ("id", "Ia tiba beberapa hari lalu, Senin (16/9).", "2024-09-16 day"),
])
def test_open_time_beside_a_date(code: str, text: str, expected: str) -> None:
    """A time without days of its own is no second time beside the date that tells them."""
    assert [short(m.when) for m in told(text, code) if m.when] == [expected]


def test_weekday_chooses_the_year() -> None:
    """The year of "Senin (30/12)" is the one, nearest the article, in which that day is a Monday; the note says so."""
    (mention,) = told("Ia tiba Senin (30/12).", "id", "2025-01-02")
    assert mention.when is not None
    assert mention.when.start == "2024-12-30"
    assert "weekday" in (mention.why or "")


def test_stated_date_wins_over_weekday() -> None:
    """A weekday that does not fit its date leaves the date as stated, with a note."""
    (mention,) = told("Ia tiba Sabtu (30/5/2025).", "id")
    assert mention.when is not None
    assert mention.when.start == "2025-05-30"
    assert "does not fit" in (mention.why or "")


@pytest.mark.parametrize(("code", "text", "spans"), [
    ("en", "Theresa May spoke in May.", ["May"]), ("en", "May told reporters.", []), ("en", "Norland Wire March said so.", []),
    ("id", "Nona Mei tiba pada Mei.", ["Mei"]), ("en", "The October talks failed.", ["October"]),
])
def test_months_that_are_names(code: str, text: str, spans: list[str]) -> None:
    """A month that may be somebody's name is a time only behind a word such as "in"."""
    assert [m.span.text for m in told(text, code)] == spans
