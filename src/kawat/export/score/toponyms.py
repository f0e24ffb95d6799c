"""Places found, and put where they lie."""

from __future__ import annotations

import math
from typing import Any

from kawat.export.score.matching import judge
from kawat.export.score.mistakes import error, mistakes
from kawat.export.score.spans import closeness, in_text, overlap
from kawat.export.score.tally import Result, share
from kawat.export.shown import walk

Row = dict[str, Any]
NEAR_KM = 161


def toponyms(record: Row) -> list[Row]:
    """Mentions of kind place or country, with coordinates of their own, of their `place`, or of a Place of the same article over
    the same words; and Places that no such mention covers."""
    found = [{**(m.get("place") or {}), **{k: m[k] for k in ("lat", "lon") if m.get(k) is not None}, "span": m["span"]}
             for m in record["mentions"] if m["kind"] in {"place", "country"} and in_text(m["span"])]
    places = [node for node in walk(record) if node.get("span") and "geonameid" in node and "kind" not in node]
    for place in (node for node in places if in_text(node["span"])):
        covered = [f for f in found if overlap(f["span"], place["span"])]
        for mention in covered:
            if mention.get("lat") is None:
                mention |= {"lat": place.get("lat"), "lon": place.get("lon")}
        if not covered:
            found.append(dict(place))
    return found


def kilometres(a: Row, b: Row) -> float:
    """Great-circle distance."""
    p, q = math.radians(a["lat"]), math.radians(b["lat"])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b["lon"] - a["lon"]) / 2) ** 2
    return 2 * 6371.0 * math.asin(math.sqrt(min(1.0, h)))


def score_geo(item: Row, record: Row) -> Result:
    """Recognition one-to-one by overlap (`toponym`) and by the same ends (`toponym_exact`). acc161: of those found for which gold has
    coordinates, the share put within 161 km (none given is wrong); acc161_resolved: of those of them given some, whose share is
    `resolved`; acc161_all: of all such gold; median_km: of those given some.
    GeoWebNews entries (they carry `type`) without coordinates are excused, but for homonyms and languages, which are wrong."""
    gold = [g for g in item["toponyms"] if "type" not in g or g["lat"] is not None]
    loose = [g for g in item["toponyms"] if "type" in g and g["lat"] is None and g["type"] not in {"Homonym", "Language"}]
    mine = toponyms(record)

    def excused(place: Row) -> bool:
        return any(overlap(place["span"], g) for g in loose)

    judged = judge(mine, gold, lambda t, g: closeness(t["span"], g), excused)
    exact = judge(mine, gold, lambda t, g: closeness(t["span"], g) == 1, excused)
    located_gold = [(t, g) for t, g in judged.pairs if g["lat"] is not None]
    errors_km = [kilometres(t, g) if t.get("lat") is not None else math.inf for t, g in located_gold]
    near, resolved = sum(km <= NEAR_KM for km in errors_km), sum(km < math.inf for km in errors_km)
    far = [error(item, "far", "toponym", f"{km:.0f} km", t["span"]) for km, (t, _) in zip(errors_km, located_gold, strict=True)
           if NEAR_KM < km < math.inf]
    tallies = {"toponym": judged.tally, "toponym_exact": exact.tally, "acc161": share(near, len(errors_km)),
               "acc161_resolved": share(near, resolved), "acc161_all": share(near, sum(g["lat"] is not None for g in gold)),
               "resolved": share(resolved, len(errors_km))}
    judged.missed = [{"span": g} for g in judged.missed]
    return Result(tallies, errors=[*mistakes(item, "toponym", judged, lambda _: "", "span"), *far],
                  numbers={"median_km": [km for km in errors_km if km < math.inf]})
