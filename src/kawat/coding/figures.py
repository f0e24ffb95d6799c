"""Scene to figures: the people a page counts as killed, hurt, driven out, held or gathered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kawat.coding.counter import counter
from kawat.coding.harm import harmed
from kawat.coding.hits import PIECE, Harmed, begin, finish
from kawat.coding.scene import Scene
from kawat.coding.silence import silent_topics
from kawat.coding.window import Window, window
from kawat.lexicon.numbers import framed
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Place, Quantity
from kawat.nouns.record import Abstention, Event, Figure, Participant, Statement, Unit, Why, record_id
from kawat.nouns.text import Span

# Which events a figure of a kind may belong to, likeliest first (types of PLOVER).
EVENTS: dict[str, tuple[str, ...]] = {
    "killed": ("ASSAULT", "PROTEST", "COERCE"), "wounded": ("ASSAULT", "PROTEST", "COERCE"), "missing": ("ASSAULT", "COERCE"),
    "displaced": ("ASSAULT", "COERCE"), "returned": ("RETREAT", "AID"), "detained": ("COERCE", "SANCTION"),
    "abducted": ("COERCE", "ASSAULT"), "released": ("RETREAT", "CONCEDE"), "participants": ("PROTEST",),
    "casualties_unspecified": ("ASSAULT",), "other": ("COERCE", "SANCTION")}
TELLING = {"exact", "vague", "range"}
REACHED = {"state", "act", "nominal", "coordination", "same", "within"}


@dataclass(frozen=True, slots=True)
class Found:
    """A count of people in its sentence, with the record it becomes."""

    harmed: Harmed
    figure: Figure


def figures(scene: Scene, events: tuple[Event, ...], statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a page, in order; what is only feared, planned or denied is none, nor a crowd of a page about something else."""
    found = tuple(found.figure for sentence in scene.document.sentences for found in _told(scene, sentence, events, statements))
    crowds = any(figure.kind == "participants" for figure in found)
    return tuple(figure for figure in found if figure.kind != "participants") if crowds and silent_topics(scene) else found


def withheld(scene: Scene) -> tuple[Abstention, ...]:
    """The counts that are no figures because the words before them make them a fear, a plan or a denial."""
    return tuple(Abstention(one.count.span, "figure", f"feared, planned or denied: '{scene.article.text[one.hit.start:one.hit.end]}'")
                 for sentence in scene.document.sentences for one in harmed(scene, sentence) if one.unreal)


def _told(scene: Scene, sentence: Sentence, events: tuple[Event, ...], statements: tuple[Statement, ...]) -> list[Found]:
    """The figures of one sentence; parts know the record they are part of, bounds reach over a coordination."""
    found: list[Found] = []
    here = _distributed(scene, harmed(scene, sentence))
    for one, quantity, lent in here:
        if one.unreal:
            continue
        figure = _figure(scene, sentence, one, quantity, events, statements)
        main = next((other.figure for other in found if one.of and other.harmed.count is one.of and one.pattern == "part"), None)
        steps = figure.why + ((Why("bound", "figures: a bound reaches over a coordination", lent),) if lent else ())
        steps += (Why("part_of", "figures: part of the count before", main.count, main.id),) if main else ()
        counted = replace(figure, part_of=main.id if main else None, why=steps)
        found.append(Found(one, _over_the_same_time(scene, found, one, counted)))
    return found


def _over_the_same_time(scene: Scene, found: list[Found], one: Harmed, figure: Figure) -> Figure:
    """A count joined to a running total runs on with it: "12 tewas sejak Maret dan 30 terluka"."""
    whole = next((other for other in reversed(found) if other.harmed.pattern != "part"), None)
    if whole is None or figure.window is not None or figure.count_type not in {None, "incident"}:
        return figure
    if whole.figure.count_type != "cumulative" or not _coordinated(scene, whole.harmed, one):
        return figure
    step = Why("window", "figures: counted over the same time as the count it is joined to", whole.figure.count, whole.figure.id)
    return replace(figure, count_type="cumulative", window=whole.figure.window, window_basis="inherited" if whole.figure.window else None,
                   why=(*figure.why, step))


def _distributed(scene: Scene, found: Iterable[Harmed]) -> list[tuple[Harmed, Quantity, Span | None]]:
    """Each count with its quantity; an exact one coordinated with a bounded one takes that bound, and says from where."""
    told: list[tuple[Harmed, Quantity, Span | None]] = []
    for one in found:
        quantity, lent = one.count.quantity, None
        if quantity is None:
            continue
        last = told[-1] if told else None
        if last and _lends(last[1], one, quantity) and _coordinated(scene, last[0], one):
            quantity, lent = _rebound(quantity, last[1]), last[1].span
        told.append((one, quantity, lent))
    return told


def _lends(giver: Quantity, taker: Harmed, quantity: Quantity) -> bool:
    """True where a bound may pass: from a bounded number to a bare one that is no toll and no part."""
    return giver.bound not in TELLING and quantity.bound == "exact" and taker.pattern in REACHED


def _coordinated(scene: Scene, before: Harmed, after: Harmed) -> bool:
    """True where only a conjunction, and the harm words of the two, stand between two counts."""
    start = max(finish(before.count), before.hit.end if before.hit.end <= begin(after.count) else 0)
    end = after.hit.start if start <= after.hit.start < begin(after.count) else begin(after.count)
    pieces = PIECE.findall(scene.article.view[start:end].lower())
    joins = scene.language.figures.rows.conjunctions
    return 1 <= len(pieces) <= 4 and any(piece in joins for piece in pieces) and after.hit.start - finish(before.count) < 80


def _rebound(quantity: Quantity, giver: Quantity) -> Quantity:
    """The quantity under another's bound; `low`, `best`, `high` as that bound fixes them."""
    value = quantity.value
    if value is None:
        return quantity
    low = {"more_than": value + 1, "at_least": value}.get(giver.bound)
    high = {"less_than": value - 1, "at_most": value}.get(giver.bound)
    return replace(quantity, bound=giver.bound, low=low, high=high, best=value if giver.bound == "approx" else None)


def _figure(scene: Scene, sentence: Sentence, one: Harmed, quantity: Quantity, events: tuple[Event, ...],
            statements: tuple[Statement, ...]) -> Figure:
    event = _event(sentence, one, events)
    when = window(scene, sentence, one, event)
    source = counter(scene, sentence, one.count, statements)
    nouns = PIECE.findall(one.count.span.text.lower())
    place = event.place if event and event.place else _place(scene, sentence)
    unit = _unit(scene, one, nouns)
    return Figure(
        id=record_id("figures", scene.article.id, one.count.span, one.harm.kind), kind=one.harm.kind, count=one.count.span,
        bound=quantity.bound, evidence=scene.sentence_span(sentence), rule=f"figures/{one.harm.id}", value=quantity.value,
        low=quantity.low, best=quantity.best, high=quantity.high, rounded_to=quantity.rounded_to, unit=unit, victims=_victims(scene, one),
        victim_groups=scene.language.figures.victim_groups(nouns), count_type=when.count_type, window=when.when, window_basis=when.basis,
        as_of=when.as_of, place=place, counted_by=source[0] if source else None, event=event.id if event else None,
        why=_why(scene, one, when, source, event), doubts=_doubts(one, when))


def _unit(scene: Scene, one: Harmed, nouns: list[str]) -> Unit:
    said = one.count.span.text.lower()
    share = framed(r"(?<!\w)", scene.language.figures.rows.shares, r"(?!\w)").search(said)
    return "share" if share else scene.language.figures.unit(nouns)


def _victims(scene: Scene, one: Harmed) -> Span | None:
    """The noun phrase for those counted: the count without its number; the whole of it for one person ("a man")."""
    tokens = scene.document.tokens[one.count.first:one.count.last]
    numbers = scene.language.numbers
    people = [token for token in tokens if numbers.names_people(token.text)]
    if not people:
        return None
    after = [token for token in tokens if token.index >= people[0].index]
    return scene.span_of_tokens(after[0], after[-1])


def _event(sentence: Sentence, one: Harmed, events: tuple[Event, ...]) -> Event | None:
    """The event of the sentence a figure belongs to: one whose trigger is its harm word, else the likeliest type, the nearest trigger."""
    types = EVENTS[one.harm.kind]
    here = [e for e in events if e.type in types and any(trigger.start is not None and sentence.start <= trigger.start < sentence.end
                                                         for trigger in (e.trigger, *e.also))]
    return min(here, key=lambda e: (types.index(e.type), abs((e.trigger.start or 0) - one.hit.start)), default=None)


def _place(scene: Scene, sentence: Sentence) -> Place | None:
    """The one place the sentence names; none where it names several."""
    places = [m.place for m in scene.mentions.outermost(sentence, {"place"}) if m.place]
    return places[0] if len(places) == 1 else None


def _why(scene: Scene, one: Harmed, when: Window, source: tuple[Participant, Span] | None, event: Event | None) -> tuple[Why, ...]:
    hit = scene.span(one.hit.start, one.hit.end)
    steps = [Why("count", one.count.why or "", one.count.span, one.count.id),
             Why("kind", f"figures/{one.harm.id}", hit, None, one.pattern)]
    if when.told_by:
        steps.append(Why("window", f"window: {when.basis}", when.told_by.span, when.told_by.id))
    if source:
        steps.append(Why("counted_by", "counter: nearest source", source[1], source[0].mention_id))
    if event:
        steps.append(Why("event", "figures: nearest trigger in the sentence", event.trigger, event.id))
    return tuple(steps)


def _doubts(one: Harmed, when: Window) -> tuple[str, ...]:
    doubts = {"attachment": one.cost > 4, "coordination": one.pattern == "coordination", "window": when.basis == "inherited"}
    return tuple(name for name, holds in doubts.items() if holds)
