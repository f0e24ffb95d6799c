"""Readings as flat tables: one fact a row, joined by ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from kawat.export.columns import COLUMNS, columns
from kawat.export.mask import described, is_private, masked
from kawat.export.shown import tidy
from kawat.nouns.reading import Reading, plain_reading

Row = dict[str, Any]
LONGEST_QUOTATION = 200
ROLES = {"actors": "actor", "recipients": "recipient", "forum": "forum", "counted_by": "counted_by", "speaker": "speaker",
         "addressee": "addressee", "party": "party", "counterpart": "counterpart", "parties": "party", "holder": "holder"}
TABLES_OF_RECORDS = {"event_reports": "events", **{name: name for name in ("figures", "statements", "positions", "negotiations",
                                                                           "attributions", "labels", "mentions")}}
WHOLE = {"id", "url", "path", "authors", "warnings"}  # never cut short: no quotations


def frames(readings: Iterable[Reading | Row], private_names: bool = False, with_text: bool = False) -> dict[str, list[Row]]:
    """Every table of several readings as lists of flat rows: `pandas.DataFrame(frames(readings)["figures"])`."""
    tables: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    for reading in readings:
        for name, rows in flat(reading, private_names, with_text).items():
            tables[name] += rows
    return tables


def flat(reading: Reading | Row, private_names: bool = False, with_text: bool = False) -> dict[str, list[Row]]:
    """One reading as flat rows, a list a table; None is unknown, and private persons go without a name unless asked for."""
    plain = plain_reading(reading) if isinstance(reading, Reading) else reading
    made = _made(masked(plain, private_names))
    return {name: [_flat(name, row, with_text) for row in rows] for name, rows in made.items()}


def _made(reading: Row) -> dict[str, list[Row]]:
    """The rows of each table, still nested, under the names that the columns look for."""
    article = reading["article"]
    whole = {**article, "fingerprint": reading["fingerprint"], "abstained": len(article["abstained"]),
             "issues": [issue["issue"] for issue in article["issues"]]}
    of = {"article": article["id"]}
    made = {name: [{**row, **of} for row in reading[table]] for name, table in TABLES_OF_RECORDS.items()}
    made["hops"] = [{**hop, **of, "attribution": row["id"], "nth": n} for row in made["attributions"] for n, hop in enumerate(row["hops"])]
    made["told"] = [{**told, **of, "event": row["id"], "nth": n} for row in made["event_reports"] for n, told in enumerate(row["told"])]
    made["attributions"] = [{**row, "hops": len(row["hops"])} for row in made["attributions"]]
    made["negotiations"] = [_with_papers(row) for row in made["negotiations"]]
    made["participants"] = [{**row, **of} for row in _participants(reading)]
    return {"articles": [whole], **{name: made[name] for name in COLUMNS if name != "articles"}}


def _with_papers(row: Row) -> Row:
    return {**row, "documents": [paper["span"] for paper in row["documents"]], "document_kinds": [p["kind"] for p in row["documents"]]}


def _participants(reading: Row) -> Iterator[Row]:
    """Everybody in every record, with the role they play there, numbered within the role."""
    for name, table in TABLES_OF_RECORDS.items():
        for record in reading[table]:
            seen: dict[str, int] = {}
            for role, participant, more in _roles(record):
                seen[role] = seen.get(role, -1) + 1
                yield {**participant, "record": record["id"], "record_table": name, "role": role, "nth": seen[role], **more}


def _roles(record: Row) -> Iterator[tuple[str, Row, Row]]:
    for field, role in ROLES.items():
        value = record.get(field)
        yield from ((role, participant, {}) for participant in (value if isinstance(value, list) else [value]) if participant)
    for third in record.get("third_parties", ()):
        said = third["role_span"] and third["role_span"]["text"]
        yield "third_party" if third["role"] == "unspecified" else third["role"], third["participant"], {"role_said": said}


def _flat(table: str, row: Row, with_text: bool) -> Row:
    made = {column.name: _cell(row, column.path) for column in columns(table, with_text)}
    if "text" in made:  # the text asked for is no quotation: line breaks and length stay
        made["text"] = row["text"]
    if "described" in made and is_private(row):
        made["described"] = described(row, made["span"] or "")
    return made


def _cell(row: Row, path: tuple[str, ...]) -> Any:
    """The value at the end of the path: lists joined with "; ", words on one line, quotations cut; None where the path breaks off."""
    value: Any = row
    for step in path:
        value = value.get(step) if isinstance(value, dict) else None
    if isinstance(value, list):
        value = "; ".join(item["text"] if isinstance(item, dict) else str(item) for item in value)
    if not isinstance(value, str):
        return value
    said = tidy(value)
    return (said if path[0] in WHOLE else cut(said)) or None


def cut(said: str) -> str:
    """The words, or as many of them as a quotation may have, with an ellipsis."""
    return said if len(said) <= LONGEST_QUOTATION else said[:LONGEST_QUOTATION - 1].rstrip() + "…"

