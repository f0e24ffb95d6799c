"""Chains: which mentions are one, and the rule that says so."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.mention import mentions
from tests.mention.marked import marked

# language, page, the mention that points back, the one it points to, the rule
LINKS = [
    ("id", "Organisasi Intelijen Nasional Turki ( MIT ) bertemu:VERB\nMIT membantah:VERB", "MIT",
     "Organisasi Intelijen Nasional Turki (MIT)",
     "coreference/acronym"),
    ("id", "Presiden Norland [PER Ola Berg ] tiba:VERB\nKata:VERB [PER Berg ] lagi:ADV", "Berg", "Presiden Norland Ola Berg",
     "coreference/surname"),
    ("id", "Menteri [PER Ola Berg ] tiba:VERB\nKata:VERB [PER Ola ] lagi:ADV", "Ola", "Menteri Ola Berg", "coreference/first_name"),
    ("id", "Menteri/nsubj [PER Ola Berg ] tiba:VERB\nKata:VERB dia:PRON", "dia", "Menteri Ola Berg", "coreference/pronoun"),
    ("en", "President/nsubj [PER Ola Berg ] arrived:VERB\nThen:ADV he:PRON left:VERB", "he", "President Ola Berg", "coreference/pronoun"),
    ("en", "President [PER Ola Berg ] arrived:VERB\nThen:ADV the:DET president left:VERB", "the president", "President Ola Berg",
     "coreference/title"),
    ("id", "kata:VERB [ORG Front Utara ]\nlalu:ADV organisasi:NOUN/nsubj itu:DET membantah:VERB", "organisasi", "Front Utara",
     "coreference/definite"),
    ("en", "said:VERB the:DET [ORG Northern Front ]\nThen:ADV the:DET group denied:VERB it", "the group", "Northern Front",
     "coreference/definite"),
    ("en", "said:VERB the:DET [ORG Norland:PROPN Relief:PROPN Network:PROPN ]\nThen:ADV the:DET network denied:VERB it", "the network",
     "the Norland Relief Network", "coreference/definite"),
    ("id", "Menteri/nsubj [PER Ola Berg ] tiba:VERB\nKata:VERB pihak:NOUN nya:PRON menolak:VERB", "pihak",
     "Menteri Ola Berg", "coreference/side"),
    ("id", "Polisi:NOUN menangkap:VERB tiga:NUM aktivis:NOUN\nKetiga:NUM nya:PRON bungkam:VERB", "nya",
     "tiga aktivis", "coreference/collective"),
    ("id", "Menteri/nsubj [PER Ola Berg ] tiba:VERB\nTentara:NOUN menuduh:VERB nya:PRON/obj", "nya",
     "Menteri Ola Berg", "coreference/clitic"),
]


@pytest.mark.parametrize(("code", "page", "later", "earlier", "rule"), LINKS)
def test_a_mention_points_back_by_a_named_rule(code: str, page: str, later: str, earlier: str, rule: str) -> None:
    """What points back shares the chain of what it points to, and says by which rule."""
    article, document = marked(page)
    found = mentions(article, document, language(code))
    mention = [m for m in found if m.span.text == later][-1]
    assert mention.link is not None
    target = found.get(mention.link.to)
    assert (target.span.text, mention.link.rule, mention.entity) == (earlier, rule, target.entity)


def test_a_first_name_two_people_share_points_to_nobody() -> None:
    """Precision first: with two Olas on the page, "Ola" alone is neither."""
    article, document = marked("Menteri [PER Ola Berg ] bertemu:VERB [PER Ola Lund ]\nKata:VERB [PER Ola ] lagi:ADV")
    last = [m for m in mentions(article, document, language("id")) if m.span.text == "Ola"][-1]
    assert last.link is None


def test_a_pronoun_without_a_person_before_it_points_to_nobody() -> None:
    """"He" after a state and a body is left open."""
    article, document = marked("Norland/nsubj voted:VERB\nThen:ADV he:PRON left:VERB")
    assert next(m for m in mentions(article, document, language("en")) if m.kind == "pronoun").link is None


def test_a_rank_gives_its_sector_to_the_surname() -> None:
    """A surname takes country and sector from the fuller mention it points to."""
    article, document = marked("Presiden Norland [PER Ola Berg ] tiba:VERB\nKata:VERB [PER Berg ] lagi:ADV")
    berg = [m for m in mentions(article, document, language("id")) if m.span.text == "Berg"][-1]
    assert (berg.country, berg.sector, berg.public) == ("XNL", "GOV", True)
