"""Events: triggers of rules that keep their participants, their place and time, and their realis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.coding.arguments import Found, Search, search_of
from kawat.coding.complements import aimed_at, before_forum, meant, of_phrase, shared_sufferer, speaker, struck_by, sufferers
from kawat.coding.compound import inside
from kawat.coding.content import content_of
from kawat.coding.nominal import idle, is_topic, of_paper, points_back, qualifies, stands_alone
from kawat.coding.realis import realis_of
from kawat.coding.scene import Scene
from kawat.coding.setting import forum_of, place_of, when_of
from kawat.coding.silence import other_world, silent_topics
from kawat.coding.triggers import Hit, triggers_of
from kawat.lexicon.ontology import event_types
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention
from kawat.nouns.record import Abstention, Event, Grounds, Participant, Realis, Told, Why, record_id
from kawat.nouns.text import Span

OBLIGATION = "coding/obligation"  # the step by which an owed concession becomes a demand
ANAPHOR = "anaphor"  # the doubt of a noun that only counts where it tells an event again
LIGHT_REACH = 4  # words between a light verb and the noun it carries ("melakukan sejumlah serangan", "held a new round of talks")
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
BODIES = frozenset({"GOV", "LEG", "JUD", "PTY", "OPP"})  # sectors whose bodies sit by themselves
FRIENDLY = frozenset({1, 2})  # the quads of cooperation
PRESS = frozenset({"JRN", "MED"})
FORCES = frozenset({"COP", "MIL", "SPY"})  # whoever of these says that somebody was arrested has arrested him
OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD", "REB", "IMG", "OPP", "PTY", "UNO", "EUR", "IGO"})
UNPOLITICAL = frozenset({None, "CVL", "BUS", "EDU", "SOC", "MED", "AGR", "CRM", "UNK"})


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
    for sentence in scene.document.sentences:
        for hit in triggers.hits(scene.document, sentence, lambda hit: search_of(scene, hit).allowed()):
            outcome = _event(scene, hit, topics)
            if isinstance(outcome, Event):
                events.append(outcome)
            elif outcome is not None:
                abstained.append(outcome)
    return Coded(tuple(_one_a_trigger(events)), tuple(abstained))


def _one_a_trigger(events: list[Event]) -> Iterator[Event]:
    """Two rules told apart by their clause may both hold: the first wins."""
    seen: set[tuple[int | None, int | None]] = set()
    for event in events:
        key = (event.trigger.start, event.trigger.end)
        if key not in seen:
            seen.add(key)
            yield event


def _event(scene: Scene, hit: Hit, topics: frozenset[str]) -> Event | Abstention | None:
    """The event of one trigger; an abstention where something speaks against it; None where the rule does not hold at all."""
    if scene.mentions.over(hit.head, {"time"}) is not None:
        return None  # "March 7" is no march
    search = search_of(scene, hit)
    actors, recipients = _participants(search)
    recipients = tuple(one for one in recipients if not before_forum(search, one.mention))
    if hit.trigger.noun and (qualifies(search) or of_paper(search) or (not (actors or recipients) and is_topic(search))):
        return None
    when, place = when_of(search), place_of(search)
    recipients = recipients or aimed_at(search, actors, place)
    unheld = hit.trigger.noun and not actors and not recipients and not stands_alone(search, place is not None)
    if unheld and not points_back(search):
        return None
    doubt = content_of(search) or _against(scene, search, actors, recipients, topics)
    if doubt:
        return Abstention(_trigger_span(search), hit.rule.type, doubt)
    judged = realis_of(search, when)
    if hit.rule.effect and judged.realis == "hypothetical":
        return Abstention(_trigger_span(search), hit.rule.type, "only feared")
    if idle(search, judged) and not actors and not recipients:
        return Abstention(_trigger_span(search), hit.rule.type, "denied of nobody")
    owed = _obligation(search)
    kind = "REQUEST" if owed else _future_type(hit.rule.type, judged.realis)
    trigger, evidence = _trigger_span(search), scene.sentence_span(scene.document.sentence_of(hit.head))
    why = (Why("trigger", hit.rule.name, trigger), *_steps("actors", actors), *_steps("recipients", recipients),
           *((judged.why,) if judged.why else ()), *((Why("type", OBLIGATION, trigger),) if owed else ()))
    return Event(
        id=record_id("events", scene.article.id, trigger, kind), type=kind, trigger=trigger, evidence=evidence,
        realis="actual" if owed else _settled(hit.rule.type, kind, judged.realis), rule=hit.rule.name,
        mode="yield" if owed else _mode(search) if kind == hit.rule.type else None, contexts=hit.rule.contexts,
        actors=_cast(scene, speaker(search) if owed else actors), recipients=_cast(scene, actors if owed else recipients),
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


def _obligation(search: Search) -> bool:
    """"They must withdraw": a concession somebody says another owes is a demand, and whoever says so makes it."""
    if search.hit.rule.type not in {"RETREAT", "CONCEDE"} or search.hit.trigger.noun:
        return False
    before = search.scene.document.tokens[max(search.clause.first, search.hit.first.index - 2):search.hit.first.index]
    return any_of_phrases(search.scene.language.realis.obligation).stand_in(before)


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
        return actors, recipients or of_phrase(search) or meant(search, actors) or shared_sufferer(search)
    actors, recipients = sufferers(search, search.fill(rule.noun_actor), search.fill(rule.noun_recipient))
    recipients = recipients or struck_by(search)
    light = light_verb(search)
    if any(child.label.startswith("nsubj") for child in search.scene.document.children(search.hit.head)) or \
            search.hit.head.label.startswith("acl"):
        actors = actors or search.fill(("subject",))
    if light is not None:
        actors = _carried(search_of(search.scene, light), actors)
    actors = actors or _pair(search)
    if len(actors) < 2 and light is None:
        actors = (*_around(search, (*actors, *recipients)), *actors)
    return _apart(search, actors, recipients)


def _forces_saying_so(search: Search) -> tuple[Found, ...]:
    """A force that says that somebody was arrested has arrested him, unless it is he who was."""
    held = {search.scene.mentions.naming(one.mention).entity for one in search.fill(search.hit.rule.recipient)}
    said = ((one, search.scene.mentions.naming(one.mention)) for one in speaker(search))
    return tuple(one for one, named in said if named.sector in FORCES and named.entity not in held and named.kind != "person")


def _carried(light: Search, beside: tuple[Found, ...]) -> tuple[Found, ...]:
    """Whoever does what a light verb carries; of a mutual deed also the other side: "Norland mengadakan dialog dengan Sudland"."""
    subject = light.fill(("subject",))
    if not subject or not event_types()[light.hit.rule.type].mutual:
        return subject or beside
    known = {one.mention.id for one in subject}
    others = beside or light.fill(("with",))
    return (*subject, *(one for one in others if one.mention.id not in known and not any(
        inside(one.mention, other.mention) or inside(other.mention, one.mention) for other in subject)))


def _around(search: Search, found: tuple[Found, ...]) -> tuple[Found, ...]:
    """Of a visit or talks told in passing, the subject of the verb it hangs on, and whom that one speaks to: "urged Y in a call"."""
    head, mutual = search.hit.head, event_types()[search.hit.rule.type].mutual
    if not mutual or head.label.split(":")[0] not in {"obl", "nmod"} or head.head == head.index:
        return ()
    visit = search.hit.rule.mode == "visit"
    if not found and visit:
        return ()
    above = search_of(search.scene, Hit.at(search.hit.rule, _verb_above(search, head)))
    sides = (*above.fill(("subject",)), *(() if found or visit else above.fill(("object", "to"))))
    known = {search.scene.mentions.naming(one.mention).entity for one in found}
    return tuple(Found(one.mention, f"{one.via} of {above.hit.head.text}") for one in sides
                 if search.scene.mentions.naming(one.mention).entity not in known)


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
    """The two sides after a preposition that opens a pair: "antara Norland dan Sudland", "between Norland and Sudland"."""
    return search.fill(("between",)) if "between" in search.scene.language.roles else ()


def light_verb(search: Search) -> Hit | None:
    """The verb that carries a nominal trigger: above it in the tree, or a few words before it."""
    light, passive = search.scene.language.light_verbs, search.scene.language.passive_light_verbs
    for token in _possible_carriers(search):
        if token.norm in light or (search.scene.language.settings.key == "lemma" and token.lemma in light):
            return Hit.at(search.hit.rule, token)
        if token.norm in passive:
            return Hit.at(search.hit.rule, token, passive=True)
    return None


def _possible_carriers(search: Search) -> Iterator[Token]:
    tokens, hit, inner = search.scene.document.tokens, search.hit, search.scene.language.coreference.inner
    if hit.head.head != hit.head.index and hit.head.label in {"obj", "nsubj:pass", "obl", "xcomp"}:
        yield tokens[hit.head.head]
    for index in range(hit.first.index - 1, max(search.clause.first, hit.first.index - 1 - LIGHT_REACH) - 1, -1):
        token = tokens[index]
        behind_noun = token.pos == "ADP" and token.norm not in inner and tokens[index - 1].pos == "NOUN"
        if token.pos == "PUNCT" or behind_noun:  # "voiced regret over …" carries the regret, not what it is over
            return
        yield token


# ── type, mode, silence ──────────────────────────────────────────────────────────────────────────────────────────────────

def _future_type(kind: str, realis: Realis) -> str:
    """What still lies ahead: a future meeting is AGREE, an announced withdrawal CONCEDE."""
    future = event_types()[kind].future
    ahead = realis == "planned" or (realis == "hypothetical" and event_types()[kind].quad != 2) or (
        realis == "hypothetical" and future == "AGREE")
    return future if future and ahead else kind


def _settled(rule_type: str, kind: str, realis: Realis) -> Realis:
    """A desired meeting, support, cooperation or aid is planned; everything else keeps its realis."""
    return "planned" if kind == "AGREE" != rule_type and realis == "hypothetical" else realis


def _mode(search: Search) -> str | None:
    """The rule's own mode, else the mode whose words stand nearest to the trigger in the clause."""
    rule = search.hit.rule
    if rule.mode or not rule.modes:
        return rule.mode
    clause = search.scene.document.tokens[search.clause.first:search.clause.last]
    found = [(abs(clause[first].index - search.hit.head.index), mode) for first, _, mode in rule.mode_cues.find(clause)]
    return min(found)[1] if found else None


def _against(scene: Scene, search: Search, actors: tuple[Found, ...], recipients: tuple[Found, ...], topics: frozenset[str]) -> str | None:
    """Why nothing is coded here: the page is about something else, or nobody political takes part."""
    states = {scene.mentions.naming(one.mention).country for one in (*actors, *recipients)} - {None}
    if topics and len(states) < 2:
        return f"the page is about {', '.join(sorted(topics))}"
    if other_world(scene, scene.document.tokens[search.clause.first:search.clause.last]) and not _official(scene, (*actors, *recipients)):
        return "a word of another world stands beside it"
    if lack := _lack(search, actors, recipients):
        return lack
    if search.hit.rule.bare and search.hit.rule.type == "PROTEST":
        return None
    cast = [scene.mentions.naming(one.mention) for one in (*actors, *recipients)]
    strict = (search.hit.rule.political or event_types()[search.hit.rule.type].mutual) and not search.passive  # "was arrested": by whom?
    political = any(_is_political(m, strict or search.hit.rule.type in VERBAL) for m in cast if not _of_something(search, m))
    alone = not recipients and search.hit.rule.type == "ASSAULT"  # "the crew attacking potholes"
    trade = event_types()[search.hit.rule.type].quad in FRIENDLY and all(m.sector == "BUS" for m in cast)
    if cast and not political and (strict or alone or trade or not _political(scene, search)):
        return "no political participant"
    if not cast and (not _political(scene, search) or not (search.hit.trigger.noun or search.hit.rule.bare or search.passive)):
        return "no participant"
    return None


def _lack(search: Search, actors: tuple[Found, ...], recipients: tuple[Found, ...]) -> str | None:
    """What the rule asks for and the sentence does not have."""
    rule = search.hit.rule
    if not actors and rule.type in VERBAL and not search.hit.trigger.noun and not search.passive and rule.actor:
        return "nobody says it"
    if rule.effect and rule.mode is None and not search.passive and not recipients:
        return "nobody is hurt"
    if rule.mode == "release" and not recipients and not search.hit.trigger.noun and len(search.hit.trigger.words) == 1:
        return "nobody is freed"
    if _own_sitting(search, actors):
        return "a body's own sitting"
    if rule.effect and not actors and _accident(search):
        return "an accident or a disaster"
    if rule.type == "ASSAULT" and actors and all(search.scene.mentions.naming(one.mention).sector in PRESS for one in actors):
        return "the press attacks in words"
    if _interviewed(search, actors):
        return "somebody is asked by the press"
    if rule.said and not (actors and recipients):
        return "nobody says it of anybody"
    if search.passive and search.hit.head.label.startswith("acl") and rule.type in {"SUPPORT", "REQUEST"} and recipients:
        return "a description, not an act"
    return None


def _accident(search: Search) -> bool:
    """A word by which the rule is no attack stands in the sentence or the one before it, and nothing tells of an attack there."""
    document, rules = search.scene.document, triggers_of(search.scene.language)
    sentence = document.sentence_of(search.hit.head)
    near = document.sentences[max(0, sentence.index - 1):sentence.index + 1]
    if not any(any_of_phrases(search.hit.rule.unless).stand_in(document.words(one)) for one in near):
        return False
    return not any(hit.rule.type == search.hit.rule.type and not hit.rule.effect for one in near for hit in rules.hits(
        document, one, lambda hit: search_of(search.scene, hit).allowed()))


def _own_sitting(search: Search, actors: tuple[Found, ...]) -> bool:
    """"The council's meeting": a body that sits by itself meets nobody."""
    if not event_types()[search.hit.rule.type].mutual or search.hit.rule.mode or not search.hit.trigger.noun or len(actors) != 1:
        return False
    named = search.scene.mentions.naming(actors[0].mention)
    return named.kind == "organisation" and named.sector in BODIES


def _interviewed(search: Search, actors: tuple[Found, ...]) -> bool:
    """"Saat dihubungi Kabar Pagi", "when contacted": one side alone, reached by nobody or by the press, has met nobody."""
    if not event_types()[search.hit.rule.type].mutual or search.hit.rule.mode == "visit" or search.hit.trigger.noun:
        return False
    press = [one for one in actors if search.scene.mentions.naming(one.mention).sector in PRESS]
    return bool(press) or (search.passive and len(actors) < 2)


def _political(scene: Scene, search: Search) -> bool:
    """Somebody political is named in the sentence or the one before it."""
    sentence = scene.document.sentence_of(search.hit.head)
    near = scene.document.sentences[max(0, sentence.index - 1):sentence.index + 1]
    spoken = search.hit.rule.type in VERBAL  # where words are spoken says nothing of who speaks them
    return any(_is_political(m, spoken) for s in near for m in scene.mentions.within(s) if not spoken or m.kind != "place")


def _of_something(search: Search, mention: Mention) -> bool:
    """Of talks: a state that only says whence something is which nobody knows for an actor ("its German partner") does not talk."""
    if not event_types()[search.hit.rule.type].mutual or mention.kind != "country":
        return False
    tokens = search.scene.document.tokens
    head = tokens[mention.head]
    noun = tokens[head.head]
    return head.label in {"amod", "compound"} and noun.index >= mention.last and search.scene.mentions.over(noun) is None


def _official(scene: Scene, cast: tuple[Found, ...]) -> bool:
    """Somebody of the cast holds an office or bears arms; a state's bare name may be its team's."""
    return any(scene.mentions.naming(one.mention).sector in OFFICIAL for one in cast)


def _is_political(mention: Mention, spoken: bool) -> bool:
    """A state, a listed actor, or somebody whose title is political; a rival or an opponent of nobody's may be a shop's or a team's.

    Of deeds, whoever belongs to a state; of words, nobody for his passport or his home: "a tourist from Norland praised …".
    """
    if mention.actor is not None and mention.kind != "country":
        return True
    if spoken and mention.kind in {"person", "group", "organisation"}:
        return mention.sector not in UNPOLITICAL
    return bool(mention.country or mention.sector not in UNPOLITICAL)


def _trigger_span(search: Search) -> Span:
    return search.scene.span_of_tokens(search.hit.first, search.hit.last)
