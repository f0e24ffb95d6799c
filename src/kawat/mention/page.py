"""All mentions of one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kawat.lexicon.language import Language
from kawat.mention.actors import actor_mentions
from kawat.mention.chains import chained
from kawat.mention.chunks import chunks
from kawat.mention.homes import at_home
from kawat.mention.pieces import pieces
from kawat.mention.places import with_places
from kawat.mention.quantities import quantities
from kawat.mention.times import times
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.mention import Mention
from kawat.nouns.mentions import Mentions
from kawat.nouns.record import record_id
from kawat.nouns.text import span_of


def mentions(article: Article, document: Document, language: Language) -> Mentions:
    """Actors, places, times and quantities of a page in the order of the text, with their chains."""
    others = (*times(article, document, language), *quantities(article, document, language))
    dated = frozenset(i for m in others if m.kind == "time" for i in range(m.first, m.last))
    found = tuple(_actors(article, document, language, dated))
    placed = with_places(article, document, language, found)
    people = chained(article, document, language, at_home(document, placed, language.coreference.homeland))
    return Mentions(tuple(sorted((*people, *others), key=lambda m: (m.first, -m.last))))


def _actors(article: Article, document: Document, language: Language, dated: frozenset[int]) -> Iterator[Mention]:
    seen: set[tuple[int, int]] = set()
    for sentence in document.sentences:
        for chunk in chunks(document, language, sentence, pieces(article, document, language, sentence, dated)):
            for mention in actor_mentions(article, document, language, chunk):
                if (mention.first, mention.last) not in seen:
                    seen.add((mention.first, mention.last))
                    yield _counted(article, document, language, _whole(article, document, language, mention))


def _counted(article: Article, document: Document, language: Language, mention: Mention) -> Mention:
    """A group with the number that says how many of it are meant: "two of their colleagues", "thirteen of the 15 members"."""
    tokens, at = document.tokens, mention.first - 1
    at -= at > 0 and tokens[at].pos == "DET"
    if mention.kind != "group" or at < 1 or tokens[at].norm not in language.coreference.partitives or tokens[at - 1].pos != "NUM":
        return mention
    if tokens[mention.head].head != at - 1:
        return mention
    return _respanned(article, replace(mention, first=at - 1), tokens[at - 1].start, mention.span.end or 0)


def _whole(article: Article, document: Document, language: Language, mention: Mention) -> Mention:
    """The mention to the end of its word: "pendukungnya" is shown whole, though its clitic is a word of its own to the parser."""
    following = document.tokens[mention.last] if mention.last < len(document.tokens) else None
    if following is None or following.start != mention.span.end or following.norm not in language.coreference.clitic:
        return mention
    return _respanned(article, mention, mention.span.start or 0, following.end)


def _respanned(article: Article, mention: Mention, start: int, end: int) -> Mention:
    """The mention over other characters, with the id that these give it."""
    span = span_of(article.text, start, end)
    return replace(mention, span=span, id=record_id("mentions", article.id, span, mention.kind))
