"""Names in GUM, whose entities are whole noun phrases: `the Indonesian Navy, which ...` holds the name `Indonesian Navy`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kawat.parse.conllu import Word

ENTITY = re.compile(r"Entity=([^|]*)")
BRACKET = re.compile(r"\([^()]*\)?|[^()]+\)")
LINKS = frozenset({"of", "the", "for", "and", "&", "-", "de", "al", "van", "von", "bin"})
TITLES = frozenset({
    "president", "prime", "minister", "mr.", "mrs.", "ms.", "mr", "dr", "dr.", "sir", "lord", "king", "queen",
    "prince", "senator", "sen.", "governor", "gov.", "secretary", "general", "gen.", "captain", "professor",
    "prof.", "pope", "judge", "justice", "representative", "rep.", "director", "mayor",
})
COMMON = frozenset({
    "party", "university", "church", "nations", "states", "world", "man", "mosque", "city", "state", "government",
    "earth", "god",
})


def entities_of(words: Sequence[Word], tags: dict[str, str]) -> list[tuple[int, int, str]]:
    """The names among the entities of a sentence, as (first, last, label), the longest where they overlap."""
    found = set()
    for first, last, kind in _entities(words):
        run = _name(words, first, last, tags[kind]) if kind in tags else None
        if run:
            found.add((*run, tags[kind]))
    kept: list[tuple[int, int, str]] = []
    for first, last, label in sorted(found, key=lambda name: (name[0] - name[1], name)):
        if all(last <= other[0] or first >= other[1] for other in kept):
            kept.append((first, last, label))
    return sorted(kept)


def _entities(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """Each entity that opens and closes in the sentence, with its kind."""
    unclosed: list[tuple[str, int, str]] = []
    for place, word in enumerate(words):
        marked = ENTITY.search(word.misc)
        for bracket in BRACKET.findall(marked[1]) if marked else ():
            if bracket.startswith("("):
                group, kind = bracket.strip("()").split("-")[:2]
                unclosed.append((group, place, kind))
            if bracket.endswith(")"):
                group = bracket.strip("()").split("-")[0]
                one = next((one for one in reversed(unclosed) if one[0] == group), None)
                if one:
                    unclosed.remove(one)
                    yield one[1], place + 1, one[2]


def _name(words: Sequence[Word], first: int, last: int, label: str) -> tuple[int, int] | None:
    """The run of proper nouns that heads the phrase, without titles; None where a common noun heads it."""
    head = next((place for place in range(first, last) if not first <= words[place].head - 1 < last), first)
    if words[head].pos != "PROPN":
        return None
    start, end = head, head + 1
    while start > first and (_proper(words, start - 1) or (start - 1 > first and _links(words, start - 1))):
        start -= 1
    while end < last and (words[end].pos == "PROPN" or (end + 1 < last and _links(words, end))):
        end += 1
    while label == "PER" and start < end - 1 and words[start].form.lower() in TITLES:
        start += 1
    alone = words[start] if end - start == 1 else None
    return None if alone and (alone.form.lower() in COMMON or (label == "PER" and alone.lemma + "s" == alone.form)) else (start, end)


def _proper(words: Sequence[Word], place: int) -> bool:
    """True for a proper noun, or a word with a capital inside the sentence that is no little word: the `United` of `United States`."""
    word = words[place]
    return word.pos == "PROPN" or (place > 0 and word.form[0].isupper() and word.pos in ("ADJ", "NOUN", "VERB", "NUM"))


def _links(words: Sequence[Word], place: int) -> bool:
    """True for a little word with proper nouns on both sides: `Bank of America`."""
    return words[place].form.lower() in LINKS and words[place - 1].pos == "PROPN" and words[place + 1].pos == "PROPN"
