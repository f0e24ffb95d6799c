"""What befell the people a count counts: the harm word found for each count of a sentence, and by which pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kawat.coding.echo import echoed
from kawat.coding.hits import PIECE, Clause, Harmed, Hit, begin, clause_of, finish, largest
from kawat.coding.scene import Scene
from kawat.coding.way import before_harm, joined
from kawat.lexicon.figures import Harm
from kawat.lexicon.numbers import framed
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Mention
from kawat.nouns.record import Unit


def harmed(scene: Scene, sentence: Sentence) -> tuple[Harmed, ...]:
    """The counts of a sentence that tell of harm, in order; those only feared, planned or denied are marked `unreal`."""
    counts = tuple(m for m in scene.mentions.within(sentence, {"quantity"}) if m.quantity)
    if not counts:
        return ()
    clause = clause_of(scene, sentence, counts)
    found = {count.id: best for count in clause.counts if (best := min(_candidates(clause, count), key=_dearness, default=None))}
    _taken_from_wholes(clause, found)
    for count in clause.counts:
        if count.id not in found and (given := echoed(clause, count, found, lambda: _before(scene, sentence))):
            found[count.id] = given
    parts = _parts(clause, found)
    _spread(clause, found, parts)
    return tuple(found[count.id] for count in clause.counts if count.id in found)


def _dearness(harmed: Harmed) -> tuple[int, bool]:
    """Words in between; of two as near, the harm inside the count ("43 korban jiwa")."""
    return harmed.cost, harmed.pattern != "within"


def _before(scene: Scene, sentence: Sentence) -> Harmed | None:
    """The last harm of the sentence before, in the same part of the article."""
    before = scene.document.sentences[sentence.index - 1] if sentence.index else None
    told = harmed(scene, before) if before and before.part == sentence.part else ()
    return told[-1] if told else None


def _candidates(clause: Clause, count: Mention) -> Iterator[Harmed]:
    """Every harm a count may tell of, each with its cost: the words in between."""
    for hit in clause.hits:
        for harm, form in hit.meanings:
            pattern, cost = joined(clause, count, hit, form)
            topic = harm.planned and pattern == "nominal" and count.quantity and count.quantity.bound == "vague"
            if cost is not None and not topic and _meant(clause, count, harm) and not clause.of_things(count, hit):
                yield Harmed(count, harm, hit, pattern, cost, unreal=_unreal(clause, count, hit, harm))


def _meant(clause: Clause, count: Mention, harm: Harm) -> bool:
    """False where the harm asks for other nouns, a larger count, or a word the sentence lacks."""
    said = clause.between(begin(count), finish(count))
    number = largest(count.quantity)
    if (harm.nouns and not any(word in harm.nouns for word in said)) or any(word in harm.unless for word in said):
        return False
    if number is not None and number < harm.least:
        return False
    if (harm.named and not clause.names_people(count)) or (harm.things and clause.counts_things(count)):
        return False
    whole = clause.view[clause.sentence.start:clause.sentence.end].lower()
    return not harm.needs or any(word in whole and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole) for word in harm.needs)


def _unreal(clause: Clause, count: Mention, hit: Hit, harm: Harm) -> bool:
    """True where the words before the harm make it a fear, a plan or a denial."""
    rows, first = clause.words.rows, min(begin(count), hit.start)
    before = _tail(clause, first, 4)
    between = clause.between(finish(count), hit.start) if hit.start >= finish(count) else []
    if not harm.planned and (between or before)[-1:] and (between or before)[-1] in rows.infinitive:
        return True
    near = " ".join([*before, "|", *before_harm(between, rows)])
    words = rows.unreal if harm.planned else (*rows.unreal, *rows.coming)
    said = framed(r"(?<!\w)", words, r"(?!\w)").search(near) is not None
    return said or bool(clause.words.denial.search(clause.view, clause.sentence.start, first))


def _tail(clause: Clause, end: int, length: int) -> list[str]:
    """The last words before a place, not over a mark or a word that opens a clause; a capitalised one inside is a name ("May")."""
    stretch = re.split(r"[,;:.!?()]", clause.view[clause.sentence.start:end])[-1]
    told = PIECE.findall(stretch)
    pieces, cut = told[-length:], len(told) > length
    last = max((place for place, piece in enumerate(pieces, 1) if piece in clause.words.rows.breaks), default=0)
    return [piece.lower() for place, piece in enumerate(pieces) if place >= last and (not piece[0].isupper() or (place == 0 and not cut))]


def _taken_from_wholes(clause: Clause, found: dict[str, Harmed]) -> None:
    """Of "five of the twelve hostages were freed" the five were freed: the whole gives its harm to the part and is no figure."""
    for part, whole in pairwise(clause.counts):
        if _only(clause.words.partitive, clause, part, whole) and whole.id in found:
            given = _later(clause, whole, found[whole.id])
            if _unit(clause, part) == _unit(clause, whole):
                del found[whole.id]
            found.setdefault(part.id, replace(given, count=part))


def _later(clause: Clause, whole: Mention, told: Harmed) -> Harmed:
    """What befell a part of those whose own harm is in their name: "three of the five wounded soldiers later died"."""
    states = (one for one in _candidates(clause, whole) if one.pattern == "state" and told.pattern == "within")
    return min(states, key=_dearness, default=told)


def _unit(clause: Clause, count: Mention) -> Unit:
    """What is counted: the same people may be told in persons and in families."""
    return clause.words.unit(clause.between(begin(count), finish(count)))


def _parts(clause: Clause, found: dict[str, Harmed]) -> dict[str, Mention]:
    """Each count that is a part of one before it ("including three children and a nurse", "most of them women"), with that one."""
    parts: dict[str, Mention] = {}
    for main, count in zip(clause.counts, clause.counts[1:], strict=False):
        own = found.get(count.id)
        whole = parts.get(main.id)
        if whole and not own and _only(clause.words.conjunction, clause, main, count):
            parts[count.id] = whole
        elif _is_part(clause, main, count) and not _otherwise(own, found.get(main.id)):
            parts[count.id] = whole or main
    return parts


def _otherwise(own: Harmed | None, main: Harmed | None) -> bool:
    """True where a count has a close harm of its own of another kind ("six dead, with 100 others wounded")."""
    return bool(own and main and own.cost <= 2 and own.harm.kind != main.harm.kind)


def _is_part(clause: Clause, main: Mention, count: Mention) -> bool:
    """True where the words between two counts, or those of the second, make it a part of the first."""
    rows = clause.words.rows
    most, here = largest(main.quantity), largest(count.quantity)
    if most is not None and here is not None and here > most:  # "267 families made up of 748 people" are no part
        return False
    gap, own = clause.view[finish(main):begin(count)], clause.view[begin(count):finish(count)].lower()
    if clause.words.part.search(gap) and len(PIECE.findall(gap)) <= 12:
        return True
    if own.startswith(rows.shares) and gap.strip() in (",", "(", "-", ""):
        return True
    return bool(clause.words.of_them.search(own) or clause.words.of_them.match(clause.view[finish(count):clause.sentence.end].lstrip()))


def _spread(clause: Clause, found: dict[str, Harmed], parts: dict[str, Mention]) -> None:
    """Counts without a harm of their own take it from the count they are a part of, are the same as, or are coordinated with."""
    for count in clause.counts:
        if count.id in parts and parts[count.id].id in found:
            _take(found, count, parts[count.id], "part")
            if clause.indefinite(count) and _opens(clause, count):
                del found[count.id]
    for before, after in _pairs(clause.counts):
        if before.id in parts or after.id in parts or (before.id in found) == (after.id in found) or _is_whole(clause, before, found):
            continue
        given, taker = (before, after) if before.id in found else (after, before)
        joins = [("same", clause.words.same), ("coordination", clause.words.conjunction)]
        pattern = next((name for name, join in joins if _only(join, clause, before, after)), None)
        pattern = pattern or ("gapping" if given is before and _gapped(clause, given, after, found[given.id].hit) else None)
        if pattern and not (pattern == "coordination" and taker is after and _begins_anew(clause, before, after)):
            _take(found, taker, given, pattern)


def _begins_anew(clause: Clause, before: Mention, after: Mention) -> bool:
    """True for somebody told behind a bare comma who is no member of a list: "wounded eleven, a doctor at the clinic said"."""
    if not clause.indefinite(after) or clause.between(finish(before), begin(after)) != [","]:
        return False
    follows = clause.between(finish(after), clause.sentence.end)[:1]
    return not follows or (follows[0] != "," and follows[0] not in clause.words.rows.conjunctions)


def _gapped(clause: Clause, before: Mention, after: Mention, hit: Hit) -> bool:
    """True where each of two counts has its own place, and the second no verb: "12 died in Norland and 30 in neighbouring Sudland"."""
    rows, start = clause.words.rows, hit.end if finish(before) <= hit.start else finish(before)
    way, behind = clause.between(start, begin(after)), clause.between(finish(after), clause.sentence.end)[:1]
    told = any(finish(before) <= other.start < begin(after) for other in clause.hits if other is not hit)
    joined_up = 3 <= len(way) <= 8 and (way[-1] in rows.conjunctions or way[-1] == ",")
    return joined_up and not told and way[0] in rows.places and behind == way[:1]


def _opens(clause: Clause, count: Mention) -> bool:
    """True where a composition begins with that count: "including a doctor" tells who was among them, and counts nobody."""
    return bool(clause.words.part.search(clause.view[clause.sentence.start:begin(count)]))


def _is_whole(clause: Clause, count: Mention, found: dict[str, Harmed]) -> bool:
    """True for those of whom the counts behind tell: "of the 45 people aboard, 12 drowned"."""
    return count.id not in found and bool(clause.words.whole.search(clause.view[clause.sentence.start:begin(count)]))


def _pairs(counts: tuple[Mention, ...]) -> Iterable[tuple[Mention, Mention]]:
    """Neighbours from the right, then from the left: a harm behind a list reaches its first member."""
    pairs = list(pairwise(counts))
    return [*reversed(pairs), *pairs]


def _take(found: dict[str, Harmed], count: Mention, giver: Mention, pattern: str) -> None:
    given = found[giver.id]
    found[count.id] = Harmed(count, given.harm, given.hit, pattern, given.cost, giver, given.unreal)


def _only(pattern: re.Pattern[str], clause: Clause, before: Mention, after: Mention) -> bool:
    return bool(pattern.fullmatch(clause.view, finish(before), begin(after)))
