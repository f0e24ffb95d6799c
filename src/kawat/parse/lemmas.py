"""Dictionary forms of words: a dictionary first, the model where the dictionary knows no better."""

from __future__ import annotations

from functools import cache

VERBAL = frozenset({"VERB", "AUX"})


@cache
def dictionary_lemma(form: str, pos: str, guess: str, dictionary: str) -> str:
    """The lemma of a lower-cased form: the dictionary's, unless it keeps a verb's -ing or -ed form that is a noun too ("meeting").

    `guess` is the model's lemma, `dictionary` the code the dictionary has for the language.
    """
    from simplemma import is_known, lemmatize  # a tenth of a second: only a process that parses pays

    found = lemmatize(form, lang=dictionary).lower()
    if found != form or pos not in VERBAL or guess == form:
        return found
    return guess if is_known(guess, lang=dictionary) else found
