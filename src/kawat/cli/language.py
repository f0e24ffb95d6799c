"""`kawat language`: for people who write rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kawat.cli.printing import complain, draw, say_json
from kawat.errors import KawatError

if TYPE_CHECKING:
    from kawat.nouns.reading import Reading
    from kawat.pipeline.accuracy import Accuracy
    from kawat.pipeline.drift import Drift
    from kawat.pipeline.firing import Firing


@click.group(short_help="Check and score a language's rules, freeze their parses, begin a language.",
             epilog="Example: kawat language check en")
def language() -> None:
    """For people who write rules: whether every example is coded as it says, how right each type is, parses frozen for tests without a
    model, and the empty folder of a new language.

    \b
    Examples:
      kawat language check id                   code every example with today's parser
      kawat language check id --pages pages/    also say which rules fired over pages
      kawat language score id                   right and wanted, by type
      kawat language freeze id                  parse the examples anew and keep the parses
      kawat language new ms --like id           an empty folder for a language
    """


@language.command(short_help="Code every example of the rules.", epilog="Example: kawat language check en --drift --pages pages/")
@click.argument("code")
@click.option("--pages", "inputs", multiple=True, metavar="PATH", help="Also say which rules fired over these pages: file, folder or glob "
              "(repeatable).")
@click.option("--drift", "with_drift", is_flag=True, help="Also say which examples are coded otherwise than their frozen parses are.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def check(code: str, inputs: tuple[str, ...], with_drift: bool, as_json: bool) -> None:
    """Code every example and look-alike of a language's rules with today's parser, and say which are not coded as they ask.

    Schema errors of rule files are said first, with file, rule and remedy. Over pages, a rule fires where a record carries its name;
    pages in another language are left out.

    Exit status 1 where an example fails or drifts, or a page cannot be read; a rule that never fires over pages is no failure.
    """
    from kawat.pipeline.drift import drift
    from kawat.pipeline.examples import checked

    found = checked(code)
    bad: list[KawatError] = []
    fired = _firing(code, inputs, bad) if inputs else None
    drifts = drift(code) if with_drift else ()
    if as_json:
        say_json({"language": code, **asdict(found), "pages": asdict(fired) if fired else None,
                  "drift": [asdict(one) for one in drifts] if with_drift else None})
    else:
        lines = [*(_fired_lines(fired) if fired else ()), *(line for one in drifts for line in _drift_lines(one)), *found.failures]
        click.echo("\n".join([*lines, f"{code}: {found.rules} rules, {found.triggers} triggers, {found.examples} examples, "
                              f"{len(found.failures)} not coded as they ask{f', {len(drifts)} drifted' if with_drift else ''}"]))
    if found.failures or drifts or bad:
        raise click.exceptions.Exit(1)


def _firing(code: str, inputs: tuple[str, ...], bad: list[KawatError]) -> Firing:
    from kawat.page import pages
    from kawat.pipeline import readings
    from kawat.pipeline.firing import firing

    def good() -> Iterator[Reading]:
        for thing in readings(pages(inputs, stdin=sys.stdin.buffer)):
            if isinstance(thing, KawatError):
                complain(thing)
                bad.append(thing)
            else:
                yield thing[0]

    return firing(code, good())


def _fired_lines(found: Firing) -> Iterator[str]:
    yield from (f"{count:6d}  {rule}" for rule, count in found.fired.items())
    yield from (f" never  {rule}" for rule in found.never)
    left = f", {found.left_out} in another language left out" if found.left_out else ""
    yield f"{len(found.fired)} rules fired over {found.pages} pages, {len(found.never)} never did{left}"


def _drift_lines(one: Drift) -> Iterator[str]:
    if one.frozen is None:
        yield f"never frozen: {one.text}"
        return
    yield f"drifted: {one.text}"
    yield from (f"  frozen  {line}" for line in one.frozen)
    yield from (f"  today   {line}" for line in one.live)


@language.command(short_help="Say how right each type is.", epilog="Example: kawat language score id")
@click.argument("code")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def score(code: str, as_json: bool) -> None:
    """Say how many are right of what is wanted, by type: examples of the rules, look-alikes left alone, and records of the example pages.

    Known failures of the pages count as not right. These sentences and pages were written beside the rules: the figures say whether the
    rules do what they say, not how they do on pages nobody has seen (`kawat score`).
    """
    from kawat.pipeline.accuracy import accuracy

    rows = accuracy(code)
    if as_json:
        say_json({"language": code, "types": [{name: value if isinstance(value, str) else dict(zip(("right", "wanted"), value, strict=True))
                                               for name, value in asdict(row).items()} for row in rows]})
        return
    _draw_accuracy(code, rows)


def _draw_accuracy(code: str, rows: tuple[Accuracy, ...]) -> None:
    from rich.table import Table

    columns = ("examples", "look_alikes", "pages")
    table = Table("type", *(column.replace("_", "-") for column in columns), title=f"{code}: right / wanted", title_justify="left")
    for row in rows:
        table.add_row(row.type, *(_share(getattr(row, column)) for column in columns))
    table.add_section()
    sums = ((sum(getattr(row, column)[0] for row in rows), sum(getattr(row, column)[1] for row in rows)) for column in columns)
    table.add_row("all", *map(_share, sums))
    draw(table)


def _share(pair: tuple[int, int]) -> str:
    right, wanted = pair
    return f"{right} / {wanted}  {right / wanted:4.0%}" if wanted else ""


@language.command(short_help="Keep the parses of the examples.", epilog="Example: kawat language freeze id")
@click.argument("code")
def freeze(code: str) -> None:
    """Parse every example of a language's rules and keep the parses in its folder, so that rule tests need no model."""
    from kawat.pipeline.examples import freeze_examples

    click.echo(f"{freeze_examples(code)} sentences frozen")


def _code(context: click.Context, argument: click.Parameter, value: str) -> str:
    """A language code names a folder and a module, so it is no path."""
    if not (value.isascii() and value.isalpha() and value.islower() and len(value) in (2, 3)):
        raise click.BadParameter(f"'{value}' is no language code. Write two or three small letters, as ISO 639 does: ms", context, argument)
    return value


@language.command(short_help="Make the empty folder of a new language.", epilog="Example: kawat language new ms --like id")
@click.argument("code", callback=_code)
@click.option("--like", "model", required=True, metavar="CODE", help="The language whose folder it takes after.")
@click.option("--into", type=click.Path(path_type=Path, file_okay=False), help="Where to make the folder, instead of beside the others.")
def new(code: str, model: str, into: Path | None) -> None:
    """Make the folder of a new language CODE: the files of the language it is --like, emptied, each with what its fields want and how that
    language fills them. The folder is valid as it stands; docs/adding-a-language.md says what to fill in first.
    """
    from kawat.lexicon.blank import new_folder

    made = new_folder(code, model, into)
    click.echo(f"{made.folder}: {len(made.files)} files. Begin with language.toml, tokens.toml and roles.toml")
