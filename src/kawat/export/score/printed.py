"""The tables of figures as a person reads them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

Row = dict[str, Any]
HEAD = "     P     R    F1"
UNBOUNDED = ("false_alarms_per_100", "median_km")


def number(value: float | None) -> str:
    """A figure in five places; a dash where it was not measured."""
    return "    –" if value is None else f"{value:5.3f}"


def tables(report: Row) -> Iterator[str]:
    """The lines of a report: figures with precision and recall, shares, types, errors."""
    yield f"{report['items']} items, {report['without_output']} without output\n"
    yield from _figures(report)
    yield ""
    yield from _shares(report)
    yield from _types(report["types"])
    for fault in report["errors"]:
        yield f"\n{fault['what']} {fault['record']} {fault['label']} ({fault['item']})\n    {fault['text']}"


def _interval(report: Row, name: str) -> str:
    ends = report["intervals"].get(name)
    return f"{ends[0]:.3f}-{ends[1]:.3f}" if ends else ""


def _figures(report: Row) -> Iterator[str]:
    figures, counts = report["figures"], report["counts"]
    yield f"{'':22}{HEAD}  95 % interval  right  pred  gold"
    for name in (n for n in counts if f"{n}_f1" in figures):
        p, r, f1 = (number(figures[f"{name}_{part}"]) for part in ("p", "r", "f1"))
        _, predicted, found, gold = counts[name]
        yield f"{name:22} {p} {r} {f1}  {_interval(report, name):13} {found:6} {predicted:5} {gold:5}"


def _shares(report: Row) -> Iterator[str]:
    figures, counts = report["figures"], report["counts"]
    for name in (n for n in counts if n in figures):
        yield f"{name:22} {number(figures[name])}  {_interval(report, name):13} {counts[name][0]:6} of {counts[name][1]}"
    yield from (f"{name:22} {figures[name]:.1f}" for name in UNBOUNDED if figures.get(name) is not None)


def _types(types: Row) -> Iterator[str]:
    if types:
        yield f"\n{'type':22}{HEAD}  right  pred  gold"
    for name, (right, predicted, gold, p, r, f1) in types.items():
        yield f"{name:22} {number(p)} {number(r)} {number(f1)} {right:6} {predicted:5} {gold:5}"
