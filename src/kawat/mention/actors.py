"""Chunks become mentions of actors: kind, country, sector, whether public, and on what grounds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kawat.lexicon.language import Language
from kawat.lexicon.places import toponyms
from kawat.mention.chunks import Chunk
from kawat.mention.pieces import Piece, outlet_named
from kawat.mention.places import BIG
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Token
from kawat.nouns.mention import ActorKind, Basis, Mention
from kawat.nouns.record import record_id
from kawat.nouns.text import Span, span_of, view_of

BASES: dict[str, Basis] = {"named": "named", "metonym": "metonym", "demonym": "affiliation"}
MEDIA = {"agency", "broadcaster", "outlet"}
STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "OPP", "PTY"})


def actor_mentions(article: Article, document: Document, language: Language, chunk: Chunk) -> Iterator[Mention]:
    """The mention of a chunk, then those nested in it: the states, bodies and people it names."""
    yield _outer(article, document, language, chunk)
    if (owner := _owning_person(chunk)) is not None and owner.first > chunk.first:
        yield _outer(article, document, language, Chunk(chunk.first, owner.last, tuple(p for p in chunk.pieces if p.last <= owner.last)))
    for piece in chunk.names:
        if (piece.first, piece.last) != (chunk.first, chunk.last) and not _begins_name(document, chunk, piece):
            yield _named(article, document, piece)


def _begins_name(document: Document, chunk: Chunk, piece: Piece) -> bool:
    """A body's name that goes on in a word for bodies with a capital is no name by itself: "Refugee" of "Danish Refugee Network"."""
    following = next((p for p in chunk.titles if p.first == piece.last), None)
    if piece.form is not None or piece.tag != "ORG" or following is None:
        return False
    return following.role is not None and following.role.kind == "organisation" and _capital(document, following.first)


def _capital(document: Document, index: int) -> bool:
    return document.tokens[index].text[:1].isupper()


def _outer(article: Article, document: Document, language: Language, chunk: Chunk) -> Mention:
    if not chunk.titles and len(chunk.names) == 1 and chunk.names[0].first == chunk.first and chunk.names[0].last == chunk.last:
        return _named(article, document, chunk.names[0])
    owned = _owned(chunk)
    kind = _kind(owned)
    known = _listed_actor(chunk)
    person = _holder(chunk)
    sector = _sector(owned)
    listed = known.form.actor if known and known.form else None
    keep = listed is not None and _is_listed(chunk, listed.kind, kind)
    name = listed.name if keep and listed else _unlisted_name(article, document, chunk, person)
    return _mention(article, document, chunk.first, chunk.last, kind, name=name, country=_country(chunk), sector=sector,
                    public=_public(owned), actor=listed.id if keep and listed else None, basis=_basis(chunk, person), role=_role(chunk),
                    plural=_plural(document, language, chunk))


def _is_listed(chunk: Chunk, listed: ActorKind, kind: ActorKind) -> bool:
    """The phrase stands for the listed actor in it: a person for himself, a body without a title, a state named alone."""
    if listed == "person":
        return kind == "person" and _holder(chunk) is not None
    return not chunk.titles and (listed != "country" or kind == "country")


def _unlisted_name(article: Article, document: Document, chunk: Chunk, person: Piece | None) -> str | None:
    if person is not None:
        return _text(article, document, person)
    own = _is_body_of_state(chunk) or any(_begins_name(document, chunk, piece) for piece in chunk.names)
    return _span(article, document, chunk.first, chunk.last).text if own else None


def _named(article: Article, document: Document, piece: Piece) -> Mention:
    """A name alone: of the lists, of the outlets, or as the tagger has it."""
    if piece.form is not None:
        actor = piece.form.actor
        basis: Basis = BASES[piece.form.basis]
        return _mention(article, document, piece.first, piece.last, actor.kind, name=actor.name, country=actor.country, sector=actor.sector,
                        public=True, actor=actor.id, basis=basis)
    text = _text(article, document, piece)
    if (outlet := outlet_named(text)) is not None and outlet.kind in MEDIA:
        return _mention(article, document, piece.first, piece.last, "organisation", name=outlet.name, country=outlet.country, sector="JRN",
                        public=True, basis="named")
    kind: ActorKind = {"PER": "person", "ORG": "organisation"}.get(piece.tag, "person")  # type: ignore[assignment]
    return _mention(article, document, piece.first, piece.last, kind, name=text, basis="named")


def _mention(article: Article, document: Document, first: int, last: int, kind: ActorKind, **said: object) -> Mention:
    span = _span(article, document, first, last)
    return Mention(id=record_id("mentions", article.id, span, kind), span=span, kind=kind, first=first, last=last,
                   head=head_of(document.tokens[first:last]).index, **said)  # type: ignore[arg-type]  # fields of Mention by name


def _span(article: Article, document: Document, first: int, last: int) -> Span:
    return span_of(article.text, document.tokens[first].start, document.tokens[last - 1].end)


def _text(article: Article, document: Document, piece: Piece) -> str:
    return _span(article, document, piece.first, piece.last).text


def head_of(tokens: tuple[Token, ...]) -> Token:
    """The topmost word of a phrase: the first whose head lies outside it and that is no mark or number."""
    inside = {token.index for token in tokens}
    tops = [t for t in tokens if (t.head not in inside or t.head == t.index) and t.pos != "PUNCT"]
    return next((t for t in tops if t.pos in {"NOUN", "PROPN", "PRON"}), tops[0] if tops else tokens[0])


# ── what a chunk says of its holder ──────────────────────────────────────────────────────────────────────────────────────

def _person(piece: Piece) -> bool:
    return piece.kind == "name" and (piece.tag == "PER" or (piece.form is None and piece.tag == "") or
                                     (piece.form is not None and piece.form.actor.kind == "person"))


def _holder(chunk: Chunk) -> Piece | None:
    """The person the phrase is about; not the owner of what follows ("Trump administration", "Ola Berg's party")."""
    person = next((p for p in chunk.names if _person(p)), None)
    return None if person is None or person == _owning_person(chunk) or _names_body(chunk, person) else person


def _names_body(chunk: Chunk, piece: Piece) -> bool:
    """A name the tagger knows nothing of, right behind a word for bodies or people, is no person's: "Aliansi Norhavn", "warga Norhavn"."""
    before = next((p for p in chunk.pieces if p.last == piece.first), None)
    known = before is not None and before.role is not None and before.role.kind != "person"
    return piece.form is None and not piece.tag and known


def _owning_person(chunk: Chunk) -> Piece | None:
    """A person right before the body or group that is his."""
    for piece, following in pairwise(chunk.pieces):
        if _person(piece) and following.kind == "title" and following.role is not None and following.role.kind != "person":
            return piece if following.first - piece.last <= 3 else None
    return None


def _owned(chunk: Chunk) -> Chunk:
    """What is said of the one meant: the pieces behind an owner, all pieces where nobody owns."""
    owner = _owning_person(chunk)
    return chunk if owner is None else Chunk(chunk.first, chunk.last, tuple(p for p in chunk.pieces if p.first >= owner.last))


def _is_body_of_state(chunk: Chunk) -> bool:
    """A state's name as a part of an unlisted body's: "Parti Pribumi Bersatu Malaysia", "Syrian Arab Red Crescent"."""
    return not chunk.titles and any(p.form is None and p.tag == "ORG" for p in chunk.names) and all(
        p.form is None or p.form.actor.kind == "country" for p in chunk.names)


def _kind(chunk: Chunk) -> ActorKind:
    """A person where a person is named or the title has one holder; else what the title says; else what the name is."""
    if _is_body_of_state(chunk):
        return "organisation"
    if _holder(chunk) is not None and (chunk.titles or any(p.kind == "honorific" for p in chunk.pieces)):
        return "person"
    roles = [p.role for p in chunk.titles if p.role is not None]
    if roles:
        return next((r.kind for r in roles if r.kind == "person"), roles[0].kind)
    listed = _listed_actor(chunk)
    return listed.form.actor.kind if listed and listed.form else "person"


def _listed_actor(chunk: Chunk) -> Piece | None:
    """The listed name that decides: a person, then a body or group, then a state."""
    order = {"person": 0, "group": 1, "organisation": 1, "country": 2}
    listed = [p for p in chunk.names if p.form is not None]
    return min(listed, key=lambda p: order[p.form.actor.kind], default=None)  # type: ignore[union-attr]  # listed names have a form


def _country(chunk: Chunk) -> str | None:
    """The state named first, else the listed actor's."""
    states = [p.form.actor.country for p in chunk.names if p.form is not None and p.form.actor.kind == "country"]
    others = [p.form.actor.country for p in chunk.names if p.form is not None and p.form.actor.country]
    media = [outlet.country for p in chunk.names if p.form is None and p.text and (outlet := outlet_named(p.text)) is not None]
    return next((country for country in (*states, *others, *media, *_seats(chunk)) if country), None)


def _seats(chunk: Chunk) -> Iterator[str]:
    """The countries of big cities and regions inside a title: "wali kota Jenewa"."""
    for piece in chunk.names if chunk.titles else ():
        if piece.form is None and piece.tag == "LOC":
            yield from (t.country for t in toponyms(view_of(piece.text).casefold())[:1] if t.population >= BIG)


def _sector(chunk: Chunk) -> str | None:
    """A listed body's own sector, else the first title that is more than "head" or "spokesperson", else the person's, else the rank's."""
    bodies = [p.form.actor for p in chunk.names if p.form is not None and p.form.actor.kind in {"group", "organisation"}]
    own = next((a.sector for a in bodies if a.sector), None)
    telling = [p.role.sector for p in chunk.titles if p.role is not None and p.role.role is None and p.role.sector != "UNK"]
    if own and (own not in STATE_SECTORS or not telling):
        return own
    people = [p.form.actor.sector for p in chunk.names if p.form is not None and p.form.actor.kind == "person" and p.form.actor.sector]
    weak = [p.role.sector for p in chunk.titles if p.role is not None and p.role.sector != "UNK"]
    ranks = [p.role.sector for p in chunk.pieces if p.kind == "honorific" and p.role is not None]
    return next(iter([*telling, *([own] if own else []), *people, *weak, *ranks]), None)


def _public(chunk: Chunk) -> bool | None:
    """An office or a listed name is public; a victim, resident, suspect or relative is not."""
    said = [p.role.public for p in chunk.pieces if p.role is not None]
    if any(p.form is not None and p.form.actor.kind == "person" for p in chunk.names) or True in said:
        return True
    return False if False in said else None


def _basis(chunk: Chunk, person: Piece | None) -> Basis:
    if person is not None or not chunk.titles:
        return "named"
    return "affiliation" if chunk.names else "title"


def _role(chunk: Chunk) -> str | None:
    return next((p.role.role for p in chunk.titles if p.role is not None and p.role.role == "spokesperson"), None)


def _plural(document: Document, language: Language, chunk: Chunk) -> bool | None:
    """Known only where a word or the form says so; Indonesian often marks no number."""
    words = {t.norm for t in document.tokens[chunk.first:chunk.last]}
    if words & {"para", "kedua", "sejumlah", "beberapa", "both", "two", "several"}:
        return True
    return None
