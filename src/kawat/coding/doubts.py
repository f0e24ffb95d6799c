"""What speaks against an event: another topic, nobody political, or something its rule asks for that the sentence does not have."""

from __future__ import annotations

from kawat.coding.allowed import allowed
from kawat.coding.arguments import Found, Search, search_of
from kawat.coding.scene import Scene
from kawat.coding.silence import other_world
from kawat.coding.triggers import triggers_of
from kawat.lexicon.ontology import event_types
from kawat.match.phrases import any_of_phrases
from kawat.nouns.mention import Mention

BODIES = frozenset({"GOV", "LEG", "JUD", "PTY", "OPP"})  # sectors whose bodies sit by themselves
FRIENDLY = frozenset({1, 2})  # the quads of cooperation
GOODWILL = frozenset({"AGREE", "SUPPORT", "CONSULT", "COOPERATE"})  # what private persons do among themselves every day
OFFICIAL = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD", "REB", "IMG", "OPP", "PTY", "UNO", "EUR", "IGO"})
PRESS = frozenset({"JRN", "MED"})
UNPOLITICAL = frozenset({None, "CVL", "BUS", "EDU", "SOC", "MED", "AGR", "CRM", "UNK"})
TRAVELLING = frozenset({None, "CVL", "MIL", "REF", "LAB", "EDU", "BUS", "AGR", "UNK"})
ARMS = frozenset({"ASSAULT", "MOBILIZE"})  # a state's planes and missiles act for it, known for actors or not
VERBAL = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def against(scene: Scene, search: Search, actors: tuple[Found, ...], recipients: tuple[Found, ...], topics: frozenset[str]) -> str | None:
    """Why nothing is coded here: the page is about something else, or nobody political takes part."""
    states = {scene.mentions.naming(one.mention).country for one in (*actors, *recipients) if not _whence(scene, one.mention)} - {None}
    if topics and (len(states) < 2 or not _official(scene, (*actors, *recipients))):
        return f"the page is about {', '.join(sorted(topics))}"
    if other_world(scene, search.clause) and not _official(scene, (*actors, *recipients)):
        return "a word of another world stands beside it"
    if lack := _lack(search, actors, recipients):
        return lack
    if search.hit.rule.bare and search.hit.rule.type == "PROTEST":
        return None
    cast = [scene.mentions.naming(one.mention) for one in (*actors, *recipients)]
    if cast and not any(_counts(search, m) for m in cast):
        near = _political(scene, search) and _political_page(scene, 2) and not _asks_for_office(search, cast, bool(recipients))
        return None if near else "no political participant"
    if search.hit.rule.type == "ASSAULT" and not any(_is_political(m, spoken=True) or m.kind == "country" for m in cast) \
            and not _political_page(scene, 1):
        return "no political participant"
    return "no participant" if not cast and not _stands_without(scene, search) else None


def _stands_without(scene: Scene, search: Search) -> bool:
    """An act of nobody named stands where a noun or a passive tells it, somebody political is near, and one bare word is not all."""
    told = search.hit.trigger.noun or search.hit.rule.bare or search.passive
    return told and _political(scene, search) and (len(search.hit.trigger.words) > 1 or _political_page(scene, 1))


def _political_page(scene: Scene, enough: int) -> bool:
    """So many different words of politics or conflict stand on the page; of a page of a sentence or two fewer are asked."""
    return len(scene.political_words) >= min(enough, len(scene.document.sentences) - 1)


def _strict(search: Search) -> bool:
    """True where a rule, or talks, ask for somebody political; of "was arrested" whoever did it may be left unsaid."""
    return (search.hit.rule.political or event_types()[search.hit.rule.type].mutual) and not search.passive


def _counts(search: Search, mention: Mention) -> bool:
    """True for a political participant, as strictly as the rule asks."""
    political = _is_political(mention, _strict(search) or search.hit.rule.type in VERBAL) or _side_of_state(search.scene, mention)
    return political and not _of_something(search, mention)


def _side_of_state(scene: Scene, mention: Mention) -> bool:
    """"The Greek side", "pihak Rusia": whoever speaks for a state."""
    sides = scene.language.coreference.sides
    return mention.kind == "group" and mention.country is not None and scene.document.tokens[mention.head].norm in sides


def _asks_for_office(search: Search, cast: list[Mention], struck: bool) -> bool:
    """True where somebody political in the sentence is not enough: those named do among themselves what they do.

    Firms deal with firms, friends thank each other, and "the crew attacking potholes" attacks nobody.
    """
    kind = search.hit.rule.type
    trade = event_types()[kind].quad in FRIENDLY and all(m.sector == "BUS" for m in cast)
    told = len(search.scene.document.sentences) > 1  # of a lone sentence nobody can know who its people are
    private = told and kind in GOODWILL and all(m.kind == "person" and m.sector in UNPOLITICAL for m in cast)
    alone = kind == "ASSAULT" and not struck and all(m.kind == "group" and m.sector != "UNK" for m in cast)
    return _strict(search) or trade or private or alone


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
    if rule.type == "CONSULT" and rule.mode == "visit" and actors and all(_private_group(search, one.mention) for one in actors):
        return "people on the move meet nobody"
    if rule.said and not (actors and recipients):
        return "nobody says it of anybody"
    if search.passive and search.hit.head.label.startswith("acl") and rule.type in {"SUPPORT", "REQUEST"} and recipients:
        return "a description, not an act"
    return None


def _private_group(search: Search, mention: Mention) -> bool:
    """"Soldiers visiting a market", "Venezuelans arriving in the north": a crowd that comes is no delegation."""
    named, head = search.scene.mentions.naming(mention), search.scene.document.tokens[mention.head]
    people = named.kind == "country" and named.basis == "affiliation" and head.label not in {"amod", "compound", "nmod:poss"}
    return people or (named.kind == "group" and named.actor is None and named.sector in TRAVELLING)


def _accident(search: Search) -> bool:
    """A word by which the rule is no attack stands in the sentence or the one before it, and nothing tells of an attack there."""
    document, rules = search.scene.document, triggers_of(search.scene.language)
    sentence = document.sentence_of(search.hit.head)
    near = document.sentences[max(0, sentence.index - 1):sentence.index + 1]
    if not any(any_of_phrases(search.hit.rule.unless).stand_in(document.words(one)) for one in near):
        return False
    return not any(hit.rule.type == search.hit.rule.type and not hit.rule.effect for one in near for hit in rules.hits(
        document, one, lambda hit: allowed(search_of(search.scene, hit))))


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
    """Of talks and of words: a state that only says whence something is that nobody knows ("its German partner") is silent."""
    return search.hit.rule.type not in ARMS and _whence(search.scene, mention)


def _whence(scene: Scene, mention: Mention) -> bool:
    """A state's name before a noun that nobody knows for an actor only says whence it is: "its Finnish rival"."""
    head = scene.document.tokens[mention.head]
    noun = scene.document.tokens[head.head]
    before = head.label in {"amod", "compound"} and noun.index >= mention.last
    return mention.kind == "country" and before and scene.mentions.over(noun) is None


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
