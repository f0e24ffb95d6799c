"""A time expression's parts resolved to days, against the day of the article or the time told before."""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

Precision = Literal["day", "week", "month", "year"]
Unit = Literal["day", "week", "weekend", "month", "year", "hour"]
Toward = Literal["past", "future", "now"]
# An article dated the first may speak of the second: zones, and pages published just after midnight.
SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Parts:
    """What an expression says: fields of a date, or a shift of `count` units `toward` somewhere from the anchor.

    A decade may lack its century ("the '90s": 90). `nth` counts stretches of `count` years ("the 19th century": 19, of 100 years). A
    weekday beside a unit is the one in the unit shifted to ("Monday last week"). A unit without a count is open ("a few days ago").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    decade: int | None = None
    nth: int | None = None
    unit: Unit | None = None
    count: int | None = None
    toward: Toward | None = None
    years: int | None = None
    stretch: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """The days meant, both inclusive, with what is known where they stay open; `note` says how a gap was filled."""

    start: date | None
    end: date | None
    precision: Precision | None
    edtf: str | None
    basis: Literal["stated", "relative"]
    note: str | None = None


def resolve(parts: Parts, anchor: date | None, future: bool = False) -> Days | None:
    """The days the parts mean; open days with EDTF where the anchor is lacking; None where the date does not exist."""
    if parts.decade is not None:
        return _decade(parts.decade, anchor)
    if parts.nth is not None:
        return _nth(parts.nth, parts.count or 1)
    if parts.month is None and parts.year is None:
        return _weekday(parts, anchor, future) if parts.weekday is not None else _shift(parts, anchor, future)
    if parts.day is not None and not _exists(parts):
        return None
    return _dated(parts) if parts.year is not None else _yearless(parts, anchor, future)


def ends(first: Parts, second: Parts, anchor: date | None, future: bool = False) -> tuple[Days, Days] | None:
    """The days of both ends of a range; None where it would run backwards. A range of weekdays with the anchor inside may be of this
    week or of the last: it stays open.
    """
    if None in (first.month, second.month) and (first.day or 0) > (second.day or 31):
        return None
    first, second = _shared(first, second)
    one = resolve(first, anchor, future)
    follows = one is not None and one.start is not None and first.toward is None and first.years is None
    two = resolve(second, one.start if one and follows else anchor, future or follows)
    if one is None or two is None or (one.start and two.end and one.start > two.end):
        return None
    if follows and not future and not second.month and second.weekday and two.start and anchor and two.start > anchor:
        one = two = Days(None, None, "day", None, "relative")
    return one, two


def _shared(first: Parts, second: Parts) -> tuple[Parts, Parts]:
    """Both ends of a range, each with the month and the year that only the other says ("3-5 March", "28 December to 3 January 2025")."""
    first, second = replace(first, month=first.month or second.month), replace(second, month=second.month or first.month)
    turn = int((first.month or 0) > (second.month or 0))
    return (replace(first, year=first.year or (second.year - turn if second.year else None)),
            replace(second, year=second.year or (first.year + turn if first.year else None)))


def _decade(decade: int, anchor: date | None) -> Days | None:
    """Ten years; without their century those of the last such decade begun before the anchor."""
    if decade % 10:
        return None
    if decade > 99:
        return Days(date(decade, 1, 1), date(decade + 9, 12, 31), "year", f"{decade // 10}X", "stated")
    if anchor is None:
        return Days(None, None, "year", None, "relative")
    whole = _decade(decade + (anchor.year - decade) // 100 * 100, anchor)
    return replace(whole, basis="relative", note=f"the most recent one seen from {anchor}") if whole else None


def _nth(nth: int, years: int) -> Days | None:
    """The n-th stretch of so many years, counted from the year 1."""
    first, last = (nth - 1) * years + 1, nth * years
    return Days(date(first, 1, 1), date(last, 12, 31), "year", f"{first:04}/{last:04}", "stated") if nth else None


def _exists(parts: Parts) -> bool:
    month = parts.month
    return month is not None and 1 <= (parts.day or 1) <= calendar.monthrange(parts.year or 2000, month)[1]


def _dated(parts: Parts) -> Days:
    """The days of a date whose year is known."""
    year = parts.year or 0
    if parts.month is None:
        return Days(date(year, 1, 1), date(year, 12, 31), "year", f"{year}", "stated")
    if parts.day is None:
        last = calendar.monthrange(year, parts.month)[1]
        return Days(date(year, parts.month, 1), date(year, parts.month, last), "month", f"{year}-{parts.month:02}", "stated")
    day = date(year, parts.month, parts.day)
    note = "the weekday does not fit the date" if parts.weekday is not None and day.isoweekday() != parts.weekday else None
    return Days(day, day, "day", day.isoformat(), "stated", note)


def _yearless(parts: Parts, anchor: date | None, future: bool) -> Days:
    """A month or a day without a year: the year by `years`, by the weekday, or the most recent one (in a future, the next)."""
    open_ = f"XXXX-{parts.month:02}" + (f"-{parts.day:02}" if parts.day else "")
    if anchor is None:
        return Days(None, None, "day" if parts.day else "month", open_, "relative")
    if parts.years is not None:
        return replace(_dated(replace(parts, year=anchor.year + parts.years)), basis="relative", note=f"year counted from {anchor}")
    found = [_dated(replace(parts, year=anchor.year + n)) for n in (-4, -3, -2, -1, 0, 1) if _exists(replace(parts, year=anchor.year + n))]
    fitting = [days for days in found if days.note is None] or found
    if parts.weekday is not None and parts.day:
        best = min(fitting, key=lambda days: abs((days.start or anchor) - anchor))
        return replace(best, basis="relative", note=f"the year nearest {anchor} in which the weekday fits")
    future = (future or parts.toward == "future") and parts.toward != "past"
    note = f"the {'next' if future else 'most recent'} one seen from {anchor}"
    return replace(_nearest(found, anchor, future), basis="relative", note=note)


def _nearest(found: list[Days], anchor: date, future: bool) -> Days:
    if future:
        coming = [days for days in found if days.end and days.end >= anchor]
        return coming[0] if coming else found[-1]
    past = [days for days in found if days.start and days.start <= anchor + SLACK]
    return past[-1] if past else found[0]


def _weekday(parts: Parts, anchor: date | None, future: bool) -> Days:
    """The weekday on or just before the anchor; the one after it, or that of another week, where the words say so."""
    if anchor is None:
        return Days(None, None, "day", None, "relative")
    wanted = (parts.weekday or 0)
    if parts.unit is not None:
        week = _shift(replace(parts, unit="week"), anchor, future)
        day = week.start + timedelta(days=wanted - 1) if week and week.start else None
        return Days(day, day, "day", day.isoformat() if day else None, "relative", f"counted from {anchor}")
    if parts.toward == "future" or (future and parts.toward is None):
        day = anchor + timedelta(days=(wanted - anchor.isoweekday() - (parts.toward == "future")) % 7 + (parts.toward == "future"))
    else:
        back = (anchor.isoweekday() - wanted - (parts.toward == "past")) % 7 + (parts.toward == "past")
        day = anchor - timedelta(days=back)
    way = "next" if day > anchor else "most recent"
    return Days(day, day, "day", day.isoformat(), "relative", f"the {way} one seen from {anchor}")


def _shift(parts: Parts, anchor: date | None, future: bool) -> Days | None:
    """So many days, weeks, months or years from the anchor: the whole unit it falls in, or the stretch in between."""
    if parts.unit is None:
        return None
    precision: Precision = {"hour": "day", "weekend": "week"}.get(parts.unit, parts.unit)  # type: ignore[assignment]
    if anchor is None or parts.count is None or (parts.count and parts.toward is None):
        return Days(None, None, precision, None, "relative")
    sign = {"past": -1, "future": 1}.get(parts.toward or "now", 0)
    try:
        there = _moved(anchor, parts.unit, sign * (parts.count or 0))
    except (OverflowError, ValueError):
        return None
    note = f"counted from {anchor}"
    if parts.stretch:
        return Days(min(there, anchor), max(there, anchor), precision, None, "relative", note)
    start, end = _unit_around(there, parts.unit)
    if parts.toward is None and start > anchor and not future:  # "over the weekend", told before the next one
        start, end = _unit_around(_moved(there, parts.unit, -1), parts.unit)
    if parts.count == 0 and sign:
        start, end = (start, min(end, anchor)) if sign < 0 else (max(start, anchor), end)
    return Days(start, end, precision, start.isoformat() if start == end else None, "relative", note)


def _moved(day: date, unit: Unit, count: int) -> date:
    if unit in ("month", "year"):
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    if unit == "hour":
        return day + timedelta(days=round(count / 24))
    return day + timedelta(days=count * (1 if unit == "day" else 7))


def _unit_around(day: date, unit: Unit) -> tuple[date, date]:
    """First and last day of the unit a day falls in; weeks run from Monday, a weekend is Saturday and Sunday."""
    monday = day - timedelta(days=day.isoweekday() - 1)
    last = calendar.monthrange(day.year, day.month)[1]
    return {"week": (monday, monday + timedelta(days=6)), "weekend": (monday + timedelta(days=5), monday + timedelta(days=6)),
            "month": (day.replace(day=1), day.replace(day=last)), "year": (date(day.year, 1, 1), date(day.year, 12, 31)),
            }.get(unit, (day, day))
