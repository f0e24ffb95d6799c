"""Actors: how far a phrase reaches, and what it says of its holder."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.mention import mentions
from kawat.nouns.mentions import ACTOR_KINDS
from tests.mention.marked import marked

# language, text, span of the widest mention, kind, country, sector, public, basis
PHRASES = [
    ("id", "Kepala Dinas Intelijen Luar Negeri Maroko ( DGED ) , [PER Yassin Mansouri ] , tiba:VERB",
     "Kepala Dinas Intelijen Luar Negeri Maroko (DGED), Yassin Mansouri", "person", "MAR", "SPY", True, "named"),
    ("id", "Presiden Norland [PER Ola Berg ] berbicara:VERB", "Presiden Norland Ola Berg", "person", "XNL", "GOV", True, "named"),
    ("id", "bertemu:VERB dengan:ADP Menteri Luar Negeri Sudland", "Menteri Luar Negeri Sudland", "person", "XSL", "GOV", True,
     "affiliation"),
    ("id", "kata:VERB juru bicara polisi Norland", "juru bicara polisi Norland", "person", "XNL", "COP", True, "affiliation"),
    ("id", "pasukan elit darat Norland menyerbu:VERB", "pasukan elit darat Norland", "group", "XNL", "MIL", None, "affiliation"),
    ("id", "kata:VERB sumber keamanan", "sumber keamanan", "group", "IDN", "SPY", None, "title"),
    ("id", "kata:VERB otoritas kesehatan setempat", "otoritas kesehatan setempat", "organisation", "IDN", "GOV", None, "title"),
    ("id", "menahan:VERB seorang:DET warga Norland", "seorang warga Norland", "group", "XNL", "CVL", False, "affiliation"),
    ("id", "kata:VERB Kolonel [PER Ola Berg ]", "Kolonel Ola Berg", "person", "IDN", "MIL", True, "named"),
    ("id", "menurut:ADP [ORG Badan Cuaca Norland ]", "Badan Cuaca Norland", "organisation", "XNL", "GOV", None, "affiliation"),
    ("en", "the:DET Norland Foreign Minister [PER Ola Berg ] said:VERB", "the Norland Foreign Minister Ola Berg", "person", "XNL",
     "GOV", True, "named"),
    ("en", "Norland 's foreign minister arrived:VERB", "Norland's foreign minister", "person", "XNL", "GOV", True, "affiliation"),
    ("en", "[PER Ola Berg ] , the:DET foreign minister of:ADP Norland , left:VERB", "Ola Berg, the foreign minister of Norland",
     "person", "XNL",
     "GOV", True, "named"),
    ("en", "said:VERB the:DET president of:ADP Sudland", "the president of Sudland", "person", "XSL", "GOV", True, "affiliation"),
    ("en", "said:VERB the:DET Norland military", "the Norland military", "group", "XNL", "MIL", None, "affiliation"),
    ("en", "a:DET visit to:ADP the:DET White House", "White House", "organisation", "USA", "GOV", True, "named"),
    ("en", "fined:VERB [ORG Norland Dairy Board ]", "Norland Dairy Board", "organisation", "XNL", None, None, "named"),
    ("en", "thanked:VERB [PER Park Byeong - seug:NOUN ]", "Park Byeong-seug", "person", None, None, None, "named"),
    ("en", "said:VERB Gen. [PER Ola Berg ]", "Gen. Ola Berg", "person", None, "MIL", True, "named"),
]


@pytest.mark.parametrize(("code", "text", "span", "kind", "country", "sector", "public", "basis"), PHRASES)
def test_a_phrase_says_who_its_holder_is(code: str, text: str, span: str, kind: str, country: str | None, sector: str | None,
                                         public: bool | None, basis: str) -> None:
    """The widest mention is the phrase with its title, and its words alone give kind, country, sector and whether it is public."""
    article, document = marked(text)
    found = mentions(article, document, language(code))
    widest = max((m for m in found if m.kind in ACTOR_KINDS), key=lambda m: m.last - m.first)
    said = (widest.span.text, widest.kind, widest.country, widest.sector, widest.public, widest.basis)
    assert said == (span, kind, country, sector, public, basis)


def found(code: str, text: str) -> dict[str, tuple[str, str | None, str | None]]:
    """Each actor's span with its kind, country and sector."""
    article, document = marked(text)
    return {m.span.text: (m.kind, m.country, m.sector) for m in mentions(article, document, language(code)) if m.kind in ACTOR_KINDS}


def test_states_inside_titles_are_mentions_too() -> None:
    """The state named inside a title is a mention of its own, nested in the holder's."""
    assert found("id", "Presiden Norland [PER Ola Berg ] berbicara:VERB")["Norland"] == ("country", "XNL", None)


def test_an_owner_is_not_the_holder() -> None:
    """"Ola Berg's party" is a party, and the man with his title a mention inside it."""
    actors = found("en", "former:ADJ Prime Minister [PER Ola Berg ] 's political party won:VERB")
    assert actors["former Prime Minister Ola Berg's political party"][0] == "organisation"
    assert actors["former Prime Minister Ola Berg"][0] == "person"


def test_opponents_of_a_president_are_others() -> None:
    """The man somebody is against is not swallowed by the phrase for those against him."""
    actors = found("en", "an:DET opponent of:ADP President [PER Ola Berg ] marched:VERB")
    assert actors["an opponent"] == ("group", None, "OPP")
    assert actors["President Ola Berg"][0] == "person"


def test_an_article_of_indefinite_persons_is_nobody() -> None:
    """"Seorang" shares the lemma of "orang" but is only an article: the sector is that of the title behind it."""
    article, document = marked("seorang:DET pejabat Norland berbicara:VERB")
    widest = max(mentions(article, document, language("id")), key=lambda m: m.last - m.first)
    assert (widest.span.text, widest.sector) == ("seorang pejabat Norland", "GOV")


def test_a_short_name_at_the_end_of_a_longer_one_is_not_listed() -> None:
    """The congress of an unlisted body is not the listed Congress."""
    article, document = marked("voted:VERB in:ADP the:DET [ORG Nordic Farmers Congress ]")
    assert {m.actor for m in mentions(article, document, language("en"))} == {None}


def test_a_capital_acts_for_its_state_only_as_an_actor() -> None:
    """A capital as subject stands for its state; after "in" it is a place."""
    article, document = marked("Beijing rejected:VERB the:DET offer in:ADP Beijing")
    subject, place = (m for m in mentions(article, document, language("en")) if m.span.text == "Beijing")
    assert (subject.kind, subject.basis, subject.country) == ("country", "metonym", "CHN")
    assert place.kind == "place"


def test_offices_end() -> None:
    """A listed person has the office of the day of the page."""
    text = "Joko Widodo berbicara:VERB"
    for day in ("2020-05-01", None):
        article, document = marked(text, day)
        assert next(iter(mentions(article, document, language("id")))).actor == "jokowi"


def test_no_phrase_is_mentioned_twice() -> None:
    """Each span of each kind has one mention, so that ids are unique."""
    pages = "Syrian Arab Red Crescent workers met:VERB Norland Red Crescent workers\nNorland 's army met:VERB Norland 's army"
    article, document = marked(pages)
    ids = [m.id for m in mentions(article, document, language("en"))]
    assert len(ids) == len(set(ids))
