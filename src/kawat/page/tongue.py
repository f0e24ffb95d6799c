"""The language of a page, by its words and, between languages that are alike, by its own word."""

from __future__ import annotations

from functools import cache
from typing import Any

from kawat.lexicon.language import language, languages

ENOUGH = 6000  # characters; more change nothing
CLOSE = 0.25  # share from which the language with a pack is read where nobody says which of two alike it is
FEWEST = 12  # letters; fewer are no text
STANDS_OUT = 0.9  # share among the languages with a pack from which a few words are taken for one of them
FEW = 40  # letters; fewer tell nothing that the page's own word does not tell better


def tongue(text: str, given: str | None = None, said: str | None = None) -> tuple[str | None, float | None]:
    """The ISO 639 code of a text (title and body together, never a sentence) and how sure that is, 0 to 1.

    `given` is the user's word and wins; `said` is the page's (`html lang`, `og:locale`, its outlet's country) and decides where the text
    has few letters or its language is one that a pack calls confused with it; without it the one with a pack is taken if close.
    """
    if code := tag(given):
        return code, 1.0
    page = tag(said)
    if sum(map(str.isalpha, text[:1000])) < FEW:
        return (page, 0.5) if page else _likelier(text)
    ranked = _ranked(text)
    found = max(ranked, key=lambda code: ranked[code])
    alike = _alike(found)
    if page and page in alike:
        return page, round(min(1.0, ranked[found] + ranked.get(page, 0.0)), 3)
    if page != found and not has_pack(found):
        found = next((code for code in alike if has_pack(code) and (ranked.get(code, 0.0) >= CLOSE or _speaks(code, text))), found)
    return found, round(ranked[found], 3)


def _ranked(text: str) -> dict[str, float]:
    return {str(code): float(share) for code, share in _identifier().rank(text[:ENOUGH])}


def _likelier(text: str) -> tuple[str | None, float | None]:
    """Of a few words, the likeliest of the languages with a pack where it stands out among them; a hundred languages are too many."""
    if sum(map(str.isalpha, text)) < FEWEST:
        return None, None
    ranked = _ranked(text)
    best, *others = sorted(languages(), key=lambda code: -ranked.get(code, 0.0))
    share = ranked.get(best, 0.0) / (sum(ranked.get(code, 0.0) for code in languages()) or 1.0)
    return (best, round(share, 3)) if share >= STANDS_OUT or not others else (None, None)


def _speaks(code: str, text: str) -> bool:
    """True where the words only this language has outnumber those only its likes have."""
    words, settings = set(text[:ENOUGH].lower().split()), language(code).settings
    return len(words.intersection(settings.own_words)) > len(words.intersection(settings.foreign_words))


def spoken_in(territory: str | None) -> str | None:
    """The first official language of a country by its ISO 3166 code, of two letters or three; None where there is none."""
    from babel.core import get_global
    if not territory:
        return None
    code = (get_global("territory_aliases").get(territory.upper()) or [territory.upper()])[0]
    known = get_global("territory_languages").get(code, {})
    return next((str(name) for name, row in known.items() if row.get("official_status") == "official"), None)


def tag(locale: str | None) -> str | None:
    """The language of a locale name such as `id-ID` or `en_GB`, with withdrawn codes renewed; None where it is none."""
    from babel.core import get_global
    code = (locale or "").strip().replace("_", "-").split("-")[0].lower()
    if not (code.isascii() and code.isalpha() and 2 <= len(code) <= 3):
        return None
    return str(get_global("language_aliases").get(code, code))


@cache
def _identifier() -> Any:
    """The model, loaded when a page first needs it, its scores made shares that sum to one."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _alike(code: str) -> frozenset[str]:
    """The languages that some pack calls confused with this one."""
    groups = (frozenset({known, *language(known).settings.confused_with}) for known in languages())
    return frozenset(other for group in groups if code in group and len(group) > 1 for other in group) - {code}


def has_pack(code: str | None) -> bool:
    """True where the language has a folder."""
    return code in languages()
