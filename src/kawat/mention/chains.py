"""Which mentions are one: by the lists, by name, by acronym, by title, by pronoun; precision first, and each link says why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kawat.lexicon.language import Language
from kawat.mention.pronouns import of_pronoun, of_side
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Token
from kawat.nouns.mention import Link, Mention
from kawat.nouns.record import record_id
from kawat.nouns.text import span_of

ARMED = frozenset({"REB", "IMG"})
NAMED_FULLER = frozenset({"coreference/surname", "coreference/first_name"})
NAMED_BEFORE = frozenset({"coreference/title", "coreference/acronym", "coreference/definite", "coreference/side"})


def chained(article: Article, document: Document, language: Language, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The mentions with their chains, pronouns added; `entity` counts the chains in the order they begin."""
    linked: list[Mention] = []
    keys: dict[str, str] = {}
    for mention in _with_pronouns(article, document, language, mentions):
        antecedent = _antecedent(document, language, mention, linked)
        entity = antecedent[0].entity if antecedent else keys.setdefault(_key(mention), f"x{len(keys) + 1}")
        linked.append(_at_home(document, language, _linked(article, mention, entity, antecedent), linked))
    return tuple(linked)


def _at_home(document: Document, language: Language, mention: Mention, earlier: list[Mention]) -> Mention:
    """"His country", "negaranya": the country of the person named last, where a word for "his" stands beside it."""
    words = language.coreference
    if mention.country or document.tokens[mention.head].norm not in words.home:
        return mention
    beside = {t.norm for t in document.tokens[max(0, mention.first - 1):mention.last + 1]}
    owner = next((m for m in reversed(earlier) if m.kind == "person" and m.country), None) if beside & set(words.owners) else None
    return replace(mention, country=owner.country, why="coreference/home") if owner else mention


def _key(mention: Mention) -> str:
    """What makes two mentions one without any rule: the same listed actor, or the same words."""
    return mention.actor or f"{mention.kind} {mention.span.text.casefold()}"


def _linked(article: Article, mention: Mention, entity: str | None, antecedent: tuple[Mention, str] | None) -> Mention:
    if antecedent is None:
        return replace(mention, entity=entity)
    other, rule = antecedent
    naming = _fullest(other) if mention.kind == "pronoun" or rule in NAMED_BEFORE else None
    if rule == "coreference/acronym":  # capitals alone do not show what they stand for
        mention = replace(mention, id=record_id("mentions", article.id, mention.span, other.kind), kind=other.kind, name=other.name)
    return replace(mention, entity=entity, naming=naming, link=Link(other.id, rule), actor=mention.actor or other.actor,
                   country=mention.country or other.country, sector=mention.sector or other.sector,
                   public=other.public if mention.public is None else mention.public,
                   basis="coreference" if mention.kind == "pronoun" else mention.basis)


def _fullest(other: Mention) -> str:
    """The mention that names best along the chain: where a surname was reached, the full name it goes back to."""
    if other.naming:
        return other.naming
    return other.link.to if other.link is not None and other.link.rule in NAMED_FULLER else other.id


def _with_pronouns(article: Article, document: Document, language: Language, mentions: tuple[Mention, ...]) -> Iterator[Mention]:
    """Mentions and pronouns in the order of the text."""
    words = language.coreference
    pointing = {*words.singular, *words.plural, *words.clitic, *words.things}
    covered = {i for m in mentions for i in range(m.first, m.last)}
    found = [_pronoun(article, token) for token in document.tokens
             if token.norm in pointing and token.index not in covered and (token.pos in {"PRON", "DET"} or token.norm in words.singular)]
    yield from sorted((*mentions, *found), key=lambda m: (m.first, -m.last))


def _pronoun(article: Article, token: Token) -> Mention:
    span = span_of(article.text, token.start, token.end)
    name = record_id("mentions", article.id, span, "pronoun")
    return Mention(id=name, span=span, kind="pronoun", first=token.index, last=token.index + 1, head=token.index)


def _antecedent(document: Document, language: Language, mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """Whom a mention points back to, and by which rule; None where it names somebody new."""
    if mention.kind == "pronoun":
        return of_pronoun(document, language, mention, earlier)
    if (side := of_side(document, language, mention, earlier)) is not None:
        return side
    if mention.actor is None and (defined := _of_acronym(document, mention, earlier)) is not None:
        return defined
    if mention.kind == "person" and mention.actor is None:
        return _of_surname(mention, earlier) or _of_first_name(mention, earlier) or _of_title(language, mention, earlier)
    if mention.kind in {"organisation", "person", "group"} and mention.actor is None:
        return _of_definite(document, language, mention, earlier)
    return None


def _of_first_name(mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """One word that begins the longer name of exactly one person told before: "Ola" after "Ola Berg"."""
    if mention.name is None or " " in mention.name:
        return None
    same = {m.entity: m for m in earlier if m.kind == "person" and m.name and m.name.casefold().startswith(f"{mention.name.casefold()} ")}
    return (_whole(next(iter(same.values())), earlier), "coreference/first_name") if len(same) == 1 else None


def _of_definite(document: Document, language: Language, mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """A word for any body, marked as known ("organisasi itu", "the group"): the last body or group named not long ago."""
    body = document.tokens[mention.head].norm in language.coreference.bodies
    if not body or mention.basis != "title" or mention.plural or mention.country:
        return None
    near = [*document.tokens[max(0, mention.first - 1):mention.first + 1], *document.tokens[mention.last:mention.last + 1]]
    if not any(token.norm in language.coreference.definite for token in near):
        return None
    sentence = document.sentence_of(document.tokens[mention.head]).index
    named = [m for m in earlier if m.kind in {"organisation", "group"} and (m.basis == "named" or m.name) and _alike(mention, m)
             and 0 <= sentence - document.sentence_of(document.tokens[m.head]).index <= 2]
    return (named[-1], "coreference/definite") if named else None


def _alike(mention: Mention, other: Mention) -> bool:
    """"The militant group" is no ministry: what a word for a body says of its sector, the body named before does not contradict."""
    return mention.sector in {None, "UNK", other.sector} or other.sector in {None, "UNK"} or {mention.sector, other.sector} <= ARMED


def _of_surname(mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """A name that ends an earlier longer one: "Berg" after "Menteri Ola Berg"."""
    words = mention.span.text.split()
    for other in reversed(earlier):
        if other.kind == "person" and other.name and len(other.name.split()) >= len(words) and mention.name:
            same = other.name.split()[-1].casefold() == mention.name.split()[-1].casefold()
            if same and _fits(words, other):
                return _whole(other, earlier), "coreference/surname"
    return None


def _whole(mention: Mention, earlier: list[Mention]) -> Mention:
    """The person's phrase with its title, where the mention is the name inside it."""
    return next((m for m in earlier if m.kind == "person" and m.entity == mention.entity and m.first <= mention.first
                 and mention.last <= m.last), mention)


def _fits(words: list[str], other: Mention) -> bool:
    return words[-1].casefold() in {w.casefold().strip(",.") for w in other.span.text.split()}


def _of_title(language: Language, mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """A title alone after somebody with that title: "presiden itu", "the minister"."""
    if mention.basis != "title" or mention.name:
        return None
    title = mention.span.text.casefold().split()
    for other in reversed(earlier):
        if other.kind == "person" and other.name and other.sector == mention.sector and title[-1] in other.span.text.casefold():
            return other, "coreference/title"
    return None


def _of_acronym(document: Document, mention: Mention, earlier: list[Mention]) -> tuple[Mention, str] | None:
    """Capitals defined in a parenthesis earlier in the page: "(MIT)"."""
    text = mention.span.text
    if not (text.isupper() and 2 <= len(text) <= 8):
        return None
    for other in earlier:
        if f"({text})" in other.span.text and other.first != mention.first:
            return other, "coreference/acronym"
        after = document.tokens[other.last:other.last + 3]
        if len(after) == 3 and after[0].text == "(" and after[1].text == text and after[2].text == ")":
            return other, "coreference/acronym"
    return None
