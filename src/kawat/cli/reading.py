"""One page on the command line: read anew, or taken from what kawat wrote before."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kawat.errors import BadInput, KawatError

if TYPE_CHECKING:
    from kawat.nouns.document import Profile

Command = TypeVar("Command", bound=Callable[..., Any])
Row = dict[str, Any]


def _day(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """A date the user types must be one; what a file says of its pages is only warned about."""
    from datetime import datetime

    try:
        if value:
            datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"'{value}' is no date. Write it as 2024-09-18", context, option) from None
    return value


def page_options(command: Command) -> Command:
    """What the user may say that a page does not, and which parser is to read it."""
    for option in (click.option("--accurate/--fast", default=True, help="Which parser: --fast is four times as quick and errs more."),
                   click.option("--outlet", metavar="NAME", help="The outlet, where the page does not say it."),
                   click.option("--lang", metavar="CODE", help="The language (ISO 639-1), where detection should not decide."),
                   click.option("--date", metavar="YYYY-MM-DD", callback=_day,
                                help="The publication date, where the page does not say it.")):
        command = option(command)
    return command


def reading_of(path: str, date: str | None, lang: str | None, outlet: str | None, accurate: bool) -> Row:
    """The reading of one page in the form of the contract; of a .jsonl file that kawat wrote, its first."""
    written = _written(path)
    if written is not None:
        return written
    from kawat.nouns.reading import plain_reading
    from kawat.page import Options, pages
    from kawat.pipeline import read

    page = next(iter(pages([path], stdin=sys.stdin.buffer, options=Options(date, lang, outlet))), None)
    if page is None:
        raise BadInput(f"{path}: holds no page. Give a .txt or .html file")
    if isinstance(page, KawatError):
        raise page
    return plain_reading(read(page, profile(accurate)))


def profile(accurate: bool) -> Profile:
    """The name of the parser asked for."""
    return "accurate" if accurate else "fast"


def kept_reading(ledger: str, article: str) -> Row:
    """An article of a ledger with its records in force."""
    from kawat.ledger import Ledger

    with Ledger.open(ledger, create=False) as opened:
        return opened.reading(article)


def _written(path: str) -> Row | None:
    if not path.endswith(".jsonl") or not Path(path).is_file():
        return None
    with Path(path).open(encoding="utf-8") as file:
        first = file.readline()
    try:
        row: Row = json.loads(first)
    except json.JSONDecodeError:
        return None
    return row if isinstance(row, dict) and "schema" in row and "article" in row else None
