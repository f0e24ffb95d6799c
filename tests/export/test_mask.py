"""The names of private persons leave the house in no form."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from kawat.export.mask import described, is_private, masked
from kawat.export.shown import MASK, walk
from kawat.nouns.reading import plain_reading
from kawat.nouns.record import Hop, Participant, Why
from kawat.nouns.text import Span, view_of
from tests.readings import READING, SHELLING, SUND, span

PLAIN = plain_reading(READING)


def test_a_private_name_is_nowhere_in_what_leaves() -> None:
    """Neither text nor span nor name nor note of the whole reading holds it, in any case."""
    written = json.dumps(masked(PLAIN), ensure_ascii=False).lower()
    assert "sund," not in written and "mira" not in written
    assert "ola berg" in written


def test_spans_hold_in_a_masked_reading() -> None:
    """A mask is as long as the name, so that offsets still point to the words they pointed to."""
    reading = masked(PLAIN)
    text = reading["article"]["text"]
    spans = [node for node in walk(reading) if node.get("start") is not None and "text" in node and "end" in node]
    assert len(text) == len(PLAIN["article"]["text"])
    assert len(spans) > 50
    assert [s for s in spans if s["text"] != text[s["start"]:s["end"]]] == []


def test_ids_survive_masking() -> None:
    """What joined before joins after."""
    assert [node["id"] for node in walk(masked(PLAIN)) if "id" in node] == [node["id"] for node in walk(PLAIN) if "id" in node]


def test_masking_edits_nothing_it_was_given() -> None:
    """The reading with the names is still there for whoever may see them."""
    before = json.dumps(PLAIN)
    masked(PLAIN)
    assert json.dumps(PLAIN) == before
    assert masked(PLAIN, private_names=True) == PLAIN


@pytest.mark.parametrize("address", ["https://post.example/2026/mira-sund-lost-her-brother", "https://post.example/?q=Mira+Sund",
                                     "https://post.example/tag/MIRA_SUND", "pages/Mira Sund.html"])
def test_an_address_does_not_tell_the_name(address: str) -> None:
    """Outlets write names into addresses, joined by whatever an address allows."""
    article = {**PLAIN["article"], "url": address, "path": address}
    reading = masked({**PLAIN, "article": article})
    for field in ("url", "path"):
        said = reading["article"][field].lower()
        assert "sund" not in said and "mira" not in said and MASK in said


def test_names_outside_the_text_are_masked_too() -> None:
    """A note of a derivation, a hop's name and a span that stands only in markup say the name no more."""
    event = replace(SHELLING, why=(*SHELLING.why, Why("recipients", "r", Span(None, None, "MIRA SUND mourns"), None, "Mira Sund, line 3")))
    chain = replace(READING.attributions[0], hops=(Hop("witness", None, "Mira Sund"),))
    reading = masked(plain_reading(replace(READING, events=(event,), attributions=(chain,))))
    assert reading["attributions"][0]["hops"][0]["name"] == MASK * 9
    assert reading["events"][0]["why"][-1]["note"] == MASK * 9 + ", line 3"
    assert reading["events"][0]["why"][-1]["span"]["text"] == MASK * 9 + " mourns"


def test_somebody_named_of_unknown_kind_is_private() -> None:
    """What may be a person is treated as one."""
    unclear = Participant(span("Harvest"), span("Harvest"), name="Harvest")
    reading = masked(plain_reading(replace(READING, events=(replace(SHELLING, actors=(unclear,)),))))
    assert reading["events"][0]["actors"][0]["name"] == MASK
    assert "Harvest" not in json.dumps(reading["events"])


def test_without_private_names_nothing_changes() -> None:
    """A page about states loses nothing."""
    state = replace(SHELLING, recipients=())
    reading = plain_reading(replace(READING, events=(state,), mentions=(READING.mentions[0],)))
    assert masked(reading) == reading


@pytest.mark.parametrize(("node", "private"), [
    ({"kind": "person", "public": True, "name": "Ola Berg"}, False), ({"kind": "person", "public": None, "name": "Ola Berg"}, True),
    ({"kind": "person", "public": False}, True), ({"kind": "country", "public": None, "name": "Norland"}, False),
    ({"kind": None, "public": None, "name": "Sund"}, True), ({"kind": None, "public": None, "name": None}, False),
    ({"kind": "organisation", "public": False, "name": "Bakers' guild"}, False)])
def test_who_is_private(node: dict[str, Any], private: bool) -> None:
    """A person is private unless known to act in public; states and organisations are not."""
    assert is_private(node) is private


@pytest.mark.parametrize(("sector", "words", "said"), [
    ("CVL", "▮, a baker", "▮, a baker"), ("CVL", "▮", "a civilian"), (None, "▮", "a person"), ("QQQ", "▮ ▮", "a person"),
    ("CVL", "the baker", "the baker")])
def test_a_private_person_is_called_by_a_description(sector: str | None, words: str, said: str) -> None:
    """The page's own words where some are left beside the mask, else what the sector says."""
    assert described({"sector": sector}, words) == said


def test_the_view_of_a_masked_text_is_as_long() -> None:
    """Whoever matches over a masked page finds every offset in place."""
    text = masked(PLAIN)["article"]["text"]
    assert len(view_of(text)) == len(READING.article.text)
    assert text[SUND.head.start:SUND.head.end] == MASK * len(SUND.head.text)
