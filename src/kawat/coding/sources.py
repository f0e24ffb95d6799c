"""What kind of source a phrase or a speaker is."""

from __future__ import annotations

from dataclasses import replace

from kawat.coding.phrases import Phrase, head_of, mention_in, phrase_before, span_of_phrase
from kawat.coding.scene import Scene
from kawat.coding.speakers import Speaker, is_plural
from kawat.lexicon.cues import HopRow
from kawat.lexicon.outlets import outlets
from kawat.nouns.mention import Mention
from kawat.nouns.record import Hop, HopKind, Relation
from kawat.nouns.text import Span

STATE = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
MEDIA = frozenset({"outlet", "agency", "broadcaster"})
VAGUE = frozenset({"other", "organisation"})


def hop_of_phrase(scene: Scene, phrase: Phrase, relation: Relation, cue: Span) -> Hop:
    """The hop of a phrase that is no speaker: the medium that passes on, or whom it cites."""
    span = _named_inside(scene, phrase) or span_of_phrase(scene, phrase)
    return _hop(scene, span, mention_in(scene, phrase), phrase, relation, cue)


def hop_of_speaker(scene: Scene, speaker: Speaker, relation: Relation, cue: Span) -> Hop:
    """The hop of a speaker: the words beside the cue, or, behind a pronoun or description, those that name."""
    naming = speaker.naming
    names = (not speaker.new and speaker.mention.kind != "pronoun") or speaker.phrase.text == naming.span.text
    span = speaker.phrase if names else naming.span
    hop = _hop(scene, span, naming, Phrase(naming.first, naming.last), relation, cue)
    return hop if naming.plural is None or hop.named else replace(hop, plural=naming.plural)


def _hop(scene: Scene, span: Span, mention: Mention | None, phrase: Phrase, relation: Relation, cue: Span) -> Hop:
    """The hop of some words: kind and right name by the list of outlets, else by the words, else by whom they mention."""
    known = outlets().find(span.text)
    if known:
        return Hop(known.kind, span, known.name, relation, cue)
    kind = _kind(scene, span, mention)
    kind = (described_kind(scene, phrase) or kind) if kind in VAGUE else kind
    named = _has_name(scene, span, mention)
    name = (mention.name if mention and mention.actor else None) or span.text if named else None
    return Hop(kind, span, name, relation, cue, named, None if named else is_plural(scene, phrase))


def _kind(scene: Scene, span: Span, mention: Mention | None) -> HopKind:
    """The kind of a source by its words, by those its chain is named with, or by who it is; a body's document is the body's word."""
    if _titled(scene, span):
        return "outlet"
    row = _row(scene, span) or (_row(scene, mention.span) if mention and mention.kind == "person" else None)
    if row is None or (row.kind == "witness" and mention and mention.kind == "person"):
        return _kind_of_mention(mention)
    if row.kind != "document":
        return row.kind
    issuer = next((m for m in scene.mentions if m.kind in {"organisation", "country"} and span.holds(m.span) and m.span != span), None)
    if issuer:
        return _kind_of_mention(issuer)
    other = _row(scene, span, but="document")
    return other.kind if other else "document"


def _titled(scene: Scene, span: Span) -> bool:
    """True where a name has the form of a paper's ("the Karachi Morning Post", "Radar Bogor")."""
    names = [t.norm for t in scene.document.between(span.start or 0, span.end or 0) if t.text[:1].isupper()]
    return len(names) > 1 and bool({names[0], names[-1]} & scene.language.cues.words["papers"])


def _row(scene: Scene, span: Span, but: HopKind | None = None) -> HopRow | None:
    tokens = scene.document.between(span.start or 0, span.end or 0)
    return scene.language.cues.kind_of(" ".join(t.norm for t in tokens), but)


def _kind_of_mention(mention: Mention | None) -> HopKind:
    if mention is None:
        return "other"
    if mention.kind == "country" or mention.sector in STATE:
        return "official"
    if mention.kind == "organisation":
        return "organisation"
    return "official" if mention.kind == "person" and mention.public else "other"


def _has_name(scene: Scene, span: Span, mention: Mention | None) -> bool:
    """True where a source is named: not "Turkish officials", whatever its capitals; the first word of a sentence proves nothing."""
    if mention and (mention.kind == "country" or mention.actor or (mention.kind == "person" and mention.name)):
        return True
    words, tokens = scene.language.cues.words, scene.document.between(span.start or 0, span.end or 0)
    if {t.norm for t in tokens} & words["unnamed"]:
        return False
    opens = len(tokens) > 1 and scene.document.sentence_of(tokens[0]).first == tokens[0].index
    return any(t.text[:1].isupper() and t.norm not in words["articles"] for t in (tokens[1:] if opens else tokens))


def described_kind(scene: Scene, phrase: Phrase) -> HopKind | None:
    """The kind of medium that stands in apposition before a name: "kantor berita Norland, Nordpres"."""
    tokens = scene.document.tokens
    if phrase.first < 2 or tokens[phrase.first - 1].norm != ",":
        return None
    before = phrase_before(scene, phrase.first - 1, scene.document.sentence_of(tokens[phrase.first]).first)
    row = _row(scene, span_of_phrase(scene, before)) if before else None
    return row.kind if row and row.kind in MEDIA else None


def is_medium(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase names an outlet, an agency or a broadcaster."""
    return _named_inside(scene, phrase) is not None or _kind(scene, span_of_phrase(scene, phrase), mention_in(scene, phrase)) in MEDIA


def names_source(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase names somebody, or words that can be a source: "citing officials", not "citing domestic opposition"."""
    mention = mention_in(scene, phrase)
    somebody = mention is not None and mention.kind in {"person", "organisation", "country"}
    somebody = somebody or head_of(scene, phrase).norm in scene.language.cues.words["unnamed"]
    return somebody or is_medium(scene, phrase) or _kind(scene, span_of_phrase(scene, phrase), mention) != "other"


def is_actor(scene: Scene, phrase: Phrase) -> bool:
    """True where the page's mentions know who a phrase names."""
    mention = mention_in(scene, phrase)
    return mention is not None and mention.actor is not None


def is_bare_name(scene: Scene, phrase: Phrase) -> bool:
    """True for capitals alone that name nobody and nothing the page tells more of: no title, no list knows them, told but once."""
    tokens, view = scene.document.tokens[phrase.first:phrase.last], scene.article.view
    mention = mention_in(scene, phrase)
    unknown = mention is None or not (mention.actor or mention.sector or mention.kind == "country" or mention.basis not in {"named", None})
    names = [t for t in tokens if t.norm not in scene.language.cues.words["articles"]]
    once = bool(names) and view.count(view[names[0].start:names[-1].end]) == 1
    person = mention is not None and mention.kind == "person" and len(names) > 1
    placed = scene.mentions.over(phrase.last - 1, {"place"}) is not None
    return unknown and once and not person and not placed and all(t.text[:1].isupper() for t in names)


def is_single_medium(scene: Scene, phrase: Phrase) -> bool:
    """True where a phrase is one medium and not the press at large ("told news outlets")."""
    return is_medium(scene, phrase) and (_named_inside(scene, phrase) is not None or is_plural(scene, phrase) is not True)


def anonymous(scene: Scene, hop: Hop, phrase: Phrase) -> Hop:
    """The hop of a phrase, unnamed where the sentence goes on to say that the source would not be named."""
    first = scene.document.tokens[phrase.first]
    said = scene.article.view[first.end:scene.document.sentence_of(first).end].lower()
    if not any(phrase in said for phrase in scene.language.cues.file.anonymity):
        return hop
    return replace(hop, kind="unnamed", name=None, named=False)


def _named_inside(scene: Scene, phrase: Phrase) -> Span | None:
    """The name of a medium inside a longer phrase ("media ABC News", "the Interfax agency"), None where there is none."""
    ends = [(first, phrase.last) for first in range(phrase.first, phrase.last)]
    starts = [(first, last) for last in range(phrase.last - 1, phrase.first, -1) for first in (phrase.first, phrase.first + 1)]
    for first, last in [*ends, *(pair for pair in starts if pair[0] < pair[1])]:
        span = span_of_phrase(scene, Phrase(first, last))
        if span.text[:1].isupper() and outlets().find(span.text):
            return span
    return None
