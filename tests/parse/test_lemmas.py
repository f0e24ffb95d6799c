"""Dictionary forms: where the dictionary and the model are each right."""

from __future__ import annotations

import pytest

from kawat.parse.lemmas import dictionary_lemma


@pytest.mark.parametrize(("form", "guess", "lemma"), [
    ("calls", "call", "call"), ("pulls", "pull", "pull"), ("cancelled", "cancell", "cancel"), ("thanked", "thank", "thank"),
    ("meeting", "meet", "meet"), ("said", "say", "say"),
])
def test_a_doubled_letter_goes_only_where_it_does_not_belong(form: str, guess: str, lemma: str) -> None:
    """"Calls" keeps both letters, "cancelled" loses one."""
    assert dictionary_lemma(form, "VERB", guess, "en") == lemma
