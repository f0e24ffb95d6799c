"""Whole sentences read with today's parser: who takes part in an event, where and when, and who does not."""

from __future__ import annotations

import pytest

from kawat.nouns.article import Page
from kawat.nouns.record import Event
from kawat.pipeline.read import read


def events(language: str, text: str) -> list[Event]:
    """The events of a page that is one paragraph, published on 18 September 2024."""
    return list(read(Page(path="a.txt", form="text", text=text, language=language, date="2024-09-18")).events)


@pytest.mark.parametrize(("language", "text", "kind", "actors", "recipients"), [
    ("en", "President Ola Berg talked trade during a phone call with Chancellor Ida Frey of Norland.", "CONSULT",
     {"President Ola Berg", "Chancellor Ida Frey of Norland"}, set()),
    ("en", "Egypt's president told Jordan's king in a meeting that he would come.", "CONSULT",
     {"Egypt's president", "Jordan's king"}, set()),
    ("en", "Iran threatened to close the strait if Washington imposes new sanctions.", "THREATEN", {"Iran"}, {"Washington"}),
    ("id", "Iran mengancam menutup selat itu jika Amerika Serikat menjatuhkan sanksi baru.", "THREATEN", {"Iran"}, {"Amerika Serikat"}),
    ("en", "A drone strike on a depot in Sudan killed three soldiers. Sudanese rebels claimed responsibility.", "ASSAULT",
     {"Sudanese rebels"}, {"three soldiers"}),
    ("id", "Serangan siber menimpa situs parlemen Estonia. Kelompok peretas Elang Malam mengklaim bertanggung jawab.", "COERCE",
     {"Kelompok peretas Elang Malam"}, set()),
    ("id", "Kanada mengusir dua diplomat Belarus. Minsk mengancam akan membalas.", "THREATEN", {"Minsk"}, {"Kanada"}),
    ("en", "Canada expelled two diplomats. Brazil and Peru mocked it. Minsk threatened to retaliate.", "THREATEN", {"Minsk"}, set()),
])
def test_who_takes_part(language: str, text: str, kind: str, actors: set[str], recipients: set[str]) -> None:
    """Talks told in passing take their sides from the verb they hang on; a condition, and of two states the other's act just before,
    say who is threatened.
    """
    (event,) = [e for e in events(language, text) if e.type == kind]
    assert {p.span.text for p in event.actors} == actors
    assert {p.span.text for p in event.recipients} == recipients


@pytest.mark.parametrize(("language", "text"), [
    ("en", "The race in Monza was chaotic. \"We came with data and left with nothing,\" team principal Aldo Ferrante complained."),
    ("en", "Drivers now travel to Suzuka, where a typhoon threatens to disrupt practice."),
])
def test_nobody_political_and_no_storm_makes_an_event(language: str, text: str) -> None:
    """A place nearby makes nobody's words political, and a verb with a thing for its subject shares nobody's."""
    assert events(language, text) == []


@pytest.mark.parametrize(("language", "text", "kind", "day", "place"), [
    ("en", "Egypt agreed to set up a joint fund, the finance ministry said on Tuesday.", "AGREE", None, None),
    ("en", "The pastor has been detained in Turkey since October.", "COERCE", "2023-10-01", "Turkey"),
    ("id", "Dilansir Antara, Selasa (17/9/2024), Mesir menyerang sebuah pangkalan di Sudan.", "ASSAULT", None, "Sudan"),
    ("en", "Egypt urged Jordan to reopen the port of Aqaba.", "REQUEST", None, None),
])
def test_when_and_where(language: str, text: str, kind: str, day: str | None, place: str | None) -> None:
    """When something was reported is not when it happened; a time breaks no clause; what is asked for may be elsewhere."""
    (event,) = [e for e in events(language, text) if e.type == kind]
    assert (event.when.start if event.when else None) == day
    assert (event.place.span.text if event.place else None) == place


@pytest.mark.parametrize(("language", "text", "phrase", "country"), [
    ("en", "Deputy Prime Minister Arman Beg wrapped up talks in Budapest, hours after Kazakhstan rejected the offer.", "Arman Beg", None),
    ("id", "Jaksa menuntut terdakwa dihukum lima tahun penjara.", "Jaksa", "IDN"),
    ("id", "Polisi menahan tiga warga di Oslo.", "Polisi", "NOR"),
])
def test_whose_officials(language: str, text: str, phrase: str, country: str | None) -> None:
    """Ministers travel; police do not; a page in Indonesian that names no country is about Indonesia."""
    reading = read(Page(path="a.txt", form="text", text=text, language=language))
    assert {m.country for m in reading.mentions if m.span.text.endswith(phrase) and m.kind != "place"} == {country}
