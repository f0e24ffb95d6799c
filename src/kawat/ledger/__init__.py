"""The ledger: what pages said, kept so that nothing committed is lost, changed in silence, or counted twice.

    with Ledger.open("talks.db") as ledger:               # SQLite; or a postgresql:// address
        outcome = ledger.append(reading, document)        # "new" | "same" | "version" | "revised" | "forgotten"
        for article in ledger.articles():                 # in the order of their coming: id, url, outlet, published, fingerprint, …
            ...
        ledger.reading(article_id)                        # one article and its records, as `kawat code --format jsonl` prints them
        ledger.readings()                                 # all of them, in the order of their coming
        ledger.record(record_id)                          # {"table", "article", "record", "revisions": [{"who", "why", "at", "before", …}]}
        ledger.parsed(article_id)                         # the Article and the Document (or None) it was coded from
        ledger.correct(record_id, payload, who, why)      # a person's correction: a revision that recoding leaves alone
        ledger.forget(article_or_text, reason, who)       # for good: text, spans and names go, a tombstone stays

Rows are only ever added, and triggers in the database refuse anything else; the one exception is an article with a tombstone. An append
is one transaction: a process killed at any moment leaves the article whole or absent. A record's history is its rows in order of
`revision`; the last one is in force, and a row without payload withdraws the record. Every row after the first has a line in
`revisions` that says who, why and when. Each coding of an article leaves a seal over the rows then in force, so that a missing row
shows. Times are ISO 8601 in UTC.
"""

from kawat.ledger.append import BY_HAND, Change, Outcome
from kawat.ledger.ledger import Ledger
from kawat.ledger.row import ARTICLE, Row, rows_of
from kawat.ledger.stored import Stored

__all__ = ["ARTICLE", "BY_HAND", "Change", "Ledger", "Outcome", "Row", "Stored", "rows_of"]
