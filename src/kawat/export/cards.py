"""Each record of a page in words, shortest first: what the terminal and the report both show."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from kawat.export.phrasing import amount, chain, days, doubts, everybody, where, who
from kawat.export.shown import Shown, tidy

Row = dict[str, Any]
LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Card:
    """One record: what it is, a few words about it, lines that say more, and its quoted evidence with the words that carry it."""

    table: str
    id: str
    head: str
    tags: tuple[str, ...]
    lines: tuple[str, ...]
    quote: str | None
    marked: str
    attribution: str | None


def cards(reading: Row, words: Shown) -> dict[str, tuple[Card, ...]]:
    """The records of a reading by table, those tables left out that hold none."""
    chains = {a["id"]: chain(a, words) for a in reading["attributions"]}
    drawn = {table: tuple(draw(row, words, chains) for row in reading[table]) for table, draw in DRAWN.items()}
    return {table: found for table, found in drawn.items() if found}


def _card(table: str, row: Row, head: str, tags: Iterable[str], lines: Iterable[str], words: Shown, quote: Row | None,
          marked: Row | None = None) -> Card:
    said = words.words(quote)
    short = said if len(said) <= LONGEST_QUOTE else said[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    shown_tags = tuple(tidy(tag.replace("_", " ")) for tag in tags if tag)
    shown_lines = tuple(tidy(line) for line in (*lines, doubts(row)) if line)
    return Card(table, row["id"], tidy(head), shown_tags, shown_lines, short or None, words.words(marked), row.get("attribution"))


def _word_of(row: Row, chains: dict[str, str]) -> str:
    """Whose word it is, where it is not the outlet's own."""
    if row.get("attribution") in chains:
        return f"on the word of {chains[row['attribution']]}"
    return "in the headline" if row.get("voice") == "headline" else ""


def _where_when(row: Row, words: Shown, when: str) -> str:
    return " · ".join(part for part in (where(row.get("place"), words), days(row.get(when), words)) if part)


def _event(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    doing = " → ".join(side for side in (everybody(row["actors"], words) or "?", everybody(row["recipients"], words)) if side)
    forum = f"before {who(row['forum'], words)}" if row.get("forum") else ""
    head = " ".join(part for part in (row["type"], row.get("mode")) if part)
    told = f"told {len(row['told'])} times" if len(row["told"]) > 1 else ""
    tags = (row["realis"], *dict.fromkeys([*row["contexts"], *row["issues"]]), told)
    lines = (doing, forum, _where_when(row, words, "when"), _word_of(row, chains))
    return _card("events", row, head, tags, lines, words, row["evidence"], row["trigger"])


def _figure(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    counter = f"counted by {who(row['counted_by'], words)}" if row.get("counted_by") else ""
    tags = (f"{row['count_type']} count" if row.get("count_type") else "",)
    lines = (words.words(row.get("victims")), _where_when(row, words, "as_of"), counter, _word_of(row, chains))
    head = f"{amount(row)} {row['kind'].replace('_', ' ')}"
    return _card("figures", row, head, tags, lines, words, row["evidence"], row["count"])


def _statement(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    speaker = who(row["speaker"], words) if row.get("speaker") else "somebody unnamed"
    addressee = f"to {who(row['addressee'], words)}" if row.get("addressee") else ""
    lines = (addressee, *(f"through {chains[a]}" for a in row["via"] if a in chains))
    return _card("statements", row, speaker, (words.words(row["cue"]), row["mode"]), lines, words, row["content"])


def _position(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    toward = f" → {who(row['counterpart'], words)}" if row.get("counterpart") else ""
    condition = f"if {words.words(row['conditional_on'])}" if row.get("conditional_on") else ""
    paper = f"in {words.words(row['document'])}" if row.get("document") else ""
    tags = ("as others say" if row["stance_by"] == "imputed" else "",)
    lines = (who(row["party"], words) + toward, condition, paper, days(row.get("when"), words), _word_of(row, chains))
    head = f"{row['kind']}: {row['issue']}".replace("_", " ")
    return _card("positions", row, head, tags, lines, words, row["content"], row.get("cue"))


def _negotiation(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    third = ", ".join(f"{who(t['participant'], words)} ({t['role']})" for t in row["third_parties"])
    papers = ", ".join(f"{words.words(p['span'])} ({p['kind']})" for p in row["documents"])
    stage = words.words(row.get("stage_span"))
    lines = (third, papers and f"papers: {papers}", where(row.get("venue"), words), stage, _word_of(row, chains))
    head = everybody(row["parties"], words) or "parties unnamed"
    return _card("negotiations", row, head, (row.get("format") or "", *row["issues"]), lines, words, row["trigger"])


def _label(row: Row, words: Shown, chains: dict[str, str]) -> Card:
    holder = f"said by {who(row['holder'], words)}" if row.get("holder") else "said by the outlet itself"
    target = words.words(row["target"])
    of_whom = f"of {target}" if target != words.words(row["span"]) else ""
    tags = (of_whom, f"neutral: {row['neutral']}")
    return _card("labels", row, f"“{words.words(row['span'])}”", tags, (holder, _word_of(row, chains)), words, None)


Draw = Callable[[Row, Shown, dict[str, str]], Card]
DRAWN: dict[str, Draw] = {"events": _event, "figures": _figure, "statements": _statement, "positions": _position,
                          "negotiations": _negotiation, "labels": _label}
