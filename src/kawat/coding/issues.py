"""What a page, an event or a position is about."""

from __future__ import annotations

from kawat.coding.scene import Scene
from kawat.lexicon.ontology import issue_contexts
from kawat.nouns.record import Issue, IssueMention
from kawat.nouns.text import Span


def issue_mentions(scene: Scene) -> tuple[IssueMention, ...]:
    """Every issue the article names, with the words that name it, in the order of the ontology."""
    found: dict[str, list[Span]] = {}
    for issue, span in _spans(scene):
        found.setdefault(issue, []).append(span)
    return tuple(IssueMention(issue, tuple(found[issue])) for issue in issue_contexts() if issue in found)  # type: ignore[arg-type]


def _spans(scene: Scene) -> tuple[tuple[str, Span], ...]:
    tokens = scene.document.tokens
    return tuple((issue, scene.span_of_tokens(tokens[first], tokens[last - 1]))
                 for first, last, issue in scene.language.issue_phrases.find(tokens))


def issues_in(mentions: tuple[IssueMention, ...], span: Span) -> tuple[Issue, ...]:
    """The issues named inside a span."""
    return tuple(mention.issue for mention in mentions if any(span.overlaps(one) for one in mention.spans))


def first_issue(mentions: tuple[IssueMention, ...], span: Span) -> Issue:
    """The issue named first inside a span; `other` where none is."""
    starts = [(one.start or 0, mention.issue) for mention in mentions for one in mention.spans if span.overlaps(one)]
    return min(starts)[1] if starts else "other"


