"""What rich draws, as plain text without colours."""

from __future__ import annotations

from io import StringIO

from rich.console import Console, RenderableType


def drawn(thing: RenderableType, width: int = 120) -> str:
    """The lines a terminal of that width would show, blanks at their ends left out."""
    console = Console(file=StringIO(), width=width, color_system=None, highlight=False, markup=False, emoji=False)
    with console.capture() as caught:
        console.print(thing)
    return "\n".join(line.rstrip() for line in caught.get().split("\n"))
