"""Articles made by hand: a title, paragraphs, and where they stand in the text."""

from __future__ import annotations

from kawat.nouns.article import Article
from kawat.nouns.text import Span, span_of


def article(*paragraphs: str, title: str | None = None, dateline: str | None = None) -> Article:
    """An article whose text is the title, if any, and the paragraphs, a line each; `dateline` is looked up in the text."""
    lines = [*([title] if title is not None else []), *paragraphs]
    text = "\n".join(lines)
    spans: list[Span] = []
    at = 0
    for line in lines:
        spans.append(span_of(text, at, at + len(line)))
        at += len(line) + 1
    head = spans.pop(0) if title is not None else None
    place = text.index(dateline) if dateline else 0
    return Article("page", "page.txt", text, "", "", title=head, body=tuple(spans),
                   dateline=span_of(text, place, place + len(dateline)) if dateline else None)
