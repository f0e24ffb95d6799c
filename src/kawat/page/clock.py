"""Lines that tell a date or a time: the clock in a header, the stamp of an entry, "Published: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from functools import cache, lru_cache
from typing import Literal

from kawat.lexicon.furniture import FurnitureWords
from kawat.lexicon.numbers import any_of
from kawat.lexicon.outlets import outlets

NEAR = 20  # characters between a date and its time
LONGEST = 160  # characters of a line that holds nothing but dates
TIME = r"(?<![\d.:])(?P<hour>[01]?\d|2[0-4])[.:](?P<minute>[0-5]\d)(?:[.:][0-5]\d)?(?![\d:])(?:\s?(?P<half>[ap])\.?m\b\.?)?"
_BLANK = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date on a page: code points within its line, ISO day (None where the calendar does not say), instant where time and zone are told.

    `label` says what the page calls it.
    """

    start: int
    end: int
    day: str | None
    instant: str | None
    label: Literal["published", "modified"] | None


@dataclass(frozen=True, slots=True)
class ClockLine:
    """A line made of dates and times, and of `rest`: the words of it that belong to neither."""

    stamps: tuple[Stamp, ...]
    rest: tuple[str, ...]


@cache
def _date(words: FurnitureWords) -> re.Pattern[str]:
    month = rf"(?P<{{0}}>{any_of(words.months)})\.?"
    weekday = rf"(?:(?:{any_of(words.weekdays)})\.?,?\s+)?"
    ending = rf"(?:{any_of(words.day_endings)})?"
    forms = (rf"(?P<d1>\d{{1,2}}){ending}[\s.-]{{1,3}}{month.format('m1')},?[\s-]{{1,3}}(?P<y1>(?:19|20)\d\d)",
             rf"{month.format('m2')}\s{{1,3}}(?P<d2>\d{{1,2}}){ending},?\s{{1,3}}(?P<y2>(?:19|20)\d\d)",
             r"(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?=T|\b)",
             r"(?P<d4>\d{1,2})[/.-](?P<m4>\d{1,2})[/.-](?P<y4>(?:19|20)\d\d)")
    return re.compile(rf"(?<![\w/.-]){weekday}\(?(?:{'|'.join(forms)})\)?(?![\w/-]|(?<!T)\d)", re.IGNORECASE)


@cache
def _time(words: FurnitureWords) -> re.Pattern[str]:
    zones = {zone for calendar in words.calendars for zone in calendar.zones} | words.offsets.keys()
    return re.compile(rf"{TIME}(?:\s?\(?(?P<zone>{any_of(zones)})(?P<plus>[+-]\d{{1,2}}(?!\d))?\)?(?!\w))?", re.IGNORECASE)


@cache
def _ago(words: FurnitureWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)\d{{1,2}}\s?(?:{any_of(words.all('units_ago'))})\s(?:{any_of(words.all('ago'))})(?!\w)", re.IGNORECASE)


@cache
def _labels(words: FurnitureWords) -> dict[str, re.Pattern[str]]:
    return {label: re.compile(rf"(?<!\w)(?:{any_of(words.all(label))})\W*\Z", re.IGNORECASE) for label in ("published", "modified")}


@cache
def _beside(words: FurnitureWords) -> re.Pattern[str]:
    phrases = (*words.all("beside_clock"), *words.all("published"), *words.all("modified"), *words.weekdays)
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def clock_line(view: str, words: FurnitureWords) -> ClockLine | None:
    """What a short line tells of dates and times, or None where it tells nothing."""
    if len(view) > LONGEST or not any(letter.isdigit() for letter in view):
        return None
    dates = tuple(_date(words).finditer(view))
    bare = view
    for found in (*dates, *_ago(words).finditer(view)):
        bare = bare[:found.start()] + "|" * len(found[0]) + bare[found.end():]
    times = tuple(_time(words).finditer(bare))
    for found in times:
        bare = bare[:found.start()] + "|" * len(found[0]) + bare[found.end():]
    if bare == view:
        return None
    stamps = tuple(_stamp(bare, one, dates[n - 1].end() if n else 0, times, words) for n, one in enumerate(dates))
    return ClockLine(stamps, _rest(bare, words))


def _rest(bare: str, words: FurnitureWords) -> tuple[str, ...]:
    left = _beside(words).sub("|", bare)
    pieces = (piece.strip(" \t,.:()-[]") for piece in re.split(r"\s-\s|[|•·]", left))
    return tuple(piece for piece in pieces if piece and _BLANK.sub("", piece) and outlets().exactly(piece) is None and not piece.isdigit())


def _stamp(bare: str, found: re.Match[str], behind: int, times: tuple[re.Match[str], ...], words: FurnitureWords) -> Stamp:
    day = _day(found, words)
    label = next((name for name, pattern in _labels(words).items() if pattern.search(bare, behind, found.start())), None)
    clock = next((one for one in times if found.end() <= one.start() <= found.end() + NEAR), None)
    before = next((one for one in times if behind <= one.start() < one.end() <= found.start() <= one.end() + NEAR), None)
    clock = clock or before
    start, end = (min(found.start(), clock.start()), max(found.end(), clock.end())) if clock else found.span()
    return Stamp(start, end, day, _instant(day, clock, words), label)  # type: ignore[arg-type]


def _day(found: re.Match[str], words: FurnitureWords) -> str | None:
    form = next(n for n in "1234" if found[f"y{n}"])
    year, month, day = found[f"y{form}"], found[f"m{form}"], int(found[f"d{form}"])
    number = int(month) if month.isdigit() else words.months[month.lower().rstrip(".")]
    if form == "4" and not words.day_first and day <= 12 and number <= 12 and day != number:
        return None
    try:
        return date(int(year), *((day, number) if number > 12 and form == "4" else (number, day))).isoformat()
    except ValueError:
        return None


def _instant(day: str | None, clock: re.Match[str] | None, words: FurnitureWords) -> str | None:
    offset = words.offsets.get((clock["zone"] or "").upper()) if clock else None
    if day is None or clock is None or offset is None:
        return None
    if clock["plus"]:  # "GMT+7"
        offset = f"{clock['plus'][0]}{int(clock['plus'][1:]):02}:00"
    hour = int(clock["hour"])
    if clock["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if clock["half"].lower() == "p" else 0)
    return f"{day}T{time(hour % 24, int(clock['minute'])).isoformat()}{offset}"
