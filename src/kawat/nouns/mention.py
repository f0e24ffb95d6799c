"""What a page names: actors, places, times and quantities, and how they hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kawat.nouns.text import Span

MentionKind = Literal["person", "organisation", "country", "group", "place", "time", "quantity", "pronoun"]
ActorKind = Literal["person", "organisation", "country", "group"]
Basis = Literal["named", "title", "affiliation", "metonym", "coreference"]
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "approx", "range", "vague"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in the text, resolved as far as the gazetteer allows; latitude and longitude in degrees, WGS 84."""

    span: Span
    name: str | None = None
    country: str | None = None
    admin1: str | None = None
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Literal["exact", "city", "admin1", "country"] | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A time as the text gives it and as far as it resolves: `start` and `end` are days, both inclusive, ISO 8601.

    `edtf` keeps what is known of a date that does not resolve ("XXXX-10-07").
    """

    span: Span | None
    start: str | None = None
    end: str | None = None
    edtf: str | None = None
    time: str | None = None
    zone: str | None = None
    sense: Literal["at", "since", "until", "between"] = "at"
    precision: Literal["day", "week", "month", "year"] | None = None
    basis: Literal["stated", "relative", "publication"] | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as written, with its bound; `low`, `best`, `high` as RECORDS fixes them for each bound."""

    span: Span
    value: int | float | None
    low: int | float | None
    best: int | float | None
    high: int | float | None
    bound: Bound
    rounded_to: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Why a mention belongs to an earlier one: the mention it points to, and the rule that says so."""

    to: str
    rule: str


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention, over tokens `first` to `last` (exclusive) with its `head` token.

    `entity` is the chain inside the page ("x3"), shared by all mentions of one actor. `span` is the shortest noun phrase that names
    it, with its title, without preposition. `naming` is the id of the mention of the chain that names best (its own where it names).
    """

    id: str
    span: Span
    kind: MentionKind
    first: int
    last: int
    head: int
    entity: str | None = None
    naming: str | None = None
    link: Link | None = None
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    public: bool | None = None
    basis: Basis | None = None
    place: Place | None = None
    when: When | None = None
    quantity: Quantity | None = None
    role: str | None = None
    plural: bool | None = None
    why: str | None = None
