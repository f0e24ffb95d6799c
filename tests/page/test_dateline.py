"""Datelines as outlets write them, and sentences that look like one."""

from __future__ import annotations

import pytest

from kawat.lexicon.furniture import furniture_words
from kawat.nouns.text import view_of
from kawat.page.dateline import find_dateline
from kawat.page.text import read_text

DATELINES = [
    ("GAZA CITY, Sept 19 (Reuters) - Talks", "GAZA CITY", "Reuters"),
    ("Liputan6.com, Jakarta - Perundingan", "Jakarta", "Liputan6.com"),
    ("Liputan6.com, Jakarta Perundingan damai", "Jakarta", "Liputan6.com"),
    ("Jakarta, CNN Indonesia -- Perundingan", "Jakarta", "CNN Indonesia"),
    ("REPUBLIKA.CO.ID, JAKARTA -- Perundingan", "JAKARTA", "REPUBLIKA.CO.ID"),
    ("TRIBUNNEWS.COM, JAKARTA - Perundingan", "JAKARTA", "TRIBUNNEWS.COM"),
    ("Jakarta (ANTARA) - Perundingan", "Jakarta", "ANTARA"),
    ("London, 12/3 (ANTARA) - Perundingan", "London", "ANTARA"),
    ("JAKARTA, KOMPAS.com – Perundingan", "JAKARTA", "KOMPAS.com"),
    ("KOMPAS.com - Perundingan", None, "KOMPAS.com"),
    ("WESTHAVEN (AP) — The talks", "WESTHAVEN", "AP"),
    ("WASHINGTON (RNS) Church leaders", "WASHINGTON", "RNS"),
    ("DURBAN, South Africa (CNN) - The talks", "DURBAN, South Africa", "CNN"),
    ("WASHINGTON—The talks", "WASHINGTON", None),
    ("BEIJING -- The talks", "BEIJING", None),
    ("Jayapura - Perundingan", "Jayapura", None),
    ("JAKARTA - The U.N. envoy", "JAKARTA", None),
    ("Jakarta - Talks", "Jakarta", None),
    ("RAMALLAH, West Bank — The talks", "RAMALLAH, West Bank", None),
    ("Jakarta (Kabar Baru) - Perundingan", "Jakarta", None),
    ("TEMPO.CO, Jakarta- Perundingan", "Jakarta", "TEMPO.CO"),
    ("Hidayatullah.com—Perundingan", None, "Hidayatullah.com"),
    ("Jakarta, Rabu (12/3) - Perundingan", "Jakarta", None),
    ("TEL AVIV, March 12, 2025 (AFP) - The talks", "TEL AVIV", "AFP"),
    ("JENEWA, Anadou Agency - Perundingan", "JENEWA", "Anadou Agency"),
    ("Moskow (ANTARA/Sputnik) - Perundingan", "Moskow", "ANTARA"),
    ("JAKARTA, KOMPAS.com: Perundingan", "JAKARTA", "KOMPAS.com"),
]
SENTENCES = [
    "Presiden Turki - yang juga ketua partai - menolak usul itu.",
    "Israel - Hamas talks will resume.",
    "Rusia - NATO kembali berunding.",
    "Iran - Amerika Serikat kembali berunding.",
    "Perdana Menteri Norland, Erik Stahl, menolak usul itu - sekali lagi.",
    "Minister: Talks will resume.",
    "Reuters: The talks will resume.",
    "Jakarta adalah ibu kota.",
    "He - And nobody else - knew.",
    "- Penarikan pasukan",
    "",
]


@pytest.mark.parametrize(("text", "place", "agency"), DATELINES)
def test_dateline_gives_place_and_agency(text: str, place: str | None, agency: str | None) -> None:
    """The parts of a dateline are looked up: a place, an outlet, a date; the rest of the line is news."""
    found = find_dateline(text, view_of(text), 0, len(text), furniture_words(None))
    assert found is not None
    assert (found.place and text[slice(*found.place)], found.agency and text[slice(*found.agency)]) == (place, agency)
    assert text[found.end:].lstrip("- —–").startswith(("Talks", "The", "Perundingan", "Church"))


@pytest.mark.parametrize("text", SENTENCES)
def test_sentence_is_no_dateline(text: str) -> None:
    """A dash alone makes no dateline."""
    assert find_dateline(text, view_of(text), 0, len(text), furniture_words(None)) is None


@pytest.mark.parametrize(("line", "place", "agency"), [
    ("ANKARA", "ANKARA", None), ("WESTHAVEN", "WESTHAVEN", None), ("Jakarta, NU Online", "Jakarta", "NU Online"),
    ("BRUSSELS, March 12 (Reuters)", "BRUSSELS", "Reuters")])
def test_dateline_may_be_a_line(line: str, place: str, agency: str | None) -> None:
    """A place in capitals between headline and news is the dateline, and neither news nor furniture."""
    reading = read_text(f"Envoys meet once more in old town\n{line}\nThe envoys met on Wednesday to discuss the release of all prisoners.")
    assert (reading.dateline and reading.dateline.text, reading.dateline_agency and reading.dateline_agency.text) == (place, agency)
    assert len(reading.body) == 1 and reading.furniture == ()


def test_dateline_inside_a_paragraph_stays_there() -> None:
    """A paragraph keeps the dateline it opens with."""
    text = "JAKARTA, KOMPAS.com - Perundingan dibuka pada Rabu."
    assert [span.text for span in read_text(text).body] == [text]
