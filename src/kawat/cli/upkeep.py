"""The commands that change a ledger or check it."""

from __future__ import annotations

import getpass

import click

from kawat.cli.printing import complain


@click.command(short_help="Remove a text and its names for good.",
               epilog="Example: kawat forget talks.db a-91e4c8007b42 --reason 'asked to'")
@click.argument("ledger", metavar="LEDGER")
@click.argument("what", metavar="ARTICLE|TEXT")
@click.option("--reason", required=True, help="Why; it stays on the tombstone, so name nobody in it.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(ledger: str, what: str, reason: str, yes: bool) -> None:
    """Remove an ARTICLE (its id), or every article that holds a TEXT: text, spans, names and revisions, for good.

    A tombstone stays, which `kawat verify` accepts and which keeps the page from coming back.
    """
    from kawat.ledger import Ledger

    if not yes:
        click.confirm(f"Remove what {ledger} holds of {what!r} for good?", abort=True, err=True)
    with Ledger.open(ledger, create=False) as opened:
        for article in opened.forget(what, reason, getpass.getuser()):
            complain(f"{ledger}: forgot {article}")
