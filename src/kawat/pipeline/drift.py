"""Where today's parser makes the rules code an example otherwise than the frozen parses do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kawat.errors import MissingParse
from kawat.lexicon.language import Language, language
from kawat.nouns.record import Event, Position
from kawat.parse import FrozenParser, load
from kawat.parse.parser import Parser
from kawat.pipeline.examples import coded, example_articles


@dataclass(frozen=True, slots=True)
class Drift:
    """A sentence, the records only the frozen parse gives, and those only today's gives; `frozen` is None where none was kept."""

    text: str
    frozen: tuple[str, ...] | None
    live: tuple[str, ...]


def drift(code: str) -> tuple[Drift, ...]:
    """The examples of a language that are coded otherwise today than when their parses were frozen, or were never frozen."""
    pack = language(code)
    return tuple(drifted(pack, FrozenParser(pack), load(pack)))


def drifted(pack: Language, frozen: Parser, live: Parser) -> Iterator[Drift]:
    """The examples which two parsers make the rules code otherwise."""
    for article in example_articles(pack):
        now = _told(pack, article.text, live)
        try:
            before = _told(pack, article.text, frozen)
        except MissingParse:
            yield Drift(article.text, None, now)
            continue
        if before != now:
            yield Drift(article.text, tuple(line for line in before if line not in now), tuple(line for line in now if line not in before))


def _told(pack: Language, text: str, parser: Parser) -> tuple[str, ...]:
    records = coded(pack, text, parser.parse)
    return (*map(_event, records.events), *map(_position, records.positions))


def _event(event: Event) -> str:
    """What of an event a reader of the ledger would see change, as one line."""
    sides = (("actor", [p.span.text for p in event.actors]), ("recipient", [p.span.text for p in event.recipients]),
             ("place", [event.place.span.text] if event.place else []))
    stands = [f"{side} {', '.join(words)}" for side, words in sides if words]
    return "; ".join([f"{event.rule} '{event.trigger.text}' {event.type} {event.realis}{f' {event.mode}' if event.mode else ''}", *stands])


def _position(position: Position) -> str:
    return f"{position.rule} {position.kind} of {position.party.span.text}: '{position.content.text}'"
