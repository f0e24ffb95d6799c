"""The reader of page text: spans, plain passages, and what stands around the news."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kawat.nouns.text import Span
from kawat.page.text import TextReading, read_text

FIRST = "Norland's foreign minister met Sudland's envoy in Vienna on Wednesday to discuss the release of all prisoners."
SECOND = "The envoy said the two sides would meet again before the end of the month, and left for the airport."
PIECES = ("Baca juga: Norland mundur", "Advertisement", "JAKARTA", "JAKARTA, Reuters - ", "Share",
          "12 March 2025", "14:05 WIB", "Most Popular",
          "Comments", FIRST, SECOND, "Norland mundur.", "Norland Mundur dari Sudland", "By Clara Moss", "(ANT/AFP)",
          "\n", "\n\n", "\u00a0", "\r\n", "…",
          "Home > World", "Editor: A", "Foto: B (AFP/C)")


def spans_of(reading: TextReading) -> list[Span]:
    """Every span of a reading."""
    loose = [reading.title, reading.byline, reading.dateline, reading.dateline_agency, reading.page_clock and reading.page_clock.span]
    return [span for span in loose if span] + list(reading.body) + [piece.span for piece in reading.furniture]


def pages() -> st.SearchStrategy[str]:
    """Texts of any kind, many of them made of the pieces of pages."""
    piece = st.one_of(st.sampled_from(PIECES), st.text(max_size=30))
    return st.one_of(st.text(max_size=300), st.lists(piece, max_size=25).map("\n".join), st.lists(piece, max_size=12).map("".join))


@settings(deadline=None, max_examples=200)
@given(pages(), st.sampled_from(["id", "en", "xx", None]))
def test_every_span_is_the_text_it_claims(text: str, language: str | None) -> None:
    """Whatever the text, each span of a reading equals the text it points at."""
    for span in spans_of(read_text(text, language)):
        assert span.text and text[span.start:span.end] == span.text


@settings(deadline=None, max_examples=200)
@given(pages())
def test_nothing_is_two_things(text: str) -> None:
    """Title, paragraphs, furniture and a dateline on its own line never overlap; paragraphs stand in the order of the text."""
    reading = read_text(text)
    lone = [reading.dateline] if reading.dateline and not any(p.overlaps(reading.dateline) for p in reading.body) else []
    apart = [*([reading.title] if reading.title else []), *reading.body, *(piece.span for piece in reading.furniture), *lone]
    apart.sort(key=lambda span: span.start or 0)
    assert all((one.end or 0) <= (other.start or 0) for one, other in pairwise(apart))
    starts = [span.start or 0 for span in reading.body]
    assert starts == sorted(starts)


@settings(deadline=None, max_examples=200)
@given(pages())
@example(f"OSLO; AA; AP\n{FIRST}")
@example(f"OSLO; AA; BERGEN\n{FIRST}")
def test_nothing_is_lost(text: str) -> None:
    """Each letter of a page stands in some finding."""
    covered = {k for span in spans_of(read_text(text)) for k in range(span.start or 0, span.end or 0)}
    byline = read_text(text).byline
    line = range(text.rfind("\n", 0, byline.start) + 1, (text + "\n").index("\n", byline.end)) if byline else range(0)
    assert all(k in covered or k in line for k, letter in enumerate(text) if letter.isalnum())


@pytest.mark.parametrize("passage", [
    FIRST,
    FIRST.rstrip("."),
    "Norland retreats.",
    "Norland retreats",
    f"{FIRST}\n{SECOND}",
    f"{FIRST}\n\n{SECOND}\n\nTalks resume Monday.",
    f"{SECOND}\n\nTalks resume Monday",
    "Will Norland retreat?\nNobody in Vienna would say so on Wednesday, and the envoys left without a word to anybody.",
    "“We will not sign,” he said. “Never.”\nHe left the hall with his advisers and did not answer any of the questions he was asked.",
    "VIENNA (Reuters) - Norland's foreign minister met Sudland's envoy on Wednesday.",
    "Perundingan usai.\nKedua pihak bertemu lagi di Wina pada akhir bulan ini untuk membahas pertukaran tahanan dan jalur bantuan.",
    "Baca putusan itu lebih dulu, kata hakim kepada kedua pihak yang berperkara di Mahkamah Internasional pada Senin.",
    "Editor harian itu ditahan polisi Norland pada Senin malam setelah menerbitkan laporan tentang korban perang.",
    "Share prices in Nordhavn fell after the talks with Sudland's government broke down on Monday night, traders said.",
], ids=range(14))
def test_plain_passage_is_all_news(passage: str) -> None:
    """A passage without furniture is news from the first letter to the last, and has no headline."""
    reading = read_text(passage)
    assert "".join(span.text for span in reading.body) == passage.replace("\n", "")
    assert reading.title is None and reading.furniture == ()


@pytest.mark.parametrize(("text", "title"), [
    (f"Envoys meet in Vienna\n{FIRST}", "Envoys meet in Vienna"),
    (f"Envoys meet in Vienna\n\n{FIRST}\n{SECOND}", "Envoys meet in Vienna"),
    (f"HomeWorldEnvoys meet in Vienna\nEnvoys meet in Vienna\n{FIRST}", "Envoys meet in Vienna"),
    (f"Envoys meet in Vienna | Kabar Utara\n12 March 2025\nEnvoys meet in Vienna\n{FIRST}", "Envoys meet in Vienna"),
    ("Trending\nWheat prices double\nBridge opens again in Torvik\nShare\n"
     f"Envoys meet in Vienna\n{FIRST}\n{SECOND}", "Envoys meet in Vienna"),
    (f"Home > World\nWill envoys meet in Vienna?\n{FIRST}\n{SECOND}", "Will envoys meet in Vienna?"),
    (f"Menu\nEnvoys meet in Vienna\nA crowd waits for the envoys outside the old palace\n{FIRST}", "Envoys meet in Vienna"),
    (f"Baca juga: Envoys quarrel in Vienna\n{FIRST}", None),
], ids=range(8))
def test_headline_stands_above_the_news(text: str, title: str | None) -> None:
    """The headline is the line above the news that others repeat, else the first that is long enough, and never a link."""
    reading = read_text(text, "en")
    assert (reading.title.text if reading.title else None) == title


def test_short_last_paragraph_is_news() -> None:
    """A closing sentence of three words belongs to the news, also behind a link."""
    reading = read_text(f"Share\n{FIRST}\nRead also: Wheat prices double\nTalks resume Monday.\nMost Popular\nBridge opens")
    assert [span.text for span in reading.body] == [FIRST, "Talks resume Monday."]


def test_comments_are_no_news() -> None:
    """What readers write below the news is furniture, however long."""
    reading = read_text(f"{FIRST}\n{SECOND}\nComments\nAna\n"
                        "I hope that the envoys will meet again soon and that all of the prisoners will come home.")
    assert [span.text for span in reading.body] == [FIRST, SECOND]


def test_lines_broken_by_width_are_one_paragraph() -> None:
    """A paragraph broken at a width is one paragraph, and its sentences run on over the breaks."""
    broken = ("Norland's foreign minister met Sudland's envoy in Vienna on\nWednesday to discuss the release of all the prisoners that\n"
              "the two sides have taken since the war began.")
    assert [span.text for span in read_text(f"{broken}\n\n{SECOND}").body] == [broken, SECOND]


def test_bare_date_is_a_clock_and_no_publication_date() -> None:
    """A date in the header is the page's clock, with a warning; only a label makes it the publication date."""
    bare = read_text(f"Wednesday, March 12, 2025\nEnvoys meet in Vienna\n{FIRST}")
    assert bare.page_clock is not None and bare.page_clock.date == "2025-03-12"
    assert bare.published is None and "2025-03-12" in bare.warnings[0]
    said = read_text(f"Envoys meet in Vienna\nPublished: 12 March 2025, 10:05 GMT\n{FIRST}")
    assert (said.published, said.page_clock, said.warnings) == ("2025-03-12T10:05:00+00:00", None, ())


@pytest.mark.parametrize(("line", "published"), [
    ("Tayang: Rabu, 12 Maret 2025 10:05 WIB", "2025-03-12T10:05:00+07:00"),
    ("Diterbitkan 12/03/2025, 10.05 WITA", "2025-03-12T10:05:00+08:00"),
    ("Published 10:05 PM EDT, March 12, 2025", "2025-03-12T22:05:00-04:00"),
    ("Published on 12/13/2025", "2025-12-13"),
    ("Posted: 2025-03-12", "2025-03-12"),
    ("Published on 12 Mar 2025 10:05 GMT+7", "2025-03-12T10:05:00+07:00"),
    ("Published: 31 February 2025", None),
    ("Updated: 12 March 2025", None),
])
def test_label_makes_a_date_the_publication(line: str, published: str | None) -> None:
    """A labelled date is read with its time and zone, where both are told, and impossible days are not dates."""
    assert read_text(f"Envoys meet in Vienna\n{line}\n{FIRST}", "id" if "WI" in line else "en").published == published


@pytest.mark.parametrize("text", ["kata " * 200_000, "a" * 1_000_000, "(" * 1_000_000, "A, " * 330_000, "1 " * 500_000,
                                  "Baca juga: hal itu\n" * 100_000,
                                  "\n".join(f"Judul nomor {k} panjang" for k in range(100_000)), f"{FIRST}\n" + "tanpa titik\n" * 100_000],
                         ids=["words", "letters", "brackets", "commas", "figures", "links", "titles", "tail"])
def test_time_grows_with_the_text_alone(text: str) -> None:
    """A tenth of a huge page takes no less than about a tenth of its time: nothing is quadratic."""
    read_text("warm", "id")
    cut = text[:len(text) // 10]
    begun = time.process_time()
    read_text(cut, "id")
    small = time.process_time() - begun
    begun = time.process_time()
    read_text(text, "id")
    assert time.process_time() - begun < 40 * small + 0.5
