"""What makes a record unfit to be scored: another text, a span that is not its text, a word outside the contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from kawat.errors import BadGold
from kawat.export.score.spans import SENTENCE_END, in_text
from kawat.export.shown import walk
from kawat.lexicon.ontology import event_types
from kawat.nouns.mention import Bound
from kawat.nouns.record import TRIGGER_WORDS, FigureKind, Realis

Row = dict[str, Any]
CODES = {("events", "realis"): set(get_args(Realis)), ("figures", "kind"): set(get_args(FigureKind)),
         ("figures", "bound"): set(get_args(Bound))}
TABLES = {"events": ["type", "trigger", "realis"], "figures": ["kind", "count", "bound"], "statements": ["cue", "content"],
          "positions": ["party", "issue", "kind", "content"], "attributions": ["hops"], "mentions": ["span", "kind"]}


def span_faults(record: Row, text: str) -> Iterator[str]:
    """Spans anywhere in the record that are not `text[start:end]`. {start, end} without text (scopes) need only lie inside the text;
    both null (what stands in markup only) and both dates (a When) are no offsets."""
    for node in walk(record):
        start, end = node.get("start"), node.get("end")
        if isinstance(start, int) != isinstance(end, int):
            yield f"span {start}-{end} ({node.get('text')!r}) has one end"
        elif isinstance(start, int) and isinstance(end, int) and not 0 <= start <= end <= len(text):
            yield f"span {start}-{end} ({node.get('text')!r}) lies outside the text (0-{len(text)})"
        elif isinstance(start, int) and text[start:end] != node.get("text", text[start:end]):
            yield f"span {start}-{end} is {text[start:end]!r}, not {node.get('text')!r}"


def trigger_faults(events: list[Row], text: str) -> Iterator[str]:
    """Triggers and `also` of more than six words or across a sentence end: long spans overlap gold without finding anything."""
    for mention in (m for event in events for m in [event["trigger"], *(event.get("also") or [])]):
        said = text[mention["start"]:mention["end"]] if in_text(mention) else mention["text"]
        if len(said.split()) > TRIGGER_WORDS:
            yield f"trigger {said!r} has {len(said.split())} words, more than {TRIGGER_WORDS}"
        elif SENTENCE_END.search(said):
            yield f"trigger {said!r} crosses a sentence end"


def problems(record: Row, text: str) -> Iterator[str]:
    """Whatever makes offsets, triggers or labels meaningless: another text, a span that is not its text, a trigger too long to be
    one, a word outside the contract."""
    mine, where = record["article"]["text"], record["article"]["id"]
    if mine != text:
        yield f"{where}: article.text is not the text given ({len(mine)} characters, not {len(text)})"
    yield from (f"{where}: {fault}" for fault in [*span_faults(record, mine), *trigger_faults(record["events"], mine)])
    for (table, name), known in {**CODES, ("events", "type"): set(event_types())}.items():
        yield from (f"{where}: {table}.{name} {r.get(name)!r} is not in the contract" for r in record[table] if r.get(name) not in known)


def complete(record: Row | None, item: Row) -> Row:
    """A record with every table present; an item without output is an article with nothing in it."""
    record = record or {"article": {"id": item["id"], "text": item["text"]}}
    record = {**{name: [] for name in TABLES}, **record, "article": {"body": [], "furniture": [], **record["article"]}}
    for table, fields in TABLES.items():
        for row, name in ((row, name) for row in record[table] for name in fields if name not in row):
            raise BadGold(f"{item['id']}: a row of {table} has no field {name!r} (see kawat schema): {row}")
    return record
