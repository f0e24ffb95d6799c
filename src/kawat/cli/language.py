"""`kawat language`: for people who write rules."""

from __future__ import annotations

import click

from kawat.cli.printing import say_json


@click.group(short_help="Check a language's rules, and freeze the parses of their examples.", epilog="Example: kawat language check en")
def language() -> None:
    """For people who write rules: whether every example is coded as it says, and parses frozen for tests without a model.

    \b
    Examples:
      kawat language check id      code every example with today's parser
      kawat language freeze id     parse the examples anew and keep the parses
    """


@language.command(short_help="Code every example of the rules.", epilog="Example: kawat language check en")
@click.argument("code")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def check(code: str, as_json: bool) -> None:
    """Code every example and look-alike of a language's rules with today's parser, and say which are not coded as they ask.

    Schema errors of rule files are said first, with file, rule and remedy. Exit status 1 where an example fails.
    """
    from dataclasses import asdict

    from kawat.pipeline.examples import checked

    found = checked(code)
    if as_json:
        say_json({"language": code, **asdict(found)})
    else:
        for line in found.failures:
            click.echo(line)
        click.echo(f"{code}: {found.rules} rules, {found.triggers} triggers, {found.examples} examples, "
                   f"{len(found.failures)} not coded as they ask")
    if found.failures:
        raise click.exceptions.Exit(1)


@language.command(short_help="Keep the parses of the examples.", epilog="Example: kawat language freeze id")
@click.argument("code")
def freeze(code: str) -> None:
    """Parse every example of a language's rules and keep the parses in its folder, so that rule tests need no model."""
    from kawat.pipeline.examples import freeze_examples

    click.echo(f"{freeze_examples(code)} sentences frozen")
