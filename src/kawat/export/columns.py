"""The columns of the flat tables: what each is called, what type it has, and where in a record its value stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ColumnType = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name (lower_snake, 32 characters at most), a type of Frictionless, and the path to its value."""

    name: str
    type: ColumnType
    path: tuple[str, ...]


def _columns(*lines: str) -> tuple[Column, ...]:
    """Columns from words: `name`, `name=path.to.value`, `name:type=path`; `name` alone is a string under its own name."""
    return tuple(_column(word) for line in lines for word in line.split())


def _column(word: str) -> Column:
    left, _, path = word.partition("=")
    name, _, kind = left.partition(":")
    return Column(name, kind or "string", tuple((path or name).split(".")))  # type: ignore[arg-type]


def _span(name: str, path: str | None = None) -> str:
    path = path or name
    return f"{name}={path}.text {name}_start:integer={path}.start {name}_end:integer={path}.end"


def _place(name: str, path: str | None = None) -> str:
    path = path or name
    parts = ("country", "admin1", "geonameid:integer", "lat:number", "lon:number", "precision")
    return " ".join([f"{name}={path}.name", f"{name}_said={path}.span.text",
                     *(f"{name}_{part}={path}.{part.partition(':')[0]}" for part in parts)])


def _when(name: str) -> str:
    parts = ("start:date", "end:date", "edtf", "time", "zone", "sense", "precision")
    return " ".join([f"{name}_said={name}.span.text", *(f"{name}_{part}={name}.{part.partition(':')[0]}" for part in parts),
                     f"{name}_dated_by={name}.basis"])  # `window_basis` says already whether a window was inherited


SOURCED = "voice attribution"
MADE = "rule grounds doubts"

COLUMNS: dict[str, tuple[Column, ...]] = {
    "articles": _columns(
        "article=id url path version_of outlet language language_confidence:number title=title.text byline=byline.text authors published",
        "published_basis modified page_clock:date=page_clock.date dateline=dateline.span.text",
        "dateline_place=dateline.place.name dateline_country=dateline.place.country issues abstained:integer warnings sha256 text_sha256",
        "fingerprint"),
    "event_reports": _columns(
        "event=id article type mode contexts issues", _span("trigger"), "also", _place("place"), _when("when"), "realis", SOURCED,
        "evidence=evidence.text", MADE),
    "told": _columns("event article nth:integer", _span("span"), "evidence=evidence.text realis", SOURCED),
    "participants": _columns(
        "record record_table article role nth:integer", _span("span"), "head=head.text mention_id entity actor name country sector kind",
        "public:boolean basis via reached_through=mention.text role_said described"),
    "figures": _columns(
        "figure=id article kind", _span("count"), "value:number low:number best:number high:number bound rounded_to:integer unit",
        "victims=victims.text victim_groups count_type", _when("window"), "window_basis", _when("as_of"), _place("place"), SOURCED,
        "event part_of evidence=evidence.text", MADE),
    "statements": _columns("statement=id article mode", _span("content"), "parts cue=cue.text via", MADE),
    "positions": _columns(
        "position=id article issue kind stance_by", _span("content"), "conditional_on=conditional_on.text document=document.text",
        _when("when"), "cue=cue.text event", SOURCED, "evidence=evidence.text", MADE),
    "negotiations": _columns(
        "negotiation=id article", _span("trigger"), "format stage=stage_span.text", _place("venue"), "documents document_kinds issues",
        SOURCED, MADE),
    "attributions": _columns(
        "attribution=id article scope_start:integer=scope.start scope_end:integer=scope.end scope_basis hops:integer", MADE),
    "hops": _columns("attribution article nth:integer kind", _span("span"), "name relation cue=cue.text named:boolean plural:boolean"),
    "labels": _columns("label=id article", _span("span"), "target=target.text target_id neutral", SOURCED, MADE),
    "mentions": _columns(
        "mention=id article kind", _span("span"), "entity link_to=link.to link_rule=link.rule actor name country sector public:boolean",
        "basis role described", _place("place"), _when("when"), "quantity:number=quantity.value quantity_bound=quantity.bound"),
}
KEYS: dict[str, tuple[str, ...]] = {
    "articles": ("article",), "event_reports": ("event",), "told": ("event", "nth"), "participants": ("record", "role", "nth"),
    "figures": ("figure",), "statements": ("statement",), "positions": ("position",), "negotiations": ("negotiation",),
    "attributions": ("attribution",), "hops": ("attribution", "nth"), "labels": ("label",), "mentions": ("mention",)}
TEXT = Column("text", "string", ("text",))


def columns(table: str, with_text: bool = False) -> tuple[Column, ...]:
    """The columns of a table, with the article's text at the end only where it is asked for."""
    return (*COLUMNS[table], TEXT) if with_text and table == "articles" else COLUMNS[table]
