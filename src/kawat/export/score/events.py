"""How far the events of an article agree with gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from kawat.export.score.matching import Judgement, best_pairs, judge
from kawat.export.score.mistakes import event_label, mistakes
from kawat.export.score.spans import closeness, in_text, names_same, overlap, sentence_number, words
from kawat.export.score.tally import Result, Tally, add_up, share

Row = dict[str, Any]


def is_neutral(gold: Row) -> bool:
    """True for what gold counts neither way."""
    return bool(gold["optional"] or gold["crime"])


def located(event: Row, wanted: list[Row]) -> float:
    """Whether the event's trigger (better) or one of its later mentions (`also`) overlaps one of the wanted spans."""
    if on_trigger := max(closeness(event["trigger"], span) for span in wanted):
        return 2 + on_trigger
    later = max((closeness(mention, span) for mention in event.get("also") or [] for span in wanted), default=0)
    return 1 + later if later else 0.0


def echoes(event: Row, gold: Row, annotated: list[Row], text: str) -> bool:
    """Second chance without overlap: same sentence, a word of five letters or more shared with the gold trigger, and the predicted
    trigger stands on no annotated trigger (two attacks in one sentence stay two)."""
    trigger, wanted = event["trigger"], gold["trigger"]
    if not in_text(trigger) or any(overlap(trigger, span) for span in annotated):
        return False
    shared = set(words(trigger["text"].casefold())) & set(words(wanted["text"].casefold()))
    same_sentence = sentence_number(text, trigger["start"]) == sentence_number(text, wanted["start"])
    return same_sentence and any(len(word) > 4 for word in shared)


def readings(gold: Row) -> set[tuple[str, str]]:
    """The (type, realis) pairs a careful coder could defend."""
    return {(gold["type"], gold["modality"])} | {(pair["type"], pair["modality"]) for pair in gold["acceptable"]}


def type_right(event: Row, gold: Row) -> bool:
    """Equal types; another type only as an acceptable *pair* (REJECT may be AGREE denied, never AGREE actual)."""
    return event["type"] == gold["type"] or (event["type"], event["realis"]) in readings(gold)


def judge_events(text: str, gold_events: list[Row], events: list[Row]) -> dict[str, Judgement]:
    """`event`: type right and trigger located on the gold trigger. `trigger`: located, type left aside. `event_any`: type right and
    located on any gold mention of the event. Excused: a trigger on `also_triggers`, or on an optional or crime event."""
    required = [g for g in gold_events if not is_neutral(g)]
    excusing = [s for g in gold_events for s in [*g["also_triggers"], *([g["trigger"]] if is_neutral(g) else [])]]
    annotated = [s for g in gold_events for s in [g["trigger"], *g["also_triggers"]]]

    def excused(event: Row) -> bool:
        return any(overlap(event["trigger"], span) for span in excusing)

    def sits(event: Row, gold: Row) -> float:
        return located(event, [gold["trigger"]]) or 0.1 * echoes(event, gold, annotated, text)

    def typed(event: Row, gold: Row) -> float:
        if not type_right(event, gold) or not (place := sits(event, gold)):
            return 0.0
        return place + 0.4 * ((event["type"], event["realis"]) in readings(gold)) + 0.1 * compare_roles(event, gold)["actors"].found

    def told(event: Row, gold: Row) -> float:
        return located(event, [gold["trigger"], *gold["also_triggers"]]) if type_right(event, gold) else 0.0

    return {name: judge(events, required, score, excused) for name, score in
            (("event", typed), ("trigger", sits), ("event_any", told))}


def compare_roles(event: Row, gold: Row) -> dict[str, Tally]:
    """Tallies of actors and recipients of a matched event. In a CONSULT either role may hold either side."""
    roles = ("actors", "recipients")
    tallies = dict.fromkeys(roles, Tally())
    for group in [roles] if gold["type"] == "CONSULT" else [roles[:1], roles[1:]]:
        mine = [(role, p["span"]) for role in group for p in event.get(role) or []]
        wanted = [(role, span) for role in group for span in gold[role]]
        pairs = best_pairs(mine, wanted, lambda a, b: names_same(a[1], b[1]))
        for role in group:
            tallies[role] = Tally(sum(mine[i][0] == role for i, _ in pairs), sum(m[0] == role for m in mine),
                                  sum(wanted[j][0] == role for _, j in pairs), sum(w[0] == role for w in wanted))
    return tallies


def triple_right(roles: dict[str, Tally]) -> bool:
    """A matched event is a right triple if it has a right actor (where gold has none: no wrong actor) and, where gold has
    recipients, all of them and no other."""
    actors, recipients = roles["actors"], roles["recipients"]
    actor = actors.found > 0 if actors.gold else actors.right == actors.predicted
    exactly = recipients.found == recipients.gold and recipients.right == recipients.predicted
    return actor and (exactly or not recipients.gold)


def same_place(predicted: Row, gold: Row) -> bool:
    """Spans that overlap, or the same name."""
    return bool(overlap(predicted, gold) or names_same(predicted, gold))


def place_of(event: Row, gold: Row) -> Row | None:
    """The event's place, or its `forum` where gold has that as the place (gold is older than the field: its courts are places)."""
    forum = (event.get("forum") or {}).get("span")
    return forum if forum and gold["place"] and same_place(forum, gold["place"]) else (event.get("place") or {}).get("span")


def argument(name: str, mine: Row | None, wanted: Row | None, same: Callable[..., Any]) -> dict[str, Tally]:
    """A place or date: right if the spans overlap (a place also by the same name elsewhere); accuracy counts none = none as right."""
    right = int(bool(mine and wanted and same(mine, wanted)))
    return {name: Tally(right, int(bool(mine)), right, int(bool(wanted))), f"{name}_acc": share([right or not (mine or wanted)])}


def realis_other(event: Row, gold: Row) -> Tally:
    """One matched event's part of micro P/R/F1 over the realis classes that are not `actual`. A reading gold accepts is taken for
    gold's own, so an acceptable pair is right, and no miss where it is `actual`; who always says `actual` gets 0."""
    mine = event["realis"]
    wanted = mine if (event["type"], mine) in readings(gold) else gold["modality"]
    right = int(mine == wanted != "actual")
    return Tally(right, int(mine != "actual"), right, int(wanted != "actual"))


def event_details(pairs: list[tuple[Row, Row]]) -> Iterator[dict[str, Tally]]:
    """Of each matched event: roles, realis (with the type, among the acceptable pairs), mode where gold has one, place, date."""
    for event, gold in pairs:
        roles = compare_roles(event, gold)
        yield {"actor": roles["actors"], "recipient": roles["recipients"], "triple": share([triple_right(roles)]),
               "realis_acc": share([(event["type"], event["realis"]) in readings(gold)]), "realis_other": realis_other(event, gold),
               "mode_acc": share([event.get("mode") == gold["mode"]] if gold["mode"] else [])}
        yield argument("place", place_of(event, gold), gold["place"], same_place)
        yield argument("date", (event.get("when") or {}).get("span"), gold["date"], overlap)


def score_events(item: Row, record: Row) -> Result:
    """Events, their arguments and details, by type, with the false alarms where nothing is codable."""
    judged = judge_events(item["text"], item["events"], record["events"])
    tallies = add_up([{name: judgement.tally for name, judgement in judged.items()}, {"realis_other": Tally()},
                      *event_details(judged["event"].pairs)])
    whole, right = judged["event"].tally, tallies.pop("triple", Tally()).right
    tallies["triple"] = Tally(right, whole.predicted, right, whole.gold)
    if not item["codable"]:
        tallies["false_alarms"] = share(len(judged["event"].spurious), 1)
    return Result(tallies, tally_types(judged["event"]), list(mistakes(item, "event", judged["event"], event_label, "trigger")))


def tally_types(judgement: Judgement) -> dict[str, Tally]:
    """By type: a match under gold's type, a wrong event under its own."""
    types: dict[str, Tally] = defaultdict(Tally)
    for _, gold in judgement.pairs:
        types[gold["type"]] += Tally(1, 1, 1, 1)
    for gold in judgement.missed:
        types[gold["type"]] += Tally(0, 0, 0, 1)
    for event in judgement.spurious:
        types[event["type"]] += Tally(0, 1, 0, 0)
    return types
