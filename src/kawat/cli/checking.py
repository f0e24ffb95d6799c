"""`kawat verify` and `kawat recode`: whether a ledger says what its pages say, and bringing it up to date."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from kawat.cli.printing import complain, say_json

if TYPE_CHECKING:
    from kawat.nouns.article import Article
    from kawat.nouns.document import Document, Profile
    from kawat.pipeline.recode import Recoding


def _parse_anew(article: Article, profile: Profile) -> Document:
    from kawat.lexicon.language import language
    from kawat.pipeline.read import parser

    return parser(language(article.language or ""), profile).parse(article)


@click.command(short_help="Check every digest and span, and derive the records again.", epilog="Example: kawat verify talks.db --reparse")
@click.argument("ledger", metavar="LEDGER")
@click.option("--reparse", is_flag=True, help="Run the parser too, not only the coding.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def verify(ledger: str, reparse: bool, as_json: bool) -> None:
    """Check every digest, span and revision of a LEDGER, and derive its records again from the stored parses.

    Rows of an earlier kawat are counted, not failed; what was forgotten is no fault. Exit status 1 on a mismatch.
    """
    from kawat.ledger import Ledger
    from kawat.pipeline.read import code
    from kawat.pipeline.verify import failing
    from kawat.pipeline.verify import verify as verified

    with Ledger.open(ledger, create=False) as opened:
        report = verified(opened, code, _parse_anew if reparse else None)
    if as_json:
        say_json(asdict(report))
    else:
        for line in failing(report):
            click.echo(line)
        click.echo(f"{ledger}: {report.articles} articles, {report.rows} rows: {report.derived} derived again, {report.earlier} of an "
                   f"earlier kawat, {report.corrected} corrected by hand; {report.tombstones} forgotten; {len(report.faults)} faults")
    if not report.well:
        raise click.exceptions.Exit(1)


@click.command(short_help="Bring old records up to date, as revisions.", epilog="Example: kawat recode talks.db --dry-run")
@click.argument("ledger", metavar="LEDGER")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--why", metavar="REASON", help="What the revisions give as their reason; else the two fingerprints.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def recode(ledger: str, dry_run: bool, why: str | None, as_json: bool) -> None:
    """Code every article of a LEDGER anew with today's rules and print what changed by type.

    The old reading stays; what changed is a revision. What a person corrected is left alone.
    """
    from kawat.ledger import Ledger
    from kawat.pipeline.read import code
    from kawat.pipeline.recode import recode as recoded

    with Ledger.open(ledger, create=False) as opened:
        found = recoded(opened, code, dry_run, why=why)
    if as_json:
        say_json(asdict(found))
    else:
        click.echo("\n".join(_told(ledger, found, dry_run)))
    for fault in found.faults:
        complain(f"{fault.article}: {fault.what}")
    if found.faults:
        raise click.exceptions.Exit(1)


def _told(ledger: str, found: Recoding, dry_run: bool) -> Iterator[str]:
    for under, whats in found.counts.items():
        yield f"{under:32} " + ", ".join(f"{count} {what}" for what, count in whats.items())
    yield f"{ledger}: {found.changed} of {found.articles} articles {'would change' if dry_run else 'changed'}"
