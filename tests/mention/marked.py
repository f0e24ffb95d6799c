"""Pages for tests of mentions, written by hand: words with the little of a parse that naming needs."""

from __future__ import annotations

import re

from kawat.nouns.article import Article
from kawat.nouns.document import Document, Name, Sentence, Token
from kawat.nouns.text import span_of, view_of

CLOSING = {",", ".", ")", "'s", "-"}
OPENING = {"(", "-"}


def marked(text: str, day: str | None = "2026-01-15") -> tuple[Article, Document]:
    """An article of one sentence a line. `word:POS/label` tags a word (else PROPN for capitals, NOUN), `[PER Ola Berg]` names it.

    All words hang on the first word of their sentence, which is as little help as a parser can be.
    """
    tokens: list[Token] = []
    names: list[Name] = []
    sentences: list[Sentence] = []
    plain = ""
    for line in text.strip().splitlines():
        first, glued, opened = len(tokens), True, None
        for piece in re.findall(r"\[[A-Z]{3}|\]|[^\s\]]+", line):
            if piece.startswith("["):
                opened = (len(tokens), piece[1:])
            elif piece == "]" and opened:
                names.append(Name(opened[0], len(tokens), opened[1]))
            else:
                word, pos, label = _read(piece)
                plain += "" if glued or word in CLOSING else " "
                norm, end = view_of(word).lower(), len(plain) + len(word)
                tokens.append(Token(len(tokens), len(plain), end, word, norm, norm, pos, label, first))
                plain += word
                glued = word in OPENING
        sentences.append(Sentence(len(sentences), first, len(tokens), tokens[first].start, len(plain), "body", 0))
        plain += "\n"
    article = Article("a-test", "test", plain, "", "", published=day, body=(span_of(plain, 0, len(plain)),))
    return article, Document(tuple(tokens), tuple(sentences), tuple(names))


def _read(piece: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"(.+?)(?::([A-Z]+))?(?:/([a-z:]+))?", piece)
    assert found
    word = found[1]
    usual = "PUNCT" if not any(c.isalnum() for c in word) else "PART" if word == "'s" else "PROPN" if word[0].isupper() else "NOUN"
    return word, found[2] or usual, found[3] or "dep"
