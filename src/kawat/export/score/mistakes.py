"""The errors of a reading, each with its words in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from kawat.export.score.matching import Judgement
from kawat.export.score.spans import in_text
from kawat.export.score.tally import Result

Row = dict[str, Any]


def error(item: Row, what: str, record: str, label: str, span: Row | None) -> Row:
    """One mistake with its place in the text, in brackets."""
    text, context = item["text"], item["text"][:240]
    if span:
        start, end = span["start"], span["end"]
        context = f"{text[max(0, start - 60):start]}[{text[start:end]}]{text[end:end + 60]}" if in_text(span) else f"[{span['text']}]"
    return {"item": item["id"], "what": what, "record": record, "label": label, "text": " ".join(context.split())}


def mistakes(item: Row, name: str, judgement: Judgement, label: Callable[..., Any], where: str) -> Iterator[Row]:
    """What was missed and what was wrong."""
    for what, rows in (("missed", judgement.missed), ("spurious", judgement.spurious)):
        yield from (error(item, what, name, label(row), row[where]) for row in rows)


def event_label(event: Row) -> str:
    """Type and realis."""
    return f"{event['type']}/{event.get('realis') or event.get('modality')}"


def worst(results: list[Result], n: int) -> list[Row]:
    """The errors of the passages with most errors, first."""
    return [e for result in sorted(results, key=lambda r: -len(r.errors)) for e in result.errors][:n]
