"""Where a cue stands in its sentence, and what is known once its speaker and its content are found."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.coding.cues import Cue
from kawat.coding.phrases import Phrase, is_time
from kawat.coding.predicates import has_verb
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.coding.scope import Content, behind_credit, joined, right_content
from kawat.nouns.document import Sentence
from kawat.nouns.record import Grounds

LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Frame:
    """A cue with the phrase of its speaker (None where a clitic speaks), its content, and the token behind all of it.

    `cited` is whoever speaks where the phrase before the cue only passes on ("Tass quoted the ministry as saying").
    """

    cue: Cue
    phrase: Phrase | None
    content: Content
    behind: int
    order: str
    grounds: Grounds = "order"
    addressee: Phrase | None = None
    cited: Phrase | None = None


def tail_of(frame: Frame) -> int:
    """The token behind the cue and the speaker that follows it."""
    return max(frame.cue.last, frame.phrase.last if frame.phrase and frame.phrase.first >= frame.cue.last else 0)


@dataclass(frozen=True, slots=True)
class Stand:
    """The sentence a cue stands in: its cues, the quotations, the first token no earlier frame has taken, who spoke last in it."""

    sentence: Sentence
    cues: tuple[Cue, ...]
    quoted: tuple[Quotation, ...]
    floor: int
    speaker: Phrase | None = None


def framed(scene: Scene, stand: Stand, cue: Cue, phrase: Phrase | None, content: Content | None, behind: int, order: str) -> Frame | None:
    """The frame of a cue with its content; None where there is none, or nothing but a time or a single word."""
    if content is None or all(is_time(scene, t.index) for t in scene.document.between(content.start, content.end) if t.norm.isalpha()):
        return None
    if len(scene.article.view[content.start:content.end].split()) < LEAST_WORDS and content.mode != "direct":
        return None
    return Frame(cue, phrase, content, behind, order)


def is_document(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase names a paper: a statement, a report, data."""
    row = scene.language.cues.kind_of(" ".join(t.norm for t in scene.document.tokens[phrase.first:phrase.last]))
    return row is not None and row.kind == "document"


def before_like(scene: Scene, stand: Stand, index: int) -> int:
    """The token that a word like "demikian" before a cue starts at, or the cue itself."""
    like = scene.language.cues.words["like"]
    while index > stand.floor and scene.document.tokens[index - 1].norm in like:
        index -= 1
    return index


def behind_aside(scene: Scene, stand: Stand, index: int, kind: str) -> int:
    """The token behind a source that stands right behind a cue ("mengatakan seperti dilansir AFP, Senin, …") or a speaker (citing it)."""
    first = index
    while first < stand.sentence.last and scene.document.tokens[first].norm in scene.language.cues.words["like"] | {","}:
        first += 1
    source = next((c for c in stand.cues if index <= c.first <= first and c.row.kind == kind), None)
    return behind_credit(scene, stand.sentence, source) if source else index


def with_rest(scene: Scene, stand: Stand, left: Content, after: int) -> Content:
    """The content left of a cue with what goes on behind it: a quotation that goes on, or the verb the left part lacks."""
    tokens, sentence = scene.document.tokens, stand.sentence
    if after >= sentence.last or tokens[after].norm != "," or after + 1 >= sentence.last:
        return left
    if tokens[after + 1].norm in scene.language.cues.words["relativisers"]:
        return left
    quotes_on = tokens[after + 1].norm == '"' and left.mode == "direct"
    lacks_verb = left.mode != "direct" and _is_fronted(scene, left) and has_verb(scene, tokens[after].end, sentence.end)
    if not (quotes_on or lacks_verb):
        return left
    right = right_content(scene, sentence, after + 1, stand.cues, stand.quoted)
    return joined(left, right) if right else left


def _is_fronted(scene: Scene, left: Content) -> bool:
    """True where the left part is no sentence yet: it has no verb, or opens with a preposition ("Untuk itu, kata Berg, …")."""
    words, inside = scene.language.cues.words, scene.document.between(left.start, left.end)
    opening, closing = inside[0].norm, inside[-1]
    if closing.pos == "AUX" or closing.norm in words["relativisers"]:
        return True
    return opening in words["prepositions"] | words["subordinators"] or not has_verb(scene, left.start, left.end)
