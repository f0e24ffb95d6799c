"""Talks as the page tells of them: parties, third parties, format, stage, papers and issues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from kawat.coding.arguments import Search, search_of
from kawat.coding.issues import issues_in
from kawat.coding.scene import Scene
from kawat.coding.setting import place_of
from kawat.coding.triggers import Hit
from kawat.lexicon.rules import Rule, Trigger
from kawat.match.phrases import any_of_phrases
from kawat.nouns.document import Token
from kawat.nouns.record import IssueMention, Negotiation, Paper, Participant, ThirdParty, Why, record_id
from kawat.nouns.text import Span

TALKS = Rule(name="coding/negotiation", type="negotiation", triggers=(), actor=("subject",), recipient=(),
             noun_actor=("between", "possessor", "with"), noun_recipient=(), mode=None, modes={}, contexts=(), needs=frozenset(),
             unless=frozenset(), bare=True, effect=False, realis=None, examples=(), look_alikes=())


def negotiations(scene: Scene, issues: tuple[IssueMention, ...]) -> tuple[Negotiation, ...]:
    """One record for each set of parties; later tellings add what the first left open."""
    merged: dict[frozenset[str], Negotiation] = {}
    for talks in _tellings(scene, issues):
        key = frozenset(p.country or p.entity or p.span.text for p in talks.parties)
        merged[key] = _with(merged[key], talks) if key in merged else talks
    return tuple(merged.values())


def _with(first: Negotiation, later: Negotiation) -> Negotiation:
    papers = {paper.span.text.casefold(): paper for paper in (*later.documents, *first.documents)}
    return replace(first, format=first.format or later.format, stage_span=first.stage_span or later.stage_span,
                   venue=first.venue or later.venue, third_parties=first.third_parties or later.third_parties,
                   documents=tuple(papers.values()),
                   issues=tuple(dict.fromkeys((*first.issues, *later.issues))), why=(*first.why, *later.why))


def _tellings(scene: Scene, issues: tuple[IssueMention, ...]) -> Iterator[Negotiation]:
    tokens = scene.document.tokens
    nouns = any_of_phrases(scene.language.talks.nouns)
    for sentence in scene.document.sentences:
        for first, last, _ in nouns.find(scene.document.words(sentence)) if sentence.part == "body" else ():
            head = tokens[sentence.first + first]
            hit = Hit(TALKS, Trigger((head.norm,), True, False), head, tokens[sentence.first + last - 1], head)
            talks = _negotiation(scene, search_of(scene, hit), issues)
            if talks is not None:
                yield talks


def _negotiation(scene: Scene, search: Search, issues: tuple[IssueMention, ...]) -> Negotiation | None:
    """Talks with at least two named parties; fewer say nothing about who negotiates."""
    found = search.fill(TALKS.noun_actor)
    parties = tuple(scene.participant(one.mention, one.via) for one in found)
    if len({p.entity or p.span.text for p in parties}) < 2:
        return None
    sentence = scene.document.sentence_of(search.hit.head)
    trigger = scene.span_of_tokens(search.hit.first, search.hit.last)
    evidence = scene.sentence_span(sentence)
    steps = (Why("parties", f"roles/{one.via}", one.mention.span, from_=one.mention.id) for one in found)
    why = (Why("trigger", TALKS.name, trigger), *steps)
    words = scene.document.words(sentence)
    return Negotiation(
        id=record_id("negotiations", scene.article.id, trigger, "negotiation"), trigger=trigger, rule=TALKS.name, parties=parties,
        third_parties=_third_parties(scene, words, parties), format=_format(search), stage_span=_stage(scene, words),
        venue=place_of(search), documents=_papers(scene, words), issues=issues_in(issues, evidence), why=why)


def _format(search: Search) -> Literal["direct", "indirect"] | None:
    talks, tokens = search.scene.language.talks, search.scene.document.tokens
    near = tokens[max(search.clause.first, search.hit.first.index - 2):min(search.clause.last, search.hit.last.index + 4)]
    if any_of_phrases(talks.indirect).stand_in(near):
        return "indirect"
    return "direct" if any_of_phrases(talks.direct).stand_in(near) else None


def _stage(scene: Scene, words: tuple[Token, ...]) -> Span | None:
    """The noun phrase of a stage: "tahap kritis", "the final phase"."""
    talks = scene.language.talks
    for i, word in enumerate(words):
        if word.norm not in talks.stage and word.lemma not in talks.stage:
            continue
        beside = words[i + 1:i + 2] if talks.stage_before else words[max(0, i - 1):i]
        if beside and beside[0].pos in {"ADJ", "VERB", "NUM", "NOUN"}:
            return scene.span(min(word.start, beside[0].start), max(word.end, beside[0].end))
    return None


def _papers(scene: Scene, words: tuple[Token, ...]) -> tuple[Paper, ...]:
    return tuple(Paper(scene.span_of_tokens(words[first], words[last - 1]), kind)  # type: ignore[arg-type]  # talks.toml names the kinds
                 for first, last, kind in scene.language.document_phrases.find(words))


def _third_parties(scene: Scene, words: tuple[Token, ...], parties: tuple[Participant, ...]) -> tuple[ThirdParty, ...]:
    """Somebody beside a word that says their role; nobody gets a role for being named."""
    taken = {p.entity for p in parties}
    found: dict[str | None, ThirdParty] = {}
    for first, last, role in scene.language.party_role_phrases.find(words):
        cast = _playing(scene, words[last - 1]) or _beside(scene, words, first, last)
        for party in cast:
            if party.entity not in taken:
                found.setdefault(party.entity, _third(scene, party, role, words[first], words[last - 1]))
    return tuple(found.values())


def _playing(scene: Scene, word: Token) -> tuple[Participant, ...]:
    """Who the tree says has the role: whom "mediators from …" or "dimediasi oleh …" names, or the subject of "menjadi penengah"."""
    document = scene.document
    here = search_of(scene, Hit.at(TALKS, word))
    above = document.tokens[word.head]
    carried = search_of(scene, Hit.at(TALKS, above))
    found = here.fill(("agent", "from")) or (carried.fill(("subject",)) if word.label.split(":")[0] in {"obj", "xcomp", "obl"} else ())
    return tuple(scene.participant(one.mention, one.via) for one in found if not one.mention.first <= word.index < one.mention.last)


def _third(scene: Scene, party: Participant, role: str, first: Token, last: Token) -> ThirdParty:
    return ThirdParty(party, role, scene.span_of_tokens(first, last))  # type: ignore[arg-type]  # talks.toml names the roles


def _beside(scene: Scene, words: tuple[Token, ...], first: int, last: int) -> tuple[Participant, ...]:
    """The participant nearest to a role word, at most three words away; the role word alone names nobody."""
    near = sorted(range(max(0, first - 3), min(len(words), last + 3)), key=lambda i: min(abs(i - first), abs(i - last)))
    alone = {token.index for token in words[first:last]}
    mention = next((m for i in near if (m := scene.mentions.over(words[i])) and not set(range(m.first, m.last)) <= alone), None)
    return (scene.participant(mention, "beside its role"),) if mention else ()

