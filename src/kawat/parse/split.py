"""Words to sentences, by named strategy: rules first, so that no parser ends a sentence in mid-clause."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from kawat.errors import BadData
from kawat.lexicon.tokens import Tokens
from kawat.parse.tokenize import Cut

Splitter = Callable[[str, list[Cut], Tokens], list[int]]

LONGEST = 200
CLOSERS = frozenset("\"')]}")
DOTTED = re.compile(r"(?:[^\W\d_]\.)+$")
ENDS = re.compile(r"(?:[.!?…]|\.{3,}|[?!]{2,})$")
NUMBERING = re.compile(r"(?:\d{1,3}|[^\W\d_]|[ivxIVX]{1,4})$")


def news(text: str, cuts: list[Cut], tokens: Tokens) -> list[int]:
    """The words that start a sentence, of one paragraph of news prose.

    A sentence ends with a full stop, question or exclamation mark and the quotes and brackets that close after it, when what follows
    could open one: a capital, a figure, an opening quote. It never ends within an abbreviation, after initials (`J. R. Calloway`), after
    the number of a list item, nor between a quoted question and the verb of saying. One above 200 words is cut at its punctuation.
    """
    words = [text[start:end] for start, end in cuts]
    starts = [0] if words else []
    for place, word in enumerate(words[:-1]):
        if not ENDS.search(word):
            continue
        following = _after_closers(cuts, words, place)
        if following < len(words) and following > starts[-1] and _ends(words, cuts, place, following, starts[-1], tokens):
            starts.append(following)
    return _shortened(words, starts)


STRATEGIES: dict[str, Splitter] = {"news": news}


def splitter(name: str) -> Splitter:
    """The splitter of that name; raises BadData where there is none."""
    if name not in STRATEGIES:
        raise BadData(f"language.toml: no splitter '{name}'. There is: {', '.join(STRATEGIES)}")
    return STRATEGIES[name]


def _after_closers(cuts: list[Cut], words: list[str], place: int) -> int:
    """The first word after a mark and whatever closes after it without a blank."""
    following = place + 1
    while following < len(words) and words[following] in CLOSERS and cuts[following][0] == cuts[following - 1][1]:
        following += 1
    return following


def _ends(words: list[str], cuts: list[Cut], place: int, following: int, start: int, tokens: Tokens) -> bool:
    """True where the mark at `place` ends the sentence that began at `start`."""
    mark, opener = words[place], words[following]
    if not _could_open(opener) or (cuts[following][0] == cuts[following - 1][1] and not _glued(words, place, following)):
        return False
    if mark == "." and place - start == 1 and NUMBERING.match(words[start]):
        return False
    if len(mark) > 1 and mark[-1] == "." and mark[-2] != ".":
        return following == place + 1 and _abbreviation_ends(mark, words, following, tokens)
    if mark[-1] in "?!" and following > place + 1:
        return not _said(words, following, tokens)
    return True


def _could_open(word: str) -> bool:
    first = word[0]
    return first.isupper() or not (first.isalpha() or first in ",;:.!?)]}")


def _glued(words: list[str], place: int, following: int) -> bool:
    """True for a full stop whose blank was forgotten: `selesai.Presiden`."""
    before, after = words[place - 1], words[following]
    return following == place + 1 and len(before) > 2 and before.islower() and before.isalpha() and after.istitle()


def _abbreviation_ends(mark: str, words: list[str], following: int, tokens: Tokens) -> bool:
    """True where an abbreviation also ends the sentence: `in the U.S. The` but not `U.S. President`, `No. 5` or `J. Calloway`."""
    if not tokens.may_end(mark) and (tokens.never_ends(mark) or tokens.before_figure(mark) or not (DOTTED.match(mark) and len(mark) > 2)):
        return False
    opener = words[following + 1] if words[following] in "\"'" and following + 1 < len(words) else words[following]
    return opener[0].isupper() and opener.lower() in tokens.file.openers


def _said(words: list[str], following: int, tokens: Tokens) -> bool:
    """True where a verb of saying comes within four words, before any mark."""
    for word in words[following:following + 4]:
        if word.lower() in tokens.file.speech:
            return True
        if not (word[0].isalnum() or word[0] == "'"):
            return False
    return False


def _shortened(words: list[str], starts: list[int]) -> list[int]:
    """The starts, and more of them wherever a sentence would run above 200 words."""
    bounds = [*starts, len(words)]
    kept: list[int] = []
    for start, end in pairwise(bounds):
        kept.append(start)
        while end - start > LONGEST:
            start = _break(words, start)
            kept.append(start)
    return kept


def _break(words: list[str], start: int) -> int:
    """Where to cut a sentence that is too long: after its last semicolon within reach, else its last comma, else at the limit."""
    reach = range(start + LONGEST - 1, start + LONGEST // 2, -1)
    for marks in (";:", ","):
        for place in reach:
            if words[place] in marks:
                return place + 1
    return start + LONGEST
