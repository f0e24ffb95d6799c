"""One page as a document for a browser: the text with its evidence marked, the records beside it, nothing fetched from outside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from kawat.export.cards import cards
from kawat.export.marks import Mark, Piece, marks, pieces
from kawat.export.phrasing import hop_name
from kawat.export.shown import Shown, safe, shown

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """A piece as the page shows it: its words, its classes, the records it belongs to, and the record a click leads to."""

    words: str
    classes: str
    opens: tuple[str, ...]
    anchors: str
    arguments: str
    evidence: str
    leads_to: str | None


@dataclass(frozen=True, slots=True)
class Block:
    """A line of the page: title, body, furniture or neither, with what kind of furniture it is."""

    part: str
    note: str
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One hop of a chain as it is drawn: its name, its kind, and how it relates to the hop before."""

    name: str
    kind: str
    relation: str


def report_html(reading: Row, private_names: bool = False) -> str:
    """The whole document as one string; everything the page says is escaped, and private names are masked unless asked for."""
    words = shown(reading, private_names)
    style, script = (_asset(name) for name in ("report.css", "report.js"))
    environment = Environment(loader=PackageLoader("kawat.export"), autoescape=select_autoescape(["html"]), undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True, finalize=_shown_safely)
    return environment.get_template("report.html").render(
        article=reading["article"], title=words.words(reading["article"].get("title")) or reading["article"]["path"],
        dateline=words.words((reading["article"].get("dateline") or {}).get("span")),
        blocks=tuple(_blocks(reading, words)), tables=cards(reading, words), chains=tuple(_chains(reading, words)),
        abstained=[(words.words(a["span"]), a["why"]) for a in reading["article"]["abstained"]], fingerprint=reading["fingerprint"],
        style=Markup(style), script=Markup(script), style_hash=_digest(style), script_hash=_digest(script))


def _shown_safely(value: Any) -> Any:
    """Whatever the page says, without what would turn the writing around; our own style and script as they are."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _asset(name: str) -> str:
    return resources.files("kawat.export").joinpath("templates", name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    """What the content security policy lets through: this text and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _blocks(reading: Row, words: Shown) -> Iterator[Block]:
    found = marks(reading)
    opened: set[str] = set()
    start = 0
    for line in words.text.split("\n"):
        end = start + len(line)
        if line.strip():
            part, note = _part(reading["article"], start, end)
            shapes = tuple(_shape(piece, words, opened) for piece in pieces(start, end, found))
            yield Block(part, note, shapes)
        start = end + 1


def _part(article: Row, start: int, end: int) -> tuple[str, str]:
    """Which part of the page a line is: what covers most of it."""
    parts = [(_shared(article["title"], start, end), "title", ""), *((_shared(span, start, end), "body", "") for span in article["body"]),
             *((_shared(f["span"], start, end), "furniture", f["kind"].replace("_", " ")) for f in article["furniture"]), (0, "other", "")]
    return max(parts, key=lambda part: part[0])[1:] if any(part[0] for part in parts) else ("other", "")


def _shared(span: Row | None, start: int, end: int) -> int:
    if span is None or span.get("start") is None:
        return 0
    shared: int = min(span["end"], end) - max(span["start"], start)
    return max(0, shared)


def _shape(piece: Piece, words: Shown, opened: set[str]) -> Shape:
    opens = tuple(dict.fromkeys(record for record in piece.opens if record not in opened))
    opened.update(opens)
    tables = dict.fromkeys(mark.table for mark in piece.anchors)
    return Shape(safe(words.text[piece.start:piece.end]), " ".join(tables), opens, _ids(piece.anchors), " ".join(piece.arguments),
                 " ".join(piece.evidence), piece.anchors[0].record if piece.anchors else None)


def _ids(anchors: tuple[Mark, ...]) -> str:
    return " ".join(dict.fromkeys(mark.record for mark in anchors))


def _chains(reading: Row, words: Shown) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for attribution in reading["attributions"]:
        links = (Link(hop_name(hop, words), hop["kind"].replace("_", " "), _relation(hop)) for hop in attribution["hops"])
        yield attribution["id"], tuple(links)


def _relation(hop: Row) -> str:
    return "" if hop["relation"] == "unspecified" else str(hop["relation"])
