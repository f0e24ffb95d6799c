"""What befell the people a count counts: the harm word found for each count of a sentence, and by which pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kawat.coding.scene import Scene
from kawat.lexicon.figures import FigureWords, Form, Harm
from kawat.lexicon.numbers import framed
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Mention, Quantity

STATE_REACH = 10
ACT_REACH = 4
TOLL_REACH = 25
# "12 people, most of them women, were killed": what stands between marks is no part of the way from count to harm.
ASIDE = re.compile(r",[^,;]*,|\([^)]*\)|\s-\s[^-]*\s-\s")
PIECE = re.compile(r"[\w'%]+(?:-\w+)*|[^\w\s]")
STOPS = frozenset(",;:.!?")


@dataclass(frozen=True, slots=True)
class Hit:
    """A harm phrase in the text: code points and what it may mean."""

    start: int
    end: int
    meanings: tuple[tuple[Harm, Form], ...]


@dataclass(frozen=True, slots=True)
class Harmed:
    """A count with the harm it tells of; `pattern` says how the two were joined, `of` is the count it is a part of or goes with."""

    count: Mention
    harm: Harm
    hit: Hit
    pattern: str
    cost: int
    of: Mention | None = None
    unreal: bool = False


@dataclass(frozen=True)
class Clause:
    """One sentence as the patterns see it: its counts and harm phrases, in order."""

    view: str
    sentence: Sentence
    counts: tuple[Mention, ...]
    hits: tuple[Hit, ...]
    words: FigureWords

    def between(self, start: int, end: int) -> list[str]:
        """The words and marks of a stretch, in small letters."""
        return PIECE.findall(self.view[start:end].lower())


def harmed(scene: Scene, sentence: Sentence) -> tuple[Harmed, ...]:
    """The counts of a sentence that tell of harm, in order; those only feared, planned or denied are marked `unreal`."""
    counts = tuple(m for m in scene.mentions.within(sentence, {"quantity"}) if m.quantity)
    if not counts:
        return ()
    clause = _clause(scene, sentence, counts)
    found = {count.id: best for count in clause.counts if (best := min(_candidates(clause, count), key=lambda h: h.cost, default=None))}
    _taken_from_wholes(clause, found)
    parts = _parts(clause, found)
    _spread(clause, found, parts)
    return tuple(found[count.id] for count in clause.counts if count.id in found)


def _clause(scene: Scene, sentence: Sentence, counts: tuple[Mention, ...]) -> Clause:
    words, view = scene.language.figures, scene.article.view
    times = scene.mentions.within(sentence, {"time"})
    hits = tuple(Hit(m.start(), m.end(), words.meanings[" ".join(m.group().lower().split())])
                 for m in words.harm.finditer(view, sentence.start, sentence.end)
                 if not any(begin(time) <= m.start() < finish(time) for time in times))
    return Clause(view, sentence, counts, hits, words)


def begin(mention: Mention) -> int:
    """Where a count starts."""
    return mention.span.start or 0


def finish(mention: Mention) -> int:
    """Where a count ends."""
    return mention.span.end or 0


def _candidates(clause: Clause, count: Mention) -> Iterator[Harmed]:
    """Every harm a count may tell of, each with its cost: the words in between."""
    for hit in clause.hits:
        for harm, form in hit.meanings:
            pattern, cost = _joined(clause, count, hit, form)
            topic = harm.planned and pattern == "nominal" and count.quantity and count.quantity.bound == "vague"
            if cost is not None and not topic and _meant(clause, count, harm):
                yield Harmed(count, harm, hit, pattern, cost, unreal=_unreal(clause, count, hit, harm))


def _joined(clause: Clause, count: Mention, hit: Hit, form: Form) -> tuple[str, int | None]:
    """By which pattern a harm phrase of that form belongs to a count, and at what cost; None where it does not."""
    if hit.start >= finish(count):
        if form == "state":
            return "state", _state_cost(clause, count, hit)
        return "state", _bare_cost(clause, count, hit) if form == "both" else None
    if begin(count) <= hit.start:
        return "within", 0 if form in ("state", "both") else None
    if form in ("act", "both"):
        return "act", _act_cost(clause, count, hit, ACT_REACH)
    if form == "nominal":
        return "nominal", _act_cost(clause, count, hit, 2)
    return "toll", _toll_cost(clause, count, hit) if form == "toll" else None


def _state_cost(clause: Clause, count: Mention, hit: Hit) -> int | None:
    """Words between a count and the state behind it; None where another clause or count begins in between."""
    gap = clause.words.numbers.sub(" ", ASIDE.sub(" ", clause.view[finish(count):hit.start].lower()))
    pieces = PIECE.findall(gap)
    rows = clause.words.rows
    if len(pieces) > STATE_REACH or any(piece in STOPS or piece in rows.breaks for piece in pieces):
        return None
    blocked = any(_outside_asides(clause, other, finish(count), hit.start) for other in clause.counts if other is not count)
    return None if blocked else len(pieces)


def _outside_asides(clause: Clause, other: Mention, start: int, end: int) -> bool:
    """True where another count stands between the two, and in no aside."""
    if not start <= begin(other) < end:
        return False
    return not any(start + aside.start() <= begin(other) < start + aside.end() for aside in ASIDE.finditer(clause.view[start:end]))


def _bare_cost(clause: Clause, count: Mention, hit: Hit) -> int | None:
    """As a state, for a form that may also be an act: only with an auxiliary, or bare where no object can follow."""
    cost = _state_cost(clause, count, hit)
    if cost is None:
        return None
    rows = clause.words.rows
    if any(piece in rows.auxiliaries for piece in clause.between(finish(count), hit.start)):
        return cost
    follows = clause.between(hit.end, min(hit.end + 24, clause.sentence.end))
    free = not follows or follows[0] in (*rows.after_state, *rows.auxiliaries) or not follows[0][0].isalnum()
    return cost if (free and cost <= 1) or (cost == 0 and _names_nobody(count)) else None


def _names_nobody(count: Mention) -> bool:
    """True for a number without its noun, whose harm word is then the noun: "seven dead and 65 wounded reached the town"."""
    return count.span.text[-1].isdigit()


def _act_cost(clause: Clause, count: Mention, hit: Hit, reach: int) -> int | None:
    """Words between an act and the count behind it; None where a preposition, a mark or another count parts them.

    A conjunction right before the count coordinates it with somebody named.
    """
    rows, pieces = clause.words.rows, clause.between(hit.end, begin(count))
    joined = pieces[1:][-1:] and pieces[-1] in rows.conjunctions  # "killed the mayor and two guards"
    way = pieces[:-1] if joined else pieces
    if len(way) > reach or any(piece in STOPS or piece in rows.barriers for piece in way):
        return None
    return None if any(hit.end <= begin(other) < begin(count) for other in clause.counts) else len(pieces) + 2 * bool(joined)


def _toll_cost(clause: Clause, count: Mention, hit: Hit) -> int | None:
    """Words between a toll and the number put to it; dear, so that any closer harm goes first."""
    pieces = clause.between(hit.end, begin(count))
    if len(pieces) > TOLL_REACH or ";" in pieces or count.quantity is None or count.quantity.value == 1:
        return None
    told = [other for other in clause.hits if hit.end <= other.start and other.end <= begin(count)]
    if any(form in ("state", "act", "both") for other in told for _, form in other.meanings):
        return None
    opens = clause.between(begin(count), finish(count))[0] in clause.words.rows.reaches
    reached = opens or clause.words.reach.search(clause.view, hit.end, begin(count))
    return 2 + len(pieces) // 4 if not pieces or reached else None


def _meant(clause: Clause, count: Mention, harm: Harm) -> bool:
    """False where the harm asks for other nouns, a larger count, or a word the sentence lacks."""
    said = clause.between(begin(count), finish(count))
    number = largest(count.quantity)
    if harm.nouns and not any(word in harm.nouns for word in said):
        return False
    if number is not None and number < harm.least:
        return False
    whole = clause.view[clause.sentence.start:clause.sentence.end].lower()
    return not harm.needs or any(word in whole and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", whole) for word in harm.needs)


def largest(quantity: Quantity | None) -> int | float | None:
    """The largest number a quantity names; None for a vague one."""
    return max((n for n in (quantity.value, quantity.low, quantity.high) if n is not None), default=None) if quantity else None


def _unreal(clause: Clause, count: Mention, hit: Hit, harm: Harm) -> bool:
    """True where the words before the harm make it a fear, a plan or a denial."""
    rows, first = clause.words.rows, min(begin(count), hit.start)
    before = _tail(clause, first, 4)
    between = clause.between(finish(count), hit.start) if hit.start >= finish(count) else []
    if not harm.planned and (between or before)[-1:] and (between or before)[-1] in rows.infinitive:
        return True
    near = " ".join([*before, "|", *between])
    words = rows.unreal if harm.planned else (*rows.unreal, *rows.coming)
    said = framed(r"(?<!\w)", words, r"(?!\w)").search(near) is not None
    return said or bool(clause.words.denial.search(clause.view, clause.sentence.start, first))


def _tail(clause: Clause, end: int, length: int) -> list[str]:
    """The last words before a place, not over a mark or a word that opens a clause; a capitalised one inside is a name ("May")."""
    stretch = re.split(r"[,;:.!?()]", clause.view[clause.sentence.start:end])[-1]
    pieces = PIECE.findall(stretch)[-length:]
    last = max((place for place, piece in enumerate(pieces, 1) if piece in clause.words.rows.breaks), default=0)
    return [piece.lower() for place, piece in enumerate(pieces) if place >= last and (not piece[0].isupper() or place == 0)]


def _taken_from_wholes(clause: Clause, found: dict[str, Harmed]) -> None:
    """Of "five of the twelve hostages were freed" the five were freed: the whole gives its harm to the part and is no figure."""
    for part, whole in pairwise(clause.counts):
        if _only(clause.words.partitive, clause, part, whole) and whole.id in found:
            given = found.pop(whole.id)
            found.setdefault(part.id, replace(given, count=part))


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
    for before, after in _pairs(clause.counts):
        if before.id in parts or after.id in parts or (before.id in found) == (after.id in found):
            continue
        given, taker = (before, after) if before.id in found else (after, before)
        joins = [("same", clause.words.same), ("coordination", clause.words.conjunction)]
        pattern = next((name for name, join in joins if _only(join, clause, before, after)), None)
        if pattern:
            _take(found, taker, given, pattern)


def _pairs(counts: tuple[Mention, ...]) -> Iterable[tuple[Mention, Mention]]:
    """Neighbours from the right, then from the left: a harm behind a list reaches its first member."""
    pairs = list(pairwise(counts))
    return [*reversed(pairs), *pairs]


def _take(found: dict[str, Harmed], count: Mention, giver: Mention, pattern: str) -> None:
    given = found[giver.id]
    found[count.id] = Harmed(count, given.harm, given.hit, pattern, given.cost, giver, given.unreal)


def _only(pattern: re.Pattern[str], clause: Clause, before: Mention, after: Mention) -> bool:
    return bool(pattern.fullmatch(clause.view, finish(before), begin(after)))
