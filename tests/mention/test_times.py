"""Time expressions: which days they mean, seen from Thursday 19 September 2024, and what stays open without that day."""

from __future__ import annotations

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


ID = """
Selasa (2/6/2026) | 2026-06-02 day stated
Selasa (17/9/2024) | 2024-09-17 day stated
hari Senin (16/9) | 2024-09-16 day
Senin (30/12) | 2024-12-30 day
Jumat (4/3/2022) sore tadi | 2022-03-04 day stated
Minggu, (15/9/2024) | 2024-09-15 day stated
Kamis (19/09/24) | 2024-09-19 day stated
Rabu (18-9-2024) | 2024-09-18 day stated
(2/6/2026) | 2026-06-02 day stated
2/6/2026 | 2026-06-02 day stated
2024-03-05 | 2024-03-05 day stated
17 Agustus 1945 | 1945-08-17 day stated
tanggal 3 Maret 2024 | 2024-03-03 day stated
Senin, 3 Maret 2025 | 2025-03-03 day stated
hari Senin tanggal 3 Maret 2025 | 2025-03-03 day stated
8 April | 2024-04-08 day
7 Oktober | 2023-10-07 day
sejak 7 Oktober | 2023-10-07 day since
sejak tanggal 7 Oktober 2023 | 2023-10-07 day since stated
hingga 31 Desember 2024 | 2024-12-31 day until stated
7 Oktober tahun lalu | 2023-10-07 day
sejak 7 Oktober tahun lalu | 2023-10-07 day since
7 Mei tahun ini | 2024-05-07 day
7 Mei tahun depan | 2025-05-07 day
7 Juli lalu | 2024-07-07 day
7 November lalu | 2023-11-07 day
7 November mendatang | 2024-11-07 day
Maret 2025 | 2025-03-01..2025-03-31 month stated
bulan Juni | 2024-06-01..2024-06-30 month
Oktober | 2023-10-01..2023-10-31 month
Oktober tahun lalu | 2023-10-01..2023-10-31 month
sejak Februari lalu | 2024-02-01..2024-02-29 month since
Desember mendatang | 2024-12-01..2024-12-31 month
akhir Agustus 2023 | 2023-08-01..2023-08-31 month stated
pertengahan Mei | 2024-05-01..2024-05-31 month
tahun 2014 | 2014-01-01..2014-12-31 year stated
awal tahun 2014 | 2014-01-01..2014-12-31 year stated
sejak tahun 2011 | 2011-01-01..2011-12-31 year since stated
sejak 2011 | 2011-01-01..2011-12-31 year since stated
hingga 2030 | 2030-01-01..2030-12-31 year until stated
tahun 1990-an | 1990-01-01..1999-12-31 year stated
1980-an | 1980-01-01..1989-12-31 year stated
2014-2019 | 2014-01-01..2019-12-31 year between stated
antara 2014 dan 2016 | 2014-01-01..2016-12-31 year between stated
dari 2014 hingga 2016 | 2014-01-01..2016-12-31 year between stated
dari 3 hingga 5 Maret 2025 | 2025-03-03..2025-03-05 day between stated
3-5 Maret 2025 | 2025-03-03..2025-03-05 day between stated
antara 3 dan 5 Maret 2025 | 2025-03-03..2025-03-05 day between stated
28 Februari hingga 3 Maret 2025 | 2025-02-28..2025-03-03 day between stated
Januari-April 2026 | 2026-01-01..2026-04-30 month between stated
Januari hingga Maret 2024 | 2024-01-01..2024-03-31 month between stated
Rabu | 2024-09-18 day
hari Rabu | 2024-09-18 day
Kamis | 2024-09-19 day
Jumat | 2024-09-13 day
Rabu malam | 2024-09-18 day
Kamis dini hari | 2024-09-19 day
Rabu lalu | 2024-09-18 day
Kamis lalu | 2024-09-12 day
Senin kemarin | 2024-09-16 day
Jumat depan | 2024-09-20 day
Kamis depan | 2024-09-26 day
Senin mendatang | 2024-09-23 day
Senin pekan depan | 2024-09-23 day
hari ini | 2024-09-19 day
pagi ini | 2024-09-19 day
malam ini | 2024-09-19 day
tadi pagi | 2024-09-19 day
kemarin | 2024-09-18 day
kemarin malam | 2024-09-18 day
tadi malam | 2024-09-18 day
semalam | 2024-09-18 day
besok | 2024-09-20 day
besok pagi | 2024-09-20 day
lusa | 2024-09-21 day
pekan lalu | 2024-09-09..2024-09-15 week
minggu lalu | 2024-09-09..2024-09-15 week
awal pekan lalu | 2024-09-09..2024-09-15 week
pekan ini | 2024-09-16..2024-09-22 week
sepanjang pekan ini | 2024-09-16..2024-09-22 week
pekan depan | 2024-09-23..2024-09-29 week
minggu depan | 2024-09-23..2024-09-29 week
akhir pekan ini | 2024-09-21..2024-09-22 week
akhir pekan lalu | 2024-09-14..2024-09-15 week
bulan lalu | 2024-08-01..2024-08-31 month
awal bulan ini | 2024-09-01..2024-09-30 month
bulan ini | 2024-09-01..2024-09-30 month
bulan depan | 2024-10-01..2024-10-31 month
tahun lalu | 2023-01-01..2023-12-31 year
tahun ini | 2024-01-01..2024-12-31 year
sejak awal tahun ini | 2024-01-01..2024-12-31 year since
tahun depan | 2025-01-01..2025-12-31 year
tiga hari lalu | 2024-09-16 day
dua hari yang lalu | 2024-09-17 day
10 hari silam | 2024-09-09 day
dua pekan lalu | 2024-09-02..2024-09-08 week
sepekan lalu | 2024-09-09..2024-09-15 week
sebulan lalu | 2024-08-01..2024-08-31 month
enam bulan lalu | 2024-03-01..2024-03-31 month
setahun lalu | 2023-01-01..2023-12-31 year
lima tahun lalu | 2019-01-01..2019-12-31 year
dua puluh tahun silam | 2004-01-01..2004-12-31 year
tiga hari lagi | 2024-09-22 day
dua pekan mendatang | 2024-09-30..2024-10-06 week
selama tiga pekan terakhir | 2024-08-29..2024-09-19 week between
dalam 24 jam terakhir | 2024-09-18..2024-09-19 day between
setahun terakhir | 2023-09-19..2024-09-19 year between
pukul 14.00 WIB | - - 14:00 WIB stated
pukul 9:30 pagi waktu setempat | - - 09:30 local stated
jam 8 malam | - - 20:00 stated
Rabu malam pukul 20.15 WIB | 2024-09-18 day 20:15 WIB
Selasa (17/9/2024) sekitar pukul 06.00 WITA | 2024-09-17 day 06:00 WITA stated
"""

EN = """
March 3, 2024 | 2024-03-03 day stated
3 March 2024 | 2024-03-03 day stated
the 3rd of March 2024 | 2024-03-03 day stated
March 3rd, 2024 | 2024-03-03 day stated
Monday, March 3, 2025 | 2025-03-03 day stated
Monday 3 March 2025 | 2025-03-03 day stated
Sept. 11, 2001 | 2001-09-11 day stated
Oct 7, 2023 | 2023-10-07 day stated
2024-03-05 | 2024-03-05 day stated
12/31/2023 | 2023-12-31 day stated
31/12/2023 | 2023-12-31 day stated
Tuesday (17/9/2024) | 2024-09-17 day stated
April 8 | 2024-04-08 day
October 7 | 2023-10-07 day
since October 7 | 2023-10-07 day since
since Oct. 7, 2023 | 2023-10-07 day since stated
until December 31, 2024 | 2024-12-31 day until stated
by March 31, 2025 | 2025-03-31 day until stated
October 7 last year | 2023-10-07 day
October 7 of last year | 2023-10-07 day
October last year | 2023-10-01..2023-10-31 month
May 7 this year | 2024-05-07 day
7 May next year | 2025-05-07 day
March 2025 | 2025-03-01..2025-03-31 month stated
early March 2025 | 2025-03-01..2025-03-31 month stated
mid-August | 2024-08-01..2024-08-31 month
October | 2023-10-01..2023-10-31 month
since October | 2023-10-01..2023-10-31 month since
last October | 2023-10-01..2023-10-31 month
next March | 2025-03-01..2025-03-31 month
the end of July | 2024-07-01..2024-07-31 month
since 2011 | 2011-01-01..2011-12-31 year since stated
until 2030 | 2030-01-01..2030-12-31 year until stated
mid-2015 | 2015-01-01..2015-12-31 year stated
late 2019 | 2019-01-01..2019-12-31 year stated
the 1990s | 1990-01-01..1999-12-31 year stated
the late 1990s | 1990-01-01..1999-12-31 year stated
1950-53 | 1950-01-01..1953-12-31 year between stated
2014-2019 | 2014-01-01..2019-12-31 year between stated
between 2014 and 2016 | 2014-01-01..2016-12-31 year between stated
from 2014 to 2016 | 2014-01-01..2016-12-31 year between stated
March 3-5, 2025 | 2025-03-03..2025-03-05 day between stated
3-5 March 2025 | 2025-03-03..2025-03-05 day between stated
between March 3 and March 5, 2025 | 2025-03-03..2025-03-05 day between stated
from March 3 to 5, 2025 | 2025-03-03..2025-03-05 day between stated
from February 28 to March 3, 2025 | 2025-02-28..2025-03-03 day between stated
from 28 February to 3 March 2025 | 2025-02-28..2025-03-03 day between stated
between January and March 2024 | 2024-01-01..2024-03-31 month between stated
from January to March 2024 | 2024-01-01..2024-03-31 month between stated
Wednesday | 2024-09-18 day
Thursday | 2024-09-19 day
Friday | 2024-09-13 day
Wednesday night | 2024-09-18 day
Wednesday morning | 2024-09-18 day
early Thursday morning | 2024-09-19 day
overnight on Wednesday | 2024-09-18 day
earlier Tuesday | 2024-09-17 day
last Wednesday | 2024-09-18 day
last Thursday | 2024-09-12 day
this Friday | 2024-09-13 day
next Friday | 2024-09-20 day
next Thursday | 2024-09-26 day
since Saturday | 2024-09-14 day since
until Sunday | 2024-09-15 day until
today | 2024-09-19 day
tonight | 2024-09-19 day
this morning | 2024-09-19 day
earlier today | 2024-09-19 day
yesterday | 2024-09-18 day
yesterday evening | 2024-09-18 day
last night | 2024-09-18 day
overnight | 2024-09-18 day
tomorrow | 2024-09-20 day
tomorrow morning | 2024-09-20 day
the day after tomorrow | 2024-09-21 day
the day before yesterday | 2024-09-17 day
last week | 2024-09-09..2024-09-15 week
this week | 2024-09-16..2024-09-22 week
earlier this week | 2024-09-16..2024-09-19 week
later this week | 2024-09-19..2024-09-22 week
next week | 2024-09-23..2024-09-29 week
last weekend | 2024-09-14..2024-09-15 week
this weekend | 2024-09-21..2024-09-22 week
last month | 2024-08-01..2024-08-31 month
earlier this month | 2024-09-01..2024-09-19 month
this month | 2024-09-01..2024-09-30 month
later this month | 2024-09-19..2024-09-30 month
next month | 2024-10-01..2024-10-31 month
last year | 2023-01-01..2023-12-31 year
since last year | 2023-01-01..2023-12-31 year since
late last year | 2023-01-01..2023-12-31 year
earlier this year | 2024-01-01..2024-09-19 year
this year | 2024-01-01..2024-12-31 year
next year | 2025-01-01..2025-12-31 year
three days ago | 2024-09-16 day
10 days ago | 2024-09-09 day
a day ago | 2024-09-18 day
two weeks ago | 2024-09-02..2024-09-08 week
a week ago | 2024-09-09..2024-09-15 week
six months ago | 2024-03-01..2024-03-31 month
a month ago | 2024-08-01..2024-08-31 month
seven years ago | 2017-01-01..2017-12-31 year
twenty years ago | 2004-01-01..2004-12-31 year
two weeks from now | 2024-09-30..2024-10-06 week
over the past three weeks | 2024-08-29..2024-09-19 week between
in the last 24 hours | 2024-09-18..2024-09-19 day between
over the past year | 2023-09-19..2024-09-19 year between
3 p.m. | - - 15:00 stated
3:30 pm | - - 15:30 stated
09:30 BST | - - 09:30 BST stated
midnight | - - 00:00 stated
09:30 BST on Sunday | 2024-09-15 day 09:30 BST
Sunday at 3 p.m. | 2024-09-15 day 15:00
"""


def rows(table: str) -> list[tuple[str, str]]:
    """The lines of a table, cut at their bar."""
    return [(left.strip(), right.strip()) for left, _, right in (line.partition("|") for line in table.strip().splitlines())]


CASES = [("id", *row) for row in rows(ID)] + [("en", *row) for row in rows(EN)]


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
    ("en", "A second sat down."),
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
    ("en", "A vote is due on October 7.", "2024-10-07"),
])
def test_future(code: str, text: str, start: str) -> None:
    """A day without a year, or a weekday, is the most recent one, or the next where the sentence speaks of the future."""
    (mention,) = told(text, code)
    assert mention.when is not None
    assert mention.when.start == start


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
