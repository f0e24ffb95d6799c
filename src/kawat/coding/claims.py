"""Who claims a deed that nobody was named for: "A raid destroyed a depot. The Northern Front claimed responsibility"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kawat.coding.compound import PEOPLE
from kawat.coding.scene import Scene
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token
from kawat.nouns.record import Event, Participant, Why

CLAIMED = frozenset({"ASSAULT", "COERCE"})
WITHIN = 2  # sentences between a deed and the claim to it


def claimed(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events; of the deeds told before a claim, the nearest without an actor gets the one who claims it."""
    found = list(events)
    for word, who in _claims(scene):
        place = next((place for place in reversed(range(len(found))) if _awaits(scene, found[place], word)), None)
        if place is not None:
            step = Why("actors", "coding/claim", who.span, from_=who.mention_id)
            found[place] = replace(found[place], actors=(who,), why=(*found[place].why, step))
    return tuple(found)


def _claims(scene: Scene) -> Iterator[tuple[Token, Participant]]:
    """The first word of each claim, and who makes it."""
    phrases = any_of_phrases(scene.language.grammar.claims)
    for sentence in scene.document.sentences:
        words = scene.document.words(sentence)
        for first, _, _ in phrases.find(words):
            who = next((m for m in reversed(scene.mentions.outermost(sentence, PEOPLE)) if m.last <= words[first].index), None)
            if who is not None:
                yield words[first], scene.participant(who, "claim")


def _awaits(scene: Scene, event: Event, claim: Token) -> bool:
    """True for a deed without an actor, told in the sentence of the claim or shortly before it."""
    start = event.trigger.start
    if event.type not in CLAIMED or event.actors or start is None or start >= claim.start:
        return False
    return scene.document.sentence_of(claim).index - scene.sentence_at(event.trigger).index <= WITHIN
