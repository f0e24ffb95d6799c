"""Number words of a language, as `numbers.toml` lists them, and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kawat.lexicon.table import Row, read_toml
from kawat.nouns.mention import Bound


class Vague(Row, frozen=True):
    """Words that count without a number; `low` and `high` only where the word itself fixes them (belasan: 11 to 19).

    `needs_noun` words count only in front of a noun for people ("most women"); the others stand alone too ("dozens were hurt").
    """

    words: tuple[str, ...]
    low: int | None = None
    high: int | None = None
    needs_noun: bool = False


class BoundWords(Row, frozen=True):
    """Words that say how far a number may be from the truth: in front of it, behind it, or behind the noun it counts."""

    bound: Bound
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class Between(Row, frozen=True):
    """Words around two numbers that are the ends of a range; `open` may be empty ("30 to 40")."""

    join: str
    open: str = ""


class NumberRows(Row, frozen=True):
    """`numbers.toml`.

    `values` add up, `times` multiply the digit before them ("two hundred"), `plus` are added to it ("dua belas"), `scales` close a
    group ("41 ribu"), `glued` are scales written onto digits ("1.2m"). `rough` are exact words used loosely (a dozen). `never` are
    phrases whose number counts nothing, `labels` words whose number is a name (Article 5), `measures` what is no people, `change`
    words before the first of two numbers that are no range ("from 30 to 40"), `skipped` words between a vague count and its noun,
    `whose` words between a number with a `link` and the people it is taken from ("27 of his members"), `persons` articles that are a
    person by themselves ("seorang"), `clitics` endings of a noun ("anggotanya"), `phrasal`
    verbs whose particle is no bound ("handed over six captives"),
    `others` words that stand for a noun ("30 more"), `conjoined` what joins two nouns of one count ("women and
    children"). `modifiers` words may stand before the noun; a name may follow it where `names_after` is true.
    """

    decimal: str
    values: dict[str, float]
    times: dict[str, int]
    scales: dict[str, int]
    plus: dict[str, int] = {}
    glued: dict[str, int] = {}
    joiners: tuple[str, ...] = ()
    unit_scale: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    phrasal: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    clitics: tuple[str, ...] = ()
    rough: tuple[str, ...] = ()
    vague: tuple[Vague, ...] = ()
    bound: tuple[BoundWords, ...] = ()
    between: tuple[Between, ...] = ()
    endings: tuple[str, ...] = ()
    link: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    change: tuple[str, ...] = ()
    skipped: tuple[str, ...] = ()
    percent: tuple[str, ...] = ()
    money: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    people_endings: tuple[str, ...] = ()
    demonym_endings: tuple[str, ...] = ()
    conjoined: tuple[str, ...] = ()
    modifiers: int = 0
    names_after: bool = False


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; a blank in a word is any run of blanks."""
    longest = sorted(set(words), key=lambda word: (-len(word), word))
    return _branches(longest) if longest else r"(?!)"


def _branches(words: list[str]) -> str:
    """The words letter by letter, each beginning that they share written once: a list is then tried in the time of one word."""
    heads: dict[str, list[str]] = {}
    for word in words:
        heads.setdefault(word[:1], []).append(word[1:])
    ends = heads.pop("", None) is not None
    parts = [(r"\s+" if head == " " else re.escape(head)) + _branches(rest) for head, rest in heads.items()]
    parts += [""] if ends else []
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


@cache
def framed(before: str, words: tuple[str, ...], after: str) -> re.Pattern[str]:
    """Any of the words between two patterns, made once for each list; it ignores case."""
    return re.compile(f"{before}(?:{any_of(words)}){after}", re.IGNORECASE)


@dataclass(frozen=True)
class Numbers:
    """The number words of a language with the patterns made of them; all patterns want the view and ignore case."""

    rows: NumberRows

    @cached_property
    def word(self) -> str:
        """Any single number word, as a pattern."""
        return any_of([*self.rows.values, *self.rows.times, *self.rows.plus, *self.rows.scales])

    @cached_property
    def digits(self) -> str:
        """A number in figures, as a pattern: groups of three with either mark, or a decimal part."""
        return r"\d{1,3}(?:[.,]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d{1,2}(?!\d))?"

    @cached_property
    def numeral(self) -> str:
        """A whole number expression, as a pattern: figures with scale words, or words."""
        scale = any_of([*self.rows.scales, *(w for w in self.rows.times if self.rows.times[w] >= 10)])
        glued = any_of(self.rows.glued)
        joint = rf"(?:[\s-]+|\s+(?:{any_of(self.rows.joiners)})\s+)"
        one = rf"(?:(?:{any_of(self.rows.unit_scale)})\s+(?=(?:{scale})\b))?"
        figures = rf"(?:{self.digits})(?:(?:{glued})\b|\s+(?:{scale})\b)*"
        return rf"(?:{figures}|{one}(?:{self.word})\b(?:{joint}(?:{self.word})\b)*)"

    @cached_property
    def vague(self) -> str:
        """A vague count with its scales ("puluhan ribu", "hundreds of thousands"), as a pattern."""
        words = any_of(word for row in self.rows.vague for word in row.words)
        scale = any_of([*self.rows.scales, *self.rows.times])
        link = any_of(self.rows.link)
        return rf"(?:{words})\b(?:\s+(?:(?:{link})\s+)?(?:{scale})\b)*"

    @cached_property
    def vague_rows(self) -> dict[str, Vague]:
        """Each vague word with its row."""
        return {word: row for row in self.rows.vague for word in row.words}

    @cached_property
    def count(self) -> re.Pattern[str]:
        """Any count: vague words, a numeral, or an indefinite article; the groups say which."""
        single, endings = any_of(self.rows.single), any_of(ending.lstrip("-") for ending in self.rows.endings)
        numeral = rf"(?P<numeral>{self.numeral})(?![\w/])(?!-(?!\d|(?:{endings})\b)\w)(?!:\d)"
        apart = r"(?<![\w/])(?<![^\W\d]-)(?<!\w[.,:])"
        return re.compile(rf"{apart}(?:(?P<vague>{self.vague})|{numeral}|(?P<single>{single})\b)", re.IGNORECASE)

    @cached_property
    def never(self) -> re.Pattern[str]:
        """Phrases whose number counts nothing."""
        return re.compile(rf"(?<!\w)(?:{any_of(self.rows.never)})(?!\w)", re.IGNORECASE)

    @cached_property
    def named(self) -> re.Pattern[str]:
        """What stands just before a number that is money or a name."""
        return re.compile(rf"(?:(?<!\w)(?:{any_of(self.rows.labels)})\s+|(?<![a-z])(?:{any_of(self.rows.money)})\s?)$", re.IGNORECASE)

    @cached_property
    def goes_on(self) -> re.Pattern[str]:
        """What stands between a number that is a name or an age and another of its kind ("aged 12 and 14")."""
        return re.compile(rf"\s*,?\s*(?:(?:{any_of(self.rows.conjoined)})\s+)?(?<=\s)", re.IGNORECASE)

    @cached_property
    def bound_before(self) -> re.Pattern[str]:
        """A bound word just before a number, and no particle of a verb."""
        particle = "".join(rf"(?<!\b{re.escape(verb)} )" for verb in self.rows.phrasal)
        return re.compile(rf"(?<!\w){particle}({any_of(self.bounds_before)})\s+$", re.IGNORECASE)

    @cached_property
    def bound_after(self) -> re.Pattern[str]:
        """A bound word or ending just behind a number or its noun."""
        return re.compile(rf"\s*({any_of(self.bounds_after)})(?!\w)", re.IGNORECASE)

    @cached_property
    def bound_opens(self) -> re.Pattern[str]:
        """A bound word of more than one word, which begins a new count: "lebih dari" is no "lebih"."""
        return re.compile(rf"(?:{any_of(word for word in self.bounds_before if ' ' in word)})(?!\w)", re.IGNORECASE)

    @cached_property
    def bounds_before(self) -> dict[str, Bound]:
        """Each bound word that stands before a number, with its bound."""
        return {word: row.bound for row in self.rows.bound for word in row.before}

    @cached_property
    def bounds_after(self) -> dict[str, Bound]:
        """Each bound word that stands behind a number or its noun, with its bound."""
        return {word: row.bound for row in self.rows.bound for word in row.after}

    @cached_property
    def people(self) -> frozenset[str]:
        """The nouns that name people."""
        return frozenset(self.rows.people)

    @cached_property
    def measures(self) -> frozenset[str]:
        """The nouns that name anything but people."""
        return frozenset(self.rows.measures)

    @cached_property
    def closed(self) -> frozenset[str]:
        """The words that never stand between a number and its noun."""
        return frozenset(self.rows.closed)

    def names_people(self, text: str) -> bool:
        """True where the word names people: listed, or by its ending; a demonym by its ending where it is capitalised."""
        norm = text.lower()
        if norm in self.measures:
            return False
        bare = next((norm.removesuffix(clitic) for clitic in self.rows.clitics if norm.endswith(clitic)), norm)
        return (norm in self.people or bare in self.people or norm.endswith(self.rows.people_endings)
                or (text[:1].isupper() and not text.isupper() and norm.endswith(self.rows.demonym_endings)))

    def value(self, text: str) -> int | float | None:
        """The number an expression of figures or words stands for; None where it is none."""
        parts = re.findall(rf"(?:{self.digits})|[^\W\d]+", text.lower())
        return whole(_added(parts, self.rows)) if parts else None


def whole(number: float) -> int | float:
    """The number as an integer where it is one."""
    return int(number) if float(number).is_integer() else round(number, 6)


def _added(parts: list[str], rows: NumberRows) -> float:
    """Total of groups closed by scales; inside a group, `pending` is the last value, which `times` and `plus` change."""
    total = group = pending = 0.0
    for place, part in enumerate(parts):
        if part[0].isdigit():
            pending += figures(part, rows.decimal, scaled=place + 1 < len(parts))
        elif part in rows.values:
            pending, group = rows.values[part], group + pending
        elif part in rows.plus:
            pending += rows.plus[part]
        elif part in rows.times:
            pending = max(pending, float(not pending)) * rows.times[part]
        elif part in rows.scales or part in rows.glued:
            total += (group + pending or 1) * (rows.scales.get(part) or rows.glued[part])
            group = pending = 0.0
    return total + group + pending


def figures(text: str, decimal: str, scaled: bool) -> float:
    """A number in figures: a mark before exactly three digits groups, save the language's decimal mark where a scale word follows.

    Papers mix both habits, and no count of people has a fraction: "41.100" and "41,100" are both forty-one thousand one hundred.
    """
    marks = [c for c in text if c in ".,"]
    tail = re.split(r"[.,]", text)[-1]
    fraction = bool(marks) and (len(tail) != 3 or (scaled and len(marks) == 1 and marks[0] == decimal))
    bare = re.sub(r"[.,]", "", text)
    return int(bare) / 10 ** len(tail) if fraction else float(int(bare))


def read_numbers(path: Path) -> Numbers:
    """`numbers.toml` of a language; raises BadData."""
    return Numbers(read_toml(path, NumberRows))
