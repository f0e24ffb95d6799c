"""Where rules fire: words of the text that may carry an event."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, cached_property

from kawat.lexicon.language import Language
from kawat.lexicon.rules import Rule, Trigger
from kawat.nouns.document import Document, Sentence, Token

LONGEST_GAP = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found: tokens `first` to `last` (inclusive), and `head`, the token arguments are looked for from."""

    rule: Rule
    trigger: Trigger
    first: Token
    last: Token
    head: Token

    @classmethod
    def at(cls, rule: Rule, token: Token, passive: bool = False) -> Hit:
        """A rule's hit as if one word were its trigger: the verb that carries the trigger, or one beside it."""
        return cls(rule, Trigger((token.norm,), False, passive), token, token, token)

    @property
    def size(self) -> int:
        """Words the phrase covers, gaps included."""
        return self.last.index - self.first.index + 1

    @property
    def spelt(self) -> int:
        """Words of the phrase the rule spells out: of two rules over the same words, the one that names more of them is meant."""
        return sum(word != "*" for word in self.trigger.words)


@dataclass(frozen=True)
class Triggers:
    """All triggers of a language, by their first word."""

    by_first: dict[str, tuple[tuple[Rule, Trigger], ...]]
    on_form: bool
    modals: bool = False

    def keys(self, token: Token) -> tuple[str, ...]:
        """What a token is looked up by: its form, and its lemma where the language keys on it."""
        return (token.norm,) if self.on_form or token.lemma == token.norm else (token.norm, token.lemma)

    def hits(self, document: Document, sentence: Sentence, holds: Callable[[Hit], bool] = lambda hit: True) -> tuple[Hit, ...]:
        """The triggers of a sentence that hold, left to right; of overlapping ones the longest, then the first."""
        found = sorted(filter(holds, self._all(document, sentence)), key=_preference)
        taken: list[Hit] = []
        for hit in found:
            if not any(hit.first.index <= other.last.index and other.first.index <= hit.last.index and
                       (hit.first.index, hit.last.index) != (other.first.index, other.last.index) for other in taken):
                taken.append(hit)
        return tuple(sorted(taken, key=lambda hit: hit.first.index))

    @cached_property
    def _by_two(self) -> dict[str, dict[str, tuple[tuple[Rule, Trigger], ...]]]:
        """The triggers by their first word and their second: "" where there is none, the next one told where others may stand between."""
        found: dict[str, dict[str, list[tuple[Rule, Trigger]]]] = {}
        for first, pairs in self.by_first.items():
            for rule, trigger in pairs:
                found.setdefault(first, {}).setdefault(_second(trigger), []).append((rule, trigger))
        return {first: {second: tuple(pairs) for second, pairs in by_second.items()} for first, by_second in found.items()}

    def _opened(self, words: tuple[Token, ...], at: int) -> Iterator[tuple[Rule, Trigger]]:
        """The triggers that the words at a place may be, by the first two of them."""
        near = [key for word in words[at + 1:at + 2 + LONGEST_GAP] for key in self.keys(word)]
        following = self.keys(words[at + 1]) if at + 1 < len(words) else ()
        for key in self.keys(words[at]):
            if (by_second := self._by_two.get(key)) is not None:
                for second in ("", *dict.fromkeys(f"* {key}" for key in near), *following):
                    yield from by_second.get(second, ())

    def _all(self, document: Document, sentence: Sentence) -> Iterator[Hit]:
        words, opening = document.words(sentence), self._by_two
        for i in [i for i, word in enumerate(words) if word.norm in opening or word.lemma in opening]:
            token = words[i]
            for rule, trigger in self._opened(words, i):
                last = self._match(trigger.words[1:], words, i + 1) if len(trigger.words) > 1 else i + 1
                if last is not None and self._told(document, trigger, words[i:last]) and (
                        self._is_modal(token) or _right_class(trigger, words[i:last], _opens(words, i))):
                    yield Hit(rule, trigger, token, words[last - 1], _main(document, _head(trigger, words[i:last])))

    def _told(self, document: Document, trigger: Trigger, words: tuple[Token, ...]) -> bool:
        """False where a single verb only names a thing, or describes the noun behind it where articles stand before nouns."""
        if self.on_form or trigger.noun:
            return not _names_a_thing(document, trigger, words)
        describes = _attributive(document, words[0]) if len(words) == 1 else _nominal(words)
        return not describes and not _names_a_thing(document, trigger, words)

    def _is_modal(self, token: Token) -> bool:
        """Taggers call words of wanting adverbs as often as verbs ("hendak", "ingin"): where wishes are looked for, they count."""
        return self.modals and token.pos in {"ADV", "AUX"}

    def _match(self, wanted: tuple[str, ...], words: tuple[Token, ...], at: int) -> int | None:
        """The index after the last word of the phrase, or None."""
        if not wanted:
            return at
        if wanted[0] == "*":
            for gap in range(LONGEST_GAP + 1):
                found = self._match(wanted[1:], words, at + gap)
                if found is not None:
                    return found
                if at + gap >= len(words) or (words[at + gap].pos not in IN_GAPS and words[at + gap].norm != "-"):
                    return None
            return None
        if at < len(words) and wanted[0] in self.keys(words[at]):
            return self._match(wanted[1:], words, at + 1)
        return None


def _preference(hit: Hit) -> tuple[int, int, bool, int]:
    """The longest phrase first, then the one spelt out most, without a gap, and furthest left."""
    return -hit.size, -hit.spelt, "*" in hit.trigger.words, hit.first.index


def _second(trigger: Trigger) -> str:
    return " ".join(trigger.words[1:3]) if trigger.words[1:2] == ("*",) else "".join(trigger.words[1:2])


IN_GAPS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "ADV", "PART", "ADP"})
NEVER_HEADS = frozenset({"amod", "advmod", "compound:prt"})
CLAUSES = frozenset({"root", "ccomp", "advcl", "acl", "parataxis", "xcomp"})  # what heads a clause is a verb, whatever the tagger says
NEVER_VERBS = frozenset({"NOUN", "PROPN", "ADJ", "X", "ADP", "DET", "CCONJ", "INTJ", "NUM"})


def _opens(words: tuple[Token, ...], at: int) -> bool:
    """True for the first word of a sentence or behind a stop, where any word is capitalised."""
    return at == 0 or words[at - 1].pos == "PUNCT"


def _right_class(trigger: Trigger, words: tuple[Token, ...], opens: bool) -> bool:
    """A single word must be tagged as what it triggers as; taggers err on foreign names, so only clear clashes count.

    "March 24" is no march, "the wounded people" no attack.
    """
    if len(words) > 1:
        return not (_is_done(trigger, words) if trigger.noun else _only_described(trigger, words))
    word = words[0]
    if trigger.passive and word.pos != "PROPN":
        return True  # nothing else is built so ("digeledah"), whatever the tagger says
    if word.pos == "PROPN" and not word.text.isupper() and word.text[:1].isupper() and word.label != "root" and not opens:
        return False
    if trigger.noun:
        return word.pos not in {"VERB", "AUX"} or word.label in {"obj", "nsubj", "obl", "nmod"}
    return word.label not in NEVER_HEADS and (word.pos not in NEVER_VERBS or word.label.split(":")[0] in CLAUSES)


def _is_done(trigger: Trigger, words: tuple[Token, ...]) -> bool:
    """"The court ordered …" is no court order."""
    head = _head(trigger, words)
    return head.pos == "VERB" and head.label.split(":")[0] in CLAUSES and head.index > words[0].index


def _only_described(trigger: Trigger, words: tuple[Token, ...]) -> bool:
    """"The recognised government" recognises nobody, and who "announced on a visit" announced no visit."""
    if words[-1].pos not in {"NOUN", "PROPN"}:
        return False
    return words[0].label == "amod" or (trigger.words[1:2] == ("*",) and words[1].pos == "ADP" and words[0].pos == "VERB")


def _names_a_thing(document: Document, trigger: Trigger, words: tuple[Token, ...]) -> bool:
    """"They are in the wrong place": a noun with its preposition or article is no verb, even where it heads its clause."""
    if trigger.noun or len(words) > 1 or words[0].pos != "NOUN":
        return False
    return any(child.label in {"case", "det", "cop"} for child in document.children(words[0]))


def _nominal(words: tuple[Token, ...]) -> bool:
    """"Fuel supplies to the town" supply nothing: a noun that stands as a thing and its preposition are no verb."""
    thing = words[0].pos == "NOUN" and words[0].label.split(":")[0] in {"obj", "nsubj", "obl", "nmod"}
    return thing and len(words) == 2 and words[1].pos == "ADP"


def _attributive(document: Document, word: Token) -> bool:
    """"The outlawed front": a participle between an article and a noun tells what is known of it, not what was done."""
    at, tokens = word.index, document.tokens
    if word.norm == word.lemma or not 0 < at < len(tokens) - 1:
        return False
    return tokens[at - 1].pos == "DET" and tokens[at - 1].label == "det" and tokens[at + 1].pos in {"NOUN", "PROPN", "ADJ"}


def _head(trigger: Trigger, words: tuple[Token, ...]) -> Token:
    """The topmost token of the phrase: the one whose head lies outside it."""
    inside = {word.index for word in words}
    return next((word for word in words if word.head not in inside or word.head == word.index), words[0])


def _main(document: Document, word: Token) -> Token:
    """The verb an auxiliary belongs to: what hangs on "must" hangs on the verb behind it."""
    return document.tokens[word.head] if word.label.split(":")[0] == "aux" else word


@cache
def triggers_of(language: Language) -> Triggers:
    """The triggers of a language's event rules."""
    return triggers_from(language.rules, language)


@cache
def position_triggers_of(language: Language) -> Triggers:
    """The triggers of a language's rules of positions."""
    return replace(triggers_from(language.position_rules, language), modals=True)


def triggers_from(rules: tuple[Rule, ...], language: Language) -> Triggers:
    """The triggers of some rules, found on what the language keys on."""
    table: dict[str, list[tuple[Rule, Trigger]]] = {}
    for rule in rules:
        for trigger in rule.triggers:
            table.setdefault(trigger.words[0], []).append((rule, trigger))
    return Triggers({word: tuple(pairs) for word, pairs in table.items()}, language.settings.key == "form")
