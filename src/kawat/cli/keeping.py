"""The commands over a ledger: show, why, verify, recode, forget, export."""

from __future__ import annotations

from typing import Any

import click

from kawat.cli.printing import draw, say_json
from kawat.cli.reading import page_options, reading_of
from kawat.errors import NoSuchRecord

Row = dict[str, Any]
ledger_option = click.option("--ledger", metavar="LEDGER", envvar="KAWAT_LEDGER", help="The ledger to look in (or set KAWAT_LEDGER).")


@click.command(short_help="Draw how a record came about.", epilog="Example: kawat why e-78ab5eae2dd6 --ledger talks.db")
@click.argument("record_id", metavar="ID")
@ledger_option
@click.option("--page", type=click.Path(), help="Read this page anew instead (or the first record of a .jsonl file).")
@page_options
@click.option("--private-names", is_flag=True, help="Show the names of private persons.")
@click.option("--json", "as_json", is_flag=True, help="The record as one JSON object.")
def why(record_id: str, ledger: str | None, page: str | None, date: str | None, lang: str | None, outlet: str | None,
        private_names: bool, as_json: bool) -> None:
    """Draw how the record ID came about: its rule, its trigger, each argument with the path that found it, each later step."""
    from kawat.export.tree import derivation, record_of

    if page is None:
        raise click.UsageError("say where to look: --ledger LEDGER or --page PAGE.")
    reading = reading_of(page, date, lang, outlet)
    found = record_of(reading, record_id)
    if found is None:
        raise NoSuchRecord(f"{page}: has no record {record_id}. kawat code {page} lists its records")
    if as_json:
        say_json(found[1])
    else:
        draw(derivation(reading, *found, private_names=private_names))
