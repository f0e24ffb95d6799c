"""Titles: what the words of the lists say of whoever they stand for, in every sector and both languages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kawat.lexicon.language import language
from kawat.mention import mentions
from kawat.nouns.mention import Mention
from kawat.nouns.mentions import ACTOR_KINDS
from tests.mention.marked import marked

CODES = ("en", "id")
ARTICLES = ("the ", "a ", "an ", "his ", "her ")


def rows(code: str) -> list[tuple[str, str, str, str]]:
    """The rows of a language's table, the language before them."""
    lines = Path(__file__).with_name(f"titles.{code}.tsv").read_text(encoding="utf-8").splitlines()
    return [(code, *line.split("\t")) for line in lines if line and not line.startswith("#")]  # type: ignore[misc]  # three columns each


def bare(text: str) -> str:
    """A phrase in small letters without the article before it, which belongs to no mention that is named."""
    small = text.casefold()
    return next((small.removeprefix(article) for article in ARTICLES if small.startswith(article)), small)


def overlap(mention: Mention, start: int, end: int) -> int:
    """How many code points a mention shares with a stretch of text."""
    return len(set(range(start, end)) & set(range(mention.span.start or 0, mention.span.end or 0)))


@pytest.mark.parametrize(("code", "text", "kind", "sector"), [row for code in CODES for row in rows(code)])
def test_a_title_says_kind_and_sector(code: str, text: str, kind: str, sector: str) -> None:
    """The phrase in braces is one mention, and its words give kind and sector."""
    inside = text.split("{ ")[1].split(" }")[0]
    phrase = marked(inside)[0].text.strip()
    article, document = marked(text.replace("{ ", "").replace("} ", ""))
    start = article.text.index(phrase)
    found = [m for m in mentions(article, document, language(code)) if m.kind in ACTOR_KINDS]
    widest = max(found, key=lambda m: (overlap(m, start, start + len(phrase)), m.first - m.last))
    assert (bare(widest.span.text), widest.kind, widest.sector) == (bare(phrase), kind, sector)


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_listed_twice(code: str) -> None:
    """Each phrase stands in one row alone: a second sector for it would never be read."""
    listed = Counter(word for row in language(code).titles.role for word in row.words)
    assert [word for word, times in listed.items() if times > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_lists_are_written_as_tokens(code: str) -> None:
    """A possessive mark is a token of its own, so that a phrase with one glued to a word would never be found."""
    glued = {word for row in language(code).titles.role for word in row.words if "'s" in word.replace(" 's", "")}
    assert glued == set()
