"""Whole pages, with the ledger they must give: the third tier of tests, over the trained parsers."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.lexicon.pages import page_file, page_slugs
from kawat.nouns.article import Page
from kawat.page import article
from kawat.pipeline.pages import shortfalls

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
