"""Whether a ledger holds what it says, and whether what it says follows from the pages it keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kawat.errors import KawatError
from kawat.ledger import BY_HAND, Change, Ledger, Stored
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Profile
from kawat.nouns.reading import Reading
from kawat.pipeline.fingerprint import fingerprint

Code = Callable[[Article, Document], Reading]
Parse = Callable[[Article, Profile], Document]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and with which article; None where it is the database."""

    article: str | None
    what: str


@dataclass(frozen=True, slots=True)
class Report:
    """What was looked at: articles, rows in force, those derived again and found equal, those of earlier fingerprints, those a person
    corrected; tombstones; and every fault.
    """

    articles: int = 0
    rows: int = 0
    derived: int = 0
    earlier: int = 0
    corrected: int = 0
    tombstones: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def well(self) -> bool:
        """True where nothing is wrong."""
        return not self.faults


def verify(ledger: Ledger, code: Code, reparse: Parse | None = None) -> Report:
    """Compare every digest, span, revision and seal; code the stored parses again and hold the rows that today's fingerprint made to it.

    With `reparse` the page is parsed again too. What an earlier fingerprint made is only counted; a forgotten article is no fault.
    """
    report = Report(tombstones=len(ledger.tombstones()), faults=tuple(Fault(None, what) for what in ledger.faults()))
    for held in ledger.stored():
        report = _with_article(report, held, ledger, code, reparse)
    return report


def derived(held: Stored, ledger: Ledger, code: Code, reparse: Parse | None = None) -> Reading:
    """The reading of a stored article under the code of today; without a parse there is the article alone."""
    article, document = ledger.parsed(held.page["id"])
    if document is None:
        return Reading(article, fingerprint(article.language))
    return code(article, reparse(article, document.profile) if reparse else document)


def _with_article(report: Report, held: Stored, ledger: Ledger, code: Code, reparse: Parse | None) -> Report:
    name, faults = held.page["id"], ledger.faults(held)
    corrected = sum(kept.fingerprint == BY_HAND for kept in held.current)
    again = earlier = 0
    try:
        reading = derived(held, ledger, code, reparse)
        if reading.fingerprint == held.fingerprint:
            faults += [_told(change) for change in ledger.changes(name, reading)]
            again = len(held.current) - corrected
        else:
            earlier = len(held.current) - corrected
    except KawatError as fault:
        faults.append(str(fault))
    return replace(report, articles=report.articles + 1, rows=report.rows + len(held.current), derived=report.derived + again,
                   earlier=report.earlier + earlier, corrected=report.corrected + corrected,
                   faults=(*report.faults, *(Fault(name, what) for what in faults)))


def _told(change: Change) -> str:
    said = {"added": "is not there, and the code of its fingerprint gives it", "changed": "is not what the code of its fingerprint gives",
            "withdrawn": "is there, and the code of its fingerprint does not give it", "corrected": "was corrected"}
    return f"{change.after.name} {change.after.record}: {said[change.what]}"


def failing(report: Report) -> Iterator[str]:
    """The faults, one line each."""
    yield from (f"{fault.article}: {fault.what}" if fault.article else fault.what for fault in report.faults)
