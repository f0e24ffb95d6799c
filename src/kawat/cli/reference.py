"""docs/cli.md, written from the commands themselves: `python -m kawat.cli.reference [--check] docs/cli.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from kawat.cli import main

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


def run(arguments: list[str]) -> int:
    """Write the reference, or with --check say whether the file still holds it."""
    path = Path(arguments[-1])
    if "--check" not in arguments:
        path.write_text(reference(), encoding="utf-8")
        return 0
    if path.read_text(encoding="utf-8") == reference():
        return 0
    print(f"{path}: no longer says what the commands say. Run: make docs", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
