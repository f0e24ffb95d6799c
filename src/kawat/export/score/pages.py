"""How far one whole page was read as gold reads it: its parts, its chain of sources, its positions, its records."""

from __future__ import annotations

import re
from typing import Any

from kawat.export.score.matching import judge
from kawat.export.score.passages import score_passage
from kawat.export.score.spans import characters, closeness, names_same, overlap, within_two
from kawat.export.score.tally import Result, Tally, join, share

Row = dict[str, Any]
ISSUE = {"ceasefire": "ceasefire", "prisoner exchange": "hostages_prisoners", "humanitarian aid": "aid_access",
         "withdrawal": "withdrawal", "return of displaced": "return_displaced", "blockade/siege": "blockade",
         "control of territory/corridors": "territorial_control", "genocide case": "accountability"}
SAID_OUTRIGHT = {"argument", "markup", "jsonld", "feed"}
POSITION_KIND = {"demand": {"demand"}, "condition": {"condition", "demand", "obstacle"}, "call": {"demand"},
                 "position": {"rejection", "imputed_intention", "red_line", "demand"}}


def day(date: str | None) -> str | None:
    """The day of a date or of an instant with offset, as written: 2024-09-18T23:05:00+07:00 is 2024-09-18."""
    return date and date[:10]


def span_of(node: Row | None) -> Row | None:
    """The span of a node, or the node itself where it is one."""
    return node and node.get("span", node)


def score_page(gold: Row, record: Row) -> Result:
    """How the page was read (by characters, blanks aside, and by whole paragraphs), then its attribution chain, issues and
    positions, then its records as a passage."""
    return join([read_page(gold, record), read_chain(gold["page"], record), read_positions(gold["page"], record),
                 score_passage(gold["item"], record)])


def read_page(gold: Row, record: Row) -> Result:
    """Title: that text, overlapping gold's span. Page clock: span and date; and `published` not taken from it (where gold has a
    publication date: the same day). Leaks: no record's trigger, count or content inside a headline that must not be extracted."""
    text, page, article = gold["item"]["text"], gold["page"], record["article"]
    title, clock, dateline = article.get("title"), article.get("page_clock") or {}, span_of(article.get("dateline"))
    body, furniture = article["body"], article["furniture"]
    published, same_day = day(article.get("published")), day(article.get("published")) == day(page.get("published"))
    kinds = [(g, max(furniture, key=lambda f: closeness(f["span"], g), default=None)) for g in page["furniture"]]
    headlines = [{"start": m.start(), "end": m.end()} for h in page["must_not_extract"] for m in re.finditer(re.escape(h["text"]), text)]
    spans = [r.get("trigger") or r.get("count") or r["content"]
             for r in record["events"] + record["figures"] + record["statements"] + record["positions"]]
    return Result({
        "title": share([title and title["text"].strip() == page["title"]["text"] and overlap(title, page["title"])]),
        "language": share([article.get("language") == page["language"]]),
        "page_clock": share([clock and overlap(clock["span"], page["date"]) and day(clock["date"]) == page["date"]["iso"]]),
        "published": share([same_day] if page.get("published") else []),
        "published_abstains": share([not published or same_day or article.get("published_basis") in SAID_OUTRIGHT]),
        "dateline": share([dateline and overlap(dateline, page["dateline"])]),
        "body": set_tally(characters(body, text), characters(page["body_paragraphs"], text)),
        "paragraph": judge(body, page["body_paragraphs"], lambda a, b: closeness(a, b) if within_two(a, b) else 0.0).tally,
        "furniture": set_tally(characters([f["span"] for f in furniture], text), characters(page["furniture"], text)),
        "furniture_kind_acc": share(f["kind"] in kind_of(g["kind"]) for g, f in kinds if f and overlap(f["span"], g)),
        "no_leak": share(not any(overlap(span, headline) for span in spans) for headline in headlines)})


def kind_of(gold_kind: str) -> set[str]:
    """Gold's words for furniture, as the contract's: "related link in the body" is `related`."""
    names = {"date": {"clock"}, "breadcrumb": {"breadcrumb", "title_repeat"}, "related": {"related"}, "widget": {"widget", "related"},
             "advertisement": {"advertisement"}}
    return next((kinds for word, kinds in names.items() if word in gold_kind), {"other"})


def set_tally(mine: set[Any], wanted: set[Any]) -> Tally:
    """Two sets compared."""
    return Tally(len(mine & wanted), len(mine), len(mine & wanted), len(wanted))


def read_chain(page: Row, record: Row) -> Result:
    """Links of the page's chain named by some hop; whether one attribution has them all, nearest first; and by paragraph, whether
    anybody beside the outlet is credited where and only where gold says so explicitly ("none explicit" is left out)."""
    links = [link["span"] for link in page["attribution_chain"]["links"] if link["span"]]
    chains = [[hop["span"] for hop in a["hops"] if hop.get("span")] for a in record["attributions"]]
    scopes = [s for a in record["attributions"] if any(h.get("span") for h in a["hops"])
              for s in [a.get("scope"), *(a.get("scopes") or [])] if s]
    marks = []
    for mark in page["attribution_chain"]["scope"]:
        paragraph, said = page["body_paragraphs"][mark["paragraph"]], mark["attribution"]
        if not said.startswith("none explicit"):
            marks.append((said != "none") == any(overlap(scope, paragraph) for scope in scopes))
    return Result({"chain_links": share(any(names_same(hop, link) for chain in chains for hop in chain) for link in links),
                   "chain_order": share([any(in_order(chain, links) for chain in chains)]), "scope_acc": share(marks)})


def in_order(chain: list[Row], links: list[Row]) -> bool:
    """True where the chain names all links in their order."""
    remaining = iter(chain)
    return all(any(names_same(hop, link) for hop in remaining) for link in links)


def read_positions(page: Row, record: Row) -> Result:
    """Positions found by overlap of content and evidence, one-to-one; then party (by name or country), issue and kind on those found.
    `position_p`: the share of predicted positions that match a gold one; an `obstacle` over a gold obstacle is left out of it.
    Issues: named by a position, the article, or an event's issues or contexts. Obstacles: an `obstacle` over the evidence."""
    gold, mine = page["negotiation"]["positions"], record["positions"]
    countries = {p["name"]: p["iso3"] for p in page["negotiation"]["parties"] + page["negotiation"]["mediators"]}

    def near(position: Row, wanted: Row) -> float:
        return closeness(position["content"], wanted["evidence"])

    def on_obstacle(position: Row) -> bool:
        return position["kind"] == "obstacle" and any(near(position, o) for o in page["negotiation"]["obstacles"])

    pairs, others = judge(mine, gold, near).pairs, [p for p in mine if not on_obstacle(p)]
    named = {p["issue"] for p in mine} | {i["issue"] for i in record["article"].get("issues") or []}
    named |= {word for e in record["events"] for word in [*(e.get("issues") or []), *(e.get("contexts") or [])]}
    obstacles = [p["content"] for p in mine if p["kind"] == "obstacle"]
    return Result({"position_found_r": share(len(pairs), len(gold)), "position_p": share(len(judge(others, gold, near).pairs), len(others)),
                   "position_party_acc": share(party_right(p["party"], g["party"], countries) for p, g in pairs),
                   "position_issue_acc": share(p["issue"] == ISSUE[g["issue"]] for p, g in pairs),
                   "position_kind_acc": share(p["kind"] in POSITION_KIND[g["kind"]] for p, g in pairs),
                   "issue_r": share(ISSUE[i["issue"]] in named for i in page["issues"]),
                   "obstacle_r": share(any(overlap(c, o["evidence"]) for c in obstacles) for o in page["negotiation"]["obstacles"])})


def party_right(party: Row, name: str, countries: dict[str, str]) -> bool:
    """The party's name in the span or the name, or its country."""
    mine = f"{party.get('name')} {party['span']['text']}".casefold()
    return name.casefold() in mine or (name in countries and party.get("country") == countries[name])
