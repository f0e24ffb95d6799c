"""Where and when an event happens, as its clause says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kawat.coding.arguments import Found, Search
from kawat.coding.scene import Scene
from kawat.coding.triggers import triggers_of
from kawat.lexicon.cues import Cues
from kawat.lexicon.ontology import event_types
from kawat.match.paths import marker_of
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention, Place, When
from kawat.nouns.record import Participant

PLACES = frozenset({"place", "country"})
VIOLENT = 4  # the quad of material conflict
WORDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})  # acts in words
SAYING = frozenset({"verb", "stem"})  # kinds of cues behind which a time is when it was said
PASSING_ON = frozenset({"credit", "citing"})
BEHIND = 3  # words after a clause in which a forum may stand: "before" also opens clauses


def place_of(search: Search) -> Place | None:
    """The place after a preposition of place: nearest after the trigger, else nearest before it, inside the clause.

    What somebody asks, refuses or promises may happen elsewhere: of an act in words it must hang on the trigger itself.
    """
    named = [m for m in _inside(search, PLACES) if m.place is not None and m.basis != "affiliation"]  # "Sudanese" is no place
    spoken = search.hit.rule.type in WORDS and not search.hit.trigger.noun
    places = [m for m in named if _after_preposition(search.scene, m) and not (spoken and m.first > search.hit.last.index and
                                                                             not _hangs_on(search, m))]
    after = [m for m in places if m.first > search.hit.first.index]
    before = [m for m in places if m.last <= search.hit.first.index]
    chosen = after[:1] or before[-1:] or _struck(search)
    return chosen[0].place if chosen else None


def _hangs_on(search: Search, mention: Mention) -> bool:
    tokens = search.scene.document.tokens
    return tokens[mention.head].head == search.hit.head.index


def _struck(search: Search) -> list[Mention]:
    """The place inside what violence is done to: "struck the port of Osthamn", "membombardir Pelabuhan Osthamn"."""
    if search.hit.trigger.noun or event_types()[search.hit.rule.type].quad != VIOLENT:
        return []
    document = search.scene.document
    label = "nsubj:pass" if search.passive else "obj"
    struck = [child for child in document.children(search.hit.head) if child.label == label]
    inside = {token.index for child in struck for token in document.subtree(child)}
    return [m for m in _inside(search, frozenset({"place"})) if m.place is not None and m.first in inside][:1]


def _after_preposition(scene: Scene, mention: Mention) -> bool:
    """True where one of the two words before the place is a preposition of place ("di Gaza", "in northern Gaza", "di kota Rafah")."""
    tokens = scene.document.tokens[max(0, mention.first - 3):mention.first]
    markers = scene.language.grammar.place_markers
    marked = [i for i, token in enumerate(tokens) if token.norm in markers]
    between = tokens[marked[-1] + 1:] if marked else ()
    return bool(marked) and not any(token.pos in {"VERB", "PUNCT"} or scene.mentions.over(token.index, PLACES) for token in between)


def forum_of(search: Search, cast: Iterable[Found]) -> Participant | None:
    """The court, council or commission before which something happens, in the clause and none of those who take part."""
    grammar = search.scene.language.grammar
    taken = {one.mention.entity for one in cast}
    tokens = search.scene.document.tokens
    for mention in search.scene.mentions.within(search.scene.document.sentence_of(search.hit.head), {"organisation"}):
        if not search.clause.first <= mention.first < search.clause.last + BEHIND or tokens[mention.head].label.startswith("nsubj"):
            continue
        words = {token.norm for token in tokens[mention.first:mention.last]}
        before = tokens[max(search.clause.first, mention.first - 2):mention.first]
        marked = any(token.norm in grammar.forum_markers for token in before)
        if marked and mention.entity not in taken and words & set(grammar.forums):
            return search.scene.participant(mention, "forum")
    return None


def when_of(search: Search) -> When | None:
    """The time nearest to the trigger inside the clause; else the time the sentence opens with."""
    inside = (m for m in _inside(search, frozenset({"time"})) if m.when is not None)
    times = [m for m in inside if not (_reported(search, m) or _of_other_deed(search, m))]
    if times:
        return _at(search, min(times, key=lambda m: _distance(search, m)))
    sentence = search.scene.document.sentence_of(search.hit.head)
    opening = [m for m in search.scene.mentions.within(sentence, {"time"}) if m.first <= sentence.first + 1]
    return opening[0].when if opening else None


def _reported(search: Search, mention: Mention) -> bool:
    """True where a time is when somebody said it: "agreed to a fund, the ministry said on Tuesday"; "Dilansir Antara, Rabu (3/6)"."""
    tokens, cues = search.scene.document.tokens, search.scene.language.cues
    sentence = search.scene.document.sentence_of(search.hit.head)
    if mention.first > search.hit.last.index:
        return any(_opens(cues, tokens[i], SAYING) for i in range(search.hit.last.index + 1, mention.first))
    return any(_opens(cues, tokens[i], PASSING_ON) for i in range(sentence.first, mention.first))


def _of_other_deed(search: Search, mention: Mention) -> bool:
    """True where a time hangs on another deed told by its noun: "jailed for his part in the shootings in 2023"."""
    tokens, triggers = search.scene.document.tokens, triggers_of(search.scene.language)
    above = tokens[tokens[mention.head].head]
    above = tokens[above.head] if above.pos == "PROPN" else above  # "the shootings in Norhavn in 2023"
    meanwhile = set(marker_of(search.scene.document, above).split()) & set(search.scene.language.realis.beside)
    if above.pos != "NOUN" or meanwhile or not search.hit.last.index < above.index < mention.first:
        return False
    return any(trigger.noun and len(trigger.words) == 1 for key in triggers.keys(above) for _, trigger in triggers.by_first.get(key, ()))


def _opens(cues: Cues, token: Token, kinds: frozenset[str]) -> bool:
    return any(row.kind in kinds for _, row in cues.by_first.get(token.norm, ()))


def _at(search: Search, mention: Mention) -> When | None:
    """A time is when the event happened, unless a word for "since" stands right before it or opens it."""
    tokens, since = search.scene.document.tokens, search.scene.language.realis.since
    opening = {tokens[mention.first].norm, tokens[mention.first - 1].norm if mention.first else ""}
    if mention.when is None or mention.when.sense != "since" or opening & set(since):
        return mention.when
    return replace(mention.when, sense="at")


def _distance(search: Search, mention: Mention) -> int:
    if mention.first > search.hit.last.index:
        return mention.first - search.hit.last.index
    return (search.hit.first.index - mention.last) + 2  # a time after the verb is likelier its own than one before


def _inside(search: Search, kinds: frozenset[str]) -> list[Mention]:
    sentence = search.scene.document.sentence_of(search.hit.head)
    return [m for m in search.scene.mentions.within(sentence, kinds) if search.clause.first <= m.first < search.clause.last]
