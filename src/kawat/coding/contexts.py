"""Why or about what something was done: PLOVER's contexts of an event."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.coding.scene import Scene
from kawat.lexicon.ontology import event_types, issue_contexts, sector_contexts
from kawat.nouns.record import Event, Issue

FRIENDLY = frozenset({1, 2})  # the quads of cooperation: between two states they are diplomacy


def contexts_of(scene: Scene, event: Event, issues: tuple[Issue, ...]) -> tuple[str, ...]:
    """The contexts of the rule, of the words of its sentence, of who takes part and of the issues nearest to it, each once."""
    return tuple(dict.fromkeys([*event.contexts, *_of_words(scene, event), *_of_sides(event),
                                *(context for issue in issues for context in issue_contexts()[issue])]))


def _of_words(scene: Scene, event: Event) -> Iterator[str]:
    start, end = event.evidence.start, event.evidence.end
    if start is not None and end is not None:
        for _, _, told in scene.language.context_phrases.find(scene.document.between(start, end)):
            yield from told


def _of_sides(event: Event) -> Iterator[str]:
    sides = (*event.actors, *event.recipients)
    yield from (context for one in sides if one.sector for context in sector_contexts().get(one.sector, ()))
    states = {one.country for one in sides if one.country}
    if len(states) > 1 and event_types()[event.type].quad in FRIENDLY:
        yield "diplomatic"
