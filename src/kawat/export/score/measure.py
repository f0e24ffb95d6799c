"""Every figure of an output against gold, with its interval."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from statistics import median
from typing import Any

from kawat.errors import BadGold
from kawat.export.score.faults import complete, problems
from kawat.export.score.mistakes import worst
from kawat.export.score.pages import score_page
from kawat.export.score.passages import score_passage
from kawat.export.score.sentences import score_dyads, score_gsr
from kawat.export.score.tally import Result, Share, Tally, join
from kawat.export.score.toponyms import score_geo

Row = dict[str, Any]
MAIN = ["event", "trigger", "triple", "realis_other", "figure", "bound_other_acc", "statement_exact", "statement_overlap", "attribution",
        "type_any", "who_whom", "dyad", "pair", "toponym", "acc161", "acc161_resolved"]
RESAMPLES, SEED = 1000, 20240919
Scorer = Callable[[Row, Row], Result]
SCORERS: dict[str, Scorer] = {"passages": score_passage, "page": score_page, "gsr": score_gsr, "dyads": score_dyads, "geo": score_geo}


def intervals(results: list[Result], names: list[str], resamples: int = RESAMPLES) -> dict[str, tuple[float, float]]:
    """95 % bootstrap intervals of F1, items drawn with replacement, same draws for every figure, seeded."""
    dice, n, scores = random.Random(SEED), len(results), defaultdict(list)
    columns = {name: [r.tallies.get(name, Tally()) for r in results] for name in names}
    tables = {name: [(t.right, t.predicted, t.found, t.gold) for t in column] for name, column in columns.items()}
    for _ in range(resamples if n > 1 else 0):
        draw = [dice.randrange(n) for _ in range(n)]
        for name, table in tables.items():
            value = Tally(*map(sum, zip(*(table[i] for i in draw), strict=True))).f1
            if value is not None:
                scores[name].append(value)
    return {name: (sorted(v)[int(0.025 * len(v))], sorted(v)[int(0.975 * len(v))]) for name, v in scores.items()}


def flatten(total: Result) -> dict[str, float | None]:
    """The names --min and --json use: NAME_p, NAME_r, NAME_f1; a share, a rate or a median under its own name."""
    figures: dict[str, float | None] = {}
    for name, tally in total.tallies.items():
        if name == "false_alarms":
            figures["false_alarms_per_100"] = 100 * tally.right / tally.predicted
        elif isinstance(tally, Share):
            figures[name] = tally.p
        else:
            figures |= {f"{name}_p": tally.p, f"{name}_r": tally.r, f"{name}_f1": tally.f1 if tally.predicted or not tally.found else None}
    return figures | {name: median(values) if values else None for name, values in total.numbers.items()}


def evaluate(scorer: Callable[..., Any], gold: list[Row], output: list[Row], n_errors: int) -> Row:
    """Everything the scorer says of an output: figures, counts, intervals, types, errors, and what is broken."""
    records = {str(record["article"]["id"]): record for record in output}
    if len(gold) == len(output) == 1:  # one page: its id is whatever the program made of the file name
        records = {str(gold[0]["id"]): output[0]}
    pairs = [(item, complete(records.get(str(item["id"])), item)) for item in gold]
    broken = [problem for item, record in pairs for problem in problems(record, item["text"])]
    results = [scorer(item, record) for item, record in pairs]
    total = join(results)
    return {"items": len(gold), "without_output": sum(str(item["id"]) not in records for item in gold), "broken": broken,
            "figures": flatten(total), "intervals": intervals(results, [name for name in MAIN if name in total.tallies]),
            "counts": {name: [t.right, t.predicted, t.found, t.gold] for name, t in total.tallies.items()},
            "types": {name: [t.right, t.predicted, t.gold, t.p, t.r, t.f1] for name, t in sorted(total.types.items())},
            "errors": worst(results, n_errors)}


def shortfalls(wishes: list[str], figures: Row) -> Iterator[str]:
    """One line for each --min that is not reached; a figure that was not measured is not reached."""
    for wish in wishes:
        parts = re.fullmatch(r"\s*(\w+)\s*(>=|<=)\s*([\d.]+)\s*", wish)
        if not parts or parts[1] not in figures:
            known = ", ".join(sorted(figures))
            raise BadGold(f"--min {wish!r}: write NAME>=VALUE or NAME<=VALUE with one of: {known}")
        value, bar = figures[parts[1]], float(parts[3])
        if value is None or (value < bar if parts[2] == ">=" else value > bar):
            yield f"short: {parts[1]} is {'not measured' if value is None else f'{value:.4f}'}, wanted {parts[2]} {bar:g}"
