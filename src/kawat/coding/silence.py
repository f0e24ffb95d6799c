"""What kawat has nothing to say about: sport, markets, celebrity, weather, technology; a page of them, or a clause."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.coding.scene import Scene
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token


def other_world(scene: Scene, clause: Iterable[Token]) -> bool:
    """True for a clause with a word of sport, shows, beasts or shops in it."""
    return any_of_phrases(scene.language.silence.elsewhere).stand_in(tuple(clause))


def silent_topics(scene: Scene) -> frozenset[str]:
    """The topics outside politics that the page is about: enough different words of one, and more than of politics."""
    table = scene.language.silence
    words = scene.document.tokens
    political = {value for _, _, value in any_of_phrases(table.political).find(words)}
    found: set[str] = set()
    for topic in table.topic:
        told = {value for _, _, value in any_of_phrases(topic.words).find(words)}
        if len(told) >= topic.enough and len(told) > len(political):
            found.add(topic.name)
    return frozenset(found)
