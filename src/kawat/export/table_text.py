"""What a person wants to see of one page: who did what to whom, what was counted, said and wanted, and on whose word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from kawat.export.shown import Shown, shown

Row = dict[str, Any]
LONGEST_QUOTE = 240
COLOURS = {"events": "red", "figures": "yellow", "statements": "cyan", "positions": "green", "negotiations": "blue", "labels": "magenta"}
BOUNDS = {"more_than": "more than", "at_least": "at least", "less_than": "less than", "at_most": "at most", "approx": "about"}


def page_table(reading: Row, private_names: bool = False) -> RenderableType:
    """Everything one page said, ready to print; the names of private persons are masked unless asked for."""
    words = shown(reading, private_names)
    chains = {a["id"]: chain(a, words) for a in reading["attributions"]}
    parts: list[RenderableType] = [_title(reading["article"], words)]
    for table, draw in DRAWN.items():
        if reading[table]:
            parts += ["", _heading(table, len(reading[table]))]
            parts += [Padding(draw(row, words, chains), (0, 0, 0, 2), expand=False) for row in reading[table]]
    if not any(reading[table] for table in DRAWN):
        parts += ["", Text(_silence(reading["article"]), style="dim")]
    return Group(*parts, *_remarks(reading["article"], words))


def chain(attribution: Row, words: Shown) -> str:
    """On whose word, from the outlet inward: "Example Post ← Estmark Wire ← the Norland Times"."""
    return " ← ".join(hop_name(hop, words) for hop in attribution["hops"])


def hop_name(hop: Row, words: Shown) -> str:
    """What a hop is called; what is not named is called by its kind."""
    said = words.words(hop.get("span"))
    name = str(hop.get("name") or "")
    return said or name or f"({hop['kind'].replace('_', ' ')})"


def _title(article: Row, words: Shown) -> RenderableType:
    title = words.words(article.get("title")) or str(article["path"])
    dateline = words.words((article.get("dateline") or {}).get("span"))
    facts = [article.get("outlet"), _day(article.get("published")), dateline, article.get("language"), article["path"], article["id"]]
    return Group(Text(title, style="bold"), Text(" · ".join(str(fact) for fact in facts if fact), style="dim"))


def _day(published: str | None) -> str | None:
    return published[:10] if published else "no date"


def _heading(table: str, count: int) -> Text:
    return Text(f"{table.upper()} {count}", style=f"bold {COLOURS[table]}")


def _silence(article: Row) -> str:
    return next((warning for warning in article["warnings"]), "Nothing in this page that kawat codes.")


def _remarks(article: Row, words: Shown) -> Iterator[RenderableType]:
    notes = [*article["warnings"], *(f"not coded: {words.words(a['span'])} ({a['why']})" for a in article["abstained"])]
    if notes:
        yield ""
        yield from (Text(f"! {note}", style="dim") for note in notes)


def _record(table: str, first: str, row: Row, more: Iterable[str], lines: Iterable[str], quote: Text | None) -> RenderableType:
    head = Text.assemble(("● ", COLOURS[table]), (first, "bold"), *((f"  {word}", "") for word in more if word), (f"  {row['id']}", "dim"))
    under: list[Text] = [Text(line) for line in lines if line]
    if quote is not None:
        quote.stylize("italic")
        under.append(quote)
    return Group(head, Padding(Group(*under), (0, 0, 0, 2), expand=False))


def _quote(words: Shown, evidence: Row, marked: Row | None = None) -> Text:
    """The evidence in quotation marks, the words that carry the record underlined, its end cut where it is long."""
    said = words.words(evidence)
    short = said if len(said) <= LONGEST_QUOTE else said[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
    quote = Text(f"“{short}”")
    anchor = words.words(marked)
    if anchor and anchor in short:
        quote.stylize("underline", 1 + short.index(anchor), 1 + short.index(anchor) + len(anchor))
    return quote


def who(participant: Row | None, words: Shown) -> str:
    """A participant by name, with country and sector; a private one by what the page calls them, the name masked."""
    if participant is None:
        return ""
    said = words.words(participant["span"])
    name = participant.get("name")
    named = str(name) if name and participant.get("public") is True else said
    codes = " ".join(code for code in (participant.get("country"), participant.get("sector")) if code)
    return f"{named} [{codes}]" if codes else named


def _all(participants: Iterable[Row], words: Shown) -> str:
    return ", ".join(who(p, words) for p in participants)


def _where_when(row: Row, words: Shown, when: str = "when") -> str:
    place, time = row.get("place") or row.get("venue"), row.get(when)
    parts = [_where(place, words), _time(time, words)]
    return " · ".join(part for part in parts if part)


def _where(place: Row | None, words: Shown) -> str:
    if place is None:
        return ""
    return ", ".join(str(part) for part in (place.get("name") or words.words(place["span"]), place.get("country")) if part)


def _time(when: Row | None, words: Shown) -> str:
    if when is None:
        return ""
    days = dict.fromkeys(str(day) for day in (when.get("start"), when.get("end")) if day)
    return " to ".join(days) or str(when.get("edtf") or "") or words.words(when.get("span"))


def _word_of(row: Row, chains: dict[str, str]) -> str:
    if row.get("attribution") in chains:
        return f"on the word of {chains[row['attribution']]}"
    return "in the headline" if row.get("voice") == "headline" else ""


def _doubts(row: Row) -> str:
    return "doubts: " + ", ".join(d.replace("_", " ") for d in row["doubts"]) if row.get("doubts") else ""


def _event(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    doing = " → ".join(side for side in (_all(row["actors"], words) or "?", _all(row["recipients"], words)) if side)
    forum = f"before {who(row['forum'], words)}" if row.get("forum") else ""
    kind = " ".join(part for part in (row["type"], row.get("mode")) if part)
    about = ", ".join(dict.fromkeys([*row["contexts"], *row["issues"]]))
    told = f"told {len(row['told'])} times" if len(row["told"]) > 1 else ""
    return _record("events", kind, row, (row["realis"], about, told), (doing, forum, _where_when(row, words), _word_of(row, chains),
                   _doubts(row)), _quote(words, row["evidence"], row["trigger"]))


def _figure(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    counter = f"counted by {who(row['counted_by'], words)}" if row.get("counted_by") else ""
    of_whom = words.words(row.get("victims"))
    window = f"{row['count_type']} count" if row.get("count_type") else ""
    return _record("figures", f"{amount(row)} {row['kind'].replace('_', ' ')}", row, (window,),
                   (of_whom, _where_when(row, words, "as_of"), counter, _word_of(row, chains), _doubts(row)),
                   _quote(words, row["evidence"], row["count"]))


def amount(figure: Row) -> str:
    """A count with its bound: "at least 12", "1,000 to 1,500", "dozens"; `low` and `high` say what the words fix."""
    low, high, value = figure.get("low"), figure.get("high"), figure.get("value")
    if figure["bound"] == "vague" or value is None:
        limits = f" ({_number(low)}–{_number(high)})" if low is not None or high is not None else ""
        return f"{tidy_count(figure['count'])}{limits}"
    if figure["bound"] == "range":
        return f"{_number(low)} to {_number(high)}"
    unit = "" if figure.get("unit", "persons") == "persons" else f" {figure['unit']}"
    return f"{BOUNDS.get(figure['bound'], '')} {_number(value)}{unit}".strip()


def tidy_count(count: Row) -> str:
    """A count as the page writes it."""
    return " ".join(str(count["text"]).split())


def _number(value: float | int | None) -> str:
    return "?" if value is None else f"{value:,}"


def _statement(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    speaker = who(row["speaker"], words) if row.get("speaker") else "somebody unnamed"
    addressee = f"to {who(row['addressee'], words)}" if row.get("addressee") else ""
    via = [chains[a] for a in row["via"] if a in chains]
    lines = (addressee, *(f"through {chain}" for chain in via), _doubts(row))
    return _record("statements", speaker, row, (words.words(row["cue"]), row["mode"]), lines, _quote(words, row["content"]))


def _position(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    kind = row["kind"].replace("_", " ")
    toward = f"toward {who(row['counterpart'], words)}" if row.get("counterpart") else ""
    condition = f"if {words.words(row['conditional_on'])}" if row.get("conditional_on") else ""
    imputed = "as others say" if row["stance_by"] == "imputed" else ""
    return _record("positions", f"{kind}: {row['issue'].replace('_', ' ')}", row, (imputed,),
                   (who(row["party"], words), toward, condition, _time(row.get("when"), words), _word_of(row, chains), _doubts(row)),
                   _quote(words, row["content"]))


def _negotiation(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    third = ", ".join(f"{who(t['participant'], words)} ({t['role']})" for t in row["third_parties"])
    papers = ", ".join(f"{words.words(p['span'])} ({p['kind']})" for p in row["documents"])
    about = ", ".join(issue.replace("_", " ") for issue in row["issues"])
    lines = (third, papers and f"papers: {papers}", _where(row.get("venue"), words), words.words(row.get("stage_span")),
             _word_of(row, chains), _doubts(row))
    return _record("negotiations", _all(row["parties"], words) or "parties unnamed", row, (row.get("format") or "", about), lines,
                   Text(f"“{words.words(row['trigger'])}”"))


def _label(row: Row, words: Shown, chains: dict[str, str]) -> RenderableType:
    holder = who(row["holder"], words) if row.get("holder") else "the outlet itself"
    return _record("labels", f"“{words.words(row['span'])}”", row, (f"said of {words.words(row['target'])}", f"by {holder}",
                   f"neutral: {row['neutral']}"), (_word_of(row, chains),), None)


Draw = Callable[[Row, Shown, dict[str, str]], RenderableType]
DRAWN: dict[str, Draw] = {"events": _event, "figures": _figure, "statements": _statement, "positions": _position,
                          "negotiations": _negotiation, "labels": _label}
