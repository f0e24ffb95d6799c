"""`kawat code`: pages in, records out."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.cli.printing import complain, draw, progress, say_json
from kawat.cli.reading import page_options, profile
from kawat.errors import KawatError

if TYPE_CHECKING:
    from kawat.nouns.document import Document, Profile
    from kawat.nouns.reading import Reading

FORMS = ("table", "jsonl", "csv", "parquet")
Keep = Callable[["Reading", "Document | None"], None]
Read = tuple["Reading", "Document | None"]


@click.command(short_help="Read pages and print their records.",
               epilog="Example: kawat code pages/ --format jsonl --ledger talks.db > records.jsonl")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--format", "form", type=click.Choice(FORMS), help="table for people (on a terminal), jsonl for programs (in a pipe).")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file to write; for csv and parquet a folder, one file a table.")
@page_options
@click.option("--ledger", metavar="LEDGER", help="Keep the records too: a file (talks.db) or postgresql://…")
@click.option("--private-names", is_flag=True, help="Show the names of private persons in tables.")
@click.option("--json", "as_json", is_flag=True, help="The same as --format jsonl.")
def code(inputs: tuple[str, ...], form: str | None, output: Path | None, date: str | None, lang: str | None, outlet: str | None,
         accurate: bool, ledger: str | None, private_names: bool, as_json: bool) -> None:
    """Read each INPUT and print who did what to whom, what was counted, said and wanted, and on whose word.

    INPUT is a file (.txt, .html, .html.gz, .jsonl), a folder, a glob, or - for standard input.

    Exit status 1 where an input could not be read; the others are coded all the same.
    """
    chosen = _form(form, output, as_json)
    if chosen in ("csv", "parquet") and output is None:
        raise click.UsageError(f"--format {chosen} writes one file a table: name a folder with -o.")
    bad: list[KawatError] = []
    with ExitStack() as stack:
        keep = _keeper(ledger, stack)
        read = _coded(inputs, date, lang, outlet, profile(accurate))
        coded = stack.enter_context(progress(read, "coding", wanted=bool(output) or not sys.stdout.isatty()))
        _write(_good(coded, keep, bad), chosen, output, private_names)
    if bad:
        raise click.exceptions.Exit(1)


def _form(form: str | None, output: Path | None, as_json: bool) -> str:
    """What was asked for; else what the output's ending says; else a table for a person and lines for a program."""
    if form or as_json:
        return form or "jsonl"
    if output is not None:
        return output.suffix.lstrip(".") if output.suffix.lstrip(".") in FORMS else "jsonl"
    return "table" if sys.stdout.isatty() else "jsonl"


def _coded(inputs: tuple[str, ...], date: str | None, lang: str | None, outlet: str | None,
           parser: Profile) -> Iterator[Read | KawatError]:
    from kawat.page import Options, pages
    from kawat.pipeline import readings

    return readings(pages(inputs, stdin=sys.stdin.buffer, options=Options(date, lang, outlet)), parser)


def _good(coded: Iterable[Read | KawatError], keep: Keep, bad: list[KawatError]) -> Iterator[Reading]:
    """The readings, each kept before it is printed; what could not be read is told on stderr and gathered in `bad`."""
    for thing in coded:
        if isinstance(thing, KawatError):
            complain(thing)
            bad.append(thing)
        else:
            keep(*thing)
            yield thing[0]


def _write(found: Iterator[Reading], form: str, output: Path | None, private_names: bool) -> None:
    if form in ("csv", "parquet") and output is not None:
        from kawat.export.files import write_tables

        write_tables(found, output, "csv" if form == "csv" else "parquet", private_names)
    elif form == "table":
        _write_tables_of_text(found, output, private_names)
    else:
        _write_lines(found, output)


def _write_tables_of_text(found: Iterator[Reading], output: Path | None, private_names: bool) -> None:
    from kawat.export.table_text import page_table
    from kawat.nouns.reading import plain_reading

    with ExitStack() as stack:
        file = stack.enter_context(output.open("w", encoding="utf-8")) if output else None
        for reading in found:
            draw(page_table(plain_reading(reading), private_names), file)


def _write_lines(found: Iterator[Reading], output: Path | None) -> None:
    from kawat.nouns.reading import plain_reading

    with ExitStack() as stack:
        file = stack.enter_context(output.open("w", encoding="utf-8")) if output else None
        for reading in found:
            say_json(plain_reading(reading), file)


def _keeper(ledger: str | None, stack: ExitStack) -> Keep:
    """What puts a reading into the ledger, page by page, and at the end says on stderr what that did."""
    if ledger is None:
        return lambda reading, document: None
    from kawat.ledger import Ledger

    opened = stack.enter_context(Ledger.open(ledger))
    outcomes: Counter[str] = Counter()
    stack.callback(lambda: complain(f"{ledger}: {', '.join(f'{count} {outcome}' for outcome, count in outcomes.items()) or 'nothing new'}"))

    def keep(reading: Reading, document: Document | None) -> None:
        outcomes[opened.append(reading, document)] += 1

    return keep
