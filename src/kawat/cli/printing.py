"""Where things are printed: results on stdout, everything else on stderr."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from rich.console import RenderableType

Thing = TypeVar("Thing")
PIPE_WIDTH = 120


def say_json(thing: Any, file: IO[str] | None = None) -> None:
    """One JSON object on one line of stdout, or of a file."""
    click.echo(json.dumps(thing, ensure_ascii=False), file=file)


def draw(thing: RenderableType, file: IO[str] | None = None) -> None:
    """Something drawn: with colours and in its width on a terminal; in a pipe or a file plain, 120 columns wide."""
    from rich.console import Console

    if file is None and sys.stdout.isatty():
        Console(highlight=False, markup=False, emoji=False).print(thing)
        return
    console = Console(file=io.StringIO(), highlight=False, markup=False, emoji=False, width=PIPE_WIDTH, color_system=None)
    with console.capture() as drawn:
        console.print(thing)
    click.echo("\n".join(line.rstrip() for line in drawn.get().split("\n")), nl=False, file=file)


def complain(message: object) -> None:
    """One line on stderr."""
    click.echo(f"kawat: {' '.join(str(message).split())}", err=True)


@contextmanager
def progress(things: Iterable[Thing], doing: str, wanted: bool = True) -> Iterator[Iterable[Thing]]:
    """The things one after another, with a bar on stderr where that is a terminal and nothing else is printed there."""
    if not (wanted and sys.stderr.isatty()):
        yield things
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        yield bar.track(things, description=doing)
