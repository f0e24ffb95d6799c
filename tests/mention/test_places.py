"""Places: what makes a name one, and where it is."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.lexicon.places import toponyms
from kawat.mention import mentions
from kawat.mention.sites import Asked, sites
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
    ("en", "floods in:ADP [LOC New Jersey ]", [("New Jersey", "USA")]),
    ("en", "fire at:ADP [LOC Adair County Jail ] , Kentucky", [("Adair County Jail", "USA"), ("Kentucky", "USA")]),
    ("en", "the Iowa farmers", [("Iowa", "USA")]),
    ("en", "the farm of:ADP Berg , said:VERB [PER Ola Berg ]", []),
    ("id", "warga:NOUN pergi:VERB ke:ADP Zzyvale", [("Zzyvale", None)]),
    ("id", "warga:NOUN pergi:VERB dengan:ADP Zzyvale", []),
    ("id", "kata:VERB [PER Ola Medan ]", []),
]


@pytest.mark.parametrize(("code", "text", "wanted"), NAMED)
def test_a_word_of_place_or_the_tagger_makes_a_place(code: str, text: str, wanted: list[tuple[str, str | None]]) -> None:
    """A name after "di" or "in", or tagged LOC, is a place, known or not; a person of that name is none."""
    assert places(code, text) == wanted


def site(name: str, *others: str, within: str | None = None) -> tuple[str, str] | None:
    """Country and region code of a name on a page that also names the others."""
    asked = Asked(name, within=within)
    found = sites([asked, *map(Asked, others)], frozenset()).get(asked)
    return (found.country, found.admin1) if found else None


# name, what else the page names, country and region
NAMESAKES = [
    ("paris", (), ("FRA", "11")),
    ("paris", ("texas", "dallas", "tyler"), ("USA", "TX")),
    ("london", (), ("GBR", "ENG")),
    ("london", ("ontario", "toronto", "kitchener"), ("CAN", "08")),
    ("springfield", (), None),
    ("springfield", ("chicago", "peoria", "illinois"), ("USA", "IL")),
    ("zzyvale", (), None),
]


@pytest.mark.parametrize(("name", "others", "wanted"), NAMESAKES)
def test_the_other_names_of_the_page_decide_between_namesakes(name: str, others: tuple[str, ...], wanted: tuple[str, str] | None) -> None:
    """A town lies where the towns and regions beside it lie; alone, a famous one is meant, and none where two stay close."""
    assert site(name, *others) == wanted


@pytest.mark.parametrize(("name", "within", "wanted"), [("paris", "texas", ("USA", "TX")), ("lebanon", "pa.", ("USA", "PA")),
                                                        ("london", "canada", ("CAN", "08")), ("tripoli", "lebanon", ("LBN", "09"))])
def test_a_name_lies_in_the_region_named_behind_it(name: str, within: str, wanted: tuple[str, str]) -> None:
    """"Paris, Texas" is not the one in France, however famous that is."""
    assert site(name, within=within) == wanted


def test_the_word_for_a_state_has_the_state_s_place() -> None:
    """A country's place is its centre, whatever word names it."""
    found = sites([Asked("canadian", "CAN")], frozenset())[Asked("canadian", "CAN")]
    assert (found.precision, found.lat) == ("country", 60)


def test_an_unknown_place_keeps_only_its_name() -> None:
    """Abstaining is a result: no country, no coordinates."""
    article, document = marked("fighting near:ADP [LOC Zzyvale ]")
    (place,) = [m.place for m in mentions(article, document, language("en")) if m.kind == "place"]
    assert place is not None
    assert (place.name, place.country, place.lat, place.precision) == ("Zzyvale", None, None, None)


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
