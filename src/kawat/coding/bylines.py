"""Agencies credited for a whole article: in its dateline, its byline, or a line of credits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kawat.coding.attributions import attribution
from kawat.coding.scene import Scene
from kawat.lexicon.outlets import outlets
from kawat.nouns.article import Article
from kawat.nouns.record import Attribution, Hop, Scope
from kawat.nouns.text import Span, span_of

PIECE = re.compile(r"[^/;,()|&\n]+")
LAST_BRACKET = re.compile(r"\(([^()\n]{2,60})\)\W*$")


def article_credits(scene: Scene) -> tuple[Attribution, ...]:
    """One chain over the whole body for each agency the article credits outside its sentences."""
    scopes = tuple(Scope(p.start, p.end) for p in scene.article.body if p.start is not None and p.end is not None)
    found: dict[str, Attribution] = {}
    for rule, span in _credited(scene):
        known = outlets().find(span.text.strip())
        if scopes and known and known.kind == "agency" and known.name not in found and not _is_outlet(scene.article, known.name):
            hop = Hop("agency", span, known.name, "reports")
            found[known.name] = attribution(scene, (hop,), scopes, "article", f"credit/{rule}")
    return tuple(found.values())


def _is_outlet(article: Article, name: str) -> bool:
    known = outlets().find(article.outlet) if article.outlet else None
    return name == article.outlet or (known is not None and known.name == name)


def _credited(scene: Scene) -> Iterator[tuple[str, Span]]:
    """Every stretch that may name an agency, with the rule that looks there."""
    article = scene.article
    if article.dateline_agency:
        yield "dateline", article.dateline_agency
    lines = [("line", furniture.span) for furniture in article.furniture if furniture.kind == "credit"]
    for rule, span in [("byline", article.byline), *lines, ("bracket", _bracket(article))]:
        if span and not _of_picture(scene, span):
            for piece in _pieces(scene, span):
                yield rule, piece


def _of_picture(scene: Scene, span: Span) -> bool:
    words = set(re.findall(r"\w+", span.text.lower()))
    return bool(words & set(scene.language.cues.file.credit.pictures))


def _bracket(article: Article) -> Span | None:
    """The bracket that closes the body: "(ANT/AFP)"."""
    last = article.body[-1] if article.body else None
    match = LAST_BRACKET.search(article.view, last.start, last.end) if last and last.start is not None and last.end is not None else None
    return span_of(article.text, match.start(1), match.end(1)) if match else None


def _pieces(scene: Scene, span: Span) -> Iterator[Span]:
    """The names in a line of credits, without the word that opens it ("Sumber: Antara")."""
    if span.start is None:
        return
    openers = "|".join(sorted(map(re.escape, scene.language.cues.file.credit.openers), key=len, reverse=True))
    opened = re.match(rf"\W*(?:{openers})\s*:?\s*", span.text, re.IGNORECASE)
    for piece in PIECE.finditer(span.text, opened.end() if opened else 0):
        words = piece[0].strip(" .-:")
        if words:
            start = span.start + piece.start() + piece[0].index(words)
            yield span_of(scene.article.text, start, start + len(words))
