"""Who is not known to act in public is shown without a name."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.export.shown import private_names_of, shown


def page(text: str, *people: tuple[str, bool | None], title: str = "") -> dict[str, Any]:
    """A reading that is one paragraph, with persons named in it."""
    start = len(title) + 1 if title else 0
    whole = f"{title}\n{text}" if title else text
    mentions = [{"id": f"m-{n}", "kind": "person", "public": public, "span": _span(whole, name)} for n, (name, public) in enumerate(people)]
    return {"article": {"text": whole, "body": [{"start": start, "end": len(whole), "text": text}]}, "mentions": mentions}


def _span(text: str, words: str) -> dict[str, Any]:
    return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}


@pytest.mark.parametrize(("text", "people", "said"), [
    ("Mira Sund fled.", [("Mira Sund", False)], "▮ fled."),
    ("Mira Sund fled. Sund is a baker.", [("Mira Sund", False)], "▮ fled. ▮ is a baker."),
    ("Mira Sund fled.", [("Mira Sund", None)], "▮ fled."),
    ("Ola Berg spoke.", [("Ola Berg", True)], "Ola Berg spoke."),
    ("Ola Berg met Ana Berg.", [("Ola Berg", True), ("Ana Berg", False)], "Ola Berg met ▮."),
    ("A Sundial stood there; Mira Sund fled.", [("Mira Sund", False)], "A Sundial stood there; ▮ fled."),
    ("The baker fled.", [("The baker", False)], "The baker fled."),
])
def test_a_private_name_is_masked_wherever_it_stands(text: str, people: list[tuple[str, bool | None]], said: str) -> None:
    """The whole name and its parts are masked, inside no other word, and no public namesake with them."""
    reading = page(text, *people)
    words = shown(reading)
    assert len(words.text) == len(text)
    assert words.words({"start": 0, "end": len(text), "text": text}) == said


def test_a_capitalised_word_of_a_headline_is_no_name() -> None:
    """Headlines capitalise verbs, and a tagger takes one for a name; nobody is named in a headline alone."""
    reading = page("Norland menolak gencatan senjata.", ("Tolak", None), ("Gencatan Senjata", None), title="Norland Tolak Gencatan Senjata")
    assert private_names_of(reading) == set()


def test_a_dateline_is_no_name() -> None:
    """A tagger takes place and agency before the first sentence for a person."""
    reading = page("New York (ANTARA) - The council met.", ("New York (ANTARA)", None))
    assert private_names_of(reading) != set()
    reading["article"]["dateline"] = {"span": {"start": 0, "end": 8, "text": "New York"}, "place": None}
    assert private_names_of(reading) == set()


def test_what_a_page_hides_in_controls_is_made_visible() -> None:
    """A direction override is a mark, and a line break a blank."""
    reading = page("one\u202etwo\nthree")
    assert shown(reading).words({"start": 0, "end": 13, "text": ""}) == "one�two three"
