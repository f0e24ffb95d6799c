"""The commands that change a ledger or check it."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Literal

import click

from kawat.cli.printing import complain, progress


@click.command(short_help="Remove a text and its names for good.",
               epilog="Example: kawat forget talks.db a-91e4c8007b42 --reason 'asked to'")
@click.argument("ledger", metavar="LEDGER")
@click.argument("what", metavar="ARTICLE|TEXT")
@click.option("--reason", required=True, help="Why; it stays on the tombstone, so name nobody in it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(ledger: str, what: str, reason: str, yes: bool) -> None:
    """Remove an ARTICLE (its id), or every article that holds a TEXT: text, spans, names and revisions, for good.

    A tombstone stays, which `kawat verify` accepts and which keeps the page from coming back.
    """
    from kawat.ledger import Ledger

    if not yes:
        click.confirm(f"Remove what {ledger} holds of {what!r} for good?", abort=True, err=True)
    with Ledger.open(ledger, create=False) as opened:
        for article in opened.forget(what, reason, getpass.getuser()):
            complain(f"{ledger}: forgot {article}")


@click.command(short_help="Write flat tables: CSV, Parquet, JSON Lines.", epilog="Example: kawat export talks.db --as csv -o tables/")
@click.argument("ledger", metavar="LEDGER")
@click.option("--as", "form", type=click.Choice(["csv", "parquet", "jsonl"]), default="csv", show_default=True, help="What to write.")
@click.option("-o", "--output", type=click.Path(file_okay=False, path_type=Path), required=True, help="The folder to write into.")
@click.option("--with-text", is_flag=True, help="Put the full text of articles in; mind whose they are.")
@click.option("--private-names", is_flag=True, help="Show the names of private persons.")
def export(ledger: str, form: Literal["csv", "parquet", "jsonl"], output: Path, with_text: bool, private_names: bool) -> None:
    """Write a LEDGER as flat tables, one fact a row, joined by ids, with a datapackage.json that describes them."""
    from kawat.export.files import write_tables
    from kawat.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened, progress(opened.readings(), "exporting") as readings:
        counts = write_tables(readings, output, form, private_names, with_text)
    for table, count in counts.items():
        complain(f"{output}/{table}.{form}: {count} rows")
