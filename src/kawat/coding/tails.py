"""What may stand beside a cue that is not said: times, hearers, occasions, how and where somebody spoke."""

from __future__ import annotations

from kawat.coding.hearers import hearer_at
from kawat.coding.phrases import VERBAL, is_time, phrase_after
from kawat.coding.predicates import has_verb
from kawat.coding.scene import Scene

COMPLEMENT_WITHIN = 16
CARRIER_WITHIN = 6
CLOSING = frozenset({",", ".", ";", ":", '"', "?", "!"})


def skip_oblique(scene: Scene, index: int, limit: int, closing: bool = True) -> int:
    """The position behind the times, hearers and occasions next to a cue; `closing` takes places too, where nothing said may follow."""
    tokens, start = scene.document.tokens, index
    while index < limit:
        if is_time(scene, index) and not (index + 1 < limit and tokens[index + 1].norm.startswith("'")):
            index += 1
        elif tokens[index].norm == "(" and (bracket := dated_bracket(scene, index, limit)):
            index = bracket
        elif (behind := _behind_phrase(scene, index, limit, closing, index > start)) is not None:
            index = behind
        else:
            break
    return index


def _behind_phrase(scene: Scene, index: int, limit: int, closing: bool, further: bool) -> int | None:
    """The position behind a prepositional phrase, or, `further` on, behind the words that say how the paper before them came out."""
    if scene.document.tokens[index].norm in scene.language.cues.words["oblique"]:
        return _behind_oblique(scene, index, limit, closing)
    return _behind_issuing(scene, index, limit) if further else None


def dated_bracket(scene: Scene, index: int, limit: int) -> int | None:
    """The position behind a bracket that holds a date."""
    tokens = scene.document.tokens
    closing = next((k for k in range(index + 1, min(index + 8, limit)) if tokens[k].norm == ")"), None)
    return closing + 1 if closing and any(t.norm[:1].isdigit() for t in tokens[index + 1:closing]) else None


def _behind_oblique(scene: Scene, index: int, limit: int, closing: bool) -> int | None:
    """The position behind a prepositional phrase of time, hearer or occasion; None where it belongs to what is said."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    following = index + 1
    if following < limit and is_time(scene, following):
        return following
    addressing = tokens[index].norm in words["addressing"]
    phrase = hearer_at(scene, following, limit, index - 1) if addressing and not closing else phrase_after(scene, following, limit)
    if phrase is None:
        return None
    known = addressing or any(t.norm in words["carriers"] for t in tokens[following:phrase.last])
    ends = phrase.last >= limit or (closing and tokens[phrase.last].norm in CLOSING | words["addressing"])
    return phrase.last if known or ends or complement_at(scene, index, limit) is not None else None


def _behind_issuing(scene: Scene, index: int, limit: int) -> int | None:
    """The position behind the words that say how a paper came out: "in a statement posted online", "dalam rilis yang diterima AFP"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    first = index + (tokens[index].norm in words["relativisers"])
    if first >= limit or tokens[first].norm not in words["issued"]:
        return None
    if not any(t.norm in words["carriers"] for t in tokens[max(0, index - CARRIER_WITHIN):index]):
        return None
    behind = first + 1
    while behind < limit and tokens[behind].pos == "ADV":
        behind += 1
    phrase = phrase_after(scene, behind + (behind < limit and tokens[behind].norm in words["agents"]), limit)
    closes = phrase is not None and (phrase.last >= limit or tokens[phrase.last].norm in CLOSING | words["complementisers"])
    return phrase.last if phrase and closes else behind


def behind_manner(scene: Scene, index: int, limit: int) -> int:
    """The position behind an adverb or a phrase without a verb that closes a sentence behind its cue: "said without giving details"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if index < limit and tokens[index].pos == "ADV":
        index += 1
    while index < limit and is_time(scene, index):  # "said here Friday"
        index += 1
    if index >= limit or tokens[index].norm not in words["prepositions"]:
        return index
    end = next((k for k in range(index, limit) if tokens[k].norm in CLOSING), limit)
    says = has_verb(scene, tokens[index].start, tokens[end - 1].end) or any(t.norm in words["complementisers"] for t in tokens[index:end])
    return index if says else end


def complement_at(scene: Scene, index: int, limit: int) -> int | None:
    """The position of the conjunction that opens what is said, where only an occasion stands before it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for k in range(index, min(index + COMPLEMENT_WITHIN, limit)):
        if tokens[k].norm in words["complementisers"]:
            return k
        if tokens[k].pos in VERBAL or tokens[k].norm in words["relativisers"] or tokens[k].norm == '"':
            return None
    return None
