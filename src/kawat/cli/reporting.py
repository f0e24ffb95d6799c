"""`kawat report`: one page as a document to read in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from kawat.cli.printing import complain
from kawat.cli.reading import kept_reading, page_options, reading_of


@click.command(short_help="Show a page with its evidence, as one HTML file.",
               epilog="Example: kawat report page.txt --date 2024-09-18 -o page.html")
@click.argument("page")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Where to write; else stdout.")
@click.option("--ledger", metavar="LEDGER", help="Take PAGE, an article's id, from this ledger.")
@page_options
@click.option("--private-names", is_flag=True, help="Show the names of private persons.")
def report(page: str, output: Path | None, ledger: str | None, date: str | None, lang: str | None, outlet: str | None,
           accurate: bool, private_names: bool) -> None:
    """Show a PAGE with its evidence marked and its records beside it, as one HTML file that needs nothing else.

    PAGE is a page (.txt, .html), a .jsonl file that kawat wrote (its first record), or with --ledger an article's id.
    """
    from kawat.export.report import report_html

    reading = kept_reading(ledger, page) if ledger else reading_of(page, date, lang, outlet, accurate)
    html = report_html(reading, private_names)
    if output is None:
        click.echo(html)
    else:
        output.write_text(html, encoding="utf-8")
        complain(f"wrote {output}")
