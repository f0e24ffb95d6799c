"""Whose word it is where a medium cites somebody: "Tass quoted the ministry as saying …", "…, Kyodo reported, citing officials"."""

from __future__ import annotations

from kawat.coding.credits import Credit, attached
from kawat.coding.cues import Cue
from kawat.coding.phrases import Phrase, phrase_after
from kawat.coding.scene import Scene
from kawat.coding.scope import left_content, right_content
from kawat.coding.sources import is_medium
from kawat.coding.stands import Frame, Stand, before_like
from kawat.coding.subjects import subject_before
from kawat.coding.tails import skip_oblique

AS_WITHIN = 2
ENDS = frozenset({".", ",", ";", "!", "?", ")"})


def quoting_frame(scene: Scene, stand: Stand, cue: Cue) -> Frame | None:
    """How "X quoted Y as saying …" stands, before or behind what is said: X passes on what Y says."""
    if cue.row.kind != "citing":
        return None
    source, medium = phrase_after(scene, cue.last, stand.sentence.last), subject_before(scene, cue.first, stand.floor)
    said = _behind_saying(scene, stand, source.last) if source and medium else None
    if source is None or medium is None or said is None:
        return None
    tokens, last = scene.document.tokens, stand.sentence.last
    behind = skip_oblique(scene, said, last)
    closes = behind >= last or tokens[behind].norm in ENDS
    if closes and medium.first > stand.floor:
        left = left_content(scene, stand.floor, medium.first, stand.quoted)
        return Frame(cue, medium, left, behind, "after", cited=source) if left else None
    right = right_content(scene, stand.sentence, said, stand.cues, stand.quoted)
    return Frame(cue, medium, right, said, "before", cited=source) if right else None


def _behind_saying(scene: Scene, stand: Stand, index: int) -> int | None:
    """The token behind "as saying" or "yang mengatakan", where it follows a source; None where it does not."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    first = index + (index < stand.sentence.last and tokens[index].norm in words["quoted_as"])
    saying = next((c for c in stand.cues if c.first == first and c.row.kind == "verb"), None)
    if saying:
        return saying.last
    active = scene.language.cues.file.active_endings
    return first + 1 if first > index and active and first < stand.sentence.last and tokens[first].norm.endswith(active) else None


def relayed_frame(scene: Scene, stand: Stand, credits: tuple[Credit, ...]) -> Frame | None:
    """How a sentence stands that a credited medium has from somebody it cites: "Dilansir AFP yang mengutip militer, …"."""
    for credit in credits:
        citing = next((c for c in credits if c.cue.row.kind == "citing" and attached(scene, c, credit.behind)), None)
        if credit.cue.row.kind != "credit" or citing is None or is_medium(scene, citing.phrases[0]):
            continue
        opens = credit.cue.first <= stand.floor + 1
        content = right_content(scene, stand.sentence, citing.behind, stand.cues, stand.quoted) if opens else left_content(
            scene, stand.floor, before_like(scene, stand, credit.cue.first), stand.quoted)
        return Frame(citing.cue, citing.phrases[0], content, citing.behind, "before" if opens else "after") if content else None
    return None


def citation_of(scene: Scene, frame: Frame, citing: tuple[Credit, ...]) -> Phrase | None:
    """Whom the medium that speaks cites for what it says; None where it speaks for itself, is no medium, or only closes a paragraph."""
    if frame.cue.row.kind == "backward":
        return None
    if frame.cited or frame.phrase is None or not is_medium(scene, frame.phrase):
        return frame.cited
    return next((c.phrases[0] for c in citing if _hangs_on(scene, frame, frame.phrase, c)), None)


def _hangs_on(scene: Scene, frame: Frame, medium: Phrase, citing: Credit) -> bool:
    """True for a citation beside the medium or its cue, or, where the medium only reports, anywhere in its sentence.

    "IRNA says the drone was shot down, citing the army" is IRNA's own word, and the army stands behind it in the chain.
    """
    beside = attached(scene, citing, medium.last) or attached(scene, citing, frame.behind) or 0 <= medium.first - citing.behind <= AS_WITHIN
    return beside or frame.cue.row.relation == "reports"
