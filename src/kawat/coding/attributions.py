"""On whose word: chains of sources, nearest first, with the stretch each answers for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kawat.coding.citations import citation_of
from kawat.coding.credits import PASSED_ON, Credit, addressed, addressed_medium, attached, credits_of
from kawat.coding.cues import cue_span, cues_of
from kawat.coding.phrases import Phrase
from kawat.coding.quotes import Quotation
from kawat.coding.scene import Scene
from kawat.coding.sources import anonymous, hop_of_phrase, hop_of_speaker, is_bare_name, is_single_medium
from kawat.coding.speakers import Speaker
from kawat.coding.stands import tail_of
from kawat.coding.statements import Said
from kawat.nouns.document import Sentence
from kawat.nouns.record import Attribution, Hop, Scope, ScopeBasis, Why, record_id
from kawat.nouns.text import Span

DOING = (PASSED_ON | {"credit"}, frozenset({"citing"}), frozenset({"medium", "hearer"}), frozenset({"backward"}))


@dataclass(frozen=True, slots=True)
class Passing:
    """The credits of one sentence, apart by what they do, in the order of DOING."""

    sentence: Sentence
    credits: tuple[Credit, ...] = ()
    citing: tuple[Credit, ...] = ()
    media: tuple[Credit, ...] = ()
    backward: tuple[Credit, ...] = ()


def passing(scene: Scene, quoted: tuple[Quotation, ...]) -> dict[int, Passing]:
    """The credits of every body sentence that has some, by the sentence's index."""
    found: dict[int, Passing] = {}
    for sentence in scene.document.sentences:
        if sentence.part == "body" and (here := credits_of(scene, sentence, cues_of(scene, sentence, quoted))):
            found[sentence.index] = Passing(sentence, *(tuple(c for c in here if c.cue.row.kind in kinds) for kinds in DOING))
    return found


def outlet_hop(scene: Scene) -> Hop:
    """Hop 0: the outlet itself."""
    return Hop("outlet", None, scene.article.outlet, "reports")


def attribution(scene: Scene, hops: tuple[Hop, ...], scopes: tuple[Scope, ...], basis: ScopeBasis, rule: str) -> Attribution:
    """One chain over its scopes; its id hangs on where it answers and whom it names."""
    hull = Scope(min(s.start for s in scopes), max(s.end for s in scopes))
    named = ",".join(str(hop.span.start) for hop in hops if hop.span)
    whole = f"{scene.language.code}/{rule}"
    why = tuple(Why("hops", whole, hop.span, note=hop.kind) for hop in hops if hop.span)
    return Attribution(record_id("attributions", scene.article.id, scene.span(hull.start, hull.end), f"{basis}:{named}"),
                       (outlet_hop(scene), *hops), hull, basis, whole, scopes if len(scopes) > 1 else (), why)


# ── sentences ──

def credited(scene: Scene, here: Passing, spoken: tuple[Said, ...]) -> tuple[Attribution, ...]:
    """The chains of a sentence's credits, over the sentence and what is quoted in it."""
    own = tuple(s for s in spoken if s.sentence.index == here.sentence.index)
    scope = _sentence_scope(here.sentence, own)
    found = [attribution(scene, _once((*_told(scene, here, credit), hop, *_cited_after(scene, here, credit))), (scope,), "sentence",
                         f"cues/{credit.cue.row.id}") for credit in here.credits for hop in credit.hops(scene)]
    loose = [c for c in here.citing if not own and not any(attached(scene, c, credit.behind) for credit in here.credits + here.backward)]
    alone = loose if own else (*loose, *(c for c in here.media if c.cue.row.kind == "hearer"))
    found.extend(attribution(scene, (hop,), (scope,), "sentence", f"cues/{c.cue.row.id}") for c in alone for hop in c.hops(scene))
    return tuple(found)


def _sentence_scope(sentence: Sentence, own: tuple[Said, ...]) -> Scope:
    return Scope(min([sentence.start, *(s.content.start for s in own)]), max([sentence.end, *(s.content.end for s in own)]))


def _told(scene: Scene, here: Passing, credit: Credit) -> tuple[Hop, ...]:
    """The medium to whom a source leaked or confirmed it: "Rencana itu dibocorkan seorang pejabat kepada Interfax"."""
    heard = addressed_medium(scene, here.sentence, credit.behind)
    return (hop_of_phrase(scene, heard, "reports", cue_span(scene, credit.cue)),) if heard else ()


def _cited_after(scene: Scene, here: Passing, credit: Credit) -> tuple[Hop, ...]:
    """Whom a credited medium cites: "dilansir Anadolu, yang mengutip sumber keamanan"."""
    return tuple(hop for c in here.citing if attached(scene, c, credit.behind) for hop in c.hops(scene))


# ── statements ──

def spoken_chain(scene: Scene, one: Said, who: Speaker, here: Passing | None) -> tuple[Hop, ...]:
    """The hops of a statement behind the outlet: who passed it on, the medium it was said to, the speaker, whom the speaker cites."""
    speaker = hop_of_speaker(scene, who, one.frame.cue.row.relation, cue_span(scene, one.frame.cue))
    speaker = anonymous(scene, speaker, one.frame.phrase) if one.frame.phrase else speaker
    heard = addressed_medium(scene, one.sentence, tail_of(one.frame))
    if one.frame.addressee and is_single_medium(scene, one.frame.addressee):
        heard = one.frame.addressee
    told = (hop_of_phrase(scene, heard, "reports", cue_span(scene, one.frame.cue)),) if heard else _told_unlisted(scene, one)
    quoted = (hop_of_phrase(scene, one.frame.cited, "quotes", cue_span(scene, one.frame.cue)),) if one.frame.cited else ()
    if here is None:
        return (*told, speaker, *quoted)
    passed = tuple(hop for credit in here.credits[:1] for hop in (*credit.hops(scene)[:1], *_cited_after(scene, here, credit)))
    media = tuple(hop for credit in here.media for hop in credit.hops(scene))
    loose = [c for c in here.citing if not any(attached(scene, c, credit.behind) for credit in here.credits)]
    cited = tuple(hop for c in loose for hop in c.hops(scene))
    return _once((*passed, *media, *told, speaker, *quoted, *cited))


def _told_unlisted(scene: Scene, one: Said) -> tuple[Hop, ...]:
    """A bare name nobody knows to whom people speak is an outlet: "residents told Mizzima …"."""
    phrase = one.frame.addressee or addressed(scene, one.sentence, tail_of(one.frame))
    if phrase is None or not is_bare_name(scene, phrase):
        return ()
    return (replace(hop_of_phrase(scene, phrase, "reports", cue_span(scene, one.frame.cue)), kind="outlet"),)


def _once(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """The hops without a second naming of the same words, an article more or less."""
    return tuple(hop for k, hop in enumerate(hops) if not any(_same_words(hop.span, other.span) for other in hops[:k]))


def _same_words(one: Span | None, other: Span | None) -> bool:
    """True for one span twice, or one inside the other."""
    return one == other or (one is not None and other is not None and (one.holds(other) or other.holds(one)))


def spoken(scene: Scene, one: Said, here: Passing | None) -> Attribution | None:
    """The chain of a statement, over its content; None where nobody knows who spoke."""
    if one.speaker is None:
        return None
    parts = one.content.parts or ((one.content.start, one.content.end),)
    return attribution(scene, spoken_chain(scene, one, one.speaker, here), tuple(Scope(*part) for part in parts), _basis(one),
                       f"cues/{one.frame.cue.row.id}")


def _basis(one: Said) -> ScopeBasis:
    inside = one.sentence.start <= one.content.start and one.content.end <= one.sentence.end
    return "clause" if inside else "sentence" if not one.content.parts else "paragraph"


def cited_in(scene: Scene, one: Said, here: Passing | None) -> Phrase | None:
    """Whose word a statement is where the medium that makes it cites somebody."""
    return citation_of(scene, one.frame, here.citing if here else ())


# ── backward and the whole article ──

def backward_scope(scene: Scene, sentence: Sentence) -> tuple[tuple[Scope, ...], ScopeBasis] | None:
    """What "Demikian laporan AFP." answers for: its paragraph before it; alone, the paragraph before; alone at the end, all."""
    if sentence.paragraph is None:
        return None
    before = [s for s in scene.paragraphs[sentence.paragraph] if s.end <= sentence.start]
    if before:
        return (Scope(before[0].start, before[-1].end),), "backward"
    earlier = [Scope(p.start, p.end) for p in scene.article.body[:sentence.paragraph] if p.start is not None and p.end is not None]
    if not earlier:
        return None
    last = sentence.paragraph == len(scene.article.body) - 1
    return (tuple(earlier), "article") if last else ((earlier[-1],), "backward")


def backward(scene: Scene, here: Passing) -> tuple[Attribution, ...]:
    """The chains of sentences that credit what stands before them."""
    reach = backward_scope(scene, here.sentence)
    if reach is None:
        return ()
    found = [attribution(scene, (hop, *_cited_after(scene, here, credit)), *reach, "speech/backward")
             for credit in here.backward for hop in credit.hops(scene)[:1]]
    return tuple(replace(one, doubts=("scope",)) if one.scope_basis == "article" else one for one in found)
