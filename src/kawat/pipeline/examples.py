"""The examples that stand beside the rules, as articles: what tests, freezing and scoring of rules run over."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from kawat.coding.code import code as code_scene
from kawat.coding.scene import Scene
from kawat.lexicon.language import Language, language
from kawat.lexicon.rules import Example, Rule
from kawat.mention import mentions
from kawat.nouns.article import Article
from kawat.nouns.document import Document
from kawat.nouns.reading import Reading
from kawat.nouns.record import Event
from kawat.nouns.text import span_of
from kawat.parse import freeze, load
from kawat.pipeline.fingerprint import fingerprint

Parse = Callable[[Article], Document]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of a language's examples found."""

    rules: int
    triggers: int
    examples: int
    failures: tuple[str, ...]


def checked(code: str) -> Checked:
    """All examples of a language coded with today's parser; raises BadData for a folder that breaks its schema."""
    pack = language(code)
    rules = (*pack.rules, *pack.position_rules)
    return Checked(len(rules), sum(len(rule.triggers) for rule in rules), sum(len(r.examples) + len(r.look_alikes) for r in rules),
                   tuple(failures(pack, load(pack).parse)))


def freeze_examples(code: str) -> int:
    """Parse all examples of a language and keep the parses in its folder; the number of sentences kept."""
    pack = language(code)
    kept = freeze(load(pack), example_articles(pack))
    (pack.folder / "parses.conllu").write_text(kept, encoding="utf-8")
    return kept.count("# text =")


def sentence_article(text: str, language: str, day: str | None = None) -> Article:
    """A page that is one paragraph."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(id=f"a-{digest[:12]}", path="example", text=text, sha256=digest, text_sha256=digest, language=language,
                   body=(span_of(text, 0, len(text)),), published=day, published_basis="argument" if day else None)


def example_articles(pack: Language) -> Iterator[Article]:
    """Every example and counter-example of the language's rules, each text once."""
    texts = dict.fromkeys(text for rule in (*pack.rules, *pack.position_rules) for text in _texts(rule))
    return (sentence_article(text, pack.code) for text in texts)


def _texts(rule: Rule) -> Iterator[str]:
    yield from (example.text for example in rule.examples)
    yield from (look_alike.text for look_alike in rule.look_alikes)


def failures(pack: Language, parse: Parse) -> Iterator[str]:
    """One line for each example a rule does not code as it says, and each look-alike it codes; nothing where all hold."""
    yield from (f"{rule.name}: {fault}: {text}" for rule, text, _, fault in verdicts(pack, parse) if fault)


def verdicts(pack: Language, parse: Parse) -> Iterator[tuple[Rule, str, bool, str | None]]:
    """Each sentence beside a rule: the rule, the text, whether it only looks alike, and what is wrong with its coding, if anything."""
    for rule in (*pack.rules, *pack.position_rules):
        for example in rule.examples:
            yield rule, example.text, False, _missed(rule, example, coded(pack, example.text, parse))
        for look_alike in rule.look_alikes:
            records = coded(pack, look_alike.text, parse)
            fires = rule.name in {*(event.rule for event in records.events), *(position.rule for position in records.positions)}
            yield rule, look_alike.text, True, f"coded although it is {look_alike.why}" if fires else None


def coded(pack: Language, text: str, parse: Parse) -> Reading:
    """The records of a sentence that stands alone."""
    article = sentence_article(text, pack.code)
    document = parse(article)
    return code_scene(Scene(article, document, mentions(article, document, pack), pack), fingerprint(pack.code))


def _missed(rule: Rule, example: Example, records: Reading) -> str | None:
    """What the example asks for and no event, or no position, of the rule has."""
    mine = [event for event in records.events if event.rule == rule.name]
    parties = [position.party.span.text for position in records.positions if position.rule == rule.name]
    if parties:
        lacking = [f"party '{name}'" for name in example.actor if name not in parties]
        return f"lacks {', '.join(lacking)}" if lacking else None
    if not mine:
        return "not coded"
    wanted = {"actor": example.actor, "recipient": example.recipient, "place": example.place}
    best = min((_lacking(event, wanted) for event in mine), key=len)
    if best:
        return f"lacks {', '.join(best)}"
    if example.mode and not any(event.mode == example.mode for event in mine):
        return f"mode is not {example.mode}"
    if example.realis and not any(event.realis == example.realis for event in mine):
        return f"realis is not {example.realis}"
    return None


def _lacking(event: Event, wanted: Mapping[str, tuple[str, ...]]) -> list[str]:
    found = {"actor": [p.span.text for p in event.actors], "recipient": [p.span.text for p in event.recipients],
             "place": [event.place.span.text] if event.place else []}
    if event.type == "CONSULT":  # either side of a meeting may stand in either role
        found["actor"] = found["recipient"] = found["actor"] + found["recipient"]
    return [f"{role} '{name}'" for role, names in wanted.items() for name in names if name not in found[role]]
