"""`kawat doctor` and `kawat schema`: what is here, and what it promises."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kawat.cli.printing import draw, say_json

if TYPE_CHECKING:
    from kawat.pipeline.doctor import Finding

MARKS = {"well": ("✓", "green"), "note": ("!", "yellow"), "ill": ("✗", "red")}


@click.command(short_help="Look whether kawat can work here.", epilog="Example: kawat doctor talks.db")
@click.argument("ledger", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def doctor(ledger: str | None, as_json: bool) -> None:
    """Look whether kawat can work here: libraries, languages and models, the age of name lists, and a LEDGER.

    Exit status 1 where something needed is missing.
    """
    from datetime import date

    from kawat.pipeline.doctor import findings, ledger_finding

    found = [*findings(date.today()), *([ledger_finding(ledger)] if ledger else [])]
    for finding in found:
        if as_json:
            say_json(asdict(finding))
        else:
            _show(finding)
    if any(finding.state == "ill" for finding in found):
        raise click.exceptions.Exit(1)


def _show(finding: Finding) -> None:
    from rich.text import Text

    mark, colour = MARKS[finding.state]
    remedy = f"  → {finding.remedy}" if finding.remedy else ""
    draw(Text.assemble((mark, colour), f" {finding.what}: {finding.found}", (remedy, "bold")))


@click.command(short_help="Print the contract of the output as JSON Schema.", epilog="Example: kawat schema > kawat.schema.json")
def schema() -> None:
    """Print the contract of the output as JSON Schema, made from the code."""
    import json

    from kawat.export.contract import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
