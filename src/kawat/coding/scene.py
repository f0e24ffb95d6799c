"""What coding looks at: one article with its parse and its mentions, in one language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import get_args

from kawat.lexicon.language import Language
from kawat.match.phrases import any_of_phrases
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Sentence, Token
from kawat.nouns.mention import ActorKind, Mention
from kawat.nouns.mentions import Mentions
from kawat.nouns.record import Participant
from kawat.nouns.text import Span, span_of


@dataclass(frozen=True)
class Scene:
    """Everything the coding stages read; none of them changes it."""

    article: Article
    document: Document
    mentions: Mentions
    language: Language

    def span(self, start: int, end: int) -> Span:
        """A span of the article's text."""
        return span_of(self.article.text, start, end)

    def span_of_tokens(self, first: Token, last: Token) -> Span:
        """The span from the first token to the last, both included."""
        return self.span(first.start, last.end)

    def sentence_span(self, sentence: Sentence) -> Span:
        """The span of a sentence."""
        return self.span(sentence.start, sentence.end)

    def sentence_at(self, span: Span) -> Sentence:
        """The sentence a span of the title or body begins in."""
        start = span.start or 0
        return self.document.sentence_of(self.document.between(start, start + 1)[0])

    @cached_property
    def paragraphs(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of each body paragraph, in order."""
        count = len(self.article.body)
        return tuple(tuple(s for s in self.document.sentences if s.paragraph == i) for i in range(count))

    @cached_property
    def political_words(self) -> frozenset[str]:
        """The different words of politics or conflict on the page."""
        return frozenset(word for _, _, word in any_of_phrases(self.language.silence.political).find(self.document.tokens))

    def participant(self, mention: Mention, via: str | None = None, naming: Mention | None = None) -> Participant:
        """The participant a mention stands for: named by `naming`, or by its chain where it is a pronoun or a description itself."""
        named = naming or self.mentions.naming(mention)
        direct = named.id == mention.id
        head = self.document.tokens[named.head]
        return Participant(
            span=named.span, head=self.span(head.start, head.end), mention_id=mention.id, entity=named.entity, actor=named.actor,
            name=named.name, country=named.country, sector=named.sector, kind=_actor_kind(named), public=named.public,
            basis=named.basis if direct else "coreference", via=via, mention=None if direct else mention.span)


def _actor_kind(mention: Mention) -> ActorKind | None:
    """Pronouns, places, times and quantities are no actors."""
    return mention.kind if mention.kind in get_args(ActorKind) else None  # type: ignore[return-value]  # narrowed by the test
