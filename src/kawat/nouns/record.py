"""What kawat concludes from a page: the records of the ledger, field for field as the contract names them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

from kawat.nouns.mention import ActorKind, Basis, Bound, Place, When
from kawat.nouns.text import Span

TRIGGER_WORDS = 6  # the longest trigger an event may have
Realis = Literal["actual", "planned", "hypothetical", "denied", "historical"]
Voice = Literal["outlet", "attributed", "headline"]
Grounds = Literal["tree", "order", "pattern", "list"]
FigureKind = Literal["killed", "wounded", "missing", "displaced", "returned", "detained", "abducted", "released", "participants",
                     "casualties_unspecified", "other"]
Unit = Literal["persons", "families", "households", "bodies", "share"]
CountType = Literal["incident", "period", "cumulative", "stock", "flow"]
PositionKind = Literal["demand", "condition", "offer", "acceptance", "concession", "rejection", "red_line", "deadline",
                       "imputed_intention", "obstacle"]
Issue = Literal["ceasefire", "withdrawal", "hostages_prisoners", "aid_access", "return_displaced", "territorial_control",
                "security_guarantees", "governance", "disarmament", "sanctions", "monitoring", "recognition", "accountability",
                "blockade", "normalisation", "other"]
HopKind = Literal["outlet", "agency", "broadcaster", "official", "spokesperson", "organisation", "witness", "document", "social_post",
                  "unnamed", "other"]
Relation = Literal["reports", "cites", "quotes", "translates", "unspecified"]
ScopeBasis = Literal["clause", "sentence", "paragraph", "backward", "article"]
PartyRole = Literal["mediator", "host", "guarantor", "observer", "facilitator", "unspecified"]
DocumentKind = Literal["agreement", "resolution", "proposal", "draft", "other"]


@dataclass(frozen=True, slots=True)
class Why:
    """One step of a derivation: which rule gave which field, on what words, from which other record or mention."""

    field: str
    rule: str
    span: Span | None = None
    from_: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in a record. `span` names them; `mention` is the pronoun or phrase through which they were reached."""

    span: Span
    head: Span
    mention_id: str | None = None
    entity: str | None = None
    actor: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    kind: ActorKind | None = None
    public: bool | None = None
    basis: Basis | None = None
    via: str | None = None
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One telling of an event inside the page, with its own voice and its own chain of sources."""

    span: Span
    evidence: Span
    realis: Realis
    voice: Voice
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something done, planned, denied or remembered, as PLOVER types it."""

    id: str
    type: str
    trigger: Span
    evidence: Span
    realis: Realis
    rule: str
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    issues: tuple[Issue, ...] = ()
    also: tuple[Span, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    forum: Participant | None = None
    place: Place | None = None
    when: When | None = None
    voice: Voice = "outlet"
    attribution: str | None = None
    told: tuple[Told, ...] = ()
    why: tuple[Why, ...] = ()
    grounds: Grounds = "tree"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people, with its bound, what it counts, and who counted."""

    id: str
    kind: FigureKind
    count: Span
    bound: Bound
    evidence: Span
    rule: str
    value: int | float | None = None
    low: int | float | None = None
    best: int | float | None = None
    high: int | float | None = None
    rounded_to: int | None = None
    unit: Unit = "persons"
    victims: Span | None = None
    victim_groups: tuple[str, ...] = ()
    count_type: CountType | None = None
    window: When | None = None
    window_basis: Literal["stated", "inherited"] | None = None
    as_of: When | None = None
    place: Place | None = None
    counted_by: Participant | None = None
    voice: Voice = "outlet"
    attribution: str | None = None
    event: str | None = None
    part_of: str | None = None
    why: tuple[Why, ...] = ()
    grounds: Grounds = "pattern"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech: who said it, by which cue, and what."""

    id: str
    cue: Span
    content: Span
    mode: Literal["direct", "indirect", "mixed"]
    rule: str
    speaker: Participant | None = None
    parts: tuple[Span, ...] = ()
    addressee: Participant | None = None
    via: tuple[str, ...] = ()
    why: tuple[Why, ...] = ()
    grounds: Grounds = "tree"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """What a party demands, offers, accepts, rejects, or is said to want."""

    id: str
    party: Participant
    issue: Issue
    kind: PositionKind
    content: Span
    evidence: Span
    rule: str
    stance_by: Literal["stated", "imputed"] = "stated"
    counterpart: Participant | None = None
    conditional_on: Span | None = None
    document: Span | None = None
    when: When | None = None
    cue: Span | None = None
    event: str | None = None
    voice: Voice = "outlet"
    attribution: str | None = None
    why: tuple[Why, ...] = ()
    grounds: Grounds = "tree"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ThirdParty:
    """Somebody beside the parties of a negotiation; a role only where `role_span` says it."""

    participant: Participant
    role: PartyRole
    role_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A document a negotiation is about."""

    span: Span
    kind: DocumentKind


@dataclass(frozen=True, slots=True)
class Negotiation:
    """Talks between parties, as far as the page tells of them."""

    id: str
    trigger: Span
    rule: str
    parties: tuple[Participant, ...] = ()
    third_parties: tuple[ThirdParty, ...] = ()
    format: Literal["direct", "indirect"] | None = None
    stage_span: Span | None = None
    venue: Place | None = None
    documents: tuple[Paper, ...] = ()
    issues: tuple[Issue, ...] = ()
    voice: Voice = "outlet"
    attribution: str | None = None
    why: tuple[Why, ...] = ()
    grounds: Grounds = "tree"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One link of a chain of sources. An agency's misprint stays in `span`; `name` has it right."""

    kind: HopKind
    span: Span | None = None
    name: str | None = None
    relation: Relation = "unspecified"
    cue: Span | None = None
    named: bool = True
    plural: bool | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """The stretch of text a chain of sources answers for."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """On whose word: hop 0 is the outlet itself, the next hop whom it cites, and so on, nearest first."""

    id: str
    hops: tuple[Hop, ...]
    scope: Scope
    scope_basis: ScopeBasis
    rule: str
    scopes: tuple[Scope, ...] = ()
    why: tuple[Why, ...] = ()
    grounds: Grounds = "pattern"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A loaded word kept as data: who is called so, and by whom (holder None is the outlet)."""

    id: str
    span: Span
    target: Span
    neutral: str
    rule: str
    target_id: str | None = None
    holder: Participant | None = None
    voice: Voice = "outlet"
    attribution: str | None = None
    why: tuple[Why, ...] = ()
    grounds: Grounds = "list"
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueMention:
    """An issue the article is about, and the words that say so."""

    issue: Issue
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Abstention:
    """What kawat saw and did not code, and why."""

    span: Span
    what: str
    why: str


LETTERS = {"events": "e", "figures": "f", "statements": "s", "positions": "p", "negotiations": "n", "attributions": "t", "labels": "l",
           "mentions": "m"}


def record_id(table: str, article_id: str, anchor: Span, kind: str) -> str:
    """The id of a record: a letter and twelve hex digits, the same for the same reading of the same article."""
    key = "\x1f".join((article_id, table, str(anchor.start), str(anchor.end), kind))
    return f"{LETTERS[table]}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
