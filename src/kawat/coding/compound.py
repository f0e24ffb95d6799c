"""Several participants in one place: "Norland dan Sudland", "the two leaders", a name inside a phrase."""

from __future__ import annotations

from kawat.coding.scene import Scene
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention
from kawat.nouns.mentions import ACTOR_KINDS

PEOPLE = ACTOR_KINDS | {"pronoun"}
FORCES = frozenset({"COP", "MIL", "SPY"})  # who arrests, and disperses crowds
PRESS = "JRN"  # who reports of two sides is neither
PAIR_REACH = 2  # sentences back in which two may be named together whom "both sides" means


def inside(one: Mention, other: Mention) -> bool:
    """True for a name inside the phrase that was found too: "ELN" of "pemberontak ELN"."""
    return other.first <= one.first and one.last <= other.last and (other.last - other.first) > (one.last - one.first)


def actor_over(scene: Scene, token: Token) -> Mention | None:
    """The widest actor over a token; a name inside it where the tree hangs that one apart: "recalled its envoy from Norland"."""
    widest = scene.mentions.over(token, PEOPLE)
    apart = widest is not None and widest.head != token.index and scene.document.tokens[widest.head].head == token.head
    return (scene.mentions.headed(token, PEOPLE) or widest) if apart else widest


def compound(scene: Scene, mention: Mention) -> tuple[Mention, ...]:
    """The members of a compound participant: this one and those joined to it by commas and conjunctions."""
    joins = frozenset(scene.language.grammar.joins)
    if pair := _pair_of(scene, mention):
        return pair
    members = [mention]
    while (following := _next_member(scene, members[-1], joins)) is not None:
        members.append(following)
    return tuple(members)


def first_member(scene: Scene, mention: Mention, listed: bool = False) -> Mention:
    """The member a compound participant begins with: "Norland" of "Norland dan Sudland"; once `listed`, commas join as well."""
    tokens, joins = scene.document.tokens, frozenset(scene.language.grammar.joins)
    sentence = scene.document.sentence_of(tokens[mention.first])
    before = mention.first - 1
    while before > sentence.first and (tokens[before].pos == "DET" or tokens[before].label == "nmod:poss"):
        before -= 1
    if before <= sentence.first or not (tokens[before].norm in joins or (listed and tokens[before].norm == ",")):
        return mention
    before -= tokens[before - 1].norm == "," and before - 1 > sentence.first  # "the minister, Ola Berg, and her counterpart"
    other = scene.mentions.over(before - 1, PEOPLE)
    joined = other is not None and other.last == before and not _opens_clause(scene, other, mention)
    return first_member(scene, other, True) if other is not None and joined else mention


def _pair_of(scene: Scene, mention: Mention) -> tuple[Mention, ...]:
    """The two sides "kedua negara", "the two leaders" point back to: the last two states, or bodies, or people named before."""
    words = " ".join(t.norm for t in scene.document.tokens[mention.first:mention.last])
    if not any(words.endswith(phrase) for phrase in scene.language.coreference.pairs):
        return ()
    joined = _joined_before(scene, mention)
    if joined:
        return joined
    for kinds in ({"country"}, {"organisation", "group"}, {"person"}):
        named: dict[str, Mention] = {}
        for other in reversed([m for m in scene.mentions if m.last <= mention.first and m.kind in kinds and not _of_press(scene, m)]):
            named.setdefault(other.entity or other.id, other)
        if len(named) >= 2:
            return tuple(reversed(list(named.values())[:2]))
    return ()


def _of_press(scene: Scene, mention: Mention) -> bool:
    whole = scene.mentions.over(mention.first, ACTOR_KINDS)
    return whole is not None and whole.sector == PRESS


def _joined_before(scene: Scene, mention: Mention) -> tuple[Mention, ...]:
    """The two that the words named together last: "Norland's army and the rebels traded fire … urged both parties"."""
    joins = frozenset(scene.language.grammar.joins)
    sentence = scene.document.sentence_of(scene.document.tokens[mention.first]).index
    states = scene.document.tokens[mention.head].norm in scene.language.coreference.states
    for other in reversed(scene.mentions.all):
        back = sentence - scene.document.sentence_of(scene.document.tokens[other.first]).index
        if back > PAIR_REACH:
            break
        if back < 0 or other.last > mention.first or other.kind not in ACTOR_KINDS or (states and other.kind != "country"):
            continue
        following = _next_member(scene, other, joins)
        if following is None or following.last > mention.first or following.entity == other.entity:
            continue
        if all(m.country or m.sector not in {None, "CVL", "JRN"} for m in (other, following)):
            return (other, following)
    return ()


def _next_member(scene: Scene, mention: Mention, joins: frozenset[str]) -> Mention | None:
    tokens = scene.document.tokens
    sentence = scene.document.sentence_of(tokens[mention.first])
    at, joined = mention.last, False
    while at < sentence.last and (tokens[at].norm == "," or tokens[at].norm in joins):
        joined = joined or tokens[at].norm in joins
        at += 1
    while mention.last < at < sentence.last and tokens[at].pos == "DET" and scene.mentions.over(at, PEOPLE) is None:
        at += 1
    if joined and at + 1 < sentence.last and tokens[at].label == "nmod:poss" and scene.mentions.over(at + 1, PEOPLE) is not None:
        at += 1  # "the government and its allies"
    if at == mention.last or at >= sentence.last:
        return None
    following = scene.mentions.over(at, PEOPLE)
    if following is None or following.first > at + 1 or following.last <= at or _opens_clause(scene, mention, following):
        return None
    return following if joined or _list_goes_on(scene, following, joins) else None


def _opens_clause(scene: Scene, mention: Mention, following: Mention) -> bool:
    """"Marched on the parliament and masked men threw …": the subject of the next verb is not joined to what is no subject."""
    tokens = scene.document.tokens
    return tokens[following.head].label.startswith("nsubj") and tokens[mention.head].label.split(":")[0] in {"obl", "obj", "nmod"}


def _list_goes_on(scene: Scene, mention: Mention, joins: frozenset[str]) -> bool:
    """A comma joins only inside a list that a conjunction closes ("Mesir, Qatar, dan AS")."""
    tokens = scene.document.tokens
    after = tokens[mention.last].norm if mention.last < len(tokens) else ""
    if after in joins:
        return True
    return after == "," and _next_member(scene, mention, joins) is not None
