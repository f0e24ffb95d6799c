"""Attachments that words settle better than a parser does: an infinitive behind a noun that promises a deed hangs on the noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kawat.lexicon.roles import RolesFile
from kawat.parse.document import Parsed

INSIDE = frozenset({"nmod", "nmod:poss", "nmod:desc", "flat", "flat:name", "compound", "conj"})  # relations inside a noun phrase
LOOSE = frozenset({"advcl", "xcomp", "ccomp", "nmod", "flat", "parataxis"})  # where a parser hangs such an infinitive instead


def attached(parsed: Parsed, words: Sequence[str], grammar: RolesFile) -> Parsed:
    """The parse with every infinitive right behind such a noun hung on it: "criticised Norland's decision to close the border",
    "mengecam keputusan Norland untuk menutup perbatasan"."""
    moved = dict(_moved(parsed, [word.lower() for word in words], grammar))
    if not moved:
        return parsed
    heads = [moved.get(place, head) for place, head in enumerate(parsed.heads)]
    return replace(parsed, heads=heads, labels=["acl" if place in moved else label for place, label in enumerate(parsed.labels)])


def _moved(parsed: Parsed, norms: Sequence[str], grammar: RolesFile) -> Iterator[tuple[int, int]]:
    """Each such infinitive and the noun it belongs to, as places in the sentence."""
    for verb, pos in enumerate(parsed.pos):
        if pos != "VERB" or parsed.labels[verb].split(":")[0] not in LOOSE or verb < 2:
            continue
        marked = norms[verb - 1] in grammar.infinitive_marks
        noun = _noun_before(parsed, norms, verb - 1 - marked, grammar)
        if noun is not None and (marked or grammar.bare_infinitives) and _hangs_above(parsed, verb, noun):
            yield verb, noun


def _noun_before(parsed: Parsed, norms: Sequence[str], last: int, grammar: RolesFile) -> int | None:
    """The noun that promises a deed in the phrase that ends with a word: "decision" of "the decision by President Olsen"."""
    place = last
    while place >= 0:
        if parsed.pos[place] == "NOUN" and {norms[place], parsed.lemmas[place]} & set(grammar.deeds):
            return place
        if parsed.labels[place] not in INSIDE or parsed.heads[place] >= place:
            return None
        place = parsed.heads[place]
    return None


def _hangs_above(parsed: Parsed, verb: int, noun: int) -> bool:
    """The infinitive hangs on the noun's own verb, or on something inside the noun's phrase; and the noun does not follow its verb."""
    above = parsed.heads[verb]
    return above == parsed.heads[noun] < noun or noun <= above < verb
