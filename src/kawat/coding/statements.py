"""Reported speech: who said what, by which cue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kawat.coding.credits import addressed, credits_of
from kawat.coding.cues import cue_span, cues_of
from kawat.coding.frames import Frame, Stand, frame_of, tail_of
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.coding.scope import Content, behind_credit, joined, sentence_floor
from kawat.coding.speakers import Speaker, clitic_speaker, is_first_person, speaker_of
from kawat.nouns.document import Sentence
from kawat.nouns.record import Statement, Why, record_id

CONTINUES_WITHIN = 1
LEAST_CONTINUED = 4


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said, before it becomes a record: its frame, its speaker and the sentence of its cue.

    `cited` is who speaks where the speaker only passes on ("according to the Nordpost citing a spokesman"); `hearer` is told it.
    """

    frame: Frame
    speaker: Speaker | None
    sentence: Sentence
    content: Content
    cited: Speaker | None = None
    hearer: Speaker | None = None


def said(scene: Scene, quoted: tuple[Quotation, ...]) -> tuple[Said, ...]:
    """Everything the body reports as said, in the order of the cues, quotations without a cue of their own joined to the last speaker's."""
    found: list[Said] = []
    for sentence in scene.document.sentences:
        if sentence.part == "body":
            found.extend(_in_sentence(scene, sentence, quoted, _speakers(found)))
    return _continued(scene, tuple(_without_doubles(found)), quoted)


def _in_sentence(scene: Scene, sentence: Sentence, quoted: tuple[Quotation, ...], earlier: tuple[Speaker, ...]) -> list[Said]:
    cues = cues_of(scene, sentence, quoted)
    passed = {c.cue.first for c in credits_of(scene, sentence, cues)}
    floor = sentence_floor(scene, sentence)
    found: list[Said] = []
    for cue in cues:
        if cue.row.kind in {"credit", "citing"} and cue.first <= floor + 1:
            floor = behind_credit(scene, sentence, cue)
            continue
        if cue.row.kind in {"verb", "stem"} and cue.first in passed:
            continue
        last = found[-1].frame.phrase if found else None
        frame = frame_of(scene, Stand(sentence, cues, quoted, floor, last), cue)
        speaker = _speaker(scene, frame, (*earlier, *_speakers(found))) if frame else None
        if frame and found and _adds_to(scene, found[-1], frame):
            found[-1] = replace(found[-1], content=joined(found[-1].content, frame.content))
        elif frame and (speaker or frame.phrase is None):
            found.append(Said(frame, speaker, sentence, frame.content))
            floor = max(floor, frame.behind if frame.order == "after" else floor)
    return found


def _adds_to(scene: Scene, before: Said, frame: Frame) -> bool:
    """True where a cue carries on right behind another of the same speaker: "…, they said, adding that …"."""
    if before.frame.order != "after" or frame.order != "before" or frame.phrase != before.frame.phrase:
        return False
    words = scene.language.cues.words["conjunctions"] | scene.language.cues.words["fillers"] | {","}
    return all(t.norm in words for t in scene.document.tokens[before.frame.behind:frame.cue.first])


def _speakers(found: list[Said]) -> tuple[Speaker, ...]:
    return tuple(one.speaker for one in found if one.speaker)


def _speaker(scene: Scene, frame: Frame, earlier: tuple[Speaker, ...]) -> Speaker | None:
    if frame.phrase is not None:
        return None if _first_person(scene, frame) else speaker_of(scene, frame.phrase, earlier, frame.content.start)
    return clitic_speaker(scene, frame.cue.clitic, earlier, frame.content.start) if frame.cue.clitic is not None else None


def _first_person(scene: Scene, frame: Frame) -> bool:
    """True where the speaker is an "I" or "we" outside any quotation: the outlet, or somebody unknown."""
    return frame.phrase is not None and is_first_person(scene, scene.document.tokens[frame.phrase.first])


def _without_doubles(found: list[Said]) -> list[Said]:
    """The same content under the same speaker once, with its first cue."""
    kept: list[Said] = []
    for one in found:
        if not any(k.content.start == one.content.start and k.content.end == one.content.end and k.sentence is one.sentence
                   and _name(k) == _name(one) for k in kept):
            kept.append(one)
    return kept


def _name(one: Said) -> str | None:
    return one.speaker.naming.id if one.speaker else None


# ── quotations without a cue of their own ──

def _continued(scene: Scene, found: tuple[Said, ...], quoted: tuple[Quotation, ...]) -> tuple[Said, ...]:
    """Speech with the uncued quotations that follow it in its paragraph, or fill the next one, as further parts."""
    kept = list(found)
    for quotation in quoted:
        if _taken(quotation, kept) or not _stands_alone(scene, quotation):
            continue
        before = [k for k, one in enumerate(kept) if one.content.end <= quotation.start and one.frame.content.mode == "direct"]
        if before and _goes_on(scene, kept[before[-1]], quotation):
            kept[before[-1]] = _with_part(kept[before[-1]], quotation)
    return tuple(kept)


def _taken(quotation: Quotation, found: list[Said]) -> bool:
    return any(one.content.start < quotation.end and quotation.start < one.content.end for one in found)


def _stands_alone(scene: Scene, quotation: Quotation) -> bool:
    """True where a quotation is whole sentences and not words inside somebody's sentence."""
    view = scene.article.view
    before = view[:quotation.start].rstrip()
    return len(view[quotation.start:quotation.end].split()) >= LEAST_CONTINUED and (before[-1:] in {".", "!", "?", '"', ""} or
                                                                                  view[len(before):quotation.start].count("\n") > 0)


def _goes_on(scene: Scene, one: Said, quotation: Quotation) -> bool:
    """True where nothing but the speaker's own quotations stands between: same paragraph, or the next one filled by the quotation."""
    here, there = _paragraph(scene, one.content.end), _paragraph(scene, quotation.start)
    if here is None or there is None or not 0 <= there - here <= CONTINUES_WITHIN:
        return False
    if here == there:
        return one.sentence.end <= quotation.start + 1
    paragraph = scene.article.body[there]
    return not scene.article.view[paragraph.start:quotation.start].strip() and not scene.article.view[quotation.end:paragraph.end].strip()


def _paragraph(scene: Scene, position: int) -> int | None:
    body = enumerate(scene.article.body)
    return next((k for k, p in body if p.start is not None and p.end is not None and p.start <= position <= p.end), None)


def _with_part(one: Said, quotation: Quotation) -> Said:
    parts = (*(one.content.parts or ((one.content.start, one.content.end),)), *quotation.parts)
    return replace(one, content=replace(one.content, end=parts[-1][1], parts=parts))


def hearer_of(scene: Scene, one: Said) -> Speaker | None:
    """Whom it was said to, where the sentence says so right beside the cue."""
    phrase = one.frame.addressee or addressed(scene, one.sentence, tail_of(one.frame))
    return speaker_of(scene, phrase, ()) if phrase else None


# ── records ──

def statement_of(scene: Scene, one: Said, via: tuple[str, ...]) -> Statement:
    """The record of one thing said."""
    content = scene.span(one.content.start, one.content.end)
    cue = cue_span(scene, one.frame.cue)
    rule = f"{scene.language.code}/cues/{one.frame.cue.row.id}"
    who = one.cited or one.speaker
    speaker = who.participant(scene, one.frame.grounds) if who else None
    heard = one.hearer.participant(scene, "addressee") if one.hearer else None
    steps = f"{scene.language.code}/speech"
    spoke = (Why("speaker", f"{steps}/{one.frame.order}", who.phrase, who.mention.id),) if who else ()
    why = (Why("cue", rule, cue), *spoke, Why("content", f"{steps}/{one.content.mode}", content))
    return Statement(
        record_id("statements", scene.article.id, content, str(cue.start)), cue, content, one.content.mode, rule, speaker,
        tuple(scene.span(*part) for part in one.content.parts), heard, via, why, one.frame.grounds, _doubts(one))


def _doubts(one: Said) -> tuple[str, ...]:
    sure = one.speaker is not None and one.speaker.direct and one.speaker.resolved
    doubts = [] if sure else ["coreference"]
    return tuple([*doubts, "attachment"] if one.frame.grounds == "tree" else doubts)
