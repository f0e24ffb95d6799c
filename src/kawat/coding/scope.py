"""How far what is said reaches: the content left of a cue, right of it, or on both sides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kawat.coding.cues import Cue
from kawat.coding.phrases import VERBAL, is_time, phrase_after
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.nouns.document import Sentence

Mode = Literal["direct", "indirect", "mixed"]
EDGE = " ,;:-\n\t"
COMPLEMENT_WITHIN = 16
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


def skip_oblique(scene: Scene, index: int, limit: int, closing: bool = True) -> int:
    """The position behind the times, hearers and occasions next to a cue; `closing` takes places too, where nothing said may follow."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    while index < limit:
        if is_time(scene, index) and not (index + 1 < limit and tokens[index + 1].norm.startswith("'")):
            index += 1
        elif tokens[index].norm == "(" and (bracket := _dated_bracket(scene, index, limit)):
            index = bracket
        elif tokens[index].norm in words["oblique"] and (behind := _behind_oblique(scene, index, limit, closing)) is not None:
            index = behind
        else:
            break
    return index


def _dated_bracket(scene: Scene, index: int, limit: int) -> int | None:
    tokens = scene.document.tokens
    closing = next((k for k in range(index + 1, min(index + 8, limit)) if tokens[k].norm == ")"), None)
    return closing + 1 if closing and any(t.norm[:1].isdigit() for t in tokens[index + 1:closing]) else None


def _behind_oblique(scene: Scene, index: int, limit: int, closing: bool) -> int | None:
    """The position behind a prepositional phrase of time, hearer or occasion; None where it belongs to what is said."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    following = index + 1
    if following < limit and is_time(scene, following):
        return following
    phrase = phrase_after(scene, following, limit)
    if phrase is None:
        return None
    known = tokens[index].norm in words["addressing"] or any(t.norm in words["carriers"] for t in tokens[following:phrase.last])
    ends = phrase.last >= limit or (closing and tokens[phrase.last].norm in {",", ".", ":", '"', "?", "!"})
    return phrase.last if known or ends or complement_at(scene, index, limit) is not None else None


def complement_at(scene: Scene, index: int, limit: int) -> int | None:
    """The position of the conjunction that opens what is said, where only an occasion stands before it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for k in range(index, min(index + COMPLEMENT_WITHIN, limit)):
        if tokens[k].norm in words["complementisers"]:
            return k
        if tokens[k].pos in VERBAL or tokens[k].norm in words["relativisers"] or tokens[k].norm == '"':
            return None
    return None


def right_content(scene: Scene, sentence: Sentence, index: int, cues: tuple[Cue, ...], quoted: tuple[Quotation, ...],
                  verb: int | None = None) -> Content | None:
    """What is said right of a cue and its speaker, from token `index` to the end of the sentence or of the quotation that opens there.

    Clauses of passing on at the end ("seperti dilansir AFP") and further cues of the same speaker ("and said that …") are cut off.
    """
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = skip_oblique(scene, index, sentence.last, closing=False)
    while index < sentence.last and (tokens[index].norm in {",", ":", "-"} or tokens[index].norm in words["that"]):
        index += 1
    index = _behind_day(scene, index, sentence.last)
    limit = min(_cut(scene, sentence, index, cues), sentence.last if verb is None else _joined_to(scene, sentence, index, verb))
    if index >= limit:
        return None
    return _with_quotation(scene, tokens[index].start, tokens[limit - 1].end, limit == sentence.last, quoted)


def _behind_day(scene: Scene, index: int, limit: int) -> int:
    """The position behind the day, and the place, of saying it between commas: "Menurut Berg, Rabu, di Oslo, jalan dibuka"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    behind = index
    while behind < limit and (is_time(scene, behind) or tokens[behind].norm == "("):
        behind = _dated_bracket(scene, behind, limit) or behind + 1
    if behind == index or behind >= limit or tokens[behind].norm != ",":
        return index
    index = behind + 1
    place = phrase_after(scene, index + 1, limit) if index < limit and tokens[index].norm in words["oblique"] else None
    return place.last + 1 if place and place.last < limit and tokens[place.last].norm == "," else index


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


def _cut(scene: Scene, sentence: Sentence, index: int, cues: tuple[Cue, ...]) -> int:
    """The token before which content that starts at `index` ends."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for cue in cues:
        if cue.first <= index:
            continue
        before = cue.first
        while before > index and tokens[before - 1].norm in words["like"] | words["fillers"]:
            before -= 1
        if tokens[before - 1].norm in words["relativisers"] and tokens[before - 2].norm == ",":
            before -= 1
        comma = tokens[before - 1].norm in {",", "-"}
        if cue.row.kind in {"credit", "citing"} and (comma or before < cue.first or _ends_sentence(scene, sentence, cue)):
            return before
        if cue.row.kind == "stem" and comma:
            return before
        if cue.row.kind == "verb" and _same_speaker(scene, cue, index):
            return _start_of_join(scene, cue.first, index)
        if cue.row.kind == "verb" and tokens[sentence.first].norm in words["subordinators"]:
            return next((k for k in range(index, cue.first) if tokens[k].norm == ","), sentence.last)
    return sentence.last


def _joined_to(scene: Scene, sentence: Sentence, index: int, verb: int) -> int:
    """The token before which a predicate joined to the cue verb starts: "has said the name is a claim and has objected"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    auxiliary = tokens[verb - 1].norm if verb > sentence.first and tokens[verb - 1].pos == "AUX" else None
    for token in tokens[index + 2:sentence.last]:
        if auxiliary and token.norm == auxiliary and tokens[token.index - 1].norm in words["joins"]:
            return token.index - 1
        if token.label == "conj" and token.head == verb and token.pos in VERBAL:
            starts = [k for k in range(token.index - 1, index, -1) if tokens[k].norm in words["joins"]]
            bare = starts and all(t.norm in words["fillers"] or t.pos in VERBAL for t in tokens[starts[0] + 1:token.index])
            return starts[0] if bare else sentence.last
    return sentence.last


def _ends_sentence(scene: Scene, sentence: Sentence, cue: Cue) -> bool:
    """True where a credit and its medium close the sentence without a comma before ("di Jakarta dikutip dari Antara.")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = cue.last
    while index < sentence.last and tokens[index].norm in words["by"]:
        index += 1
    phrase = phrase_after(scene, index, sentence.last)
    if phrase is None or (index == cue.last and not cue.row.free):
        return False
    behind = skip_oblique(scene, phrase.last + (phrase.last < sentence.last and tokens[phrase.last].norm == ","), sentence.last)
    return behind >= sentence.last or tokens[behind].norm in {".", '"'}


def _same_speaker(scene: Scene, cue: Cue, index: int) -> bool:
    """True where a further cue verb is joined to the first ("… and added in a letter that …"), its subject left out."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    before = _start_of_join(scene, cue.first, index)
    return before < cue.first and (bool({t.norm for t in tokens[before:cue.first]} & words["conjunctions"]) or tokens[before].norm == ",")


def _start_of_join(scene: Scene, cue_first: int, index: int) -> int:
    """The first token of the comma, conjunction and adverbs right before a joined verb."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    before = cue_first
    while before > index + 1 and (tokens[before - 1].norm in words["conjunctions"] | words["fillers"] or tokens[before - 1].norm == ","):
        before -= 1
    return before


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
    stop = _stripped_end(scene, start, end)
    if stop <= start:
        return None
    return Content(start, stop, "mixed" if any(start <= q.start < stop for q in quoted) else "indirect")


def _says_anything(scene: Scene, start: int, end: int) -> bool:
    """True where more than connectives stand between two positions."""
    words = scene.language.cues.words["connectives"]
    return any(t.norm.isalnum() and t.norm not in words for t in scene.document.between(start, end))


def behind_credit(scene: Scene, sentence: Sentence, cue: Cue) -> int:
    """The token behind a credit that opens a sentence, its medium and its date ("Dilansir AFP, Minggu (31/5), …")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = cue.last
    while index < sentence.last and tokens[index].norm in words["by"]:
        index += 1
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


def has_verb(scene: Scene, start: int, end: int) -> bool:
    """True where a finite verb stands between two positions, as far as the words tell."""
    tokens, cues = scene.document.tokens, scene.language.cues
    relative = False
    for place, token in enumerate(scene.document.between(start, end)):
        if place and token.norm in cues.words["subordinators"] - cues.words["complementisers"]:
            return False
        relative = (relative or token.norm in cues.words["relativisers"]) and token.norm != ","
        finite = token.pos in VERBAL and not token.norm.endswith(cues.file.active_endings)
        if finite and relative:
            relative = False
        elif finite and (token.index == 0 or tokens[token.index - 1].norm not in cues.words["infinitives"]):
            return True
    return False


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
