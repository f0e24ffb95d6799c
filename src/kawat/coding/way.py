"""The way from a count to the harm told of it: by which pattern the two belong together, and how many words lie between."""

from __future__ import annotations

import re

from kawat.coding.hits import PIECE, STOPS, Clause, Hit, begin, finish
from kawat.lexicon.figures import FigureRows, Form
from kawat.nouns.mention import Mention

STATE_REACH = 10
RELATIVE_REACH = 20
ACT_REACH = 4
TOLL_REACH = 25
# "12 people, most of them women, were killed": what stands between marks is no part of the way from count to harm.
ASIDE = re.compile(r",[^,;]*,|\([^)]*\)|\s-\s[^-]*\s-\s")


def joined(clause: Clause, count: Mention, hit: Hit, form: Form) -> tuple[str, int | None]:
    """By which pattern a harm phrase of that form belongs to a count, and at what cost; None where it does not."""
    if hit.start >= finish(count):
        if form == "state":
            return "state", _state_cost(clause, count, hit)
        return "state", _bare_cost(clause, count, hit) if form == "both" else None
    if begin(count) <= hit.start:
        return "within", 0 if form in ("state", "both") else None
    act = _act_cost(clause, count, hit, ACT_REACH) if form in ("act", "both") else None
    if act is not None:
        return "act", act
    if form in ("state", "both") and _totalled(clause, hit):
        return "toll", _toll_cost(clause, count, hit)
    if form == "nominal":
        return "nominal", _act_cost(clause, count, hit, 2)
    return "toll", _toll_cost(clause, count, hit) if form == "toll" else None


def _state_cost(clause: Clause, count: Mention, hit: Hit) -> int | None:
    """Words between a count and the state behind it; None where another clause or count begins in between."""
    pieces = PIECE.findall(_gap(clause, count, hit))
    rows = clause.words.rows
    first, last = relative(pieces, rows)
    main = pieces[:first] + pieces[last:]
    if len(main) > STATE_REACH or len(pieces) > RELATIVE_REACH or any(piece in STOPS or piece in rows.breaks for piece in main):
        return None
    if any(piece in STOPS or piece in rows.nested for piece in pieces[first + 1:last]):
        return None
    blocked = any(_outside_asides(clause, other, finish(count), hit.start) for other in clause.counts if other is not count)
    return None if blocked else len(main) + 3 * (last > first)


def _gap(clause: Clause, count: Mention, hit: Hit) -> str:
    """What stands between a count and the harm behind it, in small letters, without asides and without the comma before "who are"."""
    gap = clause.words.numbers.sub(" ", ASIDE.sub(" ", clause.view[finish(count):hit.start].lower()))
    return clause.words.relative_aside.sub(" ", gap)


def relative(pieces: list[str], rows: FigureRows) -> tuple[int, int]:
    """Where on the way from a count to its harm a relative clause begins and ends; twice the same where there is none.

    In "twelve activists who tried to block the entrance were briefly detained" it reaches to the auxiliaries right before the harm, and
    to the harm itself where there are none. A clause that holds the harm is none ("twelve activists who were detained").
    """
    opens = next((place for place, piece in enumerate(pieces[:4]) if piece in rows.relatives), None)
    if opens is None or (opens and pieces[opens] in rows.nested):  # "a man in uniform announces that ..."
        return 0, 0
    near = [place for place in range(max(opens + 1, len(pieces) - 3), len(pieces)) if pieces[place] in rows.auxiliaries]
    end = near[-1] if near else len(pieces)
    while end - 1 > opens and pieces[end - 1] in rows.auxiliaries:
        end -= 1
    return (opens, end) if end - opens > 2 else (0, 0)


def before_harm(pieces: list[str], rows: FigureRows) -> list[str]:
    """The words that may make a harm unreal: of a relative clause only its last, two where the harm follows at once."""
    first, last = relative(pieces, rows)
    return [*pieces[:first], *pieces[max(first, last - 1 - (last == len(pieces))):]]


def _totalled(clause: Clause, hit: Hit) -> bool:
    """True where the words before a harm sum up those it befell: "the number of people displaced by the war has risen to 300"."""
    summed = clause.words.total.search(clause.view, clause.sentence.start, hit.start)
    return summed is not None and any(clause.numbers.names_people(word) for word in PIECE.findall(summed.group()))


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
    return cost if (free and cost <= 1) or (cost == 0 and _names_nobody(clause, count)) else None


def _names_nobody(clause: Clause, count: Mention) -> bool:
    """True for a number without its noun, whose harm word is then the noun: "seven dead and 65 wounded reached the town"."""
    quantity = count.quantity
    return bool(quantity and quantity.value is not None and not clause.names_people(count))


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
    if any(form in ("state", "act", "both") and not harm.needs for other in told for harm, form in other.meanings):
        return None
    opening = clause.between(begin(count), finish(count))[0]
    opens = opening in clause.words.rows.reaches and opening not in clause.words.rows.barriers  # "at least" puts no number to a toll
    reached = opens or clause.words.reach.search(clause.view, hit.end, begin(count))
    return 2 + len(pieces) // 4 if not pieces or reached else None


