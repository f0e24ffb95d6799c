"""Toponyms: a sorted table of names, searched in the file itself so that nothing is loaded at start-up."""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cache, lru_cache

from kawat.lexicon.table import DATA

KNOWN = 5_000  # persons
PLACES = DATA / "world" / "places.tsv"


@dataclass(frozen=True, slots=True)
class Toponym:
    """One candidate for a name: coordinates in degrees (WGS 84), None where the table has none; population in persons."""

    name: str
    country: str
    admin1: str
    geonameid: int
    lat: float | None
    lon: float | None
    population: int
    precision: str


@cache
def _table() -> mmap.mmap:
    with PLACES.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache(maxsize=65_536)
def toponyms(name: str) -> tuple[Toponym, ...]:
    """The places of that name that a word may stand for wherever it is met: no villages, which have the names of everything."""
    return tuple(t for t in candidates(name) if t.population >= KNOWN)


@lru_cache(maxsize=65_536)
def candidates(name: str) -> tuple[Toponym, ...]:
    """All places of that name, the most populous first; () where none is known."""
    table, key = _table(), name.casefold().encode() + b"\t"
    low, high = 0, len(table)
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", middle)
        if table[middle:end].split(b"\t", 1)[0] + b"\t" < key:
            low = end + 1
        else:
            high = middle
    found = []
    while table[low:low + len(key)] == key:
        end = table.find(b"\n", low)
        found.append(_toponym(table[low:end].decode()))
        low = end + 1
    return tuple(sorted(found, key=lambda t: -t.population))


def country_centre(country: str) -> Toponym | None:
    """The centre of a country by its code (ISO 3166-1 alpha-3), whatever word names it: "Canadian", "the States"."""
    return next(iter(candidates(f"iso:{country}")), None)


def seat(country: str) -> Toponym | None:
    """The capital of a country by its code."""
    return next(iter(candidates(f"seat:{country}")), None)


def _toponym(line: str) -> Toponym:
    _, name, country, admin1, geonameid, lat, lon, population, precision = line.split("\t")
    return Toponym(name, country, admin1, int(geonameid), float(lat) if lat else None, float(lon) if lon else None,
                   int(population), precision)
