"""`kawat codebook`: the rules of a language as a book."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Print the rules of a language as a book to read.", epilog="Example: kawat codebook id -o codebook.md")
@click.argument("code")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="A file to write, instead of stdout.")
def codebook(code: str, output: Path | None) -> None:
    """Print what the language CODE codes, as Markdown: each event type and kind of position, its modes and rules, the words of each rule,
    who stands where, its examples, what only looks like it, and what is known to fail.

    The books of all languages lie in docs/codebook, written by `make docs`.
    """
    from kawat.export.codebook import codebook as book_of

    book = book_of(code)
    if output is None:
        click.echo(book, nl=False)
    else:
        output.write_text(book, encoding="utf-8")
