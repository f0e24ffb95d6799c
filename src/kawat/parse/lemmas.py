"""Dictionary forms of words: a dictionary first, the model where the dictionary knows no better."""

from __future__ import annotations

from functools import cache

VERBAL = frozenset({"VERB", "AUX"})
DOUBLED = "ll"  # "cancelled" for "canceled"


@cache
def dictionary_lemma(form: str, pos: str, guess: str, dictionary: str) -> str:
    """The lemma of a lower-cased form: the dictionary's, but for a verb where the model knows better.

    The dictionary keeps an -ing or -ed form that is a noun too ("meeting"), puts an e where none belongs ("thanke"), and leaves a
    doubled letter ("cancell"), which no ending in s shows ("calls"). `guess` is the model's lemma, `dictionary`
    the code the dictionary has for the language.
    """
    from simplemma import is_known, lemmatize  # a tenth of a second: only a process that parses pays

    found: str = lemmatize(form, lang=dictionary).lower()
    if pos not in VERBAL or guess == form:
        return found
    if found in (form, f"{guess}e") and is_known(guess, lang=dictionary):
        return guess
    single = found.removesuffix(DOUBLED) + DOUBLED[0]
    doubled = found.endswith(DOUBLED) and not form.endswith(f"{DOUBLED}s")
    if doubled and lemmatize(form.replace(DOUBLED, DOUBLED[0]), lang=dictionary) == single:
        return single
    return found
