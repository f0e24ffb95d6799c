"""Dependency paths."""

import pytest

from kawat.errors import BadData
from kawat.match.paths import follow, marker_of, path_of
from tests.trees import MEETING

FOLLOWED = [
    ("nsubj", ["Menteri"]),
    ("obl", ["utusan", "Jenewa"]),
    ("obl[dengan]", ["utusan"]),
    ("obl[di]", ["Jenewa"]),
    ("obl[]", []),
    ("obl[dengan]>nmod", ["Sudland"]),
    ("obj", []),
]


@pytest.mark.parametrize(("path", "words"), FOLLOWED)
def test_a_path_leads_to_the_words_its_labels_and_markers_name(path: str, words: list[str]) -> None:
    """From the verb, each path reaches exactly the dependents it describes."""
    assert [token.text for token in follow(MEETING, MEETING.tokens[1], path_of(path))] == words


def test_the_marker_of_a_dependent_is_its_preposition() -> None:
    """The case word of an oblique is its marker."""
    assert marker_of(MEETING, MEETING.tokens[3]) == "dengan"
    assert marker_of(MEETING, MEETING.tokens[0]) == ""


@pytest.mark.parametrize("text", ["", "obl[di]>nmod>nmod", "Obl", "obl(di)"])
def test_what_is_no_path_is_refused_with_a_remedy(text: str) -> None:
    """Anything but one or two steps is bad data, and the message says how a path is written."""
    with pytest.raises(BadData, match="Write label"):
        path_of(text)
