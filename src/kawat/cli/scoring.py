"""`kawat score`: how far records agree with gold."""

from __future__ import annotations

import click

from kawat.cli.printing import say_json

BROKEN_SHOWN = 20
KINDS = {
    "passages": "Annotated passages: events, participants, realis, figures, statements, actors, attribution.",
    "page": "One page: how it was read, its chain of sources, its positions, its records.",
    "gsr": "PLOVER gold standard records: one gold event a sentence.",
    "dyads": "PETRARCH-2 validation records: which country did what to which.",
    "geo": "Toponyms: found, and put where they lie.",
}


@click.group(short_help="Measure records against gold records.",
             epilog="Example: kawat score passages gold.jsonl output.jsonl --min 'event_f1>=0.6'")
def score() -> None:
    """Measure records against gold records; docs/scores.md lists the figures.

    Exit status 1 where a --min is not reached or a record is broken (a span that is not its text, a word outside the contract).
    """


def _measure(kind: str, gold: str, output: str, as_json: bool, errors: int, wishes: tuple[str, ...]) -> None:
    from kawat.export.score.gold import read_gold, read_json_lines
    from kawat.export.score.measure import SCORERS, evaluate, shortfalls
    from kawat.export.score.printed import tables

    report = evaluate(SCORERS[kind], read_gold(gold), read_json_lines(output), errors)
    if as_json:
        say_json(report)
    else:
        click.echo("\n".join(tables(report)))
    short = list(shortfalls(list(wishes), report["figures"]))
    _tell_broken(report["broken"], as_json)
    for line in short:
        click.echo(line, err=as_json)
    if short or report["broken"]:
        raise click.exceptions.Exit(1)


def _tell_broken(broken: list[str], as_json: bool) -> None:
    if broken:
        click.echo(f"\n*** {len(broken)} BROKEN RECORDS: the figures above cannot be trusted ***", err=as_json)
        click.echo("\n".join(broken[:BROKEN_SHOWN]), err=as_json)


def _command(kind: str, help_text: str) -> click.Command:
    @click.command(kind, help=help_text, short_help=help_text.split(":")[0],
                   epilog=f"Example: kawat score {kind} GOLD.jsonl OUTPUT.jsonl --errors 5")
    @click.argument("gold", type=click.Path())
    @click.argument("output", type=click.Path())
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of the tables.")
    @click.option("--errors", type=int, default=0, metavar="N", help="List N errors, worst passages first.")
    @click.option("--min", "wishes", multiple=True, metavar="NAME>=VALUE", help="Exit 1 if short (repeatable; also <=).")
    def measure(gold: str, output: str, as_json: bool, errors: int, wishes: tuple[str, ...]) -> None:
        _measure(kind, gold, output, as_json, errors, wishes)

    return measure


@score.command("items", epilog="Example: kawat score items GOLD.jsonl > items.jsonl")
@click.argument("gold", type=click.Path())
def items(gold: str) -> None:
    """Print the input for a GOLD file: id, text, language and date, and nothing of the gold."""
    from kawat.export.score.gold import items as items_of

    for item in items_of(gold):
        say_json(item)


for kind, help_text in KINDS.items():
    score.add_command(_command(kind, help_text))

