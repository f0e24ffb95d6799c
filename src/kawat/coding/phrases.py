"""Noun phrases beside a cue, found by position: what stands right before it, right after it, or opens its clause."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.coding.scene import Scene
from kawat.lexicon.outlets import outlets
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention
from kawat.nouns.mentions import ACTOR_KINDS
from kawat.nouns.text import Span

NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON", "X", "SYM"})
HEADS = frozenset({"NOUN", "PROPN", "PRON"})
VERBAL = frozenset({"VERB", "AUX"})
NAMING = ACTOR_KINDS | {"place"}
PARTING = frozenset({",", ";", ":", '"'})
TITLE_WITHIN = 7
NAME_WITHIN = 4
GLUE = frozenset({"-", "/", "'s", "'", "&", "."})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (exclusive) of a noun phrase, determiners included, prepositions before it not."""

    first: int
    last: int


def span_of_phrase(scene: Scene, phrase: Phrase) -> Span:
    """The text of a phrase."""
    return scene.span_of_tokens(scene.document.tokens[phrase.first], scene.document.tokens[phrase.last - 1])


def behind_by(scene: Scene, first: int, limit: int) -> int:
    """The token behind "oleh", "dari" or "by", where they stand at a token."""
    while first < limit and scene.document.tokens[first].norm in scene.language.cues.words["by"]:
        first += 1
    return first


def phrase_after(scene: Scene, first: int, limit: int) -> Phrase | None:
    """The noun phrase that starts at a token, as far as it goes before `limit`."""
    if first >= limit or not _nominal(scene, first):
        return None
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = first
    while index < limit:
        step = _step(scene, index, limit)
        if step == index or (index > first and _breaks(scene, first, index)):
            break
        index = step
    while index > first + 1 and tokens[index - 1].norm in GLUE | words["phrase_links"]:
        index -= 1
    return Phrase(first, index) if _has_head(scene, first, index) else None


def _step(scene: Scene, index: int, limit: int) -> int:
    """Where a phrase that has reached `index` goes on; `index` itself where it ends."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    mention = scene.mentions.over(index)
    if mention and mention.first == index:
        return min(_own_end(scene, mention, limit), limit)
    if _nominal(scene, index):
        return index + 1
    if tokens[index].norm == "(":
        closing = next((k for k in range(index + 1, min(index + 7, limit)) if tokens[k].norm == ")"), None)
        return closing + 1 if closing and not _dated(scene, index + 1) else index
    if tokens[index].norm in words["joins"] and _title_goes_on(scene, index, limit):
        return index + 1
    inner = tokens[index].norm in words["phrase_links"] | GLUE and index + 1 < limit and _nominal(scene, index + 1)
    return index + 1 if inner and not is_time(scene, index + 1) and not _place_only(scene, index) else index


def _own_end(scene: Scene, mention: Mention, limit: int) -> int:
    """Where a mention ends, or its first comma where words follow it unparted ("Menurut Hajrul, partainya …" names Hajrul alone)."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    placing = words["prepositions"] - words["phrase_links"]
    if mention.kind == "person" and (place := [k for k in range(mention.first + 1, mention.last) if tokens[k].text in placing]):
        return place[0]
    comma = next((k for k in range(mention.first, mention.last) if tokens[k].norm == ","), None)
    goes_on = mention.last < limit and tokens[mention.last].norm[:1].isalnum() and comma and tokens[comma + 1].norm in words["determiners"]
    if comma and (goes_on or (mention.kind == "person" and _runs_on(scene, mention))):
        return comma  # "Kepada radio ERR, seorang analis siber …": two phrases that a tagger ran together
    follows = mention.last < limit and (tokens[mention.last].pos in VERBAL or tokens[mention.last].start == tokens[mention.last - 1].end)
    return comma if comma and follows and tokens[mention.last].norm[:1].isalnum() else mention.last


def _title_goes_on(scene: Scene, join: int, limit: int) -> bool:
    """True where a join stands inside a long title, whose holder's name is still to come ("Menteri Kelautan dan Perikanan Ola Berg")."""
    before = scene.mentions.over(join - 1)
    if before is not None and before.kind in {"person", "pronoun"}:
        return False
    for index in range(join + 1, min(join + TITLE_WITHIN, limit)):
        mention = scene.mentions.over(index)
        if mention and mention.kind == "person":
            return True
        if not _nominal(scene, index):
            return False
    return False


def _dated(scene: Scene, index: int) -> bool:
    return scene.document.tokens[index].norm[:1].isdigit()


def _place_only(scene: Scene, index: int) -> bool:
    """A preposition of place between a name and a place: "kata Berg di Oslo" does not name Berg."""
    before = scene.mentions.over(index - 1)
    return before is not None and before.kind in {"person", "pronoun"}


def _breaks(scene: Scene, first: int, index: int) -> bool:
    """True where a new phrase starts: after a pronoun, or where one name follows another that it does not belong to."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    before, here = scene.mentions.over(index - 1), scene.mentions.over(index)
    if tokens[index - 1].label == "nmod:poss" and tokens[index - 1].head >= index:
        return False  # "Its military spokesman": whose he is opens his phrase
    if (before and before.kind == "pronoun") or tokens[index - 1].norm in words["third"]:
        return tokens[index].norm not in words["definite"]
    if tokens[index].norm in words["third"] - words["clitics"]:
        return True
    if scene.language.cues.file.head == "first" and tokens[index - 1].norm in words["definite"] and index - 1 > first:
        return True  # "kepada stasiun radio tersebut polisi …": the demonstrative closes its phrase
    counted = scene.mentions.over(index, {"time", "quantity"})
    if counted and (counted.kind == "time" or counted.first == index):
        return True
    ended = before is not None and before.last == index and before.kind == "person"
    return ended and ((here is not None and here.first == index) or tokens[index].pos == "NUM")


def phrase_before(scene: Scene, last: int, floor: int, headless: bool = False) -> Phrase | None:
    """The noun phrase that ends right before token `last`, as far left as it goes down to `floor`; `headless` takes bare adjectives too."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    index = last
    if last > floor and tokens[last - 1].norm in words["first"] | words["third"] - words["clitics"]:
        return Phrase(last - 1, last)
    while index > floor:
        mention = scene.mentions.over(index - 1)
        if mention and mention.last == index and mention.first >= floor and not _runs_on(scene, mention):
            index = mention.first
        elif _nominal(scene, index - 1):
            index -= 1
        elif tokens[index - 1].norm == ")" and (opening := _opening(scene, index - 1, floor)) is not None:
            index = opening
        elif index < last and tokens[index - 1].norm in words["phrase_links"] | GLUE and index - 1 > floor and _nominal(scene, index - 2):
            index -= 1
        else:
            break
        if index < last and tokens[index].norm in words["third"] - words["clitics"]:
            break
    if index < last and tokens[last - 1].norm in words["articles"]:
        return None
    while index < last - 1 and scene.language.cues.file.head == "first" and tokens[index].norm in words["definite"]:
        index += 1  # "hari itu Berg mengatakan": the demonstrative belongs to the noun before
    return Phrase(index, last) if index < last and (headless or _has_head(scene, index, last)) else None


def _runs_on(scene: Scene, mention: Mention) -> bool:
    """True for a mention that crosses a comma and names no person, or a place before it: two phrases that a tagger ran together."""
    comma = next((k for k in range(mention.first, mention.last) if scene.document.tokens[k].norm == ","), None)
    if comma is None or mention.kind != "person":
        return comma is not None
    return any(m.kind == "place" and m.last == comma for m in scene.mentions)


def with_name(scene: Scene, phrase: Phrase, limit: int) -> Phrase:
    """A description with the name set beside it between commas ("the chief negotiator, Ines Vogt, …"), or the phrase as it is."""
    tokens, mention = scene.document.tokens, mention_in(scene, phrase)
    if phrase.last + 1 >= limit or tokens[phrase.last].norm != "," or (mention and mention.kind == "person" and mention.name):
        return phrase
    name = phrase_after(scene, phrase.last + 1, limit)
    closes = name is not None and (name.last >= limit or tokens[name.last].norm in {",", ";", "(", "."})
    if name is None or not closes or name.last - name.first > NAME_WITHIN:
        return phrase
    known = scene.mentions.over(name.first)
    person = all(t.text[:1].isupper() for t in tokens[name.first:name.last]) and (name.last - name.first > 1 or (
        known is not None and known.kind == "person"))
    return Phrase(phrase.first, name.last) if person and not (known and known.kind in {"place", "country"}) else phrase


def _opening(scene: Scene, closing: int, floor: int) -> int | None:
    return next((k for k in range(closing - 1, max(floor - 1, closing - 7), -1) if scene.document.tokens[k].norm == "("), None)


def first_phrase(scene: Scene, first: int, limit: int) -> Phrase | None:
    """The first noun phrase between two tokens that stands behind no preposition and names no time."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    index = first
    while index < limit:
        found = None if tokens[index].norm in words["connectives"] - words["determiners"] else phrase_after(scene, index, limit)
        if found is None:
            index += 1
        elif index > first and tokens[index - 1].norm in words["prepositions"]:
            index = found.last
        else:
            return found
    return None


def is_time(scene: Scene, index: int) -> bool:
    """True where a token belongs to a time, by its mention or as the name of a day or month."""
    if scene.mentions.over(index, {"time"}):
        return True
    return scene.document.tokens[index].norm in scene.language.cues.words["days"] and not scene.mentions.over(index)


def _nominal(scene: Scene, index: int) -> bool:
    token, words = scene.document.tokens[index], scene.language.cues.words
    if token.norm in PARTING:
        return False
    if scene.mentions.over(index, NAMING | {"pronoun"}) or _hyphened(scene, index) or _in_pair(scene, index):
        return True
    if _capital(scene, index) and token.norm in words["prepositions"] and outlets().exactly(token.text):
        return True  # the agency Antara, not the preposition
    if is_time(scene, index) or token.norm in words["relativisers"] or token.norm in words["conjunctions"]:
        return False
    if token.pos in VERBAL and index and scene.document.tokens[index - 1].norm in words["articles"]:
        return True  # "an emailed statement"
    if token.norm in words["determiners"] or token.norm in words["third"]:
        return True
    particles = words["prepositions"] | words["subordinators"] | words["complementisers"]
    return (token.pos in NOMINAL or _capital(scene, index)) and token.norm not in particles


def _in_pair(scene: Scene, index: int) -> bool:
    """True for a word inside a known title ("juru bicara")."""
    tokens, pairs = scene.document.tokens, scene.language.cues.pairs
    before = index > 0 and (tokens[index - 1].norm, tokens[index].norm) in pairs
    return before or (index + 1 < len(tokens) and (tokens[index].norm, tokens[index + 1].norm) in pairs)


def _capital(scene: Scene, index: int) -> bool:
    """True for a capitalised word inside a sentence: a name, whatever the tagger says ("according to Die Norlandpost")."""
    tokens = scene.document.tokens
    return tokens[index].text[:1].isupper() and index > 0 and (tokens[index - 1].norm[:1].isalnum() or tokens[index - 1].norm in {",", "("})


def _hyphened(scene: Scene, index: int) -> bool:
    """True for a word glued to a hyphen, and for the hyphen ("friend-of-the-court brief", "President-elect")."""
    tokens = scene.document.tokens
    before = index > 0 and tokens[index - 1].end == tokens[index].start
    after = index + 1 < len(tokens) and tokens[index + 1].start == tokens[index].end
    if tokens[index].norm == "-":
        return before and after
    return (before and index > 1 and tokens[index - 1].norm == "-" and tokens[index - 2].end == tokens[index - 1].start) or (
        after and tokens[index + 1].norm == "-" and index + 2 < len(tokens) and tokens[index + 2].start == tokens[index + 1].end)


def _has_head(scene: Scene, first: int, last: int) -> bool:
    third = scene.language.cues.words["third"]
    tokens = scene.document.tokens[first:last]
    known = NAMING | {"pronoun"}
    return any(t.pos in HEADS or t.norm in third or scene.mentions.over(t, known) or _capital(scene, t.index) for t in tokens)


def head_of(scene: Scene, phrase: Phrase) -> Token:
    """The head noun of a phrase: its first or its last noun, as the language has it, before any preposition inside it."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    own: list[Token] = []
    for token in tokens[phrase.first:phrase.last]:
        if own and token.norm in words["phrase_links"] | {"(", ","}:
            break
        if token.pos in HEADS or scene.mentions.over(token, NAMING | {"pronoun"}):
            own.append(token)
    if not own:
        return tokens[phrase.first]
    return own[0] if scene.language.cues.file.head == "first" else own[-1]


def _inside(scene: Scene, index: int, phrase: Phrase) -> Mention | None:
    """The widest mention over a token that does not reach out of the phrase to its left, as one that has swallowed a cue does."""
    found = [m for m in scene.mentions if m.first <= index < m.last and phrase.first <= m.first and m.kind in ACTOR_KINDS | {"pronoun"}]
    return max(found, key=lambda m: m.last - m.first, default=None)


def _joins_two(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase is two joined ("Norland dan Sudland")."""
    joins, named = scene.language.cues.words["joins"], False
    for token in scene.document.tokens[phrase.first:phrase.last]:
        mention = scene.mentions.over(token)
        if named and mention is None and token.norm in joins:
            return True
        named = named or mention is not None
    return False


def _linked(scene: Scene, phrase: Phrase, last: Mention) -> bool:
    """True where a preposition stands between the head of a phrase and its last name ("opponents of Ola Berg")."""
    links = scene.language.cues.words["phrase_links"]
    return any(t.norm in links for t in scene.document.tokens[phrase.first:last.first])


def mention_in(scene: Scene, phrase: Phrase) -> Mention | None:
    """The mention a phrase is: one over its head, or, at its end, the person its title belongs to ("juru bicara kementerian Ola Berg")."""
    head, last = _inside(scene, head_of(scene, phrase).index, phrase), _inside(scene, phrase.last - 1, phrase)
    if _joins_two(scene, phrase):
        return None
    if head and head.kind in {"person", "pronoun"}:
        return head
    if last and last.kind == "person" and not _linked(scene, phrase, last):
        return last
    return head if head and head.first <= phrase.first + 2 else None
