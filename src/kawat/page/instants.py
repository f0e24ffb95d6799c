"""Instants and days as pages write them in markup, as ISO 8601."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\s{0,9}(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_FORM = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]+(\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)"
                   r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})", re.IGNORECASE)
EARLIEST = 1990


def instant(written: object) -> str | None:
    """An instant with its offset as the page gives it, to the second, else the day, else None; a time without an offset is a day."""
    if not isinstance(written, str) or len(written) > 100:
        return None
    text = written.strip()
    exact = _FORM.match(text)
    found = _read(f"{exact[1]}T{exact[2].replace(',', '.')}{_offset(exact[3])}") if exact else _mail(text)
    if found is not None and found.tzinfo is not None:
        return found.isoformat(timespec="seconds") if found.year >= EARLIEST else None
    return day(text)


def day(written: str) -> str | None:
    """The day that a string begins with, year first, as `YYYY-MM-DD`, or None where the calendar has none such."""
    numbers = _DAY.match(written) or re.match(r"(\d{4})(\d{2})(\d{2})(?:T|$)", written.strip())
    if not numbers:
        return None
    found = _read(f"{int(numbers[1]):04}-{int(numbers[2]):02}-{int(numbers[3]):02}")
    return found.date().isoformat() if found is not None and found.year >= EARLIEST else None


def _read(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _offset(written: str) -> str:
    return "+00:00" if written.upper() in ("Z", "UTC", "GMT") else written


def _mail(text: str) -> datetime | None:
    """The instant of `Wed, 18 Sep 2024 14:05:00 +0700`."""
    try:
        return parsedate_to_datetime(text) if text[:1].isalpha() and any(c.isdigit() for c in text) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
