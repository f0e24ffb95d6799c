"""Who speaks: a phrase or a clitic beside a cue becomes a participant, with a new mention where the page's mentions have none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kawat.coding.phrases import Phrase, head_of, mention_in
from kawat.coding.scene import Scene
from kawat.nouns.mention import Link, Mention, MentionKind
from kawat.nouns.record import Participant, record_id
from kawat.nouns.text import Span

REDUPLICATED = re.compile(r"(\w{3,})-\1")
DOCUMENT_WITHIN = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever a cue says speaks: `mention` is the place in the text, `naming` whom it stands for, `phrase` the words as they stand."""

    mention: Mention
    naming: Mention
    phrase: Span
    new: bool = False
    resolved: bool = True

    def participant(self, scene: Scene, via: str) -> Participant:
        """The participant of a record: the naming span, and the pronoun's where the two differ."""
        head = scene.document.tokens[self.naming.head]
        kind = self.naming.kind if self.naming.kind in {"person", "organisation", "country", "group"} else None
        return Participant(
            span=self.naming.span, head=scene.span(head.start, head.end), mention_id=self.mention.id, entity=self.naming.entity,
            actor=self.naming.actor, name=self.naming.name, country=self.naming.country, sector=self.naming.sector, kind=kind,
            public=self.naming.public, basis=self.naming.basis if self.naming is self.mention else "coreference", via=via,
            mention=None if self.naming is self.mention else self.mention.span)


def speaker_of(scene: Scene, phrase: Phrase, earlier: tuple[Speaker, ...], content: int | None = None) -> Speaker:
    """The speaker a phrase names: an existing mention, what its chain is called, or a new mention over the phrase.

    `content` is where what is said starts: whoever is named behind it is spoken of and does not speak.
    """
    span = _phrase_span(scene, phrase)
    mention = mention_in(scene, phrase)
    if mention and mention.kind != "pronoun":
        named = scene.mentions.naming(mention)
        return Speaker(mention, named, span)
    if mention or scene.document.tokens[phrase.first].norm in scene.language.cues.words["third"]:
        return _pronoun(scene, phrase, span, mention, earlier, content)
    return _described(scene, phrase, span, earlier)


def clitic_speaker(scene: Scene, token_index: int, earlier: tuple[Speaker, ...], content: int) -> Speaker | None:
    """The speaker behind -nya: the last one who spoke, else the last person named before."""
    token = scene.document.tokens[token_index]
    clitic = next((c for c in scene.language.cues.file.clitics if token.norm.endswith(c)), token.norm)
    span = scene.span(token.end - len(clitic), token.end)
    named = _last_named(scene, min(token.start, content), earlier, personal=clitic in scene.language.cues.words["personal"])
    if named is None:
        return None
    link = Link(named.id, f"{scene.language.code}/speech/clitic")
    mention = Mention(record_id("mentions", scene.article.id, span, "pronoun"), span, "pronoun", token_index, token_index + 1, token_index,
                      entity=named.entity, naming=named.id, link=link, why="speech clitic")
    return Speaker(mention, named, span, new=True)


def _pronoun(scene: Scene, phrase: Phrase, span: Span, mention: Mention | None, earlier: tuple[Speaker, ...],
             content: int | None) -> Speaker:
    """A pronoun stands for whom the mentions say; where they are silent, for the last speaker."""
    if mention and scene.mentions.naming(mention) is not mention:
        return Speaker(mention, scene.mentions.naming(mention), span)
    own = mention or _new_mention(scene, phrase, span, "pronoun", len(earlier))
    token = scene.document.tokens[phrase.first]
    before = token.start if content is None else min(token.start, content)
    named = _last_named(scene, before, earlier, personal=token.norm in scene.language.cues.words["personal"])
    if named is None:
        return Speaker(own, own, span, new=mention is None, resolved=False)
    return Speaker(replace(own, entity=named.entity, naming=named.id, link=Link(named.id, f"{scene.language.code}/speech/pronoun")),
                   named, span, new=True)


def _described(scene: Scene, phrase: Phrase, span: Span, earlier: tuple[Speaker, ...]) -> Speaker:
    """A description without a name: the earlier speaker it takes up ("pejabat itu"), else somebody new."""
    own = _new_mention(scene, phrase, span, "group", len(earlier))
    known = _same_words(scene, span) or _taken_up(scene, phrase, earlier)
    if known is None:
        return Speaker(own, own, span, new=True)
    link = Link(known.id, f"{scene.language.code}/speech/description")
    return Speaker(replace(own, entity=known.entity, naming=known.id, link=link), known, span, new=True)


def _same_words(scene: Scene, span: Span) -> Mention | None:
    """The mention elsewhere on the page that has the same capitalised words."""
    if not span.text[:1].isupper():
        return None
    return next((scene.mentions.naming(m) for m in scene.mentions if m.span.text == span.text and m.span.start != span.start), None)


def _taken_up(scene: Scene, phrase: Phrase, earlier: tuple[Speaker, ...]) -> Mention | None:
    """Who "that official" is: the last earlier speaker with the same head noun, else, for a spokesperson, the last person who spoke."""
    words = scene.language.cues.words
    inside = [t.norm for t in scene.document.tokens[phrase.first:phrase.last]]
    if not {inside[0], inside[-1]} & words["definite"]:
        return None
    head = head_of(scene, phrase).norm
    same = next((s.naming for s in reversed(earlier) if head in f"{s.phrase.text} {s.naming.span.text}".lower().split()), None)
    row = scene.language.cues.kind_of(head)
    if row and row.kind == "document" and earlier and not same and _named_before(scene, phrase, head):
        return earlier[-1].naming
    if same or row is None or row.kind != "spokesperson":
        return same
    return next((s.naming for s in reversed(earlier) if s.naming.kind == "person"), None)


def _named_before(scene: Scene, phrase: Phrase, head: str) -> bool:
    """True where a noun stood a sentence or two before: "a statement by the ministry … the statement said"."""
    return any(t.norm == head for t in scene.document.tokens[max(0, phrase.first - DOCUMENT_WITHIN):phrase.first])


def _last_named(scene: Scene, position: int, earlier: tuple[Speaker, ...], personal: bool) -> Mention | None:
    """The last speaker before a position if a person; else the last person named since, else the last person who spoke, else anybody."""
    last = earlier[-1] if earlier else None
    if last and last.naming.kind in {"person", "pronoun"}:
        return last.naming
    since = last.mention.span.end or 0 if last else 0
    people = [m for m in scene.mentions if m.kind == "person" and m.span.start is not None and since <= m.span.start < position]
    if people:
        return scene.mentions.naming(people[-1])
    spoke = [one.naming for one in earlier if one.naming.kind == "person"] if personal else []
    return spoke[-1] if spoke else last.naming if last else None


def _new_mention(scene: Scene, phrase: Phrase, span: Span, kind: MentionKind, count: int) -> Mention:
    first = next(t.index for t in scene.document.tokens[phrase.first:phrase.last] if t.start >= (span.start or 0))
    country = next((m.country for m in scene.mentions if m.first >= phrase.first and m.last <= phrase.last and m.country), None)
    return Mention(record_id("mentions", scene.article.id, span, kind), span, kind, first, phrase.last, head_of(scene, phrase).index,
                   entity=f"s{count + 1}", country=country, plural=is_plural(scene, phrase), why="speaker of a cue")


def is_plural(scene: Scene, phrase: Phrase) -> bool | None:
    """True or false where the words mark number, None where they say nothing ("sumber keamanan")."""
    cues, norms = scene.language.cues, [t.norm for t in scene.document.tokens[phrase.first:phrase.last]]
    if set(norms) & cues.words["plurals"] or REDUPLICATED.search("".join(norms)):
        return True
    if set(norms) & cues.words["singulars"]:
        return False
    endings = cues.file.plural_endings
    return head_of(scene, phrase).norm.endswith(endings) if endings else None


def _phrase_span(scene: Scene, phrase: Phrase) -> Span:
    return scene.span_of_tokens(scene.document.tokens[phrase.first], scene.document.tokens[phrase.last - 1])
