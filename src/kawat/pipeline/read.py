"""From a page to its records: page, article, document, mentions, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from kawat.coding.code import code as code_scene
from kawat.coding.scene import Scene
from kawat.errors import BadInput, KawatError, MissingModel
from kawat.lexicon.language import Language, language, languages
from kawat.mention import mentions
from kawat.nouns.article import Article, Page
from kawat.nouns.document import DEFAULT, Document, Profile
from kawat.nouns.reading import Reading
from kawat.page import article
from kawat.parse import Parser, load
from kawat.pipeline.fingerprint import fingerprint

TOGETHER = 8  # pages; more are no quicker to parse, and the first reading waits for all of them


def read(page: Page, profile: Profile = DEFAULT) -> Reading:
    """Everything one page says; raises BadInput where it cannot be read.

    Where no pack knows its language, a page is read and nothing is coded.
    """
    return reading_and_parse(page, profile)[0]


def reading_and_parse(page: Page, profile: Profile = DEFAULT) -> tuple[Reading, Document | None]:
    """A reading and the parse it was coded from; None where the language has no pack."""
    found = article(page)
    if found.language not in languages():
        return Reading(found, fingerprint(found.language, profile)), None
    pack = language(found.language or "")
    document = parser(pack, profile).parse(found)
    return code(found, document), document


def readings(pages: Iterable[Page | KawatError], profile: Profile = DEFAULT) -> Iterator[tuple[Reading, Document | None] | KawatError]:
    """Each page's reading with its parse, or the error that says why there is none; one bad page loses nothing else.

    A few pages are parsed together, which saves a sixth of the parser's time.
    """
    waiting = iter(pages)
    while some := list(islice(waiting, TOGETHER)):
        yield from _together([_article(page) for page in some], profile)


def _article(page: Page | KawatError) -> Article | KawatError:
    if isinstance(page, KawatError):
        return page
    try:
        return article(page)
    except BadInput as fault:
        return fault


def _together(found: list[Article | KawatError], profile: Profile) -> Iterator[tuple[Reading, Document | None] | KawatError]:
    """The readings of some articles in their order; those in one language are parsed when the first of them is due."""
    parses: dict[str, Iterator[Document]] = {}
    for thing in found:
        if isinstance(thing, KawatError):
            yield thing
        elif thing.language is None or thing.language not in languages():
            yield Reading(thing, fingerprint(thing.language, profile)), None
        else:
            try:
                if thing.language not in parses:
                    parses[thing.language] = _parsed_alike(thing.language, found, profile)
                document = next(parses[thing.language])
            except MissingModel as fault:
                yield MissingModel(f"{thing.path}: {fault}")
                continue
            yield code(thing, document), document


def _parsed_alike(code: str, found: list[Article | KawatError], profile: Profile) -> Iterator[Document]:
    """The documents of all articles in one language."""
    return parser(language(code), profile).parse_all([thing for thing in found if isinstance(thing, Article) and thing.language == code])


@cache
def parser(pack: Language, profile: Profile = DEFAULT) -> Parser:
    """A parser of a language, loaded once."""
    return load(pack, profile)


def code(found: Article, document: Document) -> Reading:
    """The reading of an article from a parse made before, under the rules, lists and models of today."""
    pack = language(found.language or "")
    return code_scene(Scene(found, document, mentions(found, document, pack), pack), fingerprint(pack.code, document.profile))
