"""Whom something is told, where what is told follows without a mark between: "told AFP the men had left", "kepada AFP jalan ditutup"."""

from __future__ import annotations

from kawat.coding.phrases import HEADS, VERBAL, Phrase, phrase_after
from kawat.coding.scene import Scene
from kawat.lexicon.outlets import outlets

CLAUSES = frozenset({"ccomp", "parataxis"})


def hearer_at(scene: Scene, first: int, limit: int, verb: int) -> Phrase | None:
    """The phrase at a token that names a hearer, without the subject of what is told where that follows at once."""
    phrase = phrase_after(scene, first, limit)
    if phrase is None:
        return None
    ends = phrase.last >= limit or not scene.document.tokens[phrase.last].norm[:1].isalnum()
    head_first = scene.language.cues.file.head == "first"
    says = VERBAL | {"ADJ", "NUM"} if head_first else VERBAL
    if not (head_first if ends else scene.document.tokens[phrase.last].pos in says):
        return phrase
    cut = _behind_outlet(scene, phrase) or _clause_start(scene, phrase, verb) or _behind_hearer(scene, phrase) or (
        None if head_first else _second_determiner(scene, phrase))
    return Phrase(phrase.first, cut) if cut else phrase


def _behind_outlet(scene: Scene, phrase: Phrase) -> int | None:
    """The token behind the longest name of a known outlet that opens a phrase, an article before it or not."""
    tokens = scene.document.tokens
    opens = phrase.first + (tokens[phrase.first].norm in scene.language.cues.words["articles"])
    return next((last for last in range(phrase.last - 1, opens, -1) if tokens[opens].text[:1].isupper()
                 and outlets().exactly(scene.article.view[tokens[opens].start:tokens[last - 1].end])), None)


def _clause_start(scene: Scene, phrase: Phrase, verb: int) -> int | None:
    """The first token of the clause that the tree hangs on the verb, where it starts inside a phrase."""
    document = scene.document
    for clause in document.children(document.tokens[verb]):
        if clause.label in CLAUSES and clause.index >= phrase.last:
            start = min((c.index for c in document.children(clause) if c.label.startswith("nsubj")), default=clause.index)
            start = min((c.index for c in document.children(document.tokens[start])), default=start) if start < phrase.last else start
            if phrase.first < start < phrase.last:
                return start
    return None


def _behind_hearer(scene: Scene, phrase: Phrase) -> int | None:
    """The token behind a bare word for hearers that opens a phrase ("told parliament taxes would rise")."""
    opens = scene.document.tokens[phrase.first].norm in scene.language.cues.words["hearers"]
    return phrase.first + 1 if opens and phrase.last - phrase.first > 1 else None


def _second_determiner(scene: Scene, phrase: Phrase) -> int | None:
    """The article or possessive that opens a second phrase ("told the families the wreck would be raised")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    opening = words["articles"] | words["possessives"]
    return next((k for k in range(phrase.first + 1, phrase.last - 1) if tokens[k].norm in opening and tokens[k - 1].pos in HEADS), None)
