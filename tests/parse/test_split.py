"""Sentences end where a reader ends them; the bar in each case stands where the next one starts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.errors import BadData
from kawat.lexicon.language import language, languages
from kawat.nouns.text import view_of
from kawat.parse.split import LONGEST, news, splitter
from kawat.parse.tokenize import latin_clitic

INDONESIAN = [
    "Menteri Norland tiba di Jenewa. | Ia bertemu utusan Sudland.",
    "Serangan itu menewaskan 12 orang. | 40 orang lain terluka.",
    "Menteri Luar Negeri Prof. Dr. Hartono tiba.",
    "Kantornya di Jl. Merdeka No. 5 dijaga ketat. | Warga menjauh.",
    "\"Kami siap berunding,\" kata Olsansky. | Sudland menolak.",
    "\"Kami siap berunding.\" | Olsansky mengatakannya di Jenewa.",
    "\"Kapan perang berakhir?\" tanya wartawan itu.",
    "\"Kapan perang berakhir?\" Olsansky bertanya kepada utusan itu.",
    "\"Hentikan!\" seru warga. | Polisi datang.",
    "“Kami lelah. | Kami ingin pulang,” ujar seorang pengungsi.",
    "Apakah gencatan senjata bertahan? | Belum ada jawaban.",
    "J. R. Calloway memimpin misi itu.",
    "Pasal 2 ayat (1) berlaku. | (Baca juga halaman dua.)",
    "Nilainya Rp1,5 miliar. | Dana itu cair.",
    "Kerugian mencapai US$ 41.100. | Bantuan datang.",
    "PT Karsa Tbk. menutup pabriknya di Norville.",
    "Mereka menjual beras, gula, dll. | Namun harga tetap naik.",
    "Rapat dimulai pukul 10.30 WIB. | Semua hadir.",
    "Menurut kawat.co.id situasi tenang. | Toko buka.",
    "Ia berhenti... lalu pergi.",
    "Ia berhenti... | Kemudian semua diam.",
    "1. Norland menarik pasukan. | 2. Sudland membuka perbatasan.",
    "Perundingan selesai.|Presiden pulang.",
    "Utusan A.S. Whitcombe tiba di Westhaven.",
    "Kelompok itu berbasis di Norville - ibu kota Norland. | Polisi berjaga.",
    "Harga naik 2,5 persen. | Inflasi 3.1 persen.",
    "Dia bilang 'Tidak.' | Lalu dia pergi.",
    "Ketua DPR (periode 2019-2024) hadir. | Wakilnya tidak.",
    "Perang pecah pada 5 Okt. 2023 di perbatasan.",
    "\"Ini rumah kami!\" | Itulah teriakan mereka.",
]

ENGLISH = [
    "The minister arrived in Geneva. | He met the envoy.",
    "The strike killed 12 people. | Forty were hurt.",
    "Gen. Robert Ashdown met Sen. Marlowe on Oct. 5 in Norville.",
    "The U.S. President arrived. | The envoy left.",
    "Troops left the U.S. | The envoy stayed.",
    "He spoke in the U.S. Senate on Monday.",
    "\"We are ready,\" Olsansky said. | Sudland refused.",
    "\"We are ready.\" | Olsansky left the room.",
    "\"When will it end?\" Olsansky asked reporters.",
    "\"When will it end?\" he asked.",
    "\"Stop!\" the crowd shouted. | Police came.",
    "\"We are tired. | We want to go home,\" a refugee said.",
    "Will the truce hold? | Nobody knows.",
    "J. R. Calloway led the mission.",
    "The meeting began at 5 p.m. | The doors were shut.",
    "The meeting began at 5 p.m. Friday in Norville.",
    "Hargreave Inc. said it would close. | Workers protested.",
    "Workers left Hargreave Inc. | The plant is shut.",
    "See No. 10 on the list.",
    "Did he agree? | No. | He refused.",
    "Losses reached $5.5 million. | Aid came.",
    "He was ill. | Doctors came.",
    "Washington, D.C. (Wire) is far away.",
    "1. Norland withdraws. | 2. Sudland opens the border.",
    "He paused... then left.",
    "They fled to St. Petersburg. | Nobody followed.",
    "(The border is closed.) | Trucks wait.",
    "Mr. Tarrant vs. Mrs. Marlowe was settled.",
    "The Rev. William Tarrant prayed. | Many wept.",
    "It cost 3.1 percent. | Prices rose.",
    "The talks ended.|Everyone went home.",
    "“Peace is near.” | The crowd cheered.",
]


def barred(text: str, code: str) -> str:
    view, tokens = view_of(text), language(code).tokens
    cuts = latin_clitic(view, tokens)
    bounds = [cuts[place][0] for place in news(view, cuts, tokens)] + [len(text)]
    return " | ".join(text[start:end].strip() for start, end in pairwise(bounds))


def plain(case: str) -> str:
    return case.replace(" | ", " ").replace("|", "")


@pytest.mark.parametrize("case", INDONESIAN)
def test_indonesian_sentences(case: str) -> None:
    """Indonesian sentences end at their marks, not at titles, initials, figures or quoted questions."""
    assert barred(plain(case), "id") == case.replace(".|", ". | ")


@pytest.mark.parametrize("case", ENGLISH)
def test_english_sentences(case: str) -> None:
    """English sentences end at their marks, not at titles, initials, figures or quoted questions."""
    assert barred(plain(case), "en") == case.replace(".|", ". | ")


@pytest.mark.parametrize("code", languages())
@settings(deadline=None)
@given(st.text(st.sampled_from("aA.?!\"' ()1-,;\n"), max_size=120))
def test_starts_rise_from_the_first_word(code: str, text: str) -> None:
    """The first word starts a sentence, and starts rise."""
    tokens = language(code).tokens
    cuts = latin_clitic(text, tokens)
    starts = news(text, cuts, tokens)
    assert starts == sorted(set(starts))
    assert starts[:1] == ([0] if cuts else [])


@settings(deadline=None)
@given(st.lists(st.sampled_from(["kata", ",", ";", "dan"]), min_size=1, max_size=900))
def test_no_sentence_is_longer_than_the_limit(words: list[str]) -> None:
    """A sentence above the limit is cut, so that no page can stall the parser."""
    text = " ".join(words)
    tokens = language("id").tokens
    cuts = latin_clitic(text, tokens)
    bounds = [*news(text, cuts, tokens), len(cuts)]
    assert max(end - start for start, end in pairwise(bounds)) <= LONGEST


def test_a_long_sentence_is_cut_after_a_semicolon_before_a_comma() -> None:
    """The cut of a long sentence falls after its last semicolon within reach."""
    text = "satu dua tiga, " * 45 + "empat; " + "lima enam, " * 20
    tokens = language("id").tokens
    cuts = latin_clitic(text, tokens)
    second = news(text, cuts, tokens)[1]
    assert text[slice(*cuts[second - 1])] == ";"


def test_an_unknown_splitter_names_those_there_are() -> None:
    """A language file that asks for no such splitter is told which there are."""
    with pytest.raises(BadData, match=r"no splitter 'verse'\. There is: news"):
        splitter("verse")
