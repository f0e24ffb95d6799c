"""How right the records are: the tables of docs/accuracy.md.

    python benchmarks/accuracy.py passages NAME=GOLD.jsonl …     annotated passages, one column a set
    python benchmarks/accuracy.py page GOLD.json                 one page read in full
    python benchmarks/accuracy.py gsr|dyads|geo NAME=GOLD.jsonl …

Each set is coded by `kawat code` in a process of its own and scored as `kawat score` does; NAME is what the table calls it. With
`--fast` the fast parser reads.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from kawat.export.score.gold import items, read_gold, read_json_lines
from kawat.export.score.measure import SCORERS, evaluate

KAWAT = str(Path(sys.executable).with_name("kawat"))
Report = dict[str, Any]


def report(kind: str, path: str, fast: bool = False) -> Report:
    """What the scorer says of a gold file after coding its items."""
    gold = read_gold(path)
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder) / "items.jsonl", Path(folder) / "output.jsonl"
        source.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items(path)), encoding="utf-8")
        parser = "--fast" if fast else "--accurate"
        subprocess.run([KAWAT, "code", str(source), parser, "--format", "jsonl", "-o", str(output)], check=True)
        return evaluate(SCORERS[kind], gold, read_json_lines(str(output)), 0)


def cell(found: Report, name: str) -> str:
    """One figure: F1 with precision, recall and interval, or a share with its count."""
    figures, counts = found["figures"], found["counts"].get(name)
    low_high = found["intervals"].get(name)
    spread = f" [{low_high[0]:.2f}–{low_high[1]:.2f}]" if low_high else ""
    if f"{name}_f1" in figures and figures[f"{name}_f1"] is not None:
        return f"**{figures[f'{name}_f1']:.3f}** ({_two(figures[f'{name}_p'])} / {_two(figures[f'{name}_r'])}){spread} n={counts[3]}"
    value = figures.get(name)
    if value is None:
        return "–"
    return f"**{value:.3f}**{spread} n={counts[1]}" if counts else f"**{value:.1f}**"


def _two(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def table(sets: dict[str, Report], names: list[str]) -> None:
    """A Markdown table with one column a set."""
    print("| figure | " + " | ".join(f"{name} ({found['items']})" for name, found in sets.items()) + " |")
    print("|---|" + "---|" * len(sets))
    for name in names:
        print(f"| {name} | " + " | ".join(cell(found, name) for found in sets.values()) + " |")


def types(sets: dict[str, Report]) -> None:
    """Events by type: right, predicted, in gold."""
    codes = sorted({code for found in sets.values() for code in found["types"]})
    print("\n| type: right / coded / gold | " + " | ".join(sets) + " |")
    print("|---|" + "---|" * len(sets))
    for code in codes:
        rows = (found["types"].get(code) for found in sets.values())
        print(f"| {code} | " + " | ".join(f"{row[0]} / {row[1]} / {row[2]}" if row else "–" for row in rows) + " |")


def main(kind: str, arguments: list[str]) -> None:
    """Codes, scores and prints."""
    fast, paths = "--fast" in arguments, [argument for argument in arguments if argument != "--fast"]
    named = [argument.split("=", 1) if "=" in argument else ["gold", argument] for argument in paths]
    sets = {name: report(kind, path, fast) for name, path in named}
    figures = [name for found in sets.values() for name in (*found["counts"], *found["figures"]) if name in found["counts"]]
    measured = {name for found in sets.values() for name, value in found["figures"].items() if value is not None}
    rates = [name for name in ("false_alarms_per_100", "median_km") if name in measured]
    table(sets, [name for name in dict.fromkeys(figures) if name != "false_alarms"] + rates)
    if any(found["types"] for found in sets.values()):
        types(sets)
    broken = sum(len(found["broken"]) for found in sets.values())
    print(f"\nBroken records: {broken}.")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
