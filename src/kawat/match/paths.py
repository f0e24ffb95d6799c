"""Dependency paths: `label` or `label[marker]`, at most two steps joined by `>`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.errors import BadData
from kawat.nouns.document import Document, Token

STEP = re.compile(r"([a-z]+(?::[a-z]+)?)(?:\[([^\]]*)\])?")
MARKERS = frozenset({"case", "mark", "fixed", "advmod", "flat"})


@dataclass(frozen=True, slots=True)
class Step:
    """One arc downwards: the relation (without a subtype: with any), and the marker its dependent must carry.

    `marker` None asks nothing; "" asks that there be none.
    """

    label: str
    marker: str | None


def path_of(text: str) -> tuple[Step, ...]:
    """`"obl[dengan]"` as steps; raises BadData for what is no path, or has more than two steps."""
    steps = [STEP.fullmatch(part.strip()) for part in text.split(">")]
    if not 1 <= len(steps) <= 2 or not all(steps):
        raise BadData(f"'{text}' is no path. Write label, label[marker], or two of them joined by >")
    return tuple(Step(step[1], step[2]) for step in steps if step)


def marker_of(document: Document, token: Token) -> str:
    """The preposition or conjunction of a dependent, words joined by blanks ("terkait dengan"); "" where it has none."""
    marks = [child for child in document.children(token) if child.label in {"case", "mark"} and child.index < token.index]
    return " ".join(word.norm for mark in marks for word in (mark, *_fixed(document, mark)))


def _fixed(document: Document, mark: Token) -> tuple[Token, ...]:
    return tuple(child for child in document.children(mark) if child.label == "fixed")


def follow(document: Document, token: Token, path: tuple[Step, ...]) -> tuple[Token, ...]:
    """The tokens a path leads to from `token`, left to right."""
    found: tuple[Token, ...] = (token,)
    for step in path:
        found = tuple(child for head in found for child in document.children(head) if _fits(document, child, step))
    return found


def _fits(document: Document, child: Token, step: Step) -> bool:
    if child.label != step.label and child.label.split(":")[0] != step.label:
        return False
    if step.marker is None:
        return True
    marker = marker_of(document, child)
    return marker == step.marker or (step.marker != "" and step.marker in marker.split())
