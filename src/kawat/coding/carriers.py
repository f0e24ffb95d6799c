"""Verbs that carry a deed told by its noun, and who does it by them: "melakukan serangan", "the raid carried out by the rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.coding.arguments import JUDGING, Found, Search, search_of
from kawat.coding.compound import inside
from kawat.coding.triggers import Hit
from kawat.lexicon.ontology import event_types
from kawat.nouns.document import Token

LIGHT_REACH = 4  # words between a light verb and the noun it carries ("melakukan sejumlah serangan", "held a new round of talks")
NAMING = frozenset({"nmod", "compound", "flat", "flat:name"})  # the further words of a noun of several ("uji coba rudal")


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


def carried(light: Search, beside: tuple[Found, ...]) -> tuple[Found, ...]:
    """Whoever does what a light verb carries; of a mutual deed also the other side: "Norland mengadakan dialog dengan Sudland"."""
    subject = light.fill(("subject",))
    if not subject or not event_types()[light.hit.rule.type].mutual:
        return subject or beside
    known = {one.mention.id for one in subject}
    others = beside or light.fill(("with",))
    return (*subject, *(one for one in others if one.mention.id not in known and not any(
        inside(one.mention, other.mention) or inside(other.mention, one.mention) for other in subject)))


def wrought(search: Search) -> tuple[Found, ...]:
    """Whoever does the deed by the passive light verb behind its noun: "serangan yang dilancarkan Norland", "a raid led by Norland"."""
    nouns = search.scene.document.tokens[search.hit.first.index:search.hit.last.index + 1]
    return next((found for noun in nouns if (found := _doers(search, noun))), ())


def blamed(search: Search) -> tuple[Found, ...]:
    """Whose deed an act in words is upon, told behind the noun: "mengecam serangan yang dilakukan Norland"."""
    if search.hit.rule.type not in JUDGING or search.hit.trigger.noun or search.passive:
        return ()
    document = search.scene.document
    objects = (child for child in document.children(search.hit.head) if child.label == "obj")
    nouns = (noun for thing in objects for noun in (thing, *(c for c in document.subtree(thing) if c.label in NAMING)))
    return next((found for noun in nouns if (found := _doers(search, noun))), ())


def _doers(search: Search, noun: Token) -> tuple[Found, ...]:
    language, behind = search.scene.language, search.hit.last.index
    for verb in search.scene.document.children(noun):
        if verb.label.split(":")[0] != "acl" or verb.index <= behind:
            continue
        passive = verb.norm in language.passive_light_verbs
        if passive or (language.settings.key == "lemma" and verb.lemma in language.light_verbs):
            carrier = search_of(search.scene, Hit.at(search.hit.rule, verb, passive=passive))
            if carrier.passive and (found := carrier.fill(("subject",))):
                return found
    return ()
