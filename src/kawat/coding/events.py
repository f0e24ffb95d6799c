"""Events: triggers of rules that keep their participants, their place and time, and their realis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.coding.allowed import allowed
from kawat.coding.arguments import Found, Search, search_of
from kawat.coding.carriers import blamed, carried, light_verb, wrought
from kawat.coding.clause import has_subject
from kawat.coding.complements import (
    aimed_at,
    before_forum,
    counted,
    lies_on,
    meant,
    of_phrase,
    provoker,
    reached,
    shared_sufferer,
    speaker,
    struck_by,
    sufferers,
    whose_deed,
)
from kawat.coding.compound import FORCES
from kawat.coding.content import HARSH, content_of, journey
from kawat.coding.doubts import VERBAL, against
from kawat.coding.nominal import idle, is_topic, of_paper, points_back, qualifies, stands_alone
from kawat.coding.realis import realis_of
from kawat.coding.scene import Scene
from kawat.coding.setting import forum_of, place_of, when_of
from kawat.coding.silence import silent_topics
from kawat.coding.triggers import Hit, triggers_of
from kawat.coding.turns import REFUSED, refuses, turned
from kawat.lexicon.ontology import event_types
from kawat.match.paths import marker_of
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention
from kawat.nouns.record import TRIGGER_WORDS, Abstention, Event, Grounds, Participant, Told, Why, record_id
from kawat.nouns.text import Span

ANAPHOR = "anaphor"  # the doubt of a noun that only counts where it tells an event again
HOSTED = frozenset({"AGREE", "COOPERATE", "REQUEST", "SUPPORT"})  # what somebody travels to a state to do with it


@dataclass(frozen=True, slots=True)
class Coded:
    """The events of a page before those that are one are joined, and what was seen but not coded."""

    events: tuple[Event, ...]
    abstained: tuple[Abstention, ...]


def single_events(scene: Scene) -> Coded:
    """Every event the rules find, one a trigger, in the order of the text."""
    topics = silent_topics(scene)
    triggers = triggers_of(scene.language)
    events: list[Event] = []
    abstained: list[Abstention] = []
    searches: dict[int, Search] = {}
    for sentence in scene.document.sentences:
        told: list[tuple[Hit, Event]] = []
        for hit in triggers.hits(scene.document, sentence, lambda hit: allowed(_kept(searches, hit, search_of(scene, hit)))):
            outcome = _event(scene, searches[id(hit)], topics)
            if isinstance(outcome, Event):
                told.append((hit, outcome))
            elif outcome is not None:
                abstained.append(outcome)
        events.extend(event for hit, event in told if not _agrees_to(scene, hit, told))
    return Coded(tuple(_one_a_trigger(events)), tuple(abstained))


def _agrees_to(scene: Scene, hit: Hit, told: list[tuple[Hit, Event]]) -> bool:
    """"Agreed to impose sanctions": who agrees to an act of conflict does that act, and agrees with nobody."""
    if hit.rule.type != "AGREE" or hit.trigger.noun:
        return False
    conflicts = (other.head for other, _ in told if other.rule.type in HARSH)
    return any(_under(scene, head, hit.head) for head in conflicts)


def _under(scene: Scene, head: Token, above: Token) -> bool:
    """True where a chain of complements leads from one word up to another."""
    while head.label.split(":")[0] in {"xcomp", "ccomp", "obj"} and head.index != above.index and head.head != head.index:
        head = scene.document.tokens[head.head]
    return head.index == above.index


def _host(search: Search, actors: tuple[Found, ...]) -> tuple[Found, ...]:
    """The one foreign state somebody travels to is whom he means to sign with or to press there."""
    travel = journey(search) if search.hit.rule.type in HOSTED else None
    if travel is None:
        return ()
    own, passed = {one.mention.country for one in actors}, range(travel.index + 1, search.hit.first.index)
    toured = [one for one in search.scene.mentions if one.first in passed and one.country not in own and _is_state(one)]
    return (Found(toured[0], "journey"),) if len(toured) == 1 else ()


def _is_state(mention: Mention) -> bool:
    return mention.kind == "country" or (mention.place is not None and mention.place.precision == "country")


def _kept(searches: dict[int, Search], hit: Hit, search: Search) -> Search:
    """The search of a hit, kept for coding it: hits are alike to the eye and costly to compare, so their identity is the key."""
    searches[id(hit)] = search
    return search


def _one_a_trigger(events: list[Event]) -> Iterator[Event]:
    """Two rules told apart by their clause may both hold: the first wins."""
    seen: set[tuple[int | None, int | None]] = set()
    for event in events:
        key = (event.trigger.start, event.trigger.end)
        if key not in seen:
            seen.add(key)
            yield event


def _event(scene: Scene, search: Search, topics: frozenset[str]) -> Event | Abstention | None:
    """The event of one trigger; an abstention where something speaks against it; None where the rule does not hold at all."""
    hit = search.hit
    if any(scene.mentions.over(token, {"time"}) is not None for token in (hit.head, hit.last)):
        return None  # "March 7" is no march, nor is what "begins in March"
    actors, recipients = _participants(search)
    recipients = tuple(one for one in recipients if not before_forum(search, one.mention)) or _host(search, actors)
    if hit.trigger.noun and (qualifies(search) or of_paper(search) or (not (actors or recipients) and is_topic(search))):
        return None
    when, place = when_of(search), place_of(search)
    recipients = recipients or aimed_at(search, actors, place)
    unheld = hit.trigger.noun and not actors and not recipients and not stands_alone(search, place is not None)
    if unheld and not points_back(search):
        return None
    doubt = content_of(search) or against(scene, search, actors, recipients, topics)
    if doubt:
        return Abstention(_trigger_span(search), hit.rule.type, doubt)
    if refuses(search) and (hit.rule.type not in REFUSED or not actors):
        return Abstention(_trigger_span(search), hit.rule.type, "it is not to be")
    judged = realis_of(search, when)
    if hit.rule.effect and judged.realis == "hypothetical":
        return Abstention(_trigger_span(search), hit.rule.type, "only feared")
    if idle(search, judged) and not actors and not recipients:
        return Abstention(_trigger_span(search), hit.rule.type, "denied of nobody")
    event = turned(search, judged.realis, _mode(search))
    trigger, evidence = _trigger_span(search), scene.sentence_span(scene.document.sentence_of(hit.head))
    why = (Why("trigger", hit.rule.name, trigger), *_steps("actors", actors), *_steps("recipients", recipients),
           *((judged.why,) if judged.why else ()), *((Why("type", event.step, trigger),) if event.step else ()))
    return Event(
        id=record_id("events", scene.article.id, trigger, event.type), type=event.type, trigger=trigger, evidence=evidence,
        realis=event.realis, rule=hit.rule.name, mode=event.mode, contexts=hit.rule.contexts,
        actors=_cast(scene, speaker(search) if event.swapped else actors), recipients=_cast(scene, actors if event.swapped else recipients),
        forum=forum_of(search, (*actors, *recipients)), place=place, when=when,
        told=(Told(trigger, evidence, judged.realis, "outlet", None),), why=why, grounds=_grounds((*actors, *recipients)),
        doubts=(*_doubts(hit, actors, recipients), *((ANAPHOR,) if unheld else ())))


def _cast(scene: Scene, found: tuple[Found, ...]) -> tuple[Participant, ...]:
    return tuple(scene.participant(one.mention, one.via) for one in found)


def _steps(field: str, found: tuple[Found, ...]) -> tuple[Why, ...]:
    return tuple(Why(field, f"roles/{one.via}", one.mention.span, from_=one.mention.id) for one in found)


def _grounds(found: tuple[Found, ...]) -> Grounds:
    if any(one.via == "order" for one in found):
        return "order"
    return "tree" if any(not one.via.startswith(("[", "beside")) for one in found) else "pattern"


def _doubts(hit: Hit, actors: tuple[Found, ...], recipients: tuple[Found, ...]) -> tuple[str, ...]:
    loose = any(one.via == "order" for one in (*actors, *recipients))
    linked = any(one.mention.kind == "pronoun" for one in (*actors, *recipients))
    return (*(("attachment",) if loose else ()), *(("coreference",) if linked else ()))


# ── participants ─────────────────────────────────────────────────────────────────────────────────────────────────────────

def _participants(search: Search) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Actors and recipients; a noun takes them from beside it, from its light verb, or from a pair it opens."""
    rule = search.hit.rule
    if not search.hit.trigger.noun:
        actors = search.fill(rule.actor) if rule.actor or rule.type != "REQUEST" else speaker(search)
        if not actors and rule.actor and rule.type in VERBAL and not search.passive:
            actors = speaker(search)
        if not actors and rule.type == "COERCE" and search.passive:
            actors = _forces_saying_so(search)
        actors, recipients = _apart(search, actors, search.fill(rule.recipient))
        recipients = recipients or of_phrase(search) or meant(search, actors) or counted(search) or shared_sufferer(search)
        return _apart(search, actors, recipients or provoker(search, actors) or blamed(search) or reached(search) or lies_on(search))
    actors, recipients = sufferers(search, search.fill(rule.noun_actor), search.fill(rule.noun_recipient))
    recipients = recipients or struck_by(search) or whose_deed(search)
    light = light_verb(search)
    if has_subject(search.scene.document, search.hit.head) or search.hit.head.label.startswith("acl"):
        actors = actors or search.fill(("subject",))
    if light is not None:
        actors = carried(search_of(search.scene, light), actors)
    actors = actors or _pair(search) or wrought(search)
    if len(actors) < 2 and light is None:
        actors = (*_around(search, (*actors, *recipients)), *actors)
    return _apart(search, actors, recipients)


def _forces_saying_so(search: Search) -> tuple[Found, ...]:
    """A force that says that somebody was arrested has arrested him, unless it is he who was."""
    held = {search.scene.mentions.naming(one.mention).entity for one in search.fill(search.hit.rule.recipient)}
    said = ((one, search.scene.mentions.naming(one.mention)) for one in speaker(search))
    return tuple(one for one, named in said if named.sector in FORCES and named.entity not in held and named.kind != "person")


def _around(search: Search, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Of a visit or talks told in passing, the subject of the verb it hangs on, and whom that one speaks to: "urged Y in a call"."""
    head, mutual = search.hit.head, event_types()[search.hit.rule.type].mutual
    if not mutual or head.label.split(":")[0] not in {"obl", "nmod"} or head.head == head.index:
        return ()
    visit = search.hit.rule.mode == "visit"
    if not found and visit:
        return ()
    above = search_of(search.scene, Hit.at(search.hit.rule, _verb_above(search, head)))
    sides = (*above.fill(("subject",)), *(() if found or visit or not _meanwhile(search, head) else above.fill(("object", "to"))))
    known = {search.scene.mentions.naming(one.mention).entity for one in found}
    return tuple(Found(one.mention, f"{one.via} of {above.hit.head.text}") for one in sides
                 if search.scene.mentions.naming(one.mention).entity not in known)


def _meanwhile(search: Search, noun: Token) -> bool:
    """True for what goes on while the verb above it is done ("in a call", "during the visit"), not ahead of it or after it."""
    grammar, words = search.scene.language.grammar, search.scene.language.realis
    marks = set(marker_of(search.scene.document, noun).split())
    return marks <= ({*grammar.place_markers, *words.beside} - set(grammar.sequences))


def _verb_above(search: Search, noun: Token) -> Token:
    """What a noun hangs on; where that is somebody ("told the king in a meeting"), what he hangs on."""
    above = search.scene.document.tokens[noun.head]
    return search.scene.document.tokens[above.head] if search.scene.mentions.over(above) is not None else above


def _apart(search: Search, actors: tuple[Found, ...], recipients: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Nobody is on both sides: who was found as an actor is not also a recipient; in a mutual type all are actors."""
    taken = {search.scene.mentions.naming(one.mention).id for one in actors}
    rest = tuple(one for one in recipients if search.scene.mentions.naming(one.mention).id not in taken)
    if event_types()[search.hit.rule.type].mutual and search.hit.rule.mode != "visit":
        return (*actors, *rest), ()
    return actors, rest


def _pair(search: Search) -> tuple[Found, ...]:
    """The two sides after a preposition that opens a pair: "antara Norland dan Sudland", "between Norland and Sudland"; of a deed that one
    may do alone both must be known: "a strike between two villages"."""
    sides = search.fill(("between",)) if "between" in search.scene.language.roles else ()
    return sides if len(sides) > 1 or event_types()[search.hit.rule.type].mutual else ()


# ── type, mode, silence ──────────────────────────────────────────────────────────────────────────────────────────────────

def _mode(search: Search) -> str | None:
    """The rule's own mode, else the mode whose words stand nearest to the trigger in the clause."""
    rule = search.hit.rule
    if rule.mode or not rule.modes:
        return rule.mode
    clause = search.scene.document.tokens[search.clause.first:search.clause.last]
    found = [(abs(clause[first].index - search.hit.head.index), mode) for first, _, mode in rule.mode_cues.find(clause)]
    return min(found)[1] if found else None


def _trigger_span(search: Search) -> Span:
    """The words of the trigger; where its gap makes it long, the first six."""
    first, last, tokens = search.hit.first, search.hit.last, search.scene.document.tokens
    spans = (search.scene.span_of_tokens(first, tokens[place]) for place in range(last.index, first.index - 1, -1))
    return next(span for span in spans if len(span.text.split()) <= TRIGGER_WORDS)
