"""The pieces noun phrases of actors are made of: names, titles, honorifics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from kawat.lexicon.actors import Form, valid
from kawat.lexicon.language import Language
from kawat.lexicon.outlets import Outlet, outlets
from kawat.lexicon.places import toponyms
from kawat.lexicon.titles import RoleRow
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence, Token

NOT_TITLES = frozenset({"VERB", "ADP", "AUX", "ADV", "SCONJ"})  # tags of single words that name nobody, unless they are subjects


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `first` to `last` (exclusive): a listed or unlisted name, or the word of a title.

    `tag` is what the entity tagger says of an unlisted name, "" where it says nothing; `text` is set for unlisted names alone.
    """

    first: int
    last: int
    kind: Literal["name", "title", "honorific"]
    form: Form | None = None
    role: RoleRow | None = None
    tag: str = ""
    text: str = ""


def pieces(article: Article, document: Document, language: Language, sentence: Sentence, dated: frozenset[int]) -> dict[int, Piece]:
    """The pieces of a sentence by their first token; a listed name beats a title, a title an unlisted name, the longer the shorter.

    `dated` are tokens of times: months are no names.
    """
    found: dict[int, Piece] = {}
    taken: set[int] = set()
    for piece in sorted(_listed(article, document, language, sentence), key=lambda p: (p.first - p.last, p.first)):
        _take(piece, found, taken)
    for piece in (*_titles(document, language, sentence, frozenset(taken)), *_honorifics(document, language, sentence)):
        _take(piece, found, taken)
    taken |= dated
    for piece in _unlisted(article, document, language, sentence, taken):
        _take(piece, found, taken)
    return found


def _take(piece: Piece, found: dict[int, Piece], taken: set[int]) -> None:
    span = range(piece.first, piece.last)
    if not taken.intersection(span):
        taken.update(span)
        found[piece.first] = piece


def _listed(article: Article, document: Document, language: Language, sentence: Sentence) -> Iterator[Piece]:
    """Names of the lists, as they are written."""
    words = document.words(sentence)
    ends = frozenset(token.end for token in words)
    for token in words:
        forms = language.names.at(article.view, token.start, ends) if token.text[0].isalnum() else ()
        if forms:
            form = next((f for f in forms if valid(f.actor, article.day)), forms[0])
            last = next(t.index for t in words if t.end == token.start + len(form.text)) + 1
            longer = (_part_of_longer(document, token, last, form) or _part_of_region(document, token, last, form)
                      or _ends_longer(article, document, language, token, last, form))
            if not longer and not _deputised(document, language, sentence, token, last):
                yield Piece(token.index, last, "name", form=form)


def _part_of_longer(document: Document, token: Token, last: int, form: Form) -> bool:
    """A surname inside a longer unlisted name ("Kim" in "Kim Novak") is not the listed person."""
    if form.actor.kind != "person" or last - token.index > 1:
        return False
    return last < len(document.tokens) and document.tokens[last].pos == "PROPN" and any(
        name.first == token.index and name.last > last and name.label == "PER" for name in document.names)


def _deputised(document: Document, language: Language, sentence: Sentence, token: Token, last: int) -> bool:
    """Whoever stands in for the holder of a listed office is somebody else: "Wakil Sekretaris Jenderal PBB"."""
    before = document.tokens[token.index - 1] if token.index > sentence.first else None
    if before is None or before.norm not in language.titles.deputies:
        return False
    return any(language.title_phrases.at(document.tokens, index) is not None for index in range(token.index, last))


def _part_of_region(document: Document, token: Token, last: int, form: Form) -> bool:
    """A state's word in the name of another's region is not that state: "New Jersey", "British Columbia"."""
    name = next((n for n in document.names if n.label == "LOC" and n.first <= token.index and last <= n.last), None)
    if form.actor.kind != "country" or name is None or name.last - name.first == last - token.index:
        return False
    regions = [t for t in toponyms(" ".join(t.norm for t in document.tokens[name.first:name.last])) if t.precision == "admin1"]
    return bool(regions) and all(t.country != form.actor.country for t in regions)


def _ends_longer(article: Article, document: Document, language: Language, token: Token, last: int, form: Form) -> bool:
    """A body's short name at the end of a longer one is not that body: "Congress" in "African National Congress"."""
    if form.actor.kind != "organisation" or last - token.index > 1 or form.text.isupper():
        return False
    name = next((n for n in document.names if n.first < token.index < n.last), None)
    if name is None or document.tokens[token.index - 1].pos != "PROPN":
        return False
    opening = document.tokens[name.first]
    return not language.names.at(article.view, opening.start, frozenset({document.tokens[token.index - 1].end}))


def _titles(document: Document, language: Language, sentence: Sentence, taken: frozenset[int]) -> Iterator[Piece]:
    """The longest title at each word that does not run into a listed name; a row without a sector only keeps its words from being one.

    None begins inside a place ("Raja Ampat"); one may end at its first word ("Wali Kota Depok").
    """
    words, inner = document.words(sentence), _in_bodies(document, sentence)
    located = _in_locations(document, sentence)
    at = 0
    while at < len(words):
        if words[at].index in located or not language.title_phrases.may_open(words[at]):
            at += 1
            continue
        limit = next((i for i in range(at, len(words)) if sentence.first + i in taken), len(words))
        found = language.title_phrases.at(words[:limit], at) if at < limit else None
        if found is None:
            at += 1
            continue
        end, role = found
        leads = end - at == 1 and words[at].norm in language.titles.lead  # "seorang" has the lemma of "orang" and is nobody
        inside = end - at == 1 and words[at].index in inner
        names = end - at > 1 or words[at].pos not in NOT_TITLES or words[at].label.startswith("nsubj")
        if role.sector and not leads and not inside and names:
            yield Piece(sentence.first + at, sentence.first + end, "title", role=role)
        at = end


def _in_locations(document: Document, sentence: Sentence) -> frozenset[int]:
    """First words of places that the table knows are nobody's title: the king in "Raja Ampat"."""
    names = [n for n in document.names if n.label == "LOC" and sentence.first <= n.first and n.last <= sentence.last]
    return frozenset(i for n in names for i in range(n.first, n.last - 1) if document.tokens[i].text[:1].isupper()
                     and toponyms(" ".join(t.norm for t in document.tokens[i:n.last])))


def _in_bodies(document: Document, sentence: Sentence) -> frozenset[int]:
    """Capitalised words inside the name of a body, its ends aside, which by themselves are nobody's title: "Barisan Rakyat Andes"."""
    names = [n for n in document.names if n.label == "ORG" and sentence.first <= n.first and n.last <= sentence.last]
    return frozenset(i for n in names for i in range(n.first + 1, n.last - 1) if document.tokens[i].text[:1].isupper())


def _honorifics(document: Document, language: Language, sentence: Sentence) -> Iterator[Piece]:
    words, located = document.words(sentence), _in_locations(document, sentence)
    for token, following in pairwise(words):
        rank = token.norm in language.titles.honorifics and token.index not in located
        role = language.titles.rank(token.norm) if rank else None
        if rank and token.text[0].isupper() and following.text[:1].isupper() and not _first_name(document, token, role):
            yield Piece(token.index, token.index + 1, "honorific", role=role)


def _first_name(document: Document, token: Token, role: RoleRow | None) -> bool:
    """A word of rank that opens a person's name behind another capitalised word is his first name: "Wali Kota Depok Imam Subarkah"."""
    opens = any(name.label == "PER" and name.first == token.index for name in document.names)
    forces = role is not None and role.sector in {"MIL", "COP"}
    return opens and not forces and token.index > 0 and document.tokens[token.index - 1].text[:1].isupper()


@lru_cache(maxsize=4096)
def outlet_named(text: str) -> Outlet | None:
    """The outlet of that name; one letter wrong is forgiven only in names of two words and more ("Ankara" is not "Antara")."""
    return outlets().find(text) if " " in text else outlets().exactly(text)


def _tag_of(article: Article, document: Document, language: Language, tags: dict[int, str], first: int, last: int) -> str:
    """What the tagger says of a name; a known outlet is a body whatever it says, and so is a name with a word for a body in it."""
    tokens = document.tokens[first:last]
    body = last - first > 1 and any(token.norm in language.titles.bodies for token in tokens)
    if body or outlet_named(article.text[tokens[0].start:tokens[-1].end]):
        return "ORG"
    return _tag(tags, first, last)


def _unlisted(article: Article, document: Document, language: Language, sentence: Sentence, taken: set[int]) -> Iterator[Piece]:
    """Runs of proper nouns, and what the entity tagger names, outside the lists."""
    tags = {i: name.label for name in document.names for i in range(name.first, name.last)}
    index = sentence.first
    while index < sentence.last:
        if index in taken or not _nameish(document.tokens[index], tags):
            index += 1
            continue
        last = index + 1
        while last < sentence.last and last not in taken and _goes_on(document, language, last, sentence.last, tags, index):
            last += 1
        if index == sentence.first and last - index > 1 and document.tokens[index].norm in language.cues.by_first:
            index += 1
        if index == sentence.first and last - index == 1 and index not in tags and not _acronym(document, index):
            index = last  # any word is capitalised there
            continue
        yield Piece(index, last, "name", tag=_tag_of(article, document, language, tags, index, last),
                    text=article.text[document.tokens[index].start:document.tokens[last - 1].end])
        index = last


def _acronym(document: Document, index: int) -> bool:
    """Capitals where the next word has small letters, so that not the whole line is set in capitals."""
    text = document.tokens[index].text
    return text.isupper() and 2 <= len(text) <= 8 and any(t.text.islower() for t in document.tokens[index + 1:index + 2])


def _nameish(token: Token, tags: dict[int, str]) -> bool:
    return _capitalised(token.text) and (token.pos == "PROPN" or (token.index in tags and token.pos not in {"ADP", "DET", "PRON", "VERB"}))


def _capitalised(text: str) -> bool:
    """A capital at the beginning, or behind the article of an Arabic name: "al-Balah"."""
    article, hyphen, name = text.partition("-")
    return text[:1].isupper() or (hyphen != "" and len(article) <= 3 and article.isalpha() and name[:1].isupper())


def _goes_on(document: Document, language: Language, at: int, end: int, tags: dict[int, str], first: int) -> bool:
    """A name goes on over proper nouns and over small words inside it ("Mohammed bin Salman")."""
    token = document.tokens[at]
    if _nameish(token, tags):
        joined = token.label.startswith("flat") and token.head >= first
        return joined or tags.get(at) == tags.get(first) or not (at in tags and first in tags)
    if _hyphenated(document, at, end):
        return True
    small = token.norm in language.coreference.connectors and at + 1 < end
    if not small:
        return False
    return _nameish(document.tokens[at + 1], tags) if at not in tags else tags[at] == tags.get(first)


def _hyphenated(document: Document, at: int, end: int) -> bool:
    """A hyphen with no blank beside it, or the word behind it: "Byeong-seug", "Al-Moualem"."""
    before, token = document.tokens[at - 1], document.tokens[at]
    if token.norm == "-":
        return at + 1 < end and before.end == token.start and token.end == document.tokens[at + 1].start
    return before.norm == "-" and before.end == token.start and document.tokens[at - 2].text[:1].isupper() and token.text.isalpha()


def _tag(tags: dict[int, str], first: int, last: int) -> str:
    return next((tags[i] for i in range(first, last) if i in tags), "")
