"""The order of coding: speech, events, issues, figures, positions, negotiations, labels, one event a page, and voice last."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.answers import answered
from kawat.coding.claims import claimed
from kawat.coding.contexts import contexts_of
from kawat.coding.events import single_events
from kawat.coding.figures import figures, withheld
from kawat.coding.issues import issue_mentions, issues_in
from kawat.coding.labels import labels
from kawat.coding.negotiations import negotiations
from kawat.coding.positions import positions
from kawat.coding.sameness import one_event_each
from kawat.coding.scene import Scene
from kawat.coding.speech import speech
from kawat.coding.turns import OBLIGATION
from kawat.coding.voice import voice
from kawat.nouns.mention import Place
from kawat.nouns.mentions import Mentions
from kawat.nouns.reading import Reading
from kawat.nouns.record import Event, IssueMention, Statement, Why


def code(scene: Scene, fingerprint: str) -> Reading:
    """The reading of a page: all its records, under the fingerprint of what coded them."""
    spoken = speech(scene)
    if spoken.mentions:
        known = {m.id: m for m in (*scene.mentions.all, *spoken.mentions)}  # speech binds pronouns anew, under their own ids
        scene = replace(scene, mentions=Mentions(tuple(sorted(known.values(), key=lambda m: (m.first, -m.last)))))
    about = issue_mentions(scene)
    single = single_events(scene)
    said = answered(scene, claimed(scene, tuple(_with_speaker(scene, event, spoken.statements) for event in single.events)))
    events = tuple(_with_issues(scene, event, about) for event in one_event_each(scene, said))
    counted = figures(scene, events, spoken.statements)
    stances = positions(scene, events, about)
    talks = negotiations(scene, about)
    loaded = labels(scene, events, spoken.statements)
    return Reading(
        article=scene.article, fingerprint=fingerprint, dateline_place=_dateline_place(scene),
        events=voice(events, spoken, scene.article), figures=voice(counted, spoken, scene.article), statements=spoken.statements,
        positions=voice(stances, spoken, scene.article), negotiations=voice(talks, spoken, scene.article),
        attributions=spoken.attributions, labels=voice(loaded, spoken, scene.article), mentions=scene.mentions.all, issues=about,
        abstained=(*single.abstained, *withheld(scene)))


def _dateline_place(scene: Scene) -> Place | None:
    """The place of the dateline where the mention layer resolved it."""
    line = scene.article.dateline
    if line is None:
        return None
    return next((m.place for m in scene.mentions if m.place is not None and m.span.overlaps(line)), None)


def _with_speaker(scene: Scene, event: Event, statements: tuple[Statement, ...]) -> Event:
    """Of words that are themselves the act ("Norland bertanggung jawab atas …", "they must withdraw"), the speaker is the actor."""
    owed = any(step.rule == OBLIGATION for step in event.why)
    if event.actors or not (owed or event.rule in scene.language.speaker_rules):
        return event
    told = [s for s in statements if s.speaker is not None and s.content.overlaps(event.trigger)]
    narrow = min(told, key=lambda s: (s.content.end or 0) - (s.content.start or 0), default=None)
    if narrow is None or narrow.speaker is None:
        return event
    step = Why("actors", "coding/speaker", narrow.cue, from_=narrow.id)
    return replace(event, actors=(narrow.speaker,), why=(*event.why, step))


def _with_issues(scene: Scene, event: Event, about: tuple[IssueMention, ...]) -> Event:
    issues = issues_in(about, event.evidence)
    return replace(event, issues=issues, contexts=contexts_of(scene, event, issues))
