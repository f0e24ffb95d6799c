"""Phrases among tokens."""

from kawat.match.phrases import phrases
from tests.trees import MEETING, tree


def test_the_longest_phrase_wins() -> None:
    """Where one phrase begins another, the longer one is found."""
    found = phrases([("utusan", "short"), ("utusan sudland", "long")]).find(MEETING.tokens)
    assert list(found) == [(3, 5, "long")]


def test_phrases_match_forms_and_lemmas() -> None:
    """A word of a phrase is met by its form or by its lemma."""
    words = tree("""
held hold VERB 0 root
talks talk NOUN 1 obj
""").tokens
    assert list(phrases([("hold talk", 1)]).find(words)) == [(0, 2, 1)]
