"""A passage in the shape of gold, written for these tests, and the record that a faultless program makes of it."""

from __future__ import annotations

from typing import Any

from tests.readings import TEXT, span

Row = dict[str, Any]


def at(words: str, nth: int = 1) -> Row:
    """The nth place of some words as a gold span."""
    found = span(words, nth)
    return {"text": words, "start": found.start, "end": found.end}


def event(kind: str, modality: str, trigger: Row, actors: list[Row], recipients: list[Row], **more: Any) -> Row:
    """A gold event."""
    return {"type": kind, "mode": None, "modality": modality, "trigger": trigger, "actors": actors, "recipients": recipients, "place": None,
            "date": None, "acceptable": [], "optional": False, "crime": False, "also_triggers": [], "note": None, **more}


def passage() -> Row:
    """One annotated passage."""
    said = at("There will be no talks under fire")
    return {
        "id": "p-1", "lang": "en", "text": TEXT, "codable": True,
        "events": [event("ASSAULT", "actual", at("shelled"), [at("Norland's army")], [], place=at("Eastford", 2), date=at("Tuesday"),
                         also_triggers=[at("attack")], mode="bombard"),
                   event("REQUEST", "actual", at("demanded"), [at("Foreign Minister Ola Berg of Sudland")], [at("Norland", 3)]),
                   event("CONSULT", "planned", at("mediating"), [at("Estmark", 2)], [],
                         acceptable=[{"type": "AGREE", "modality": "planned"}])],
        "figures": [{"kind": "killed", "count": at("12", 2), "value": 12, "bound": "at_least", "source": at("the mayor"),
                     "optional": False}],
        "statements": [{"speaker": at("Berg", 2), "speaker_resolved": at("Foreign Minister Ola Berg of Sudland"), "cue": at("told"),
                        "content": said, "via": [], "optional": False}],
        "actors": [{"span": at("Foreign Minister Ola Berg of Sudland"), "type": "person", "country": "SDL", "sector": "GOV"}],
        "attribution": [{"source": at("Estmark Wire", 2), "cue": at("reported"), "role": "agency"}]}


def participant(where: Row, **more: Any) -> Row:
    """A participant of a record."""
    return {"span": where, "head": where, "country": None, "sector": None, **more}


def perfect(gold: Row) -> Row:
    """What a program without a fault writes for the passage."""
    events = [{"type": e["type"], "mode": e["mode"], "contexts": [], "trigger": e["trigger"], "also": e["also_triggers"],
               "realis": e["modality"], "actors": [participant(a) for a in e["actors"]],
               "recipients": [participant(r) for r in e["recipients"]], "place": e["place"] and {"span": e["place"]},
               "when": e["date"] and {"span": e["date"]}} for e in gold["events"]]
    return {
        "article": {"id": gold["id"], "text": gold["text"], "body": [], "furniture": []}, "events": events, "positions": [],
        "figures": [{"kind": f["kind"], "count": f["count"], "value": f["value"], "bound": f["bound"],
                     "counted_by": participant(f["source"])} for f in gold["figures"]],
        "statements": [{"speaker": participant(s["speaker_resolved"]), "cue": s["cue"], "content": s["content"]}
                       for s in gold["statements"]],
        "attributions": [{"hops": [{"kind": "outlet", "span": None}, {"kind": "agency", "span": a["source"]}]}
                         for a in gold["attribution"]],
        "mentions": [{"span": a["span"], "kind": a["type"], "country": a["country"], "sector": a["sector"]} for a in gold["actors"]]}
