"""The example pages end to end, trained parsers included: what each must put into the ledger."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from kawat.export.table_text import page_table
from kawat.lexicon.language import language
from kawat.lexicon.pages import page_file, page_slugs
from kawat.nouns.article import Page
from kawat.nouns.reading import plain_reading
from kawat.page import article
from kawat.pipeline.pages import shortfalls
from kawat.pipeline.read import read

CLOCKED = ("en/geneva-talks", "en/live-updates", "id/perundingan-jenewa", "id/serangan-pelabuhan", "id/syarat-baru")


@pytest.mark.parametrize("slug", page_slugs())
def test_page_gives_the_ledger_beside_it(slug: str) -> None:
    """A page gives every record a careful reader wants and none that he forbids; what is marked as a known failure still fails."""
    pytest.importorskip(language(slug.split("/")[0]).settings.model)
    assert shortfalls(slug) == []


@pytest.mark.parametrize("slug", CLOCKED)
def test_a_header_clock_dates_no_page(slug: str) -> None:
    """A page that only shows a clock has no publication date, and a warning says why."""
    found = article(Page(slug, "text", text=page_file(slug).read_text("utf-8")))
    assert found.page_clock is not None
    assert found.published is None
    assert any("publication date" in warning for warning in found.warnings)


PRIVATE = [
    ("en", "Norland shells Lindal\n\nNorland's army shelled Lindal on Tuesday, killing two people. Mira Sund, a baker, "
           "said the attack destroyed her shop. Norland's president, Erik Stahl, said the army had hit a depot."),
    ("id", "Norland Gempur Lindal\n\nTentara Norland menggempur Lindal pada Selasa dan menewaskan dua orang. Warga Lindal, Mira Sund, "
           "mengatakan serangan itu menghancurkan tokonya. Presiden Norland Erik Stahl mengatakan tentara menyasar gudang senjata."),
]


@pytest.mark.parametrize(("code", "text"), PRIVATE, ids=[code for code, _ in PRIVATE])
def test_a_table_names_no_private_person(code: str, text: str) -> None:
    """What is printed of a page masks the baker and names the president."""
    pytest.importorskip(language(code).settings.model)
    out = io.StringIO()
    Console(file=out, width=400).print(page_table(plain_reading(read(Page("private", "text", text=text, language=code)))))
    assert "Mira" not in out.getvalue() and "Sund" not in out.getvalue()
    assert "Erik Stahl" in out.getvalue()
