"""The generated documents: docs/cli.md from the commands, docs/codebook from the rules: `python -m kawat.cli.reference [--check] docs`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kawat.cli import main
from kawat.export.codebook import codebook
from kawat.lexicon.language import languages

HEADING = "# Commands\n\nWritten by `make docs` from the commands' own help; do not edit.\n"
WIDTH = 110


def reference() -> str:
    """The help of every command, in the order in which a reader meets them."""
    return "\n".join([HEADING, *_pages(main, "kawat", None)])


def _pages(command: click.Command, name: str, parent: click.Context | None) -> Iterator[str]:
    context = command.make_context(name, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH, max_content_width=WIDTH)
    yield f"## {context.command_path}\n\n```text\n{command.get_help(context)}\n```\n"
    if isinstance(command, click.Group):
        for below in command.list_commands(context):
            yield from _pages(command.commands[below], below, context)


def generated() -> Iterator[tuple[str, str]]:
    """Each generated document: its place below the documentation's folder, and what it must say."""
    yield "cli.md", reference()
    yield from ((f"codebook/{code}.md", codebook(code)) for code in languages())


def run(arguments: list[str]) -> int:
    """Write the generated documents into the folder named last, or with --check say which of its files are left behind."""
    folder, stale = Path(arguments[-1]), 0
    for name, text in generated():
        path = folder / name
        if "--check" not in arguments:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            print(f"{path}: no longer says what it is written from. Run: make docs", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
