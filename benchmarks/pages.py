"""How well pages of HTML are read: body, publication day, title and authors against a gold file.

    python benchmarks/pages.py FOLDER

FOLDER holds `expectations.json`: a list of objects with `file` (a page below the folder), `title`, `authors`, `publishing_date`,
`summary` and `sections` (each with `headline` and `paragraphs`).
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from kawat.errors import BadInput
from kawat.nouns.article import Article
from kawat.nouns.text import view_of
from kawat.page import article, pages
from kawat.page.authors import persons

Gold = dict[str, Any]
Score = dict[str, float]


def main(folder: str) -> None:
    """Prints a Markdown table over the pages of a folder, and below it the pages whose body is read worst."""
    golds: list[Gold] = json.loads((Path(folder) / "expectations.json").read_text(encoding="utf-8"))
    began = time.perf_counter()
    scores = {gold["file"]: scored(read(str(Path(folder) / gold["file"])), gold) for gold in golds}
    for line in table(list(scores.values()), time.perf_counter() - began):
        print(line)
    worst = sorted(scores, key=lambda file: scores[file]["f1"])[:8]
    print("\nWorst bodies: " + ", ".join(f"{Path(file).name} {scores[file]['f1']:.2f}" for file in worst))


def read(path: str) -> Article | None:
    """The article of a file, or None where it cannot be read."""
    found = next(iter(pages([path])))
    try:
        return None if isinstance(found, BadInput) else article(found)
    except BadInput:
        return None


def tokens(text: str) -> Counter[str]:
    """The words of a text in lower case; of scripts without blanks, whole runs."""
    return Counter(re.findall(r"\w+", text.lower()))


def scored(read: Article | None, gold: Gold) -> Score:
    """What one page scores: token counts for the body, 0 or 1 for each field."""
    if read is None:
        return dict.fromkeys(("f1", "shared", "found", "gold", "day", "instant", "title", "title_view", "authors", "persons"), 0.0)
    body = tokens("\n".join(span.text for span in read.body))
    wanted = tokens("\n".join([*gold["summary"], *(p for part in gold["sections"] for p in (*part["headline"], *part["paragraphs"]))]))
    shared, both = (body & wanted).total(), body.total() + wanted.total()
    title = read.title.text if read.title else ""
    return {"f1": 2 * shared / both if both else 0.0, "shared": shared, "found": body.total(), "gold": wanted.total(),
            "day": day_right(read.published, gold["publishing_date"]), "instant": instant_right(read.published, gold["publishing_date"]),
            "title": title == gold["title"], "title_view": flat(title) == flat(gold["title"] or ""),
            "authors": list(read.authors) == (gold["authors"] or []),
            "persons": read.authors == persons(gold["authors"] or [])}


def flat(text: str) -> str:
    """A text with quotes and dashes plain and blanks single, for comparisons that typography must not decide."""
    return " ".join(view_of(text).split())


def day_right(found: str | None, gold: str) -> bool:
    """True where the day is right in the offset of either."""
    if not found:
        return False
    said, wanted = datetime.fromisoformat(found), datetime.fromisoformat(gold)
    same_zone = bool(said.tzinfo and wanted.tzinfo) and said.astimezone(wanted.tzinfo).date() == wanted.date()
    return said.date() == wanted.date() or same_zone


def instant_right(found: str | None, gold: str) -> bool:
    """True where the minute is right, or the day where the gold knows no offset."""
    if not found:
        return False
    said, wanted = datetime.fromisoformat(found), datetime.fromisoformat(gold)
    if said.tzinfo is None or wanted.tzinfo is None:
        return wanted.tzinfo is None and said.date() == wanted.date()
    return abs((said - wanted).total_seconds()) < 60


def table(scores: list[Score], seconds: float) -> list[str]:
    """The Markdown table."""
    def mean(key: str) -> float:
        return sum(score[key] for score in scores) / len(scores)

    shared, found, gold = (sum(score[key] for score in scores) for key in ("shared", "found", "gold"))
    rows = [("body F1, mean over pages", f"{mean('f1'):.3f}"), ("body F1, all tokens together", f"{2 * shared / (found + gold):.3f}"),
            ("body precision / recall, all tokens", f"{shared / found:.3f} / {shared / gold:.3f}")]
    rows += [(name, f"{sum(score[key] for score in scores):.0f} ({mean(key):.1%})")
             for key, name in (("day", "publication day right"), ("instant", "publication instant right"), ("title", "title exact"),
                               ("title_view", "title exact but for quotes, dashes and blanks"), ("authors", "authors as listed"),
                               ("persons", "authors as listed, desks and agencies that we know aside"))]
    rows.append(("milliseconds a page", f"{1000 * seconds / len(scores):.0f}"))
    return [f"| {len(scores)} pages | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python benchmarks/pages.py FOLDER")
    main(sys.argv[1])
