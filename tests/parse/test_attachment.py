"""Attachments settled by words."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.parse.attachment import attached
from kawat.parse.document import Parsed

# language; word, tag, head (from 1, 0 for the root), relation; the verb; the noun it must hang on, or None where nothing moves
SENTENCES = [
    ("en", "Norland/PROPN/2/nsubj announced/VERB/0/root plans/NOUN/2/obj to/PART/5/mark send/VERB/2/xcomp troops/NOUN/5/obj",
     "send", "plans"),
    ("en", "He/PRON/2/nsubj praised/VERB/0/root the/DET/4/det decision/NOUN/2/obj by/ADP/6/case Norland/PROPN/4/nmod to/PART/8/mark "
     "meet/VERB/2/advcl Berg/PROPN/8/obj", "meet", "decision"),
    ("en", "They/PRON/2/nsubj used/VERB/0/root the/DET/4/det truce/NOUN/2/obj to/PART/6/mark send/VERB/2/advcl troops/NOUN/6/obj",
     "send", None),
    ("id", "Sudland/PROPN/2/nsubj mengecam/VERB/0/root keputusan/NOUN/2/obj Norland/PROPN/3/nmod untuk/SCONJ/6/mark menutup/VERB/2/xcomp "
     "perbatasan/NOUN/6/obj", "menutup", "keputusan"),
    ("id", "Ia/PRON/2/nsubj memuji/VERB/0/root upaya/NOUN/2/obj Estmark/PROPN/3/nmod menengahi/VERB/3/flat:name Norland/PROPN/5/obj",
     "menengahi", "upaya"),
    ("id", "Rencana/NOUN/3/nsubj itu/DET/1/det mengejutkan/VERB/0/root warga/NOUN/3/obj", "mengejutkan", None),
]


@pytest.mark.parametrize(("code", "rows", "verb", "noun"), SENTENCES)
def test_an_infinitive_hangs_on_the_noun_that_promises_it(code: str, rows: str, verb: str, noun: str | None) -> None:
    """Behind a noun of a deed an infinitive is what the noun is of; elsewhere the parser's word stands."""
    cells = [row.split("/") for row in rows.split()]
    words = [cell[0] for cell in cells]
    heads = [int(cell[2]) - 1 if cell[2] != "0" else place for place, cell in enumerate(cells)]
    parsed = Parsed(heads, [cell[3] for cell in cells], [cell[1] for cell in cells], [word.lower().rstrip("s") for word in words], [])
    found = attached(parsed, words, language(code).grammar)
    place = words.index(verb)
    assert (words[found.heads[place]], found.labels[place]) == ((noun, "acl") if noun else (words[heads[place]], cells[place][3]))
