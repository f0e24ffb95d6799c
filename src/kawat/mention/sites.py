"""Where the places of a page lie: every name is weighed against the other names of the page, and left open where two places stay close."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from kawat.lexicon.places import Toponym, candidates, country_centre, seat

ONE_KM = 120  # candidates closer than this are one place: a town and the county around it
NEIGHBOURS_KM = 150  # towns of one story lie so near each other
COUNTY_KM = 80
REGION_KM = 600  # a region whose cities are not listed under it
FAMOUS = 100_000  # persons
# Weights in powers of ten of population: a page about Texas has Paris there although the other one is a hundred times as big.
ADMIN1, COUNTRY, NEAR, HOME = 3.0, 1.6, 1.2, 0.3
FIRST_GAP, GAP, FLOOR, SOLE_FLOOR = 1.2, 0.25, 4.6, 3.7
REGION_DISCOUNT, COUNTRY_BONUS, LISTED = 0.8, 0.5, 0.5
DOUBT = 0.2  # a page with one other name says little


@dataclass(frozen=True, slots=True)
class Asked:
    """A name of the page: as looked up, the country it stands for, whether as its capital, and what it lies in ("Paris, Texas")."""

    name: str
    country: str | None = None
    within: str | None = None
    capital: bool = False


@dataclass(frozen=True, slots=True)
class _Group:
    """All mentions of one name, with the places it may be; `sure` where the page says which."""

    asked: Asked
    options: tuple[Toponym, ...]
    times: int
    sure: bool


def sites(asked: Iterable[Asked], homes: frozenset[str]) -> dict[Asked, Toponym]:
    """The place of each name that has one; a name that stays open is missing. `homes` are the countries of the page's actors."""
    groups = list(_groups(Counter(asked)))
    found = {g.asked: g.options[0] for g in groups if g.sure or _stands_out(g)}
    for _ in range(2):
        found = {g.asked: site for g in groups if (site := found[g.asked] if g.sure else _best(g, groups, found, homes)) is not None}
    return found


def _groups(asked: Counter[Asked]) -> Iterator[_Group]:
    """Names with their candidates; what one mention says of a name ("Paris, Texas") holds for its others."""
    said = {a.name: a.within for a in asked if a.within}
    for one, times in asked.items():
        options, sure = _options(replace(one, within=one.within or said.get(one.name)))
        if options:
            yield _Group(one, options, times, sure)


@lru_cache(maxsize=4096)
def _options(asked: Asked) -> tuple[tuple[Toponym, ...], bool]:
    """The candidates, the likeliest first, and whether the page leaves one place only."""
    known = tuple(sorted(candidates(asked.name), key=_prior, reverse=True))
    boxes = [b for b in candidates(asked.within) if b.precision != "city"] if asked.within else []
    inside = tuple(c for c in known if any(_inside(c, box) for box in boxes))
    if inside:
        return inside, True
    return _state(asked, known) if asked.country is not None else (known, False)


def _state(asked: Asked, known: tuple[Toponym, ...]) -> tuple[tuple[Toponym, ...], bool]:
    """A state's name stands for the state, its capital's for the city; but Georgia and Lebanon are also in America."""
    own = [c for c in known if c.country == asked.country]
    if known and not own and " " in asked.name:
        return known, False  # "South China Sea"
    whole = (seat if asked.capital else country_centre)(asked.country or "")
    first = [c for c in own if c.precision == ("city" if asked.capital else "country")]
    named = first or [c for c in own if " " in asked.name]  # "Western Australia"
    meant = named[:1] or ([whole] if whole else own)
    others = [c for c in known if c.country != asked.country and c.name.casefold() == known[0].name.casefold()] + [
        c for c in own if c.precision == "admin1" and asked.capital]
    return (*meant, *others), bool(meant) and not others


@lru_cache(maxsize=4096)
def lies_in(name: str, region: str) -> bool:
    """True where the table has a place of the one name inside a region of the other."""
    boxes = [b for b in candidates(region) if b.precision != "city"]
    return any(_inside(c, box) for c in candidates(name) for box in boxes)


def _inside(place: Toponym, box: Toponym) -> bool:
    if place.precision == "country" or place.country != box.country or (place.precision == "admin1" and box.precision != "country"):
        return False
    if box.precision == "country" or (box.precision == "admin1" and box.admin1):
        return box.precision == "country" or place.admin1 == box.admin1
    return kilometres(place, box) <= (COUNTY_KM if box.precision == "admin2" else REGION_KM)


def _prior(place: Toponym) -> float:
    """How likely a place is the one meant where the page says nothing: the powers of ten of its people, less for a region than its city."""
    base = math.log10(place.population + 10)
    return base + COUNTRY_BONUS if place.precision == "country" else base - REGION_DISCOUNT if place.precision != "city" else base


def _stands_out(group: _Group) -> bool:
    best = group.options[0]
    rival = _rival(best, ((_prior(c), c) for c in group.options))
    return best.population >= FAMOUS and _prior(best) - rival >= FIRST_GAP


def _rival(best: Toponym, weighed: Iterable[tuple[float, Toponym]]) -> float:
    """The weight of the likeliest place that is another one."""
    return max((weight for weight, c in weighed if kilometres(c, best) > ONE_KM and not _namesakes(c, best)), default=0.0)


def _namesakes(a: Toponym, b: Toponym) -> bool:
    """A city and the region around it: New York."""
    return a.country == b.country and a.admin1 == b.admin1 != "" and "admin1" in {a.precision, b.precision}


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the other names of the page say: towns they are, and the share of votes each country and region has."""

    towns: tuple[Toponym, ...]
    countries: dict[str, float]
    regions: dict[tuple[str, str], float]

    def weight(self, c: Toponym) -> float:
        """A candidate's prior and what speaks for it."""
        near = any(kilometres(c, town) < NEIGHBOURS_KM for town in self.towns)
        return (_prior(c) + COUNTRY * math.sqrt(self.countries.get(c.country, 0)) + NEAR * near +
                ADMIN1 * math.sqrt(self.regions.get((c.country, c.admin1), 0)))


def _best(group: _Group, groups: list[_Group], found: dict[Asked, Toponym], homes: frozenset[str]) -> Toponym | None:
    """The candidate that the page's other names speak for, None where a second one stays close or nothing speaks for any."""
    votes = _votes([g for g in groups if g.asked.name != group.asked.name], found, homes)
    listed = group.options[0] if group.asked.country else None
    weighed = sorted(((votes.weight(c) + LISTED * (c is listed), c) for c in group.options), key=lambda pair: -pair[0])
    top, best = weighed[0]
    rival = _rival(best, weighed)
    return best if top >= (SOLE_FLOOR if top - rival >= FIRST_GAP else FLOOR) and top - rival >= GAP else None


def _votes(others: list[_Group], found: dict[Asked, Toponym], homes: frozenset[str]) -> _Votes:
    """A name that is settled votes for its region; one that is open votes a little for each it may lie in."""
    countries: defaultdict[str, float] = defaultdict(float)
    regions: defaultdict[tuple[str, str], float] = defaultdict(float)
    towns: list[Toponym] = []
    for group in others:
        settled = found.get(group.asked)
        if settled is not None and settled.precision in {"city", "admin2"}:
            towns.append(settled)
        places = {(c.country, c.admin1) for c in ((settled,) if settled else group.options)}
        for place in places:
            regions[place] += 1 / len(places) if place[1] else 0
            countries[place[0]] += 1 / len(places)
    for home in homes:
        countries[home] += HOME
    total = sum(countries.values()) + DOUBT
    return _Votes(tuple(towns), {c: n / total for c, n in countries.items() if c},
                  {r: n / (sum(regions.values()) + DOUBT) for r, n in regions.items() if r[1]})


def kilometres(a: Toponym, b: Toponym) -> float:
    """Great-circle distance; infinite where one has no coordinates."""
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return math.inf
    p, q = math.radians(a.lat), math.radians(b.lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, h)))
