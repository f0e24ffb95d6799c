"""Through whom the words of a sentence passed: agencies and outlets credited, sources they cite, media a speaker spoke to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kawat.coding.cues import Cue, cue_span
from kawat.coding.phrases import Phrase, behind_by, is_time, phrase_after, phrase_before
from kawat.coding.scene import Scene
from kawat.coding.sources import anonymous, hop_of_phrase, is_actor, is_medium, is_single_medium, names_source
from kawat.coding.tails import CLOSING, skip_oblique
from kawat.nouns.document import Sentence
from kawat.nouns.record import Hop

MEDIUM_WITHIN = 7
APPOSED_WITHIN = 10
SAYING = frozenset({"verb", "act", "stem", "preposition"})
PASSED_ON = frozenset({"verb", "stem", "preposition"})  # cues by which a medium may close the sentence of another's words
ADJACENT = 2


@dataclass(frozen=True, slots=True)
class Credit:
    """A cue of passing on with the phrases it names (more than one where media are joined) and the token behind them."""

    cue: Cue
    phrases: tuple[Phrase, ...]
    behind: int

    def hops(self, scene: Scene) -> tuple[Hop, ...]:
        """One hop for each medium named; whoever is credited by a name nobody knows is an outlet."""
        found = [hop_of_phrase(scene, phrase, self.cue.row.relation, cue_span(scene, self.cue)) for phrase in self.phrases]
        passes_on = self.cue.row.kind == "credit"
        if self.cue.row.kind == "citing":
            found = [anonymous(scene, hop, phrase) for hop, phrase in zip(found, self.phrases, strict=True)]
        unknown = [passes_on and hop.kind == "other" and hop.named for hop in found]
        return tuple(replace(hop, kind="outlet") if nobody and not is_actor(scene, phrase) else hop
                     for hop, nobody, phrase in zip(found, unknown, self.phrases, strict=True))


def credits_of(scene: Scene, sentence: Sentence, cues: tuple[Cue, ...]) -> tuple[Credit, ...]:
    """The credits and citations of a sentence, left to right."""
    return tuple(c for cue in cues if (c := _credit(scene, sentence, cue, cues)))


def _credit(scene: Scene, sentence: Sentence, cue: Cue, cues: tuple[Cue, ...]) -> Credit | None:
    if cue.row.kind == "medium":
        return _medium(scene, sentence, cue)
    if cue.row.kind == "hearer":
        return _told_first(scene, sentence, cue)
    if cue.row.kind in PASSED_ON:
        return _reported_on(scene, sentence, cue, cues)
    if cue.row.kind not in {"credit", "citing", "backward"}:
        return None
    index = behind_by(scene, cue.last, sentence.last)
    phrases = _joined_phrases(scene, index, sentence)
    if not phrases or is_time(scene, phrases[0].first) or not _stands_as_credit(scene, sentence, cue, phrases[0], index > cue.last):
        return None
    return Credit(cue, phrases, phrases[-1].last)


def _reported_on(scene: Scene, sentence: Sentence, cue: Cue, cues: tuple[Cue, ...]) -> Credit | None:
    """A medium that closes the sentence of another's words: "…, Berg told reporters, the Nordpres news agency reported", "…, Berg said,
    according to Nordpres"."""
    tokens, spoken = scene.document.tokens, [c for c in cues if c.first < cue.first and c.row.kind in SAYING]
    before, named_by = cue.row.kind == "verb", cue.row.kind == "preposition"
    closes = cue.last >= sentence.last or not tokens[cue.last].norm[:1].isalnum() or not before
    if not (named_by or cue.row.relation == "reports") or not spoken or not closes:
        return None
    phrase = phrase_before(scene, cue.first, spoken[-1].last) if before else phrase_after(scene, cue.last, sentence.last)
    if phrase is None or not is_medium(scene, phrase):
        return None
    start, behind = phrase.first if before else cue.first, max(phrase.last, cue.last)
    ends = not named_by or behind >= sentence.last or tokens[behind].norm in CLOSING
    return Credit(cue, (phrase,), behind) if ends and tokens[start - 1].norm == "," else None


def _joined_phrases(scene: Scene, index: int, sentence: Sentence) -> tuple[Phrase, ...]:
    """The phrase at a token and those joined to it ("AFP dan Anadolu")."""
    tokens, joins = scene.document.tokens, scene.language.cues.words["joins"]
    first = named_phrase(scene, index, sentence)
    found = [first] if first else []
    while found and found[-1].last < sentence.last and tokens[found[-1].last].norm in joins:
        more = named_phrase(scene, found[-1].last + 1, sentence)
        if more is None or not is_medium(scene, more):
            break
        found.append(more)
    return tuple(found)


def named_phrase(scene: Scene, index: int, sentence: Sentence) -> Phrase | None:
    """The phrase at a token; where it only describes a medium, the name in apposition ("kantor berita Turki, Anadolu, …")."""
    tokens = scene.document.tokens
    phrase = _before_join(scene, phrase_after(scene, index, sentence.last))
    if phrase is None or phrase.last + 1 >= sentence.last or tokens[phrase.last].norm != ",":
        return phrase
    name = phrase_after(scene, phrase.last + 1, sentence.last)
    if name is None or not tokens[name.first].text[:1].isupper() or not is_medium(scene, phrase) or tokens[phrase.last - 1].text.isupper():
        return phrase
    described = scene.language.cues.kind_of(" ".join(t.norm for t in tokens[phrase.first:phrase.last])) is not None
    return name if described else phrase


def _before_join(scene: Scene, phrase: Phrase | None) -> Phrase | None:
    """The first of two joined media where a phrase holds both ("AFP dan Anadolu Agency")."""
    if phrase is None:
        return None
    joins = [k for k in range(phrase.first + 1, phrase.last) if scene.document.tokens[k].norm in scene.language.cues.words["joins"]]
    return next((first for k in joins if is_medium(scene, first := Phrase(phrase.first, k))), phrase)


def _stands_as_credit(scene: Scene, sentence: Sentence, cue: Cue, phrase: Phrase, by: bool) -> bool:
    """True where the cue opens the sentence, follows a comma or a word like "seperti", or names a medium outright."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if cue.row.kind == "backward":
        return True
    before = tokens[cue.first - 1].norm if cue.first > sentence.first else ""
    set_off = cue.first == sentence.first or before in words["like"] | words["relativisers"] or not before[:1].isalnum()
    medium = is_medium(scene, phrase)
    if cue.row.of_media and not medium:
        return False
    if cue.row.kind == "citing":
        return names_source(scene, phrase) and (set_off or _after_medium(scene, cue, sentence))
    if cue.row.free:
        told_of = before in words["definite"] and names_source(scene, phrase)  # "Rencana itu dibocorkan seorang pejabat"
        return set_off or by or medium or told_of
    named = before in words["like"] and tokens[phrase.first].text[:1].isupper()
    return set_off and (by or medium or named)


def _after_medium(scene: Scene, cue: Cue, sentence: Sentence) -> bool:
    """True where a medium stands right before "citing" ("according to Die Norlandpost citing officials")."""
    for first in range(max(sentence.first, cue.first - 5), cue.first):
        phrase = phrase_after(scene, first, cue.first)
        if phrase and phrase.last == cue.first and is_medium(scene, phrase):
            return True
    return False


def _medium(scene: Scene, sentence: Sentence, cue: Cue) -> Credit | None:
    """The medium somebody spoke to: "dalam wawancara dengan media ABC News", "speaking to Reuters"."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    for index in range(cue.last, min(cue.last + MEDIUM_WITHIN, sentence.last - 1)):
        if tokens[index].norm in words["media"]:
            phrase = phrase_after(scene, index + 1, sentence.last)
            return Credit(cue, (phrase,), phrase.last) if phrase and is_medium(scene, phrase) else None
    return None


def _told_first(scene: Scene, sentence: Sentence, cue: Cue) -> Credit | None:
    """The medium that opens a sentence as whom somebody told it: "Kepada Reuters, …"."""
    phrase = phrase_after(scene, cue.last, sentence.last)
    closes = phrase is not None and phrase.last < sentence.last and scene.document.tokens[phrase.last].norm == ","
    return Credit(cue, (phrase,), phrase.last) if phrase and closes and is_single_medium(scene, phrase) else None


def addressed_medium(scene: Scene, sentence: Sentence, first: int) -> Phrase | None:
    """The hearer behind a cue where it is a medium: "kata Berg kepada TV pemerintah"."""
    phrase = addressed(scene, sentence, first)
    return phrase if phrase and is_single_medium(scene, phrase) else None


def addressed(scene: Scene, sentence: Sentence, first: int) -> Phrase | None:
    """The hearer named between a cue, whose tail starts at `first`, and what is said."""
    words, tokens = scene.language.cues.words, scene.document.tokens
    first = _behind_apposition(scene, first, sentence.last)
    behind = skip_oblique(scene, first, sentence.last)
    for index in range(first, min(behind, sentence.last - 1)):
        if tokens[index].norm in words["addressing"]:
            return phrase_after(scene, index + 1, sentence.last)
    return None


def _behind_apposition(scene: Scene, first: int, limit: int) -> int:
    """The token behind what hangs on a speaker, where a hearer follows: "kata Berg, warga Oslo, kepada AFP", "orang yang … kepada AFP"."""
    tokens, words = scene.document.tokens, scene.language.cues.words
    if first < limit and tokens[first].norm in words["relativisers"]:
        marks = words["addressing"] | CLOSING
        return next((k for k in range(first, limit) if tokens[k].norm in marks), first)
    if first >= limit or tokens[first].norm != ",":
        return first
    closing = next((k for k in range(first + 1, min(first + APPOSED_WITHIN, limit - 1)) if tokens[k].norm in CLOSING), first)
    return closing + 1 if tokens[closing].norm == "," and tokens[closing + 1].norm in words["addressing"] else first


def attached(scene: Scene, credit: Credit, behind: int) -> bool:
    """True where a citation hangs on the phrase that ends at `behind` ("Anadolu, yang mengutip sumber keamanan")."""
    between = scene.document.tokens[behind:credit.cue.first]
    words = scene.language.cues.words["relativisers"] | scene.language.cues.words["like"]
    return 0 <= credit.cue.first - behind <= ADJACENT and all(t.norm in words or t.norm == "," for t in between)
