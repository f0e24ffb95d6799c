"""How far what is said reaches: the content left of a cue, right of it, or on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kawat.coding.cues import Cue
from kawat.coding.cuts import cut_at, joined_to, withheld_at
from kawat.coding.phrases import behind_by, is_time, phrase_after
from kawat.coding.predicates import has_verb
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.coding.tails import dated_bracket, skip_oblique
from kawat.nouns.document import Sentence

Mode = Literal["direct", "indirect", "mixed"]
EDGE = " ,;:-\n\t"
DATELINE = re.compile(r"[A-Z][\w.' ]{1,40}(?:, ?[\w.' ]{2,30}){0,3} ?(?:(?:\([\w/. ]{2,20}\) ?)?-{1,2}|\([A-Z]\w{1,8}\)) ?(?=[\"'A-Z])")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said: code points `start` to `end`; `parts` where a cue stands inside it."""

    start: int
    end: int
    mode: Mode
    parts: tuple[tuple[int, int], ...] = ()


def sentence_floor(scene: Scene, sentence: Sentence) -> int:
    """The first token of a sentence that is not its dateline."""
    start = sentence.start
    for paragraph in scene.article.body:
        if paragraph.start == sentence.start and (match := DATELINE.match(scene.article.view, sentence.start, sentence.end)):
            start = match.end()
    tokens = scene.document.tokens
    return next((k for k in range(sentence.first, sentence.last) if tokens[k].start >= start), sentence.first)


def right_content(scene: Scene, sentence: Sentence, index: int, cues: tuple[Cue, ...], quoted: tuple[Quotation, ...],
                  verb: int | None = None) -> Content | None:
    """What is said right of a cue and its speaker, from token `index` to the end of the sentence or of the quotation that opens there.

    Clauses of passing on at the end ("seperti dilansir AFP") and further cues of the same speaker ("and said that …") are cut off.
    """
    tokens = scene.document.tokens
    index = skip_oblique(scene, index, sentence.last, closing=False)
    while index < sentence.last and (tokens[index].norm in {",", ":", "-"} or _opens_clause(scene, index)):
        index += 1
    index = _behind_day(scene, index, sentence.last)
    limit = min(cut_at(scene, sentence, index, cues), withheld_at(scene, sentence, index))
    limit = limit if verb is None else min(limit, joined_to(scene, sentence, index, verb))
    if index >= limit or tokens[index].norm in scene.language.cues.words["joins"]:  # "complained to the council and asked for …"
        return None
    return _with_quotation(scene, tokens[index].start, tokens[limit - 1].end, limit == sentence.last, quoted)


def _opens_clause(scene: Scene, index: int) -> bool:
    """True for a word that opens what is said; "that was unlikely" begins with its subject."""
    tokens = scene.document.tokens
    following = tokens[index + 1].pos if index + 1 < len(tokens) else ""
    return tokens[index].norm in scene.language.cues.words["that"] and not (tokens[index].pos == "PRON" and following in {"AUX", "VERB"})


def _behind_day(scene: Scene, index: int, limit: int) -> int:
    """The position behind the day, and the place, of saying it between commas: "Menurut Berg, Rabu, di Oslo, jalan dibuka"."""
    parts = [index]
    while (behind := _behind_part(scene, parts[-1], limit)) is not None:
        parts.append(behind)
    tokens = scene.document.tokens
    dated = any(is_time(scene, k) or tokens[k].norm == "(" for k in range(index, parts[-1]))
    return parts[-1] if dated else index


def _behind_part(scene: Scene, index: int, limit: int) -> int | None:
    """The position behind a time, or a place behind a preposition, and the comma that closes it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    behind = index
    while behind < limit and (is_time(scene, behind) or tokens[behind].norm == "("):
        behind = dated_bracket(scene, behind, limit) or behind + 1
    if behind == index < limit and tokens[index].norm in words["oblique"]:
        place = phrase_after(scene, index + 1, limit)
        behind = place.last if place else index
    return behind + 1 if index < behind < limit and tokens[behind].norm == "," else None


def _with_quotation(scene: Scene, start: int, end: int, whole: bool, quoted: tuple[Quotation, ...]) -> Content | None:
    """Content between two positions, carried on to the end of a quotation that opens inside it and closes later."""
    opened = next((q for q in quoted if start - 1 <= q.start < end), None)
    if whole and opened and opened.end > end:
        end = opened.end
    if opened and opened.start > start and opened.end >= end and _only_introduces(scene, start, opened.start):
        start = opened.start
    if opened and opened.start <= start and not scene.article.view[min(opened.end, end):end].strip(EDGE + "."):
        return _direct(scene, opened)
    stop = _stripped_end(scene, start, end)
    return Content(start, stop, "mixed" if opened else "indirect") if stop > start else None


def _direct(scene: Scene, quotation: Quotation) -> Content:
    """A whole quotation as content, its paragraphs as parts where it has several."""
    end = _stripped_end(scene, quotation.inner_start, quotation.inner_end, quote=True)
    parts = (*quotation.parts[:-1], (quotation.parts[-1][0], end)) if len(quotation.parts) > 1 else ()
    return Content(quotation.inner_start, end, "direct", parts)


def _only_introduces(scene: Scene, start: int, end: int) -> bool:
    """True where the words before a quotation lead up to it: "said of the strike, “…”", "wrote about the vote: “…”"."""
    before = scene.article.view[start:end].rstrip()
    return before.endswith(":") or (before.endswith(",") and not has_verb(scene, start, end))


def _stripped_end(scene: Scene, start: int, end: int, quote: bool = False) -> int:
    """The end without blanks and closing punctuation; a question mark or the mark of an inner quotation stays."""
    text = scene.article.view[start:end]
    bare = text.rstrip(EDGE + ".")
    if not quote and bare.endswith('"') and bare.count('"') % 2:
        bare = bare[:-1].rstrip(EDGE + ".")
    return start + len(bare)


def left_content(scene: Scene, first: int, last: int, quoted: tuple[Quotation, ...]) -> Content | None:
    """What is said left of a cue: tokens `first` to `last`, or the whole quotation that closes there, which may start sentences before."""
    tokens = scene.document.tokens
    if last <= 0 or first > last:
        return None
    end = tokens[last - 1].end
    view = scene.article.view
    quotation = next((q for q in reversed(quoted) if q.start < end and q.end <= end + 1 and not view[q.end:end].strip(EDGE + ".")), None)
    start = tokens[first].start if first < last else end
    if quotation and "\n" in view[quotation.end:tokens[last].start]:
        quotation = None
    if quotation and (quotation.start <= start or not _says_anything(scene, start, quotation.start)):
        return _direct(scene, quotation)
    start = _behind_semicolon(scene, start, end)
    stop = _stripped_end(scene, start, end)
    if stop <= start:
        return None
    return Content(start, stop, "mixed" if any(start <= q.start < stop for q in quoted) else "indirect")


def _behind_semicolon(scene: Scene, start: int, end: int) -> int:
    """Where the last clause begins that a semicolon parts off: "police fired tear gas; eleven were hurt, the ombudsman said"."""
    view, at = scene.article.view, scene.article.view.rfind(";", start, end)
    if at < 0 or view.count('"', at, end) % 2 or not has_verb(scene, at, end):
        return start
    inside = scene.document.between(at + 1, end)
    return inside[0].start if inside else start


def _says_anything(scene: Scene, start: int, end: int) -> bool:
    """True where more than connectives stand between two positions."""
    words = scene.language.cues.words["connectives"]
    return any(t.norm.isalnum() and t.norm not in words for t in scene.document.between(start, end))


def behind_credit(scene: Scene, sentence: Sentence, cue: Cue) -> int:
    """The token behind a credit that opens a sentence, its medium and its date ("Dilansir AFP, Minggu (31/5), …")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = behind_by(scene, cue.last, sentence.last)
    phrase = phrase_after(scene, index, sentence.last)
    index = phrase.last if phrase else index
    while phrase and index < sentence.last and tokens[index].norm in words["joins"]:
        more = phrase_after(scene, index + 1, sentence.last)
        index = more.last if more else index + 1
    while index < sentence.last:
        step = skip_oblique(scene, index + (tokens[index].norm == ","), sentence.last)
        if step == index + (tokens[index].norm == ","):
            break
        index = step
    return index + (index < sentence.last and tokens[index].norm == ",")


def joined(left: Content, right: Content) -> Content:
    """Content on both sides of its cue, with its parts."""
    mode = left.mode if left.mode == right.mode else "mixed"
    parts = [part for side in (left, right) for part in (side.parts or ((side.start, side.end),))]
    return Content(left.start, max(left.end, right.end), mode, tuple(parts))


def leads_over(scene: Scene, first: int, last: int) -> bool:
    """True where tokens say nothing by themselves: connectives, or an occasion without a verb ("In an update,")."""
    if only_connectives(scene, first, last):
        return True
    tokens, words = scene.document.tokens, scene.language.cues.words
    alone = [t for t in tokens[first:last] if t.norm[:1].isalnum() and t.norm not in words["clitics"]]
    if len(alone) == 1 and not scene.mentions.over(alone[0]) and tokens[last - 1].norm == ",":
        return True
    return tokens[first].norm in words["prepositions"] and not has_verb(scene, tokens[first].start, tokens[last - 1].end)


def only_connectives(scene: Scene, first: int, last: int) -> bool:
    """True where tokens only lead over from the sentence before ("Akan tetapi,")."""
    words = scene.language.cues.words
    tokens, clitics = scene.document.tokens, scene.language.cues.words["clitics"]
    return all(t.norm in words["connectives"] | clitics or not t.norm[:1].isalnum() or is_time(scene, t.index) for t in tokens[first:last])
