"""Who stands right before a verb, whatever the tree says: its subject, if nothing there governs him."""

from __future__ import annotations

from kawat.coding.clause import Clause, has_passive_subject, has_subject
from kawat.coding.compound import PEOPLE, first_member
from kawat.coding.scene import Scene
from kawat.coding.triggers import Hit
from kawat.nouns.mention import Mention


def right_before(scene: Scene, hit: Hit, clause: Clause) -> Mention | None:
    """Whoever stands right before an active verb, auxiliaries and adverbs aside, is its subject, whatever the tree says."""
    tokens, sentence = scene.document.tokens, scene.document.sentence_of(hit.head)
    at = _before_insertion(scene, hit, clause) or hit.first.index - 1
    while at > sentence.first and tokens[at].pos in {"AUX", "ADV"}:
        at -= 1
    mention = scene.mentions.over(at, PEOPLE) if at >= sentence.first else None
    if mention is None or mention.last != at + 1:
        return None
    first = first_member(scene, mention)
    opens = first.first > 0 and tokens[first.first - 1].norm in scene.language.grammar.breaks  # "a day after Norland rejected"
    if _in_relative(scene, hit, mention) or _object_above(scene, hit, mention):
        return None
    return first if opens or not governed(scene, first) or _after_other(scene, hit, first) else None


def _after_other(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """"… in the Norland capital and police detained seven": joined to nobody, whoever stands between "and" and a verb is its subject."""
    tokens = scene.document.tokens
    joined = tokens[mention.first - 1].pos == "CCONJ" and tokens[mention.head].label == "conj" and mention.last == hit.first.index
    return joined and scene.mentions.over(tokens[mention.head].head, PEOPLE) is None and not has_subject(scene.document, hit.head)


def _before_insertion(scene: Scene, hit: Hit, clause: Clause) -> int | None:
    """The word before a relative clause put in before the trigger: "Police, who kept their distance, detained seven"."""
    between = scene.document.tokens[clause.first:hit.first.index]
    if clause.opening == clause.first or any(token.pos not in {"AUX", "ADV", "PART", "PUNCT"} for token in between):
        return None
    relative = clause.opening - 1
    return relative - 1 - (scene.document.tokens[relative - 1].norm == ",")


def _object_above(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """"The ministers left Norland complaining of …": what the verb above is done to does not do the trigger; nor does who accuses
    somebody of it in a passive ("dituduh tentara menembaki …")."""
    head, token = hit.head, scene.document.tokens[mention.head]
    if token.head != head.head or token.label.split(":")[0] not in {"obj", "obl"}:
        return False
    if head.label == "advcl":
        return token.label == "obj"
    return head.label in {"xcomp", "ccomp"} and has_passive_subject(scene.document, scene.document.tokens[head.head])


def _in_relative(scene: Scene, hit: Hit, mention: Mention) -> bool:
    """"Misi yang dipimpin Norland mengirim …": whoever ends a relative clause on the subject is not the subject."""
    document = scene.document
    subjects = {child.index for child in document.children(hit.head) if child.label.startswith("nsubj")}
    path = [document.tokens[mention.head], *document.ancestors(document.tokens[mention.head])]
    inside = next((i for i, token in enumerate(path) if token.index in subjects), 0)
    return any(token.label.startswith("acl") for token in path[:inside])


def governed(scene: Scene, mention: Mention) -> bool:
    """True after a preposition, a determiner aside ("inhabitants of the Syrian heights"), or inside a noun phrase of its own."""
    tokens, at = scene.document.tokens, mention.first - 1
    while at > 0 and tokens[at].pos == "DET":
        at -= 1
    before = tokens[at] if at >= 0 else None
    return before is not None and (before.pos in {"ADP", "NOUN", "CCONJ"} or before.label == "case")
