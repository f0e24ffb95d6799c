"""Who said what."""

from __future__ import annotations

import pytest

from kawat.coding.speech import speech
from tests.coding.marked import scene

INDONESIAN = [
    ("[c:Norland] menyatakan {pelabuhan} itu direbut, {sehari} setelah kedua {pihak} baku {tembak}.", "Norland", "menyatakan",
     "pelabuhan itu direbut"),
    # what is said ends where the speaker acts again
    ("[o:Badan Cuaca] memperingatkan {suhu} bisa naik dan meminta {warga} berteduh.", "Badan Cuaca", "memperingatkan", "suhu bisa naik"),
    ("[c:Norland] berkukuh {perairan} itu miliknya.", "Norland", "berkukuh", "perairan itu miliknya"),
    # the speaker before the cue
    ("[p:Menlu Norland Ola Berg] mengatakan bahwa perundingan akan dilanjutkan bulan depan.", "Menlu Norland Ola Berg", "mengatakan",
     "perundingan akan dilanjutkan bulan depan"),
    ("[p:Ola Berg] mengatakan, gencatan {senjata} masih berlaku.", "Ola Berg", "mengatakan", "gencatan senjata masih berlaku"),
    ("[o:Kementerian Luar Negeri Norland] menyatakan tidak ada perundingan rahasia.", "Kementerian Luar Negeri Norland", "menyatakan",
     "tidak ada perundingan rahasia"),
    ("[p:Ola Berg] pada [t:Senin] menegaskan bahwa pasukan tidak akan ditarik.", "Ola Berg", "menegaskan", "pasukan tidak akan ditarik"),
    ("[p:Ola Berg] juga menambahkan bahwa bantuan segera dikirim.", "Ola Berg", "menambahkan", "bantuan segera dikirim"),
    ("[c:Norland] membantah bahwa pesawatnya melintas.", "Norland", "membantah", "pesawatnya melintas"),
    ("[p:Ola Berg] mengklaim bahwa kota itu telah direbut.", "Ola Berg", "mengklaim", "kota itu telah direbut"),
    ("[p:Ola Berg], yang juga menjabat wakil perdana menteri, mengatakan {pasukan} asing harus pergi.", "Ola Berg", "mengatakan",
     "pasukan asing harus pergi"),
    ("[p:Pepen Rahayu], {perwakilan warga}, mengatakan sawah mereka terendam.", "Pepen Rahayu", "mengatakan", "sawah mereka terendam"),
    ("{Seorang juru bicara polisi setempat} mengatakan, jalan utama ditutup.", "Seorang juru bicara polisi setempat", "mengatakan",
     "jalan utama ditutup"),
    ("{Media lokal} melaporkan menteri itu mengundurkan diri.", "Media lokal", "melaporkan", "menteri itu mengundurkan diri"),
    ("[o:Nordpres] menulis, pertemuan berjalan lancar.", "Nordpres", "menulis", "pertemuan berjalan lancar"),
    ("Pertemuan digelar setelah [p:Ola Berg] menyatakan bahwa Sudland siap berunding.", "Ola Berg", "menyatakan", "Sudland siap berunding"),
    ("{Para penentang} yang mengatakan bahwa pemilu curang turun ke jalan.", "Para penentang", "mengatakan",
     "pemilu curang turun ke jalan"),
    ("[c:Norland] dan [c:Sudland] mengatakan mereka telah berdamai.", "Norland dan Sudland", "mengatakan", "mereka telah berdamai"),
    ("[p:Ola Berg] mengatakan dalam sebuah {pernyataan} bahwa perbatasan ditutup.", "Ola Berg", "mengatakan", "perbatasan ditutup"),
    ("[p:Ola Berg] mengatakan kepada [o:parlemen] bahwa anggaran ditambah.", "Ola Berg", "mengatakan", "anggaran ditambah"),
    ("[p:Ola Berg] memuji usul itu namun mengatakan bahwa waktunya sempit.", "Ola Berg", "mengatakan", "waktunya sempit"),
    ("[o:Kementerian Kesehatan] yang dikelola [o:Front Timur] mengatakan lima orang tewas.", "Kementerian Kesehatan", "mengatakan",
     "lima orang tewas"),
    ("[p:Ola Berg] memperingatkan bahwa cadangan pangan menipis.", "Ola Berg", "memperingatkan", "cadangan pangan menipis"),
    ("[p:Ola Berg] mengakui bahwa jembatan itu rusak.", "Ola Berg", "mengakui", "jembatan itu rusak"),
    ("[p:Ola Berg] mengatakan: \"Kami tidak akan mundur dari perbatasan.\"", "Ola Berg", "mengatakan",
     "Kami tidak akan mundur dari perbatasan"),
    ("[p:Ola Berg] menegaskan bahwa \"tidak ada jalan lain\" selain berunding.", "Ola Berg", "menegaskan",
     "\"tidak ada jalan lain\" selain berunding"),
    # the speaker after the cue
    ("\"Kami akan terus berunding sampai tuntas,\" kata [p:Ola Berg].", "Ola Berg", "kata", "Kami akan terus berunding sampai tuntas"),
    ("\"Perjanjian itu telah selesai. Semua pihak akan menandatangani,\" ujar [p:Ola Berg].", "Ola Berg", "ujar",
     "Perjanjian itu telah selesai. Semua pihak akan menandatangani"),
    ("\"Kita harus sabar menunggu hasilnya,\" tutur [p:Ola Berg] di Oslo.", "Ola Berg", "tutur", "Kita harus sabar menunggu hasilnya"),
    ("\"Bantuan sudah tiba sejak pagi,\" jelas {juru bicara kementerian}.", "juru bicara kementerian", "jelas",
     "Bantuan sudah tiba sejak pagi"),
    ("\"Ini bukan akhir dari perjuangan,\" tegas [p:Ola Berg].", "Ola Berg", "tegas", "Ini bukan akhir dari perjuangan"),
    ("Ratusan rumah terendam, kata [p:Ola Berg].", "Ola Berg", "kata", "Ratusan rumah terendam"),
    ("Sebanyak 12 orang ditangkap, ungkap {polisi setempat}.", "polisi setempat", "ungkap", "Sebanyak 12 orang ditangkap"),
    ("Kata [o:Nordpres], perundingan berlangsung tertutup.", "Nordpres", "Kata", "perundingan berlangsung tertutup"),
    ("Akan tetapi, kata [p:Ola Berg], keputusan tetap berlaku.", "Ola Berg", "kata", "keputusan tetap berlaku"),
    ("\"Kami siap berunding,\" kata [p:Ola Berg], \"asal serangan dihentikan.\"", "Ola Berg", "kata",
     "Kami siap berunding,\" kata Ola Berg, \"asal serangan dihentikan"),
    ("\"Kami sudah memeriksa semua saksi,\" kata [p:Ola Berg] seperti dilansir [o:Antara].", "Ola Berg", "kata",
     "Kami sudah memeriksa semua saksi"),
    # clitics and pronouns
    ("[p:Ola Berg] tiba di Oslo. \"Kami datang untuk berdamai,\" katanya.", "Ola Berg", "katanya", "Kami datang untuk berdamai"),
    ("[p:Ola Berg] mengatakan rencana itu gagal. \"Kami akan mencoba lagi nanti,\" ujarnya.", "Ola Berg", "ujarnya",
     "Kami akan mencoba lagi nanti"),
    ("[p:Ola Berg] menolak usul itu. Menurutnya, waktunya belum tepat.", "Ola Berg", "Menurutnya", "waktunya belum tepat"),
    ("[p:Ola Berg] mengatakan air mulai surut. Ia menambahkan bahwa {warga} boleh pulang.", "Ola Berg", "menambahkan",
     "warga boleh pulang"),
    ("[p:Ola Berg] mengatakan air mulai surut. Menurut dia, {warga} boleh pulang.", "Ola Berg", "Menurut", "warga boleh pulang"),
    ("{Seorang pejabat Norland} mengatakan syaratnya berat. {Pejabat itu} mengatakan waktunya pendek.", "Seorang pejabat Norland",
     "mengatakan",
     "waktunya pendek"),
    # on whose account
    ("Menurut [o:Kementerian Kesehatan], lima orang tewas dalam serangan itu.", "Kementerian Kesehatan", "Menurut",
     "lima orang tewas dalam serangan itu"),
    ("Sedikitnya 20 orang tewas, menurut {otoritas kesehatan setempat}.", "otoritas kesehatan setempat", "menurut",
     "Sedikitnya 20 orang tewas"),
    ("Menurut [o:Kementerian Kesehatan] yang dikelola [o:Front Timur], lima orang tewas.", "Kementerian Kesehatan", "Menurut",
     "lima orang tewas"),
    ("Dilansir [o:Antara], [t:Minggu] (31/5), dua jembatan putus, kata {kantor berita Norland}.", "kantor berita Norland", "kata",
     "dua jembatan putus"),
    ("Pertemuan itu berlangsung tertutup. Demikian laporan [o:Antara].", "Antara", "Demikian laporan",
     "Pertemuan itu berlangsung tertutup"),
    # what is cut off at the end
    ("[p:Ola Berg] mengatakan jalan ditutup, seperti dilansir [o:Antara].", "Ola Berg", "mengatakan", "jalan ditutup"),
    ("[o:Nordpres] mengatakan pesawat itu ditembak, mengutip {militer}.", "Nordpres", "mengatakan", "pesawat itu ditembak"),
    ("[p:Ola Berg] menyebut usul itu lemah dan mengatakan bahwa waktunya habis.", "Ola Berg", "menyebut", "usul itu lemah"),
    ("[p:Ola Berg] menyerukan gencatan {senjata} sambil memperingatkan bahwa perang meluas.", "Ola Berg", "memperingatkan",
     "perang meluas"),
    ("\"Mereka tidak pernah kembali.\" Menurut [p:Ola Berg], jalan sudah dibuka.", "Ola Berg", "Menurut", "jalan sudah dibuka"),
    ("Untuk mengolah bijih, ujar [p:Ola Berg], pabrik itu membeli mesin baru.", "Ola Berg", "ujar",
     "Untuk mengolah bijih, ujar Ola Berg, pabrik itu membeli mesin baru"),
    ("Pasalnya, [p:Ola Berg] menjelaskan, kasnya kosong.", "Ola Berg", "menjelaskan", "kasnya kosong"),
    ("Lima orang ditahan, demikian laporan {surat kabar Nordpost}.", "surat kabar Nordpost", "demikian laporan", "Lima orang ditahan"),
    ("[p:Ola Berg] tiba. \"Kami tidak ingin mengganggu Pak Arne,\" katanya.", "Ola Berg", "katanya",
     "Kami tidak ingin mengganggu Pak Arne"),
    ("[p:Ola Berg] menegaskan bahwa pasukannya siap namun mengatakan bahwa ia ingin damai.", "Ola Berg", "mengatakan", "ia ingin damai"),
    ("[g:Seorang pejabat Norland] mengatakan syaratnya berat. [g:Pejabat itu] mengatakan waktunya pendek.", "Seorang pejabat Norland",
     "mengatakan", "waktunya pendek"),
    ("{Pasukan}nya menyatakan bertanggung jawab atas serangan itu.", "Pasukannya", "menyatakan", "bertanggung jawab atas serangan itu"),
    ("Jalan sudah dibuka. Hal ini ditegaskan [p:Ola Berg] di Oslo, [t:Sabtu].", "Ola Berg", "Hal ini ditegaskan", "Jalan sudah dibuka"),
    ("Menurut [p:Ola Berg], [t:Rabu], di {Oslo}, jalan sudah dibuka.", "Ola Berg", "Menurut", "jalan sudah dibuka"),
    ("OSLO, NORDPRES - Ratusan orang mengungsi, kata [p:Ola Berg].", "Ola Berg", "kata", "Ratusan orang mengungsi"),
    # two reports in a sentence
    ("[o:Polisi] mengatakan jalan ditutup; [p:Ola Berg] mengatakan jalan dibuka.", "Polisi", "mengatakan", "jalan ditutup"),
    ("[o:Polisi] mengatakan jalan ditutup; [p:Ola Berg] mengatakan jalan dibuka.", "Ola Berg", "mengatakan", "jalan dibuka"),
    ("[o:Polisi] mengatakan jalan ditutup, sedangkan {warga} mengaku jalan dibuka.", "Polisi", "mengatakan", "jalan ditutup"),
    ("[o:Polisi] mengatakan jalan ditutup, sedangkan {warga} mengaku jalan dibuka.", "warga", "mengaku", "jalan dibuka"),
    ("\"Kami siap berunding,\" kata [p:Ola Berg], seraya menambahkan bahwa waktunya sempit.", "Ola Berg", "kata", "Kami siap berunding"),
    ("\"Kami siap berunding,\" kata [p:Ola Berg], seraya menambahkan bahwa waktunya sempit.", "Ola Berg", "menambahkan",
     "waktunya sempit"),
    # what hangs on the speaker or the cue
    ("Jalan ditutup, kata {warga} lewat {telepon}.", "warga", "kata", "Jalan ditutup"),
    ("Jalan ditutup, kata {komisi pemilihan}, yang bersidang [t:Senin].", "komisi pemilihan", "kata", "Jalan ditutup"),
    ("[o:Militer] mengatakan jalan ditutup, tanpa merinci {alasan}.", "Militer", "mengatakan", "jalan ditutup"),
    ("[p:Ola Berg] mengatakan kepada {wartawan} di {Oslo}, [t:Senin] (4/5), pajak dinaikkan.", "Ola Berg", "mengatakan", "pajak dinaikkan"),
    ("{Kelompok} yang menyebut {diri} [r:nya] [o:Fajar Utara] mengklaim bertanggung jawab atas ledakan.", "Fajar Utara", "mengklaim",
     "bertanggung jawab atas ledakan"),
    ("{Direktur rumah sakit} tiba. \"Semua biaya kami tanggung,\" katanya.", "Direktur rumah sakit", "katanya",
     "Semua biaya kami tanggung"),
    ("[p:Ola Berg] mengatakan jalan ditutup, dan menuding [c:Norland].", "Ola Berg", "mengatakan", "jalan ditutup"),
    ("{Polisi} menembak {massa}; tujuh {orang} terluka, menurut {pihak rumah sakit}.", "pihak rumah sakit", "menurut",
     "tujuh orang terluka"),
    ("{Warga} memperkirakan {jumlah korban} 200.", "Warga", "memperkirakan", "jumlah korban 200"),
    # whose word it is where a medium cites somebody
    ("Jalan ditutup, lapor {kantor berita Nordpres} mengutip {gubernur setempat}.", "gubernur setempat", "lapor", "Jalan ditutup"),
    ("Mengutip {sumber keamanan}, [o:Anadolu] melaporkan jalan ditutup.", "sumber keamanan", "melaporkan", "jalan ditutup"),
    ("[o:Anadolu] mengutip [p:Ola Berg] yang mengatakan jalan ditutup.", "Ola Berg", "mengutip", "jalan ditutup"),
    ("Menurut {laporan} [o:The Guardian] yang mengutip {pejabat}, jalan ditutup.", "pejabat", "Menurut", "jalan ditutup"),
    ("Jalan ditutup, demikian dilaporkan [o:Tass] mengutip {pejabat}.", "pejabat", "mengutip", "Jalan ditutup"),
    ("\"Jalan kami tutup besok,\" demikian bunyi {pernyataan} [o:Kementerian Kesehatan].", "Kementerian Kesehatan",
     "demikian bunyi pernyataan", "Jalan kami tutup besok"),
]

ENGLISH = [
    ("[p:Ola Berg] said he regretted the {words}, yet stopped short of an {apology}.", "Ola Berg", "said", "he regretted the words"),
    ("[c:Norland] said it had retaken the {port}, a {day} after the {sides} traded {fire}.", "Norland", "said",
     "it had retaken the port"),
    ("[p:Ola Berg] said the {work} would end in {June}, though [r:she] declined to say how.", "Ola Berg", "said",
     "the work would end in June"),
    # what is said ends where somebody else, or the outlet, goes on
    ("[o:The commission] said the {vote} had been fair, and [g:observers] described it as slow.", "The commission", "said",
     "the vote had been fair"),
    ("[p:Ola Berg] said the {council} would pay; its {first} offer was refused in June.", "Ola Berg", "said", "the council would pay"),
    ("{Police} used {gas}; seven {people} were hurt, the {office} said.", "the office", "said", "seven people were hurt"),
    ("[o:The ministry] said [c:Norland] \"stands with [c:Sudland]\" but gave no {sign}.", "The ministry", "said",
     "Norland \"stands with Sudland\""),
    ("[p:Ola Berg] denied planting the {device}.", "Ola Berg", "denied", "planting the device"),
    # the speaker before the cue
    ("[p:Ola Berg] said that talks would resume.", "Ola Berg", "said", "talks would resume"),
    ("[p:Ola Berg] said talks would resume.", "Ola Berg", "said", "talks would resume"),
    ("[o:Norland's foreign ministry] said on [t:Thursday] it has expelled two diplomats.", "Norland's foreign ministry", "said",
     "it has expelled two diplomats"),
    ("[p:Ola Berg] said in a {statement} [t:Friday] that the border was closed.", "Ola Berg", "said", "the border was closed"),
    ("[p:Ola Berg] has said he will resign.", "Ola Berg", "said", "he will resign"),
    ("[p:President Ola Berg], an {opponent} of the {treaty}, has said he will ignore the vote.", "President Ola Berg", "said",
     "he will ignore the vote"),
    ("{Three rebel spokesmen} said the wounded were leaving.", "Three rebel spokesmen", "said", "the wounded were leaving"),
    ("[c:Norland] has long insisted that the island is its own.", "Norland", "insisted", "the island is its own"),
    ("[p:Ola Berg] told [o:lawmakers] that taxes would rise.", "Ola Berg", "told", "taxes would rise"),
    ("[p:Ola Berg] warned that food was running out.", "Ola Berg", "warned", "food was running out"),
    ("[p:Ola Berg] denied that his jets had crossed the line.", "Ola Berg", "denied", "his jets had crossed the line"),
    ("[p:Ola Berg] announced that the port would reopen.", "Ola Berg", "announced", "the port would reopen"),
    ("[o:The Nordpost] reported that the minister had fled.", "The Nordpost", "reported", "the minister had fled"),
    ("{Opponents} of [p:President Berg] claimed that the vote was rigged.", "Opponents of President Berg", "claimed",
     "the vote was rigged"),
    ("{No group} has admitted responsibility, but {Norland officials} say it bears the marks of rebels.", "Norland officials", "say",
     "it bears the marks of rebels"),
    ("[c:Norland] was bombing the port as {residents} said they had no water.", "residents", "said", "they had no water"),
    ("[p:Ola Berg] said: \"We will not leave the border.\"", "Ola Berg", "said", "We will not leave the border"),
    ("[p:Ola Berg] said the plan \"ignores decades of law\" and harms trade.", "Ola Berg", "said",
     "the plan \"ignores decades of law\" and harms trade"),
    ("[p:Ola Berg] praised the offer but said that time was short.", "Ola Berg", "said", "time was short"),
    ("[p:Ola Berg] noted that the bridge had collapsed.", "Ola Berg", "noted", "the bridge had collapsed"),
    # the speaker before a closing cue
    ("Two soldiers were killed, [p:Ola Berg] said.", "Ola Berg", "said", "Two soldiers were killed"),
    ("Two soldiers were killed, {local officials} have said.", "local officials", "said", "Two soldiers were killed"),
    ("Six guards were hurt, [o:the Prison Office] has said, hours after the alarm.", "the Prison Office", "said", "Six guards were hurt"),
    ("The goals are being cut, {Norland officials} said [t:Wednesday], abandoning plans to stay.", "Norland officials", "said",
     "The goals are being cut"),
    ("A rescue was under way, [o:the Nordpres news agency] reported.", "the Nordpres news agency", "reported", "A rescue was under way"),
    ("\"We will rebuild every house here,\" [p:Ola Berg] said.", "Ola Berg", "said", "We will rebuild every house here"),
    # the speaker after the cue
    ("\"We will rebuild every house here,\" said [p:Ola Berg].", "Ola Berg", "said", "We will rebuild every house here"),
    ("\"We will rebuild,\" said [p:Ola Berg], an {author} and {advocate}.", "Ola Berg", "said", "We will rebuild"),
    ("\"We expect ships soon. The port is empty,\" says [p:Ola Berg].", "Ola Berg", "says", "We expect ships soon. The port is empty"),
    ("The road was mined, said a {statement} by [o:the interior ministry].", "the interior ministry", "said", "The road was mined"),
    ("\"We are ready,\" said [p:Ola Berg], \"if the shelling stops.\"", "Ola Berg", "said",
     "We are ready,\" said Ola Berg, \"if the shelling stops"),
    ("\"We are ready to talk again,\" said [p:Ola Berg]. \"But the shelling must stop first.\"", "Ola Berg", "said",
     "We are ready to talk again,\" said Ola Berg. \"But the shelling must stop first."),
    # pronouns and descriptions
    ("[p:Ola Berg] said the parts were alike. \"All signs point to rebels,\" he said.", "Ola Berg", "said", "All signs point to rebels"),
    ("[p:Ola Berg] said the state would welcome help. But he stressed that Norland gave no orders.", "Ola Berg", "stressed",
     "Norland gave no orders"),
    ("{Three rebel spokesmen} said the wounded would go. The rest would follow, they said.", "Three rebel spokesmen", "said",
     "The rest would follow"),
    ("[p:Ola Berg] said trucks were moving. \"These claims are mere falsehoods,\" said {the spokeswoman}.", "Ola Berg", "said",
     "These claims are mere falsehoods"),
    ("{A senior official} said terms were hard. {The official} said time was short.", "A senior official", "said", "time was short"),
    # on whose account
    ("According to {Norland authorities}, two jets crossed the line.", "Norland authorities", "According to", "two jets crossed the line"),
    ("Two jets crossed the line, according to {Norland authorities}.", "Norland authorities", "according to", "Two jets crossed the line"),
    ("Two jets crossed the line, according to {the Nordpost newspaper} citing {a military spokesman}.", "a military spokesman",
     "according to",
     "Two jets crossed the line"),
    # what is cut off at the end
    ("[p:Ola Berg] said the road was closed, as reported by [o:Reuters].", "Ola Berg", "said", "the road was closed"),
    ("[o:The Nordpost] said the jet was shot down, citing {military sources}.", "The Nordpost", "said", "the jet was shot down"),
    ("[o:The army] denied its camp was empty and said in a {letter} that fighting went on.", "The army", "denied",
     "its camp was empty"),
    ("[o:The army] denied its camp was empty and said in a {letter} that fighting went on.", "The army", "said",
     "fighting went on"),
    ("OSLO (Reuters) - Two ships sank, [p:Ola Berg] said.", "Ola Berg", "said", "Two ships sank"),
    ("However, [p:Ola Berg] said the vote was fair.", "Ola Berg", "said", "the vote was fair"),
    ("However, according to [p:Ola Berg], the vote was fair.", "Ola Berg", "according to", "the vote was fair"),
    ("{The two sides}, [p:Ola Berg] said, would meet again.", "Ola Berg", "said", "The two sides, Ola Berg said, would meet again"),
    ("{The end-of-mission report} said the ban was void.", "The end-of-mission report", "said", "the ban was void"),
    ("[p:Ola Berg] said of the {strike}, \"We respect every worker here.\"", "Ola Berg", "said", "We respect every worker here"),
    ("When asked about the {talks}, [p:Ola Berg] said, \"We will see.\"", "Ola Berg", "said", "We will see"),
    ("After [o:the army] announced a truce had begun, [p:Ola Berg] said it would hold.", "the army", "announced", "a truce had begun"),
    ("\"They never came back to us.\"\n\nAccording to [p:Ola Berg], the road was open.", "Ola Berg", "According to", "the road was open"),
    ("{A security official} who spoke on condition of {anonymity} told [o:Reuters] that two men died.", "A security official", "told",
     "two men died"),
    ("Two men were held, according to {a report} released [t:Saturday] by [o:the state police].", "the state police", "according to",
     "Two men were held"),
    ("[p:Ola Berg] told {the Nordpost}, which printed the name, that he knew nothing.", "Ola Berg", "told", "he knew nothing"),
    ("{Norland and Sudland experts} have said the dam may burst.", "Norland and Sudland experts", "said", "the dam may burst"),
    # two reports in a sentence
    ("[p:Ola Berg] said the {road} was closed; {a guard} said it was open.", "Ola Berg", "said", "the road was closed"),
    ("[p:Ola Berg] said the {road} was closed; {a guard} said it was open.", "a guard", "said", "it was open"),
    ("[o:Police] say men were held; many are missing, according to {the registry}.", "the registry", "according to", "many are missing"),
    ("[o:Police] said the {road} was closed, while {a guard} said it was open.", "Police", "said", "the road was closed"),
    ("[p:Ola Berg] said the {party} failed and asked [r:it] to leave.", "Ola Berg", "said", "the party failed"),
    ("[p:Ola Berg] said [o:the party] met and asked {voters} to leave.", "Ola Berg", "said", "the party met and asked voters to leave"),
    ("The {road} was closed, [p:Ola Berg] said, adding that nobody had died.", "Ola Berg", "said", "The road was closed"),
    ("The {road} was closed, [p:Ola Berg] said, adding that nobody had died.", "Ola Berg", "adding", "nobody had died"),
    # whom it was told
    ("[p:Ola Berg] told [o:AFP] the {men} were marched away.", "Ola Berg", "told", "the men were marched away"),
    ("[p:Ola Berg] told {the families} their {sons} were alive.", "Ola Berg", "told", "their sons were alive"),
    ("[p:Ola Berg] told {parliament taxes} would rise.", "Ola Berg", "told", "taxes would rise"),
    ("The {road} was closed, [p:Ola Berg] confirmed to [o:Reuters].", "Ola Berg", "confirmed", "The road was closed"),
    # how it was said, and no more
    ("The {road} was closed, {residents} said by {telephone}.", "residents", "said", "The road was closed"),
    ("The {road} was closed, {residents} said without giving {details}.", "residents", "said", "The road was closed"),
    ("The {road} was closed, {the ministry} said in a {statement} posted on [t:Monday].", "the ministry", "said", "The road was closed"),
    ("[o:The army] said men had died, but declined to give {details}.", "The army", "said", "men had died"),
    # whose word it is where a medium cites somebody
    ("The {road} was closed, [o:Tass] quoted [o:the ministry] as saying on [t:Monday].", "the ministry", "quoted", "The road was closed"),
    ("[o:Tass] quoted [o:the ministry] as saying that the {road} was closed.", "the ministry", "quoted", "the road was closed"),
    ("The {road} was closed, [o:Tass] said, citing {security sources}.", "security sources", "said", "The road was closed"),
    ("The {road} was closed, the {Karachi Daily Post} reported, quoting {an official}.", "an official", "reported",
     "The road was closed"),
    ("[o:Reuters] reported that the {road} was closed, citing {security sources}.", "security sources", "reported", "the road was closed"),
    ("[o:Reuters], citing {security sources}, said the {road} was closed.", "security sources", "said", "the road was closed"),
    # numbers, papers and names beside a speaker
    ("{A police spokesman} put the {number} at 11.", "A police spokesman", "put", "the number at 11"),
    ("The {road} was closed, with [o:the Red Cross] saying men had died.", "the Red Cross", "saying", "men had died"),
    ("{The report} found that money had vanished.", "The report", "found", "money had vanished"),
    ("\"We are not leaving,\" [p:Ola Berg], {a guard}, told [o:AFP].", "Ola Berg", "told", "We are not leaving"),
    ("The {road} was closed, {two people} briefed on {the talks} said.", "two people", "said", "The road was closed"),
    ("{The rebels} claim to hold many men.", "The rebels", "claim", "to hold many men"),
    ("{His office} said in an emailed {statement} that the {road} was closed.", "His office", "said", "the road was closed"),
    ("[o:Police] told [o:AFP] the {men} were held, warning that many had fled.", "Police", "warning", "many had fled"),
    ("{A group} calling itself {Northern Dawn} said the {road} was closed.", "Northern Dawn", "said", "the road was closed"),
]

SILENT = [
    ("id", "[p:Ola Berg] lupa kata sandi akunnya.", "a password is no speech"),
    ("id", "Dengan kata lain, [c:Norland] kalah.", "in other words"),
    ("id", "Menurut rencana, [p:Ola Berg] tiba besok.", "according to plan"),
    ("id", "Menurut undang-undang, [o:parlemen] bersidang setiap tahun.", "by law"),
    ("id", "[p:Ola Berg] menolak mengatakan siapa yang hadir.", "declining to say"),
    ("id", "[p:Ola Berg] tidak menyebut siapa yang hadir.", "not naming"),
    ("id", "[o:Dewan] mengeluarkan {resolusi} yang menyerukan gencatan {senjata}.", "a resolution that calls for something is an event"),
    ("id", "[p:Ola Berg] mengecam serangan itu.", "condemning is an event"),
    ("id", "{Banyak orang} dilaporkan hilang.", "nobody is named as reporting"),
    ("id", "[p:Ola Berg] melanjutkan perjalanan.", "going on is no speech"),
    ("en", "Work went on according to plan.", "according to plan"),
    ("en", "According to the law, [o:parliament] meets yearly.", "by law"),
    ("en", "[p:Ola Berg] declined to say who came.", "declining to say"),
    ("en", "[p:Ola Berg] did not say who came.", "not said"),
    ("en", "The {report} could not be independently verified.", "nobody verified it"),
    ("en", "[p:Ola Berg] condemned the {attack}.", "condemning is an event"),
    ("en", "The {deal} was announced on [t:Friday].", "a passive without its agent"),
    ("en", "{Eighteen states} filed a {brief}.", "states are no verb"),
    ("en", "[o:Norland] concluded an agreement to sell grain.", "concluding a deal"),
    ("en", "At that {juncture} I say it is late.", "nobody but the outlet speaks"),
    ("en", "In other words, [c:Norland] lost.", "in other words"),
    ("en", "{A guard} who admitted to theft was jailed.", "admitting to a deed"),
    ("en", "[p:Ola Berg] put the {plan} to [o:parliament].", "putting forward, not at a number"),
    ("en", "[o:Police] found that the {door} had been forced.", "finding out is no speech unless a paper does it"),
]


@pytest.mark.parametrize(("code", "marked", "speaker", "cue", "content"),
                         [("id", *row) for row in INDONESIAN] + [("en", *row) for row in ENGLISH])
def test_a_statement_has_its_speaker_its_cue_and_its_content(code: str, marked: str, speaker: str, cue: str, content: str) -> None:
    """A sentence that reports speech gives a statement with that speaker, cue and content, edges of two characters aside."""
    found = [(s.speaker.span.text, s.cue.text, s.content.text.strip("\"“”.,")) for s in speech(scene(code, marked)).statements if s.speaker]
    assert (speaker, cue, content.strip("\"“”.,")) in found


@pytest.mark.parametrize(("code", "marked", "why"), SILENT)
def test_a_lookalike_is_no_statement(code: str, marked: str, why: str) -> None:
    """Words that look like cues but report nothing give no statement."""
    assert speech(scene(code, marked)).statements == (), why


@pytest.mark.parametrize(("code", "marked", "mode"), [
    ("id", "\"Kami siap berunding lagi,\" kata [p:Ola Berg].", "direct"),
    ("id", "[p:Ola Berg] mengatakan bahwa perundingan gagal.", "indirect"),
    ("id", "[p:Ola Berg] menyebut usul itu \"tidak masuk akal\" bagi warga.", "mixed"),
    ("en", "\"We are ready to talk again,\" said [p:Ola Berg].", "direct"),
    ("en", "[p:Ola Berg] said that talks had failed.", "indirect"),
    ("en", "[p:Ola Berg] said the offer was \"beyond reason\" for farmers.", "mixed"),
])
def test_quotation_marks_decide_the_mode(code: str, marked: str, mode: str) -> None:
    """What stands whole between marks is direct, without marks indirect, with some marked words mixed."""
    assert [s.mode for s in speech(scene(code, marked)).statements] == [mode]


def test_a_cue_inside_a_quotation_breaks_it_into_parts() -> None:
    """The parts of a broken quotation leave the cue and its speaker out."""
    (one,) = speech(scene("id", "\"Kami siap,\" kata [p:Ola Berg], \"asal serangan dihentikan.\"")).statements
    assert [part.text.strip(",.") for part in one.parts] == ["Kami siap", "asal serangan dihentikan"]


def test_a_cue_that_carries_on_says_something_of_its_own() -> None:
    """"…, they said, adding that …" is two statements of one speaker."""
    found = speech(scene("en", "The rest would follow, {rebel spokesmen} said, adding that terms were unchanged.")).statements
    assert [(s.content.text, s.speaker and s.speaker.span.text) for s in found] == [
        ("The rest would follow", "rebel spokesmen"), ("terms were unchanged", "rebel spokesmen")]


def test_what_a_speaker_says_to_have_said_is_part_of_what_they_say() -> None:
    """"He said he had warned them" is one statement, not two."""
    (one,) = speech(scene("en", "[p:Ola Berg] said he had warned that food was running out.")).statements
    assert one.content.text == "he had warned that food was running out"


def test_a_quotation_goes_on_over_paragraphs() -> None:
    """A quotation left open at the end of a paragraph goes on in the next, and the last speaker keeps it."""
    text = "[p:Ola Berg] said: \"We came here in peace.\n\n\"We shall leave in peace.\""
    (one,) = speech(scene("en", text)).statements
    assert [part.text.strip(".") for part in one.parts] == ["We came here in peace.".strip("."), "We shall leave in peace"]


def test_a_paragraph_that_is_only_a_quotation_is_the_last_speakers() -> None:
    """A quotation without a cue that fills the next paragraph continues the last speaker."""
    text = "\"Kami datang untuk berdamai,\" kata [p:Ola Berg].\n\n\"Semua pihak harus meletakkan senjata.\""
    (one,) = speech(scene("id", text)).statements
    assert one.parts[-1].text.strip(".") == "Semua pihak harus meletakkan senjata"


def test_a_clitic_is_a_new_mention_bound_to_the_speaker() -> None:
    """-nya in "katanya" becomes a pronoun of the last speaker's chain."""
    read = speech(scene("id", "[p:Ola Berg] tiba di Oslo. \"Hasilnya sangat baik,\" katanya."))
    (clitic,) = [m for m in read.mentions if m.span.text == "nya"]
    assert (clitic.kind, clitic.entity, clitic.naming) == ("pronoun", "x0", "m0")


def test_first_persons_inside_a_quotation_are_the_speaker() -> None:
    """"We" inside quotation marks belongs to the chain of whoever is quoted."""
    read = speech(scene("en", "\"We are ready to talk,\" said [p:Ola Berg]."))
    assert [(m.span.text, m.entity) for m in read.mentions if m.kind == "pronoun"] == [("We", "x0")]


@pytest.mark.parametrize(("code", "marked", "hearer"), [
    ("en", "[p:Ola Berg] told [o:lawmakers] that taxes would rise.", "lawmakers"),
    ("id", "[p:Ola Berg] mengatakan kepada [o:parlemen] bahwa pajak naik.", "parlemen"),
    ("id", "\"Pajak harus segera dinaikkan,\" kata [p:Ola Berg] kepada [o:parlemen].", "parlemen"),
    ("id", "\"Pajak harus segera dinaikkan,\" kata [p:Ola Berg], {warga Oslo}, kepada [o:AFP].", "AFP"),
    ("id", "\"Pajak harus segera dinaikkan,\" kata {warga} yang ditemui kepada [o:AFP].", "AFP"),
    ("en", "\"Taxes must rise at once,\" [p:Ola Berg] told [o:AFP].", "AFP"),
])
def test_the_hearer_is_kept(code: str, marked: str, hearer: str) -> None:
    """Whom a speaker tells something is the addressee."""
    (one,) = speech(scene(code, marked)).statements
    assert one.addressee is not None and one.addressee.span.text == hearer


def test_words_inside_a_quotation_are_no_cues_of_the_page() -> None:
    """What somebody quoted says about other speakers is not the page's report."""
    read = speech(scene("id", "\"Mereka mengatakan bahwa sawah itu masih hijau,\" kata [p:Ola Berg]."))
    assert [s.cue.text for s in read.statements] == ["kata"]


def test_a_statement_says_which_rule_made_it() -> None:
    """The rule names the language's cue, and the derivation its speaker and content."""
    (one,) = speech(scene("id", "[p:Ola Berg] mengatakan bahwa perundingan gagal.")).statements
    assert (one.rule, [why.field for why in one.why]) == ("id/cues/mengatakan", ["cue", "speaker", "content"])
