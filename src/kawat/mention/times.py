"""Document to times: each time expression as a mention, resolved as far as its words and the article's day allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from kawat.lexicon.language import Language
from kawat.lexicon.numbers import Numbers
from kawat.lexicon.time import Expression, TimeRule, Times
from kawat.mention.calendar import Parts, ends, resolve
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence
from kawat.nouns.mention import Mention, When
from kawat.nouns.record import record_id
from kawat.nouns.text import Span, span_of

Sense = Literal["at", "since", "until", "between"]
DATES = frozenset({"day", "dd", "weekday", "month", "year", "unit", "number"})  # the groups that an hour alone has none of
SENTENCES_KEPT = 1000  # times and quantities both ask for them, one after the other


@dataclass(frozen=True, slots=True)
class Hit:
    """One expression found: code points, its rule, and what its groups held."""

    start: int
    end: int
    rule: Expression
    said: dict[str, str]


def times(article: Article, document: Document, language: Language) -> tuple[Mention, ...]:
    """The time mentions of a document, in order, each with its `when`; spans hold a "since" or "until", not an "on"."""
    lexicon = language.time
    anchor = date.fromisoformat(article.day) if article.day else None
    told: date | None = None
    found: list[Mention] = []
    for sentence in document.sentences:
        for hit in _joined(iter(hits(article.view, sentence, language)), article.view, lexicon):
            made = _mention(article, document, sentence, hit, lexicon, anchor, told)
            if made:
                found.append(made)
                told = _day_told(made.when) or told
    return tuple(found)


def _day_told(when: When | None) -> date | None:
    """The day a story may count on from: only a whole known day."""
    return date.fromisoformat(when.start) if when and when.start and when.start == when.end else None


@lru_cache(maxsize=SENTENCES_KEPT)
def hits(view: str, sentence: Sentence, language: Language) -> tuple[Hit, ...]:
    """The expressions of a sentence from left to right, at each place the longest, of equals the last listed; none overlaps another."""
    return tuple(_hits(view, sentence, language.time))


def _hits(view: str, sentence: Sentence, lexicon: Times) -> Iterator[Hit]:
    at = sentence.start
    while spot := lexicon.spotter.search(view, at, sentence.end):
        matches = ((rule, rule.pattern.match(view, spot.start(), sentence.end)) for rule in reversed(lexicon.rules))
        hit = max((_read(rule, match, spot.start()) for rule, match in matches if match), key=lambda hit: hit.end)
        if not _is_name(view, sentence, hit, lexicon):
            yield hit
        at = max(hit.end, spot.start() + 1)


def _read(rule: TimeRule, match: re.Match[str], start: int) -> Hit:
    said = {name.split("__")[0]: text for name, text in match.groupdict().items() if text}
    return Hit(max(start, match.start("from") if "from" in rule.pattern.groupindex else start), match.end(), rule.expression, said)


def _is_name(view: str, sentence: Sentence, hit: Hit, lexicon: Times) -> bool:
    """True for a month alone that may be somebody: "May" without "in", or any month behind a capitalised word inside the sentence."""
    month = hit.said.get("month", "")
    if not month or view[hit.start:hit.end] != month:
        return False
    if month.lower() in lexicon.rows.names:
        return not lexicon.before_name.search(view, sentence.start, hit.start)
    before = view[sentence.start:hit.start].split()
    return len(before) > 1 and before[-1].isalpha() and before[-1][0].isupper()


def _joined(found: Iterator[Hit], view: str, lexicon: Times) -> Iterator[Hit]:
    """The expressions, those that stand side by side and are one time made one."""
    waiting: Hit | None = None
    for hit in found:
        one = _as_one(waiting, hit) if waiting and lexicon.join.fullmatch(view, waiting.end, hit.start) else None
        if waiting and one is None:
            yield waiting
        waiting = one or hit
    if waiting:
        yield waiting


def _as_one(first: Hit, second: Hit) -> Hit | None:
    """An hour with its day ("about 09:30 on Sunday"); of a day and an open time ("since the war broke out on October 7") the day."""
    if _is_clock(first) != _is_clock(second):
        day = second if _is_clock(first) else first
        return Hit(first.start, second.end, day.rule, {**first.said, **second.said})
    if _is_open(first) != _is_open(second):
        return second if _is_open(first) else first
    return None


def _is_clock(hit: Hit) -> bool:
    return bool(hit.said.keys() & {"hour", "clock"}) and not hit.said.keys() & DATES and hit.rule.unit is None


def _is_open(hit: Hit) -> bool:
    """True for an expression that names no day by itself ("a few days ago", "Christmas Eve")."""
    return (hit.rule.unit is not None or "unit" in hit.said) and hit.rule.count is None and not hit.said.keys() & (DATES - {"unit"})


def _mention(article: Article, document: Document, sentence: Sentence, hit: Hit, lexicon: Times, anchor: date | None,
             told: date | None) -> Mention | None:
    start, sense = _with_sense(article.view, sentence, hit, lexicon)
    tokens = document.between(start, hit.end)
    span = span_of(article.text, start, hit.end)
    from_ = told if hit.rule.anchor == "story" else anchor
    future = bool(lexicon.future.search(article.view, sentence.start, hit.start))
    made = _when(span, hit, lexicon, from_, future)
    if made is None or not tokens:
        return None
    when, note = made
    if when.sense == "at":
        when = replace(when, sense=sense)
    why = f"time.toml: {hit.rule.id}" + (f"; {note}" if note else "")
    head = next((t for t in tokens if not tokens[0].index <= t.head <= tokens[-1].index), tokens[-1])
    return Mention(record_id("mentions", article.id, span, "time"), span, "time", tokens[0].index, tokens[-1].index + 1, head.index,
                   when=when, why=why)


def _with_sense(view: str, sentence: Sentence, hit: Hit, lexicon: Times) -> tuple[int, Sense]:
    """Where the mention begins when a "since" or "until" stands before it, and which of them."""
    if hit.rule.sense:
        return hit.start, hit.rule.sense
    for sense, pattern in lexicon.senses:
        for match in pattern.finditer(view, sentence.start, hit.start):
            return match.start(), sense
    return hit.start, "since" if lexicon.since_event.search(view, max(sentence.start, hit.start - 80), hit.start) else "at"


def _when(span: Span, hit: Hit, lexicon: Times, anchor: date | None, future: bool) -> tuple[When, str | None] | None:
    """The time the groups of a hit mean, with a note on how a gap was filled."""
    time, zone = _clock(hit.said, lexicon)
    first = _parts(hit, lexicon, "")
    if first is None:
        return None
    if _is_clock(hit):
        return When(span, time=time, zone=zone, basis="stated"), None
    if hit.rule.between:
        return _between(span, hit, lexicon, first, anchor, future)
    days = resolve(first, anchor, future)
    if days is None:
        return None
    sense: Sense = "between" if hit.rule.stretch else "at"
    return When(span, _iso(days.start), _iso(days.end), days.edtf, time, zone, sense, days.precision, days.basis), days.note


def _between(span: Span, hit: Hit, lexicon: Times, parts: Parts, anchor: date | None, future: bool) -> tuple[When, str | None] | None:
    """The time from the first day of one end of a range to the last day of the other."""
    second = _parts(hit, lexicon, "2")
    both = ends(parts, second, anchor, future) if second else None
    if both is None:
        return None
    one, two = both
    edtf = f"{one.edtf}/{two.edtf}" if one.edtf and two.edtf else None
    return When(span, _iso(one.start), _iso(two.end), edtf, None, None, "between", two.precision, two.basis), two.note


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _parts(hit: Hit, lexicon: Times, end: str) -> Parts | None:
    """The groups of a hit as parts; `end` "2" reads the second end of a range. None where a numeric date can be read two ways."""
    said, rows, rule = hit.said, lexicon.rows, hit.rule
    month = rows.months.get(_key(said.get(f"month{end}")))
    day = _digits(said.get(f"day{end}"))
    if f"dd{end}" in said:
        day, month = int(said[f"dd{end}"]), int(said.get(f"mm{end}") or said["mm2"])
        if lexicon.rows.order == "either" and day <= 12 and day != month:
            return None
    elif "mm" in said:
        month = int(said["mm"])
    year = _year(said, end)
    unit = rule.unit or rows.units.get(_key(said.get("unit")))
    count = rule.count if rule.count is not None else _count(said.get("number"), lexicon.numbers)
    nth = _digits(said.get("n")) if rule.count is not None else None
    return Parts(year, month, day, rows.weekdays.get(_key(said.get(f"weekday{end}"))), _decade(said), nth, unit, count, rule.toward,
                 rule.years, rule.stretch)


def _decade(said: dict[str, str]) -> int | None:
    """The decade said, with its century or, where two figures stand without a date, without."""
    return _digits(said.get("decade") or (said.get("yy") if "dd" not in said else None))


def _year(said: dict[str, str], end: str) -> int | None:
    if f"year{end}" in said:
        return int(said[f"year{end}"])
    if f"yy{end}" in said:
        short = int(said[f"yy{end}"])
        century = int(said["year"]) // 100 * 100 if "year" in said else (2000 if short < 70 else 1900)
        return century + short
    return None


def _key(name: str | None) -> str:
    return " ".join(name.lower().split()) if name else ""


def _digits(text: str | None) -> int | None:
    kept = "".join(c for c in text or "" if c.isdigit())
    return int(kept) if kept else None


def _count(text: str | None, numbers: Numbers) -> int | None:
    """The whole number said; None for "half a year", which is no count of units."""
    value = numbers.value(text) if text else None
    return value if isinstance(value, int) else None


def _clock(said: dict[str, str], lexicon: Times) -> tuple[str | None, str | None]:
    """Hour and zone as written; an afternoon word or "p.m." turns a small hour into a late one."""
    zone = lexicon.rows.zones.get(said.get("zone", ""))
    if "hour" not in said:
        return lexicon.rows.clocks.get(_key(said.get("clock"))), zone
    hour = int(said["hour"])
    half = said.get("half", "").lower()[:1]
    late = half == "p" or (not half and _key(said.get("daypart")) in lexicon.rows.afternoon)
    hour = hour + 12 if late and hour < 12 else 0 if half == "a" and hour == 12 else hour
    return f"{hour:02}:{said.get('minute', '00')}", zone
