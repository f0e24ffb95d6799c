"""How a record came about, drawn as a tree: rule and trigger, then every argument under its path, then what was decided later."""

from __future__ import annotations

from typing import Any

from rich.text import Text
from rich.tree import Tree

from kawat.export.shown import Shown, shown, tidy, walk
from kawat.nouns.reading import TABLES

Row = dict[str, Any]
ANCHORS = ("trigger", "count", "cue", "span")
ARGUMENTS = ("actors", "recipients", "forum", "place", "when", "speaker", "addressee", "content", "party", "counterpart", "conditional_on",
             "victims", "counted_by", "as_of", "window", "parties", "third_parties", "venue", "documents", "target", "holder", "hops")


def record_of(reading: Row, record_id: str) -> tuple[str, Row] | None:
    """The table and the record with that id."""
    return next(((table, row) for table in TABLES for row in reading[table] if row["id"] == record_id), None)


def derivation(reading: Row, table: str, record: Row, private_names: bool = False) -> Tree:
    """The tree of one record of a reading."""
    words = shown(reading, private_names)
    tree = Tree(Text.assemble((_kind(table, record), "bold"), (f"  {record['id']}", "dim")), guide_style="dim")
    if record.get("rule"):
        tree.add(_line("rule", record["rule"], record.get("grounds") and f"by {record['grounds']}"))
    anchor = next((name for name in ANCHORS if record.get(name)), None)
    if anchor:
        tree.add(_line(anchor, f"“{words.words(record[anchor])}”", _at(record[anchor])))
    _add_arguments(tree, record, words, anchor)
    _add_steps(tree, reading, record, words)
    if record.get("doubts"):
        tree.add(_line("doubts", ", ".join(d.replace("_", " ") for d in record["doubts"])))
    return tree


def _kind(table: str, record: Row) -> str:
    words = [table.rstrip("s"), record.get("type") or record.get("kind"), record.get("mode"), record.get("realis")]
    return " ".join(str(word) for word in words if word)


def _line(field: str, said: str, note: str | None = None) -> Text:
    return Text.assemble((f"{field} ", "cyan"), tidy(said), (f"  {tidy(note)}" if note else "", "dim"))


def _at(span: Row | None) -> str:
    return f"{span['start']}–{span['end']}" if span and span.get("start") is not None else ""


def _add_arguments(tree: Tree, record: Row, words: Shown, anchor: str | None) -> None:
    for field in ARGUMENTS:
        value = record.get(field)
        for node in value if isinstance(value, list) else [value]:
            if node and field != anchor:
                _add_argument(tree, field, node, words)


def _add_argument(tree: Tree, field: str, node: Row, words: Shown) -> None:
    inner = node.get("participant") or node
    span = inner.get("span") if "span" in inner else inner
    said = f"“{words.words(span)}”" if span and span.get("text") else _plain(inner)
    branch = tree.add(_line(field, said, _at(span)))
    for name in ("via", "role", "basis", "name", "actor", "country", "sector", "start", "end", "relation", "geonameid"):
        value = node.get(name, inner.get(name))
        if value is not None and not (name in {"start", "end"} and inner is span) and not _private(inner, name):
            branch.add(_line(name.replace("_", " "), str(value)))
    if inner.get("mention"):
        branch.add(_line("reached through", f"“{words.words(inner['mention'])}”", _at(inner["mention"])))


def _private(node: Row, name: str) -> bool:
    return name == "name" and node.get("kind") == "person" and node.get("public") is not True


def _plain(node: Row) -> str:
    return str(node.get("name") or node.get("kind") or "")


def _add_steps(tree: Tree, reading: Row, record: Row, words: Shown) -> None:
    known = {node["id"]: node for node in walk(reading) if "id" in node}
    steps = tree.add(Text("steps", style="cyan")) if record.get("why") else tree
    for step in record.get("why") or []:
        said = f"“{words.words(step['span'])}”" if step.get("span") else ""
        branch = steps.add(_line(step["field"], f"{step['rule']} {said}".strip(), step.get("note")))
        if step.get("from"):
            branch.add(_line("from", step["from"], _origin(known.get(step["from"]), words)))


def _origin(node: Row | None, words: Shown) -> str | None:
    if node is None:
        return None
    anchor = next((node[name] for name in ANCHORS if isinstance(node.get(name), dict)), None)
    return f"“{words.words(anchor)}”" if anchor else None
