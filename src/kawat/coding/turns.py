"""What the words around a trigger make of its type: what is owed is a demand, help that will not be a refusal, a coming visit a deal."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.coding.arguments import Search
from kawat.lexicon.ontology import event_types
from kawat.match.phrases import any_of_phrases
from kawat.nouns.record import Realis

OBLIGATION = "coding/obligation"  # the step by which an owed concession becomes a demand
REFUSAL = "coding/refusal"  # the step by which help or a meeting that will not be becomes a refusal
REFUSED: dict[str, str | None] = {
    "AGREE": None, "AID": "assist", "SUPPORT": "assist", "COOPERATE": "assist", "CONSULT": "meet", "CONCEDE": "yield", "RETREAT": "yield",
}  # what is refused by not doing it, and the mode of the refusal


@dataclass(frozen=True, slots=True)
class Turned:
    """The type an event has after all, its realis and mode, and the step that says why; no step where its rule's type holds."""

    type: str
    realis: Realis
    mode: str | None
    step: str | None = None
    swapped: bool = False


def turned(search: Search, realis: Realis, mode: str | None) -> Turned:
    """The event a trigger tells: another than its rule's where it is owed, refused, or still ahead."""
    rule = search.hit.rule
    if _owed(search):
        return Turned("REQUEST", "actual", "yield", OBLIGATION, swapped=True)
    if refuses(search):
        return Turned("REJECT", "actual", REFUSED.get(rule.type), REFUSAL)
    kind = _future_type(rule.type, realis)
    desired = kind == "AGREE" != rule.type and realis == "hypothetical"  # a meeting wished for is planned; all else keeps its realis
    return Turned(kind, "planned" if desired else realis, mode if kind == rule.type else None)


def refuses(search: Search) -> bool:
    """True for a deed to come that its own words deny: "tidak akan memberi bantuan"; the trigger opens with the word of the future."""
    words, tokens, hit = search.scene.language.realis, search.scene.document.tokens, search.hit
    opens = not hit.trigger.noun and len(hit.trigger.words) > 1 and hit.first.norm in words.planned
    return opens and hit.first.index > search.clause.first and tokens[hit.first.index - 1].norm in words.negation


def _owed(search: Search) -> bool:
    """"They must withdraw": a concession somebody says another owes is a demand, and whoever says so makes it."""
    if search.hit.rule.type not in {"RETREAT", "CONCEDE"} or search.hit.trigger.noun:
        return False
    before = search.scene.document.tokens[max(search.clause.first, search.hit.first.index - 2):search.hit.first.index]
    return any_of_phrases(search.scene.language.realis.obligation).stand_in(before)


def _future_type(kind: str, realis: Realis) -> str:
    """What still lies ahead: a future meeting is AGREE, an announced withdrawal CONCEDE."""
    future = event_types()[kind].future
    ahead = realis == "planned" or (realis == "hypothetical" and event_types()[kind].quad != 2) or (
        realis == "hypothetical" and future == "AGREE")
    return future if future and ahead else kind
