"""Records of one sentence: PLOVER gold standard records, and the dyads of PETRARCH-2."""

from __future__ import annotations

from typing import Any

from kawat.export.score.mistakes import error
from kawat.export.score.passages import sector_right
from kawat.export.score.spans import last_name, words
from kawat.export.score.tally import Result, Tally, add_up, share

Row = dict[str, Any]
BAD_ISO = {"JAP": "JPN", "ITL": "ITA"}  # slips in the PLOVER gold standard records


def country_right(actor: Row, code: str) -> bool:
    """Same ISO country; a non-state code (IGO, NGO, IMG) may stand in the country or in the sector."""
    return sector_right(actor, code) if code in {"IGO", "NGO", "IMG", "ISM", "MNC"} else actor.get("country") == BAD_ISO.get(code, code)


def sides(event: Row) -> tuple[list[Row], list[Row]]:
    """Actors and recipients; in a CONSULT everybody stands on both sides."""
    actors, recipients = event.get("actors") or [], event.get("recipients") or []
    return (actors + recipients, actors + recipients) if event["type"] == "CONSULT" else (actors, recipients)


def gsr_same(actor: Row, gold: Row) -> bool:
    """Gold has no offsets: the same country, or gold's last proper noun among the words of the participant."""
    named = last_name(gold["text"]) in words(actor["span"]["text"].casefold())
    return named or (bool(gold["country"]) and country_right(actor, gold["country"]))


def score_gsr(item: Row, record: Row) -> Result:
    """One gold event per sentence (sentences hold others: precision is a lower bound). The event of gold's type that shares most
    trigger words and participants is taken as the answer; participants, modes and contexts are scored on it."""
    gold, events = item["expected"][0], sorted(record["events"], key=lambda e: e["trigger"]["start"] or 0)
    cues = set(words((gold["event_text"] or "").casefold()))

    def on_trigger(event: Row) -> bool:
        return bool(cues & set(words(event["trigger"]["text"].casefold())))

    def found(event: Row, side: int, role: str) -> list[bool]:
        return [any(gsr_same(actor, g) for actor in sides(event)[side]) for g in gold[role]]

    answers = [e for e in events if e["type"] == gold["type_plover2"]]
    answer = max(answers, key=lambda e: (on_trigger(e), sum(found(e, 0, "actor")) + sum(found(e, 1, "recipient"))), default=None)
    actors, recipients = (found(answer, 0, "actor"), found(answer, 1, "recipient")) if answer else ([], [])
    tallies = {"coded": share([events]), "type_any": share([answers]), "type_first": share([answers and events[0] is answers[0]]),
               "type_trigger": share([any(map(on_trigger, answers))]), "event": Tally(bool(answer), len(events), bool(answer), 1),
               "who_whom": share([answer and (any(actors) or not gold["actor"]) and (any(recipients) or not gold["recipient"])]),
               "actor": Tally(0, 0, sum(actors), len(gold["actor"])), "recipient": Tally(0, 0, sum(recipients), len(gold["recipient"]))}
    if answer:
        contexts = set(answer.get("contexts") or [])
        tallies |= {"mode_acc": share([answer.get("mode") in gold["mode"]] if gold["mode"] else []),
                    "context_r": share(context in contexts for context in gold["context"])}
    said = ", ".join(f"{e['type']} [{e['trigger']['text']}]" for e in events) or "nothing"
    errors = [] if answer else [error(item, "missed", "event", f"{gold['type_plover2']} [{gold['event_text']}], coded {said}", None)]
    types = add_up([{gold["type_plover2"]: Tally(0, 0, 0, 1)}, *({e["type"]: Tally(e is answer, 1, e is answer, 0)} for e in events)])
    return Result(tallies, types, errors)


def score_dyads(item: Row, record: Row) -> Result:
    """Gold dyads whose CAMEO root has a PLOVER type: country to country (the first three letters of the codes; --- asks nothing).
    `dyad` asks the type too, `pair` does not. Sentences whose gold has only roots PLOVER drops are left out."""
    gold, events = [g for g in item["expected"] if g["plover"]], record["events"]
    if item["expected"] and not gold:
        return Result()

    def on_side(actors: list[Row], code: str) -> bool:
        return code.startswith("---") or any(country_right(actor, code[:3]) for actor in actors)

    def covers(event: Row, g: Row, typed: bool) -> bool:
        actors, recipients = sides(event)
        return on_side(actors, g["source"]) and on_side(recipients, g["target"]) and (event["type"] == g["plover"] or not typed)

    def tally(typed: bool) -> Tally:
        """The judgement as counts."""
        return Tally(sum(any(covers(e, g, typed) for g in gold) for e in events), len(events),
                     sum(any(covers(e, g, typed) for e in events) for g in gold), len(gold))

    tallies = {"dyad": tally(True), "pair": tally(False), "dyad_type_r": share(any(e["type"] == g["plover"] for e in events) for g in gold)}
    if item["no_events"]:
        tallies["false_alarms"] = share(len(events), 1)
    said = ", ".join(f"{e['type']} [{e['trigger']['text']}]" for e in events) or "nothing"
    errors = [error(item, "missed", "dyad", f"{g['source']} {g['plover']} {g['target']}, coded {said}", None)
              for g in gold if not any(covers(e, g, True) for e in events)]
    return Result(tallies, errors=errors)
