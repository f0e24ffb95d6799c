"""Text to words, by named strategy: where each word starts and ends, in code points."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from kawat.errors import BadData
from kawat.lexicon.tokens import Clitic, Tokens

Cut = tuple[int, int]
Tokenizer = Callable[[str, Tokens], list[Cut]]

WORD = re.compile(
    r"""
      (?:https?://|www\.)[^\s<>"')\]]*[^\s<>"')\].,;:!?]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?:[\w-]+\.)+(?:com|org|net|gov|edu|info|news|tv|id|uk|au|my|sg)\b(?!\.\w)
    | [#@]\w+
    | (?:[^\W\d_]\.){2,}
    | \d+(?:[.,:/]\d+)*(?:-an\b|(?:st|nd|rd|th|s)\b)?
    | [^\W_]+(?:['-][^\W_]+)*
    | \.{2,} | -{2,} | [?!]{2,}
    | \S
    """,
    re.VERBOSE | re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]")


def latin_clitic(text: str, tokens: Tokens) -> list[Cut]:
    """Words of a language in Latin letters whose little words may be written on to the word before: `kata|nya`, `did|n't`.

    `text` is the view: blanks, quotes and dashes in their plain form. Blanks belong to no word; every other character to exactly one.
    """
    cuts: list[Cut] = []
    at = 0
    while found := WORD.search(text, at):
        found = tokens.whole.match(text, found.start()) or found
        cuts.extend(_pieces(text, found.start(), found.end(), tokens))
        at = found.end()
    return _with_stops(text, cuts, tokens)


STRATEGIES: dict[str, Tokenizer] = {"latin_clitic": latin_clitic}


def tokenizer(name: str) -> Tokenizer:
    """The tokenizer of that name; raises BadData where there is none."""
    if name not in STRATEGIES:
        raise BadData(f"language.toml: no tokenizer '{name}'. There is: {', '.join(STRATEGIES)}")
    return STRATEGIES[name]


def _pieces(text: str, start: int, end: int, tokens: Tokens) -> Iterator[Cut]:
    """A word as the pattern found it, cut at its hyphens and clitics."""
    word = text[start:end]
    if not LETTERS.search(word) or not word.replace("-", "").replace("'", "").isalnum():
        yield start, end
        return
    for first, last in _hyphens(word, tokens):
        for left, right in _clitics(word[first:last], tokens):
            yield start + first + left, start + first + right


def _hyphens(word: str, tokens: Tokens) -> Iterator[Cut]:
    """The parts of a hyphenated word with the hyphens between them, or the word whole."""
    at, rest = 0, word
    while "-" in rest and _parts(rest, tokens):
        place = rest.index("-")
        yield at, at + place
        yield at + place, at + place + 1
        at, rest = at + place + 1, rest[place + 1:]
    yield at, len(word)


def _parts(word: str, tokens: Tokens) -> bool:
    """True where the first hyphen of a word parts it: `Rusia-Ukraina` and `well-known`, but not `anak-anak` or `anti-Israel`."""
    left, _, right = word.partition("-")
    lowered = word.lower()
    if left.lower() in tokens.file.hyphen_prefixes or lowered in tokens.file.hyphenated:
        return False
    if tokens.file.hyphen == "split":
        return True
    return left[:1].isupper() and right[:1].isupper() and min(len(left), len(right)) > 1 and left.lower() != right.lower()


def _clitics(word: str, tokens: Tokens) -> Iterator[Cut]:
    """The word and the clitics written on to it."""
    fused = tokens.file.fused.get(word.lower())
    if fused and sum(map(len, fused)) == len(word):
        at = 0
        for piece in fused:
            yield at, at + len(piece)
            at += len(piece)
        return
    tails: list[int] = [len(word)]
    while place := _host(word[:tails[-1]].lower(), tokens):
        tails.append(place)
    bounds = [0, *reversed(tails)]
    yield from pairwise(bounds)


def _host(word: str, tokens: Tokens) -> int:
    """The length of the host where the word ends in a clitic, else 0."""
    return next((len(word) - len(clitic.form) for clitic in tokens.file.clitic if _bears(word, clitic)), 0)


def _bears(word: str, clitic: Clitic) -> bool:
    host = word.removesuffix(clitic.form)
    if host == word or not host or word in clitic.whole:
        return False
    return host in clitic.hosts if clitic.hosts else len(host) >= clitic.host_letters


def _with_stops(text: str, cuts: list[Cut], tokens: Tokens) -> list[Cut]:
    """The cuts with each full stop that belongs to an abbreviation or an initial put back on to it."""
    kept: list[Cut] = []
    for start, end in cuts:
        if text[start:end] == "." and kept and kept[-1][1] == start and _abbreviates(text[slice(*kept[-1])], text[end:end + 2], tokens):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept


def _abbreviates(word: str, following: str, tokens: Tokens) -> bool:
    """True where a full stop after the word is part of it, given the two characters that follow the stop."""
    dotted = f"{word}."
    if tokens.may_end(dotted):
        return True
    if not following.strip():
        return False
    if tokens.before_figure(dotted):
        return following.strip()[0].isdigit()
    return tokens.never_ends(dotted) or (len(word) == 1 and word.isupper())
