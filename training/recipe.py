"""A recipe: which files train a language's models, how often each counts, and what is held out."""

from __future__ import annotations

from pathlib import Path

from kawat.lexicon.table import Row, read_toml

RECIPES = Path(__file__).parent / "recipes"


class Part(Row, frozen=True):
    """Sentences `start` to `stop` of a file, counted `times` times; `documents` keeps those whose sent_id begins so."""

    path: str
    start: int | None = None
    stop: int | None = None
    times: int = 1
    documents: tuple[str, ...] = ()


class Parser(Row, frozen=True):
    """What trains the parser; `relabel` maps relations that treebanks use differently; `test` is never trained on;
    `headlines` is the share of sentences that are also given as headlines; `frames` is a list of trees of our own, filled with the
    names of `names`, where `flat` joins the words of a person's name.
    """

    train: tuple[Part, ...]
    dev: tuple[Part, ...]
    test: tuple[str, ...]
    frames: str | None = None
    names: str = ""
    flat: str = "flat"
    relabel: dict[str, str] = {}
    headlines: float = 0.1


class Names(Row, frozen=True):
    """What trains the entity tagger; `tags` maps the labels of the files to ours; `substitutes` is a list of names of our own,
    `sentences` a list of sentences of our own to put them into.
    """

    train: tuple[Part, ...]
    dev: tuple[Part, ...]
    test: tuple[str, ...]
    tags: dict[str, str]
    substitutes: str | None = None
    sentences: str | None = None
    headlines: float = 0.1


class Recipe(Row, frozen=True):
    """One language's recipe, `recipes/xx.toml`."""

    parser: Parser
    names: Names


def recipe(code: str) -> Recipe:
    """The recipe of a language."""
    return read_toml(RECIPES / f"{code}.toml", Recipe)
