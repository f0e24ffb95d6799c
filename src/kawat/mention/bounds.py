"""What a number and its bound word say: low, best and high."""

from __future__ import annotations

from kawat.nouns.mention import Bound, Quantity
from kawat.nouns.text import Span

Number = int | float


def quantity(span: Span, value: Number, bound: Bound, in_figures: bool) -> Quantity:
    """A counted number: `value` as written whatever the bound; `low`, `best`, `high` only as far as the bound fixes them."""
    low, best, high = _limits(value, bound)
    return Quantity(span, value, low, best, high, bound, rounding(value) if in_figures else None)


def _limits(value: Number, bound: Bound) -> tuple[Number | None, Number | None, Number | None]:
    limits: dict[str, tuple[Number | None, Number | None, Number | None]] = {
        "exact": (value, value, value), "more_than": (value + 1, None, None), "at_least": (value, None, None),
        "less_than": (None, None, value - 1), "at_most": (None, None, value), "approx": (None, value, None)}
    return limits[bound]


def span_between(span: Span, low: Number, high: Number) -> Quantity:
    """A range: two numbers, so no single value and no best one."""
    return Quantity(span, None, low, None, high, "range")


def vague(span: Span, low: int | None, high: int | None, scale: int) -> Quantity:
    """A count without a number; a scale word behind it stretches what the word fixes ("belasan ribu": 11,000 to 19,999)."""
    return Quantity(span, None, low * scale if low else None, None, (high + 1) * scale - 1 if high else None, "vague")


def rounding(value: Number) -> int | None:
    """How round a number is: 100, 1,000 and so on, whichever is the largest to divide it; None below 100."""
    power = None
    step = 100
    while value and value % step == 0:
        power, step = step, step * 10
    return power
