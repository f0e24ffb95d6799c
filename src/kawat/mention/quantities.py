"""Document to quantities: each count that may be of people, with its bound words and the noun it counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.lexicon.language import Language
from kawat.lexicon.numbers import Numbers, framed
from kawat.mention import bounds
from kawat.mention.times import hits
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence, Token
from kawat.nouns.mention import Bound, Mention, Quantity
from kawat.nouns.record import record_id
from kawat.nouns.text import span_of

# A parser's tag for what never stands between a number and its noun; only a help, since tags may be wrong.
NO_MODIFIERS = frozenset({"AUX", "ADP", "PRON", "SCONJ", "CCONJ", "PUNCT"})
NOUNS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True)
class Count:
    """A count in the text: code points of the number itself, what kind it is, and for a range the second number."""

    start: int
    end: int
    text: str
    kind: str
    upper: str | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """What follows a count: the end of the phrase, its noun, and whether it is people, `others`, a thing, or nothing known."""

    end: int
    noun: Word | None
    kind: str
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word as the eye sees it: tokens cut at hyphens are one again ("16-year-old"); `token` is the last of them."""

    text: str
    token: Token

    @property
    def norm(self) -> str:
        """The word in small letters."""
        return self.text.lower()


def quantities(article: Article, document: Document, language: Language) -> tuple[Mention, ...]:
    """The counts of a document, in order, each with its `quantity`; numbers of things, money, dates and names are left out."""
    found: list[Mention] = []
    for sentence in document.sentences:
        for count in _ranges(list(_counts(article.view, sentence, language)), article.view, language.numbers):
            made = _mention(article, document, sentence, count, language.numbers)
            if made and not (found and made.span.overlaps(found[-1].span)):
                found.append(made)
    return tuple(found)


def _counts(view: str, sentence: Sentence, language: Language) -> Iterator[Count]:
    """The numbers of a sentence that are no part of a time, a fixed phrase, a price or a name."""
    numbers = language.numbers
    taken = [(hit.start, hit.end) for hit in hits(view, sentence, language)]
    taken += [match.span() for match in numbers.never.finditer(view, sentence.start, sentence.end)]
    named = sentence.end
    for match in numbers.count.finditer(view, sentence.start, sentence.end):
        start, end = match.span()
        if numbers.named.search(view, max(sentence.start, start - 24), start) or numbers.goes_on.fullmatch(view, named, start):
            named = end
        elif not any(start < last and first < end for first, last in taken):
            yield Count(start, end, match.group(), match.lastgroup or "")


def _ranges(found: list[Count], view: str, numbers: Numbers) -> Iterator[Count]:
    """Two numbers that are the ends of a range become one count; a vague word right before a number is its bound, not a count."""
    waiting: Count | None = None
    for count in found:
        between = view[waiting.end:count.start] if waiting else ""
        opened = _range(waiting, count, view, numbers) if waiting else None
        if waiting and opened is not None:
            waiting = Count(opened, count.end, waiting.text, "range", count.text)
            continue
        if waiting and not (waiting.kind != "numeral" and count.kind == "numeral" and not between.strip()):
            yield waiting
        waiting = count
    if waiting:
        yield waiting


def _range(first: Count, second: Count, view: str, numbers: Numbers) -> int | None:
    """Where the range of two numbers begins, its opening word included; None where they are no range."""
    if first.kind != "numeral" or second.kind != "numeral":
        return None
    low, high = numbers.value(first.text), numbers.value(second.text)
    if low is None or high is None or low >= high:
        return None
    before, between = view[max(0, first.start - 24):first.start].lower(), view[first.end:second.start].lower().strip()
    for row in numbers.rows.between:
        opener = re.search(rf"(?<!\w){re.escape(row.open)}\s+$", before) if row.open else None
        changed = framed(r"(?<!\w)", numbers.rows.change, r"\s+$").search(before)
        if between == row.join and (opener or (not row.open and not changed)):
            return first.start - len(before) + opener.start() if opener else first.start
    return None


def _mention(article: Article, document: Document, sentence: Sentence, count: Count, numbers: Numbers) -> Mention | None:
    view = article.view
    start, bound = _bound_before(view, sentence, count.start, numbers)
    behind, end = _bound_after(view, count.end, sentence.end, numbers)
    counted = _counted(document, view, sentence, end, count, numbers)
    if not behind and counted.end > end:
        behind, last = _bound_after(view, counted.end, sentence.end, numbers)
        counted = replace(counted, end=last)
    if not _counts_people(count, counted, view, bool(bound or behind)):
        return None
    span = span_of(article.text, start, counted.end)
    made = _quantity(article, count, bound or behind, start, counted, numbers)
    tokens = document.between(start, counted.end)
    if made is None or not tokens:
        return None
    head = counted.noun.token if counted.noun else next((t for t in reversed(tokens) if t.start < count.end), tokens[-1])
    return Mention(record_id("mentions", article.id, span, "quantity"), span, "quantity", tokens[0].index, tokens[-1].index + 1, head.index,
                   quantity=replace(made, span=span), why=f"numbers.toml: {count.kind}, {made.bound}")


def _bound_before(view: str, sentence: Sentence, start: int, numbers: Numbers) -> tuple[int, Bound | None]:
    """Where the count begins with its bound words, and the bound they give; an exact word gives way to any other."""
    bound: Bound | None = None
    while match := numbers.bound_before.search(view, max(sentence.start, start - 40), start):
        said = numbers.bounds_before[" ".join(match[1].lower().split())]
        bound = said if bound in (None, "exact") else bound
        start = match.start()
    return start, bound


def _bound_after(view: str, end: int, stop: int, numbers: Numbers) -> tuple[Bound | None, int]:
    match = numbers.bound_after.match(view, end, stop)
    if match and numbers.bound_opens.match(view, match.start(1), stop):
        return None, end
    return (numbers.bounds_after[" ".join(match[1].lower().split())], match.end()) if match else (None, end)


def _counted(document: Document, view: str, sentence: Sentence, end: int, count: Count, numbers: Numbers) -> Counted:
    """What the words behind a count say it counts."""
    rows = numbers.rows
    percent = framed(r"\s?", rows.percent, r"(?!\w)").match(view, end, sentence.end)
    if percent:
        end = percent.end()
    words = _words(document.between(end, min(sentence.end, end + 120)), view, end)
    place = 0
    if percent or count.kind == "vague":
        while place < min(3, len(words)) and words[place].norm in rows.skipped:
            place += 1
    if place < len(words) and words[place].norm in rows.others:
        other = words[place]
        after = _noun(words[place + 1:], numbers)
        return Counted((after or [other])[-1].token.end, after[-1] if after else None, "people" if after else "others", bool(percent))
    noun = _noun(words[place:], numbers) or _taken_from(words[place:], count, numbers) or _person(words, count, numbers)
    if not noun and count.text.lower() in rows.persons:
        return Counted(end, None, "people")
    if not noun:
        thing = _thing(words[place:], numbers)
        return Counted(end, None, "thing" if thing else "unknown" if words and words[0].norm[:1].isalpha() else "", bool(percent))
    tail = words[words.index(noun[-1]) + 1:]
    last = tail[0] if tail and tail[0].norm in rows.others else noun[-1]
    return Counted(last.token.end, next((t for t in noun if numbers.names_people(t.text)), noun[-1]), "people", bool(percent))


def _words(tokens: tuple[Token, ...], view: str, start: int) -> list[Word]:
    """The words from `start` on, those joined by hyphens without a blank as one."""
    words: list[Word] = []
    begun = start
    for token in tokens:
        if token.start < start:
            continue
        joined = words and token.start == words[-1].token.end and "-" in (token.text, view[token.start - 1])
        begun = begun if joined else token.start
        word = Word(view[begun:token.end], token)
        words = [*words[:-1], word] if joined else [*words, word]
    return words


def _noun(words: list[Word], numbers: Numbers) -> list[Word]:
    """The noun phrase for people that begins a list of words; empty where there is none.

    A demonym may be its noun ("three Afghans") or stand before it ("three Afghan special forces soldiers").
    """
    rows = numbers.rows
    begin = 0
    for place, word in enumerate(words[:rows.modifiers + 1]):
        if numbers.names_people(word.text):
            begin = place + 1
            if word.norm in numbers.people or word.norm.endswith(rows.people_endings):
                break
        elif (word.norm in numbers.measures and word.token.label != "compound") or word.norm in numbers.closed or word.norm in rows.values \
                or not word.norm[:1].isalpha() or word.token.pos in NO_MODIFIERS:
            break
    return _whole(words, begin, numbers) if begin else []


def _taken_from(words: list[Word], count: Count, numbers: Numbers) -> list[Word]:
    """The people a number is taken from, said with a possessive or an article: "27 of his members", "seven of them"."""
    rows = numbers.rows
    if count.kind != "numeral" or len(words) < 2 or words[0].norm not in rows.link or words[1].norm not in rows.whose:
        return []
    noun = _noun(words[2:], numbers)
    return [*words[:2], *noun] if noun else []


def _person(words: list[Word], count: Count, numbers: Numbers) -> list[Word]:
    """Whoever stands behind an article that is a person by itself: "seorang penyadap"."""
    return words[:1] if count.text.lower() in numbers.rows.persons and words and words[0].token.pos in NOUNS else []


def _whole(words: list[Word], end: int, numbers: Numbers) -> list[Word]:
    """The noun phrase that reaches at least to `end`, with the nouns and names that still belong to it."""
    stop = end + 2
    while end < min(len(words), stop) and _goes_on(words[end], numbers):
        end += 1
    if end + 1 < len(words) and words[end].norm in numbers.rows.conjoined and numbers.names_people(words[end + 1].text):
        end += 2
    return words[:end]


def _goes_on(word: Word, numbers: Numbers) -> bool:
    """True where a word behind a noun for people still belongs to it: another such noun, or a name in a language that puts it there."""
    return word.norm not in numbers.closed and (numbers.names_people(word.text) or (
        numbers.rows.names_after and word.text[:1].isupper() and word.text[:1].isalpha()))


def _thing(words: list[Word], numbers: Numbers) -> bool:
    for word in words[:numbers.rows.modifiers + 1]:
        if word.norm in numbers.measures and word.token.label != "compound":
            return True
        if word.norm in numbers.closed or not word.norm[:1].isalnum():
            return False
    return False


def _counts_people(count: Count, counted: Counted, view: str, bounded: bool) -> bool:
    """False where the words say that something else than people is counted, or too little to say that anything is.

    A bare number between commas or in brackets is the age of somebody just named.
    """
    if counted.kind == "thing" or (counted.percent and counted.kind != "people"):
        return False
    if count.kind == "single":
        return counted.kind == "people"
    if count.kind == "numeral" and (view[count.start - 1:count.start] == "-" or re.match(r"-\d", view[count.end:count.end + 2])):
        return False
    aged = re.search(r"[,(]\s*$", view[max(0, count.start - 2):count.start]) and re.match(r"\s*[,)]", view[count.end:count.end + 2])
    if aged and not bounded and re.fullmatch(r"[1-9]?\d", count.text):
        return False
    year = re.fullmatch(r"(?:1[89]|20)\d\d", count.text)
    return not (year and counted.kind != "people" and not bounded)


def _quantity(article: Article, count: Count, bound: Bound | None, start: int, counted: Counted, numbers: Numbers) -> Quantity | None:
    """The quantity of a count; None for a vague word that needs a noun and has none, and for a fraction of a person."""
    span = span_of(article.text, start, counted.end)
    if count.kind == "single":
        return bounds.quantity(span, 1, "exact", False)
    if count.kind == "vague":
        return _vague(article, count, counted, start, numbers)
    value = numbers.value(count.text)
    if value is None or (value != int(value) and not counted.percent):
        return None
    if count.upper is not None:
        return bounds.span_between(span, value, numbers.value(count.upper) or value)
    rough = any(word in numbers.rows.rough for word in count.text.lower().split())
    return bounds.quantity(span, value, bound or ("approx" if rough else "exact"), any(c.isdigit() for c in count.text))


def _vague(article: Article, count: Count, counted: Counted, start: int, numbers: Numbers) -> Quantity | None:
    said = " ".join(count.text.lower().split())
    word = max((word for word in numbers.vague_rows if said.startswith(word)), key=len)
    row = numbers.vague_rows[word]
    if row.needs_noun and counted.kind not in ("people", "others"):
        return None
    scale = numbers.value(said[len(word):]) if said[len(word):].strip() else 1
    return bounds.vague(span_of(article.text, start, counted.end), row.low, row.high, int(scale or 1))
