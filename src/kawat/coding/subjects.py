"""Who stands as the speaker of a cue verb: by position in its clause first, by the tree where position gives nothing."""

from __future__ import annotations

from kawat.coding.phrases import VERBAL, Phrase, first_phrase, is_time, phrase_after, phrase_before
from kawat.coding.predicates import has_verb
from kawat.coding.scene import Scene
from kawat.nouns.document import Sentence

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj"})
SELF_WITHIN = 4
SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "aux", "acl"})


def subject_before(scene: Scene, cue_first: int, floor: int) -> Phrase | None:
    """The noun phrase that speaks, left of a cue verb inside one sentence.

    Walks over adverbs, times and prepositional phrases ("Berg pada Senin juga mengatakan"), then takes the phrase it meets; after a
    comma the phrase is in apposition or an insertion and the clause's first phrase speaks; before a relative pronoun, the phrase the
    pronoun stands for.
    """
    tokens, words = scene.document.tokens, scene.language.cues.words
    named = _beside(scene, cue_first, floor)
    if named:
        return named
    index = _over_fillers(scene, cue_first, floor)
    if index == floor:
        return None
    before = tokens[index - 1].norm
    if before in words["relativisers"]:
        return _antecedent(scene, index - 1, floor)
    if before in {",", ")", "-"} and phrase_before(scene, index, floor) is None:
        return _across_insertion(scene, index - 1, floor)
    if before in words["conjunctions"] or before in words["subordinators"]:
        return clause_opening(scene, floor, index - 1)
    phrase = phrase_before(scene, index, floor)
    if phrase:
        return _outside_relative(scene, phrase, floor)
    return _before_participle(scene, index, floor) or _bare_name(scene, index, floor) or _before_relative(scene, index, floor)


def _beside(scene: Scene, cue_first: int, floor: int) -> Phrase | None:
    """The phrase right before a cue that words before it make its subject: "with police saying …", "a group calling itself Dawn said"."""
    phrase = phrase_before(scene, cue_first, floor)
    if phrase is None or phrase.first == floor:
        return None
    tokens, cues = scene.document.tokens, scene.language.cues
    active = cues.file.active_endings and tokens[cue_first].norm.endswith(cues.file.active_endings)
    if active and tokens[phrase.first - 1].norm in cues.words["absolutes"]:
        return phrase
    return _self_named(scene, phrase, floor)


def _self_named(scene: Scene, phrase: Phrase, floor: int) -> Phrase | None:
    """The name a group gives itself, where a phrase holds or follows one ("kelompok yang menyebut dirinya Fajar Utara")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    calls = [call.split() for call in words["self_named"]]
    for first in range(phrase.last - 1, max(floor, phrase.first - SELF_WITHIN), -1):
        before = first - (tokens[first - 1].norm in words["clitics"])
        if any([t.norm for t in tokens[before - len(call):before]] == call for call in calls):
            return Phrase(first, phrase.last)
    return None


def _before_participle(scene: Scene, index: int, floor: int) -> Phrase | None:
    """The phrase whose participle and what hangs on it end right before the cue ("two people briefed on the talks told …")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if index - 1 <= floor or tokens[index - 1].pos not in VERBAL or tokens[index].norm not in words["prepositions"]:
        return None
    phrase = phrase_before(scene, index - 1, floor)
    return phrase if phrase and (phrase.first == floor or not tokens[phrase.first - 1].norm[:1].isalnum()) else None


def _before_relative(scene: Scene, index: int, floor: int) -> Phrase | None:
    """The phrase whose relative clause ends right before the cue ("an official who spoke on condition of anonymity told …")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for k in range(index - 1, floor, -1):
        if not tokens[k].norm[:1].isalnum():
            return None
        if tokens[k].norm in words["relativisers"]:
            return phrase_before(scene, k, floor)
    return None


def _bare_name(scene: Scene, index: int, floor: int) -> Phrase | None:
    """A capitalised word that opens the sentence right before the cue: a name, whatever the tagger says."""
    token, words = scene.document.tokens[index - 1], scene.language.cues.words
    known = any(token.norm in words[name] for name in ("connectives", "prepositions", "subordinators", "conjunctions", "negations"))
    return Phrase(index - 1, index) if index - 1 == floor and token.text[:1].isupper() and not known else None


def _over_fillers(scene: Scene, index: int, floor: int) -> int:
    """The position left of the adverbs, times and prepositional phrases before a verb."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    while index > floor:
        token = tokens[index - 1]
        if token.norm in words["fillers"] and not scene.mentions.over(token) and not _demonstrative(scene, index - 1, floor):
            index -= 1
        elif is_time(scene, index - 1) or (token.norm == ")" and _bracketed_time(scene, index - 1, floor)):
            index -= 1 if token.norm != ")" else _bracket_length(scene, index - 1, floor)
        elif index < len(tokens) and is_time(scene, index) and token.norm in words["prepositions"] | words["determiners"]:
            index -= 1
        elif (phrase := phrase_before(scene, index, floor)) and _oblique(scene, phrase, floor):
            index = phrase.first - 1
        else:
            break
    return index


def _demonstrative(scene: Scene, index: int, floor: int) -> bool:
    """True where "itu" or "this" belongs to the noun before it ("pejabat itu mengatakan")."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    return tokens[index].norm in words["definite"] and index > floor and phrase_before(scene, index, floor) is not None


def _bracketed_time(scene: Scene, closing: int, floor: int) -> bool:
    length = _bracket_length(scene, closing, floor)
    opening = closing - length + 1
    return length > 1 and (is_time(scene, opening - 1) or scene.document.tokens[opening + 1].norm[:1].isdigit())


def _bracket_length(scene: Scene, closing: int, floor: int) -> int:
    opening = next((k for k in range(closing, max(floor - 1, closing - 9), -1) if scene.document.tokens[k].norm == "("), closing)
    return closing - opening + 1


def _oblique(scene: Scene, phrase: Phrase, floor: int) -> bool:
    """True where the phrase hangs on a preposition that does not join it to a noun before."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    if phrase.first <= floor + 1 or tokens[phrase.first - 1].norm not in words["prepositions"]:
        return False
    occasion = any(t.norm in words["carriers"] for t in tokens[phrase.first:phrase.last])
    return occasion or tokens[phrase.first - 1].norm not in words["subordinators"]


def _antecedent(scene: Scene, relative: int, floor: int) -> Phrase | None:
    """The phrase a relative pronoun stands for, a comma between them or not."""
    index = relative - 1 if scene.document.tokens[relative - 1].norm == "," else relative
    return phrase_before(scene, index, floor)


def _across_insertion(scene: Scene, comma: int, floor: int) -> Phrase | None:
    """The subject left of an insertion closed by `comma`: "Pepen, perwakilan warga, mengatakan"; what is said may stand before it."""
    tokens = scene.document.tokens
    for opening in range(comma - 1, floor, -1):
        named = phrase_before(scene, opening, floor) if tokens[opening].norm == "," else None
        hangs = tokens[opening + 1].norm in scene.language.cues.words["relativisers"] or tokens[opening + 1].pos in VERBAL
        if named and hangs:
            return _whole(scene, named, floor)
        if named and _behind_clause(scene, named, floor):
            return named
    return clause_opening(scene, floor, comma) or first_phrase(scene, floor, comma)


def _whole(scene: Scene, phrase: Phrase, floor: int) -> Phrase:
    """The phrase that a place behind a preposition belongs to ("Para dokter di klinik itu, yang …"), or the phrase itself."""
    placed = phrase.first - 1 > floor and scene.document.tokens[phrase.first - 1].norm in scene.language.cues.words["prepositions"]
    return (phrase_before(scene, phrase.first - 1, floor) if placed else None) or phrase


def _behind_clause(scene: Scene, phrase: Phrase, floor: int) -> bool:
    """True where a comma and a whole clause stand before a phrase: what was said, and then its speaker."""
    tokens, comma = scene.document.tokens, phrase.first - 1
    return comma > floor and tokens[comma].norm == "," and has_verb(scene, tokens[floor].start, tokens[comma].end)


def clause_opening(scene: Scene, floor: int, limit: int) -> Phrase | None:
    """The first free noun phrase of the clause that holds `limit`, reading from the last subordinating word before it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    start = next((k + 1 for k in range(limit - 1, floor - 1, -1) if tokens[k].norm in words["subordinators"] | {";", ":"}
                  and not scene.mentions.over(k)), floor)
    return first_phrase(scene, start, limit) or first_phrase(scene, floor, limit)


def _outside_relative(scene: Scene, phrase: Phrase, floor: int) -> Phrase:
    """The phrase itself, or the one before the relative clause it ends ("Kementerian yang dikelola Hamas mengatakan")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    for index in range(phrase.first - 1, floor, -1):
        word = tokens[index].norm
        if word in {",", ";", ":", '"'} or word in words["subordinators"] - words["relativisers"]:
            break
        if word in words["relativisers"]:
            return phrase_before(scene, index, floor) or phrase
    return phrase


def coordinated(scene: Scene, phrase: Phrase, floor: int) -> Phrase:
    """The phrase with the one joined to it, where the two open their clause ("Inggris dan Vietnam mengatakan")."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if phrase.first - 2 < floor or tokens[phrase.first - 1].norm not in words["joins"]:
        return phrase
    other = phrase_before(scene, phrase.first - 1, floor, headless=True)
    if other is None:
        return phrase
    opens = other.first == floor or tokens[other.first - 1].norm in words["subordinators"] | words["connectives"] | {",", '"'}
    return Phrase(other.first, phrase.last) if opens or is_time(scene, other.first - 1) else phrase


def subject_in_tree(scene: Scene, cue_last: int, sentence: Sentence) -> Phrase | None:
    """The subject the tree gives the cue verb, or the verb it is joined to."""
    document = scene.document
    token = document.tokens[cue_last - 1]
    for _ in range(3):
        subject = next((c for c in document.children(token) if c.label in SUBJECTS and c.index < cue_last), None)
        if subject:
            return _phrase_over(scene, subject.index, sentence)
        if token.label.split(":")[0] not in SHARING:
            return None
        token = document.tokens[token.head]
    return None


def _phrase_over(scene: Scene, index: int, sentence: Sentence) -> Phrase | None:
    mention = scene.mentions.over(index)
    if mention:
        return Phrase(mention.first, mention.last)
    before, after = phrase_before(scene, index + 1, sentence.first), phrase_after(scene, index, sentence.last)
    return Phrase(before.first if before else index, after.last) if after else before
