"""Who is meant by what is asked, threatened, promised or refused, and who says that something must be done."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kawat.coding.arguments import JUDGING, Found, Search, search_of
from kawat.coding.clause import has_subject
from kawat.coding.compound import FORCES, PEOPLE, compound
from kawat.coding.content import purpose_marks
from kawat.coding.possession import suffers
from kawat.coding.triggers import Hit
from kawat.lexicon.ontology import event_types
from kawat.match.paths import follow, marker_of
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention, Place

COMPLEMENTS = ("ccomp", "xcomp", "obj", "obl", "advcl", "parataxis")  # where the content of an act in words may hang, likeliest first
ADDRESSED = frozenset({"REQUEST", "THREATEN", "REJECT", "AGREE", "PROTEST", "SANCTION", "CONCEDE"})
VIOLENT = 4  # the quad of material conflict: its deeds are done to somebody, for whom a place may stand
GOODWILL = frozenset({"AGREE"})  # what is promised to a body nobody knows is promised to it
AIMED = frozenset({"ASSAULT", "COERCE"})
FORUMS = frozenset({"IGO", "JUD", "UNO"})
CROWDS = frozenset({None, "CVL", "OPP", "LAB", "EDU", "SOC"})
SHARED = ("object", "with", "against")  # where the first of two deeds joined by "and" may name whom both befall
SAID = frozenset({"ccomp", "parataxis"})
UNPOLITICAL = frozenset({None, "CVL", "BUS", "EDU", "SOC", "MED", "AGR", "CRM", "JRN", "UNK"})


def meant(search: Search, actors: tuple[Found, ...]) -> tuple[Found, ...]:
    """The first political actor in the content of a verbal act: "demanded that Norland …", "refused to lift the curfew on Sudland"."""
    if search.hit.rule.type == "ACCUSE":
        return _alleged(search)
    if search.hit.rule.type not in ADDRESSED or search.hit.trigger.noun:
        return ()
    taken = {search.scene.mentions.naming(one.mention).entity for one in actors}
    for token in _content(search):
        mention = search.scene.mentions.over(token, PEOPLE)
        if mention is None or _speaks(search, mention) or not _political(search, mention, token):
            continue
        if search.scene.mentions.naming(mention).entity not in taken:
            return tuple(Found(member, "content") for member in compound(search.scene, mention))
    return ()


def _alleged(search: Search) -> tuple[Found, ...]:
    """Of whom a charge is told in a clause of its own: "alleging that soldiers had beaten its agents"."""
    document = search.scene.document
    clauses = (child for child in document.children(search.hit.head) if child.label == "ccomp" and child.index > search.hit.last.index)
    for clause in clauses if not search.hit.trigger.noun else ():
        for subject in (child for child in document.children(clause) if child.label == "nsubj"):
            mention = search.scene.mentions.over(subject, PEOPLE)
            if mention is not None and not _speaks(search, mention) and _political(search, mention, subject):
                return tuple(Found(member, "content") for member in compound(search.scene, mention))
    return ()


def _speaks(search: Search, mention: Mention) -> bool:
    """True for whoever reports it: "may halt its exports if Norland pays no more, minister Ola Berg hinted"."""
    head = search.scene.document.tokens[mention.head]
    return head.label.startswith("nsubj") and search.scene.document.tokens[head.head].norm in search.scene.language.cues.by_first


def _content(search: Search) -> Iterator[Token]:
    """The words of the trigger's complements behind it, in the order of the text within each."""
    document = search.scene.document
    children = sorted(document.children(search.hit.head), key=lambda child: child.index)
    for label in COMPLEMENTS:
        for child in children:
            if child.label.split(":")[0] == label and child.index > search.hit.last.index and _is_content(search, child):
                inner = sorted(document.subtree(child), key=lambda token: token.index)
                yield from takewhile(lambda token: token.norm not in search.scene.language.grammar.contrasts, inner)


def _is_content(search: Search, child: Token) -> bool:
    """An adverbial clause says what a protest is for, a condition who is threatened; of other acts it tells when or why."""
    if child.label.split(":")[0] not in {"advcl", "parataxis"} or search.hit.rule.type == "PROTEST":
        return True
    marker = marker_of(search.scene.document, child)
    return search.hit.rule.type == "THREATEN" and marker in search.scene.language.realis.conditional


def _political(search: Search, mention: Mention, token: Token) -> bool:
    """Somebody named who may be asked or threatened; a word that only says what kind of people ("kekuatan militer") must be a subject."""
    named = search.scene.mentions.naming(mention)
    if mention.basis == "title" and not token.label.startswith("nsubj"):
        return False
    body = named.kind == "organisation" and named.basis == "named" and search.hit.rule.type in GOODWILL
    return mention.kind != "pronoun" and bool(body or named.country or named.actor or named.sector not in UNPOLITICAL)


def aimed_at(search: Search, actors: tuple[Found, ...], place: Place | None) -> tuple[Found, ...]:
    """The foreign place where a deed is done stands for whoever suffers it: "Norland bombed a depot in Sudland"."""
    states = {search.scene.mentions.naming(one.mention).country for one in actors}
    aimed = search.hit.rule.type in AIMED or (search.hit.rule.type == "SANCTION" and place is not None and place.precision == "country")
    if not aimed or place is None or place.country is None or None in states or not states:
        return ()
    if place.country in states:
        return ()
    sentence = search.scene.document.sentence_of(search.hit.head)
    named = (m for m in search.scene.mentions.within(sentence, {"country", "place"}) if m.place == place or m.span == place.span)
    return tuple(Found(mention, "place") for mention in list(named)[:1])


def of_phrase(search: Search) -> tuple[Found, ...]:
    """Whom the noun a phrase ends in is about: "secured the exit of civilians", "announced the release of two envoys"."""
    last, document = search.hit.last, search.scene.document
    role = search.scene.language.roles.get("of")
    if role is None or len(search.hit.trigger.words) == 1 or last.pos != "NOUN":
        return ()
    named = (search.scene.mentions.over(token, PEOPLE) for path in role.paths for token in follow(document, last, path))
    return tuple(Found(mention, "nmod[of]") for mention in named if mention is not None)


def reached(search: Search) -> tuple[Found, ...]:
    """Whom an act reaches whose object is a thing: "withdrew the whip from four lawmakers", "merebut kota itu dari pemberontak"."""
    rule, tokens = search.hit.rule, search.scene.document.tokens
    if search.passive or search.hit.trigger.noun or "object" not in rule.recipient:
        return ()
    found = search.behind(search.scene.language.grammar.reached.get(rule.type, ()))
    return tuple(one for one in found if tokens[one.mention.head].pos != "PRON")


def lies_on(search: Search) -> tuple[Found, ...]:
    """On whom the thing lies that a passive is done to: "sanctions imposed on Norland were lifted"."""
    document, markers = search.scene.document, search.scene.language.grammar.reached.get(search.hit.rule.type, ())
    if not search.passive or "object" not in search.hit.rule.recipient:
        return ()
    words = tuple(token for child in document.children(search.hit.head) if child.label == "nsubj:pass" for token in document.subtree(child))
    named = (search.scene.mentions.over(token.index + 1, PEOPLE) for token in words if token.norm in markers)
    return tuple(Found(member, "subject") for mention in [next(filter(None, named), None)] if mention is not None
                 for member in compound(search.scene, mention))


def counted(search: Search) -> tuple[Found, ...]:
    """Whom a deed befalls where only their number is told: "police detained seven", "two were wounded"."""
    if search.hit.trigger.noun or not (event_types()[search.hit.rule.type].quad == VIOLENT or search.hit.rule.mode == "release"):
        return ()
    label = "nsubj:pass" if search.passive else "obj"
    numbers = (child for child in search.scene.document.children(search.hit.head) if child.label == label and child.pos == "NUM")
    mentions = (search.scene.mentions.over(number, {"quantity"}) for number in numbers)
    return tuple(Found(mention, label) for mention in mentions if mention is not None)


def before_forum(search: Search, mention: Mention) -> bool:
    """A court or a body of states that somebody is accused before is not accused: "mengadukan Norland ke Mahkamah Internasional"."""
    named, tokens = search.scene.mentions.naming(mention), search.scene.document.tokens
    if search.hit.rule.type != "ACCUSE" or named.sector not in FORUMS:
        return False
    before = tokens[max(0, mention.first - 2):mention.first]
    return any(token.norm in search.scene.language.grammar.forum_markers for token in before)


def struck_by(search: Search) -> tuple[Found, ...]:
    """What a strike does, it does to whoever is struck: the object of its verb ("serangan drone Norland menghantam Sudland")."""
    head = search.hit.head
    if search.hit.rule.type != "ASSAULT" or head.label != "nsubj":
        return ()
    return _object_of(search, search.scene.document.tokens[head.head])


def whose_deed(search: Search) -> tuple[Found, ...]:
    """Whose the thing is that a noun judges: "Norland's criticism of Sudland's crackdown", "penolakan Norland terhadap usulan Sudland"."""
    rule, document, roles = search.hit.rule, search.scene.document, search.scene.language.roles
    if rule.type not in JUDGING or not search.hit.trigger.noun:
        return ()
    paths = (path for name in rule.noun_recipient if name in roles for path in roles[name].paths)
    owner = roles["doer" if "doer" in roles else "possessor"].paths
    for thing in (token for path in paths for token in follow(document, search.hit.head, path)):
        for token in (token for path in owner for token in follow(document, thing, path)):
            mention = search.scene.mentions.over(token, PEOPLE)
            if mention is not None and mention.kind != "pronoun" and not suffers(search.scene, thing, mention):
                return (Found(mention, "owner"),)
    return ()


def sufferers(search: Search, actors: tuple[Found, ...], recipients: tuple[Found, ...]) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Who owns a deed told by its noun suffers it where the noun says so or somebody else is named as its doer: "penculikan empat pegawai",
    "pengeboman kota itu oleh Norland"."""
    if recipients or event_types()[search.hit.rule.type].quad != VIOLENT:
        return actors, recipients
    doers = {one.mention.id for one in search.fill(("agent",))}
    owners = tuple(one for one in actors if one.mention.id not in doers and _suffers(search, one.mention, bool(doers)))
    return tuple(one for one in actors if one not in owners), owners


def _suffers(search: Search, owner: Mention, done: bool) -> bool:
    """Whoever stands inside the trigger ("penahanan jurnalis") suffers what it tells; whoever owns it, as its noun says."""
    first, last = search.hit.first, search.hit.last
    if first.index < owner.first <= last.index:
        return True
    return suffers(search.scene, first, owner) if len(search.hit.trigger.words) == 1 and not done else done and first.index < owner.first


def provoker(search: Search, actors: tuple[Found, ...]) -> tuple[Found, ...]:
    """The crowd whose act a force answers or means to end: "fired tear gas when protesters stormed the gate", "to disperse the crowd"."""
    document, words = search.scene.document, search.scene.language.grammar.provoked
    by_force = any(search.scene.mentions.naming(one.mention).sector in FORCES for one in actors)
    if search.hit.rule.type != "ASSAULT" or not by_force or search.passive:
        return ()
    answers = (child for child in document.children(search.hit.head)
               if child.label.startswith("advcl") and document.subtree(child)[0].norm in words)
    aims = (child for child in document.children(search.hit.head) if child.label in {"advcl", "xcomp"} and purpose_marks(search, child))
    subjects = (one for clause in answers for one in search_of(search.scene, Hit.at(search.hit.rule, clause)).fill(("subject",)))
    objects = (one for aim in aims for one in search_of(search.scene, Hit.at(search.hit.rule, aim)).fill(("object",)))
    return tuple(one for one in (*subjects, *objects) if search.scene.mentions.naming(one.mention).sector in CROWDS)


def shared_sufferer(search: Search) -> tuple[Found, ...]:
    """Of two deeds of one doer joined by "and", the first names whom both befall: "cut ties with Sudland and imposed an embargo"."""
    head = search.hit.head
    if head.label != "conj" or search.passive or event_types()[search.hit.rule.type].quad != VIOLENT:
        return ()
    first = search.scene.document.tokens[head.head]
    if has_subject(search.scene.document, head) or first.pos != "VERB":
        return ()
    return search_of(search.scene, Hit.at(search.hit.rule, first)).fill((*search.hit.rule.recipient, *SHARED))


def _object_of(search: Search, verb: Token) -> tuple[Found, ...]:
    return search_of(search.scene, Hit.at(search.hit.rule, verb)).fill(("object",)) if verb.pos == "VERB" else ()


def speaker(search: Search) -> tuple[Found, ...]:
    """Whoever says that something must be done: the subject of the verb of saying above it or beside it."""
    document, head = search.scene.document, search.hit.head
    above = [document.tokens[head.head]] if head.label in SAID else []
    above += [verb for verb in document.ancestors(head) if verb.norm in search.scene.language.cues.by_first]
    beside = [child for child in document.children(head) if child.label in SAID and child.index > search.hit.last.index]
    for verb in (*above, *beside):
        for child in document.children(verb):
            mention = search.scene.mentions.over(child, PEOPLE) if child.label.startswith("nsubj") else None
            if mention is not None:
                return (Found(mention, f"nsubj of {verb.text}"),)
    return ()
