"""Events over the trained parsers: how long a trigger is, and who may act."""

from __future__ import annotations

import pytest

from kawat.nouns.article import Page
from kawat.nouns.record import Event
from kawat.pipeline.read import read

LONGEST = 6  # words of a trigger


def events(code: str, text: str) -> tuple[Event, ...]:
    """The events of a text."""
    return read(Page("page", "text", text=text, language=code)).events


def test_a_trigger_with_a_long_gap_is_cut() -> None:
    """A record's trigger has at most six words, whatever stands in the gap of its phrase."""
    (event,) = events("en", "Norland gave the two envoys of Sudland 48 hours to leave.")
    assert event.type == "SANCTION"
    assert len(event.trigger.text.split()) == LONGEST


@pytest.mark.parametrize(("code", "text", "actor"), [
    ("en", "The Russian side agreed to a truce.", "The Russian side"),
    ("id", "Pihak Rusia menyetujui gencatan senjata.", "Pihak Rusia"),
])
def test_the_side_of_a_state_acts_for_it(code: str, text: str, actor: str) -> None:
    """Nobody's title is needed where a state is named."""
    (event,) = events(code, text)
    assert event.type == "AGREE"
    assert [one.span.text for one in event.actors] == [actor]


@pytest.mark.parametrize("text", [
    "A roof garden will be shared by all. Work on the flats in Rotterdam begins in March.",
    "A faulty update has been withdrawn, the maker said. Owners in Spain reported that doors had locked. A new one will follow.",
])
def test_a_month_is_no_march_and_a_recall_no_retreat(text: str) -> None:
    """Nothing political is named, and no word of the page is political."""
    assert not events("en", text)


@pytest.mark.parametrize(("code", "text", "kind", "recipients"), [
    ("en", "Sudland's minister flew home on Monday after being expelled by Norland.", "SANCTION", ["Sudland's minister"]),
    ("en", "Norland's ruling party withdrew the whip from four lawmakers.", "SANCTION", ["four lawmakers"]),
    ("en", "The government agreed to lift the ban on the movement's political wing.", "CONCEDE", ["the movement"]),
    ("en", "Norland's army recaptured the port from rebel fighters.", "COERCE", ["rebel fighters"]),
    ("en", "The Norland capital was closed off and the army detained seven.", "COERCE", ["seven"]),
    ("en", "The opposition fears the worst, alleging that soldiers had beaten its agents.", "ACCUSE", ["soldiers"]),
    ("id", "Menteri Sudland pulang pada Senin setelah diusir oleh Norland.", "SANCTION", ["Menteri Sudland"]),
    ("id", "Pasukan Norland merebut kota pelabuhan itu dari pemberontak.", "COERCE", ["pemberontak"]),
])
def test_whom_a_deed_befalls_may_stand_far_from_it(code: str, text: str, kind: str, recipients: list[str]) -> None:
    """A subject shared, a preposition behind a thing, a bare number, or the clause of a charge tells whom the act reaches."""
    found = {event.type: [one.span.text for one in event.recipients] for event in events(code, text)}
    assert found[kind] == recipients


def test_a_finite_verb_is_no_part_of_what_is_refused() -> None:
    """"Refused to step down and accused his rival": he did accuse, though the parser joins the two verbs."""
    found = {event.type: event.realis for event in events("en", "Prime Minister Ola Berg has refused to step down and accused his rival.")}
    assert found["ACCUSE"] == "actual"


def test_nobody_is_joined_to_the_subject_of_the_next_verb() -> None:
    """"Marched on the parliament and soldiers fired": the soldiers are not marched on."""
    text = "Protesters marched on the Norland parliament and soldiers fired tear gas at them."
    recipients = {event.type: [one.span.text for one in event.recipients] for event in events("en", text)}
    assert recipients["PROTEST"] == ["the Norland parliament"]


@pytest.mark.parametrize(("code", "text", "kind"), [
    ("en", "Norland's ministers agreed to impose sanctions on Sudland.", "SANCTION"),
    ("id", "Parlemen Norland setuju menjatuhkan sanksi kepada Sudland.", "SANCTION"),
])
def test_who_agrees_to_a_sanction_plans_it(code: str, text: str, kind: str) -> None:
    """The act of conflict is the event, and it lies ahead; nobody agrees with anybody."""
    (event,) = events(code, text)
    assert (event.type, event.realis) == (kind, "planned")


@pytest.mark.parametrize("text", [
    "Norland freed two prisoners ahead of talks with Sudland next month.",
    "Norland and Sudland are due to begin a joint mine-clearing drill in the same waters next month.",
    "The foreign ministers of Norland and Sudland will on Friday, for the first time in years, hold direct talks in Geneva.",
])
def test_what_lies_ahead_is_an_agreement_planned(text: str) -> None:
    """A coming date, words before a light verb, or an auxiliary far from its verb make a meeting or a drill a thing to come."""
    found = {event.type: event.realis for event in events("en", text)}
    assert found["AGREE"] == "planned"
    assert "CONSULT" not in found and "COOPERATE" not in found


def test_whom_a_deed_befell_does_not_talk_afterwards() -> None:
    """"Freed two prisoners ahead of talks": the prisoners do not negotiate."""
    found = {event.type: [one.span.text for one in event.actors]
             for event in events("en", "Norland freed two prisoners ahead of talks in Sudland later this month.")}
    assert found["AGREE"] == ["Norland"]


@pytest.mark.parametrize(("code", "text", "kind", "actors"), [
    ("id", "Serangan yang dilancarkan pasukan Norland menewaskan lima warga.", "ASSAULT", ["pasukan Norland"]),
    ("id", "Aksi mogok nasional yang digalang Serikat Buruh Norland memasuki hari kesembilan.", "PROTEST", ["Serikat Buruh Norland"]),
    ("en", "An attack carried out by rebel fighters killed two soldiers in Norland.", "ASSAULT", ["rebel fighters"]),
])
def test_a_noun_s_doer_may_stand_in_the_clause_behind_it(code: str, text: str, kind: str, actors: list[str]) -> None:
    """"The attack carried out by …", "serangan yang dilancarkan …"."""
    found = {event.type: [one.span.text for one in event.actors] for event in events(code, text)}
    assert found[kind] == actors


def test_who_condemns_a_deed_blames_its_doer() -> None:
    """"Mengecam pelanggaran … yang dilakukan oleh Sudland" is aimed at Sudland."""
    text = "Norland mengecam pelanggaran gencatan senjata yang dilakukan oleh Sudland di perbatasan."
    found = {event.type: [one.span.text for one in event.recipients] for event in events("id", text)}
    assert found["ACCUSE"] == ["Sudland"]


def test_an_indonesian_passive_befalls_whom_the_verb_above_is_done_to() -> None:
    """"KPK menahan … usai diperiksa": the one detained was questioned, not the commission."""
    text = "KPK menahan Bupati Lamandara Suryo Handoko usai diperiksa selama sembilan jam."
    found = {event.type: [one.span.text for one in event.recipients] for event in events("id", text)}
    assert found["ACCUSE"] == ["Bupati Lamandara Suryo Handoko"]


def test_help_that_will_not_come_is_a_refusal() -> None:
    """"Tidak akan memberi bantuan" promises nothing; who will not attack threatens nobody."""
    (event,) = events("id", "Norland tidak akan memberi bantuan kepada Sudland.")
    assert (event.type, event.realis) == ("REJECT", "actual")
    assert not events("id", "Pasukan Norland tidak akan menyerang Sudland.")


@pytest.mark.parametrize(("text", "kind", "role", "names"), [
    ("Thirteen of the 15 members of the Norland council backed the resolution.", "SUPPORT", "actors",
     ["Thirteen of the 15 members of the Norland council"]),
    ("Police arrested two of their colleagues in Norland.", "COERCE", "recipients", ["two of their colleagues"]),
    ("Foreign Minister Ri Yong Ho spoke first. Ri said little. He called on Norland to leave.", "REQUEST", "actors",
     ["Foreign Minister Ri Yong Ho"]),
])
def test_a_participant_is_named_as_fully_as_the_page_names_him(text: str, kind: str, role: str, names: list[str]) -> None:
    """With the number of those meant, and by the full name behind a family name that comes first."""
    found = {event.type: [one.span.text for one in getattr(event, role)] for event in events("en", text)}
    assert found[kind] == names


@pytest.mark.parametrize(("text", "kind", "role", "names"), [
    ("The rebels were accused by Norland's army of shelling a hospital.", "ASSAULT", "actors", ["The rebels"]),
    ("Norland's foreign minister, Ola Berg, and her Sudland counterpart discussed the dispute by telephone.", "CONSULT", "actors",
     ["Norland's foreign minister, Ola Berg", "Sudland counterpart"]),
    ("Norland recalled its ambassador from Sudland.", "SANCTION", "recipients", ["Sudland"]),
    ("Sanctions imposed by Estmark on Norland were lifted on Friday.", "CONCEDE", "recipients", ["Norland"]),
    ("The court ordered the government of Norland to leave.", "REQUEST", "recipients", ["the government of Norland"]),
])
def test_who_and_whom_are_found_across_the_sentence(text: str, kind: str, role: str, names: list[str]) -> None:
    """Charges, appositions, envoys, things that lie on somebody, and orders."""
    found = {event.type: [one.span.text for one in getattr(event, role)] for event in events("en", text)}
    assert found[kind] == names


def test_the_accused_did_it_and_not_who_accuses_him() -> None:
    """"Pemberontak dituduh tentara menembaki …": the rebels shelled, on the army's word."""
    text = "Pemberontak dituduh tentara Norland menembaki rumah sakit."
    found = {event.type: [one.span.text for one in event.actors] for event in events("id", text)}
    assert found["ASSAULT"] == ["Pemberontak"]


@pytest.mark.parametrize(("code", "text", "kind", "recipients"), [
    ("en", "Turkey's rejection of Greece's proposal was expected.", "REJECT", ["Greece"]),
    ("id", "Penolakan Norland terhadap usulan Sudland disampaikan pada Senin.", "REJECT", ["Sudland"]),
])
def test_a_noun_of_words_is_aimed_at_whose_deed_it_judges(code: str, text: str, kind: str, recipients: list[str]) -> None:
    """"Turkey's rejection of Greece's proposal" is aimed at Greece."""
    found = {event.type: [one.span.text for one in event.recipients] for event in events(code, text)}
    assert found[kind] == recipients
