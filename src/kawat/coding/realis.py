"""Whether an event happened, is planned, is only possible, did not happen, or lies back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.coding.arguments import Search
from kawat.coding.clause import finite_beside, has_subject
from kawat.coding.content import journey
from kawat.lexicon.realis import RealisFile
from kawat.match.paths import marker_of
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token
from kawat.nouns.mention import When
from kawat.nouns.mentions import ACTOR_KINDS
from kawat.nouns.record import Realis, Why

FOLLOWS = 3  # words after a noun in which a participle may say that it is planned
OWN = 3  # words before a noun's verb that belong to it
REACH = 5  # words before a trigger in which a negation or an auxiliary still belongs to it
SINCE = 3  # words before "last year" in which "since" makes it a beginning
BACKGROUND = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Judged:
    """A realis and the step that gave it."""

    realis: Realis
    why: Why | None


def realis_of(search: Search, when: When | None) -> Judged:
    """The realis of a trigger: what its rule fixes, else denial, condition, plan, possibility, background, in this order."""
    if search.hit.rule.realis:
        return Judged(search.hit.rule.realis, None)  # type: ignore[arg-type]  # the rule file's word is checked on load
    words = search.scene.language.realis
    if travel := journey(search):
        return _judged(search, "planned", "realis/journey", travel)
    if condition := _only_if(search, words):
        return _judged(search, "hypothetical", "realis/condition", condition)
    for realis, cue in (*_scheduled(search, words), *_of_own_verb(search, words), *_before(search, words), *_far_before(search, words),
                        *_governed(search, words)):
        return _judged(search, realis, "realis/cue", cue)
    named = search.hit.trigger.noun or search.hit.head.pos == "NOUN"
    if named and when is not None and _lies_ahead(when, search.scene.article.day, words):
        return Judged("planned", Why("realis", "realis/date", when.span, note=when.start))
    if back := _looking_back(search, words):
        return _judged(search, "historical", "realis/background", back)
    if when is not None and (lies_back(when, search.scene.article.day) or (when.sense == "since" and search.hit.trigger.noun)):
        return Judged("historical", Why("realis", "realis/date", when.span, note=when.start or when.edtf))
    return Judged("actual", None)


def _judged(search: Search, realis: Realis, rule: str, cue: Token) -> Judged:
    return Judged(realis, Why("realis", rule, search.scene.span(cue.start, cue.end), note=cue.norm))


def _only_if(search: Search, words: RealisFile) -> Token | None:
    """The word by which a condition follows what somebody would agree to: "will sign a deal if the troops leave"."""
    tokens, at = search.scene.document.tokens, search.clause.last
    if search.hit.rule.type != "AGREE" or at >= search.scene.document.sentence_of(search.hit.head).last:
        return None
    return tokens[at] if tokens[at].norm in words.conditional else None


def _before(search: Search, words: RealisFile) -> Iterator[tuple[Realis, Token]]:
    """Denial, plan or possibility in the words right before the trigger; the last reset word ends their reach."""
    tokens = search.scene.document.tokens
    first = max(search.clause.first, search.hit.first.index - REACH)
    window = tokens[first:search.hit.first.index]
    resets = [i for i, token in enumerate(window) if token.norm in words.resets]
    window = window[resets[-1] + 1:] if resets else window
    opening = tokens[search.clause.first - 1] if search.clause.first else None
    if opening is not None and opening.norm in words.conditional:
        yield "hypothetical", opening
    tables: tuple[tuple[Realis, tuple[str, ...]], ...] = (
        ("denied", (*words.absent, *words.negation)), ("planned", (*words.planned, *_reported(search, words))),
        ("hypothetical", words.hypothetical))
    for realis, cues in tables:
        for first, _, _ in any_of_phrases(cues).find(window):
            yield realis, window[first]
    leading = tokens[max(0, search.clause.first - SINCE):search.clause.first]  # "tidak ada yang ditahan"
    yield from (("denied", leading[first]) for first, last, _ in any_of_phrases(words.absent).find(leading) if last >= len(leading) - 1)
    yield from (("denied", token) for token in tokens[search.hit.first.index + 1:search.hit.last.index]
                if token.norm in words.absent and token.norm not in search.hit.trigger.words)  # "was given no order to"


def _far_before(search: Search, words: RealisFile) -> Iterator[tuple[Realis, Token]]:
    """Negation or plan that the tree hangs on the verb though much stands between: "will on Friday, for the first time, hold talks"."""
    tables: tuple[tuple[Realis, tuple[str, ...]], ...] = (("denied", words.negation), ("planned", words.planned))
    for verb in _carrying(search):
        far = (child for child in search.scene.document.children(verb) if child.index < search.hit.first.index - REACH)
        for child in far:
            if child.label.split(":")[0] in {"aux", "advmod"} and search.clause.holds(child):
                yield from ((realis, child) for realis, cues in tables if child.norm in cues)
        before = search.scene.document.tokens[max(search.clause.first, verb.index - SINCE):verb.index]
        if search.hit.trigger.noun and verb.index < search.hit.first.index - 1:
            yield from ((realis, before[first]) for realis, cues in tables for first, _, _ in any_of_phrases(cues).find(before))


def _carrying(search: Search) -> tuple[Token, ...]:
    """The verb of the trigger: itself, or the light verb whose object a noun is."""
    head, grammar = search.hit.head, search.scene.language.grammar
    if not search.hit.trigger.noun:
        return (head,)
    verb = search.scene.document.tokens[head.head]
    light = {verb.norm, verb.lemma} & set(grammar.light_verbs)
    return (verb,) if head.label in {"obj", "nsubj:pass"} and light and verb.index < head.index else ()


def _reported(search: Search, words: RealisFile) -> tuple[str, ...]:
    """What was a plan when somebody said it: "said it would expel the envoy", and no condition in the sentence."""
    document = search.scene.document
    sentence = document.sentence_of(search.hit.head)
    below = [search.hit.head, *list(document.ancestors(search.hit.head))[:2]]
    conditional = any(token.norm in words.conditional for token in document.words(sentence))
    return words.reported_future if not conditional and any(token.label == "ccomp" for token in below) else ()


def _scheduled(search: Search, words: RealisFile) -> Iterator[tuple[Realis, Token]]:
    """A noun of which the next words say that it is planned: "lima aksi yang dijadwalkan berlangsung", "a strike planned for May"."""
    tokens, last = search.scene.document.tokens, search.hit.last.index
    end = min(search.scene.document.sentence_of(search.hit.head).last, last + 1 + FOLLOWS) if search.hit.trigger.noun else last
    verb = search.hit.head.head if search.hit.trigger.noun and search.hit.head.label.startswith("nsubj") else last
    for token in (*tokens[last + 1:end], *tokens[max(end, verb - 2):verb + 1]):  # "the truce between the two is due to start"
        if token.norm in words.scheduled:
            yield "planned", token


def _of_own_verb(search: Search, words: RealisFile) -> Iterator[tuple[Realis, Token]]:
    """A noun whose own verb says that it lies ahead or did not come about: "talks will resume", "pertemuan itu batal digelar"."""
    head, tokens = search.hit.head, search.scene.document.tokens
    if not search.hit.trigger.noun or not head.label.startswith("nsubj") or head.head <= search.hit.last.index:
        return
    verb, grammar = tokens[head.head], search.scene.language.grammar
    if not {verb.norm, verb.lemma} & {*grammar.occurs, *words.denied_heads}:
        return
    for token in tokens[max(search.hit.last.index + 1, verb.index - OWN):verb.index + 1]:
        if token.norm in words.negation or token.norm in words.denied_heads or token.lemma in words.denied_heads:
            yield "denied", token
        elif token.index < verb.index and token.norm in words.planned:
            yield "planned", token


def _governed(search: Search, words: RealisFile) -> Iterator[tuple[Realis, Token]]:
    """The verb or noun above the trigger denies, plans or asks for it."""
    document = search.scene.document
    keys = search.scene.language.settings.key
    tables: tuple[tuple[Realis, frozenset[str]], ...] = (
        ("denied", frozenset(words.denied_heads)), ("planned", frozenset(words.planned_heads)),
        ("hypothetical", frozenset(words.hypothetical_heads)))
    if search.hit.trigger.noun and search.hit.head.label.split(":")[0] in {"obl", "advcl"}:
        return  # "vowed revenge in a speech": what stands beside a plan is not planned
    if search.hit.trigger.noun and set(marker_of(document, search.hit.head).split()) & set(words.beside):
        return  # "pressed for a release during a meeting"
    below = search.hit.head
    for head in list(document.ancestors(search.hit.head))[:2]:
        child, label, beside, below = below, below.label, below.label == "conj", head
        if label.startswith("advcl") and (has_subject(document, child) or _free(search, child)):
            return  # "failed to pass a resolution after Norland cast its veto": a clause with a subject of its own; "refused, accusing …"
        if beside and finite_beside(document, search.scene.language.grammar, child):
            return
        if beside:
            continue  # "called it a massacre and demanded an inquiry": a verb joined to another is not governed by it
        if label.startswith("nmod") and search.scene.mentions.over(head, ACTOR_KINDS) is not None:
            return  # "death sought for the suspect in the attack": what is sought for somebody is not what he did
        if not search.clause.holds(head) and search.hit.head.label not in {"xcomp", "ccomp", "obj", "acl"}:
            return
        for realis, heads in tables:
            if (head.norm in heads or (keys == "lemma" and head.lemma in heads)) and head.index < search.hit.first.index:
                yield realis, head


def _free(search: Search, verb: Token) -> bool:
    """A participle no word marks stands beside the verb above it, where an infinitive would be marked."""
    return not search.scene.language.grammar.bare_infinitives and not marker_of(search.scene.document, verb)


def _looking_back(search: Search, words: RealisFile) -> Token | None:
    """A word or phrase in the clause that tells what lies back ("tahun lalu", "last year"); "since" right before the trigger."""
    tokens = search.scene.document.tokens
    clause = tokens[search.clause.first:search.clause.last]
    for first, last, phrase in any_of_phrases((*words.historical, *words.sooner)).find(clause):
        opened = {token.norm for token in clause[max(0, first - SINCE):first]} & set(words.since)
        if phrase not in words.sooner and not (opened and not search.hit.trigger.noun and last - first > 1):
            return clause[first]  # "the first since last year" dates nothing back
    before = tokens[search.hit.first.index - 1] if search.hit.first.index else None
    return before if before is not None and before.norm in words.since and search.hit.trigger.noun else None


def _lies_ahead(when: When, day: str | None, words: RealisFile) -> bool:
    """True for a time after the article's day, or one told by such words as "next" and "depan"."""
    if when.span is not None and when.basis == "relative" and set(when.span.text.lower().split()) & set(words.coming):
        return True
    return day is not None and when.start is not None and when.sense in {"at", "between"} and when.start > day


def lies_back(when: When, day: str | None) -> bool:
    """True for a time more than about a month before the article's day; without that day, for a year or a month of a year."""
    if when.sense in {"since", "until"}:
        return False
    end = when.end or when.start
    if day is None:
        return end is not None and when.basis == "stated" and when.precision in {"year", "month"}
    return end is not None and date.fromisoformat(end) < date.fromisoformat(day) - BACKGROUND
