"""The list of agencies, broadcasters and outlets, and how a name finds its row."""

from __future__ import annotations

import pytest

from kawat.lexicon.outlets import outlets


@pytest.mark.parametrize(("written", "name"), [
    ("Anadolu", "Anadolu Agency"), ("Anadou", "Anadolu Agency"), ("Anadou Agency", "Anadolu Agency"), ("ANTARA", "Antara"),
    ("the New York Times", "The New York Times"), ("REPUBLIKA.CO.ID", "Republika"), ("kompas.com", "Kompas"), ("reuters", "Reuters"),
    ("Reuter", "Reuters"), ("Norland Pres Agency", "Norland Press Agency"), ("Xinhua", "Xinhua"),
])
def test_name_finds_its_outlet(written: str, name: str) -> None:
    """An outlet is found by name, alias and domain, whatever the case, and with one letter wrong where the name is long."""
    found = outlets().find(written)
    assert found is not None and found.name == name


@pytest.mark.parametrize("written", ["", "AB", "Norland", "Presiden Norland", "Xin", "AFQ"])
def test_stranger_finds_none(written: str) -> None:
    """Nobody known is nobody, and short names allow for no mistake."""
    assert outlets().find(written) is None


def test_place_is_no_misspelt_outlet() -> None:
    """Ankara, one letter from Antara, is a place."""
    assert outlets().find("Ankara") is None


def test_exact_search_allows_no_mistake() -> None:
    """Where the spelling counts, a near misspelling finds nobody."""
    assert outlets().exactly("Anadou") is None and outlets().exactly("anadolu") is not None


def test_list_is_large_and_says_each_name_once() -> None:
    """More than 300 rows stand in the list, no name or domain in two of them."""
    names = [(name.casefold(), row.name) for row in outlets().all for name in dict.fromkeys(map(str.casefold, row.names()))]
    domains = [row.domain for row in outlets().all if row.domain]
    assert len(outlets().all) > 300
    assert len({name for name, _ in names}) == len(names) and len(set(domains)) == len(domains)
