"""What a noun needs to be an event: somebody or something to happen to, and not to be only what another noun is about."""

from __future__ import annotations

from kawat.coding.arguments import Search
from kawat.coding.realis import Judged
from kawat.lexicon.ontology import event_types
from kawat.match.paths import marker_of
from kawat.match.phrases import any_of_phrases

OCCURS_REACH = 4  # words after a noun in which a verb may say that it takes place


def idle(search: Search, judged: Judged) -> bool:
    """"Tanpa pembatasan", "without conditions": a noun denied in passing is no event that failed to happen; "there were no talks" is."""
    return judged.realis == "denied" and search.hit.trigger.noun and not _absent(search)


def stands_alone(search: Search, placed: bool) -> bool:
    """Violence, coercion and protest happen at a place even where nobody is named; other things where a verb says that they take place,
    or that there are none; talks without anybody are a topic."""
    if search.hit.rule.bare or (placed and event_types()[search.hit.rule.type].quad == 4):
        return True
    tokens, grammar = search.scene.document.tokens, search.scene.language.grammar
    if tokens[search.hit.head.head].norm in grammar.carriers and search.hit.head.label.startswith("nmod"):
        return True
    sentence = search.scene.document.sentence_of(search.hit.head)
    after = tokens[search.hit.last.index + 1:min(sentence.last, search.hit.last.index + 1 + OCCURS_REACH)]
    if any(token.norm in grammar.occurs or token.lemma in grammar.occurs for token in after):
        return True
    return _absent(search)


def points_back(search: Search) -> bool:
    """A definite noun without anybody ("Pertemuan itu …") tells an event again, or nothing."""
    tokens, words = search.scene.document.tokens, search.scene.language.grammar.definite
    sentence = search.scene.document.sentence_of(search.hit.head)
    beside = [tokens[i] for i in (search.hit.first.index - 1, search.hit.last.index + 1) if sentence.first <= i < sentence.last]
    return any(token.norm in words for token in beside) or search.hit.first.index == sentence.first


def qualifies(search: Search) -> bool:
    """A noun that only qualifies the noun behind it is no event: "ceasefire talks", "assault charges"."""
    tokens, hit = search.scene.document.tokens, search.hit
    after = tokens[hit.last.index + 1] if hit.last.index + 1 < len(tokens) else None
    return after is not None and hit.head.label in {"compound", "amod"} and hit.head.head == after.index and after.pos == "NOUN"


def is_topic(search: Search) -> bool:
    """A noun that only says what another noun is about is no event: "negosiasi gencatan senjata"."""
    tokens, hit = search.scene.document.tokens, search.hit
    sentence = search.scene.document.sentence_of(hit.head)
    before = tokens[hit.first.index - 1] if hit.first.index > sentence.first else None
    grammar = search.scene.language.grammar
    if before is not None and before.norm in grammar.topic_markers:
        return True
    if before is None or before.pos != "NOUN" or before.norm in grammar.carriers:
        return False
    return hit.head.head == before.index and hit.head.label in {"nmod", "compound", "flat"}


def of_paper(search: Search) -> bool:
    """What a paper is about has not happened by it: "a memorandum on coastguard cooperation"."""
    document, head = search.scene.document, search.hit.head
    paper = search.scene.language.document_phrases.stand_in((document.tokens[head.head],))
    return paper and head.head < head.index and marker_of(document, head) in search.scene.language.grammar.paper_markers


def _absent(search: Search) -> bool:
    """"Tidak ada negosiasi", "no talks": the words right before the noun say that there are none."""
    sentence = search.scene.document.sentence_of(search.hit.head)
    before = search.scene.document.tokens[max(sentence.first, search.hit.first.index - 2):search.hit.first.index]
    return any_of_phrases(search.scene.language.realis.absent).stand_in(before)
