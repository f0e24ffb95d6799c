"""The article cut into sentences and words, before any model sees it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from kawat.lexicon.language import Language
from kawat.nouns.article import Article
from kawat.nouns.text import Span
from kawat.parse.split import splitter
from kawat.parse.tokenize import Cut, tokenizer

BREAK = re.compile(r"\n\s*\n")
LONG_DASHES = "—―"
AFTER_DATELINE = re.compile(r"[\s()\[\]]*[-:,.]*[\s-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence not yet parsed: its words as code points into the article, and the part and paragraph it stands in."""

    cuts: tuple[Cut, ...]
    part: Literal["title", "body"]
    paragraph: int | None

    @property
    def start(self) -> int:
        """Where the first word starts."""
        return self.cuts[0][0]

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.cuts[-1][1]


def outline(article: Article, language: Language) -> list[Line]:
    """The sentences of title and body, in the order of the text; furniture is never read.

    None crosses a paragraph, a blank line, or the end of the dateline (`JAKARTA, Wire - `), which is a line of its own.
    """
    lines: list[Line] = []
    if article.title:
        lines.extend(_lines(article, article.title, "title", None, language))
    for number, paragraph in enumerate(article.body):
        lines.extend(_lines(article, paragraph, "body", number, language))
    return sorted(lines, key=lambda line: line.start)


def _lines(article: Article, span: Span, part: Literal["title", "body"], paragraph: int | None, language: Language) -> Iterator[Line]:
    if span.start is None or span.end is None:
        return
    words, sentences, tokens = tokenizer(language.settings.tokenizer), splitter(language.settings.splitter), language.tokens
    for start, end in _stretches(article, span.start, span.end):
        text = _legible(article.text[start:end], article.view[start:end])
        cuts = words(text, tokens)
        starts = [*sentences(text, cuts, tokens), len(cuts)]
        for first, last in pairwise(starts):
            yield Line(tuple((start + left, start + right) for left, right in cuts[first:last]), part, paragraph)


def _legible(text: str, view: str) -> str:
    """The view with its long dashes put back: `itu—yang` is two words where `anak-anak` is one."""
    if not any(dash in text for dash in LONG_DASHES):
        return view
    return "".join("—" if letter in LONG_DASHES else plain for letter, plain in zip(text, view, strict=True))


def _stretches(article: Article, start: int, end: int) -> Iterator[Cut]:
    """A paragraph cut after its dateline and at blank lines."""
    bounds = {start, end} | {found.end() for found in BREAK.finditer(article.view, start, end)}
    datelines = [span.end for span in (article.dateline, article.dateline_agency) if span and span.end and start <= (span.start or 0) < end]
    if datelines and (after := AFTER_DATELINE.match(article.view, max(datelines), end)):
        bounds.add(after.end())
    ordered = sorted(bounds)
    yield from pairwise(ordered)
