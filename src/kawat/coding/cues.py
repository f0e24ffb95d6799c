"""The cues of a page: the words that say that somebody says something."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.lexicon.cues import CueRow
from kawat.nouns.document import Sentence, Token
from kawat.nouns.text import Span

LONG_QUOTATION = 4
OPENS_SENTENCE = frozenset({"backward", "hearer"})
SPEAKER_AFTER = frozenset({"stem", "preposition"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first` to `last` (exclusive) that make a cue; `clitic` is the token of a speaker written onto it, perhaps its own."""

    row: CueRow
    first: int
    last: int
    clitic: int | None = None


def cues_of(scene: Scene, sentence: Sentence, quoted: tuple[Quotation, ...]) -> tuple[Cue, ...]:
    """The cues of a sentence, left to right, none inside another; those inside a quotation belong to whoever is quoted and are left out."""
    found: list[Cue] = []
    reached = sentence.first
    for index in range(sentence.first, sentence.last):
        if index < reached or not scene.language.cues.may_open(scene.document.tokens[index].norm):
            continue
        cue = next((c for c in _candidates(scene, index, sentence) if _fits(scene, c, sentence)), None)
        if cue and not inside_speech(scene, scene.document.tokens[index], quoted):
            found.append(cue)
            reached = cue.last
    return tuple(found)


def inside_speech(scene: Scene, token: Token, quoted: tuple[Quotation, ...]) -> bool:
    """True inside a quotation of more than a few words."""
    return any(q.holds(token.start) and len(scene.article.view[q.start:q.end].split()) >= LONG_QUOTATION for q in quoted)


def cue_span(scene: Scene, cue: Cue) -> Span:
    """The span of a cue, its clitic included."""
    return scene.span_of_tokens(scene.document.tokens[cue.first], scene.document.tokens[cue.last - 1])


def _candidates(scene: Scene, index: int, sentence: Sentence) -> tuple[Cue, ...]:
    """The cues that may stand at a token, longest first; without a subject before it a verb cites ("Melansir AFP, …")."""
    bare = index == sentence.first or scene.document.tokens[index - 1].norm == ","
    preferred = {"backward", "citing"} if bare else {"backward"}
    return tuple(sorted(_at(scene, index, sentence), key=lambda c: (c.first - c.last, c.row.kind not in preferred)))


def _at(scene: Scene, index: int, sentence: Sentence) -> Iterator[Cue]:
    tokens, cues = scene.document.tokens, scene.language.cues
    word = tokens[index].norm
    for words, row in cues.by_first.get(word, ()):
        last = index + len(words)
        if last <= sentence.last and all(tokens[index + k].norm == words[k] for k in range(1, len(words))):
            yield _with_clitic(scene, Cue(row, index, last), sentence)
    for clitic in cues.file.clitics:
        for words, row in cues.by_first.get(word.removesuffix(clitic), ()) if word.endswith(clitic) else ():
            if len(words) == 1:
                yield Cue(row, index, index + 1, index if row.kind in SPEAKER_AFTER else None)


def _with_clitic(scene: Scene, cue: Cue, sentence: Sentence) -> Cue:
    """The cue with the clitic glued to it: the speaker after "kata" ("katanya"), the object, and no speaker, after "mengatakan"."""
    tokens, last = scene.document.tokens, cue.last
    if last == sentence.last or tokens[last].norm not in scene.language.cues.words["clitics"] or tokens[last].start != tokens[last - 1].end:
        return cue
    return Cue(cue.row, cue.first, last + 1, last if cue.row.kind in SPEAKER_AFTER else None)


def _fits(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """True unless a neighbour says that the word is no cue here ("kata sandi", "according to plan", "declined to say")."""
    tokens = scene.document.tokens
    following = " ".join(t.norm for t in tokens[cue.last:min(cue.last + 3, sentence.last)])
    before = tokens[cue.first - 1].norm if cue.first > sentence.first else ""
    barred = any(f"{following} ".startswith(f"{phrase} ") for phrase in cue.row.not_before)
    if before in cue.row.not_after or (barred and not _names_hearer(scene, cue.last, sentence.last)):
        return False
    if cue.row.kind in OPENS_SENTENCE:
        return cue.first <= sentence.first + (cue.row.kind == "backward")
    return cue.row.kind not in {"verb", "act"} or _finite(scene, cue, sentence)


def _names_hearer(scene: Scene, index: int, limit: int) -> bool:
    """True where "to" leads to whom somebody told it: "confirmed to Reuters", not "admitted to theft"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if index + 1 >= limit or tokens[index].norm not in words["addressing"]:
        return False
    named = index + 1 + (tokens[index + 1].norm in words["articles"])
    return named < limit and (tokens[named].text[:1].isupper() or tokens[named].norm in words["hearers"])


def _verb(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """True where a word that may be a noun is a verb: the tagger says so and no article or preposition stands before it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    before = tokens[cue.first - 1].norm if cue.first > sentence.first else ""
    return tokens[cue.first].pos in {"VERB", "AUX"} and before not in words["determiners"] | words["prepositions"]


def _finite(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """True where nothing before the verb says that it was not, or not yet, said."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    said_that = cue.last < sentence.last and tokens[cue.last].norm in words["complementisers"]
    following = tokens[cue.last].norm if cue.last < sentence.last else ""
    passive = following in words["agents"] and not _by_channel(scene, cue.last, sentence.last)
    if passive or (cue.row.takes != "any" and following in words["joins"]):
        return False
    if tokens[cue.first].norm in words["also_nouns"] and not said_that and not _verb(scene, cue, sentence):
        return False
    for index in range(cue.first - 1, max(sentence.first - 1, cue.first - 4), -1):
        word = tokens[index].norm
        if word in words["passives"] and not tokens[cue.first].norm.endswith(scene.language.cues.file.active_endings):
            return False
        if word in words["negations"] or word in words["nonfinite"]:
            return False
        if word not in words["fillers"] and tokens[index].pos != "ADV":
            return True
    return True


def _by_channel(scene: Scene, index: int, limit: int) -> bool:
    """True where "by" leads to what somebody spoke through and not to who spoke: "residents said by telephone"."""
    return any(t.norm in scene.language.cues.words["carriers"] for t in scene.document.tokens[index + 1:min(index + 3, limit)])
