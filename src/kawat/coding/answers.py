"""Whom an act in words answers: whoever acted upon its actor just before, whoever did the deed it names, or the other of two parties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kawat.coding.arguments import JUDGING
from kawat.coding.compound import FORCES
from kawat.coding.scene import Scene
from kawat.nouns.record import Event, Participant, Why

ANSWERS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
ANY = "ANY"
PARTIES = 2
WITHIN = 1  # sentences back to the act of the other of two parties
REACH = 2  # sentences back to the act that is answered, or the deed that is meant
DEED_WITHIN = 3  # words behind a trigger in which the deed stands
POLITICAL = frozenset({"GOV", "MIL", "REB", "LEG", "OPP", "PTY", "UNO", "EUR", "IGO", "LAB", "JUD", "COP"})


def answered(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; an act in words that names nobody it is aimed at is aimed at whom it answers, where the page shows that."""
    two = len({mention.country for mention in scene.mentions if mention.country}) == PARTIES
    return tuple(_aimed(scene, event, events[:place], two) for place, event in enumerate(events))


def _aimed(scene: Scene, event: Event, before: tuple[Event, ...], two: bool) -> Event:
    if event.recipients or not event.actors:
        return event
    meant = _crowd(scene, event, before) or _doers(scene, event, before)
    if not meant and event.type in ANSWERS:
        meant = _returned(scene, event, before) or (tuple(_others(scene, event, before))[:1] if two and _party(event.actors[0]) else ())
    if not meant:
        return event
    steps = tuple(Why("recipients", "coding/answer", one.span, from_=one.mention_id) for one in meant)
    return replace(event, recipients=tuple(replace(one, via="answer") for one in meant), why=(*event.why, *steps),
                   doubts=(*event.doubts, "coreference"))


def _crowd(scene: Scene, event: Event, before: tuple[Event, ...]) -> tuple[Participant, ...]:
    """Against whom a force uses what is used on crowds: whoever protested just before."""
    if event.mode != "crowd-control" or not any(one.sector in FORCES for one in event.actors):
        return ()
    return next((earlier.actors for earlier in _near(scene, event, before, REACH) if earlier.type == "PROTEST" and earlier.actors), ())


def _returned(scene: Scene, event: Event, before: tuple[Event, ...]) -> tuple[Participant, ...]:
    """Whoever did something to the actor just before: "Norland expelled Sudland's envoys. Sudland threatened to respond"."""
    for earlier in _near(scene, event, before, REACH) if event.type != "REQUEST" else ():
        struck = any(_same(one, mine) for one in earlier.recipients for mine in event.actors)
        doers = _not_own(event, earlier.actors)
        if struck and doers:
            return doers
    return ()


def _doers(scene: Scene, event: Event, before: tuple[Event, ...]) -> tuple[Participant, ...]:
    """Who did the deed that the act is about, where words point back to it: "condemned the takeover", "menyambut putusan tersebut"."""
    if event.type not in JUDGING or not (kinds := _named_deed(scene, event)):
        return ()
    return next((doers for earlier in _near(scene, event, before, REACH)
                 if (earlier.type in kinds or ANY in kinds) and (doers := _not_own(event, earlier.actors))), ())


def _named_deed(scene: Scene, event: Event) -> frozenset[str]:
    """The types a deed may have whose noun, with a word that makes it known, stands at the end of the trigger or right behind it."""
    grammar, tokens = scene.language.grammar, scene.document.tokens
    inside = scene.document.between(event.trigger.start or 0, event.trigger.end or 0)
    last, end = inside[-1].index, scene.document.sentence_of(inside[-1]).last
    for token in tokens[inside[0].index + 1:min(last + 1 + DEED_WITHIN, end)]:
        beside = {tokens[token.index - 1].norm, tokens[token.index + 1].norm if token.index + 1 < end else ""}
        kinds = frozenset(kind for kind, nouns in grammar.acts.items() if {token.norm, token.lemma} & set(nouns))
        if kinds and beside & set(grammar.definite):
            return kinds
    return frozenset()


def _others(scene: Scene, event: Event, before: tuple[Event, ...]) -> Iterator[Participant]:
    """Who did the acts just before, on the other side, the nearest first."""
    own = {one.country for one in event.actors} | {one.entity for one in event.actors}
    for earlier in _near(scene, event, before, WITHIN):
        yield from (one for one in earlier.actors if _party(one)
                    and one.entity not in own and one.country is not None and one.country not in own)


def _near(scene: Scene, event: Event, before: tuple[Event, ...], reach: int) -> Iterator[Event]:
    """The events before one, at most so many sentences back, the nearest first."""
    here = scene.sentence_at(event.trigger).index
    return (earlier for earlier in reversed(before) if here - scene.sentence_at(earlier.trigger).index <= reach)


def _not_own(event: Event, cast: tuple[Participant, ...]) -> tuple[Participant, ...]:
    return cast if cast and not any(_same(one, mine) for one in cast for mine in event.actors) else ()


def _same(one: Participant, other: Participant) -> bool:
    """The same chain, or two of one state's."""
    return one.entity == other.entity or (one.country is not None and one.country == other.country)


def _party(one: Participant) -> bool:
    return one.kind == "country" or one.sector in POLITICAL
