"""How one cue stands in its sentence: who speaks, where what is said lies."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.cues import Cue
from kawat.coding.hearers import hearer_at
from kawat.coding.phrases import VERBAL, Phrase, mention_in, phrase_after, with_name
from kawat.coding.predicates import has_verb
from kawat.coding.scene import Scene
from kawat.coding.scope import Content, leads_over, left_content, only_connectives, right_content
from kawat.coding.stands import Frame, Stand, before_like, behind_aside, framed, is_document, with_rest
from kawat.coding.subjects import coordinated, subject_before, subject_in_tree
from kawat.coding.tails import behind_manner, complement_at, skip_oblique
from kawat.nouns.document import Sentence
from kawat.nouns.record import Grounds

ENDS = frozenset({".", ",", ";", "!", "?", '"', ")", "-"})
BEFORE_CLOSING = frozenset({",", '"', "-", "?", "!", "'"})
HEARER_WITHIN = 5
CLAUSE_WITHIN = 16
ISSUED_WITHIN = 4
CLAUSES = frozenset({"ccomp", "parataxis", "xcomp", "csubj"})


def frame_of(scene: Scene, stand: Stand, cue: Cue) -> Frame | None:
    """How a cue of saying stands; None where it says nothing here."""
    if cue.row.kind in {"stem", "preposition"}:
        return _speaker_after(scene, stand, cue)
    if cue.row.kind not in {"verb", "act"}:
        return None
    frame = _inverted(scene, stand, cue) or _speaker_before(scene, stand, cue)
    if frame is None or (cue.row.kind == "act" and not _quoted_whole(frame)):
        return None
    return frame


def _quoted_whole(frame: Frame) -> bool:
    return frame.content.mode == "direct" and frame.content.end - frame.content.start > 15


# ── the speaker after the cue: "kata X", "menurut X", "said X" ──

def _speaker_after(scene: Scene, stand: Stand, cue: Cue) -> Frame | None:
    phrase = None if cue.clitic is not None else phrase_after(scene, cue.last, stand.sentence.last)
    if phrase is None and cue.clitic is None:
        return None
    phrase = with_name(scene, _issuer(scene, stand, phrase), stand.sentence.last) if phrase else None
    if cue.row.kind == "stem" and not _may_close(scene, stand, cue):
        return None
    return _around(scene, stand, cue, phrase, _behind_relative(scene, stand, phrase.last) if phrase else cue.last)


def _issuer(scene: Scene, stand: Stand, phrase: Phrase) -> Phrase:
    """Whoever issued the document a phrase names: "a statement by the ministry" is the ministry's word."""
    tokens, cues = scene.document.tokens, scene.language.cues
    if not is_document(scene, phrase):
        return phrase
    for index in range(phrase.last, min(phrase.last + ISSUED_WITHIN, stand.sentence.last)):
        if tokens[index].norm in cues.words["issued_by"]:
            return phrase_after(scene, index + 1, stand.sentence.last) or phrase
        if not tokens[index].norm[:1].isalnum():
            break
    return phrase


def _behind_relative(scene: Scene, stand: Stand, index: int) -> int:
    """The token behind a clause that hangs on the speaker ("Menurut kementerian yang dikelola Hamas, …", "a report issued Monday, …")."""
    tokens, last, words = scene.document.tokens, stand.sentence.last, scene.language.cues.words
    if index >= last or tokens[index].norm not in words["relativisers"] | words["issued"]:
        return index
    return next((k for k in range(index, last) if tokens[k].norm == ","), index)


def _may_close(scene: Scene, stand: Stand, cue: Cue) -> bool:
    """True where a bare stem stands where one can: at the start, after a mark, or after a word like "demikian"."""
    if cue.first == stand.sentence.first:
        return True
    before, like = scene.document.tokens[cue.first - 1].norm, scene.language.cues.words["like"]
    if cue.clitic is not None and (cue.last == stand.sentence.last or not scene.document.tokens[cue.last].norm[:1].isalnum()):
        return True
    return not before[:1].isalnum() or before in like or only_connectives(scene, stand.sentence.first, cue.first)


def _around(scene: Scene, stand: Stand, cue: Cue, phrase: Phrase | None, behind: int) -> Frame | None:
    """Content on the left, on the right, or on both sides of a cue and the speaker after it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    after = skip_oblique(scene, behind, stand.sentence.last)
    left = left_content(scene, stand.floor, before_like(scene, stand, cue.first), stand.quoted)
    relative = cue.first > stand.floor and tokens[cue.first - 1].norm in words["relativisers"]
    if relative or (leads_over(scene, stand.floor, cue.first) and (left is None or left.mode != "direct" or _says_on(scene, stand, after))):
        right = right_content(scene, stand.sentence, behind_aside(scene, stand, behind, "citing"), stand.cues, stand.quoted)
        right = _to_comma(scene, right) if relative and right else right
        if right or relative or left is None or only_connectives(scene, stand.floor, cue.first):
            return framed(scene, stand, cue, phrase, right, stand.sentence.last, "before")
    if left is None:
        return None
    return framed(scene, stand, cue, phrase, with_rest(scene, stand, left, after), after, "after")


def _says_on(scene: Scene, stand: Stand, after: int) -> bool:
    """True where a comma and more words follow the speaker of a cue that opens its sentence: they, not what came before, are said."""
    return after + 2 < stand.sentence.last and scene.document.tokens[after].norm == ","


def _to_comma(scene: Scene, content: Content) -> Content:
    """What a relative clause says ends with the clause ("jalan itu, yang menurut Norland milik bersama, ditutup")."""
    comma = scene.article.view.find(",", content.start, content.end)
    return replace(content, end=comma) if comma > 0 else content


def _inverted(scene: Scene, stand: Stand, cue: Cue) -> Frame | None:
    """A verb that closes what is said and has its speaker after it: "…, said Ola Berg"."""
    tokens, sentence = scene.document.tokens, stand.sentence
    may = scene.language.cues.file.verbs_invert and not cue.row.addressee and cue.first > sentence.first
    if not may or tokens[cue.first - 1].norm not in BEFORE_CLOSING:
        return None
    phrase = phrase_after(scene, cue.last, sentence.last)
    if phrase is None:
        return None
    phrase = with_name(scene, _issuer(scene, stand, phrase), sentence.last)
    left = left_content(scene, stand.floor, cue.first, stand.quoted)
    if left and left.mode != "direct" and mention_in(scene, phrase) is None and not has_verb(scene, left.start, left.end):
        return None  # "the governor, Ola Berg, reported damage": what follows the verb does not speak
    closes = left is not None and left.mode == "direct" and tokens[cue.first - 1].start - left.end <= 4
    if left is None or not (closes or _nothing_said_after(scene, phrase.last, sentence)):
        return None
    after = skip_oblique(scene, phrase.last, sentence.last)
    return framed(scene, stand, cue, phrase, with_rest(scene, stand, left, after), after, "after")


def _nothing_said_after(scene: Scene, index: int, sentence: Sentence) -> bool:
    words, word = scene.language.cues.words, scene.document.tokens[index].norm if index < sentence.last else "."
    return word in ENDS or word in words["prepositions"] | words["relativisers"] | words["days"]


# ── the speaker before the cue: "X mengatakan …", "…, X said" ──

def _speaker_before(scene: Scene, stand: Stand, cue: Cue) -> Frame | None:
    if _reduced(scene, stand, cue):
        return None
    phrase = stand.speaker if _carries_on(scene, stand, cue) else subject_before(scene, cue.first, _behind_quotation(scene, stand, cue))
    grounds: Grounds = "order"
    if phrase is None:
        phrase, grounds = subject_in_tree(scene, cue.last, stand.sentence), "tree"
    phrase = phrase or stand.speaker
    if phrase is None or scene.document.tokens[phrase.first].norm in scene.language.cues.words["negations"]:
        return None
    phrase = with_name(scene, coordinated(scene, phrase, stand.floor), cue.first)
    if cue.row.speaker == "document" and not is_document(scene, phrase):
        return None
    closing = _closing(scene, stand, cue, phrase)
    return replace(closing, grounds=grounds) if closing else _opening(scene, stand, cue, phrase, grounds)


def _carries_on(scene: Scene, stand: Stand, cue: Cue) -> bool:
    """True where whoever spoke last in the report speaks on: "… and added that …", "…, adding that …"."""
    before = scene.document.tokens[cue.first - 1].norm if cue.first > stand.floor else ","
    active = scene.language.cues.file.active_endings
    participle = bool(active) and before == "," and scene.document.tokens[cue.first].norm.endswith(active)
    return stand.speaker is not None and (participle or before in scene.language.cues.words["conjunctions"])


def _behind_quotation(scene: Scene, stand: Stand, cue: Cue) -> int:
    """The token behind the last quotation that ends before a cue: no speaker stands inside it ("“…,” Berg, a guard, said")."""
    tokens = scene.document.tokens
    ends = [q.end for q in stand.quoted if tokens[stand.floor].start < q.end <= tokens[cue.first - 1].start]
    return next((k for k in range(stand.floor, cue.first) if ends and tokens[k].start >= max(ends)), stand.floor)


def _reduced(scene: Scene, stand: Stand, cue: Cue) -> bool:
    """True where a cue hangs on a subordinating word without a subject and opens nothing ("sebelum mengusulkan nama itu")."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    before = tokens[cue.first - 1].norm if cue.first > stand.floor else ""
    opens = cue.last < stand.sentence.last and tokens[cue.last].norm in words["complementisers"] | {",", ":", '"'}
    return before in (words["subordinators"] | words["prepositions"]) - words["relativisers"] - words["conjunctions"] and not opens


def _closing(scene: Scene, stand: Stand, cue: Cue, phrase: Phrase) -> Frame | None:
    """Content left of speaker and cue: "…, X has said, hours after …"."""
    tokens, sentence = scene.document.tokens, stand.sentence
    hearer = phrase_after(scene, cue.last, sentence.last) if cue.row.addressee else None
    after = skip_oblique(scene, hearer.last if hearer else cue.last, sentence.last)
    if phrase.first <= stand.floor:
        return None
    quoted = left_content(scene, stand.floor, phrase.first, stand.quoted)
    if quoted and quoted.mode == "direct" and tokens[phrase.first].start - quoted.end <= 4 and tokens[cue.last].norm not in {":", '"'}:
        return _told(framed(scene, stand, cue, phrase, with_rest(scene, stand, quoted, after), after, "after"), hearer)
    after = behind_manner(scene, after, sentence.last)
    if not (after >= sentence.last or tokens[after].norm in {".", ",", ";", '"', "!", "?"}):
        return None
    goes_on = after + 1 < sentence.last and tokens[after].norm == ","
    if goes_on and (complement_at(scene, after + 1, after + 2) is not None or _quotes_after_occasion(scene, stand, after + 1)):
        return None
    if tokens[phrase.first - 1].norm not in BEFORE_CLOSING or leads_over(scene, stand.floor, phrase.first):
        return None
    left = left_content(scene, stand.floor, phrase.first, stand.quoted)
    if left is None:
        return None
    return _told(framed(scene, stand, cue, phrase, with_rest(scene, stand, left, after), after, "after"), hearer)


def _told(frame: Frame | None, hearer: Phrase | None) -> Frame | None:
    return replace(frame, addressee=hearer) if frame else None


def _quotes_after_occasion(scene: Scene, stand: Stand, index: int) -> bool:
    """True where a quotation follows and the sentence opens with its occasion: "When asked about the talks, Berg said, …"."""
    words = scene.language.cues.words
    opening = scene.document.tokens[stand.floor].norm
    return scene.document.tokens[index].norm == '"' and opening in words["subordinators"] | words["prepositions"]


def _opening(scene: Scene, stand: Stand, cue: Cue, phrase: Phrase, grounds: Grounds) -> Frame | None:
    """Content right of speaker and cue."""
    start, addressee = behind_aside(scene, stand, cue.last, "credit"), None
    if cue.row.addressee:
        addressee = hearer_at(scene, cue.last, stand.sentence.last, cue.last - 1)
        start = _behind_hearer(scene, stand, addressee.last if addressee else start)
    content = right_content(scene, stand.sentence, start, stand.cues, stand.quoted, cue.last - 1)
    if content is None or not _enough(scene, stand, cue, start, content):
        return None
    frame = framed(scene, stand, cue, phrase, content, stand.floor, "before")
    return replace(frame, grounds=grounds, addressee=addressee) if frame else None


def _behind_hearer(scene: Scene, stand: Stand, index: int) -> int:
    """The conjunction close behind a hearer, where there is one: "told affiliate stations that …"."""
    that, tokens, last = scene.language.cues.words["that"], scene.document.tokens, stand.sentence.last
    near = (k for k in range(index, min(index + HEARER_WITHIN, last)) if tokens[k].norm in that)
    parted = (k for k in range(index + 1, min(index + CLAUSE_WITHIN, last)) if tokens[k].norm in that and tokens[k - 1].norm == ",")
    return next(near, None) or next(parted, index)


def _enough(scene: Scene, stand: Stand, cue: Cue, start: int, content: Content) -> bool:
    """True where the content is long enough, and a clause or an amount where the cue asks for one."""
    if cue.row.takes == "amount":
        return _amount(scene, content)
    if content.mode != "indirect":
        return True
    tokens, relatives = scene.document.tokens, scene.language.cues.words["relativisers"]
    opened = complement_at(scene, start, stand.sentence.last) is not None or tokens[start].norm in {",", ":"}
    if cue.row.takes == "that" or (cue.first > stand.floor and tokens[cue.first - 1].norm in relatives):
        return opened
    if opened or _amount(scene, content):
        return True
    if _only_a_thing(scene, cue, content):
        return False
    return _a_deed(scene, cue, start) or cue.row.takes == "any" or has_verb(scene, content.start, content.end)


def _a_deed(scene: Scene, cue: Cue, start: int) -> bool:
    """A verb without a subject: "claimed to hold the town", "denied planting the device"."""
    tokens, cues = scene.document.tokens, scene.language.cues
    gerund = bool(cues.file.active_endings) and tokens[start].norm.endswith(cues.file.active_endings)
    return (gerund and cue.row.takes == "clause") or (tokens[start].norm in cues.words["infinitives"] and tokens[start + 1].pos in VERBAL)


def _only_a_thing(scene: Scene, cue: Cue, content: Content) -> bool:
    """"Reported sales that beat forecasts", "recalled their ambassadors": the object of the verb, whatever hangs on it, is no clause."""
    document = scene.document
    verb = document.tokens[cue.last - 1]
    below = [child for child in document.children(verb) if child.index >= cue.last]
    if cue.row.takes != "clause" or any(child.label.split(":")[0] in CLAUSES for child in below):
        return False
    objects = [child for child in below if child.label == "obj" and child.pos in {"NOUN", "PROPN"}]
    if not objects or not scene.language.grammar.bare_infinitives:
        return bool(objects)
    covered = max(token.end for child in objects for token in document.subtree(child))  # "mencatat 40 orang mengungsi" is a clause
    inside = document.between(content.start, content.end)
    first = next((k for k, token in enumerate(inside) if token.pos in VERBAL), len(inside))
    related = any(token.norm in scene.language.cues.words["relativisers"] for token in inside[:first]) or first == len(inside)
    return covered >= content.end - 1 and related


def _amount(scene: Scene, content: Content) -> bool:
    """True where something is put at a number: "the toll at 40"."""
    at = scene.language.cues.words["amounts_to"]
    inside = scene.document.between(content.start, content.end)
    return any(t.norm in at and any(n.pos == "NUM" or n.norm[:1].isdigit() for n in inside[k + 1:k + 6]) for k, t in enumerate(inside))
