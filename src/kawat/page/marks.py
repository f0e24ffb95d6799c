"""Lines known for furniture by their own words, wherever they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.lexicon.furniture import FurnitureWords
from kawat.lexicon.outlets import outlets
from kawat.nouns.article import FurnitureKind
from kawat.page.clock import clock_line
from kawat.page.textlines import LONG, SENTENCE, TextLine

LONGEST_CAPTION = 70  # words
OFTEN = 3  # times one line stands on a page: no news does, though a headline may
MOST_LINKS = 12  # lines below the heading of a box of links
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\.?\Z")
_PHOTOGRAPHER = re.compile(r"(?P<outlet>[A-Z][\w. ]{1,30})/\s?(?:[A-Z][\w.'-]*\s?){1,4}[)\].]{0,2}\Z")
_INITIALS = re.compile(r"[A-Za-z]{2,5}\d{0,3}\Z")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is. `heads`: links follow; `closes`: no news follows."""

    kind: FurnitureKind
    heads: bool = False
    closes: bool = False


def marks_of(lines: Sequence[TextLine], text: str, words: FurnitureWords) -> list[Mark | None]:
    """A mark for each line that its own words give away, or that stands there time and again; None for the others."""
    times = Counter(line.view for line in lines)
    return [_mark(line, text, words) or (Mark("other") if times[line.view] >= OFTEN and (line.closed or line.words < SENTENCE) else None)
            for line in lines]


def _mark(line: TextLine, text: str, words: FurnitureWords) -> Mark | None:
    row = words.line(line.view, line.closed)
    if row:
        return Mark(row.kind, row.heads, row.closes)
    if not any(map(str.isalnum, line.view)):
        return Mark("other")
    if line.words <= LONGEST_CAPTION and _is_caption(line.view, words):
        return Mark("caption")
    if _is_credit(line.view):
        return Mark("credit")
    if line.closed:
        return None
    if words.is_bar(line.view):
        return Mark("share")
    if words.is_breadcrumb(text[line.start:line.end]):
        return Mark("breadcrumb")
    clock = clock_line(line.view, words)
    return Mark("clock") if clock and not clock.rest else None


def _is_caption(view: str, words: FurnitureWords) -> bool:
    """True for what ends in the bracket of a picture ("(Foto: …)") or in an agency's photographer ("REUTERS/Ana Lind")."""
    last = max(view.rfind("("), view.rfind("["))
    if last >= 0 and len(view) - last < 120 and view.rstrip(" .")[-1:] in ")]" and words.caption_opening.match(view, last):
        return True
    taken = _PHOTOGRAPHER.search(view, max(0, len(view) - 80))
    if taken is None or outlets().exactly(taken["outlet"]) is None:
        return False
    return outlets().exactly(view[taken.end("outlet") + 1:].strip(")]. ")) is None


def _is_credit(view: str) -> bool:
    """True for a line that is no more than "(ANT/AFP)", or the name of an outlet."""
    bracket = _BRACKETED.match(view)
    if not bracket:
        return len(view) <= 40 and view.count(" ") < 4 and view[-1] not in "!?" and outlets().exactly(view) is not None
    pieces = re.split(r"\s?[/;,+&|]\s?", bracket[1])
    return all(outlets().exactly(piece) or _INITIALS.match(piece) for piece in pieces)


def with_links(lines: Sequence[TextLine], marks: Sequence[Mark | None], first: int) -> list[Mark | None]:
    """The marks with those of the links below each heading, from the line `first` on; a sentence ends a box of links.

    Below what `closes` a page one sentence is a teaser; two in a row are news again.
    """
    found = list(marks)
    for head in (k for k in range(first, len(lines)) if (mark := marks[k]) and mark.heads):
        for k in range(head + 1, min(head + 1 + MOST_LINKS, len(lines))):
            if marks[k] is not None:
                continue
            if _is_news(lines, marks, k, marks[head]):
                break
            found[k] = Mark(marks[head].kind)  # type: ignore[union-attr]
    return found


def _is_news(lines: Sequence[TextLine], marks: Sequence[Mark | None], k: int, heading: Mark | None) -> bool:
    below = next((o for o in range(k + 1, min(k + 1 + MOST_LINKS, len(lines))) if marks[o] is None), None)
    again = below is not None and lines[below].prose
    if lines[k].asks and lines[k].words < LONG:
        return False
    return lines[k].prose and (again or not (heading and heading.closes))
