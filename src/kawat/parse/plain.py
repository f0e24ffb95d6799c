"""The bare spaCy language our models run in: no exceptions, longer affixes, hence quick to start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from spacy.attrs import PREFIX, SUFFIX
from spacy.language import BaseDefaults, Language
from spacy.util import load_config
from thinc.api import NumpyOps, set_current_ops


def prefix(word: str) -> str:
    """The first three letters, lower-cased: meN-, di-, ter- tell voice in Indonesian, and one letter does not."""
    return word[:3].lower()


def suffix(word: str) -> str:
    """The last three letters, lower-cased."""
    return word[-3:].lower()


class PlainDefaults(BaseDefaults):
    """Affixes of three letters. They are not stored with a model, so whatever runs one must set them."""

    tokenizer_exceptions: dict[str, list[dict[Any, Any]]] = {}  # spaCy reads it as an attribute of the class
    lex_attr_getters: dict[int, Callable[[str], Any]] = {**BaseDefaults.lex_attr_getters, PREFIX: prefix, SUFFIX: suffix}


class Plain(Language):  # type: ignore[no-untyped-call]  # spaCy leaves a hook untyped
    """A language without tokenizer exceptions: `spacy.blank("id")` takes 1.4 s for its exceptions, this takes 0.04 s."""

    lang = "plain"
    Defaults = PlainDefaults


def use_numpy() -> None:
    """Multiply matrices with NumPy from here on: five times as fast as spaCy's default on the processors we measured."""
    set_current_ops(NumpyOps(use_blis=False))


def pipeline(folder: Path, without: tuple[str, ...] = ()) -> Language:
    """The trained components kept in a folder, but for some; words come from our own tokenizer, so spaCy's is left out."""
    use_numpy()
    config = load_config(folder / "config.cfg")
    return Plain.from_config(config, exclude=without).from_disk(folder, exclude=("tokenizer", *without))
