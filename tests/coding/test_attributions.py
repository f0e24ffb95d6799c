"""On whose word."""

from __future__ import annotations

import pytest

from kawat.coding.speech import speech
from kawat.nouns.article import Furniture
from kawat.nouns.record import Attribution
from kawat.nouns.text import span_of
from tests.coding.marked import scene

AFP = "Agence France-Presse"
BACKWARD = ("Pertemuan itu membahas gencatan {senjata}. Kedua pihak sepakat bertemu lagi. "
            "Demikian laporan {kantor berita Turki}, [o:Anadolu], yang mengutip {sumber keamanan}.")

CHAINS = [
    ("id", BACKWARD, ["Anadolu", "sumber keamanan"]),
    ("id", "Dilansir [o:AFP], [t:Minggu] (31/5/2026), serangan itu menewaskan lima orang.", ["AFP"]),
    ("id", "Serangan itu menewaskan lima orang, seperti dilansir [o:AFP].", ["AFP"]),
    ("id", "Serangan itu menewaskan lima orang, seperti dilaporkan kantor berita [o:AFP], [t:Sabtu].", ["AFP"]),
    ("id", "Serangan itu menewaskan lima orang, demikian dikutip dari [o:Antara].", ["Antara"]),
    ("id", "Lima orang tewas, mengutip {sumber keamanan}.", ["sumber keamanan"]),
    ("id", "Melansir [o:Reuters], lima orang tewas dalam serangan itu.", ["Reuters"]),
    ("id", "Dilaporkan oleh {kantor berita Norland} pada [t:Sabtu], lima orang tewas.", ["kantor berita Norland"]),
    ("id", "\"Kami sudah memeriksa semua saksi,\" kata [p:Ola Berg], seperti dilansir {kantor berita} [o:AFP].", ["AFP", "Ola Berg"]),
    ("id", "Lima orang tewas, kata [o:NNA] seperti dikutip [o:AFP].", ["AFP", "NNA"]),
    ("id", "\"Terlihat bagus sekali hasilnya,\" kata [p:Ola Berg] dalam wawancara dengan {media Nordpost}, seperti dilansir [o:AFP].",
     ["AFP", "media Nordpost", "Ola Berg"]),
    ("id", "\"Kami fokus mengakhiri perang,\" kata [p:Ola Berg] kepada {televisi pemerintah}.", ["televisi pemerintah", "Ola Berg"]),
    ("id", "[o:Reuters] mengatakan pesawat itu ditembak, mengutip {militer}.", ["Reuters", "militer"]),
    ("id", "Lima orang tewas, menurut {otoritas kesehatan setempat}.", ["otoritas kesehatan setempat"]),
    ("id", "[o:Anadolu] menulis, pertemuan berjalan lancar.", ["Anadolu"]),
    ("id", "Kata [o:Anadolu], pertemuan berjalan lancar.", ["Anadolu"]),
    ("id", "Ekonomi kuat, demikian dilaporkan {kantor berita Malaysia}, Bernama, [t:Senin].", ["Bernama"]),
    ("id", "[p:Ola Berg] mengatakan kepada {stasiun radio tersebut} {polisi} bekerja.", ["stasiun radio tersebut", "Ola Berg"]),
    ("en", "Five people died, as reported by [o:Reuters].", ["Reuters"]),
    ("en", "Five people died, according to {Norland officials} cited by [o:AFP].", ["AFP", "Norland officials"]),
    ("en", "Five people died, according to {the Nordpost newspaper} citing {a military spokesman}.",
     ["the Nordpost newspaper", "a military spokesman"]),
    ("en", "[o:Reuters] reported that five people died, citing {security sources}.", ["Reuters", "security sources"]),
    ("en", "[p:Ola Berg] told [o:Reuters] that five people died.", ["Reuters", "Ola Berg"]),
    ("en", "[p:Ola Berg], citing {data} from [o:the health ministry], said five people died.", ["Ola Berg",
     "data from the health ministry"]),
    ("en", "Five people died, {sources} said.", ["sources"]),
    ("en", "\"The pullout starts next week,\" [p:Ola Berg] told {reporters} in Oslo, {the NVB news agency} reported.",
     ["the NVB news agency", "Ola Berg"]),
    ("id", "\"Penarikan dimulai pekan depan,\" kata [p:Ola Berg] di Oslo, lapor {kantor berita NVB}.", ["kantor berita NVB", "Ola Berg"]),
    ("id", "Sebagaimana diberitakan {Nordposten}, jadwal sudah disiapkan.", ["Nordposten"]),
    ("en", "[p:Ola Berg], quoted by the {Interfax news agency}, said that talks may take years.", ["Interfax", "Ola Berg"]),
    ("en", "\"It looks very good,\" [p:Ola Berg] said in an interview with [o:Reuters].", ["Reuters", "Ola Berg"]),
    ("en", "\"It looks very good,\" [p:Ola Berg] told [o:Reuters].", ["Reuters", "Ola Berg"]),
    ("en", "Five people died, according to {a draft} seen by [o:Reuters].", ["Reuters", "a draft"]),
    ("en", "Five people died, [o:Tass] quoted [o:the ministry] as saying.", ["Tass", "the ministry"]),
    ("en", "Five people died, [p:Ola Berg] told the {Daily Mirror}.", ["the Daily Mirror", "Ola Berg"]),
    ("en", "{Residents} told {Mizzima} that the {truce} held.", ["Mizzima", "Residents"]),
    ("en", "No {shots} were fired, [o:the ministry] said in a {message}, according to [o:Reuters].", ["Reuters", "the ministry"]),
    ("id", "{Warga} yang dihubungi [o:AFP] mengaku mendengar {tembakan}.", ["AFP", "Warga"]),
    ("id", "Kepada [o:AFP], {seorang perawat} mengatakan lima orang tewas.", ["AFP", "seorang perawat"]),
    ("id", "Kepada [o:AFP], {seorang perawat} meragukan {laporan} itu.", ["AFP"]),
    ("id", "{Rencana} itu dibocorkan {seorang pejabat} kepada [o:AFP].", ["AFP", "seorang pejabat"]),
    ("id", "Lima orang tewas, menurut {rancangan} yang dilihat [o:AFP].", ["AFP", "rancangan"]),
    ("id", "[o:Anadolu] mengutip [p:Ola Berg] yang mengatakan lima orang tewas.", ["Anadolu", "Ola Berg"]),
    ("id", "Dilansir [o:AFP] yang mengutip {militer}, lima orang tewas.", ["AFP", "militer"]),
]

KINDS = [
    ("id", "Lima orang tewas, kata {sumber keamanan}.", "unnamed", False, None),
    ("id", "Lima orang tewas, kata {sumber-sumber keamanan}.", "unnamed", False, True),
    ("id", "Lima orang tewas, kata {seorang sumber}.", "unnamed", False, False),
    ("id", "Lima orang tewas, kata {juru bicara kepolisian}.", "spokesperson", False, None),
    ("id", "Lima orang tewas, menurut {otoritas setempat}.", "official", False, None),
    ("id", "Lima orang tewas, kata {saksi mata}.", "witness", False, None),
    ("id", "Lima orang tewas, menurut {dokumen rahasia}.", "document", False, None),
    ("id", "Lima orang tewas, kata [o:Antara].", "agency", True, None),
    ("id", "{Televisi pemerintah} melaporkan lima orang tewas.", "broadcaster", False, None),
    ("id", "{Media lokal} melaporkan lima orang tewas.", "outlet", False, None),
    ("id", "[c:Norland] mengatakan bahwa lima orang tewas.", "official", True, None),
    ("id", "Lima orang tewas, kata [p:Ola Berg].", "official", True, None),
    ("id", "Lima orang tewas, kata {pejabat} itu dengan syarat anonim.", "unnamed", False, None),
    ("en", "Five people died, said {an official} on condition of anonymity.", "unnamed", False, False),
    ("id", "Lima orang tewas, menurut {catatan} [o:Dewan Norland].", "organisation", True, None),
    ("id", "Lima orang tewas, menurut {keterangan polisi}.", "official", False, None),
    ("en", "Five people died, according to {police records}.", "official", False, True),
    ("en", "Five people died, {sources} said.", "unnamed", False, True),
    ("en", "Five people died, {a source} said.", "unnamed", False, False),
    ("en", "Five people died, {officials} said.", "official", False, True),
    ("en", "Five people died, {a military spokesman} said.", "spokesperson", False, False),
    ("en", "Five people died, {residents} said.", "witness", False, True),
    ("en", "Five people died, {local media} reported.", "outlet", False, True),
    ("en", "Five people died, {state television} reported.", "broadcaster", False, False),
    ("en", "Five people died, [o:Reuters] reported.", "agency", True, None),
    ("en", "Five people died, {the report} said.", "document", False, False),
    ("en", "Five people died, said [o:the Relief Union].", "organisation", True, None),
]


def _names(chain: Attribution) -> list[str]:
    return [hop.span.text for hop in chain.hops if hop.span]


@pytest.mark.parametrize(("code", "marked", "chain"), CHAINS)
def test_a_chain_runs_from_the_nearest_source_to_the_farthest(code: str, marked: str, chain: list[str]) -> None:
    """Behind the outlet come who passed it on, who spoke, and whom they cite, in that order."""
    found = speech(scene(code, marked)).attributions
    assert chain in [_names(one) for one in found]
    assert all(one.hops[0].kind == "outlet" and one.hops[0].span is None for one in found)


@pytest.mark.parametrize(("code", "marked", "kind", "named", "plural"), KINDS)
def test_a_source_has_its_kind_and_tells_whether_it_is_named(code: str, marked: str, kind: str, named: bool, plural: bool | None) -> None:
    """Kind, named or not, and for the unnamed how many, where the language marks it."""
    (one,) = speech(scene(code, marked)).attributions
    assert (one.hops[-1].kind, one.hops[-1].named, one.hops[-1].plural) == (kind, named, plural)


def test_a_backward_credit_answers_for_its_paragraph_so_far() -> None:
    """"Demikian laporan …" covers the sentences before it, no others."""
    page = scene("id", f"Hujan turun sejak pagi.\n\n{BACKWARD}\n\nNetanya sepi.")
    (one,) = [c for c in speech(page).attributions if c.scope_basis == "backward"]
    covered = page.article.text[one.scope.start:one.scope.end]
    assert covered == "Pertemuan itu membahas gencatan senjata. Kedua pihak sepakat bertemu lagi."
    assert one.rule == "id/speech/backward"


def test_a_backward_credit_alone_in_the_last_paragraph_answers_for_the_article() -> None:
    """"Demikian dilaporkan AFP." as a closing line covers all that stands before."""
    page = scene("id", "Hujan turun sejak pagi.\n\nJalan ditutup.\n\nDemikian dilaporkan [o:AFP].")
    (one,) = speech(page).attributions
    assert (one.scope_basis, len(one.scopes), one.doubts) == ("article", 2, ("scope",))


def test_a_credit_at_the_start_answers_for_its_sentence() -> None:
    """"Dilansir AFP, …" covers the sentence it opens."""
    page = scene("id", "Dilansir [o:AFP], lima orang tewas. Hujan turun.")
    (one,) = speech(page).attributions
    assert (page.article.text[one.scope.start:one.scope.end], one.scope_basis) == ("Dilansir AFP, lima orang tewas.", "sentence")


def test_joined_media_are_two_chains() -> None:
    """"Dilansir AFP dan Antara" gives each agency its own chain."""
    found = speech(scene("id", "Dilansir [o:AFP] dan [o:Antara], lima orang tewas.")).attributions
    assert sorted(map(_names, found)) == [["AFP"], ["Antara"]]


def test_a_reason_cited_is_no_source() -> None:
    """Citing opposition at home, a government quotes nobody."""
    assert speech(scene("en", "[c:Norland] refused to send aid, citing {domestic opposition}.")).attributions == ()


def test_the_press_at_large_is_no_link_of_the_chain() -> None:
    """Told to news outlets, the word is still the speaker's alone."""
    (one,) = speech(scene("en", "[p:Ola Berg] told {news outlets} that five people died.")).attributions
    assert _names(one) == ["Ola Berg"]


def test_a_statement_keeps_what_it_passed_through() -> None:
    """The chains of the sentence's credits are the statement's `via`."""
    read = speech(scene("id", "\"Kami sudah memeriksa semua saksi,\" kata [p:Ola Berg], seperti dilansir [o:AFP]."))
    (credit,) = [c for c in read.attributions if c.scope_basis == "sentence"]
    assert [s.via for s in read.statements] == [(credit.id,)]


def test_every_statement_answers_for_its_content() -> None:
    """A statement's chain has its content as scope."""
    read = speech(scene("en", "[p:Ola Berg] said that talks would resume. Rain fell."))
    assert [(c.scope.start, c.scope.end) for c in read.attributions] == [(s.content.start, s.content.end) for s in read.statements]


def test_a_broken_quotation_has_a_scope_for_each_part() -> None:
    """Where a cue stands inside, the chain answers for the parts."""
    (one,) = speech(scene("id", "\"Kami siap,\" kata [p:Ola Berg], \"asal serangan dihentikan.\"")).attributions
    assert len(one.scopes) == 2


@pytest.mark.parametrize(("marked", "where"), [
    ("Hujan turun. (ANT/AFP)", "bracket"),
    ("Hujan turun.", "furniture"),
    ("Hujan turun.", "dateline"),
])
def test_an_agency_credited_outside_the_sentences_answers_for_the_article(marked: str, where: str) -> None:
    """A closing bracket, a line of credits or a dateline credits its agency for the whole body."""
    line = "Sumber: Antara"
    page = scene("id", marked + "\n\n" + line if where == "furniture" else marked)
    text, article = page.article.text, page.article
    if where == "furniture":
        extra = {"furniture": (Furniture(span_of(text, text.index(line), len(text)), "credit"),), "body": article.body[:1]}
    else:
        extra = {"dateline_agency": span_of("AFP", 0, 3)} if where == "dateline" else {}
    fields = {name: value for name, value in vars(article).items() if name in type(article).__dataclass_fields__}
    changed = type(page)(type(article)(**{**fields, **extra}), page.document, page.mentions, page.language)
    found = [c for c in speech(changed).attributions if c.scope_basis == "article"]
    expected = {"bracket": {"Antara", AFP}, "furniture": {"Antara"}, "dateline": {AFP}}
    assert {hop.name for c in found for hop in c.hops[1:]} == expected[where]


def test_a_picture_credit_is_no_source() -> None:
    """Who took the photograph does not answer for the text."""
    page = scene("id", "Hujan turun. (Foto: AFP)")
    assert speech(page).attributions == ()


def test_the_outlets_own_agency_is_not_cited() -> None:
    """An agency that publishes the page itself is hop 0 and no further source."""
    found = speech(scene("id", "Hujan turun. (Antara)", outlet="Antara")).attributions
    assert found == ()
