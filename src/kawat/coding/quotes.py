"""What stands between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.nouns.article import Article

OPENING = frozenset("“„«‟")
CLOSING = frozenset("”»")
MARKS = frozenset('"')
SINGLE = re.compile(r"(?<![\w'])'(?=[^\s'])([^'\n]*(?:'\w[^'\n]*)*)(?<=[^\s'])'(?!\w)")
DOUBLED = re.compile(r"''(?=[^\s'])([^'\n]+(?:'\w[^'\n]*)*)''")
LEAST_SINGLE = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation; `start`, `end` hold its marks too, `inner_start`, `inner_end` do not. `parts` are its paragraphs, marks left out."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    parts: tuple[tuple[int, int], ...]

    def holds(self, position: int) -> bool:
        """True where the position lies between the marks."""
        return self.inner_start <= position < self.inner_end


def quotations(article: Article) -> tuple[Quotation, ...]:
    """The quotations of the body, in order; one that is left open at the end of a paragraph goes on in the next that opens one."""
    found: list[Quotation] = []
    opened: list[Quotation] = []
    for paragraph in article.body:
        if paragraph.start is None or paragraph.end is None:
            continue
        closed, last = _in_paragraph(article, paragraph.start, paragraph.end)
        if opened and closed and _starts_with_mark(article.view, paragraph.start, closed[0]):
            closed[0] = _joined([*opened, closed[0]])
            opened = []
        elif opened and last and not closed and _starts_with_mark(article.view, paragraph.start, last):
            opened.append(last)
            continue
        found.extend(opened)
        found.extend(closed)
        opened = [last] if last else []
    return tuple(sorted([*found, *opened], key=lambda q: q.start))


def _starts_with_mark(view: str, start: int, quotation: Quotation) -> bool:
    return not view[start:quotation.start].strip()


def _joined(pieces: list[Quotation]) -> Quotation:
    return Quotation(pieces[0].start, pieces[-1].end, pieces[0].inner_start, pieces[-1].inner_end, tuple(p.parts[0] for p in pieces))


def _in_paragraph(article: Article, start: int, end: int) -> tuple[list[Quotation], Quotation | None]:
    """The closed quotations of one paragraph, and the one it leaves open."""
    view, text = article.view, article.text
    found: list[Quotation] = []
    opened: int | None = None
    for position in range(start, end):
        if view[position] not in MARKS:
            continue
        if opened is None:
            opened = position if _opens(text, position, end) else None
        elif _closes(text, position):
            found.append(_quotation(opened, position + 1))
            opened = None
        else:
            opened = position
    if not found and opened is None:
        found = [_quotation(m.start(), m.end(), 2) for m in DOUBLED.finditer(view, start, end)]
    if not found and opened is None:
        found = [_quotation(m.start(), m.end()) for m in SINGLE.finditer(view, start, end) if len(m[1].split()) >= LEAST_SINGLE]
    return found, Quotation(opened, end, opened + 1, end, ((opened + 1, end),)) if opened is not None else None


def _quotation(start: int, end: int, mark: int = 1) -> Quotation:
    """The quotation between two marks, each `mark` code points wide ("''" is two)."""
    return Quotation(start, end, start + mark, end - mark, ((start + mark, end - mark),))


def _opens(text: str, position: int, end: int) -> bool:
    """A mark that can open: a curly one says so, a straight one has a character right behind it (`5" pipe` opens nothing)."""
    if text[position] in CLOSING:  # Indonesian pages often open with the closing mark: ”Belum ada,” katanya
        before = text[position - 1:position]
        return (not before or before.isspace()) and position + 1 < end and text[position + 1].isalnum()
    return text[position] in OPENING or (position + 1 < end and not text[position + 1].isspace())


def _closes(text: str, position: int) -> bool:
    """A mark inside an open quotation closes it unless it is a curly opening one."""
    return text[position] not in OPENING
