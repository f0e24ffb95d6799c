"""Whether words say something of something: a clause, or only a noun phrase."""

from __future__ import annotations

from kawat.coding.phrases import VERBAL
from kawat.coding.scene import Scene
from kawat.nouns.document import Token


def has_verb(scene: Scene, start: int, end: int) -> bool:
    """True where a finite verb stands between two positions, as far as the words tell."""
    tokens, cues = scene.document.tokens, scene.language.cues
    relative = False
    for place, token in enumerate(scene.document.between(start, end)):
        if place and token.norm in cues.words["subordinators"] - cues.words["complementisers"]:
            return False
        relative = (relative or token.norm in cues.words["relativisers"]) and token.norm != ","
        finite = (token.pos in VERBAL and not token.norm.endswith(cues.file.active_endings)) or (place > 0 and _says_of(scene, token))
        if finite and relative:
            relative = False
        elif finite and (token.index == 0 or tokens[token.index - 1].norm not in cues.words["infinitives"]):
            return True
    return False


def _says_of(scene: Scene, token: Token) -> bool:
    """True for an adjective or number behind the word that closes a noun phrase ("gudang mereka kosong", "jumlahnya 30")."""
    words, before = scene.language.cues.words, scene.document.tokens[token.index - 1].norm
    closes = words["clitics"] | words["definite"] | words["third"]
    return scene.language.cues.file.head == "first" and token.pos in {"ADJ", "NUM"} and before in closes
