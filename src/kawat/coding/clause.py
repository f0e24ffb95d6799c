"""The clause around a trigger: its words, its voice, and whose subject it shares."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.coding.triggers import Hit
from kawat.lexicon.roles import RolesFile
from kawat.nouns.document import Document, Token

HIGHEST = 4  # steps up the tree in search of a shared subject; longer chains are parser noise
STOPS = frozenset({";", ":", ".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `first` to `last` (exclusive) around a trigger; `opening` is where a relative clause put in before `first` begins."""

    first: int
    last: int
    opening: int

    def holds(self, token: Token) -> bool:
        """True where the token stands in the clause."""
        return self.first <= token.index < self.last


def clause_of(document: Document, grammar: RolesFile, hit: Hit, timed: frozenset[int] = frozenset()) -> Clause:
    """The words around a trigger up to the nearest breaking word or stop on either side.

    `timed` are the tokens of times: "since October" and "before dawn on Sunday" break nothing.
    """
    sentence = document.sentence_of(hit.head)
    breaks = frozenset(grammar.breaks)

    def breaking(index: int) -> bool:
        word = document.tokens[index].norm
        return word in STOPS or (word in breaks and index not in timed and index + 1 not in timed)

    first = hit.first.index
    while first > sentence.first and not breaking(first - 1):
        first -= 1
    opening, first = first, _behind_insertion(document, grammar, hit, first)
    last = hit.last.index + 1
    while last < sentence.last and not breaking(last):
        last += 1
    return Clause(first, last, opening)


def _behind_insertion(document: Document, grammar: RolesFile, hit: Hit, first: int) -> int:
    """Where the clause goes on behind a relative clause put into it: "Oposisi, yang mengajukan mosi itu bulan lalu, menuding …"."""
    opening = document.tokens[first - 1] if first else None
    if opening is None or opening.norm not in grammar.relatives or opening.head == opening.index:
        return first
    verb = document.tokens[opening.head]
    if verb.index >= hit.first.index or verb in (hit.head, *document.ancestors(hit.head)):
        return first
    commas = [i for i in range(verb.index, hit.first.index) if document.tokens[i].norm == ","]
    return commas[-1] + 1 if commas else first


def has_subject(document: Document, verb: Token) -> bool:
    """True for a clause that names its own subject."""
    return any(child.label.startswith("nsubj") for child in document.children(verb))


def has_passive_subject(document: Document, verb: Token) -> bool:
    """True for a verb whose subject is who it is done to."""
    return any(child.label == "nsubj:pass" for child in document.children(verb))


def is_passive(document: Document, grammar: RolesFile, hit: Hit) -> bool:
    """A verb is passive by its form where the language shows it there, else by the relations below it, or as a reduced relative."""
    if hit.trigger.noun:
        return False
    if hit.trigger.passive:
        return True
    if len(hit.trigger.words) > 1 and hit.head.norm in hit.trigger.words and hit.head.norm != hit.head.lemma:
        return False  # a rule that spells out the participle ("be prepared to") means the state, not the passive
    if any(child.label in grammar.passive_relations for child in document.children(hit.head)):
        return len(hit.trigger.words) == 1 or hit.head.index != hit.first.index or hit.head.norm not in grammar.auxiliaries
    if grammar.reduced_passive and _joined_to_passive(document, grammar, hit.head):
        return True
    takes = "object" in hit.rule.recipient or hit.trigger not in hit.rule.triggers  # "demonstrated", "resigned" have no passive
    return grammar.reduced_passive and takes and _reduced(document, hit.head)


def _joined_to_passive(document: Document, grammar: RolesFile, verb: Token) -> bool:
    """"27 people were killed and 50 wounded": a participle joined to a passive, nothing of its own but a number."""
    labels = {child.label.split(":")[0] for child in document.children(verb)}
    above = document.children(document.tokens[verb.head])
    bare = verb.label == "conj" and verb.norm != verb.lemma and not verb.norm.endswith("ing")
    return bare and not labels & {"nsubj", "aux", "obj", "mark"} and any(child.label in grammar.passive_relations for child in above)


def _reduced(document: Document, verb: Token) -> bool:
    """"people killed by gunmen": an adnominal participle without subject or auxiliary of its own."""
    labels = {child.label.split(":")[0] for child in document.children(verb)}
    noun = document.tokens[verb.head]
    if noun.head == noun.index:  # a noun at the root leaves the sentence without a verb: the tree is wrong, the verb is not reduced
        return False
    return verb.label == "acl" and not verb.norm.endswith("ing") and not labels & {"nsubj", "aux", "mark", "obj"}


def finite_beside(document: Document, grammar: RolesFile, verb: Token) -> bool:
    """"Refused to step down and accused his rival": a finite verb is not joined to an infinitive, whatever the parser says."""
    if grammar.bare_infinitives or verb.pos != "VERB" or verb.label != "conj" or verb.norm == verb.lemma:
        return False
    return any(child.norm in grammar.infinitive_marks for child in document.children(document.tokens[verb.head]))


def sharers(document: Document, grammar: RolesFile, verb: Token) -> tuple[Token, ...]:
    """The verb, then the verbs above it whose subject it may share, nearest first."""
    chain = [verb]
    while len(chain) <= HIGHEST and chain[-1].label in grammar.shares_subject and chain[-1].head != chain[-1].index:
        chain.append(document.tokens[chain[-1].head])
    return tuple(chain)
