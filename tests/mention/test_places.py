"""Places: what makes a name one, and where it is."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.lexicon.places import toponyms
from kawat.mention import mentions
from kawat.mention.places import resolve
from kawat.nouns.mention import Place
from kawat.nouns.text import Span
from tests.mention.marked import marked


def places(code: str, text: str) -> list[tuple[str, str | None]]:
    """Each place named with its country."""
    article, document = marked(text)
    return [(m.span.text, m.country) for m in mentions(article, document, language(code)) if m.kind == "place"]


# language, text, places with their countries
NAMED = [
    ("id", "rapat di:ADP Jenewa", [("Jenewa", "CHE")]),
    ("id", "banjir di:ADP Surabaya , kata:VERB warga", [("Surabaya", "IDN")]),
    ("id", "gempa di:ADP Norland", [("Norland", "XNL")]),
    ("en", "talks in:ADP Geneva", [("Geneva", "CHE")]),
    ("en", "fighting near:ADP [LOC Zzyvale ]", [("Zzyvale", None)]),
    ("en", "floods in:ADP Zzyvale - Norhaven", [("Zzyvale-Norhaven", None)]),
    ("en", "said:VERB [PER Ola Paris ]", []),
    ("id", "kata:VERB [PER Ola Medan ]", []),
]


@pytest.mark.parametrize(("code", "text", "wanted"), NAMED)
def test_a_word_of_place_or_the_tagger_makes_a_place(code: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    """A name after "di" or "in", or tagged LOC, is a place, known or not; a person of that name is none."""
    assert places(code, text) == wanted


def test_the_country_of_the_page_decides_between_namesakes() -> None:
    """Of two towns of one name the one in a country the page names is meant; else the bigger one."""
    span = Span(0, 6, "London")
    assert (resolve(span, frozenset(), None).country, resolve(span, frozenset({"CAN"}), None).country) == ("GBR", "CAN")


def test_an_unknown_place_keeps_only_its_name() -> None:
    """Abstaining is a result: no country, no coordinates."""
    span = Span(0, 7, "Zzyvale")
    assert resolve(span, frozenset(), None) == Place(span=span, name="Zzyvale")


PROVINCES = [
    "aceh", "sumatera utara", "sumatera barat", "riau", "jambi", "sumatera selatan", "bengkulu", "lampung", "kepulauan bangka belitung",
    "kepulauan riau", "dki jakarta", "jawa barat", "jawa tengah", "di yogyakarta", "jawa timur", "banten", "bali",
    "nusa tenggara barat", "nusa tenggara timur", "kalimantan barat", "kalimantan tengah", "kalimantan selatan", "kalimantan timur",
    "kalimantan utara", "sulawesi utara", "sulawesi tengah", "sulawesi selatan", "sulawesi tenggara", "gorontalo", "sulawesi barat",
    "maluku", "maluku utara", "papua barat", "papua", "papua selatan", "papua tengah", "papua pegunungan", "papua barat daya",
]


@pytest.mark.parametrize("name", PROVINCES)
def test_every_indonesian_province_is_known(name: str) -> None:
    """All thirty-eight provinces are found by their Indonesian names."""
    assert any(found.country == "IDN" for found in toponyms(name))


def test_a_lookup_finds_the_first_and_the_last_row() -> None:
    """The search in the mapped file loses neither end of it, and nothing lies beyond."""
    assert toponyms("") == ()
    assert toponyms("￿") == ()
    assert toponyms("'abas abad")[0].country == "IRN"
