"""Words are cut where treebanks cut them, and lose no character."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.errors import BadData
from kawat.lexicon.language import language, languages
from kawat.nouns.text import view_of
from kawat.parse.tokenize import latin_clitic, tokenizer

PAGE = st.text(st.one_of(st.characters(), st.sampled_from("aAbB.,-'\"’“ \n\u00a01%$?!()")), max_size=80)

INDONESIAN = [
    ("katanya kepada wartawan.", "kata nya kepada wartawan ."),
    ("Ujarnya, serangannya gagal", "Ujar nya , serangan nya gagal"),
    ("hanya bertanya sebelumnya", "hanya bertanya sebelumnya"),
    ("meskipun mereka kalah", "meski pun mereka kalah"),
    ("maupun walaupun", "maupun walaupun"),
    ("inilah apakah bukanlah", "ini lah apa kah bukan lah"),
    ("adalah sekolah masalah langkah", "adalah sekolah masalah langkah"),
    ("anak-anak dan negara-negara", "anak-anak dan negara-negara"),
    ("perang Estmark-Westhaven", "perang Estmark - Westhaven"),
    ("Masjid Al-Aqsa di wilayah itu", "Masjid Al-Aqsa di wilayah itu"),
    ("pasukan non-organik", "pasukan non-organik"),
    ("ke-16 dan 1990-an", "ke-16 dan 1990-an"),
    ("tahun 2019-2024", "tahun 2019 - 2024"),
    ("Rp500 juta, US$1,5 miliar", "Rp 500 juta , US$ 1,5 miliar"),
    ("41.100 orang (12,5%)", "41.100 orang ( 12,5 % )"),
    ("Jl. Merdeka No. 5", "Jl. Merdeka No. 5"),
    ("Prof. Dr. H. Hartono, S.H., M.Si.", "Prof. Dr. H. Hartono , S.H. , M.Si."),
    ("PT Karsa Tbk. tutup", "PT Karsa Tbk. tutup"),
    ("pukul 10.30 WIB", "pukul 10.30 WIB"),
    ("kawat.co.id melaporkan", "kawat.co.id melaporkan"),
    ("NORVILLE, Kawat.com - Menteri", "NORVILLE , Kawat.com - Menteri"),
    ("lihat https://contoh.id/a?b=1.", "lihat https://contoh.id/a?b=1 ."),
    ("'Kami siap!' katanya", "' Kami siap ! ' kata nya"),
    ("selesai...", "selesai ..."),
    ("APBN-P 2024", "APBN-P 2024"),
    ("Jum'at (5/4/2024)", "Jum'at ( 5/4/2024 )"),
]

ENGLISH = [
    ("didn't can't won't", "did n't ca n't wo n't"),
    ("Norland's envoy", "Norland 's envoy"),
    ("the leaders' talks", "the leaders ' talks"),
    ("they're, we've, I'll, he'd, I'm", "they 're , we 've , I 'll , he 'd , I 'm"),
    ("cannot", "can not"),
    ("a well-known 20-year-old", "a well - known 20 - year - old"),
    ("anti-government and co-founder", "anti-government and co-founder"),
    ("the U.S. President", "the U.S. President"),
    ("Gen. Ashdown met Sen. Marlowe", "Gen. Ashdown met Sen. Marlowe"),
    ("J. R. Calloway", "J. R. Calloway"),
    ("Hargreave Inc. said", "Hargreave Inc. said"),
    ("He was ill.", "He was ill ."),
    ("a firm in Springfield, Ill., closed", "a firm in Springfield , Ill. , closed"),
    ("No.", "No ."),
    ("No. 10", "No. 10"),
    ("$5.5 million", "$ 5.5 million"),
    ("in the 1990s, the 20th", "in the 1990s , the 20th"),
    ("at 5:30 p.m. Friday", "at 5:30 p.m. Friday"),
    ("al-Masri", "al - Masri"),
    ("F-16 jets", "F - 16 jets"),
    ("war -- and peace", "war -- and peace"),
    ("Why?!", "Why ?!"),
    ("O'Dowd", "O'Dowd"),
    ("contact desk@wire.example now", "contact desk@wire.example now"),
    ("#peace @envoy", "#peace @envoy"),
]


def words(text: str, code: str) -> str:
    view = view_of(text)
    return " ".join(view[start:end] for start, end in latin_clitic(view, language(code).tokens))


@pytest.mark.parametrize(("text", "expected"), INDONESIAN)
def test_indonesian_words(text: str, expected: str) -> None:
    """Indonesian clitics come off, reduplication stays one word, abbreviations keep their stop."""
    assert words(text, "id") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_words(text: str, expected: str) -> None:
    """English contractions and hyphens part, prefixes do not, abbreviations keep their stop."""
    assert words(text, "en") == expected


@pytest.mark.parametrize("code", languages())
@settings(deadline=None)
@given(text=PAGE)
def test_no_character_is_lost_or_doubled(code: str, text: str) -> None:
    """Every character that is not a blank stands in exactly one word, and words come in order."""
    view = view_of(text)
    cuts = latin_clitic(view, language(code).tokens)
    covered = [place for start, end in cuts for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(start < end for start, end in cuts)
    assert {place for place, letter in enumerate(view) if not letter.isspace()} == set(covered)


def test_an_unknown_tokenizer_names_those_there_are() -> None:
    """A language file that asks for no such tokenizer is told which there are."""
    with pytest.raises(BadData, match=r"no tokenizer 'thai'\. There is: latin_clitic"):
        tokenizer("thai")
