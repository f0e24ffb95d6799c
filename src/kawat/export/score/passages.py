"""How far the records of an annotated passage agree with gold: events, figures, statements, actors, attribution."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kawat.export.score.events import score_events
from kawat.export.score.matching import Judgement, judge
from kawat.export.score.mistakes import mistakes
from kawat.export.score.spans import WORD, closeness, in_text, names_same, overlap, span_key, within_two
from kawat.export.score.tally import Result, join, share
from kawat.export.shown import walk

Row = dict[str, Any]
# Gold knows six kinds of figure and four bounds; the contract is finer.
FIGURE_KIND = {"abducted": "detained", "returned": "other", "released": "other", "participants": "other", "casualties_unspecified": "other"}
BOUND = {"exact": {"exact"}, "at_least": {"at_least", "more_than"}, "at_most": {"at_most", "less_than"},
         "approx": {"approx", "vague", "range", "less_than"}}  # gold calls "hampir N", "almost N" approx
# Gold's MED is the media, HLT is health; PLOVER's own MED is medical and its media JRN. IGO stands in either slot.
SECTOR = {"MED": {"MED", "JRN"}, "HLT": {"HLT", "MED"}, "IGO": {"IGO", "UNO", "EUR"}, "IMG": {"IMG", "REB"}}
HOP_KIND = {"agency": {"agency"}, "broadcaster": {"broadcaster"}, "outlet": {"outlet"}, "anonymous": {"unnamed"},
            "official": {"official", "spokesperson", "organisation"}}


def figure_same(figure: Row, gold: Row) -> float:
    """Same kind and same value; a count gold leaves without value (puluhan, dozens) by overlap of the counts, value null."""
    if FIGURE_KIND.get(figure["kind"], figure["kind"]) != gold["kind"] or figure.get("value") != gold["value"]:
        return 0.0
    return closeness(figure["count"], gold["count"]) + (gold["value"] is not None)


def score_figures(item: Row, record: Row) -> Result:
    """F1 by value and kind; `figure_span` by overlap of the counts alone. A second telling of a gold figure, or one on an optional
    figure, is excused. Bound on the matched (`bound_other_acc`: on those whose gold bound is not exact); counted_by recall over every
    required gold figure that has a source."""
    required = [g for g in item["figures"] if not g["optional"]]

    def excused(figure: Row) -> bool:
        return any(figure_same(figure, g) or (g["optional"] and overlap(figure["count"], g["count"])) for g in item["figures"])

    judged = judge(record["figures"], required, figure_same, excused)
    by_span = judge(record["figures"], required, lambda f, g: closeness(f["count"], g["count"]), excused)
    bounds = [(f["bound"] in BOUND[g["bound"]], g["bound"]) for f, g in judged.pairs]
    counted = [bool(f.get("counted_by") and names_same(f["counted_by"]["span"], g["source"])) for f, g in judged.pairs if g["source"]]
    tallies = {"figure": judged.tally, "figure_span": by_span.tally,
               "bound_acc": share(right for right, _ in bounds),
               "bound_other_acc": share(right for right, bound in bounds if bound != "exact"),
               "counted_by_r": share(sum(counted), sum(bool(g["source"]) for g in required))}
    return Result(tallies, errors=list(mistakes(item, "figure", judged, lambda f: f"{f['kind']} {f.get('value')}", "count")))


def speaker_right(statement: Row, gold: Row) -> bool:
    """The speaker names gold's speaker, or the name gold resolves a pronoun or -nya to."""
    mine = (statement.get("speaker") or {}).get("span")
    return mine is not None and any(names_same(mine, span) for span in (gold["speaker"], gold["speaker_resolved"]) if span)


def mostly_same(content: Row, gold: Row) -> bool:
    """Each span shares 80 % or more of its words with the other."""
    if not in_text(content):
        return False
    mine, wanted = ({span["start"] + m.start() for m in WORD.finditer(span["text"])} for span in (content, gold))
    return len(mine & wanted) >= 0.8 * max(len(mine), len(wanted), 1)


def score_statements(item: Row, record: Row) -> Result:
    """Right: the speaker right and the content's ends within two characters (`exact`) or mostly the same words (`overlap`);
    `statement_content` leaves the speaker aside. Excused: on an optional statement, by its cue or by half its content."""
    required = [g for g in item["statements"] if not g["optional"]]
    optional = [g for g in item["statements"] if g["optional"]]

    def excused(s: Row) -> bool:
        return any(closeness(s["content"], g["content"]) >= 0.5 or overlap(s["cue"], g["cue"]) for g in optional)

    def judged(near: Callable[..., Any], speaker: Callable[..., Any] = speaker_right) -> Judgement:
        def same(s: Row, g: Row) -> float:
            return closeness(s["content"], g["content"]) if near(s["content"], g["content"]) and speaker(s, g) else 0.0

        return judge(record["statements"], required, same, excused)

    loose, content = judged(mostly_same), judged(mostly_same, lambda s, g: True)
    resolved = [bool(s.get("speaker") and names_same(s["speaker"]["span"], g["speaker_resolved"]))
                for s, g in content.pairs if g["speaker_resolved"]]
    tallies = {"statement_exact": judged(within_two).tally, "statement_overlap": loose.tally, "statement_content": content.tally,
               "speaker_resolved_acc": share(resolved)}
    return Result(tallies, errors=list(mistakes(item, "statement", loose, lambda s: s["cue"]["text"], "content")))


def named_actors(record: Row) -> list[Row]:
    """Mentions of persons, organisations, countries and groups, and every participant; one per span, fields joined."""
    found: dict[tuple[Any, ...], Row] = {}
    mentions = [m for m in record["mentions"] if m["kind"] in {"person", "organisation", "country", "group"}]
    for mention in mentions + [p for p in walk(record) if p.get("span") and "head" in p]:
        known = found.setdefault(span_key(mention["span"]), {"span": mention["span"]})
        known.update({key: mention[key] for key in ("country", "sector") if mention.get(key)})
    return list(found.values())


def sector_right(actor: Row, sector: str) -> bool:
    """The sector, or what stands for it, in either slot."""
    return bool({actor.get("sector"), actor.get("country")} & SECTOR.get(sector, {sector}))


def score_actors(item: Row, record: Row) -> Result:
    """Recall of gold's principal participants (its list is not exhaustive: no precision); country and sector on those found, where
    gold has one; the closest naming span speaks for the actor."""
    candidates, matched = named_actors(record), []
    for gold in item["actors"]:
        best = max(candidates, key=lambda c: (names_same(c["span"], gold["span"]), bool(c.get("country"))), default=None)
        if best and names_same(best["span"], gold["span"]):
            matched.append((best, gold))
    return Result({"actor_found_r": share(len(matched), len(item["actors"])),
                   "country_acc": share(a.get("country") == g["country"] for a, g in matched if g["country"]),
                   "sector_acc": share(sector_right(a, g["sector"]) for a, g in matched if g["sector"])})


def score_attribution(item: Row, record: Row) -> Result:
    """Hops with a span, each span once, against gold's sources. Excused: a second naming of a gold source, and whoever gold holds as
    speaker, `via` or counter of a figure (its attribution list leaves most of them out)."""
    hops = {span_key(h["span"]): h for a in record["attributions"] for h in a["hops"] if h.get("span")}
    others = [s for g in item["statements"] for s in [g["speaker"], g["speaker_resolved"], *g["via"]]]
    others += [g["source"] for g in [*item["figures"], *item["attribution"]]]
    judged = judge(list(hops.values()), item["attribution"], lambda h, g: names_same(h["span"], g["source"]),
                   lambda h: any(names_same(h["span"], span) for span in others if span))
    return Result({"attribution": judged.tally, "hop_kind_acc": share(h["kind"] in HOP_KIND.get(g["role"], ()) for h, g in judged.pairs)})


def score_passage(item: Row, record: Row) -> Result:
    """Everything an annotated passage can say."""
    return join([part(item, record) for part in (score_events, score_figures, score_statements, score_actors, score_attribution)])
