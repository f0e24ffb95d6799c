"""One language: a folder of data, each file read when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kawat.lexicon.table import DATA, Row, read_toml

LANGUAGES = DATA / "languages"


class Settings(Row, frozen=True):
    """`language.toml`: what the engine must know before it reads anything else.

    `key` says on what rules match (`form` where one lemma hides several verbs, `lemma` elsewhere); `tokenizer` and `splitter` name
    strategies of the parse room; `confused_with` lists languages the page's own word decides against; `model` is the module of the
    installed data wheel.
    """

    name: str
    key: str
    tokenizer: str
    splitter: str
    model: str
    confused_with: tuple[str, ...] = ()


@dataclass(frozen=True)
class Language:
    """A language pack by its ISO 639-1 code and folder."""

    code: str
    folder: Path

    @cached_property
    def settings(self) -> Settings:
        """`language.toml`."""
        return read_toml(self.folder / "language.toml", Settings)


def languages() -> tuple[str, ...]:
    """The codes of the languages that have a pack."""
    return tuple(sorted(folder.name for folder in LANGUAGES.iterdir() if (folder / "language.toml").exists()))


def language(code: str) -> Language:
    """The pack of a language; its files are read, and checked, when first used."""
    return Language(code, LANGUAGES / code)
