"""What kind of source a phrase or a speaker is."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.phrases import Phrase, mention_in, phrase_before
from kawat.coding.scene import Scene
from kawat.coding.speakers import Speaker, is_plural
from kawat.lexicon.outlets import outlets
from kawat.nouns.document import Sentence
from kawat.nouns.mention import Mention
from kawat.nouns.record import Hop, HopKind, Relation
from kawat.nouns.text import Span

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
MEDIA = frozenset({"outlet", "agency", "broadcaster"})


def hop_of_phrase(scene: Scene, phrase: Phrase, relation: Relation, cue: Span) -> Hop:
    """The hop of a phrase that is no speaker: the medium that passes on, or whom it cites."""
    span = scene.span_of_tokens(scene.document.tokens[phrase.first], scene.document.tokens[phrase.last - 1])
    mention = mention_in(scene, phrase)
    inner = _named_inside(scene, phrase)
    kind, name, named = _kind(scene, span.text, mention, inner, _opens_sentence(scene, phrase))
    kind = described_kind(scene, phrase) or kind if kind == "other" or kind == "organisation" else kind
    return Hop(kind, inner or span, name, relation, cue, named, None if named else is_plural(scene, phrase))


def hop_of_speaker(scene: Scene, speaker: Speaker, relation: Relation, cue: Span) -> Hop:
    """The hop of a speaker: the words beside the cue, or, behind a pronoun or description, those that name."""
    naming = speaker.naming
    span = naming.span if speaker.new or speaker.mention.kind == "pronoun" else speaker.phrase
    phrase = Phrase(naming.first, naming.last)
    kind, name, named = _kind(scene, span.text, naming, None, _opens_sentence(scene, phrase))
    kind = described_kind(scene, phrase) or kind if kind == "other" or kind == "organisation" else kind
    plural = naming.plural if naming.plural is not None else is_plural(scene, phrase)
    return Hop(kind, span, name, relation, cue, named, None if named else plural)


def described_kind(scene: Scene, phrase: Phrase) -> HopKind | None:
    """The kind of medium that stands in apposition before a name: "kantor berita Norland, Nordpres"."""
    tokens = scene.document.tokens
    if phrase.first < 2 or tokens[phrase.first - 1].norm != ",":
        return None
    floor = scene.document.sentence_of(tokens[phrase.first]).first
    before = phrase_before(scene, phrase.first - 1, floor)
    row = scene.language.cues.kind_of(" ".join(t.norm for t in tokens[before.first:before.last])) if before else None
    return row.kind if row and row.kind in MEDIA else None


def is_medium(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase names an outlet, an agency or a broadcaster."""
    span = scene.span_of_tokens(scene.document.tokens[phrase.first], scene.document.tokens[phrase.last - 1])
    return _kind(scene, span.text, mention_in(scene, phrase), _named_inside(scene, phrase), False)[0] in MEDIA


def is_single_medium(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase is one medium and not the press at large ("told news outlets")."""
    return is_medium(scene, phrase) and (_named_inside(scene, phrase) is not None or is_plural(scene, phrase) is not True)


def anonymous(scene: Scene, hop: Hop, sentence: Sentence) -> Hop:
    """The hop, unnamed where its sentence says that the source would not be named."""
    said = scene.article.view[sentence.start:sentence.end].lower()
    if not any(phrase in said for phrase in scene.language.cues.file.anonymity):
        return hop
    return replace(hop, kind="unnamed", name=None, named=False)


def _named_inside(scene: Scene, phrase: Phrase) -> Span | None:
    """The name of a medium inside a longer phrase ("media ABC News", "kantor berita Turki, Anadolu"), None where the phrase is no more."""
    tokens = scene.document.tokens
    ends = [(first, phrase.last) for first in range(phrase.first, phrase.last)]
    starts = [(first, last) for last in range(phrase.last - 1, phrase.first, -1) for first in (phrase.first, phrase.first + 1)]
    for first, last in [*ends, *(pair for pair in starts if pair[0] < pair[1])]:
        span = scene.span_of_tokens(tokens[first], tokens[last - 1])
        if span.text[:1].isupper() and outlets().find(span.text):
            return span
    return None


def _kind(scene: Scene, text: str, mention: Mention | None, inner: Span | None, opens: bool) -> tuple[HopKind, str | None, bool]:
    """Kind and right name of a source, and whether it is named: by the list of outlets, by its words, by who it is."""
    known = outlets().find(inner.text if inner else text)
    if known:
        return known.kind, known.name, True
    row = scene.language.cues.kind_of(" ".join(text.lower().split()))
    capital = _has_name(scene, text, mention, opens)
    name = (mention.name or text if mention and mention.actor else text) if capital else None
    if row and (row.kind != "witness" or not capital):
        return row.kind, name, capital and row.named
    return _kind_of_mention(mention), name, capital


def _opens_sentence(scene: Scene, phrase: Phrase) -> bool:
    first = scene.document.tokens[phrase.first]
    return scene.document.sentence_of(first).first == first.index


def _kind_of_mention(mention: Mention | None) -> HopKind:
    if mention is None:
        return "other"
    if mention.kind == "country" or mention.sector in STATE:
        return "official"
    if mention.kind == "organisation":
        return "organisation"
    return "official" if mention.kind == "person" and mention.public else "other"


def _has_name(scene: Scene, text: str, mention: Mention | None, opens: bool) -> bool:
    """True where a source is named: not "Turkish officials", whatever its capitals; the first word of a sentence proves nothing."""
    if mention and (mention.kind in {"person", "country"} or mention.actor):
        return True
    words = text.split()
    if {w.lower() for w in words} & scene.language.cues.words["unnamed"]:
        return mention is not None and mention.kind == "person"
    proving = words[1:] if opens and len(words) > 1 else words
    return any(w[:1].isupper() for w in proving if w.lower() not in scene.language.cues.words["articles"])
