"""Whether the words a rule asks for, or forbids, stand around its trigger."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.coding.arguments import Search
from kawat.coding.compound import PEOPLE
from kawat.lexicon.rules import UNLESS_REACH
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token

RELATIVE_REACH = 8  # words after a trigger in which a relative clause may say what its rule needs


def allowed(search: Search) -> bool:
    """`needs` and `unless` of the rule hold in the clause, the trigger's own words aside for `unless`."""
    needs = search.hit.rule.needs
    if _ends_in_time(search) or (needs and not _has(search, needs)):
        return False
    return not _forbidden(search)


def _has(search: Search, needs: frozenset[str]) -> bool:
    """A word that is needed stands in the clause or its subject, or somebody of a sector that serves as well."""
    around = (*search.subject_words(), *search.scene.document.tokens[search.clause.opening:_needs_end(search)])
    return any_of_phrases(needs).stand_in(around) or _serves(search, around)


def _needs_end(search: Search) -> int:
    """What a rule needs may stand in a relative clause right after the trigger ("gencatan senjata yang mulai berlaku")."""
    sentence = search.scene.document.sentence_of(search.hit.head)
    return min(sentence.last, max(search.clause.last, search.hit.last.index + 1 + RELATIVE_REACH))


def _serves(search: Search, around: Iterable[Token]) -> bool:
    sectors = search.hit.rule.needs_sectors
    return bool(sectors) and any((mention := search.scene.mentions.over(token, PEOPLE)) is not None and mention.sector in sectors
                                 for token in around)


def _ends_in_time(search: Search) -> bool:
    """"The second week of a strike on Monday": the preposition that would aim a strike opens a time."""
    hit, document = search.hit, search.scene.document
    behind, aimed = hit.last.index + 1, hit.trigger.noun and hit.rule.type == "ASSAULT"
    opens = aimed and hit.last.pos == "ADP" and behind < len(document.tokens)
    return opens and search.scene.mentions.over(behind, {"time"}) is not None


def _forbidden(search: Search) -> bool:
    """True where a forbidden word stands near the trigger and is none of its own."""
    document = search.scene.document
    phrases = any_of_phrases(search.hit.rule.unless)
    if phrases.absent(document.vocabularies[document.sentence_of(search.hit.head).index]):
        return False
    clause = document.tokens[search.clause.first:search.clause.last]
    return any(_near(search, clause[first:last]) and not all(_spelt(search, token) for token in clause[first:last])
               for first, last, _ in phrases.find(clause))


def _near(search: Search, words: tuple[Token, ...]) -> bool:
    """True for words so near the trigger that they speak of what it tells."""
    return words[-1].index >= search.hit.first.index - UNLESS_REACH and words[0].index <= search.hit.last.index + UNLESS_REACH


def _spelt(search: Search, token: Token) -> bool:
    """True for a word of the trigger itself, not for one in its gaps."""
    inside = search.hit.first.index <= token.index <= search.hit.last.index
    return inside and bool({token.norm, token.lemma} & set(search.hit.trigger.words))
