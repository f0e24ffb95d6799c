"""What each party demands, offers, rejects, or is said to want, one record for each thing asked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from kawat.coding.allowed import allowed
from kawat.coding.arguments import Found, Search, search_of
from kawat.coding.issues import first_issue
from kawat.coding.scene import Scene
from kawat.coding.triggers import Hit, position_triggers_of
from kawat.nouns.document import Token
from kawat.nouns.record import Event, IssueMention, Participant, Position, PositionKind, Why, record_id
from kawat.nouns.text import Span

CLOSING = frozenset({".", ";", ":", "!", "?", '"'})
AFFIX = 2  # letters two words must share at both ends to count as built alike ("penarikan … pemulangan")


def positions(scene: Scene, events: tuple[Event, ...], issues: tuple[IssueMention, ...]) -> tuple[Position, ...]:
    """The positions of a page in the order of the text; nobody's wish is none."""
    triggers = position_triggers_of(scene.language)
    found = [position for sentence in scene.document.sentences if sentence.part == "body"
             for hit in triggers.hits(scene.document, sentence) for position in _positions(scene, hit, events, issues)]
    return tuple({position.id: position for position in found}.values())


def _positions(scene: Scene, hit: Hit, events: tuple[Event, ...], issues: tuple[IssueMention, ...]) -> Iterator[Position]:
    search = search_of(scene, hit)
    if not allowed(search):
        return
    rule = hit.rule
    parties = search.fill(rule.noun_actor if hit.trigger.noun else rule.actor)
    others = search.fill(rule.recipient)
    kind: PositionKind = rule.type  # type: ignore[assignment]  # positions/*.toml is named after the kinds
    assert kind in get_args(PositionKind)
    cue = scene.span_of_tokens(hit.first, hit.last)
    evidence = scene.sentence_span(scene.document.sentence_of(hit.head))
    for tokens in _contents(search):
        content = scene.span_of_tokens(tokens[0], tokens[-1])
        issue = first_issue(issues, content)
        if issue == "other" and kind in {"condition", "obstacle"}:
            issue = first_issue(issues, _clause(search))
        if not parties or (kind == "imputed_intention" and issue == "other"):
            continue
        if kind == "acceptance" and _negated(search):
            kind = "rejection"
        party = scene.participant(parties[0].mention, parties[0].via)
        why = (Why("cue", rule.name, cue), Why("party", f"roles/{parties[0].via}", parties[0].mention.span, from_=parties[0].mention.id),
               Why("content", "positions/complement", content))
        yield Position(
            id=record_id("positions", scene.article.id, content, kind), party=party, issue=issue, kind=kind, content=content,
            evidence=evidence, rule=rule.name, stance_by="imputed" if kind == "imputed_intention" else "stated",
            counterpart=_other(scene, party, others), document=_document(search), cue=cue, event=_event_at(events, cue, content),
            why=why, grounds="tree" if parties[0].via != "order" else "order")


def _negated(search: Search) -> bool:
    """A negation right before the cue: "would not accept" rejects."""
    tokens, words = search.scene.document.tokens, search.scene.language.realis.negation
    return any(token.norm in words for token in tokens[max(search.clause.first, search.hit.first.index - 2):search.hit.first.index])


def _clause(search: Search) -> Span:
    """The clause of a cue: a condition names its issue where it names the paper it burdens."""
    tokens = search.scene.document.tokens
    return search.scene.span_of_tokens(tokens[search.clause.first], tokens[search.clause.last - 1])


def _other(scene: Scene, party: Participant, found: tuple[Found, ...]) -> Participant | None:
    return next((other for one in found if (other := scene.participant(one.mention, one.via)).entity != party.entity), None)


# ── what is asked ────────────────────────────────────────────────────────────────────────────────────────────────────────

def _contents(search: Search) -> list[tuple[Token, ...]]:
    """What stands after the cue, one stretch for each thing asked; of a nominal cue, the noun phrase itself."""
    tokens = search.scene.document.tokens
    sentence = search.scene.document.sentence_of(search.hit.head)
    if search.hit.trigger.noun:
        return [_noun_phrase(search)]
    named = search.hit.last.pos == "NOUN" and search.hit.size > 1  # "set new conditions for peace": the conditions are the content
    first = search.hit.last.index + (0 if named else 1)
    while first < sentence.last and tokens[first].norm in search.scene.language.talks.openers:
        first += 1
    last = first
    while last < sentence.last and tokens[last].norm not in CLOSING and not _leaves(search, tokens[last], first):
        last += 1
    return [part for part in _parallel(search, tokens[first:last]) if part]


def _leaves(search: Search, token: Token, first: int) -> bool:
    """A comma and a breaking word after it end the content, and so does a breaking word itself once something was said."""
    breaks = search.scene.language.grammar.breaks
    if token.index <= first:
        return False
    before = search.scene.document.tokens[token.index - 1]
    after = search.scene.document.tokens[token.index + 1] if token.index + 1 < len(search.scene.document.tokens) else None
    if token.norm == ",":
        return after is None or after.norm in breaks or after.pos in {"VERB", "PRON"}
    if token.norm in search.scene.language.grammar.joins and after is not None and _acts(search, first, after):
        return True
    return token.norm in breaks and before.norm != ","


def _acts(search: Search, first: int, verb: Token) -> bool:
    """A verb joined to a thing wanted is the party's next act: "meminta hak … dan menolak …"."""
    lead = _lead(search.scene.document.tokens[first:verb.index - 1])
    return verb.pos == "VERB" and lead is not None and lead.pos == "NOUN"


def _noun_phrase(search: Search) -> tuple[Token, ...]:
    """The nominal cue with its agent, up to the next preposition of a paper or the end of the clause."""
    tokens, links = search.scene.document.tokens, search.scene.language.talks.links
    last = search.hit.last.index + 1
    while last < search.clause.last and tokens[last].norm not in links and tokens[last].norm not in CLOSING and tokens[last].norm != ",":
        last += 1
    return tokens[search.hit.first.index:last]


def _parallel(search: Search, content: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
    """The content cut where a conjunction or a comma joins words built alike: the parser hangs the second wrongly half of the time."""
    if members := _listed(content, search.scene.language.grammar.joins):
        yield from members
        return
    joins = {*search.scene.language.grammar.joins, ","}
    start = 0
    for i in range(1, len(content) - 1):
        if content[i].norm in joins and _alike(_lead(content[start:i]), _lead(content[i + 1:])):
            yield content[start:i] if content[i - 1].norm != "," else content[start:i - 1]
            start = i + 1
    yield content[start:]


def _listed(content: tuple[Token, ...], joins: tuple[str, ...]) -> list[tuple[Token, ...]]:
    """The members of a list of three or more that a conjunction closes, each a thing with its complement ("an end to the raids, the
    return of refugees and the deployment of monitors"); else nothing."""
    cuts = [i for i, token in enumerate(content) if token.norm == ","]
    last = next((i for i in range(len(content) - 1, cuts[0] if cuts else 0, -1) if content[i].norm in joins), None)
    if not cuts or last is None:
        return []
    bounds = sorted({-1, *cuts, last, len(content)})
    members = [content[a + 1:b] for a, b in pairwise(bounds) if b > a + 1]
    leads = [_lead(member) for member in members]
    whole = all(lead is not None and lead.pos == "NOUN" and lead is not member[-1] for lead, member in zip(leads, members, strict=True))
    return members if whole and len(members) > 2 else []


def _lead(words: tuple[Token, ...]) -> Token | None:
    """The first word that carries meaning."""
    return next((word for word in words if word.pos not in {"DET", "ADP", "PUNCT", "ADV", "ADJ", "PART", "SCONJ", "PRON", "NUM"}), None)


def _alike(one: Token | None, other: Token | None) -> bool:
    """Two verbs, or two nouns with the same beginning and end ("pe-…-an") or the same end ("-al", "-ion")."""
    if one is None or other is None or one.pos == other.pos == "PROPN":
        return False
    if one.pos == other.pos == "VERB":
        return True
    ends = one.norm[-AFFIX:] == other.norm[-AFFIX:]
    return ends and one.norm[:AFFIX] == other.norm[:AFFIX] and len(one.norm) > 2 * AFFIX


def _document(search: Search) -> Span | None:
    """The paper a position burdens: a document word after one of the linking prepositions."""
    talks, scene = search.scene.language.talks, search.scene
    clause = scene.document.tokens[search.hit.last.index + 1:search.clause.last]
    for first, last, _ in scene.language.document_phrases.find(clause):
        if first and clause[first - 1].norm in talks.links:
            while last < len(clause) and clause[last].pos in {"NOUN", "PROPN", "ADJ"}:
                last += 1
            return scene.span_of_tokens(clause[first], clause[last - 1])
    return None


def _event_at(events: tuple[Event, ...], cue: Span, content: Span) -> str | None:
    return next((event.id for event in events if any(t.span.overlaps(cue) or t.span.overlaps(content) for t in event.told)), None)
