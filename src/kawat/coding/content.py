"""What stands only inside somebody's wish, promise or purpose is not an event of its own."""

from __future__ import annotations

from kawat.coding.allowed import allowed
from kawat.coding.arguments import Search, search_of
from kawat.coding.clause import finite_beside, has_subject
from kawat.coding.triggers import Hit, triggers_of
from kawat.lexicon.ontology import event_types
from kawat.match.paths import marker_of
from kawat.nouns.document import Token

WISHES = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "CONCEDE"})
ACTED = frozenset({"SUPPORT", "ACCUSE", "PROTEST"})
BELOW = frozenset({"amod", "compound", "flat", "obj", "xcomp", "ccomp", "advcl", "acl", "nmod", "conj", "obl", "csubj"})
HARSH = frozenset({"SANCTION", "COERCE", "ASSAULT"})  # who agrees to a sanction does not agree with anybody: he means the sanction
CLIMB = 5  # steps from an event up to the wish it is the content of


def content_of(search: Search) -> str | None:
    """Why a trigger is no event: it is the content of another event's wish, or the purpose of something done."""
    if _joins_wish(search) or finite_beside(search.scene.document, search.scene.language.grammar, search.hit.head):
        return None
    chain = _upwards(search)
    for i, token in enumerate(chain):
        below = chain[i - 1].label if i else ""
        if below != "conj" and _is_wish(search, token):
            return f"the content of '{token.norm}'"
        if below != "conj" and search.hit.trigger.noun and _is_owed(search, token):
            return f"what is owed by '{token.norm}'"
        if i and below == "obj" and _is_paper(search) and _is_signing(search, token):
            return f"what '{token.norm}' is done with"
        if not (i == 0 and _acts_itself(search)) and _is_purpose(search, token):
            return "a purpose"
        if i and search.hit.trigger.noun and _averts(search, token) and below in {"obj", "nsubj:pass", "obl"}:
            return f"what '{token.norm}' is to end"
    return None


def _joins_wish(search: Search) -> bool:
    """"Meminta hak … dan menolak membebaskan tahanan": a refusal, a threat or a demand joined by "and" is an act beside the one before it,
    wherever the parser hangs it."""
    head = search.hit.head
    return search.hit.rule.type in WISHES - {"CONCEDE", "AGREE"} and not search.hit.trigger.noun and head.label == "conj"


def _upwards(search: Search) -> list[Token]:
    """The trigger and the verbs and nouns above it that it may be content of, inside its sentence."""
    document, chain = search.scene.document, [search.hit.head]
    while len(chain) <= CLIMB and chain[-1].label.split(":")[0] in BELOW and chain[-1].head != chain[-1].index:
        if chain[-1].label in {"acl:relcl", "advcl:relcl"} or _own_clause(search, chain[-1]) or _adjunct(search, chain[-1]):
            break
        chain.append(document.tokens[chain[-1].head])
    return chain


def _adjunct(search: Search, token: Token) -> bool:
    """What stands beside a wish ("pressed him during a meeting") is not wished for, save behind such words as "for"."""
    words, marks = search.scene.language.realis, marker_of(search.scene.document, token).split()
    if any(mark in words.beside for mark in marks):
        return True
    markers = words.content_markers
    return token.label.split(":")[0] == "obl" and not any(mark in markers for mark in marks)


def _own_clause(search: Search, token: Token) -> bool:
    """A clause with a subject and a conjunction of its own ("ketika delegasi bertemu") is nobody's purpose or wish."""
    if token.label.split(":")[0] not in {"advcl", "acl", "conj", "parataxis"}:
        return False
    return has_subject(search.scene.document, token)


def _is_wish(search: Search, token: Token) -> bool:
    """An earlier word that triggers a wish, whose content has not begun before it."""
    if token.index >= search.hit.first.index or search.hit.head.label == "advcl":
        return False
    triggers = triggers_of(search.scene.language)
    wishes = WISHES - {"AGREE"} if search.hit.rule.type in HARSH else WISHES
    return any(rule.type in wishes and not rule.needs and len(trigger.words) == 1 and trigger.noun == (token.pos == "NOUN")
               and allowed(search_of(search.scene, Hit(rule, trigger, token, token, token)))
               for key in triggers.keys(token) for rule, trigger in triggers.by_first.get(key, ()))


def _is_paper(search: Search) -> bool:
    """An agreement told by its noun."""
    return search.hit.trigger.noun and search.hit.rule.type == "AGREE"


def _is_signing(search: Search, token: Token) -> bool:
    """Signing, breaking or leaving an agreement is the event; the agreement is what it is done with."""
    triggers = triggers_of(search.scene.language)
    return any(rule.type in {"SUPPORT", "SANCTION", "REJECT"} and not trigger.noun and trigger.words[0] == key
               for key in triggers.keys(token) for rule, trigger in triggers.by_first.get(key, ()))


def _is_owed(search: Search, token: Token) -> bool:
    """"All parties must halt hostilities and open the way for aid": what somebody must do has not been done."""
    words = search.scene.language.realis.obligation
    return any(child.norm in words and child.index < token.index for child in search.scene.document.children(token))


def _acts_itself(search: Search) -> bool:
    """"Visited the troops to show support", "came to face charges": a phrase for an act in words is acted by what serves it."""
    return search.hit.rule.type in ACTED and len(search.hit.trigger.words) > 1


def _averts(search: Search, token: Token) -> bool:
    heads = search.scene.language.realis.averted_heads
    return token.norm in heads or token.lemma in heads


def journey(search: Search) -> Token | None:
    """The journey an act is the purpose of: "will fly to Norland to press it …", "tiba di Norland untuk menandatangani …".

    Such an act is planned; to meet there is no act beside the visit.
    """
    rule, token, document = search.hit.rule, search.hit.head, search.scene.document
    if event_types()[rule.type].mutual or token.label.split(":")[0] not in {"advcl", "xcomp"} or search.hit.trigger.noun:
        return None
    above = document.tokens[token.head]
    triggers = triggers_of(search.scene.language)
    travels = (one.mode == "visit" and not trigger.noun for key in triggers.keys(above) for one, trigger in triggers.by_first.get(key, ()))
    return above if purpose_marks(search, token) and above.index < token.index and above.pos == "VERB" and any(travels) else None


def purpose_marks(search: Search, token: Token) -> list[Token]:
    """The words before a verb that make it a purpose: "to", "untuk", "guna"."""
    words = search.scene.language.realis.purpose
    before = (child for child in search.scene.document.children(token) if child.label == "mark" and child.index < token.index)
    return [child for child in before if child.norm in words]


def _is_purpose(search: Search, token: Token) -> bool:
    """Marked by a word of purpose, and not governed by a plan nor itself one ("is to send")."""
    document, words = search.scene.document, search.scene.language.realis
    if token.pos not in {"VERB", "AUX"} and token.index != search.hit.head.index:
        return False
    marks = purpose_marks(search, token)
    if not marks or document.tokens[marks[0].index - 1].norm in search.scene.language.grammar.auxiliaries:
        return False
    above = document.tokens[token.head]
    if journey(search) is not None:
        return False
    if token.label == "acl" and {above.norm, above.lemma} & set(search.scene.language.grammar.deeds):
        return False
    plans = {*words.planned_heads, *words.denied_heads, *words.planned, *words.tried}
    return above.norm not in plans and above.lemma not in plans
