"""Who speaks: a phrase or a clitic beside a cue becomes a participant, with a new mention where the page's mentions have none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from kawat.coding.cues import cues_of
from kawat.coding.phrases import Phrase, first_phrase, head_of, mention_in, span_of_phrase
from kawat.coding.scene import Scene
from kawat.coding.scope import behind_credit
from kawat.nouns.document import Sentence, Token
from kawat.nouns.mention import Link, Mention, MentionKind
from kawat.nouns.record import Participant, record_id
from kawat.nouns.text import Span

REDUPLICATED = re.compile(r"(\w{3,})-\1")
DOCUMENT_WITHIN = 60
SPOKE_WITHIN = 6
ONE_PERSON = frozenset({"official", "spokesperson", "unnamed", "witness"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever a cue says speaks: `mention` is the place in the text, `naming` whom it stands for, `phrase` the words as they stand."""

    mention: Mention
    naming: Mention
    phrase: Span
    new: bool = False
    resolved: bool = True

    @property
    def direct(self) -> bool:
        """True where the words beside the cue name the speaker themselves."""
        return self.naming.id == self.mention.id

    def participant(self, scene: Scene, via: str) -> Participant:
        """The participant of a record: the naming span, and the pronoun's where the two differ."""
        return scene.participant(self.mention, via, self.naming)


def speaker_of(scene: Scene, phrase: Phrase, earlier: tuple[Speaker, ...], content: int | None = None) -> Speaker:
    """The speaker a phrase names: an existing mention, what its chain is called, or a new mention over the phrase.

    `content` is where what is said starts: whoever is named behind it is spoken of and does not speak.
    """
    span = span_of_phrase(scene, phrase)
    mention = mention_in(scene, phrase)
    if mention and mention.kind != "pronoun":
        named = scene.mentions.naming(mention)
        known = _taken_up(scene, phrase, earlier) if named is mention and mention.kind in {"group", "person"} and not mention.name else None
        if known:
            return _linked(scene, mention, known, span)
        return Speaker(mention, _widened(mention, span) if named is mention else named, span)
    if mention or scene.document.tokens[phrase.first].norm in scene.language.cues.words["third"]:
        return _pronoun(scene, phrase, span, mention, earlier, content)
    return _described(scene, phrase, span, earlier)


def _widened(mention: Mention, span: Span) -> Mention:
    """The mention over the whole phrase, where it holds only its head ("union" of "the Unite union")."""
    whole = mention.kind == "person" and mention.name is not None
    return mention if whole or not span.holds(mention.span) else replace(mention, span=span)


def clitic_speaker(scene: Scene, token_index: int, earlier: tuple[Speaker, ...], content: int) -> Speaker | None:
    """The speaker behind -nya: the last one who spoke, else the last person named before."""
    token = scene.document.tokens[token_index]
    clitic = next((c for c in scene.language.cues.file.clitics if token.norm.endswith(c)), token.norm)
    span = scene.span(token.end - len(clitic), token.end)
    personal = clitic in scene.language.cues.words["personal"]
    named = _spoke_last(scene, token_index, earlier, personal) or (_office_opening(scene, token_index) if personal else None)
    named = named or _last_named(scene, min(token.start, content), earlier, personal)
    if named is None:
        return None
    link = Link(named.id, f"{scene.language.code}/speech/clitic")
    mention = Mention(record_id("mentions", scene.article.id, span, "pronoun"), span, "pronoun", token_index, token_index + 1, token_index,
                      entity=named.entity, naming=named.id, link=link, why="speech clitic")
    return Speaker(mention, named, span, new=True)


def _pronoun(scene: Scene, phrase: Phrase, span: Span, mention: Mention | None, earlier: tuple[Speaker, ...],
             content: int | None) -> Speaker:
    """A pronoun that speaks stands for who spoke last, else for whom the mentions say, else for whoever was named last."""
    token = scene.document.tokens[phrase.first]
    personal = token.norm in scene.language.cues.words["personal"]
    named = _spoke_last(scene, phrase.first, earlier, personal)
    if named is None and mention and scene.mentions.naming(mention) is not mention:
        return Speaker(mention, scene.mentions.naming(mention), span)
    own = mention or _new_mention(scene, phrase, span, "pronoun")
    before = token.start if content is None else min(token.start, content)
    named = named or (_office_opening(scene, phrase.first) if personal else None) or _last_named(scene, before, earlier, personal)
    if named is None:
        return Speaker(own, own, span, new=mention is None, resolved=False)
    return Speaker(replace(own, entity=named.entity, naming=named.id, link=Link(named.id, f"{scene.language.code}/speech/pronoun")),
                   named, span, new=True)


def _described(scene: Scene, phrase: Phrase, span: Span, earlier: tuple[Speaker, ...]) -> Speaker:
    """A description without a name: the earlier speaker it takes up ("pejabat itu"), else somebody new."""
    own = _new_mention(scene, phrase, span, "group")
    known = _same_words(scene, span) or _taken_up(scene, phrase, earlier)
    if known is None:
        return Speaker(own, own, span, new=True)
    return _linked(scene, own, known, span)


def _linked(scene: Scene, own: Mention, known: Mention, span: Span) -> Speaker:
    """The speaker behind a description that takes up an earlier one."""
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


def _spoke_last(scene: Scene, index: int, earlier: tuple[Speaker, ...], personal: bool) -> Mention | None:
    """The speaker just before a pronoun that speaks, or the person who has since taken the floor as a subject.

    None where the last speaker is no person and the pronoun asks for one, or spoke too long ago.
    """
    here = scene.document.sentence_of(scene.document.tokens[index])
    last = earlier[-1] if earlier else None
    since = scene.document.sentence_of(scene.document.tokens[last.mention.first]).index if last else max(-1, here.index - SPOKE_WITHIN)
    between = scene.document.sentences[since + 1:here.index]
    subjects = [_person_opening(scene, sentence) for sentence in between if sentence.part == "body"]
    taken = next((m for m in reversed(subjects) if m), None) if personal else None
    if taken or last is None or here.index - since > SPOKE_WITHIN:
        return taken
    return last.naming if not personal or _one_person(scene, last) else None


def _one_person(scene: Scene, speaker: Speaker) -> bool:
    """True where a speaker may be called he or she: a person, or a description of one and not of a paper."""
    if speaker.naming.kind != "group" or speaker.naming.plural:
        return speaker.naming.kind == "person"
    row = scene.language.cues.kind_of(" ".join(speaker.naming.span.text.lower().split()))
    words = speaker.naming.span.text.split()
    one = bool({w.lower() for w in words} & scene.language.cues.words["singulars"])
    return row.kind in ONE_PERSON if row else one or all(w[:1].isupper() for w in words)


def _person_opening(scene: Scene, sentence: Sentence) -> Mention | None:
    """The person a sentence starts with, under the best name."""
    cues = cues_of(scene, sentence, ())
    credited = bool(cues) and cues[0].first == sentence.first and cues[0].row.kind in {"credit", "citing"}
    phrase = first_phrase(scene, behind_credit(scene, sentence, cues[0]) if credited else sentence.first, sentence.last)
    mention = mention_in(scene, phrase) if phrase else None
    named = scene.mentions.naming(mention) if mention else None
    return named if named and named.kind == "person" else None


def _office_opening(scene: Scene, index: int) -> Mention | None:
    """The holder of an office, without a name, that opens the sentence before a pronoun that speaks ("Direktur rumah sakit … katanya")."""
    here = scene.document.sentence_of(scene.document.tokens[index])
    before = [s for s in scene.document.sentences[max(0, here.index - 2):here.index] if s.part == "body" and s.paragraph == here.paragraph]
    for sentence in reversed(before):
        phrase = first_phrase(scene, sentence.first, sentence.last)
        row = scene.language.cues.kind_of(head_of(scene, phrase).norm) if phrase else None
        if phrase and row and row.kind in {"official", "spokesperson"} and not is_plural(scene, phrase):
            mention, span = mention_in(scene, phrase), span_of_phrase(scene, phrase)
            return _widened(mention, span) if mention else _new_mention(scene, phrase, span, "group")
    return None


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


def _new_mention(scene: Scene, phrase: Phrase, span: Span, kind: MentionKind) -> Mention:
    first = next(t.index for t in scene.document.tokens[phrase.first:phrase.last] if t.start >= (span.start or 0))
    country = next((m.country for m in scene.mentions if m.first >= phrase.first and m.last <= phrase.last and m.country), None)
    return Mention(record_id("mentions", scene.article.id, span, kind), span, kind, first, phrase.last, head_of(scene, phrase).index,
                   entity=f"s{first}", country=country, plural=is_plural(scene, phrase), why="speaker of a cue")


def is_first_person(scene: Scene, token: Token) -> bool:
    """True for a word for I or we; "US" is none."""
    return token.norm in scene.language.cues.words["first"] and (len(token.text) == 1 or not token.text.isupper())


def is_plural(scene: Scene, phrase: Phrase) -> bool | None:
    """True or false where the words mark number, None where they say nothing ("sumber keamanan")."""
    cues, norms = scene.language.cues, [t.norm for t in scene.document.tokens[phrase.first:phrase.last]]
    if set(norms) & cues.words["plurals"] or REDUPLICATED.search("".join(norms)):
        return True
    if set(norms) & cues.words["singulars"]:
        return False
    endings = cues.file.plural_endings
    return head_of(scene, phrase).norm.endswith(endings) if endings else None
