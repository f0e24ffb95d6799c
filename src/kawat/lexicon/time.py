"""Time expressions of a language, as `time.toml` lists them, compiled to patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Literal

from kawat.errors import BadData
from kawat.lexicon.numbers import Numbers, any_of
from kawat.lexicon.table import Row, read_toml, shown

Unit = Literal["day", "week", "weekend", "month", "year", "hour"]
PIECE = re.compile(r"\{(\w+)\}|([\[\]<>|^])|(\s+)|([^\[\]<>|^{}\s]+)")

# No expression begins inside a word, a fraction or a longer number, or ends there.
OPEN, CLOSE = r"(?<![\w/])(?=[\w(])(?<!\d[.,:-])", r"(?!\w)(?!/\d)"


class Expression(Row, frozen=True):
    """One family of expressions: its forms, and what they say beyond their placeholders.

    In a form, `{name}` is a placeholder (see `TimeRows.placeholders`), `[...]` is optional, `<a|b>` is either, a blank is any run of
    blanks; words before `^` must stand there and are no part of the expression. `unit`, `count` and `toward` shift from the anchor
    ("last week": week, 1, past); `years` shifts the year of a date ("7 October last year": -1); `anchor` is the story where the count
    starts at the day told before ("two days later"); `stretch` is true where the whole stretch up to the anchor is meant ("over the
    past three weeks"), `between` where the form names both ends; `sense` where its own words say since or until.
    """

    id: str
    forms: tuple[str, ...]
    unit: Unit | None = None
    count: int | None = None
    toward: Literal["past", "future", "now"] | None = None
    years: int | None = None
    anchor: Literal["article", "story"] = "article"
    stretch: bool = False
    between: bool = False
    sense: Literal["since", "until"] | None = None


class TimeRows(Row, frozen=True):
    """`time.toml`. `order` says whether 2/6 is the second of June (`day_first`) or undecided (`either`); `links` join an event to its
    time ("on"). A month of `names` may be somebody's name and counts alone only behind one of `before_names` ("in May").
    """

    order: Literal["day_first", "either"]
    months: dict[str, int]
    weekdays: dict[str, int]
    units: dict[str, Unit]
    dayparts: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    fillers: tuple[str, ...]
    links: tuple[str, ...]
    joins: tuple[str, ...]
    future: tuple[str, ...]
    zones: dict[str, str]
    expression: tuple[Expression, ...]
    day_endings: tuple[str, ...] = ()
    afternoon: tuple[str, ...] = ()
    clocks: dict[str, str] = {}
    names: tuple[str, ...] = ()
    before_names: tuple[str, ...] = ()

    def placeholders(self, numbers: Numbers) -> dict[str, str]:
        """What each `{name}` matches; names of days and months want a capital, since "may" and "minggu" are other words without."""
        ending = f"(?:{any_of(self.day_endings)})?" if self.day_endings else ""
        return {
            "day": rf"(?:3[01]|[12]\d|0?[1-9]){ending}(?!\d)", "mm": r"(?:1[0-2]|0?[1-9])(?!\d)", "dd": r"(?:3[01]|[12]\d|0?[1-9])(?!\d)",
            "year": r"(?:1[89]|20)\d\d(?!\d)", "yy": r"\d\d(?!\d)", "decade": r"(?:1[89]|20)\d0", "n": r"\d{1,2}(?!\d)",
            "weekday": _cased(self.weekdays), "month": _cased(self.months), "unit": any_of(self.units),
            "number": rf"(?:\d{{1,3}}(?![\d.,]*\d)|(?:{numbers.word})\b(?:[\s-]+(?:{numbers.word})\b)*)",
            "hour": r"(?:2[0-4]|[01]?\d)(?!\d)", "minute": r"[0-5]\d(?!\d)", "zone": rf"(?-i:{any_of(self.zones)})",
            "daypart": any_of(self.dayparts), "half": r"(?:[ap]\.\s?m\.|[ap]m\b)", "clock": any_of(self.clocks),
        }


def _cased(names: dict[str, int]) -> str:
    """Names of days or months as written in news: capitalised, or all capitals."""
    return f"(?-i:{any_of([form for name in names for form in (name.capitalize(), name.upper())])})"


@dataclass(frozen=True)
class TimeRule:
    """One form of one expression; its pattern wants the view and ignores case, save for names of days and months."""

    expression: Expression
    form: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The form between the limits of words, compiled when a text first has a time."""
        return re.compile(OPEN + self.form + CLOSE, re.IGNORECASE)


@dataclass(frozen=True)
class Times:
    """The time expressions of a language."""

    rows: TimeRows
    numbers: Numbers
    rules: tuple[TimeRule, ...]
    spotter: re.Pattern[str] = field(repr=False)

    @cached_property
    def future(self) -> re.Pattern[str]:
        """The words that put a sentence into the future."""
        return re.compile(rf"\b(?:{any_of(self.rows.future)})\b", re.IGNORECASE)

    @cached_property
    def senses(self) -> tuple[tuple[Literal["since", "until"], re.Pattern[str]], ...]:
        """What stands just before a time and makes it a beginning or an end."""
        filler = rf"(?:\s+(?:{any_of(self.rows.fillers)}))*\s+$"
        pairs: tuple[tuple[Literal["since", "until"], tuple[str, ...]], ...] = (("since", self.rows.since), ("until", self.rows.until))
        return tuple((sense, re.compile(rf"(?<!\w)(?:{any_of(words)}){filler}", re.IGNORECASE)) for sense, words in pairs)

    @cached_property
    def since_event(self) -> re.Pattern[str]:
        """A "since" whose event stands between it and its time: "since the attack on Westhaven on", "sejak perang pecah pada"."""
        since, links, fillers = any_of(self.rows.since), any_of(self.rows.links), any_of(self.rows.fillers)
        return re.compile(rf"(?<!\w)(?:{since})(?:\s+[\w'-]+){{1,7}}\s+(?:{links})\s+(?:(?:{fillers})\s+)*$", re.IGNORECASE)

    @cached_property
    def before_name(self) -> re.Pattern[str]:
        """A word before a month that may also be a name, which makes it a month."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.before_names)})\s+$", re.IGNORECASE)

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What may stand between a day and its hour: blanks, a comma, or a small word."""
        return re.compile(rf"\s*[,(]?\s*(?:(?:{any_of(self.rows.joins)})\s+)*", re.IGNORECASE)


def read_times(path: Path, numbers: Numbers) -> Times:
    """`time.toml` of a language; raises BadData."""
    rows = read_toml(path, TimeRows)
    known = rows.placeholders(numbers)
    forms = [(row, _pattern(form, known, path, row.id)) for row in rows.expression for form in row.forms]
    rules = tuple(TimeRule(row, form) for row, form in forms)
    bare = "|".join(sorted({re.sub(r"\(\?P<\w+>", "(?:", form) for _, form in forms}))
    return Times(rows, numbers, rules, re.compile(f"{OPEN}(?:{bare}){CLOSE}", re.IGNORECASE))


def _pattern(form: str, known: dict[str, str], path: Path, rule: str) -> str:
    """A form as a regular expression with one named group a placeholder; a name used twice gets a mark ("daypart__2")."""
    signs = {"[": "(?:", "]": ")?", "<": "(?:", ">": ")", "|": "|", "^": "(?P<from>)"}
    out: list[str] = []
    for name, sign, blank, literal in PIECE.findall(form):
        kind = name.rstrip("2")
        if name and kind not in known:
            raise BadData(f"{shown(path)}: expression '{rule}' has no placeholder '{{{name}}}'. Known are {', '.join(sorted(known))}")
        again = f"__{len(out)}" if name and any(part.startswith(f"(?P<{name}>") for part in out) else ""
        out.append(f"(?P<{name}{again}>{known[kind]})" if name else signs[sign] if sign else r"\s+" if blank else re.escape(literal))
    return f"(?:{''.join(out)})"
