"""What the page room must find on the example pages of each language."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from kawat.lexicon.language import LANGUAGES
from kawat.nouns.text import Span
from kawat.page.text import TextReading, read_text

PAGES = sorted(LANGUAGES.glob("*/pages/*/page.txt"))


def found_on(page: Path) -> tuple[TextReading, dict[str, object]]:
    """The reading of a page beside what its `page.toml` wants."""
    wanted = tomllib.loads(page.with_name("page.toml").read_text("utf-8"))
    return read_text(page.read_text("utf-8"), str(wanted["language"])), wanted


def words(span: Span | None) -> str | None:
    """The text of a span that may be missing."""
    return span.text if span else None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parts[-4]}/{page.parent.name}")
def test_page_gives_what_stands_beside_it(page: Path) -> None:
    """Headline, byline, dateline, dates, every paragraph and every piece of furniture of an example page are found, and nothing else."""
    reading, wanted = found_on(page)
    assert {"title": words(reading.title), "byline": words(reading.byline), "authors": list(reading.authors),
            "dateline": words(reading.dateline), "dateline_agency": words(reading.dateline_agency),
            "page_clock": reading.page_clock.date if reading.page_clock else None, "published": reading.published,
            "modified": reading.modified} == {
        "title": None, "byline": None, "authors": [], "dateline": None, "dateline_agency": None, "page_clock": None, "published": None,
        "modified": None} | {name: value for name, value in wanted.items() if name not in ("language", "body", "furniture")}
    furniture = sorted((piece.kind, piece.span.text) for piece in reading.furniture)
    assert furniture == sorted((kind, text) for kind, texts in wanted.get("furniture", {}).items() for text in texts)  # type: ignore[attr-defined]
    body = [span.text for span in reading.body]
    assert len(body) == len(wanted["body"])  # type: ignore[arg-type]
    for text, (begins, ends) in zip(body, wanted["body"], strict=True):  # type: ignore[call-overload]
        assert text.startswith(begins) and text.endswith(ends)


def test_every_language_has_pages() -> None:
    """Each language that knows furniture shows it on at least four pages."""
    packs = {path.parent.name for path in LANGUAGES.glob("*/furniture.toml")}
    assert all(len([page for page in PAGES if page.parts[-4] == pack]) >= 4 for pack in packs)
