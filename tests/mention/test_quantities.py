"""Counts: what is one, what it is worth, and what is none."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language
from kawat.mention.bounds import rounding
from kawat.mention.quantities import quantities
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention
from kawat.nouns.text import span_of
from kawat.parse.document import Parsed, assemble
from kawat.parse.outline import outline


def unparsed(text: str, code: str) -> tuple[Article, Document]:
    """An article of one paragraph cut into words by the language's own tokenizer, without any tree."""
    article = Article("a-test", "test", text, "", "", body=(span_of(text, 0, len(text)),))
    lines = outline(article, language(code))
    return article, assemble(article, lines, [Parsed([0] * len(n.cuts), ["dep"] * len(n.cuts), ["X"] * len(n.cuts), ["_"] * len(n.cuts), ())
                                              for n in lines])


def counted(text: str, code: str) -> list[Mention]:
    """The quantities of a text."""
    article, document = unparsed(text, code)
    return list(quantities(article, document, language(code)))


# span, value, low, best, high, bound, rounded_to
ID = [
    ("41.100 orang", "41.100 orang", 41100, 41100, 41100, 41100, "exact", 100),
    ("lebih dari 41.100 orang", "lebih dari 41.100 orang", 41100, 41101, None, None, "more_than", 100),
    ("sedikitnya 31.000 orang", "sedikitnya 31.000 orang", 31000, 31000, None, None, "at_least", 1000),
    ("setidaknya 12 warga", "setidaknya 12 warga", 12, 12, None, None, "at_least", None),
    ("paling sedikit tujuh pelajar", "paling sedikit tujuh pelajar", 7, 7, None, None, "at_least", None),
    ("tidak kurang dari 200 buruh", "tidak kurang dari 200 buruh", 200, 200, None, None, "at_least", 100),
    ("sekurang-kurangnya 15 nelayan", "sekurang-kurangnya 15 nelayan", 15, 15, None, None, "at_least", None),
    ("hampir 900 pengungsi", "hampir 900 pengungsi", 900, None, None, 899, "less_than", 100),
    ("kurang dari 50 tentara", "kurang dari 50 tentara", 50, None, None, 49, "less_than", None),
    ("hingga 3.000 demonstran", "hingga 3.000 demonstran", 3000, None, None, 3000, "at_most", 1000),
    ("paling banyak 40 penumpang", "paling banyak 40 penumpang", 40, None, None, 40, "at_most", None),
    ("sekitar 500 warga", "sekitar 500 warga", 500, None, 500, None, "approx", 100),
    ("kira-kira 60 siswa", "kira-kira 60 siswa", 60, None, 60, None, "approx", None),
    ("diperkirakan 2.500 jiwa", "diperkirakan 2.500 jiwa", 2500, None, 2500, None, "approx", 100),
    ("1,2 juta jiwa", "1,2 juta jiwa", 1200000, 1200000, 1200000, 1200000, "exact", 100000),
    ("1.2 juta jiwa", "1.2 juta jiwa", 1200000, 1200000, 1200000, 1200000, "exact", 100000),
    ("41,100 orang", "41,100 orang", 41100, 41100, 41100, 41100, "exact", 100),
    ("41 ribu orang", "41 ribu orang", 41000, 41000, 41000, 41000, "exact", 1000),
    ("30rb orang", "30rb orang", 30000, 30000, 30000, 30000, "exact", 10000),
    ("1.567 jiwa", "1.567 jiwa", 1567, 1567, 1567, 1567, "exact", None),
    ("12.345.600 penduduk", "12.345.600 penduduk", 12345600, 12345600, 12345600, 12345600, "exact", 100),
    ("dua orang", "dua orang", 2, 2, 2, 2, "exact", None),
    ("dua belas orang", "dua belas orang", 12, 12, 12, 12, "exact", None),
    ("dua puluh tiga orang", "dua puluh tiga orang", 23, 23, 23, 23, "exact", None),
    ("sepuluh sandera", "sepuluh sandera", 10, 10, 10, 10, "exact", None),
    ("sebelas tahanan", "sebelas tahanan", 11, 11, 11, 11, "exact", None),
    ("seratus orang", "seratus orang", 100, 100, 100, 100, "exact", None),
    ("seratus dua puluh lima orang", "seratus dua puluh lima orang", 125, 125, 125, 125, "exact", None),
    ("seribu orang", "seribu orang", 1000, 1000, 1000, 1000, "exact", None),
    ("seribu dua ratus orang", "seribu dua ratus orang", 1200, 1200, 1200, 1200, "exact", None),
    ("tiga ribu lima ratus warga", "tiga ribu lima ratus warga", 3500, 3500, 3500, 3500, "exact", None),
    ("dua ratus ribu warga", "dua ratus ribu warga", 200000, 200000, 200000, 200000, "exact", None),
    ("satu juta orang", "satu juta orang", 1000000, 1000000, 1000000, 1000000, "exact", None),
    ("sejuta orang", "sejuta orang", 1000000, 1000000, 1000000, 1000000, "exact", None),
    ("setengah juta warga", "setengah juta warga", 500000, 500000, 500000, 500000, "exact", None),
    ("dua setengah juta pengungsi", "dua setengah juta pengungsi", 2500000, 2500000, 2500000, 2500000, "exact", None),
    ("lebih dari satu juta orang", "lebih dari satu juta orang", 1000000, 1000001, None, None, "more_than", None),
    ("puluhan orang", "puluhan orang", None, None, None, None, "vague", None),
    ("puluhan lainnya", "puluhan lainnya", None, None, None, None, "vague", None),
    ("puluhan orang lainnya", "puluhan orang lainnya", None, None, None, None, "vague", None),
    ("belasan orang", "belasan orang", None, 11, None, 19, "vague", None),
    ("belasan ribu buruh", "belasan ribu buruh", None, 11000, None, 19999, "vague", None),
    ("ratusan warga", "ratusan warga", None, None, None, None, "vague", None),
    ("ratusan ribu warga", "ratusan ribu warga", None, None, None, None, "vague", None),
    ("ribuan mahasiswa", "ribuan mahasiswa", None, None, None, None, "vague", None),
    ("jutaan orang", "jutaan orang", None, None, None, None, "vague", None),
    ("lebih dari jutaan orang", "lebih dari jutaan orang", None, None, None, None, "vague", None),
    ("beberapa tentara", "beberapa tentara", None, None, None, None, "vague", None),
    ("sejumlah warga", "sejumlah warga", None, None, None, None, "vague", None),
    ("banyak orang", "banyak orang", None, None, None, None, "vague", None),
    ("sebagian besar wanita", "sebagian besar wanita", None, None, None, None, "vague", None),
    ("hampir seluruh penduduk Estmark", "hampir seluruh penduduk Estmark", None, None, None, None, "vague", None),
    ("sejumlah 40 buruh", "sejumlah 40 buruh", 40, 40, 40, 40, "exact", None),
    ("sebanyak 267 keluarga", "sebanyak 267 keluarga", 267, 267, 267, 267, "exact", None),
    ("total 14 orang", "total 14 orang", 14, 14, 14, 14, "exact", None),
    ("sebanyak lebih dari 90 guru", "sebanyak lebih dari 90 guru", 90, 91, None, None, "more_than", None),
    ("antara 30 dan 40 orang", "antara 30 dan 40 orang", None, 30, None, 40, "range", None),
    ("antara 30 hingga 40 orang", "antara 30 hingga 40 orang", None, 30, None, 40, "range", None),
    ("30-40 orang", "30-40 orang", None, 30, None, 40, "range", None),
    ("30 sampai 40 orang", "30 sampai 40 orang", None, 30, None, 40, "range", None),
    ("dua atau tiga orang", "dua atau tiga orang", None, 2, None, 3, "range", None),
    ("30-an orang", "30-an orang", 30, None, 30, None, "approx", None),
    ("1.000 orang lebih", "1.000 orang lebih", 1000, 1001, None, None, "more_than", 1000),
    ("500 lebih warga", "500 lebih warga", 500, 501, None, None, "more_than", 100),
    ("seorang jurnalis", "seorang jurnalis", 1, 1, 1, 1, "exact", None),
    ("seorang warga Sudland", "seorang warga Sudland", 1, 1, 1, 1, "exact", None),
    ("58 warga Norland", "58 warga Norland", 58, 58, 58, 58, "exact", None),
    ("23 lainnya", "23 lainnya", 23, 23, 23, 23, "exact", None),
    ("sembilan orang nakes", "sembilan orang nakes", 9, 9, 9, 9, "exact", None),
    ("40 persen warga Norland", "40 persen warga Norland", 40, 40, 40, 40, "exact", None),
    ("lebih dari 95.100 terluka", "lebih dari 95.100", 95100, 95101, None, None, "more_than", 100),
    ("selusin tahanan", "selusin tahanan", 12, None, 12, None, "approx", None),
    ("12 anak-anak", "12 anak-anak", 12, 12, 12, 12, "exact", None),
    ("tiga mantan menteri", "tiga mantan menteri", 3, 3, 3, 3, "exact", None),
    ("4 polisi", "4 polisi", 4, 4, 4, 4, "exact", None),
    ("2024 orang", "2024 orang", 2024, 2024, 2024, 2024, "exact", None),
]
ID_NONE = ["berusia 23 tahun", "12 rudal", "sekitar 40 persen", "Rp 12 juta", "12 juta rupiah", "Pasal 5", "Resolusi 2334",
           "sejauh 30 km", "skor 2-1", "pada 2014",
           "tanggal 7 Oktober 2023", "pukul 14.00 WIB", "12 negara", "tiga kali", "lima bangunan", "dua hari", "salah satu pejabat",
           "jet F-16", "pandemi COVID-19",
           "magnitudo 6,2", "US$ 30 juta", "ke-12", "beberapa kali", "12 kapal perang", "0,5", "Selasa (2/6/2026)", "nomor 12", "dua desa"]

EN = [
    ("41,100 people", "41,100 people", 41100, 41100, 41100, 41100, "exact", 100),
    ("41.100 people", "41.100 people", 41100, 41100, 41100, 41100, "exact", 100),
    ("more than 41,100 people", "more than 41,100 people", 41100, 41101, None, None, "more_than", 100),
    ("over 300 residents", "over 300 residents", 300, 301, None, None, "more_than", 100),
    ("upwards of 2,000 fans", "upwards of 2,000 fans", 2000, 2001, None, None, "more_than", 1000),
    ("in excess of 90 workers", "in excess of 90 workers", 90, 91, None, None, "more_than", None),
    ("at least 12 people", "at least 12 people", 12, 12, None, None, "at_least", None),
    ("no fewer than 40 miners", "no fewer than 40 miners", 40, 40, None, None, "at_least", None),
    ("no less than six guards", "no less than six guards", 6, 6, None, None, "at_least", None),
    ("12 or more people", "12 or more people", 12, 12, None, None, "at_least", None),
    ("almost 1000 people", "almost 1000 people", 1000, None, None, 999, "less_than", 1000),
    ("nearly 80 pilgrims", "nearly 80 pilgrims", 80, None, None, 79, "less_than", None),
    ("fewer than 20 soldiers", "fewer than 20 soldiers", 20, None, None, 19, "less_than", None),
    ("up to 50 fighters", "up to 50 fighters", 50, None, None, 50, "at_most", None),
    ("as many as 300 people", "as many as 300 people", 300, None, None, 300, "at_most", 100),
    ("no more than 30 monks", "no more than 30 monks", 30, None, None, 30, "at_most", None),
    ("about 500 villagers", "about 500 villagers", 500, None, 500, None, "approx", 100),
    ("around 60 students", "around 60 students", 60, None, 60, None, "approx", None),
    ("roughly 70 students", "roughly 70 students", 70, None, 70, None, "approx", None),
    ("some 40 people", "some 40 people", 40, None, 40, None, "approx", None),
    ("an estimated 2,500 refugees", "an estimated 2,500 refugees", 2500, None, 2500, None, "approx", 100),
    ("100 people or so", "100 people or so", 100, None, 100, None, "approx", 100),
    ("1.2 million people", "1.2 million people", 1200000, 1200000, 1200000, 1200000, "exact", 100000),
    ("5.5 million Syrians", "5.5 million Syrians", 5500000, 5500000, 5500000, 5500000, "exact", 100000),
    ("1.2m people", "1.2m people", 1200000, 1200000, 1200000, 1200000, "exact", 100000),
    ("40k protesters", "40k protesters", 40000, 40000, 40000, 40000, "exact", 10000),
    ("135 thousand civilians", "135 thousand civilians", 135000, 135000, 135000, 135000, "exact", 1000),
    ("twenty-three people", "twenty-three people", 23, 23, 23, 23, "exact", None),
    ("one hundred people", "one hundred people", 100, 100, 100, 100, "exact", None),
    ("a hundred people", "a hundred people", 100, 100, 100, 100, "exact", None),
    ("two hundred and twenty people", "two hundred and twenty people", 220, 220, 220, 220, "exact", None),
    ("three thousand five hundred people", "three thousand five hundred people", 3500, 3500, 3500, 3500, "exact", None),
    ("two hundred thousand people", "two hundred thousand people", 200000, 200000, 200000, 200000, "exact", None),
    ("a million people", "a million people", 1000000, 1000000, 1000000, 1000000, "exact", None),
    ("half a million people", "half a million people", 500000, 500000, 500000, 500000, "exact", None),
    ("one and a half million refugees", "one and a half million refugees", 1500000, 1500000, 1500000, 1500000, "exact", None),
    ("six million people", "six million people", 6000000, 6000000, 6000000, 6000000, "exact", None),
    ("a dozen people", "a dozen people", 12, None, 12, None, "approx", None),
    ("two dozen people", "two dozen people", 24, None, 24, None, "approx", None),
    ("half a dozen men", "half a dozen men", 6, None, 6, None, "approx", None),
    ("at least a dozen men", "at least a dozen men", 12, 12, None, None, "at_least", None),
    ("dozens of people", "dozens of people", None, None, None, None, "vague", None),
    ("scores of people", "scores of people", None, None, None, None, "vague", None),
    ("hundreds of villagers", "hundreds of villagers", None, None, None, None, "vague", None),
    ("tens of thousands of people", "tens of thousands of people", None, None, None, None, "vague", None),
    ("hundreds of thousands of people", "hundreds of thousands of people", None, None, None, None, "vague", None),
    ("dozens more", "dozens more", None, None, None, None, "vague", None),
    ("dozens of others", "dozens of others", None, None, None, None, "vague", None),
    ("a couple of hundred people", "a couple of hundred people", None, None, None, None, "vague", None),
    ("several hundred people", "several hundred people", None, None, None, None, "vague", None),
    ("several dozen soldiers", "several dozen soldiers", None, None, None, None, "vague", None),
    ("several soldiers", "several soldiers", None, None, None, None, "vague", None),
    ("a number of civilians", "a number of civilians", None, None, None, None, "vague", None),
    ("many people", "many people", None, None, None, None, "vague", None),
    ("most of them women", "most of them women", None, None, None, None, "vague", None),
    ("almost the entire population", "almost the entire population", None, None, None, None, "vague", None),
    ("nearly all residents", "nearly all residents", None, None, None, None, "vague", None),
    ("between 30 and 40 people", "between 30 and 40 people", None, 30, None, 40, "range", None),
    ("30 to 40 people", "30 to 40 people", None, 30, None, 40, "range", None),
    ("30-40 people", "30-40 people", None, 30, None, 40, "range", None),
    ("two or three people", "two or three people", None, 2, None, 3, "range", None),
    ("24 Kurdish fighters", "24 Kurdish fighters", 24, 24, 24, 24, "exact", None),
    ("25 Norland-backed Sudland militiamen", "25 Norland-backed Sudland militiamen", 25, 25, 25, 25, "exact", None),
    ("six prison officers", "six prison officers", 6, 6, 6, 6, "exact", None),
    ("three teenage boys", "three teenage boys", 3, 3, 3, 3, "exact", None),
    ("56 more", "56 more", 56, 56, 56, 56, "exact", None),
    ("three others", "three others", 3, 3, 3, 3, "exact", None),
    ("30 more people", "30 more people", 30, 30, 30, 30, "exact", None),
    ("12 other passengers", "12 other passengers", 12, 12, 12, 12, "exact", None),
    ("another six people", "another six people", 6, 6, 6, 6, "exact", None),
    ("a total of 14 people", "a total of 14 people", 14, 14, 14, 14, "exact", None),
    ("a total of more than 90 teachers", "a total of more than 90 teachers", 90, 91, None, None, "more_than", None),
    ("a man", "a man", 1, 1, 1, 1, "exact", None),
    ("a 16-year-old", "a 16-year-old", 1, 1, 1, 1, "exact", None),
    ("a 20-year-old man", "a 20-year-old man", 1, 1, 1, 1, "exact", None),
    ("two 18-year-olds", "two 18-year-olds", 2, 2, 2, 2, "exact", None),
    ("an Estmark journalist", "an Estmark journalist", 1, 1, 1, 1, "exact", None),
    ("85 percent of the population", "85 percent of the population", 85, 85, 85, 85, "exact", None),
    ("2,000 Norland troops", "2,000 Norland troops", 2000, 2000, 2000, 2000, "exact", 1000),
    ("40 were hurt", "40", 40, 40, 40, 40, "exact", None),
    ("dozens were hurt", "dozens", None, None, None, None, "vague", None),
]
EN_NONE = ["aged 23", "23 years old", "12 missiles", "about 40 percent", "$12 million", "12 million dollars", "Article 5",
           "Resolution 2334", "30 miles", "a 2-1 win", "in 2014",
           "on October 7, 2023", "at 12:30", "12 countries", "three times", "five buildings", "two days", "one of the officials",
           "an F-16 jet", "the COVID-19 pandemic",
           "magnitude 6.2", "several times", "two Norland airstrikes", "the 12th round", "no one", "a 23-member body", "Flight 370", "0.5"]


@pytest.mark.parametrize(("code", "row"), [("id", row) for row in ID] + [("en", row) for row in EN],
                         ids=lambda row: row if isinstance(row, str) else row[0])
def test_count(code: str, row: tuple[object, ...]) -> None:
    """A count has the span of its bound words, number and noun, and the limits its bound fixes."""
    text, *expected = row
    found = counted(f"{str(text)[0].upper()}{str(text)[1:]}.", code)
    got = [(m.span.text.lower(), q.value, q.low, q.best, q.high, q.bound, q.rounded_to) for m in found if (q := m.quantity)]
    assert got == [(str(expected[0]).lower(), *expected[1:])]


@pytest.mark.parametrize(("code", "text"), [("id", text) for text in ID_NONE] + [("en", text) for text in EN_NONE])
def test_no_count(code: str, text: str) -> None:
    """Ages, dates, money, shares of nothing, distances, weapons, scores and numbered names count no people."""
    assert counted(f"Norland {text}.", code) == []


@pytest.mark.parametrize(("number", "power"), [(41100, 100), (31000, 1000), (1000000, 1000000), (12, None), (1567, None), (0, None)])
def test_rounding(number: int, power: int | None) -> None:
    """How round a number is shows in the largest of 100, 1,000 and so on that divides it."""
    assert rounding(number) == power


def test_spans_are_offsets() -> None:
    """A span is the text it says, and the head of a mention lies in its tokens."""
    text = "Warga berkata 12\u00a0orang dan “lebih dari 30 tentara” tiba."
    article, document = unparsed(text, "id")
    for mention in quantities(article, document, language("id")):
        assert text[mention.span.start:mention.span.end] == mention.span.text
        assert mention.first <= mention.head < mention.last


def test_vague_word_before_number_is_its_bound() -> None:
    """"A group of 12 people" is one count of twelve."""
    assert [m.quantity.value for m in counted("A group of 12 people left.", "en") if m.quantity] == [12]
