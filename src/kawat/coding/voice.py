"""In whose voice a record is told: the outlet's, a headline's, or that of the narrowest chain of sources over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kawat.coding.speech import Speech
from kawat.nouns.article import Article
from kawat.nouns.record import Attribution, Event, Figure, Label, Negotiation, Position, Voice
from kawat.nouns.text import Span

Voiced = TypeVar("Voiced", Event, Figure, Position, Negotiation, Label)


def voice(records: Iterable[Voiced], speech: Speech, article: Article) -> tuple[Voiced, ...]:
    """The records, each with the voice and chain of the narrowest scope that holds its trigger, count, content or label.

    Inside the title the voice is `headline`; under the outlet alone it is `outlet` and the attribution None. An event's tellings are
    voiced one by one, and the event repeats the first.
    """
    return tuple(_voiced(record, speech.attributions, article) for record in records)


def _voiced(record: Voiced, chains: tuple[Attribution, ...], article: Article) -> Voiced:
    said, chain = _voice_at(_anchor(record), chains, article)
    if not isinstance(record, Event):
        return replace(record, voice=said, attribution=chain)
    told = tuple(replace(one, voice=here, attribution=by) for one in record.told for here, by in [_voice_at(one.span, chains, article)])
    first = (told[0].voice, told[0].attribution) if told else (said, chain)
    return replace(record, voice=first[0], attribution=first[1], told=told)


def _anchor(record: Event | Figure | Position | Negotiation | Label) -> Span:
    if isinstance(record, Figure):
        return record.count
    if isinstance(record, Position):
        return record.content
    return record.span if isinstance(record, Label) else record.trigger


def _voice_at(span: Span, chains: tuple[Attribution, ...], article: Article) -> tuple[Voice, str | None]:
    """The voice at a span and the id of its chain; a span that stands only in markup is the outlet's."""
    if span.start is None or span.end is None:
        return "outlet", None
    if article.title and article.title.holds(span):
        return "headline", None
    over = [(size, chain) for chain in chains if len(chain.hops) > 1 and (size := _size_over(chain, span.start, span.end)) is not None]
    if not over:
        return "outlet", None
    return "attributed", min(over, key=lambda pair: pair[0])[1].id


def _size_over(chain: Attribution, start: int, end: int) -> int | None:
    """The length of the chain's scope that holds a stretch, None where none does."""
    scopes = chain.scopes or (chain.scope,)
    return min((s.end - s.start for s in scopes if s.start <= start and end <= s.end), default=None)
