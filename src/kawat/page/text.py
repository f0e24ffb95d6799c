"""What a page's text says of itself, furniture left in: headline, byline, dateline, news, and everything that is not news."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kawat.lexicon.furniture import FurnitureWords, furniture_words
from kawat.nouns.article import Clock, Furniture, FurnitureKind
from kawat.nouns.text import Span, span_of, view_of
from kawat.page.authors import persons
from kawat.page.byline import Byline, bare_byline, opened_byline
from kawat.page.clock import Stamp, clock_line
from kawat.page.dateline import Dateline, find_dateline
from kawat.page.extent import Extent, extent_of
from kawat.page.headline import Headline, headline_of, letters_of, opens_with_headline
from kawat.page.marks import marks_of
from kawat.page.textlines import TextLine, text_lines

DATED = 3  # paragraphs that may open with the dateline
CAPTION = 6  # words: a line above the news as long as that tells what a picture shows


@dataclass(frozen=True, slots=True)
class TextReading:
    """What the text of a page gives: spans over it, untouched.

    `dateline` is the place words alone, `dateline_agency` the outlet or agency printed there; either stands inside the first paragraphs
    of `body` or on a line of its own. `published` and `modified` are instants or days that the page labels so.
    """

    title: Span | None = None
    byline: Span | None = None
    authors: tuple[str, ...] = ()
    dateline: Span | None = None
    dateline_agency: Span | None = None
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    page_clock: Clock | None = None
    published: str | None = None
    modified: str | None = None
    warnings: tuple[str, ...] = field(default=())


def read_text(text: str, language: str | None = None) -> TextReading:
    """The reading of a page's text; `language` only says whose furniture words count first."""
    return _Sheet(text, furniture_words(language)).reading()


@dataclass(frozen=True)
class _Sheet:
    """A page's text on the table; each property is one finding, made from those above it."""

    text: str
    words: FurnitureWords

    @cached_property
    def view(self) -> str:
        return view_of(self.text)

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        return text_lines(self.view)

    @cached_property
    def _found(self) -> Extent:
        return extent_of(self.lines, marks_of(self.lines, self.text, self.words))

    @cached_property
    def _opens_with_headline(self) -> bool:
        return bool(self._found.body) and opens_with_headline(self.lines, self._found.marks, self._found.body)

    @cached_property
    def extent(self) -> Extent:
        """The news, without a first sentence that is the headline."""
        found = self._found
        if not self._opens_with_headline:
            return found
        first = next(k for k in found.body[1:] if self.lines[k].prose)
        return Extent(tuple(k for k in found.body if k >= first), first, found.last, found.marks)

    @cached_property
    def _lone_dateline(self) -> tuple[int, Dateline] | None:
        """The dateline on a line of its own right above the news, with the line's index."""
        above = [k for k in range(self.extent.first) if self.extent.marks[k] is None]
        line = self.lines[above[-1]] if above else None
        if line is None or line.words > 8 or opened_byline(line, self.words):
            return None
        found = find_dateline(self.text, self.view, line.start, line.end, self.words, alone=True)
        return (above[-1], found) if found and (len(above) > 1 or found.agency or self._opens_with_headline) else None

    @cached_property
    def _opened_byline(self) -> tuple[int, Byline] | None:
        """The line above the news that opens as bylines do, with its index."""
        for k in self._unsaid(0):
            opened = k > 0 and self.words.opens_byline(self.lines[k - 1].view)
            if found := opened_byline(self.lines[k], self.words) or (bare_byline(self.lines[k], self.words, True) if opened else None):
                return k, found
        return None

    @cached_property
    def _byline(self) -> tuple[int, Byline] | None:
        """The byline above the news, with the line's index; one without an opening word stands below the headline."""
        if self._opened_byline or not self.headline:
            return self._opened_byline
        below = self._unsaid(self.headline.line + 1)
        taken = {*self.headline.repeats, *self.headline.glued, *([self._lone_dateline[0]] if self._lone_dateline else [])}
        found = ((k, bare_byline(self.lines[k], self.words, self._beside_clock(k))) for k in below if k not in taken)
        return next(((k, byline) for k, byline in found if byline), None)

    def _unsaid(self, first: int) -> Iterator[int]:
        """The lines above the news, from `first` on, that are unmarked or give credit."""
        return (k for k in range(first, self.extent.first) if (mark := self.extent.marks[k]) is None or mark.kind == "credit")

    def _beside_clock(self, k: int) -> bool:
        near = [o for o in (k - 1, k + 1) if 0 <= o < self.extent.first]
        return k > 0 and any((mark := self.extent.marks[o]) is not None and mark.kind == "clock" for o in near)

    @cached_property
    def headline(self) -> Headline | None:
        """The headline's line."""
        barred = frozenset(found[0] for found in (self._lone_dateline, self._opened_byline) if found)
        first = self.extent.first
        if self._opens_with_headline:
            line = self._found.body[0]
            barred |= {k for k in range(first) if k != line}
        return headline_of(self.lines, self.extent.marks, first, barred)

    @cached_property
    def _dateline(self) -> Dateline | None:
        if self._lone_dateline:
            return self._lone_dateline[1]
        opening = (self.lines[k] for k in self.extent.body[:DATED])
        found = (find_dateline(self.text, self.view, line.start, line.end, self.words) for line in opening)
        return next(filter(None, found), None)

    def reading(self) -> TextReading:
        """All findings together."""
        dateline, byline, title = self._dateline, self._byline, self.headline
        stamps = tuple(self._stamps())
        return TextReading(
            title=self._line(title.line) if title else None,
            byline=span_of(self.text, byline[1].start, byline[1].end) if byline else None,
            authors=self._authors(),
            dateline=span_of(self.text, *dateline.place) if dateline and dateline.place else None,
            dateline_agency=span_of(self.text, *dateline.agency) if dateline and dateline.agency else None,
            body=tuple(self._paragraphs()), furniture=tuple(self._furniture()), page_clock=self._clock(stamps),
            published=_labelled(stamps, "published"), modified=_labelled(stamps, "modified"), warnings=self._warnings(stamps))

    def _line(self, k: int) -> Span:
        return span_of(self.text, self.lines[k].start, self.lines[k].end)

    def _tail(self, k: int) -> int | None:
        """Where a link glued to the end of a paragraph begins, in the text."""
        tail = self.words.tail(self.lines[k].view)
        return None if not tail else self.lines[k].start + tail

    def _paragraphs(self) -> Iterator[Span]:
        for k in self.extent.body:
            line, tail = self.lines[k], self._tail(k)
            if not self._repeats_headline(k):
                yield span_of(self.text, line.start, line.end if tail is None else line.start + len(self.view[line.start:tail].rstrip()))

    def _repeats_headline(self, k: int) -> bool:
        return self.headline is not None and not self.lines[k].closed and letters_of(self.lines[k].view) == self._title_letters

    @cached_property
    def _title_letters(self) -> str:
        return letters_of(self.lines[self.headline.line].view) if self.headline else ""

    def _furniture(self) -> Iterator[Furniture]:
        body, lone = frozenset(self.extent.body), self._lone_dateline
        for k in range(len(self.lines)):
            if k in body:
                yield from self._furniture_in_news(k)
            elif lone and k == lone[0]:
                yield from (Furniture(span_of(self.text, start, end), "other") for start, end in lone[1].beside)
            elif not (self.headline and k == self.headline.line):
                yield from self._furniture_at(k)

    def _furniture_in_news(self, k: int) -> Iterator[Furniture]:
        tail = self._tail(k)
        if self._repeats_headline(k):
            yield Furniture(self._line(k), "title_repeat")
        elif tail is not None:
            yield Furniture(span_of(self.text, tail, self.lines[k].end), "related")

    def _furniture_at(self, k: int) -> Iterator[Furniture]:
        if self._byline and k == self._byline[0]:
            yield from (Furniture(span_of(self.text, stamp.start, stamp.end), "clock") for stamp in self._stamps_on(k))
        else:
            yield Furniture(self._line(k), self._kind(k))

    def _kind(self, k: int) -> FurnitureKind:
        mark, title = self.extent.marks[k], self.headline
        if title and k in title.glued:
            return "breadcrumb"
        if mark is None and title and (k in title.repeats or self._repeats_headline(k)):
            return "title_repeat"
        if mark:
            return mark.kind
        if self._closed_at <= k:
            return "widget"
        below_title = title is not None and title.line < k < self.extent.first
        return "caption" if below_title and self.lines[k].words >= CAPTION else "other"

    @cached_property
    def _closed_at(self) -> int:
        """The line behind the news that closes the page; the number of lines where none does."""
        marks = self.extent.marks
        return next((k for k in range(self.extent.last, len(marks)) if (mark := marks[k]) and mark.closes), len(marks))

    def _stamps_on(self, k: int) -> Iterator[Stamp]:
        line = self.lines[k]
        clock = clock_line(line.view, self.words)
        for stamp in clock.stamps if clock else ():
            yield Stamp(line.start + stamp.start, line.start + stamp.end, stamp.day, stamp.instant, stamp.label)

    def _stamps(self) -> Iterator[Stamp]:
        """The dates told outside the news."""
        body = frozenset(self.extent.body)
        for k in range(len(self.lines)):
            mark = self.extent.marks[k]
            if k not in body and (mark.kind == "clock" if mark else k < self.extent.first):
                yield from self._stamps_on(k)

    def _clock(self, stamps: tuple[Stamp, ...]) -> Clock | None:
        above = self.lines[self.extent.first].start if self.extent.body else len(self.text)
        found = next((stamp for stamp in stamps if stamp.day and not stamp.label and stamp.start < above), None)
        return Clock(span_of(self.text, found.start, found.end), found.day) if found and found.day else None

    def _warnings(self, stamps: tuple[Stamp, ...]) -> tuple[str, ...]:
        clock = self._clock(stamps)
        if clock is None or _labelled(stamps, "published"):
            return ()
        return (f"the page shows the date {clock.date} but does not call it its publication date",)

    def _authors(self) -> tuple[str, ...]:
        """Those who wrote, by the byline, else by the credits that name writers."""
        if self._byline:
            return persons(self._writers(self._byline[1].names, bare=True), ())
        credits = (self.lines[k].view for k, mark in enumerate(self.extent.marks) if mark and mark.kind == "credit")
        return persons([name for line in credits for name in self._writers(line, bare=False)], ())

    def _writers(self, line: str, bare: bool) -> Iterator[str]:
        """The pieces of a line that name writers ("Penulis: A | Editor: B" names one); those without an opening word where `bare`."""
        for piece in (part.strip(" ()") for part in re.split("[|;]", line)):
            opened = self.words.writer_opening.match(piece)
            if opened or (bare and self.words.line(piece, closed=False) is None):
                yield piece[opened.end():] if opened else piece


def _labelled(stamps: tuple[Stamp, ...], label: str) -> str | None:
    return next((stamp.instant or stamp.day for stamp in stamps if stamp.label == label), None)
