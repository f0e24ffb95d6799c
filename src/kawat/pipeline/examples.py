"""The examples that stand beside the rules, as articles: what tests, freezing and scoring of rules run over."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from kawat.lexicon.language import Language
from kawat.lexicon.rules import Rule
from kawat.nouns.article import Article
from kawat.nouns.text import span_of


def sentence_article(text: str, language: str, day: str | None = None) -> Article:
    """A page that is one paragraph."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=f"a-{digest[:12]}", path="example", text=text, sha256=digest, text_sha256=digest, language=language,
                   body=(span_of(text, 0, len(text)),), published=day, published_basis="argument" if day else None)


def example_articles(language: Language) -> Iterator[Article]:
    """Every example and counter-example of the language's rules, each text once."""
    texts = dict.fromkeys(text for rule in (*language.rules, *language.position_rules) for text in _texts(rule))
    return (sentence_article(text, language.code) for text in texts)


def _texts(rule: Rule) -> Iterator[str]:
    yield from (example.text for example in rule.examples)
    yield from (look_alike.text for look_alike in rule.look_alikes)
