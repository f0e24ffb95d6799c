"""Speech: what a page reports as said, and on whose word it says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kawat.coding.attributions import Passing, backward, backward_scope, cited_in, credited, passing, spoken
from kawat.coding.bylines import article_credits
from kawat.coding.credits import Credit
from kawat.coding.quotes import Quotation, quotations
from kawat.coding.scene import Scene
from kawat.coding.scope import Content
from kawat.coding.speakers import Speaker, is_first_person, speaker_of
from kawat.coding.stands import Frame
from kawat.coding.statements import Said, hearer_of, said, statement_of
from kawat.nouns.document import Token
from kawat.nouns.mention import Link, Mention
from kawat.nouns.record import Attribution, Scope, Statement, record_id

FINAL = " .,;:"


@dataclass(frozen=True, slots=True)
class Speech:
    """The statements, chains and quotations of a page, and the mentions bound on the way: clitics, first persons, unnamed speakers."""

    statements: tuple[Statement, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    quoted: tuple[Scope, ...]


def speech(scene: Scene) -> Speech:
    """Who said what, and on whose word, over the body of one article."""
    quoted = quotations(scene.article)
    passed = passing(scene, quoted)
    spoken_here = (*said(scene, quoted), *(one for here in passed.values() for one in _looking_back(scene, here)))
    whole = (replace(one, hearer=hearer_of(scene, one), cited=_cited(scene, one, passed.get(one.sentence.index))) for one in spoken_here)
    ordered = tuple(sorted(whole, key=lambda s: (s.content.start, s.frame.cue.first)))
    credits = {index: credited(scene, here, ordered) for index, here in passed.items()}
    records = [_record(scene, one, passed, credits) for one in ordered]
    chains = [*(chain for _, chain in records if chain), *(one for here in credits.values() for one in here),
              *(one for here in passed.values() for one in backward(scene, here)), *article_credits(scene)]
    mentions = _mentions(scene, ordered, quoted)
    return Speech(tuple(record for record, _ in records), _by_place(chains), mentions, tuple(Scope(q.start, q.end) for q in quoted))


def _record(scene: Scene, one: Said, passed: dict[int, Passing],
            credits: dict[int, tuple[Attribution, ...]]) -> tuple[Statement, Attribution | None]:
    """The statement and its chain; what looks back has its chain from the sentence that credits it."""
    here = passed.get(one.sentence.index)
    via = tuple(chain.id for chain in credits.get(one.sentence.index, ()))
    if one.frame.cue.row.kind == "backward":
        return statement_of(scene, one, via), None
    chain = spoken(scene, one, here)
    return statement_of(scene, one, (*via, chain.id) if chain and one.cited else via), chain


def _cited(scene: Scene, one: Said, here: Passing | None) -> Speaker | None:
    phrase = cited_in(scene, one, here)
    return speaker_of(scene, phrase, ()) if phrase else None


def _looking_back(scene: Scene, here: Passing) -> Iterator[Said]:
    """What a sentence like "Demikian laporan Anadolu." reports: the sentences of its paragraph before it."""
    for credit in here.backward:
        reach = backward_scope(scene, here.sentence)
        if reach and reach[1] == "backward":
            yield _backward_said(scene, here, credit, reach[0][0])


def _backward_said(scene: Scene, here: Passing, credit: Credit, scope: Scope) -> Said:
    view = scene.article.view
    end = scope.start + len(view[scope.start:scope.end].rstrip(FINAL + "\n"))
    content = Content(scope.start, end, "indirect")
    frame = Frame(credit.cue, credit.phrases[0], content, credit.behind, "backward")
    return Said(frame, speaker_of(scene, credit.phrases[0], ()), here.sentence, content)


def _by_place(chains: list[Attribution]) -> tuple[Attribution, ...]:
    """The chains by where they answer, each id once."""
    once = {chain.id: chain for chain in chains}
    return tuple(sorted(once.values(), key=lambda chain: (chain.scope.start, chain.scope.end)))


# ── mentions bound on the way ──

def _mentions(scene: Scene, spoken_here: tuple[Said, ...], quoted: tuple[Quotation, ...]) -> tuple[Mention, ...]:
    """The new or newly linked mentions: speakers, clitics, and first persons inside what a single speaker is quoted with."""
    speakers = [who for one in spoken_here for who in (one.hearer, one.cited, one.speaker) if who]
    new = {who.mention.id: who.mention for who in speakers if who.new}
    for one in spoken_here:
        if one.speaker and one.content.mode != "indirect":
            new.update({m.id: m for m in _first_persons(scene, one, one.speaker.naming, quoted)})
    return tuple(sorted(new.values(), key=lambda m: (m.first, m.last)))


def _first_persons(scene: Scene, one: Said, naming: Mention, quoted: tuple[Quotation, ...]) -> Iterator[Mention]:
    """The words for I and we inside a quotation stand for its speaker."""
    for token in scene.document.between(one.content.start, one.content.end):
        if is_first_person(scene, token) and any(q.holds(token.start) for q in quoted):
            yield _bound(scene, token, naming)


def _bound(scene: Scene, token: Token, naming: Mention) -> Mention:
    span = scene.span(token.start, token.end)
    link = Link(naming.id, f"{scene.language.code}/speech/first_person")
    known = scene.mentions.over(token, {"pronoun"})
    own = known or Mention(record_id("mentions", scene.article.id, span, "pronoun"), span, "pronoun",
                           token.index, token.index + 1, token.index)
    return replace(own, entity=naming.entity, naming=naming.id, link=link, why="first person in a quotation")
