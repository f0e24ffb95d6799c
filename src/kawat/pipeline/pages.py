"""The example pages held against the ledger a careful reader wants from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from kawat.errors import BadData
from kawat.lexicon.pages import (
    AbsentRow,
    ChainRow,
    DatedRow,
    EventRow,
    FigureRow,
    LabelRow,
    NegotiationRow,
    PageRecords,
    PositionRow,
    StatementRow,
    Wanted,
    Words,
    choices,
    page_file,
    page_records,
)
from kawat.nouns.article import Page
from kawat.nouns.mention import When
from kawat.nouns.reading import Reading
from kawat.nouns.record import Attribution, Event, Figure, Label, Negotiation, Participant, Position, Statement
from kawat.nouns.text import Span, span_of, view_of
from kawat.pipeline.read import read

Fault = str | None
Noun = TypeVar("Noun")


@dataclass(frozen=True)
class Held:
    """A reading, where its text is looked up, and its chains by id."""

    reading: Reading
    slug: str

    def find(self, words: str, at: str = "") -> Span:
        """The words' first place in the page, or from the words `at` on; raises BadData where they are not on it."""
        view = view_of(self.reading.article.text)
        begin = view.find(view_of(at))
        start = view.find(view_of(words), begin) if begin >= 0 else -1
        if start < 0:
            raise BadData(f"{self.slug}/records.toml: '{words}' does not stand on the page{f' after {at!r}' if at else ''}")
        return span_of(self.reading.article.text, start, start + len(words))

    def any_of(self, words: Words, at: str = "") -> tuple[Span, ...]:
        """The place of each alternative."""
        return tuple(self.find(one, at) for one in choices(words))

    def body(self, words: str) -> Span:
        """The words' place in the paragraphs of the article."""
        return self.find(words, next((p.text for p in self.reading.article.body if view_of(words) in view_of(p.text)), ""))

    def chain(self, ident: str | None) -> Attribution | None:
        """The chain of sources with this id."""
        return next((chain for chain in self.reading.attributions if chain.id == ident), None)


def shortfalls(slug: str) -> list[str]:
    """One line for each thing a page's reading lacks or has too much, and for each known failure that no longer fails."""
    wanted = page_records(slug)
    held = Held(read(_page(slug)), slug)
    lines = [line for row, fault in _faults(wanted, held) if (line := _line(row, fault))]
    return lines + [f"coded from '{span.text}', which must be silent" for span in _loud(wanted, held)]


def judged(slug: str) -> Iterator[tuple[str, Fault]]:
    """The kind of each wanted record of a page with what its reading lacks of it; None where it is there. Known failures count as such."""
    yield from ((type(row).__name__.removesuffix("Row").lower(), fault) for row, fault in judged_rows(slug))


def judged_rows(slug: str) -> Iterator[tuple[Wanted, Fault]]:
    """Each wanted record of a page with what its reading lacks of it."""
    yield from _faults(page_records(slug), Held(read(_page(slug)), slug))


def _page(slug: str, given: str = "") -> Page:
    return Page(slug, "text", text=page_file(slug).read_text("utf-8"), date=given or None)


def _line(row: Wanted, fault: Fault) -> Fault:
    if row.known_failure:
        return None if fault else f"mended, take its known_failure away: {row}"
    return fault


def _faults(wanted: PageRecords, held: Held) -> Iterator[tuple[Wanted, Fault]]:
    """Each row with what the reading lacks of it."""
    yield from ((row, _nearest(_event(row, held), held.reading.events, f"event '{row.trigger}'")) for row in wanted.event)
    yield from ((row, _nearest(_figure(row, held), held.reading.figures, f"figure '{row.count}'")) for row in wanted.figure)
    yield from ((row, _nearest(_statement(row, held), held.reading.statements, f"statement '{row.first}'")) for row in wanted.statement)
    yield from ((row, _nearest(_position(row, held), held.reading.positions, f"position '{row.first}'")) for row in wanted.position)
    yield from ((row, _nearest(_chain(row, held), held.reading.attributions, f"chain '{row.covers}'")) for row in wanted.chain)
    yield from ((row, _nearest(_label(row, held), held.reading.labels, f"label '{row.words}'")) for row in wanted.label)
    yield from ((row, _nearest(_talks(row), held.reading.negotiations, f"negotiation of {row.parties}")) for row in wanted.negotiation)
    yield from ((row, _absent(row, held)) for row in wanted.absent)
    yield from ((row, _dated(row, held)) for row in wanted.dated)


def _nearest(judge: Callable[[Noun], list[str] | None], found: Iterable[Noun], what: str) -> Fault:
    """What the record nearest to the wanted one lacks; None where one has all. `judge` gives None for a record about other words."""
    judged = [faults for noun in found if (faults := judge(noun)) is not None]
    if not judged:
        return f"no {what}"
    best = min(judged, key=len)
    return f"{what}: {'; '.join(best)}" if best else None


def _unlike(field: str, wanted: Words, found: object) -> list[str]:
    """The fault of a field that is none of what a reader could defend; an empty wish is none."""
    return [] if not wanted or found in choices(wanted) else [f"{field} is {found}, not {' or '.join(choices(wanted))}"]


def _names(participant: Participant | None, wanted: str) -> bool:
    """True where a participant is named, or was reached, by the wanted words or by words that hold them."""
    spans = [] if participant is None else [participant.span, participant.head, *([participant.mention] if participant.mention else [])]
    return any(view_of(wanted).casefold() in view_of(span.text).casefold() for span in spans)


def _who(field: str, wanted: Words, found: Participant | None) -> list[str]:
    if not wanted or any(_names(found, one) for one in choices(wanted)):
        return []
    return [f"{field} is {found.span.text if found else None}, not {' or '.join(choices(wanted))}"]


def _people(field: str, wanted: tuple[str, ...], found: tuple[Participant, ...]) -> list[str]:
    lacking = [f"{field} lack '{name}'" for name in wanted if not any(_names(p, name) for p in found)]
    return lacking + [f"{field} hold '{p.span.text}'" for p in found if not any(_names(p, name) for name in wanted)]


def _event(row: EventRow, held: Held) -> Callable[[Event], list[str] | None]:
    spots = held.any_of(row.trigger, row.at)

    def judge(event: Event) -> list[str] | None:
        if not any(spot.overlaps(span) for spot in spots for span in _tellings(event)):
            return None
        return [*_unlike("type", row.type, event.type), *_unlike("realis", row.realis, event.realis),
                *_unlike("mode", row.mode, event.mode), *_sides(row, event), *_who("forum", row.forum, event.forum),
                *_circumstances(row, event), *_told_by(row.source, event, held)]

    return judge


def _tellings(event: Event) -> tuple[Span, ...]:
    return (event.trigger, *event.also, *(told.span for told in event.told))


def _sides(row: EventRow, event: Event) -> list[str]:
    """Faults among actors and recipients; the two sides of a meeting may stand in either role."""
    if "CONSULT" in choices(row.type):
        wanted = (*(row.actors or ()), *(row.recipients or ()))
        return _people("participants", wanted, event.actors + event.recipients) if wanted else []
    return [*([] if row.actors is None else _people("actors", row.actors, event.actors)),
            *([] if row.recipients is None else _people("recipients", row.recipients, event.recipients))]


def _circumstances(row: EventRow, event: Event) -> list[str]:
    place = event.place.span.text if event.place else None
    faults = [] if not row.place or row.place in (place or "") else [f"place is {place}, not {row.place}"]
    return faults if not row.day or row.day in _day(event.when) else [*faults, f"day is {_day(event.when)}, not {row.day}"]


def _day(when: When | None) -> tuple[str | None, ...]:
    """All the ways in which a time may be written in `day`."""
    return () if when is None else (when.start, when.edtf, when.span.text if when.span else None)


def _told_by(source: str, event: Event, held: Held) -> list[str]:
    """The fault of an event none of whose tellings rests on the word of a source."""
    chains = [held.chain(ident) for ident in (event.attribution, *(told.attribution for told in event.told))]
    heard = [hop.span.text for chain in chains if chain for hop in chain.hops if hop.span]
    return [] if not source or any(source in words for words in heard) else [f"told by {heard}, not by {source}"]


def _figure(row: FigureRow, held: Held) -> Callable[[Figure], list[str] | None]:
    spot = held.find(row.count, row.at)

    def judge(figure: Figure) -> list[str] | None:
        if not spot.overlaps(figure.count):
            return None
        faults = [*_unlike("kind", row.kind, figure.kind), *_unlike("bound", row.bound, figure.bound),
                  *_unlike("unit", row.unit, figure.unit), *_who("counted_by", row.counted_by, figure.counted_by)]
        numbers = {"low": (row.low, figure.low), "high": (row.high, figure.high)} if "exact" not in choices(row.bound) else {}
        if not {"vague", "range"} & set(choices(row.bound)):
            numbers["value"] = (row.value, figure.value)
        return faults + [f"{name} is {got}, not {want}" for name, (want, got) in numbers.items() if want is not None and want != got]

    return judge


def _statement(row: StatementRow, held: Held) -> Callable[[Statement], list[str] | None]:
    first = held.find(row.first, row.at)
    last = held.find(row.last, row.first)

    def judge(statement: Statement) -> list[str] | None:
        content = statement.content
        if not (content.overlaps(first) or content.overlaps(last)):
            return None
        whole = abs((content.start or 0) - (first.start or 0)) <= EDGE and abs((content.end or 0) - (last.end or 0)) <= EDGE
        return [*_who("speaker", row.speaker, statement.speaker), *_unlike("mode", row.mode, statement.mode),
                *_who("addressee", row.addressee, statement.addressee), *([] if whole else [f"content is '{content.text}'"])]

    return judge


EDGE = 2  # code points: quotation marks and stops at the edge of a content may be in or out


def _position(row: PositionRow, held: Held) -> Callable[[Position], list[str] | None]:
    spots = held.any_of(row.first, row.at)

    def judge(position: Position) -> list[str] | None:
        if not any(spot.overlaps(position.content) for spot in spots):
            return None
        return [*_who("party", row.party, position.party), *_unlike("issue", row.issue, position.issue),
                *_unlike("kind", row.kind, position.kind)]

    return judge


def _chain(row: ChainRow, held: Held) -> Callable[[Attribution], list[str] | None]:
    spot = held.body(row.covers)

    def judge(chain: Attribution) -> list[str] | None:
        if not any(scope.start < (spot.end or 0) and (spot.start or 0) < scope.end for scope in (chain.scope, *chain.scopes)):
            return None
        hops = [hop.span.text for hop in chain.hops if hop.span]
        same = len(hops) == len(row.hops) and all(want in got for want, got in zip(row.hops, hops, strict=True))
        return [*([] if same else [f"hops are {hops}, not {list(row.hops)}"]), *_unlike("basis", row.basis, chain.scope_basis)]

    return judge


def _label(row: LabelRow, held: Held) -> Callable[[Label], list[str] | None]:
    spot = held.find(row.words, row.at)

    def judge(label: Label) -> list[str] | None:
        if not spot.overlaps(label.span):
            return None
        if label.holder and not row.holder:
            return [f"holder is {label.holder.span.text}, not the outlet"]
        return _who("holder", row.holder, label.holder)

    return judge


def _talks(row: NegotiationRow) -> Callable[[Negotiation], list[str] | None]:
    def judge(talks: Negotiation) -> list[str] | None:
        beside = tuple(third.participant for third in talks.third_parties)
        roles = [third.role for third in talks.third_parties if row.role and third.role != row.role]
        return [*_people("parties", row.parties, talks.parties), *_people("third parties", row.third_parties, beside),
                *_unlike("format", row.format, talks.format), *(f"role is {role}, not {row.role}" for role in roles)]

    return judge


def _absent(row: AbsentRow, held: Held) -> Fault:
    spot = held.find(row.words, row.at)
    for what, kind, span in _anchors(held.reading):
        if what == row.what and span.overlaps(spot) and row.type in ("", kind):
            return f"{kind} {what} at '{row.words}', although {row.why}"
    return None


def _anchors(reading: Reading) -> Iterator[tuple[str, str, Span]]:
    """Table, type or kind, and anchor of every record that says that something is so."""
    yield from (("event", event.type, span) for event in reading.events for span in _tellings(event))
    yield from (("figure", figure.kind, figure.count) for figure in reading.figures)
    yield from (("statement", statement.mode, statement.content) for statement in reading.statements)
    yield from (("position", position.kind, position.content) for position in reading.positions)
    yield from (("negotiation", "", talks.trigger) for talks in reading.negotiations)
    yield from (("label", label.neutral, label.span) for label in reading.labels)


def _loud(wanted: PageRecords, held: Held) -> Iterator[Span]:
    """Stretches that must be silent, and furniture, from which something was coded all the same."""
    quiet = [held.find(words) for words in wanted.silent] + [piece.span for piece in held.reading.article.furniture]
    yield from (span for span in quiet if any(anchor.overlaps(span) for _, _, anchor in _anchors(held.reading)))


def _dated(row: DatedRow, held: Held) -> Fault:
    """What is wrong with the day of a time expression under the given date."""
    reading = read(_page(held.slug, row.given)) if row.given else held.reading
    spot = held.body(row.words)
    days = {m.when.start for m in reading.mentions if m.when and m.span.overlaps(spot)}
    return None if days == {row.day or None} else f"'{row.words}' read with date '{row.given}' is {days}, not {row.day or None}"
