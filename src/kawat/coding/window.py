"""The stretch of time a figure counts over, the day it stood at, and whether it is of one incident, a running total or a stock."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kawat.coding.hits import PIECE, Harmed, begin, finish
from kawat.coding.scene import Scene
from kawat.lexicon.numbers import framed
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Mention, When
from kawat.nouns.record import CountType, Event

# How far back a running total may find its beginning: this sentence and the two before it.
MEMORY = 2
STOCKS = frozenset({"detained", "abducted", "missing", "displaced", "other"})
PARTED = re.compile(r"[;:]|--|\s-\s")


@dataclass(frozen=True, slots=True)
class Window:
    """When a figure was counted; `span_of` is the mention that says so."""

    count_type: CountType | None
    when: When | None = None
    basis: Literal["stated", "inherited"] | None = None
    as_of: When | None = None
    told_by: Mention | None = None


def window(scene: Scene, sentence: Sentence, harmed: Harmed, event: Event | None) -> Window:
    """What the words around a count say about when it was counted."""
    rows, view = scene.language.figures.rows, scene.article.view
    times = [m for m in scene.mentions.within(sentence, {"time"})
             if m.when and _near(scene, harmed, m) and not _reopened(scene, sentence, m)]
    told = _as_of(scene, sentence, times)
    as_of = told.when if told else None
    since = next((m for m in times if m.when and m.when.sense == "since"), None)
    if since:
        return Window("cumulative", since.when, "stated", as_of, since)
    rate = scene.language.figures.rate.match(view, finish(harmed.count), sentence.end)
    if _said(rows.each, view[finish(harmed.count):sentence.end]) or (rate and not any(begin(m) < rate.end() <= finish(m) for m in times)):
        return Window("flow", as_of=as_of)
    around = view[max(sentence.start, begin(harmed.count) - 40):max(harmed.hit.end, finish(harmed.count))]
    if harmed.harm.kind in STOCKS and _said(rows.still, around):
        return Window("stock", as_of=as_of)
    period = next((m for m in times if m is not told and m.when and _is_period(m.when) and harmed.count.quantity
                   and harmed.count.quantity.value != 1), None)
    if period:
        return Window("period", period.when, "stated", as_of, period)
    inherited = None if times else _inherited(scene, sentence, harmed)
    if inherited:
        return Window("cumulative", inherited.when, "inherited", as_of, inherited)
    running = _said(rows.running, view[sentence.start:sentence.end])
    if harmed.pattern == "toll" or told or running:
        return Window("cumulative", as_of=as_of)
    return Window("incident" if event else None, as_of=as_of)


def _reopened(scene: Scene, sentence: Sentence, time: Mention) -> bool:
    """True where the words behind a time open a clause of its own ("the worst since 2011, when nine sailors were killed")."""
    follows = PIECE.findall(scene.article.view[finish(time):sentence.end].lower())[:2]
    return len(follows) == 2 and follows[0] == "," and follows[1] in scene.language.figures.rows.breaks


def _near(scene: Scene, harmed: Harmed, time: Mention) -> bool:
    """True where no dash, colon or semicolon parts a count and its harm from a time."""
    first, last = min(begin(harmed.count), harmed.hit.start), max(finish(harmed.count), harmed.hit.end)
    return not PARTED.search(scene.article.view, *((last, begin(time)) if begin(time) >= last else (finish(time), first)))


def _is_period(when: When) -> bool:
    return when.sense == "between" or when.precision in ("month", "year")


def _as_of(scene: Scene, sentence: Sentence, times: list[Mention]) -> Mention | None:
    """The time a count stood at: one with "as of" or "until" before it."""
    cue = framed(r"(?<!\w)", scene.language.figures.rows.as_of, r"\s+$")
    view = scene.article.view
    return next((m for m in times if m.when and (m.when.sense == "until" or cue.search(view, sentence.start, begin(m)))), None)


def _said(words: tuple[str, ...], stretch: str) -> bool:
    return bool(framed(r"(?<!\w)", words, r"(?!\w)").search(stretch))


def _inherited(scene: Scene, sentence: Sentence, harmed: Harmed) -> Mention | None:
    """The beginning told shortly before, for a count in the perfect ("telah tewas") that has no time of its own."""
    rows = scene.language.figures.rows
    start, end = sorted((finish(harmed.count), harmed.hit.start))
    near = PIECE.findall(scene.article.view[max(sentence.start, min(start, harmed.hit.start) - 20):max(end, harmed.hit.start)].lower())
    if not any(word in rows.perfect for word in near):
        return None
    for back in range(1, MEMORY + 1):
        if sentence.index - back < 0:
            return None
        before = scene.document.sentences[sentence.index - back]
        since = [m for m in scene.mentions.within(before, {"time"}) if m.when and m.when.sense == "since"]
        if since and before.part == sentence.part:
            return since[-1]
    return None
