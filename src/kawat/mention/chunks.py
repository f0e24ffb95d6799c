"""Noun phrases of actors: a title with its name, a body with its country, a name alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.lexicon.language import Language
from kawat.mention.pieces import Piece
from kawat.nouns.document import Document, Sentence, Token

GAP = 2  # common words between a title and its owner ("pasukan elit darat Norland")
ACRONYM = 4  # tokens inside a parenthesis that only repeats a name


@dataclass(frozen=True, slots=True)
class Chunk:
    """Tokens `first` to `last` (exclusive) and the pieces inside, in order."""

    first: int
    last: int
    pieces: tuple[Piece, ...]

    @property
    def titles(self) -> tuple[Piece, ...]:
        """The titles."""
        return tuple(p for p in self.pieces if p.kind == "title")

    @property
    def names(self) -> tuple[Piece, ...]:
        """The names."""
        return tuple(p for p in self.pieces if p.kind == "name")


def chunks(document: Document, language: Language, sentence: Sentence, pieces: dict[int, Piece]) -> Iterator[Chunk]:
    """The noun phrases of a sentence, left to right, none overlapping."""
    index = sentence.first
    while index < sentence.last:
        piece = pieces.get(index)
        if piece is None:
            index += 1
            continue
        chunk = _grown(_Growth(document, language, sentence, pieces), piece)
        if not _modifies(document, chunk):
            yield _with_inner(_led(document, language, sentence, chunk), pieces)
        index = chunk.last


def _with_inner(chunk: Chunk, pieces: dict[int, Piece]) -> Chunk:
    """The chunk with the pieces among the words that lead it: "Syrian" in "Syrian Arab Red Crescent"."""
    leading = tuple(piece for i in range(chunk.first, chunk.pieces[0].first) if (piece := pieces.get(i)) is not None)
    return Chunk(chunk.first, chunk.last, (*leading, *chunk.pieces)) if leading else chunk


def _modifies(document: Document, chunk: Chunk) -> bool:
    """A title that only qualifies the noun behind it is nobody: "military withdrawal", "police station"."""
    last = document.tokens[chunk.last - 1]
    return not chunk.names and last.label in {"amod", "compound"} and last.head == chunk.last


@dataclass(frozen=True, slots=True)
class _Growth:
    """What a chunk grows in."""

    document: Document
    language: Language
    sentence: Sentence
    pieces: dict[int, Piece]

    def token(self, index: int) -> Token | None:
        return self.document.tokens[index] if index < self.sentence.last else None


def _grown(field: _Growth, first: Piece) -> Chunk:
    """A chunk from its first piece: each step takes the next piece where the grammar of noun phrases lets it."""
    held = [first]
    while (following := _next(field, held)) is not None:
        held.append(following)
    last = held[-1].last
    last = _past_acronym(field, held, last)
    return Chunk(first.first, last, tuple(held))


def _next(field: _Growth, held: list[Piece]) -> Piece | None:
    """The piece that continues the phrase, or None."""
    at = _past_acronym(field, held, held[-1].last)
    titled = any(p.kind == "title" for p in held)
    direct = field.pieces.get(at)
    if direct is not None and _may_follow(field, held, direct):
        return direct
    return _over_possessive(field, held, at) or (titled and _over_inner(field, held, at)) or (
        titled and _over_words(field, at, held)) or _over_comma(field, held, at) or None


def _may_follow(field: _Growth, held: list[Piece], piece: Piece) -> bool:
    """A title or name right behind: not two people, not two states, not a state's name after a person's."""
    last = held[-1]
    if last.kind == "name" and piece.kind == "name":
        return _is_owner(last) != _is_owner(piece) or (not _is_person(last) and _is_person(piece))
    if last.kind == "name" and piece.kind == "title":
        body = piece.role is not None and piece.role.kind != "person"  # "Trump administration"
        owned = _is_owner(last) or (body and _is_person(last)) or _one_body(field, last, piece)
        return owned and field.language.coreference.possessive != ()
    return True


def _one_body(field: _Growth, name: Piece, title: Piece) -> bool:
    """A word for a body that the tagger has in one name with the words before it: "Somerset Police"."""
    return name.tag == "ORG" and any(n.label == "ORG" and n.first <= name.first and title.last <= n.last for n in field.document.names)


def _is_owner(piece: Piece) -> bool:
    return piece.form is not None and piece.form.actor.kind in {"country", "organisation", "group"}


def _is_person(piece: Piece) -> bool:
    return piece.tag == "PER" or (piece.form is not None and piece.form.actor.kind == "person")


def _past_acronym(field: _Growth, held: list[Piece], at: int) -> int:
    """Past a parenthesis of a few words right behind the phrase: "(AS)", "(MIT)", "(Sekjen)"."""
    token = field.token(at)
    if token is None or token.text != "(":
        return at
    for end in range(at + 1, min(at + 1 + ACRONYM, field.sentence.last)):
        if field.document.tokens[end].text == ")":
            inside = field.document.tokens[at + 1:end]
            return end + 1 if inside and all(t.text[:1].isupper() or t.norm in field.language.titles.honorifics for t in inside) else at
    return at


def _over_possessive(field: _Growth, held: list[Piece], at: int) -> Piece | None:
    """"Norland's foreign minister": the owner, its mark, and a title within two words."""
    token = field.token(at)
    if token is None or held[-1].kind != "name" or token.norm not in field.language.coreference.possessive:
        return None
    return next((p for i in range(at + 1, at + 2 + GAP) if (p := field.pieces.get(i)) is not None and p.kind == "title"
                 and _only_words(field, at + 1, i)), None)


def _over_inner(field: _Growth, held: list[Piece], at: int) -> Piece | None:
    """"the president of Norland", "minister for the interior": an inner word, perhaps an article, and the owner."""
    token, inner = field.token(at), field.language.coreference.inner
    if token is None or token.norm not in inner or token.norm in field.language.grammar.joins:
        return None
    for i in range(at + 1, at + 3):
        piece, word = field.pieces.get(i), field.token(i)
        if piece is not None:
            if piece.kind == "title" and held[-1].role is not None and piece.role is not None and piece.role.kind == "person":
                return None  # "opponents of President Berg" are others than he
            return piece if _is_owner(piece) or piece.kind == "title" or piece.tag == "ORG" else None
        if word is None or word.norm not in inner:
            return None
    return None


def _over_words(field: _Growth, at: int, held: list[Piece]) -> Piece | None:
    """"pasukan elit Norland": a name at most two common words behind the title."""
    if any(p.kind == "name" for p in held):
        return None
    for i in range(at + 1, at + 1 + GAP):
        piece = field.pieces.get(i)
        if piece is not None:
            return piece if piece.kind == "name" and _only_words(field, at, i) else None
    return None


def _only_words(field: _Growth, first: int, last: int) -> bool:
    return all(t.pos in {"NOUN", "ADJ", "PROPN"} and t.index not in field.pieces for t in field.document.tokens[first:last])


def _over_comma(field: _Growth, held: list[Piece], at: int) -> Piece | None:
    """"Kepala …, Ibrahim Kalin," and "Ola Berg, the foreign minister of Norland,": a name and a title of one person, set off by commas."""
    if (clitic := field.token(at)) is not None and clitic.norm in field.language.coreference.clitic:
        at += 1  # "Juru bicara militernya, Kolonel Jens Falk,"
    comma, titled = field.token(at), any(p.kind == "title" and p.role is not None and p.role.kind != "organisation" for p in held)
    if comma is None or comma.text != ",":
        return None
    start = at + 1
    while (word := field.token(start)) is not None and word.norm in field.language.titles.lead and start < at + 3:
        start += 1
    piece = field.pieces.get(start)
    if piece is None:
        return None
    if piece.kind == "honorific" and titled and (bearer := field.pieces.get(piece.last)) is not None and bearer.kind == "name":
        return piece if _closes(field, bearer.last) and not any(_is_person(p) for p in held) else None
    if any(p.role is not None and p.role.sector == "JRN" for p in held) and piece.tag == "ORG" and start == at + 1:
        return piece if _closes(field, piece.last) else None  # "Surat kabar Estmark, Westhaven Courier, …"
    named = any(_is_person(p) or (p.kind == "name" and not _is_owner(p) and p.tag != "ORG") for p in held)
    if titled and not named and piece.kind == "name" and not _is_owner(piece) and piece.tag not in {"LOC", "ORG"} and start == at + 1:
        return piece if _closes(field, piece.last) else None
    if named and not titled and _is_owner(piece) and held[-1].kind == "name" and _over_possessive(field, [piece], piece.last):
        return piece  # "Ines Calder, the U.N.'s deputy secretary-general,"
    apposed = piece.role is not None and (piece.role.kind == "person" or start > at + 1)
    if named and not titled and piece.kind == "title" and apposed and held[-1].kind == "name" and not _names_another(field, piece):
        return piece
    return None


def _closes(field: _Growth, at: int) -> bool:
    """After an apposed name comes a comma, a verb, or the end; another name or "dan" means a list."""
    token = field.token(at)
    return token is None or token.text in {",", ".", ")", "("} or token.pos in {"VERB", "AUX", "PUNCT", "ADP", "ADV", "PART", "PRON"}


def _names_another(field: _Growth, title: Piece) -> bool:
    following = field.pieces.get(title.last)
    return following is not None and following.kind == "name" and _is_person(following)


MODIFIERS = frozenset({"det", "nummod", "amod", "compound", "nummod:gov"})


def _leads(document: Document, language: Language, chunk: Chunk, token: Token) -> bool:
    """A lead word, or a number, article or modifier that hangs on the phrase ("Enam orang", "a southwest Ohio man")."""
    if token.norm in language.titles.lead:
        return True
    if token.norm in language.time.rows.weekdays:
        return False  # "on Friday troops at the crossing …"
    inside = token.head in range(chunk.first, chunk.last) or token.head in range(token.index + 1, chunk.first)
    if token.pos == "ADJ" and language.cues.file.head == "first":
        return False  # "disambut baik pemberontak": where nouns come first, an adjective before one belongs to what stands before it
    return inside and token.label in MODIFIERS and token.pos in {"DET", "NUM", "ADJ", "NOUN", "PROPN"}


def _led(document: Document, language: Language, sentence: Sentence, chunk: Chunk) -> Chunk:
    """The chunk with the words that lead it: "para", "seorang", "the former", "senior"; never an article alone."""
    first = chunk.first
    while first > sentence.first and chunk.titles and _leads(document, language, chunk, document.tokens[first - 1]):
        first -= 1
        if document.tokens[first].pos == "DET" and document.tokens[first - 1].norm not in language.titles.lead:
            break  # "Norland, whose troops the monitors accused": an article begins its phrase
    last = chunk.last
    while last < sentence.last and chunk.pieces[-1].kind == "title" and document.tokens[last].pos == "ADJ" and \
            document.tokens[last].head in range(chunk.first, chunk.last):
        last += 1
    return Chunk(first, last, chunk.pieces)
