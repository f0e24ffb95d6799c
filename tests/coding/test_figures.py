"""Figures: people killed, hurt, driven out, held or gathered, on words alone, without any tree."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.coding.figures import figures, withheld
from kawat.coding.scene import Scene
from kawat.lexicon.language import language
from kawat.mention.quantities import quantities
from kawat.mention.times import times
from kawat.nouns.article import Article
from kawat.nouns.mentions import Mentions
from kawat.nouns.record import Event, Figure, Participant, Statement
from kawat.nouns.text import Span, span_of
from kawat.parse.document import Parsed, assemble
from kawat.parse.outline import outline


def scene(text: str, code: str, tree: dict[str, tuple[str, str, str]] | None = None) -> Scene:
    """An article of one paragraph, with its times and counts, published on 19 September 2024; without trees save what `tree` gives:
    of a word its head, relation and tag."""
    article = Article("a-test", "test", text, "", "", published="2024-09-19", body=(span_of(text, 0, len(text)),))
    lines = outline(article, language(code))
    flat = [_parsed([text[first:last] for first, last in line.cuts], tree or {}) for line in lines]
    document = assemble(article, lines, flat)
    found = [*times(article, document, language(code)), *quantities(article, document, language(code))]
    return Scene(article, document, Mentions(tuple(sorted(found, key=lambda m: m.first))), language(code))


def _parsed(words: list[str], tree: dict[str, tuple[str, str, str]]) -> Parsed:
    """What little a test's tree says of one sentence."""
    told = [tree.get(word, (words[0], "dep", "X")) for word in words]
    return Parsed([words.index(head) for head, _, _ in told], [label for _, label, _ in told], [tag for _, _, tag in told],
                  ["_"] * len(words), ())


def read(text: str, code: str, events: tuple[Event, ...] = (), statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    """The figures of a text."""
    return figures(scene(text, code), events, statements)


def short(figure: Figure) -> str:
    """A figure in a few words; a part has a plus before it."""
    number = "vague" if figure.value is None else f"{figure.value:g}" if figure.value < 1e6 else f"{figure.value}"
    bound = "" if figure.bound in ("exact", "vague") else f" {figure.bound}"
    return f"{'+' if figure.part_of else ''}{figure.kind} {number}{bound}"


ID = """
Serangan itu menewaskan 12 orang dan melukai 30 lainnya. | killed 12, wounded 30
Sedikitnya 12 orang tewas dan 30 luka-luka. | killed 12 at_least, wounded 30 at_least
Korban tewas mencapai 41.100 orang. | killed 41100
Jumlah korban jiwa akibat perang itu bertambah menjadi 832 orang. | killed 832
Korban tewas kini lebih dari 900 orang, sedangkan korban luka mencapai 2.000 orang. | killed 900 more_than, wounded 2000
Seorang jurnalis tewas di Westhaven. | killed 1
Dua tentara tewas dan seorang perwira terluka. | killed 2, wounded 1
Sebanyak 340 pasien demam berdarah dirawat di rumah sakit Estmark. | other 340
Sebanyak 63 siswa dilarikan ke puskesmas karena keracunan makanan. | other 63
Sebanyak 12 orang dirawat di rumah sakit setelah ledakan itu. | wounded 12
Lebih dari 300 orang, sebagian besar wanita, tewas dan lebih dari 900 terluka. | killed 300 more_than, +killed vague, wounded 900 more_than
Perang itu telah menyebabkan hampir seluruh penduduk Estmark mengungsi. | displaced vague
Sebanyak 12 orang, termasuk lima anak-anak, tewas. | killed 12, +killed 5
Tujuh orang tewas, tiga di antaranya anak-anak. | killed 7, +killed 3
Roket itu menewaskan tujuh orang, termasuk dua perempuan dan seorang bayi. | killed 7, +killed 2, +killed 1
Sejak Senin, 300 orang ditahan. | detained 300
Hingga Rabu, 45 nelayan dinyatakan hilang. | missing 45
Polisi menangkap 14 demonstran di Westhaven. | detained 14
Sebanyak 14 orang ditangkap polisi. | detained 14
Kami amankan totalnya 14 orang. | detained 14
Puluhan ribu orang turun ke jalan di Westhaven. | participants vague
Protes itu melibatkan ribuan buruh. | participants vague
Sekitar 5.000 mahasiswa berunjuk rasa di depan parlemen. | participants 5000 approx
Kematian 12 warga sipil memicu kemarahan. | killed 12
Penangkapan enam aktivis dikecam. | detained 6
Sudland membebaskan 50 tahanan. | released 50
Sudland akan membebaskan 50 tahanan pekan depan. | released 50
Sebanyak 20 sandera telah dibebaskan. | released 20
Gerilyawan membunuh dua polisi dan menyandera empat orang. | killed 2, abducted 4
Sembilan pelajar diculik dari sekolah. | abducted 9
Tiga polisi tewas ditembak dua pria bersenjata. | killed 3
Sebanyak 12 jasad ditemukan di bawah reruntuhan. | killed 12
Sekitar 40 persen warga Norland mengungsi. | displaced 40 approx
Sebanyak 300 keluarga atau 1.200 jiwa mengungsi. | displaced 300, displaced 1200
Pengungsi di Estmark sudah 214 keluarga atau 836 jiwa. | displaced 214, displaced 836
Lebih dari satu juta orang terpaksa mengungsi ke Sudland. | displaced 1000000 more_than
Ratusan ribu pengungsi telah kembali ke rumah mereka. | returned vague
Norland kehilangan lebih dari 400 tentara dalam perang itu. | killed 400 more_than
Puluhan warga lainnya mengalami luka-luka. | wounded vague
Belasan orang tewas. | killed vague
Antara 30 dan 40 orang tewas. | killed vague range
Sebanyak 24 warga sipil, 24 pejuang dan 25 tentara tewas dalam bentrokan. | killed 24, killed 24, killed 25
Ledakan di Westhaven, kota di utara, menewaskan 9 orang. | killed 9
Hampir 900 orang cedera. | wounded 900 less_than
Hingga 3.000 orang diperkirakan tewas. | killed 3000 at_most
Serangan tersebut merenggut nyawa 15 orang. | killed 15
Setidaknya tiga orang hilang dan dua lainnya terluka. | missing 3 at_least, wounded 2 at_least
Norland mengusir 60 diplomat Sudland. | other 60
Operasi itu menewaskan 41 ribu orang. | killed 41000
Dua puluh tiga orang meninggal dunia. | killed 23
Sebanyak 12 korban tewas terdiri dari 5 pria dan 7 wanita. | killed 12, +killed 5, +killed 7
Delapan orang, yakni tiga polisi dan lima warga, tewas. | killed 8, +killed 3, +killed 5
Terdapat 23 korban luka dan 4 korban meninggal. | wounded 23, killed 4
Lima dari 12 sandera dibebaskan. | released 5
Sebanyak 12 orang tewas dan terluka. | casualties_unspecified 12
Serangan itu menewaskan wali kota dan dua pengawalnya. | killed 2
Dua bocah berusia 12 dan 14 tahun tewas. | killed 2
Lima orang, termasuk seorang hakim, masih hilang. | missing 5
Sepuluh pelayan yang hendak bersembunyi di gudang ditangkap. | detained 10
Seorang penyelam mutiara tewas. | killed 1
Polisi menahan 90 orang; pengacara menyebut jumlahnya 40 orang. | detained 90, detained 40
Polisi menahan 90 orang. Pengacara menyebut angkanya 40 orang. | detained 90, detained 40
Gubernur menyebut 50 orang hilang, sementara wali kota mencatat 35 orang. | missing 50, missing 35
Badai melukai 60 orang. Dari jumlah itu, 12 orang adalah pelajar. | wounded 60, wounded 12
Jumlah warga yang mengungsi mencapai 4.000 jiwa. | displaced 4000
Warga yang terdampak badai mencapai 4.000 jiwa. | other 4000
Tujuh orang tewas di Westhaven dan 11 orang di Estmark. | killed 7, killed 11
Dari 40 penumpang, 25 orang tewas. | killed 25
Tiga dari enam korban luka akhirnya meninggal. | killed 3
Sebanyak 800 jiwa dari 210 KK terdampak banjir. | other 800, other 210
Longsor itu menelan 19 korban jiwa. | killed 19
Nasib 14 nelayan belum diketahui. | missing 14
Hampir 20 penyelam tidak diketahui rimbanya. | missing 20 less_than
Sebanyak 300 keluarga belum bisa pulang. | displaced 300
Sembilan penumpang tenggelam. | killed 9
Raja mengampuni 30 narapidana. | released 30
Pemberontak menyerahkan enam tawanan. | released 6
Sebanyak 250 pelajar mengamuk di kota. | participants 250
Sekitar 900 orang memadati alun-alun untuk menuntut pemilu. | participants 900 approx
Sekitar 2.400 warga terpaksa meninggalkan permukiman di lereng gunung itu. | displaced 2400 approx
Sebanyak 60.000 orang kini tidur di gedung sekolah dan masjid. | displaced 60000
Ribuan keluarga hidup di bawah terpal plastik di pinggir kota. | displaced vague
Sebanyak 118 orang ditampung di bekas gudang beras. | displaced 118
Lebih dari 20.000 orang bermalam di lapangan terbuka. | displaced 20000 more_than
Norland menampung 3.500 pengungsi Sudland. | displaced 3500
Ratusan penduduk desa berlari ke perbukitan ketika tembakan terdengar. | displaced vague
Lebih dari 9.000 warga sipil telah diangkut keluar dari Estmark. | displaced 9000 more_than
Sebanyak 300 keluarga mulai kembali ke desanya. | returned 300
Dua polisi dilarikan ke klinik terdekat. | wounded 2
Empat prajurit harus menjalani operasi. | wounded 4
Tiga warga masih mendapatkan perawatan intensif. | wounded 3
Peluru nyasar mengenai seorang sopir. | wounded 1
Komisi itu menemukan empat tahanan disiksa. | wounded 4
Norland mengatakan 16 teroris telah dinetralisir. | killed 16
Di antara korban tewas terdapat seorang komandan senior. | killed 1
Tujuh orang terkubur hidup-hidup ketika tanggul jebol. | killed 7
Sekitar 60 orang masih tertimbun. | missing 60 approx
Badan itu mengatakan 54 stafnya masih disekap. | detained 54
Lima hakim dikenai tahanan rumah. | detained 5
Orang-orang bersenjata membawa pergi empat guru dari asrama. | abducted 4
Ratusan mahasiswa membakar ban di depan gedung parlemen. | participants vague
Sembilan tahanan menggelar mogok makan. | participants 9
Puluhan warga menyegel kantor desa sebagai bentuk protes. | participants vague
Sebanyak 1.100 anak mengalami gizi buruk. | other 1100
"""

EN = """
The strike killed 12 people and wounded 30 others. | killed 12, wounded 30
At least 12 people were killed and 30 injured. | killed 12 at_least, wounded 30 at_least
Killing 12 and wounding 30, the blast shook the town. | killed 12, wounded 30
The blast shook the town, killing 12 soldiers and a policeman. | killed 12, killed 1
The death toll rose to 41. | killed 41
The death toll in Westhaven has climbed to more than 300. | killed 300 more_than
The number of dead stands at 1,200. | killed 1200
A Norlander was killed. | -
A journalist was killed in Westhaven. | killed 1
A 19-year-old came in with gunshot wounds. | wounded 1
Three soldiers died on Tuesday. | killed 3
An attack on a market left 12 dead and dozens wounded. | killed 12, wounded vague
Twelve people, most of them women and children, were killed. | killed 12, +killed vague
Twelve people were killed, including four children, and 20 were wounded. | killed 12, +killed 4, wounded 20
Seven people died, three of them children. | killed 7, +killed 3
Soldiers killed two men, including a doctor. | killed 2
Soldiers killed two men, including one doctor. | killed 2, +killed 1
Five, including a retired judge, are missing. | missing 5
Ten waiters who tried to hide in a cellar were later detained. | detained 10
The 30 families that had slept in a barn were evacuated. | displaced 30
Two gunmen who killed three policemen were shot dead. | killed 2, killed 3
Thirteen divers, who are now missing, left at dawn. | missing 13
Fifteen of his comrades were being held. | detained 15
The militia lost six of its commanders. | killed 6
Police detained 90 people; a lawyer put the number at 40. | detained 90, detained 40
Police detained 90 people. A lawyer put the figure at 40. | detained 90, detained 40
The governor said 50 people were missing, while the mayor spoke of 35. | missing 50, missing 35
A storm injured 60 people. Of those, 12 are schoolchildren. | wounded 60, wounded 12
The number of people displaced by the storm has risen to 4,000. | displaced 4000
Seven people died in Westhaven and 11 in Estmark. | killed 7, killed 11
Of the 40 passengers, 25 drowned. | killed 25
Three of the six wounded miners later died. | killed 3
Hundreds were driven across the border. | displaced vague
Raiders seized nine surveyors in the hills. | abducted 9
Two nurses were seized by raiders. | abducted 2
A dam burst, drowning 14 villagers. | killed 14
The flood cost 17 people their lives. | killed 17
Some 250 students rampaged through the town. | participants 250 approx
About 900 people packed the square, chanting slogans. | participants 900 approx
The rebels handed over six captives. | released 6
Between 4,000 and 6,000 people have abandoned their villages. | displaced vague range
Thieves beat a shopkeeper to death. | killed 1
Another man was stabbed. | wounded 1
A blast wounded eleven, a doctor said. | wounded 11
Since May the war has killed 300 people. | killed 300
Some 70,000 people need food aid. | other 70000 approx
Police arrested 14 protesters. | detained 14
Three shop clerks and a 31-year-old baker were arrested. | detained 3, detained 1
The arrest of six activists was condemned. | detained 6
Tens of thousands took to the streets of Westhaven. | participants vague
More than 200 people attended the rally. | participants 200 more_than
The protest drew about 5,000 people. | participants 5000 approx
Sudland will release 50 prisoners next week. | released 50
Twenty hostages have been freed. | released 20
Norland expelled 60 diplomats. | other 60
Two gunmen shot dead three policemen. | killed 3
Three policemen were shot dead by two gunmen. | killed 3
Guards fatally shot a driver near Estmark. | killed 1
The bodies of 12 people were found. | killed 12
Rescuers recovered 12 bodies from the rubble. | killed 12
At least 40 people were missing after the attack. | missing 40 at_least
Fifteen fishermen are still missing. | missing 15
More than 2 million people have been displaced. | displaced 2000000 more_than
Hundreds of thousands dislocated by shelling sought shelter. | displaced vague
Almost the entire population of the town has fled. | displaced vague
About 85 percent of the population has been displaced. | displaced 85 approx
Some 5,000 refugees have returned home. | returned 5000 approx
As of Tuesday, 300 people had been arrested. | detained 300
Gunmen killed at least six worshippers and abducted 20 more. | killed 6 at_least, abducted 20 at_least
Nearly 1,000 people were injured. | wounded 1000 less_than
As many as 300 people were killed. | killed 300 at_most
Between 30 and 40 people were killed. | killed vague range
Scores of villagers were wounded. | wounded vague
The clashes killed 24 civilians, 24 fighters and 25 soldiers. | killed 24, killed 24, killed 25
Nine port guards have been injured in a scuffle. | wounded 9
The army lost 400 soldiers in the war. | killed 400
The attack claimed the lives of 15 people. | killed 15
Seven dead bodies and 65 wounded reached Westhaven. | killed 7, wounded 65
A mine near Estmark has killed 8 sailors on a ferry and wounded 27 more. | killed 8, wounded 27
Two boys aged 12 and 14 were killed. | killed 2
Five of the 12 hostages were released. | released 5
The airstrike killed a mother and her three children. | killed 1, killed 3
An explosion killed the mayor and two bodyguards. | killed 2
The raid left 20 people killed or wounded. | casualties_unspecified 20
Some 1.9 million people, or about 90 percent of the population, have been displaced. | displaced 1900000 approx, displaced 90 approx
Gunmen killed 1,200 people and took about 250 hostages. | killed 1200, abducted 250 approx
Commandos neutralised six gunmen in a dawn raid. | killed 6
Two police officers were ambushed and killed near Estmark. | killed 2
The number of lives lost in the floods has reached 90. | killed 90
The body of a student was found in a canal. | killed 1
Five people being treated in a clinic succumbed to their wounds. | killed 5
Seven people are being treated in a clinic; two succumbed. | wounded 7, killed 2
Two policemen were rushed to a military clinic. | wounded 2
Doctors treated fourteen children for burns. | wounded 14
Flying glass cut three children at a nursery. | wounded 3
Divers found no trace of 19 sailors. | missing 19
Two journalists have not been heard from since Friday. | missing 2
As many as 70,000 people are sleeping in schools and mosques. | displaced 70000 at_most
More than 2 million people live in the camps. | displaced 2000000 more_than
Some 250 families moved in with relatives. | displaced 250 approx
The kingdom hosts 150,000 refugees. | displaced 150000
Nearly 200,000 refugees went back to their country. | returned 200000 less_than
A judge remanded in custody a 29-year-old guard. | detained 1
Border guards took two cyclists into custody. | detained 2
Bandits stopped a train and took thirty passengers into the forest. | abducted 30
Tens of thousands of people poured into central Westhaven. | participants vague
Around 300 farmers blocked the motorway with tractors. | participants 300 approx
Guards pushed back 130 people who tried to cross the river. | other 130
Madrid sent eleven diplomats packing. | other 11
"""

NONE = [("id", text) for text in (
    "Ledakan itu bisa menewaskan ribuan orang.", "Norland membantah menewaskan 12 warga sipil.", "Tidak ada korban jiwa dalam insiden itu.",
    "Norland mengancam akan membunuh 12 sandera.", "Serangan itu tidak menewaskan 12 orang seperti dikabarkan.",
    "Penduduk kota itu 12.000 orang.",
    "Parlemen beranggotakan 300 orang.", "Serangan itu menghancurkan 12 rumah.", "Norland menembakkan 30 rudal.",
    "Perusahaan itu mempekerjakan 400 karyawan.",
    "Sebanyak 12.000 penonton menghadiri pertandingan itu.", "Partai itu meraih 40 persen suara.",
    "Seorang juru bicara mengatakan pertemuan itu berjalan lancar.",
    "Pasal 12 mengatur hukuman mati.", "Tiga terpidana mati mengajukan banding.", "Dua pria itu melarikan diri dengan mobil.",
    "Perang itu berpotensi menewaskan 5.000 orang.", "Puluhan orang dikhawatirkan tewas.", "Sebanyak 3.000 personel dikerahkan.",
    "Delapan menteri menghadiri pertemuan itu.", "Dua perahu tenggelam.", "Sebanyak 30 narapidana kabur dari penjara.",
    "Sebanyak 300 tentara memadati alun-alun saat demonstrasi.", "Regu itu membantai lawannya tiga gim.",
    "Jumlah asap yang dilepaskan mencapai 300 juta jiwa.", "Ratusan wisatawan bermalam di tenda.",
    "Sebanyak 300 siswa tinggal di asrama.", "Stadion itu mampu menampung 45.000 orang.", "Kritik itu mengenai seorang menteri.")]
NONE += [("en", text) for text in (
    "The attack could kill thousands.", "Norland denied that its army killed 12 civilians.", "No one was killed.",
    "Norland threatened to kill 12 hostages.",
    "The strike did not kill 12 people, as reported.", "The town has 12,000 residents.", "The parliament has 300 members.",
    "The attack destroyed 12 houses.",
    "Norland fired 30 missiles.", "The company employs 400 workers.", "Some 12,000 fans attended the match.",
    "The stadium holds 65,000 people.", "Three players were cut from the squad.", "Four candidates were eliminated in the first round.",
    "The school took in 200 pupils this autumn.", "About 200 volunteers work in the camps.",
    "The party won 40 percent of the vote.",
    "A spokesman said the meeting went well.", "Resolution 2334 was adopted.", "The court released the addresses of six firms.",
    "Two gunmen fled in a car.",
    "If the dam breaks, 5,000 people may be killed.", "Dozens of people are feared dead.", "Police said they would arrest 12 people.",
    "Three ministers held a meeting.", "He marched on March 22.", "Customs officers seized eleven crates.", "Raiders seized 40 rifles.",
    "About 80 inmates escaped from the prison.", "Three hundred soldiers paraded through the town.",
    "A man in uniform announces that the judge was arrested.", "Two players were released by the club.",
    "The club will pay two of the four missing months.", "A choir of 60 took part in the festival.")]

CASES = [(code, *(part.strip() for part in line.split(" | "))) for code, table in (("id", ID),
         ("en", EN)) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("code", "text", "expected"), CASES, ids=[f"{code}-{text[:50]}" for code, text, _ in CASES])
def test_figures(code: str, text: str, expected: str) -> None:
    """A sentence gives these figures: kind, number as written, bound; a part of the figure before it has a plus."""
    assert ", ".join(short(figure) for figure in read(text, code)) == expected.replace("-", "", expected == "-")


@pytest.mark.parametrize(("code", "text"), NONE)
def test_no_figure(code: str, text: str) -> None:
    """What is feared, threatened, planned or denied, and whatever else is counted, is no figure."""
    assert [short(figure) for figure in read(text, code)] == []


@pytest.mark.parametrize(("code", "text", "span"), [
    ("id", "Ledakan itu bisa menewaskan ribuan orang.", "ribuan orang"),
    ("en", "Norland denied that its army killed 12 civilians.", "12 civilians"),
])
def test_withheld(code: str, text: str, span: str) -> None:
    """A count that is only feared or denied is named among what was not coded, with the word that told of harm."""
    (abstention,) = withheld(scene(text, code))
    assert (abstention.span.text, abstention.what) == (span, "figure")


@pytest.mark.parametrize(("code", "text", "unit", "victims", "groups"), [
    ("id", "Sebanyak 300 keluarga mengungsi.", "families", "keluarga", ()), ("id", "Sebanyak 12 mayat ditemukan.", "bodies", "mayat", ()),
    ("id", "Hampir seluruh penduduk Estmark mengungsi.", "share", "penduduk Estmark", ("civilians",)),
    ("id", "Tiga jurnalis tewas.", "persons", "jurnalis", ("journalists",)),
    ("en", "Six families were displaced.", "families", "families", ()),
    ("en", "Half of the population has been displaced.", "share", "population", ()),
    ("en", "Two Norland soldiers were killed.", "persons", "soldiers", ("soldiers",)), ("en", "The strike killed 12.", "persons", None, ()),
    ("en", "Six women and children were killed.", "persons", "women and children", ("children", "women")),
])
def test_unit_and_victims(code: str, text: str, unit: str, victims: str | None, groups: tuple[str, ...]) -> None:
    """Unit, victims and their groups come from the noun of the count."""
    (figure,) = read(text, code)
    assert (figure.unit, figure.victims and figure.victims.text, figure.victim_groups) == (unit, victims, groups)


@pytest.mark.parametrize(("code", "text", "source"), [
    ("id", "Menurut otoritas kesehatan setempat, 12 orang tewas.", "otoritas kesehatan setempat"),
    ("id", "Sebanyak 12 orang tewas, menurut otoritas kesehatan setempat.", "otoritas kesehatan setempat"),
    ("id", "Kementerian Kesehatan melaporkan 12 orang tewas.", "Kementerian Kesehatan"),
    ("id", "Serangan itu menewaskan 12 orang, kata polisi.", "polisi"),
    ("id", '"Ada 12 orang tewas," ujar juru bicara militer, Rabu.', "juru bicara militer"),
    ("id", "Serangan itu menewaskan 12 orang.", None),
    ("id", "Dilansir media Sudland, polisi menyatakan bahwa 12 orang ditangkap.", "polisi"), ("id", "Ia mengatakan 12 orang tewas.", None),
    ("en", "According to the health ministry, 12 people were killed.", "the health ministry"),
    ("en", "The ministry said at least 40 people were killed.", "The ministry"),
    ("en", "Twelve people were killed, according to local officials.", "local officials"),
    ("en", "Twelve people were killed, police said.", "police"),
    ("en", "Twelve people were killed on Sunday, the Norland army says.", "the Norland army"), ("en", "Twelve people were killed.", None),
    ("en", "According to Estmark authorities nearly 700 people were injured in spring.", "Estmark authorities"),
    ("en", "He said 12 people were killed.", None),
    ("en", "Twelve people were hurt, residents said by radio.", "residents"),
    ("en", "Twelve people drowned, the weather institute said.", "the weather institute"),
    ("en", "Twelve people are missing, according to the labour registry.", "the labour registry"),
    ("id", "Badan itu mencatat 12 orang hilang.", "Badan itu"),
    ("id", "Panitia mengakui 12 orang terluka.", "Panitia"),
])
def test_counted_by(code: str, text: str, source: str | None) -> None:
    """The source is whom the sentence cites nearest the count; a pronoun without a name is none."""
    (figure,) = read(text, code)
    assert (figure.counted_by and figure.counted_by.span.text) == source


@pytest.mark.parametrize(("code", "text", "sources"), [
    ("en", "The army said 12 people were killed; nine are missing, according to the parish registry.", ["The army", "the parish registry"]),
    ("en", "Villagers said 50 people were missing, while the mayor spoke of 35.", ["Villagers", "the mayor"]),
    ("en", "The army said 12 people were killed but nine were found alive.", ["The army"]),
    ("id", "Militer menyebut 12 orang tewas; sembilan orang hilang, menurut dinas kesehatan.", ["Militer", "dinas kesehatan"]),
    ("id", "Warga menyebut 50 orang hilang, sementara wali kota mencatat 35 orang.", ["Warga", "wali kota"]),
])
def test_counted_by_on_both_sides(code: str, text: str, sources: list[str]) -> None:
    """A semicolon or a word that contrasts parts one source's number from another's."""
    assert [figure.counted_by and figure.counted_by.span.text for figure in read(text, code)] == sources


@pytest.mark.parametrize(("text", "tree", "expected"), [
    ("The harbour released three new kettles .", {"three": ("kettles", "nummod", "NUM"), "kettles": ("released", "obj", "NOUN")}, []),
    ("The harbour released three overnight .", {"three": ("released", "obj", "NUM")}, ["released 3"]),
    ("Four missing ledgers were found .", {"missing": ("ledgers", "amod", "ADJ"), "ledgers": ("found", "nsubj", "NOUN")}, []),
    ("Four bus drivers were wounded .", {"bus": ("drivers", "compound", "NOUN")}, ["wounded 4"]),
    ("Four buses were wounded .", {"buses": ("wounded", "nsubj", "NOUN")}, []),
])
def test_the_tree_tells_people_from_things(text: str, tree: dict[str, tuple[str, str, str]], expected: list[str]) -> None:
    """Where there is a tree, a bare number with a noun for no people counts none, and a vehicle before a noun for people is no vehicle."""
    assert [short(figure) for figure in figures(scene(text, "en", tree), ())] == expected


def test_counted_by_the_speaker_of_the_statement() -> None:
    """A count inside a statement is its speaker's, whatever the sentence says."""
    text = "Twelve people were killed, police said."
    span = span_of(text, 0, 25)
    police = Span(27, 33, "police")
    said = Statement("s-1", span_of(text, 34, 38), span, "indirect", "test", speaker=Participant(police, police, name="P"))
    (figure,) = read(text, "en", statements=(said,))
    assert figure.counted_by is said.speaker


def test_a_joined_count_runs_over_the_same_time() -> None:
    """What is joined to a running total is one, with the same beginning."""
    killed, wounded = read("Norland menyerang sejak serangan Sudland pada 7 Oktober 2023. Lebih dari 300 orang telah tewas dan lebih dari "
                           "900 terluka, menurut dinas kesehatan.", "id")
    assert (wounded.count_type, wounded.window, wounded.window_basis) == ("cumulative", killed.window, "inherited")
    assert wounded.window is not None and wounded.window.start == "2023-10-07"


@pytest.mark.parametrize(("code", "text", "count_type", "start", "basis"), [
    ("id", "Sejak 7 Oktober tahun lalu, 300 orang tewas.", "cumulative", "2023-10-07", "stated"),
    ("id", "Norland menyerang sejak serangan Sudland pada 7 Oktober 2023. Lebih dari 300 orang telah tewas.", "cumulative", "2023-10-07",
    "inherited"),
    ("id", "Norland menyerang sejak serangan Sudland pada 7 Oktober 2023. Kemarin 300 orang tewas.", None, None, None),
    ("id", "Korban tewas mencapai 41 orang.", "cumulative", None, None),
    ("id", "Norland masih menahan 58 warga Sudland.", "stock", None, None),
    ("id", "Sekitar 800 orang mengungsi setiap hari.", "flow", None, None),
    ("id", "Sebanyak 300 orang tewas sepanjang tahun lalu.", "period", "2023-01-01", "stated"),
    ("en", "At least 300 people have been killed since October 7, 2023.", "cumulative", "2023-10-07", "stated"),
    ("en", "The war began in 2011. More than 300 people have been killed since the war began in 2011.", "cumulative", "2011-01-01",
    "stated"),
    ("en", "The clash was the worst since 2011, when nine sailors were killed.", None, None, None),
    ("en", "The death toll rose to 41.", "cumulative", None, None),
    ("en", "The army killed 12 people -- its worst deed since 2004.", None, None, None),
    ("en", "More than 300 people have been killed in the war.", "cumulative", None, None),
    ("en", "More than 800 people are displaced each day.", "flow", None, None),
    ("en", "Some 300 people were killed over the past year.", "period", "2023-09-19", "stated"),
])
def test_window(code: str, text: str, count_type: str | None, start: str | None, basis: str | None) -> None:
    """A running total says since when, or takes the beginning told just before; a toll without one is cumulative all the same."""
    figure = read(text, code)[-1]
    assert (figure.count_type, figure.window and figure.window.start, figure.window_basis) == (count_type, start, basis)


@pytest.mark.parametrize(("code", "text", "day"), [
    ("id", "Hingga Rabu, 45 orang dinyatakan hilang.", "2024-09-18"), ("en", "As of Tuesday, 300 people had been arrested.", "2024-09-17"),
    ("en", "On Tuesday, 300 people were arrested.", None),
])
def test_as_of(code: str, text: str, day: str | None) -> None:
    """A figure stands at a day only where the words say so."""
    (figure,) = read(text, code)
    assert (figure.as_of and figure.as_of.start) == day


def test_event() -> None:
    """A figure belongs to the event of its sentence that its kind fits, by the nearest trigger."""
    text = "Norland bombed the town and met Sudland; the strike killed 12 people."
    triggers = {"ASSAULT": span_of(text, 8, 14), "CONSULT": span_of(text, 28, 31)}
    events = tuple(Event(kind, kind, span, span, "actual", "test") for kind, span in triggers.items())
    (figure,) = read(text, "en", events)
    assert (figure.event, figure.count_type) == ("ASSAULT", "incident")


@pytest.mark.parametrize("code", ["id", "en"])
def test_records_hold_together(code: str) -> None:
    """Every figure has its own id, a span that is its text, evidence that holds it, and a derivation."""
    text = "\n".join(line.split(" | ")[0] for line in {"id": ID, "en": EN}[code].strip().splitlines())
    found = read(text, code)
    assert len({figure.id for figure in found}) == len(found)
    for figure in found:
        assert text[figure.count.start:figure.count.end] == figure.count.text
        assert figure.evidence.holds(figure.count)
        assert {step.field for step in figure.why} >= {"count", "kind"}


VOCABULARY = ["12", "1.000", "30-40", "orang", "people", "tewas", "killed", "were", "dan", "and", ",", ".", "sejak", "since",
              "7 Oktober", "October 7", "lebih dari",
              "at least", "termasuk", "including", "menurut", "said", "police", "polisi", "korban tewas", "death toll", "mencapai",
              "rose to", "(", ")", "-", "31/2/2023",
              "dozens", "puluhan", "a", "seorang", "not", "tidak", "wounded", "melukai", "of them", "di antaranya", "\u00a0", "%", "persen"]


@pytest.mark.parametrize("code", ["id", "en"])
@settings(max_examples=150, deadline=None)
@given(words=st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=16))
def test_any_words(code: str, words: list[str]) -> None:
    """Whatever the words, nothing fails, and every figure is a stretch of the text with limits in order."""
    text = " ".join(words)
    for figure in read(text, code):
        assert text[figure.count.start:figure.count.end] == figure.count.text
        limits = [n for n in (figure.low, figure.best, figure.high) if n is not None]
        assert limits == sorted(limits)
