"""Loaded words as data: who or what is called so, and what the word says in neutral terms."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.scene import Scene
from kawat.lexicon.issues import LabelRow
from kawat.nouns.document import Token
from kawat.nouns.record import Event, Label, Statement, Why, record_id
from kawat.nouns.text import Span


def labels(scene: Scene, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> tuple[Label, ...]:
    """Every loaded word of the page with its target, and whose word it is: the speaker's between quotation marks, else the outlet's."""
    tokens = scene.document.tokens
    found = (_label(scene, events, tokens[first], tokens[last - 1], row)
             for first, last, row in scene.language.label_phrases.find(tokens))
    return tuple(_held(label, statements) for label in found)


def _held(label: Label, statements: tuple[Statement, ...]) -> Label:
    """The label with the speaker of the quotation it stands in; who is reported without quotation marks may have said it otherwise."""
    quoted = [s for s in statements if s.mode != "indirect" and s.speaker is not None and s.content.holds(label.span)]
    if not quoted:
        return label
    narrow = min(quoted, key=lambda s: (s.content.end or 0) - (s.content.start or 0))
    return replace(label, holder=narrow.speaker, why=(*label.why, Why("holder", "coding/speaker", narrow.cue, from_=narrow.id)))


def _label(scene: Scene, events: tuple[Event, ...], first: Token, last: Token, row: LabelRow) -> Label:
    span = scene.span_of_tokens(first, last)
    target = _target(scene, first, last, row)
    rule = f"{scene.language.code}/labels/{first.norm}"
    return Label(id=record_id("labels", scene.article.id, span, row.neutral), span=span, target=target, neutral=row.neutral, rule=rule,
                 target_id=_target_id(scene, events, target), why=(Why("span", rule, span), Why("target", f"labels/{row.of}", target)))


def _target(scene: Scene, first: Token, last: Token, row: LabelRow) -> Span:
    """Of a quality, the noun it stands with; of a name for somebody, the mention around or beside it, else the word itself."""
    if row.of == "act":
        head = scene.document.tokens[first.head]
        near = [head] if abs(head.index - first.index) <= 2 and head.pos in {"NOUN", "PROPN"} else []
        around = scene.document.tokens[max(0, first.index - 1):last.index + 2]
        beside = [t for t in around if t.pos in {"NOUN", "PROPN"} and t.index != first.index]
        chosen = (near or beside or [first])[0]
        return scene.span(chosen.start, chosen.end)
    for index in (first.index, last.index + 1, first.index - 1):
        if 0 <= index < len(scene.document.tokens) and (mention := scene.mentions.over(index)):
            return mention.span
    return scene.span_of_tokens(first, last)


def _target_id(scene: Scene, events: tuple[Event, ...], target: Span) -> str | None:
    """The event whose trigger is the target, else the mention that is."""
    event = next((e for e in events if any(t.span.overlaps(target) for t in e.told)), None)
    if event is not None:
        return event.id
    return next((m.id for m in scene.mentions if m.span == target), None)
