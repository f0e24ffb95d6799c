"""Parts of records in plain words: who, where, when, how many, on whose word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kawat.export.shown import Shown

Row = dict[str, Any]
UNNAMED = {"unnamed": "somebody unnamed", "other": "somebody"}
BOUNDS = {"more_than": "more than", "at_least": "at least", "less_than": "less than", "at_most": "at most", "approx": "about"}


def who(participant: Row | None, words: Shown) -> str:
    """A participant by name, with country and sector; a private one by what the page calls them, the name masked."""
    if participant is None:
        return ""
    name = participant.get("name")
    public = participant.get("kind") != "person" or participant.get("public") is True
    called = str(name) if name and public else words.words(participant["span"])
    codes = " ".join(code for code in (participant.get("country"), participant.get("sector")) if code)
    return f"{called} [{codes}]" if codes else called


def everybody(participants: Iterable[Row], words: Shown) -> str:
    """Several participants, with commas."""
    return ", ".join(who(participant, words) for participant in participants)


def where(place: Row | None, words: Shown) -> str:
    """A place with its country."""
    if place is None:
        return ""
    return ", ".join(str(part) for part in (place.get("name") or words.words(place["span"]), place.get("country")) if part)


def days(when: Row | None, words: Shown) -> str:
    """A time as days; where it does not resolve, as far as it is known, or in its own words."""
    if when is None:
        return ""
    known = dict.fromkeys(str(day) for day in (when.get("start"), when.get("end")) if day)
    return " to ".join(known) or str(when.get("edtf") or "") or words.words(when.get("span"))


def amount(figure: Row) -> str:
    """A count with its bound: "at least 12", "1,000 to 1,500", "dozens"; in brackets what a vague word fixes."""
    low, high, value = figure.get("low"), figure.get("high"), figure.get("value")
    if figure["bound"] == "range" and low is not None:
        return f"{_number(low)} to {_number(high)}"
    if value is None:
        limits = f" ({_number(low)}–{_number(high)})" if low is not None or high is not None else ""
        return " ".join(str(figure["count"]["text"]).split()) + limits
    unit = "" if figure.get("unit", "persons") == "persons" else f" {figure['unit']}"
    return f"{BOUNDS.get(figure['bound'], '')} {_number(value)}{unit}".strip()


def _number(value: float | int | None) -> str:
    return "?" if value is None else f"{value:,}"


def doubts(row: Row) -> str:
    """What a reviewer should look at first."""
    return "doubts: " + ", ".join(doubt.replace("_", " ") for doubt in row["doubts"]) if row.get("doubts") else ""


def chain(attribution: Row, words: Shown) -> str:
    """On whose word, from the outlet inward: "Example Post ← Estmark Wire ← the Norland Times"."""
    return " ← ".join(hop_name(hop, words) for hop in attribution["hops"])


def hop_name(hop: Row, words: Shown) -> str:
    """What a hop is called; what is not named is called by its kind."""
    return words.words(hop.get("span")) or str(hop.get("name") or "") or UNNAMED.get(hop["kind"]) or f"the {hop['kind'].replace('_', ' ')}"
