"""The command line: the only room that knows the command-line library.

Exit status: 0 done, 1 a bad input or a figure that falls short, 2 a command that was not understood.
"""

from __future__ import annotations

import errno
from typing import Any

import click

from kawat.cli.checking import recode, verify
from kawat.cli.codebook import codebook
from kawat.cli.coding import code
from kawat.cli.health import doctor, schema
from kawat.cli.keeping import show, why
from kawat.cli.language import language
from kawat.cli.reporting import report
from kawat.cli.scoring import score
from kawat.cli.upkeep import export, forget
from kawat.errors import KawatError

COMMANDS = (code, show, why, report, verify, recode, forget, export, language, codebook, schema, score, doctor)


class OneLine(click.Group):
    """A group whose foreseen errors are one line on stderr and exit status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what kawat raises on purpose is told, not traced."""
        try:
            return super().invoke(ctx)
        except KawatError as fault:
            raise click.ClickException(str(fault)) from fault
        except OSError as fault:
            if fault.errno == errno.EPIPE:  # a reader who leaves early (`kawat show … | head`) is click's to see to
                raise
            raise click.ClickException(f"{fault.filename or 'kawat'}: {fault.strerror or fault}") from fault

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which a reader meets them."""
        return list(self.commands)


@click.group(cls=OneLine, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="kawat")
def main() -> None:
    """Read news pages, and keep a ledger of who did what to whom, and on whose word.

    \b
    Examples:
      kawat code page.txt                          what one page says, for people
      kawat code pages/*.html --ledger talks.db    the same, kept
      kawat why e-78ab5eae2dd6 --ledger talks.db   how a record came about

    Exit status: 0 done; 1 a bad input, or a figure that falls short; 2 a command that was not understood.
    """


for command in COMMANDS:
    main.add_command(command)
