"""Small trees for tests, written by hand: one word a row."""

from __future__ import annotations

from kawat.nouns.document import Document, Sentence, Token


def tree(rows: str) -> Document:
    """A one-sentence document from rows of `word lemma pos head label`, heads counted from 1, 0 for the root."""
    cells = [row.split() for row in rows.strip().splitlines()]
    tokens: list[Token] = []
    at = 0
    for index, (word, lemma, pos, head, label) in enumerate(cells):
        tokens.append(Token(index, at, at + len(word), word, word.lower(), lemma, pos, label, int(head) - 1 if head != "0" else index))
        at += len(word) + 1
    return Document(tuple(tokens), (Sentence(0, 0, len(tokens), 0, at - 1, "body", 0),))


MEETING = tree("""
Menteri menteri NOUN 2 nsubj
bertemu temu VERB 0 root
dengan dengan ADP 4 case
utusan utus NOUN 2 obl
Sudland Sudland PROPN 4 nmod
di di ADP 7 case
Jenewa Jenewa PROPN 2 obl
""")
