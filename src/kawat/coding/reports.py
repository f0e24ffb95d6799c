"""Where one report ends and the next begins in a sentence that holds two: "Police said 27 were held; the union put it at 40"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.coding.cues import Cue, inside_speech
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.coding.subjects import subject_before
from kawat.nouns.document import Sentence

ACTIVE = frozenset({"verb", "act"})
SAYING = ACTIVE | {"stem", "preposition"}


@dataclass(frozen=True, slots=True)
class Bound:
    """The tokens between two reports: a semicolon, or a comma and a word like "while"."""

    first: int
    last: int


def report_of(sentence: Sentence, scene: Scene, bounds: tuple[Bound, ...], cue: Cue) -> Sentence:
    """The part of its sentence that a cue may answer for."""
    tokens = scene.document.tokens
    first = max((b.last for b in bounds if b.last <= cue.first), default=sentence.first)
    last = min((b.first for b in bounds if b.first > cue.first), default=sentence.last)
    return replace(sentence, first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end)


def bounds_of(scene: Scene, sentence: Sentence, cues: tuple[Cue, ...], quoted: tuple[Quotation, ...]) -> tuple[Bound, ...]:
    """The bounds between the reports of a sentence, left to right; what has no cue of its own belongs to the report beside it."""
    saying = [c for c in cues if c.row.kind in SAYING]
    found: list[Bound] = []
    for bound in _marks(scene, sentence, quoted):
        reached = found[-1].last if found else sentence.first
        before = any(reached <= c.first < bound.first for c in saying)
        after = [c for c in saying if c.first >= bound.last]
        if before and after and (bound.last - bound.first == 1 or _own_report(scene, bound, after[0])):
            found.append(bound)
    return tuple(found)


def _marks(scene: Scene, sentence: Sentence, quoted: tuple[Quotation, ...]) -> Iterator[Bound]:
    """The places where a second report may begin: semicolons, and words of contrast behind a comma."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for index in range(sentence.first + 1, sentence.last - 1):
        if inside_speech(scene, tokens[index], quoted):
            continue
        if tokens[index].norm == ";":
            yield Bound(index, index + 1)
        elif tokens[index].norm in words["contrasts"] and tokens[index - 1].norm == ",":
            yield Bound(index - 1, index + 1)


def _own_report(scene: Scene, bound: Bound, cue: Cue) -> bool:
    """True where somebody else's cue follows a word of contrast right away: "…, while the union said", "…, but according to the union"."""
    if cue.row.kind not in ACTIVE:
        return cue.first == bound.last
    phrase, third = subject_before(scene, cue.first, bound.last), scene.language.cues.words["third"]
    return phrase is not None and phrase.first == bound.last and scene.document.tokens[phrase.first].norm not in third
