"""Words and spans of two readings compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

Row = dict[str, Any]
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
PARENTHESIS = re.compile(r"\([^)]*\)")
SENTENCE_BREAK = re.compile(r"(?<=[.!?])[\"'”’)\]]*\s+|\n+")
# Inside a trigger: the dot of an initial ("U.S. Navy raid") ends nothing.
SENTENCE_END = re.compile(r"(?:[!?]|(?<!\b[A-Z])\.)[\"'”’)\]]*\s+[\"'“‘(\[]*[A-ZÀ-ÖØ-Þ]|\n")


def in_text(span: Row) -> bool:
    """False for what stands only in the markup of a page: its `start` and `end` are null, it overlaps nothing, its words still count."""
    return span["start"] is not None and span["end"] is not None


def overlap(a: Row, b: Row) -> int:
    """How many characters two spans share."""
    return max(0, min(a["end"], b["end"]) - max(a["start"], b["start"])) if in_text(a) and in_text(b) else 0


def closeness(a: Row, b: Row) -> float:
    """Shared characters over all characters of two spans: 0 apart, 1 the same."""
    shared = overlap(a, b)
    return shared / (max(a["end"], b["end"]) - min(a["start"], b["start"])) if shared else 0.0


def words(text: str) -> list[str]:
    """The words of a text, without possessive endings."""
    return [re.sub(r"['’]s$", "", word) for word in WORD.findall(text)]


def last_name(text: str) -> str | None:
    """The last capitalised word of a noun phrase, what stands in parentheses left out; None where nothing is capitalised."""
    bare = words(PARENTHESIS.sub(" ", text)) or words(text)
    return next((word.casefold() for word in reversed(bare) if word[0].isupper()), None)


def names_same(predicted: Row, gold: Row) -> float:
    """Whether two spans name the same participant; higher is closer, 0 is no.

    Where they overlap, the predicted span must hold the first word of the gold noun phrase or its last proper noun (its last word
    if it has none): for "Presiden Norland Ola Berg", "Berg" and "Presiden Norland" are right, "Norland" is not. Elsewhere in the text
    the same name counts too (gold takes the nearest naming span, a program may take the first): the last proper nouns must be equal
    and the words of one span all stand in the other."""
    mine, wanted = words(predicted["text"].casefold()), words(gold["text"].casefold())
    if not mine or not wanted:
        return closeness(predicted, gold)
    if overlap(predicted, gold):
        heads = {wanted[0], last_name(gold["text"]) or wanted[-1]}
        return 1 + closeness(predicted, gold) if heads & set(mine) else 0.0
    same = last_name(gold["text"]) is not None and last_name(predicted["text"]) == last_name(gold["text"])
    return 0.5 if same and (set(mine) <= set(wanted) or set(wanted) <= set(mine)) else 0.0


@lru_cache(maxsize=512)
def sentence_breaks(text: str) -> tuple[int, ...]:
    """Where the sentences of a text end."""
    return tuple(match.end() for match in SENTENCE_BREAK.finditer(text))


def sentence_number(text: str, position: int) -> int:
    """Which sentence of the text a position stands in, from 0."""
    return sum(end <= position for end in sentence_breaks(text))


def characters(spans: Iterable[Row], text: str) -> set[int]:
    """The offsets that spans cover, blanks left out."""
    return {i for span in spans if in_text(span) for i in range(span["start"], min(span["end"], len(text))) if not text[i].isspace()}


def within_two(content: Row, gold: Row) -> bool:
    """Both ends within two characters of gold's."""
    return in_text(content) and abs(content["start"] - gold["start"]) <= 2 and abs(content["end"] - gold["end"]) <= 2


def span_key(span: Row) -> tuple[Any, ...]:
    """What makes two spans one."""
    return span["start"], span["end"], span["text"]
