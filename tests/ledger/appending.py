"""A program that appends numbered pages and says each time what it did: `python -m tests.ledger.appending LEDGER FROM TO [later]`.

Tests kill it. It says `ready` before it opens the ledger, then a line a page, after the page is committed.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import replace

from kawat.ledger import Ledger
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence, Token
from kawat.nouns.reading import Reading
from tests.readings import READING, TEXT

# Long enough for a transaction to be more than one page of the database.
DOCUMENT = Document(tuple(Token(n, n, n + 1, TEXT[n], TEXT[n].lower(), f"lemma {n * 7919}", "X", "dep", 0) for n in range(400)),
                    (Sentence(0, 0, 400, 0, 400, "body", 0),))


def numbered(number: int) -> Reading:
    """The hand-made reading as the nth page of many: another text and another id, every span still in place."""
    text = f"{TEXT}\nPage {number}.\n"
    seal = hashlib.sha256(text.encode()).hexdigest()
    return replace(READING, article=replace(READING.article, id=f"a-{number}", text=text, sha256=seal, text_sha256=seal))


def coded(article: Article, _: Document) -> Reading:
    """What coding such a page gives."""
    return replace(READING, article=article)


def recoded(article: Article, _: Document) -> Reading:
    """What later rules make of such a page: an event denied, another gone."""
    denied = replace(READING.events[0], realis="denied")
    return replace(READING, article=article, fingerprint="later", events=(denied,))


def run(place: str, first: int, last: int, later: str = "") -> None:
    """Append the pages from `first` to `last`, the last left out, under later rules where that is asked for."""
    print("ready", flush=True)
    with Ledger.open(place) as ledger:
        for number in range(first, last):
            reading = recoded(numbered(number).article, DOCUMENT) if later else numbered(number)
            print(ledger.append(reading, DOCUMENT), number, flush=True)


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:])
