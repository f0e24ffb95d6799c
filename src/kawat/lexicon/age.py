"""When the lists of names were last looked over: offices change hands, and a list that nobody checks goes quietly wrong."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from kawat.lexicon.table import DATA, shown

CHECKED = re.compile(r"checked:\s*(\d{4}-\d\d-\d\d)")
HEADER_LINES = 5


@dataclass(frozen=True)
class ListAge:
    """One list of `world/` by name, with the day its header says it was checked; None where it says none."""

    name: str
    checked: date | None


def list_ages() -> tuple[ListAge, ...]:
    """The lists of `world/` whose header says when they were checked, and those of people, which must say."""
    ages = (ListAge(shown(path), _checked(_header(path)))
            for path in sorted((DATA / "world").glob("*.tsv")))
    return tuple(age for age in ages if age.checked or age.name.endswith("actors.tsv"))


def _checked(lines: list[str]) -> date | None:
    found = next((match for line in lines if line.startswith("#") and (match := CHECKED.search(line))), None)
    return date.fromisoformat(found[1]) if found else None


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as file:
        return list(islice(file, HEADER_LINES))
