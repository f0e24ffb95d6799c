"""One event told several times in a page becomes one record."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.events import ANAPHOR
from kawat.coding.scene import Scene
from kawat.coding.turns import OBLIGATION
from kawat.lexicon.ontology import event_types
from kawat.nouns.record import Event, Participant, Why

NEUTRAL = frozenset({"actual", "historical"})


def one_event_each(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """Events joined where they tell the same thing; the fullest telling in the body leads, headlines come last."""
    groups: list[list[Event]] = []
    for event in sorted(events, key=lambda e: (ANAPHOR in e.doubts, _in_title(scene, e), e.trigger.start or 0)):
        alike = [group for group in groups if any(_same(scene, event, other) for other in group)]
        if alike:
            max(alike, key=lambda group: any(_keys(event.actors) & _keys(other.actors) for other in group)).append(event)
        else:
            groups.append([event])
    joined = [_joined(scene, group) for group in groups if any(ANAPHOR not in event.doubts for event in group)]
    return tuple(sorted(joined, key=lambda e: e.trigger.start or 0))


def _in_title(scene: Scene, event: Event) -> bool:
    return scene.article.title is not None and scene.article.title.overlaps(event.trigger)


def _same(scene: Scene, one: Event, other: Event) -> bool:
    """The same type and realis, no clash of participants, place or time, and a reason to think so."""
    if one.type == other.type and _told_effect(scene, one, other):
        return True
    if one.type != other.type or (one.realis != other.realis and not _in_title(scene, one)):
        return False
    if _clash(one, other) or (one.mode and other.mode and one.mode != other.mode):
        return False
    shared = _entities(one) & _entities(other)
    empty = not _entities(one) or not _entities(other)
    if ANAPHOR in one.doubts:
        return _near(scene, one, other) and (other.trigger.start or 0) < (one.trigger.start or 0)
    if _in_title(scene, one):
        return bool(shared) or empty
    if one.evidence == other.evidence and OBLIGATION in {w.rule for w in (*one.why, *other.why)}:
        return _entities(one) == _entities(other)  # "must" and the verb it belongs to ask for the same thing
    if one.evidence == other.evidence:
        if _one_before_other(scene, one, other):
            return False
        alike = bool(shared) and _entities(one) == _entities(other)
        return alike and (one.rule == other.rule or _nominal(scene, one) != _nominal(scene, other))
    return (bool(shared) and one.rule == other.rule) or (empty and one.rule == other.rule and _near(scene, one, other))


def _one_before_other(scene: Scene, one: Event, other: Event) -> bool:
    """"The strikes killed three, after rebels attacked a post": what a sentence tells as earlier than another is another."""
    first, second = sorted((one, other), key=lambda event: event.trigger.start or 0)
    between = scene.document.between(first.trigger.end or 0, second.trigger.start or 0)
    return any(token.norm in scene.language.grammar.sequences for token in between)


def _nominal(scene: Scene, event: Event) -> bool:
    """Told by a noun: "A drone strike by Norland hit the port" tells one thing by its noun and by its verb."""
    trigger = event.trigger
    return all(t.pos in {"NOUN", "PROPN", "ADJ"} for t in scene.document.between(trigger.start or 0, trigger.end or 0))


def _told_effect(scene: Scene, one: Event, other: Event) -> bool:
    """"Serangan itu menewaskan 12 orang": the killing is the attack of the same sentence, unless the actors differ."""
    effects = scene.language.effects
    if (one.rule not in effects and other.rule not in effects) or _one_before_other(scene, one, other):
        return False
    if one.actors and other.actors and not _keys(one.actors) & _keys(other.actors):
        return False
    return scene.sentence_at(one.trigger) == scene.sentence_at(other.trigger)


def _entities(event: Event) -> frozenset[str]:
    return frozenset(p.actor or p.entity or p.span.text for p in (*event.actors, *event.recipients))


def _clash(one: Event, other: Event) -> bool:
    """Different actors, different places or different days are different events."""
    if one.actors and other.actors and not _keys(one.actors) & _keys(other.actors):
        return True
    if event_types()[one.type].mutual and one.actors and other.actors and not _same_round(one.actors, other.actors):
        return True
    if one.recipients and other.recipients and not _keys(one.recipients) & _keys(other.recipients):
        return True
    if one.when and other.when and one.when.start and other.when.start and one.when.start != other.when.start:
        return True
    if bool(one.when and one.when.edtf) != bool(other.when and other.when.edtf) and "historical" in (one.realis, other.realis):
        return True
    return bool(one.place and other.place and (one.place.name or one.place.span.text) != (other.place.name or other.place.span.text)
                and one.place.country == other.place.country)


def _same_round(one: tuple[Participant, ...], other: tuple[Participant, ...]) -> bool:
    """True where each finds itself in the other cast, or where one side alone may be of a pair; talks with a third are others."""
    if sorted((len(one), len(other))) == [1, 2]:
        return True
    return all(_keys((p,)) & _keys(other) for p in one) and all(_keys((p,)) & _keys(one) for p in other)


def _keys(cast: tuple[Participant, ...]) -> frozenset[str]:
    return frozenset(key for p in cast for key in (p.actor, p.entity, p.country if p.kind != "person" else None) if key)


def _near(scene: Scene, one: Event, other: Event) -> bool:
    """In the same or the next paragraph: "Pertemuan itu …" after "bertemu"."""
    paragraphs = [_paragraph(scene, event) for event in (one, other)]
    return None not in paragraphs and abs((paragraphs[0] or 0) - (paragraphs[1] or 0)) <= 1


def _paragraph(scene: Scene, event: Event) -> int | None:
    return next((i for i, span in enumerate(scene.article.body) if span.overlaps(event.trigger)), None)


def _only_place(event: Event) -> bool:
    """A place that stands for whoever was struck there gives way to those who were hurt: "hit a car near Sidon, killing two people"."""
    return all(one.via == "place" for one in event.recipients)


def _joined(scene: Scene, group: list[Event]) -> Event:
    """The first telling, with what only later ones say; each telling keeps its own words in `told`."""
    first, rest = group[0], group[1:]
    if not rest:
        return first
    filled = first
    steps: list[Why] = [Why("also", "coding/same-event", event.trigger, from_=event.id) for event in rest]
    for event in rest:
        for name in ("actors", "recipients", "place", "when", "forum"):
            lacks = not getattr(filled, name) or (name == "recipients" and _only_place(filled) and event.rule in scene.language.effects)
            if lacks and getattr(event, name) and not _in_title(scene, event):
                filled = replace(filled, **{name: getattr(event, name)})
                steps.append(Why(name, "coding/same-event", event.trigger, from_=event.id))
    return replace(filled, also=tuple(event.trigger for event in rest), told=tuple(t for event in group for t in event.told),
                   why=(*filled.why, *steps))
