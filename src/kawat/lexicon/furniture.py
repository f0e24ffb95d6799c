"""The words by which a page's furniture is known: links, widgets, captions, credits, clocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from kawat.lexicon.language import LANGUAGES, languages
from kawat.lexicon.numbers import any_of
from kawat.lexicon.table import Row, read_toml
from kawat.lexicon.time import TimeRows
from kawat.nouns.article import FurnitureKind

EDGES = " \t-*•·>|:#[]()….,\"'_=+~"
LONGEST_LINE = 1200  # characters; no furniture is longer
LONGEST_TAIL = 240
OPEN = ("label", "start")


class LineRow(Row, frozen=True):
    """A family of furniture lines, at most `most` words long, in lower case.

    `whole` is the whole line, `starts` its first words, `labels` its first words before a colon, bar or dash, `ends` its last words,
    `tails` what a colon follows inside the last line of a paragraph. Lines that end in a full stop are furniture only by a colon, by
    `ends` or by `sentence`.
    `heads`: links follow; `closes`: no news follows.
    """

    kind: FurnitureKind
    whole: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    sentence: tuple[str, ...] = ()
    most: int = 30
    heads: bool = False
    closes: bool = False


class FurnitureFile(Row, frozen=True):
    """`furniture.toml`. `sections` make breadcrumbs, `tiles` make bars of buttons, `captions` open the bracket that ends a caption.

    `byline` opens the line of those who wrote, `writers` the credit that names them; `published` and `modified` label a date;
    `beside_clock` may stand beside one; `offsets` are the zones that have one offset from UTC.
    """

    sections: tuple[str, ...]
    tiles: tuple[str, ...]
    captions: tuple[str, ...]
    byline: tuple[str, ...]
    writers: tuple[str, ...]
    published: tuple[str, ...]
    modified: tuple[str, ...]
    beside_clock: tuple[str, ...]
    units_ago: tuple[str, ...]
    ago: tuple[str, ...]
    offsets: dict[str, str]
    line: tuple[LineRow, ...]


@dataclass(frozen=True, eq=False)
class FurnitureWords:
    """The furniture words and calendar of some languages, the first language first where two disagree."""

    files: tuple[FurnitureFile, ...]
    calendars: tuple[TimeRows, ...]

    @cached_property
    def _whole(self) -> dict[str, LineRow]:
        return {phrase: row for file in reversed(self.files) for row in reversed(file.line) for phrase in row.whole}

    @cached_property
    def _openings(self) -> tuple[tuple[LineRow, re.Pattern[str]], ...]:
        return tuple((row, re.compile(found)) for file in self.files for row in file.line if (found := "|".join(_openings_of(row))))

    def line(self, view: str, closed: bool) -> LineRow | None:
        """The family a line belongs to; `closed` where it ends as a sentence does."""
        if len(view) > LONGEST_LINE:
            return None
        bare = view.lower().strip(EDGES)
        words = bare.count(" ") + 1
        if not closed and bare in self._whole:
            return self._whole[bare]
        return next((row for row, opening in self._openings if words <= row.most and (found := opening.match(bare))
                     and (not closed or found.lastgroup not in OPEN)), None)

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        tails = any_of(phrase for file in self.files for row in file.line for phrase in row.tails)
        return re.compile(rf"(?<=[.!?\"')\]])\s{{1,3}}(?P<tail>(?:{tails})\s?:\s?\S.*)\Z", re.IGNORECASE)

    def tail(self, view: str) -> int | None:
        """Where the link that is glued to the end of a paragraph begins."""
        found = self._tail.search(view, max(0, len(view) - LONGEST_TAIL))
        return found.start("tail") if found else None

    @cached_property
    def _bar(self) -> re.Pattern[str]:
        return re.compile(rf"(?:(?:{any_of(self.all('tiles'))})[\s|/,:•·+\d-]{{0,6}})++\Z")

    def is_bar(self, view: str) -> bool:
        """True for a bar of buttons ("Share Tweet WhatsApp", "FacebookTwitter")."""
        return len(view) <= 200 and self._bar.match(view.lower().strip(EDGES)) is not None

    @cached_property
    def _crumbs(self) -> re.Pattern[str]:
        section = any_of(self.all("sections"))
        return re.compile(rf"(?:(?:{section})[\s|/,:•·»›>→'\"-]{{0,5}})++\Z|(?:{section})\s?[>»›→]\s?\S")

    def is_breadcrumb(self, text: str) -> bool:
        """True for a trail of section names, glued or parted ("HomeWorld", "Beranda > Internasional"), with or without the title."""
        return len(text) <= 300 and self._crumbs.match(text.lower().strip(EDGES)) is not None

    @cached_property
    def byline_opening(self) -> re.Pattern[str]:
        """What opens a line that names those who wrote."""
        return re.compile(rf"(?:{any_of(self.all('byline') + self.all('writers'))})(?:\s?[:|-]\s?|\s+)(?=\w)", re.IGNORECASE)

    def opens_byline(self, view: str) -> bool:
        """True for a line that holds only what opens a byline ("By")."""
        return view.lower().strip(EDGES) in self.all("byline")

    @cached_property
    def writer_opening(self) -> re.Pattern[str]:
        """What opens a credit that names those who wrote."""
        return re.compile(rf"\W{{0,3}}(?:{any_of(self.all('writers'))})(?:\s?:\s?|\s+)(?=\w)", re.IGNORECASE)

    @cached_property
    def caption_opening(self) -> re.Pattern[str]:
        """What opens the bracket at the end of a caption."""
        return re.compile(rf"[(\[]\s?(?:{any_of(self.all('captions'))})\b", re.IGNORECASE)

    @cached_property
    def offsets(self) -> dict[str, str]:
        """Zones by name, with their offset from UTC."""
        return {zone.upper(): offset for file in self.files for zone, offset in file.offsets.items()}

    @cached_property
    def months(self) -> dict[str, int]:
        """Months by name, without the full stop of short forms."""
        return {name.rstrip(".").lower(): number for calendar in self.calendars for name, number in calendar.months.items()}

    @cached_property
    def weekdays(self) -> tuple[str, ...]:
        """The names of the days of the week."""
        return tuple(name.rstrip(".") for calendar in self.calendars for name in calendar.weekdays)

    @cached_property
    def day_endings(self) -> tuple[str, ...]:
        """What follows the number of a day ("19th")."""
        return tuple(ending for calendar in self.calendars for ending in calendar.day_endings)

    @property
    def day_first(self) -> bool:
        """True where 2/6 is surely the second of June."""
        return all(calendar.order == "day_first" for calendar in self.calendars[:1])

    def all(self, field: str) -> tuple[str, ...]:
        """Every phrase under that name in the files."""
        return tuple(phrase for file in self.files for phrase in getattr(file, field))


def _openings_of(row: LineRow) -> Iterator[str]:
    """Patterns of a row's first words, with a name (`OPEN`) where a full stop at the end of the line speaks against them."""
    if row.sentence:
        yield rf"(?:{any_of(row.sentence)})(?!\w)"
    if row.ends:
        yield rf".*\b(?:{any_of(row.ends)})\Z"
    if row.labels or row.starts:
        yield rf"(?:{any_of(row.labels + row.starts)})\s?:(?!\d)"
    if row.labels:
        yield rf"(?P<label>(?:{any_of(row.labels)})(?:\s+[-|]\s|\Z))"
    if row.starts:
        yield rf"(?P<start>(?:{any_of(row.starts)})(?!\w))"


@cache
def furniture_words(language: str | None) -> FurnitureWords:
    """The words of all packs, those of `language` first: a page in one language carries buttons in another."""
    codes = sorted(languages(), key=lambda code: code != language)
    return FurnitureWords(tuple(_files(codes)), tuple(read_toml(LANGUAGES / code / "time.toml", TimeRows) for code in codes))


def _files(codes: Iterable[str]) -> Iterator[FurnitureFile]:
    for code in codes:
        if (LANGUAGES / code / "furniture.toml").exists():
            yield read_toml(LANGUAGES / code / "furniture.toml", FurnitureFile)
