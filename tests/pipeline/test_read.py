"""From pages to readings, some at a time."""

import sys

import pytest

from kawat.errors import BadInput, KawatError, MissingModel
from kawat.lexicon.language import Language
from kawat.nouns.article import Page
from kawat.nouns.document import Profile
from kawat.pipeline.read import parser, readings


def page(text: str, language: str, name: str) -> Page:
    """A page of text in a language."""
    return Page(path=name, form="text", text=text, language=language)


PAGES = [page("Norland menyerang Sudland pada Senin.", "id", "a.txt"), BadInput("b.txt: empty"),
         page("Norland attacked Sudland on Monday.", "en", "c.txt"), page("Norlandia atacó Sudlandia el lunes.", "es", "d.txt")]


def test_pages_come_back_in_their_order_and_a_bad_one_loses_nothing() -> None:
    """Languages are parsed together, yet readings keep the order; a language without a pack is read, not coded."""
    found = list(readings(PAGES))
    assert [type(one) for one in found] == [tuple, BadInput, tuple, tuple]
    events = [[event.type for event in one[0].events] for one in found if isinstance(one, tuple)]
    assert events == [["ASSAULT"], ["ASSAULT"], []]


def test_a_language_whose_model_is_missing_costs_its_own_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each page of it is one line that says what to install; the others are coded."""
    known = parser

    def without(pack: Language, profile: Profile):  # type: ignore[no-untyped-def]  # the parser's own type
        if pack.code == "id":
            raise MissingModel("Indonesian has no parser installed")
        return known(pack, profile)

    monkeypatch.setattr(sys.modules[readings.__module__], "parser", without)
    found = list(readings([PAGES[0], PAGES[0], PAGES[2]]))
    assert [type(one) for one in found] == [MissingModel, MissingModel, tuple]
    assert str(found[0]) == "a.txt: Indonesian has no parser installed" and isinstance(found[0], KawatError)


@pytest.mark.parametrize(("language", "text", "told"), [
    ("id", "Indonesia berunding dengan Malaysia pada Senin. Indonesia berunding dengan Jepang pada Rabu.", ["CONSULT", "CONSULT"]),
    ("id", "Mesir menggelar dialog dengan Qatar. Dialog Mesir dengan Qatar berlangsung tertutup.", ["CONSULT"]),
    ("id", "Mesir menggelar dialog dengan Qatar. Mesir menggelar dialog dengan Qatar dan Yordania.", ["CONSULT", "CONSULT"]),
    ("id", "Norland menyampaikan kecaman atas serangan itu.", ["ACCUSE"]),
    ("en", "Egypt held talks with Qatar. Egypt held talks with Qatar and Jordan.", ["CONSULT", "CONSULT"]),
])
def test_talks_with_somebody_else_are_other_talks(language: str, text: str, told: list[str]) -> None:
    """Talks are the same where the same sides hold them; and a light verb carries its own noun, not one behind it."""
    (found,) = readings([page(text, language, "a.txt")])
    assert isinstance(found, tuple)
    assert [event.type for event in found[0].events] == told


@pytest.mark.parametrize(("language", "text"), [
    ("id", "Gencatan senjata antara Norland dan Sudland dijadwalkan mulai berlaku pada Kamis."),
    ("en", "A truce between Norland and Sudland is due to take effect on Thursday."),
])
def test_what_is_due_has_not_happened(language: str, text: str) -> None:
    """A noun whose own verb says that it is due is planned, however far its sides put the two apart."""
    (found,) = readings([page(text, language, "a.txt")])
    assert isinstance(found, tuple)
    assert [event.realis for event in found[0].events] == ["planned"]


@pytest.mark.parametrize(("language", "text", "speaker", "content"), [
    ("id", "Menurut kantor berita Reuters, mengutip pejabat Mesir, dua kapal karam di dekat pelabuhan.", "pejabat Mesir",
     "dua kapal karam di dekat pelabuhan"),
    ("en", "According to Reuters, citing Egyptian officials, two ships sank near the port.", "Egyptian officials",
     "two ships sank near the port"),
])
def test_what_a_cited_source_says_begins_behind_it(language: str, text: str, speaker: str, content: str) -> None:
    """A source that cites another in an aside says what comes behind the aside, on the other's word."""
    (found,) = readings([page(text, language, "a.txt")])
    assert isinstance(found, tuple)
    (said,) = found[0].statements
    assert said.speaker is not None
    assert (said.speaker.span.text, said.content.text.rstrip(".")) == (speaker, content)
