"""The best-known agencies, until the lexicon has its list of outlets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

NAMES = {"AFP": ("afp", "agence france-presse"), "Reuters": ("reuters",), "Associated Press": ("ap", "associated press"),
         "Antara": ("antara", "ant"), "Anadolu Agency": ("anadolu", "anadolu agency"),
         "Xinhua": ("xinhua",), "TASS": ("tass",), "WAFA": ("wafa",), "NNA": ("nna",)}


@dataclass(frozen=True, slots=True)
class Wire:
    """An agency by its right name."""

    name: str
    kind: Literal["agency"] = "agency"


class Wires:
    """The agencies by the names they are called."""

    def find(self, name: str) -> Wire | None:
        """The agency of that name, None where it is none of these."""
        return next((Wire(right) for right, called in NAMES.items() if name.strip().lower() in called), None)


@cache
def outlets() -> Wires:
    """The agencies."""
    return Wires()
