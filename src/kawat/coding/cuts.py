"""Where what is said ends: at a further cue, another speaker, the outlet's own words, or what the speaker does next."""

from __future__ import annotations

from kawat.coding.cues import Cue
from kawat.coding.phrases import HEADS, VERBAL, behind_by, mention_in, phrase_after, phrase_before
from kawat.coding.scene import Scene
from kawat.coding.tails import skip_oblique
from kawat.nouns.document import Sentence

SINCE_WITHIN = 5  # words behind a comma in which "after" may date what was said ("a day after", "beberapa jam setelah")
WITHHELD_WITHIN = 3


def cut_at(scene: Scene, sentence: Sentence, index: int, cues: tuple[Cue, ...]) -> int:
    """The token before which content that starts at `index` ends."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    stop = _stop(scene, sentence, index)
    for cue in cues:
        if cue.first <= index:
            continue
        if cue.first > stop:
            break
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
        own = cue.row.kind == "verb" or (cue.row.kind == "act" and _acts(scene, cue, index))
        if own and _same_speaker(scene, cue, index):
            return _start_of_join(scene, cue.first, index)
        if cue.row.kind == "verb" and (other := _of_another(scene, index, cue)) is not None:
            return other
        if cue.row.kind == "verb" and (closed := _closed_by(scene, sentence, index, cue)) is not None:
            return closed
        if cue.row.kind == "verb" and tokens[sentence.first].norm in words["subordinators"]:
            return next((k for k in range(index, cue.first) if tokens[k].norm == ","), sentence.last)
    return stop


def _stop(scene: Scene, sentence: Sentence, index: int) -> int:
    """The semicolon, or the dash before an apposition, behind which the outlet goes on: "called it fair – a finding others dispute"."""
    tokens, view = scene.document.tokens, scene.article.view
    for k in range(index + 1, sentence.last - 1):
        apposed = tokens[k].norm == "-" and view[tokens[k].start - 1] == " " and tokens[k + 1].norm in scene.language.cues.words["articles"]
        apart = tokens[k].norm == "," and (_dates(scene, sentence, k) or _acts_on(scene, k + 1))
        ends = apposed or tokens[k].norm == ";" or apart or (tokens[k - 1].norm == '"' and _acts_on(scene, k))
        if ends and not view.count('"', tokens[index].start, tokens[k].start) % 2:
            return k
    return sentence.last


def _dates(scene: Scene, sentence: Sentence, comma: int) -> bool:
    """", a day after the two sides …", ", sehari setelah …": when it was said, told by the outlet."""
    tokens, sequences = scene.document.tokens, scene.language.grammar.sequences
    units = {*scene.language.time.rows.units, *scene.language.figures.rows.rates}
    for k in range(comma + 1, min(comma + 1 + SINCE_WITHIN, sentence.last)):
        if tokens[k].norm in sequences:
            return k > comma + 1 and any(t.norm in units for t in tokens[comma + 1:k])
        if tokens[k].pos in {"VERB", "AUX", "PRON", "PUNCT"}:
            return False
    return False


def _acts_on(scene: Scene, index: int) -> bool:
    """", yet stopped short of …": a contrast without a subject is what the speaker did, not what he said."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if index + 1 >= len(tokens) or tokens[index].norm not in words["contrasts"]:
        return False
    return tokens[index + 1].pos == "VERB" and not tokens[index + 1].norm.endswith(scene.language.cues.file.active_endings or ("\0",))


def _of_another(scene: Scene, index: int, cue: Cue) -> int | None:
    """The comma before a conjunction and another speaker: "said the vote was fair, and observers described it as …"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    phrase = phrase_before(scene, cue.first, index)
    if phrase is None or phrase.first - 2 <= index or mention_in(scene, phrase) is None:
        return None
    joins = tokens[phrase.first - 1].norm in words["joins"] | words["contrasts"]
    return phrase.first - 2 if joins and tokens[phrase.first - 2].norm == "," else None


def _closed_by(scene: Scene, sentence: Sentence, index: int, cue: Cue) -> int | None:
    """The comma before a speaker whose cue closes the sentence: in "… reported smoke, the airline said." the airline says all of it."""
    tokens = scene.document.tokens
    phrase, behind = phrase_before(scene, cue.first, index), skip_oblique(scene, cue.last, sentence.last)
    closes = behind >= sentence.last or tokens[behind].norm in {".", ";"}
    return phrase.first - 1 if phrase and closes and phrase.first > index and tokens[phrase.first - 1].norm == "," else None


def withheld_at(scene: Scene, sentence: Sentence, index: int) -> int:
    """The token before which a speaker is said to say no more: "…, but would not say why", "…, tanpa merinci"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for k in range(index + 1, sentence.last):
        no = next((n for n in range(k, min(k + WITHHELD_WITHIN, sentence.last)) if tokens[n].norm in words["negations"]), None)
        if no is None or tokens[k].norm not in words["contrasts"] | words["joins"] | (words["negations"] & words["prepositions"]):
            continue
        silent = any(t.norm in words["withheld"] for t in tokens[no + 1:min(no + WITHHELD_WITHIN, sentence.last)])
        between = [t for t in tokens[k + 1:no] if t.norm not in words["third"]]  # "though she declined to say"
        if silent and not any(t.pos in HEADS or t.norm in words["complementisers"] for t in between):
            return k - (tokens[k - 1].norm == ",")
    return sentence.last


def joined_to(scene: Scene, sentence: Sentence, index: int, verb: int) -> int:
    """The token before which a predicate joined to the cue verb starts: "has said the name is a claim and has objected"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    adverbs = {k for k in range(sentence.first, verb) if tokens[k].norm in words["fillers"] and tokens[k].pos != "AUX"}
    before = next((k for k in range(verb - 1, sentence.first, -1) if k not in adverbs), verb)
    auxiliary = tokens[before].norm if tokens[before].pos == "AUX" else None
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
    tokens = scene.document.tokens
    index = behind_by(scene, cue.last, sentence.last)
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


def _acts(scene: Scene, cue: Cue, index: int) -> bool:
    """True where an act joined to what is said is the speaker's own and not told by them.

    Who is spoken of does not act upon itself ("said the party failed and asked it to …"), nor does a thing that only is
    ("said the plan was unfair and urged allies …"), and a comma parts the two; "said protesters threw stones and demanded …" stays whole.
    """
    tokens, before = scene.document.tokens, _start_of_join(scene, cue.first, index)
    if tokens[before].norm == "," and tokens[before + 1].norm in scene.language.cues.words["joins"]:
        return True
    upon = cue.last < len(tokens) and tokens[cue.last].pos == "PRON"
    subject = next((k for k in range(index, cue.first) if tokens[k].pos in HEADS or tokens[k].pos == "PRON"), None)
    thing = subject is not None and tokens[subject].pos == "NOUN" and scene.mentions.over(subject) is None
    return upon or thing or not any(t.pos == "VERB" for t in tokens[index:cue.first])


def _start_of_join(scene: Scene, cue_first: int, index: int) -> int:
    """The first token of the comma, conjunction and adverbs right before a joined verb."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    before = cue_first
    while before > index + 1 and (tokens[before - 1].norm in words["conjunctions"] | words["fillers"] or tokens[before - 1].norm == ","):
        before -= 1
    return before
