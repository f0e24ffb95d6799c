"""Who counted: the source a sentence names for its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kawat.coding.hits import PIECE, begin, finish
from kawat.coding.scene import Scene
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Mention
from kawat.nouns.mentions import ACTOR_KINDS
from kawat.nouns.record import Participant, Statement
from kawat.nouns.text import Span

LONGEST = 14
MARK = re.compile(r"[,.;:!?\"()\n]|\s-\s")
OPENING_MARK = re.compile(r"[,\"')]\s*$")


def counter(scene: Scene, sentence: Sentence, count: Mention, statements: tuple[Statement, ...]) -> tuple[Participant, Span] | None:
    """Whose number a count is, and the words that say so: the speaker of the narrowest statement around it, else the source nearest by."""
    holding = [statement for statement in statements if statement.content.holds(count.span)]
    narrowest = min(holding, key=lambda statement: len(statement.content.text), default=None)
    found = [*_behind_cues(scene, sentence), *_before_verbs(scene, sentence, count)]
    stretch = _stretch(scene, sentence, count)
    near = [pair for pair in found if stretch.holds(pair[1])]
    if narrowest and narrowest.speaker and (stretch.holds(narrowest.cue) or not near):
        return narrowest.speaker, narrowest.cue
    return min(near or found, key=lambda pair: _distance(pair[1], count), default=None)


def _stretch(scene: Scene, sentence: Sentence, count: Mention) -> Span:
    """The part of a sentence a count stands in, between semicolons and words that set one source against another."""
    marks = list(scene.language.figures.contrast.finditer(scene.article.view, sentence.start, sentence.end))
    start = max((mark.start() for mark in marks if mark.end() <= begin(count)), default=sentence.start)
    return scene.span(start, min((mark.start() for mark in marks if mark.start() >= finish(count)), default=sentence.end))


def _distance(cue: Span, count: Mention) -> int:
    return max((cue.start or 0) - finish(count), begin(count) - (cue.end or 0))


def _behind_cues(scene: Scene, sentence: Sentence) -> Iterator[tuple[Participant, Span]]:
    """Sources behind a cue: "according to X", or "said X" after a quotation."""
    view, words = scene.article.view, scene.language.figures
    for cue in words.source_before.finditer(view, sentence.start, sentence.end):
        inverted = " ".join(cue.group().lower().split()) in words.rows.source_verbs
        if inverted and not OPENING_MARK.search(view[sentence.start:cue.start()]):
            continue
        mark = MARK.search(view, cue.end() + 1, sentence.end)
        source = _source(scene, cue.end(), mark.start() if mark else sentence.end, forward=True)
        if source:
            yield source, scene.span(cue.start(), cue.end())


def _before_verbs(scene: Scene, sentence: Sentence, count: Mention) -> Iterator[tuple[Participant, Span]]:
    """Sources before a verb of telling: what they tell stands behind the verb, or before them when a mark parts the two."""
    view, words = scene.article.view, scene.language.figures
    for verb in words.source_verb.finditer(view, sentence.start, sentence.end):
        marks = [mark.end() for mark in MARK.finditer(view, sentence.start, verb.start())]
        start = marks[-1] if marks else sentence.start
        if finish(count) > start and begin(count) < verb.start():
            continue
        source = _source(scene, start, verb.start(), forward=False)
        if source:
            yield source, scene.span(verb.start(), verb.end())


def _source(scene: Scene, start: int, end: int, forward: bool) -> Participant | None:
    """The source named between two places, at the near end; None for a pronoun without a name, and for what is no source."""
    pieces = [(m.start() + start, m.end() + start) for m in PIECE.finditer(scene.article.view[start:end])]
    piece = _noun_phrase(scene, pieces, forward)
    if not piece:
        return None
    first, last = piece
    tokens = scene.document.between(first, last)
    kinds = ACTOR_KINDS | {"pronoun"}
    mentions = [m for token in (tokens if forward else tokens[::-1]) if (m := scene.mentions.over(token, kinds))]
    near = next((m for m in mentions if (begin(m) <= first if forward else finish(m) >= last)), None)
    if near:
        return scene.participant(near, via="pattern") if near.kind != "pronoun" or near.naming or near.link else None
    span = scene.span(first, last)
    return Participant(span, span, via="pattern") if _is_source(scene, span) else None


def _noun_phrase(scene: Scene, pieces: list[tuple[int, int]], forward: bool) -> tuple[int, int] | None:
    """The run of words at the near end, up to a word that ends a source's name; None where it is empty or too long."""
    view, rows = scene.article.view, scene.language.figures.rows
    run: list[tuple[int, int]] = []
    for place, (first, last) in enumerate(ordered := pieces if forward else pieces[::-1]):
        word = view[first:last].lower()
        joins = not forward and word in rows.source_joins and _noun_ahead(scene, ordered[place + 1:])
        if view[first].isdigit() or (word in rows.source_ends and not joins and not _between_names(view, ordered, place)):
            break
        run.append((first, last))
    if not run or len(run) > LONGEST:
        return None
    return min(run)[0], max(run)[1]


def _between_names(view: str, ordered: list[tuple[int, int]], place: int) -> bool:
    """True for a small word inside a name ("Avon and Somerset Police")."""
    return 0 < place < len(ordered) - 1 and all(view[ordered[k][0]].isupper() for k in (place - 1, place + 1))


def _noun_ahead(scene: Scene, rest: list[tuple[int, int]]) -> bool:
    """True where a noun for a source stands just before a preposition ("officials in Westhaven"), before any other end."""
    rows = scene.language.figures.rows
    for first, last in rest[:3]:
        word = scene.article.view[first:last].lower()
        if word in rows.source_nouns:
            return True
        if word in rows.source_ends:
            return False
    return False


def _is_source(scene: Scene, span: Span) -> bool:
    """True where a phrase names a body or an office, or has a name in it."""
    nouns = scene.language.figures.rows.source_nouns
    words = PIECE.findall(span.text)
    opens = any(sentence.start == span.start for sentence in scene.document.sentences)
    named = any(word[0].isupper() for word in words[opens:]) or any(len(word) > 1 and word.isupper() for word in words)
    return named or any(word.lower() in nouns for word in words)
