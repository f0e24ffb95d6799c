"""Bringing the rows of earlier fingerprints up to date, as revisions."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kawat.errors import KawatError
from kawat.ledger import Change, Ledger, Stored
from kawat.nouns.reading import Reading
from kawat.pipeline.verify import Code, Fault, derived

KINDS = ("type", "kind")  # what a record is counted under, beside its table


@dataclass(frozen=True, slots=True)
class Recoding:
    """What was looked at and what changed.

    `counts` goes by table and type ("events CONSULT"), and holds how many records were added, changed and withdrawn.
    """

    articles: int
    changed: int
    counts: dict[str, dict[str, int]]
    faults: tuple[Fault, ...]


def recode(ledger: Ledger, code: Code, dry_run: bool = False, who: str = "kawat", why: str | None = None) -> Recoding:
    """Code every stored parse anew and write what changed, an article a transaction; with `dry_run` only count.

    A run that is cut short is finished by the next: what is up to date is left alone, and so is what a person corrected.
    """
    articles = changed = 0
    counts: Counter[tuple[str, str]] = Counter()
    faults: list[Fault] = []
    for held in ledger.stored():
        articles += 1
        try:
            reading = derived(held, ledger, code)
        except KawatError as fault:
            faults.append(Fault(held.page["id"], str(fault)))
            continue
        found = _changed(ledger, held, reading, dry_run, who, why)
        changed += bool(found)
        counts.update((_under(change), change.what) for change in found)
    return Recoding(articles, changed, _table(counts.items()), tuple(faults))


def _changed(ledger: Ledger, held: Stored, reading: Reading, dry_run: bool, who: str, why: str | None) -> tuple[Change, ...]:
    name = held.page["id"]
    if dry_run:
        return ledger.changes(name, reading)
    return ledger.revise(name, reading, who, why or f"recoded from {held.fingerprint} to {reading.fingerprint}")


def _under(change: Change) -> str:
    """The table and type of a record, as it is after the change, or was before it went."""
    payload = change.after.payload or (change.before.row.payload if change.before else None)
    record = json.loads(payload or "{}")
    return " ".join([change.after.name, *(record[kind] for kind in KINDS if kind in record)])


def _table(counts: Iterable[tuple[tuple[str, str], int]]) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    for (under, what), count in sorted(counts):
        table.setdefault(under, {})[what] = count
    return table
