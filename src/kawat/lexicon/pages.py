"""What a careful reader wants from each example page: `pages/<slug>/records.toml`, beside the page."""

from __future__ import annotations

from pathlib import Path

from kawat.lexicon.language import LANGUAGES
from kawat.lexicon.table import Row, read_toml

Words = str | tuple[str, ...]  # a list is alternatives: a careful reader could defend each


class Wanted(Row, frozen=True):
    """What every row may say: where its words stand (`at`: found from these words on), and why kawat does not yet give it."""

    at: str = ""
    known_failure: str = ""


class EventRow(Wanted, frozen=True, kw_only=True):
    """An event; `actors` and `recipients`, where given, are all there are. `day` is ISO, EDTF or the words of the page."""

    type: Words
    trigger: Words
    realis: Words = "actual"
    mode: str = ""
    actors: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None
    forum: str = ""
    place: str = ""
    day: str = ""
    source: str = ""


class FigureRow(Wanted, frozen=True, kw_only=True):
    """A count of people; `count` holds the bound word and the number."""

    count: str
    kind: Words
    bound: Words
    value: int | None = None
    low: int | None = None
    high: int | None = None
    unit: str = "persons"
    counted_by: str = ""


class StatementRow(Wanted, frozen=True, kw_only=True):
    """Reported speech, from its `first` words to its `last`."""

    speaker: str
    first: str
    last: str
    mode: str = ""
    addressee: str = ""


class PositionRow(Wanted, frozen=True, kw_only=True):
    """What a party wants, from the `first` words of its content."""

    party: Words
    issue: Words
    kind: Words
    first: Words


class ChainRow(Wanted, frozen=True, kw_only=True):
    """A chain of sources, nearest first, the outlet left out; `covers` are words it answers for."""

    hops: tuple[str, ...]
    covers: str
    basis: Words


class LabelRow(Wanted, frozen=True, kw_only=True):
    """A loaded word, and whose it is; no holder is the outlet's own."""

    words: str
    holder: str = ""


class NegotiationRow(Wanted, frozen=True, kw_only=True):
    """Talks: their parties, and who stands beside them in which role."""

    parties: tuple[str, ...]
    third_parties: tuple[str, ...] = ()
    role: str = ""
    format: str = ""


class AbsentRow(Wanted, frozen=True, kw_only=True):
    """A record that may not be: of the table `what`, anchored at the words."""

    what: str
    words: str
    why: str
    type: str = ""


class DatedRow(Wanted, frozen=True, kw_only=True):
    """The day that words stand for when the page is dated as `given`; no day: none may be concluded."""

    words: str
    given: str = ""
    day: str = ""


class PageRecords(Row, frozen=True):
    """`records.toml`: the ledger a page must give; `silent` are the first words of stretches from which nothing may be coded."""

    silent: tuple[str, ...] = ()
    event: tuple[EventRow, ...] = ()
    figure: tuple[FigureRow, ...] = ()
    statement: tuple[StatementRow, ...] = ()
    position: tuple[PositionRow, ...] = ()
    chain: tuple[ChainRow, ...] = ()
    label: tuple[LabelRow, ...] = ()
    negotiation: tuple[NegotiationRow, ...] = ()
    absent: tuple[AbsentRow, ...] = ()
    dated: tuple[DatedRow, ...] = ()


def choices(words: Words) -> tuple[str, ...]:
    """The alternatives of a field."""
    return (words,) if isinstance(words, str) else words


def page_slugs() -> tuple[str, ...]:
    """The example pages that have a ledger, as `language/slug`, sorted."""
    return tuple(sorted(f"{path.parts[-4]}/{path.parts[-2]}" for path in LANGUAGES.glob("*/pages/*/records.toml")))


def page_file(slug: str) -> Path:
    """Where the text of an example page stands."""
    return LANGUAGES / slug.split("/")[0] / "pages" / slug.split("/")[1] / "page.txt"


def page_records(slug: str) -> PageRecords:
    """The ledger an example page must give; raises BadData where the file breaks its schema."""
    return read_toml(page_file(slug).with_name("records.toml"), PageRecords)
