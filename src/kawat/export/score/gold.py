"""Gold files and outputs, read line by line."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kawat.errors import BadGold

Row = dict[str, Any]


def _text(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadGold(f"{path}: cannot be read ({getattr(fault, 'strerror', None) or fault}). Check its name") from None


def _one_object(path: str) -> Row:
    try:
        row: Row = json.loads(_text(path))
    except json.JSONDecodeError as fault:
        raise BadGold(f"{path}: line {fault.lineno} is not JSON ({fault.msg})") from None
    return row


def read_json_lines(path: str) -> list[Row]:
    """The objects of a JSON Lines file."""
    rows = []
    for number, line in enumerate(_text(path).split("\n"), 1):
        if line.strip():
            try:
                rows.append(json.loads(line))
            except json.JSONDecodeError as fault:
                raise BadGold(f"{path}: line {number} is not JSON ({fault.msg})") from None
    return rows


def read_gold(path: str) -> list[Row]:
    """Items of a gold file. Of the PETRARCH records only `petr2_gsr` (the others have invented countries), and none without text."""
    gold = [_one_object(path)] if path.endswith(".json") else read_json_lines(path)
    rows = [{**row, **{k: row["item"][k] for k in ("id", "lang", "text")}} if "item" in row else row for row in gold]
    seen: Counter[str] = Counter()  # one id stands twice in the PLOVER gold standard records: the second becomes ID#2, here and in `items`
    for row in rows:
        seen[row["id"]] += 1
        row["id"] += f"#{seen[row['id']]}" if seen[row["id"]] > 1 else ""
    return [row for row in rows if row.get("set", "petr2_gsr") == "petr2_gsr" and row["text"].strip()]


def items(path: str) -> Iterator[Row]:
    """The program's input for a gold file: id, text, language and date, and nothing of the gold."""
    for row in read_gold(path):
        date = re.sub(r"^(\d{4})(\d\d)(\d\d)$", r"\1-\2-\3", row.get("date") or "")
        item = {"id": row["id"], "text": row["text"], "lang": row.get("lang"), "date": date}
        yield {key: value for key, value in item.items() if value}
