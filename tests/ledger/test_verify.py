"""A ledger that was tampered with says so, and one that was only coded by older rules does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kawat.errors import BadInput
from kawat.ledger import Ledger
from kawat.ledger.schema import metadata, triggers
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.reading import Reading, plain_reading
from kawat.pipeline.recode import recode
from kawat.pipeline.verify import failing, verify
from tests.ledger.test_ledger import DOCUMENT, everything, page
from tests.readings import ARTICLE, READING, SHELLING, TWELVE

ROWS = 15  # of the page of these tests: fourteen records, and what is said of the article
Code = Callable[[Article, Document], Reading]


def code_giving(reading: Reading) -> Code:
    """A coder that finds the same records in every article."""
    return lambda article, document: replace(reading, article=article)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with one coded page."""
    with Ledger.open(tmp_path / "talks.db") as opened:
        opened.append(READING, DOCUMENT)
        yield opened


def tamper(ledger: Ledger, statement: str) -> None:
    """Change a ledger behind its back, as somebody with the file in hand can."""
    with ledger.engine.connect() as connection:
        driver = connection.connection.cursor()
        driver.execute("PRAGMA foreign_keys = OFF")
        for table in metadata.tables:
            for change in ("update", "delete"):
                driver.execute(f"DROP TRIGGER {table}_no_{change}")
        driver.execute(statement)
        for trigger in triggers("sqlite"):
            driver.execute(trigger)
        driver.execute("PRAGMA foreign_keys = ON")


def test_an_untouched_ledger_is_well(ledger: Ledger) -> None:
    """Every row in force is derived again from its parse, and found equal; a tombstone is no fault."""
    ledger.append(page("Gone.", "gone"), None)
    ledger.forget("gone", "asked for")
    report = verify(ledger, code_giving(READING))
    assert report.well
    assert (report.articles, report.rows, report.derived, report.earlier, report.tombstones) == (1, ROWS, ROWS, 0, 1)


@pytest.mark.parametrize(("statement", "fault"), [
    ("UPDATE records SET payload = replace(payload, 'actual', 'denied') WHERE name = 'events'", "does not have its digest"),
    ("UPDATE articles SET text = replace(text, '12', '92')", "its text does not have its digest"),
    ("UPDATE articles SET text = replace(text, '12', '92')", "is not the text it claims"),
    ("DELETE FROM records WHERE name = 'figures'", "not those of its last coding"),
    ("DELETE FROM codings", "not those of its last coding"),
    ("DELETE FROM parses", "its parse"),
    ("UPDATE parses SET parse = x'00'", "its parse"),
    ("DELETE FROM articles", "belongs to no row of articles"),
    ("DELETE FROM articles", "no tombstone says why"),
    ("UPDATE records SET revision = 2 WHERE name = 'labels'", "a revision is missing"),
])
def test_tampering_is_found(ledger: Ledger, statement: str, fault: str) -> None:
    """A changed word, a changed text, a row or an article taken away: each is told in a line."""
    tamper(ledger, statement)
    found = list(failing(verify(ledger, code_giving(READING))))
    assert any(fault in line for line in found), found


def test_rows_that_do_not_follow_from_the_page_are_found(ledger: Ledger) -> None:
    """The same fingerprint must give the same rows."""
    other = replace(READING, events=(replace(SHELLING, realis="denied"),), figures=())
    found = list(failing(verify(ledger, code_giving(other))))
    assert [line for line in found if SHELLING.id in line and "is not what" in line]
    assert [line for line in found if TWELVE.id in line and "does not give it" in line]
    assert len(found) == 3


def test_rows_of_earlier_fingerprints_are_counted_not_failed(ledger: Ledger) -> None:
    """Older rules are history, not a fault."""
    report = verify(ledger, code_giving(replace(READING, fingerprint="f2", events=())))
    assert report.well
    assert (report.derived, report.earlier) == (0, ROWS)


def test_the_parse_can_be_made_anew(ledger: Ledger) -> None:
    """With `reparse` the coder sees the new parse, not the stored one."""
    seen: list[Document] = []

    def code(article: Article, document: Document) -> Reading:
        seen.append(document)
        return replace(READING, article=article)

    assert verify(ledger, code, reparse=lambda article, profile: replace(DOCUMENT, names=())).well
    assert [document.names for document in seen] == [()]


def test_recoding_writes_revisions_once(ledger: Ledger) -> None:
    """What changed is counted by type, dry runs write nothing, and a second run finds nothing to do."""
    code = code_giving(replace(READING, fingerprint="f2", events=(replace(SHELLING, realis="denied"),)))
    before = everything(ledger)
    dry = recode(ledger, code, dry_run=True)
    assert everything(ledger) == before
    wet = recode(ledger, code)
    assert dry == wet
    assert wet.counts == {f"events {SHELLING.type}": {"changed": 1}, f"events {READING.events[1].type}": {"withdrawn": 1}}
    assert (wet.articles, wet.changed) == (1, 1)
    assert recode(ledger, code).counts == {}
    assert verify(ledger, code).well
    assert ledger.record(SHELLING.id)["revisions"][0]["why"] == f"recoded from {READING.fingerprint} to f2"


def test_recoding_leaves_corrections_alone(ledger: Ledger) -> None:
    """A person's word stands, and verify counts it apart."""
    ledger.correct(SHELLING.id, {**plain_reading(READING)["events"][0], "realis": "denied"}, "reviewer", "the army denied it")
    code = code_giving(replace(READING, fingerprint="f2"))
    assert recode(ledger, code).counts == {}
    report = verify(ledger, code)
    assert report.well
    assert (report.derived, report.corrected) == (ROWS - 1, 1)


def test_one_article_that_cannot_be_coded_stops_no_other(ledger: Ledger) -> None:
    """The fault is told with the article's id, and the others are recoded."""
    ledger.append(page("Bad.", "bad"), DOCUMENT)

    def code(article: Article, document: Document) -> Reading:
        if article.id == "bad":
            raise BadInput("bad: cannot be coded. Leave it out")
        return replace(READING, article=article, fingerprint="f2", events=())

    done = recode(ledger, code)
    assert [(fault.article, fault.what) for fault in done.faults] == [("bad", "bad: cannot be coded. Leave it out")]
    assert ledger.reading(ARTICLE.id)["events"] == []
    assert not verify(ledger, code).well
