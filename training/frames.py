"""Trees of our own for the manner of news agencies, which treebanks of the web hardly hold, with verbs in every form."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from typing import Any

from kawat.parse.conllu import Tree, Word
from training.names import Pool
from training.recipe import RECIPES

Forms = dict[str, tuple[str, str]]  # name of the form: the form and the lemma
NO_BLANK_BEFORE = frozenset({".", ",", ":", "nya"})


def framed(listed: str, pool: Pool, flat: str) -> list[Tree]:
    """The frames of a list, each filled as often as the list says; `flat` joins the words of a person's name. The choice is seeded."""
    raw = tomllib.loads((RECIPES / listed).read_text("utf-8"))
    chance = random.Random(13)
    verbs = _verbs(raw)
    return [_tree(frame, raw, verbs, pool, flat, chance) for frame in raw["frames"] for _ in range(raw["times"])]


def _verbs(raw: dict[str, Any]) -> list[Forms]:
    if not isinstance(raw["verbs"], str):
        return [{"act": (active, lemma), "pass": (passive, lemma), "bare": (passive.removeprefix("di"), lemma)}
                for active, passive, lemma in raw["verbs"]]
    doubled = set(raw["doubled"].split())
    irregular = {base: {**_regular(base, False), "past": (past, base), "part": (part, base), "ing": (ing, base)}
                 for base, past, part, ing in raw["irregular"]}
    regular = sorted({*raw["verbs"].split(), *doubled} - set(irregular))
    return [*(_regular(verb, verb in doubled) for verb in regular), *irregular.values()]


def _regular(verb: str, doubled: bool) -> Forms:
    """The forms of a regular English verb."""
    stem = verb + verb[-1] if doubled else verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb
    yields = verb[-1] == "y" and verb[-2] not in "aeou"
    past = verb[:-1] + "ied" if yields else verb + "d" if verb.endswith("e") else stem + "ed"
    third = verb[:-1] + "ies" if yields else verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    return {"base": (verb, verb), "past": (past, verb), "part": (past, verb), "ing": (stem + "ing", verb), "third": (third, verb)}


def _tree(frame: str, raw: dict[str, Any], verbs: list[Forms], pool: Pool, flat: str, chance: random.Random) -> Tree:
    """One frame filled; a name of several words shifts the heads after it."""
    rows = [word.rsplit("/", 3) for word in frame.split()]
    filled = [_filling(form, raw, verbs, pool, chance) for form, *_ in rows]
    firsts = [sum(map(len, filled[:place])) + 1 for place in range(len(filled))]
    words: list[Word] = []
    for (_, pos, label, head), pieces, first in zip(rows, filled, firsts, strict=True):
        for number, (form, lemma) in enumerate(pieces):
            top = 0 if head == "0" else firsts[int(head) - 1]
            words.append(Word(form, lemma, pos, first if number else top, flat if number else label, True))
    return Tree(tuple(_spaced(words)), {"text": ""})


def _filling(form: str, raw: dict[str, Any], verbs: list[Forms], pool: Pool, chance: random.Random) -> list[tuple[str, str]]:
    slot = form.strip("{}")
    if slot == form:
        word, _, lemma = form.partition("=")
        return [(word, lemma or word)]
    if slot in ("PER", "LOC"):
        names = [name for name in pool[slot] if slot == "PER" or len(name) == 1]
        return [(piece, piece) for piece in chance.choice(names)]
    if slot in raw:
        word, _, lemma = chance.choice(raw[slot]).partition("=")
        return [(word, lemma or word)]
    return [chance.choice(verbs)[slot]]


def _spaced(words: list[Word]) -> Iterator[Word]:
    """The words with blanks where news prose has them, and the first with a capital."""
    quoted = False
    for place, word in enumerate(words):
        following = words[place + 1].form if place + 1 < len(words) else "."
        opens = word.form == '"' and not quoted
        quoted = quoted != (word.form == '"')
        spaced = not opens and following not in NO_BLANK_BEFORE and not (following == '"' and quoted)
        form = word.form[0].upper() + word.form[1:] if place == 0 or (place == 1 and words[0].form == '"') else word.form
        yield Word(form, word.lemma, word.pos, word.head, word.label, spaced)
