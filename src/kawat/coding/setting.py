"""Where and when an event happens, as its clause says."""

from __future__ import annotations

from kawat.coding.arguments import Search
from kawat.coding.scene import Scene
from kawat.nouns.mention import Mention, Place, When

PLACES = frozenset({"place", "country"})


def place_of(search: Search) -> Place | None:
    """The place after a preposition of place: nearest after the trigger, else nearest before it, inside the clause."""
    places = [m for m in _inside(search, PLACES) if m.place is not None and _after_preposition(search.scene, m)]
    after = [m for m in places if m.first > search.hit.first.index]
    before = [m for m in places if m.last <= search.hit.first.index]
    chosen = after[:1] or before[-1:]
    return chosen[0].place if chosen else None


def _after_preposition(scene: Scene, mention: Mention) -> bool:
    """True where one of the two words before the place is a preposition of place ("di Gaza", "in northern Gaza", "di kota Rafah")."""
    tokens = scene.document.tokens[max(0, mention.first - 3):mention.first]
    markers = scene.language.grammar.place_markers
    marked = [i for i, token in enumerate(tokens) if token.norm in markers]
    return bool(marked) and not any(token.pos in {"VERB", "PUNCT"} or scene.mentions.over(token.index, PLACES) for token in tokens[marked[-1] + 1:])


def when_of(search: Search) -> When | None:
    """The time nearest to the trigger inside the clause; else the time the sentence opens with."""
    times = [m for m in _inside(search, frozenset({"time"})) if m.when is not None]
    if times:
        return min(times, key=lambda m: _distance(search, m)).when
    sentence = search.scene.document.sentence_of(search.hit.head)
    opening = [m for m in search.scene.mentions.within(sentence, {"time"}) if m.first <= sentence.first + 1]
    return opening[0].when if opening else None


def _distance(search: Search, mention: Mention) -> int:
    if mention.first > search.hit.last.index:
        return mention.first - search.hit.last.index
    return (search.hit.first.index - mention.last) + 2  # a time after the verb is likelier its own than one before


def _inside(search: Search, kinds: frozenset[str]) -> list[Mention]:
    sentence = search.scene.document.sentence_of(search.hit.head)
    return [m for m in search.scene.mentions.within(sentence, kinds) if search.clause.first <= m.first < search.clause.last]
