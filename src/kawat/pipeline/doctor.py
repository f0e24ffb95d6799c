"""Whether this installation can do its work: what is installed, which languages, how old the lists of names are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import metadata
from typing import Literal, get_args

from kawat.errors import BadLedger
from kawat.ledger import Ledger
from kawat.lexicon.age import list_ages
from kawat.lexicon.language import language, languages
from kawat.nouns.document import Profile
from kawat.pipeline.fingerprint import fingerprint

LIBRARIES = ("spacy", "trafilatura", "resiliparse", "py3langid", "msgspec", "SQLAlchemy", "pyarrow", "click", "rich", "Jinja2")
OLD_DAYS = 365


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: how it is, and what to do where it is not well."""

    what: str
    state: Literal["well", "note", "ill"]
    found: str
    remedy: str | None = None


def findings(today: date) -> Iterator[Finding]:
    """Everything worth knowing about this installation, on that day."""
    yield Finding("Python", "well", sys.version.split()[0])
    yield Finding("kawat", "well", _version("kawat") or "not installed as a package")
    yield from (_library(name) for name in LIBRARIES)
    yield from (_language(code) for code in languages())
    yield from (_list(name, checked, today) for name, checked in ((age.name, age.checked) for age in list_ages()))


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _library(name: str) -> Finding:
    version = _version(name)
    return Finding(name, "well", version) if version else Finding(name, "ill", "missing", "pip install -e . brings it")


def _language(code: str) -> Finding:
    """A language is well with its model; without, its pages are read and not coded."""
    settings = language(code).settings
    wheel = settings.model.replace("_", "-")
    version = _version(wheel)
    what = f"{settings.name} ({code})"
    if version is None:
        return Finding(what, "ill", f"model {wheel} missing", f"pip install ./models/{code}")
    return Finding(what, "well", f"model {wheel} {version}, fingerprint {fingerprint(code)}")


def _list(name: str, checked: date | None, today: date) -> Finding:
    if checked is None:
        return Finding(name, "note", "says no day of checking", "look it over and write '# checked: YYYY-MM-DD' in its header")
    days = (today - checked).days
    said = f"checked {checked.isoformat()}, {days} days ago"
    return Finding(name, "note", said, "offices change hands: look it over") if days > OLD_DAYS else Finding(name, "well", said)


def _today(code: str | None) -> set[str]:
    return {fingerprint(code, profile) for profile in get_args(Profile)}


def ledger_finding(place: str) -> Finding:
    """A ledger is well where it opens and its articles were coded by the kawat that is installed."""
    try:
        with Ledger.open(place, create=False) as ledger:
            articles, forgotten = list(ledger.articles()), len(ledger.tombstones())
    except BadLedger as fault:
        return Finding(place, "ill", str(fault))
    old = sum(article["fingerprint"] not in _today(article["language"]) for article in articles)
    found = f"{len(articles)} articles, {forgotten} forgotten"
    if old:
        return Finding(place, "note", f"{found}, {old} coded by an earlier kawat", f"kawat recode {place}")
    return Finding(place, "well", found)
