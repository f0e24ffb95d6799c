"""The commands over a ledger that only look: show and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from kawat.cli.printing import draw, say_json
from kawat.cli.reading import page_options, reading_of
from kawat.errors import NoSuchRecord

if TYPE_CHECKING:
    from rich.table import Table

Row = dict[str, Any]
private_names_option = click.option("--private-names", is_flag=True, help="Show the names of private persons.")


@click.command(short_help="List what a ledger holds, or show an article of it.", epilog="Example: kawat show talks.db a-91e4c8007b42")
@click.argument("ledger", metavar="LEDGER")
@click.argument("article", required=False)
@private_names_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def show(ledger: str, article: str | None, private_names: bool, as_json: bool) -> None:
    """List the articles of a LEDGER, or show what one ARTICLE (its id) says."""
    from kawat.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        if article is not None:
            _show_reading(opened.reading(article), private_names, as_json)
        elif as_json:
            for row in opened.articles():
                say_json(row)
        else:
            draw(_listed(opened.articles()))


def _show_reading(reading: Row, private_names: bool, as_json: bool) -> None:
    if as_json:
        say_json(reading)
        return
    from kawat.export.table_text import page_table

    draw(page_table(reading, private_names))


def _listed(articles: Iterable[Row]) -> Table:
    from rich.table import Table

    from kawat.export.shown import tidy

    table = Table("article", "published", "outlet", "language", "title", box=None, pad_edge=False, header_style="bold")
    for row in articles:
        title = (row.get("title") or {}).get("text") or row["path"]
        table.add_row(row["id"], (row.get("published") or "")[:10], tidy(row.get("outlet") or ""), row.get("language") or "", tidy(title))
    return table


@click.command(short_help="Draw how a record came about.", epilog="Example: kawat why e-78ab5eae2dd6 --ledger talks.db")
@click.argument("record_id", metavar="ID")
@click.option("--ledger", metavar="LEDGER", envvar="KAWAT_LEDGER", help="The ledger to look in (or set KAWAT_LEDGER).")
@click.option("--page", type=click.Path(), help="Read this page anew instead (or take the first record of a .jsonl file).")
@page_options
@private_names_option
@click.option("--json", "as_json", is_flag=True, help="The record as one JSON object.")
def why(record_id: str, ledger: str | None, page: str | None, date: str | None, lang: str | None, outlet: str | None,
        accurate: bool, private_names: bool, as_json: bool) -> None:
    """Draw how the record ID came about: its rule, its trigger, each argument with the path that found it, each later step."""
    if page is not None:
        reading, where = reading_of(page, date, lang, outlet, accurate), page
    elif ledger is not None:
        reading, where = _kept_reading(ledger, record_id), ledger
    else:
        raise click.UsageError("say where to look: --ledger LEDGER or --page PAGE.")
    from kawat.export.tree import derivation, record_of

    found = record_of(reading, record_id)
    if found is None:
        raise NoSuchRecord(f"{where}: has no record {record_id}. kawat code and kawat show list the ids")
    if as_json:
        say_json(found[1])
    else:
        draw(derivation(reading, *found, private_names=private_names))


def _kept_reading(ledger: str, record_id: str) -> Row:
    from kawat.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        return opened.reading(str(opened.record(record_id)["article"]))
