"""Whom a pronoun stands for: the last fitting actor before it that does not take part in the same deed."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.lexicon.language import Language
from kawat.nouns.document import Document, Token
from kawat.nouns.mention import Mention

SUBJECT = frozenset({"nsubj", "nsubj:pass", "root"})
OBJECT = frozenset({"obj", "iobj", "obl"})
BODIES = frozenset({"group", "organisation", "country"})
REACH = 2  # sentences back in which a pronoun finds its antecedent
CLIMB = 3  # steps from a verb to the one whose subject it shares
Antecedent = tuple[Mention, str]


def of_pronoun(document: Document, language: Language, mention: Mention, earlier: Sequence[Mention]) -> Antecedent | None:
    """Whom a pronoun or a clitic points back to, and by which rule; None where nobody fits."""
    words, token = language.coreference, document.tokens[mention.head]
    near = _near(document, mention, earlier)
    if token.norm in words.clitic:
        return _of_clitic(document, language, token, near)
    said = token.index + 1 < len(document.tokens) and document.tokens[token.index + 1].pos in {"VERB", "AUX"}  # "said it stood by …"
    apart = near if said else [m for m in near if m.entity not in _fellows(document, token, near)]
    if token.norm in words.plural:
        many = [m for m in apart if m.kind in {"group", "organisation"}]
        rest = [m for m in apart if m.kind == "group"] or [m for m in apart if m.kind == "country"]
        return _last(document, many, "coreference/pronoun") or _last(document, rest, "coreference/pronoun", loose=True)
    wanted = BODIES if token.norm in words.things else {"person"}
    fitting = [m for m in apart if m.kind in wanted and not (token.norm in words.things and _many(document, m))]
    return _last(document, fitting, "coreference/pronoun", loose=wanted == {"person"})


def _many(document: Document, mention: Mention) -> bool:
    """"EU ambassadors" are more than one by the form of their word: "its" is none of theirs."""
    head = document.tokens[mention.head]
    return mention.kind == "group" and head.pos == "NOUN" and head.norm != head.lemma and head.norm.endswith("s")


def of_side(document: Document, language: Language, mention: Mention, earlier: Sequence[Mention]) -> Antecedent | None:
    """Whose side "pihaknya" is: whoever was the last subject before it."""
    after = document.tokens[mention.last:mention.last + 1]
    words = language.coreference
    if document.tokens[mention.head].norm not in words.sides or not after or after[0].norm not in words.clitic:
        return None
    return _last(document, [m for m in _near(document, mention, earlier) if m.kind in {"person", "organisation"}], "coreference/side")


def _of_clitic(document: Document, language: Language, token: Token, near: list[Mention]) -> Antecedent | None:
    """An object clitic ("menuduhnya") stands for the last person who is not the doer, one behind a number for the last group, an owner's
    ("serangannya") for the subject before it in the sentence."""
    host = document.tokens[token.index - 1]
    if host.norm in language.coreference.collectives:
        return _last(document, [m for m in near if m.kind == "group"], "coreference/collective", loose=True)
    if host.pos in {"NOUN", "PROPN"}:
        sentence = document.sentence_of(token)
        return _last(document, [m for m in near if m.first >= sentence.first], "coreference/owner")
    if host.pos != "VERB" or token.label != "obj":
        return None
    fellows = _fellows(document, token, near)
    others = [m for m in near if m.kind == "person" and m.entity not in fellows]
    return _last(document, others, "coreference/clitic", subjects_first=False)


def _near(document: Document, mention: Mention, earlier: Sequence[Mention]) -> list[Mention]:
    """The actors of the mention's sentence and the two before it, in the order of the text."""
    sentence = document.sentence_of(document.tokens[mention.head]).index
    return [m for m in earlier if m.kind in BODIES | {"person"} and m.last <= mention.first
            and 0 <= sentence - document.sentence_of(document.tokens[m.head]).index <= REACH]


def _fellows(document: Document, token: Token, near: list[Mention]) -> set[str | None]:
    """Who does what is done to the pronoun: nobody accuses himself by a pronoun."""
    if token.label.split(":")[0] not in OBJECT:
        return set()
    verb = document.tokens[token.head]
    for _ in range(CLIMB):
        subjects = {child.index for child in document.children(verb) if child.label.startswith("nsubj")}
        if subjects:
            return {m.entity for m in near if m.head in subjects or subjects & set(range(m.first, m.last))}
        verb = document.tokens[verb.head]
    return set()


def _last(document: Document, fitting: list[Mention], rule: str, loose: bool = False, subjects_first: bool = True) -> Antecedent | None:
    """The last subject among them; where none is one and `loose`, the last of all. Of nested ones the widest."""
    subjects = [m for m in fitting if document.tokens[m.head].label in SUBJECT] if subjects_first else fitting
    chosen = subjects or (fitting if loose else [])
    if not chosen:
        return None
    last = chosen[-1]
    return next(m for m in chosen if m.first <= last.first and last.last <= m.last), rule
