"""How a language's text falls into words and sentences: `tokens.toml`."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Literal

from kawat.lexicon.table import Row

NOTHING = "(?!)"  # an empty list is a pattern that matches nowhere; "" would match everywhere


class Clitic(Row, frozen=True):
    """A word written on to the word before it. It is cut off where the host is one of `hosts` or, without hosts, has `host_letters`;
    never in the words `whole`.
    """

    form: str
    hosts: frozenset[str] = frozenset()
    host_letters: int = 1
    whole: frozenset[str] = frozenset()


class TokensFile(Row, frozen=True):
    """`tokens.toml`.

    `abbreviations` keep their full stop and end no sentence; those in `before_figures` do so only before a figure; those in `may_end`
    keep it and end a sentence before a word of `openers`. An entry with a capital is met only with a capital: `Ill.` is no `ill.`
    `currency` is cut from the figure written on to it. `hyphen` says whether `well-known` stays one word (`keep`, save between two
    capitalised words) or becomes three (`split`, save after one of `hyphen_prefixes` or in `hyphenated`). `fused` gives the pieces of
    words that hide two. `speech` holds words that carry on a sentence after a quoted question or shout.
    """

    abbreviations: frozenset[str]
    may_end: frozenset[str]
    before_figures: frozenset[str]
    openers: frozenset[str]
    speech: frozenset[str]
    currency: tuple[str, ...]
    hyphen: Literal["keep", "split"]
    hyphen_prefixes: frozenset[str] = frozenset()
    hyphenated: frozenset[str] = frozenset()
    fused: dict[str, tuple[str, ...]] = {}
    clitic: tuple[Clitic, ...] = ()


class Tokens:
    """`tokens.toml`, ready for use."""

    def __init__(self, file: TokensFile) -> None:
        self.file = file

    def never_ends(self, word: str) -> bool:
        """True for an abbreviation after which a sentence goes on."""
        return _listed(word, self._never_ends)

    def may_end(self, word: str) -> bool:
        """True for an abbreviation that can also be the last word of a sentence."""
        return _listed(word, self._may_end)

    def before_figure(self, word: str) -> bool:
        """True for an abbreviation only before a figure: `No. 5`, but `No.` is an answer."""
        return _listed(word, self._before_figure)

    @cached_property
    def _never_ends(self) -> dict[str, bool]:
        return _capitals(self.file.abbreviations)

    @cached_property
    def _may_end(self) -> dict[str, bool]:
        return _capitals(self.file.may_end)

    @cached_property
    def _before_figure(self) -> dict[str, bool]:
        return _capitals(self.file.before_figures)

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """What is one word whatever it looks like: a currency sign before a figure, an abbreviation with stops inside (`M.Si.`)."""
        signs = "|".join(map(re.escape, self.file.currency)) or NOTHING
        inner = (entry for entry in self.file.abbreviations | self.file.may_end if "." in entry[:-1])
        listed = "|".join(map(re.escape, sorted(inner, key=len, reverse=True))) or NOTHING
        return re.compile(rf"(?:{signs})(?=\d)|{listed}", re.IGNORECASE)


def _capitals(entries: frozenset[str]) -> dict[str, bool]:
    """Each entry, lower-cased, and whether it was written with a capital."""
    return {entry.lower(): entry != entry.lower() for entry in entries}


def _listed(word: str, entries: dict[str, bool]) -> bool:
    capital = entries.get(word.lower())
    return capital is not None and (not capital or word[0].isupper())
