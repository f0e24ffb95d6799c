"""Whom an act in words answers: on a page about two parties, the other one, where it acted just before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kawat.coding.scene import Scene
from kawat.nouns.record import Event, Participant, Why

ANSWERS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
PARTIES = 2
WITHIN = 1  # sentences back to the act that is answered
POLITICAL = frozenset({"GOV", "MIL", "REB", "LEG", "OPP", "PTY", "UNO", "EUR", "IGO", "LAB", "JUD", "COP"})


def answered(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; where the page is about two states, an act in words that names nobody it is aimed at is aimed at the other side, if
    that acted just before.
    """
    states = {mention.country for mention in scene.mentions if mention.country}
    if len(states) != PARTIES:
        return events
    return tuple(_aimed(scene, event, events[:place]) for place, event in enumerate(events))


def _aimed(scene: Scene, event: Event, before: tuple[Event, ...]) -> Event:
    if event.type not in ANSWERS or event.recipients or not event.actors or not _party(event.actors[0]):
        return event
    other = next(_others(scene, event, before), None)
    if other is None:
        return event
    step = Why("recipients", "coding/answer", other.span, from_=other.mention_id)
    return replace(event, recipients=(replace(other, via="answer"),), why=(*event.why, step), doubts=(*event.doubts, "coreference"))


def _others(scene: Scene, event: Event, before: tuple[Event, ...]) -> Iterator[Participant]:
    """Who did the acts just before, on the other side, the nearest first."""
    here = scene.sentence_at(event.trigger)
    own = {one.country for one in event.actors} | {one.entity for one in event.actors}
    for earlier in reversed(before):
        if here.index - scene.sentence_at(earlier.trigger).index > WITHIN:
            return
        yield from (one for one in earlier.actors if _party(one)
                    and one.entity not in own and one.country is not None and one.country not in own)


def _party(one: Participant) -> bool:
    return one.kind == "country" or one.sector in POLITICAL
