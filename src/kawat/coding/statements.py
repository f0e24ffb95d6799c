"""Reported speech: who said what, by which cue."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kawat.coding.citations import quoting_frame, relayed_frame
from kawat.coding.credits import PASSED_ON, addressed, credits_of
from kawat.coding.cues import cue_span, cues_of
from kawat.coding.frames import frame_of
from kawat.coding.quotes import Quotation
from kawat.coding.reports import bounds_of, report_of
from kawat.coding.scene import Scene
from kawat.coding.scope import Content, behind_credit, sentence_floor
from kawat.coding.speakers import Speaker, clitic_speaker, is_first_person, speaker_of
from kawat.coding.stands import Frame, Stand, tail_of
from kawat.nouns.document import Sentence
from kawat.nouns.record import Statement, Why, record_id

CONTINUES_WITHIN = 1
LEAST_CONTINUED = 4
OPENING = frozenset({"credit", "citing", "hearer"})


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
    return _continued(scene, tuple(_without_doubles(scene, found)), quoted)


def _in_sentence(scene: Scene, sentence: Sentence, quoted: tuple[Quotation, ...], earlier: tuple[Speaker, ...]) -> list[Said]:
    cues = cues_of(scene, sentence, quoted)
    credits = credits_of(scene, sentence, cues)
    passed = {c.cue.first for c in credits}
    bounds = bounds_of(scene, sentence, cues, quoted)
    opening = floor = sentence_floor(scene, sentence)
    found: list[Said] = []
    reached = sentence.first
    for cue in cues:
        if cue.first < reached or (cue.row.kind in PASSED_ON and cue.first in passed):
            continue
        report = report_of(sentence, scene, bounds, cue)
        last = found[-1].frame.phrase if found and found[-1].frame.cue.first >= report.first else None
        stand = Stand(report, cues, quoted, max(floor, report.first), last)
        quoting = quoting_frame(scene, stand, cue)
        if quoting is None and cue.row.kind in OPENING and cue.first <= stand.floor + 1:
            floor = behind_credit(scene, sentence, cue)
            continue
        frame = quoting or frame_of(scene, stand, cue)
        reached = quoting.behind if quoting else reached
        speaker = _speaker(scene, frame, (*earlier, *_speakers(found))) if frame else None
        if frame and (speaker or frame.phrase is None):
            found.append(Said(frame, speaker, sentence, frame.content))
            floor = frame.behind if frame.order == "after" else stand.floor
    relayed = None if found else relayed_frame(scene, Stand(sentence, cues, quoted, opening), credits)
    return [Said(relayed, _speaker(scene, relayed, earlier), sentence, relayed.content)] if relayed else found


def _speakers(found: list[Said]) -> tuple[Speaker, ...]:
    return tuple(one.speaker for one in found if one.speaker)


def _speaker(scene: Scene, frame: Frame, earlier: tuple[Speaker, ...]) -> Speaker | None:
    if frame.phrase is not None:
        return None if _first_person(scene, frame) else speaker_of(scene, frame.phrase, earlier, frame.content.start)
    return clitic_speaker(scene, frame.cue.clitic, earlier, frame.content.start) if frame.cue.clitic is not None else None


def _first_person(scene: Scene, frame: Frame) -> bool:
    """True where the speaker is an "I" or "we" outside any quotation: the outlet, or somebody unknown."""
    return frame.phrase is not None and is_first_person(scene, scene.document.tokens[frame.phrase.first])


def _without_doubles(scene: Scene, found: list[Said]) -> list[Said]:
    """The same content under the same speaker once, with its first cue; what a speaker says to have said is part of what they say."""
    kept: list[Said] = []
    for one in found:
        cue = scene.document.tokens[one.frame.cue.first].start
        if not any(k.content.start <= one.content.start and one.content.end <= k.content.end and k.sentence is one.sentence
                   and (k.content.start == one.content.start or k.content.start <= cue) and _name(k) == _name(one) for k in kept):
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
