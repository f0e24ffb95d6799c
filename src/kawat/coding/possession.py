"""What somebody has to do with a deed told by its noun beside which he stands: whether he does it or suffers it."""

from __future__ import annotations

from kawat.coding.scene import Scene
from kawat.nouns.document import Token
from kawat.nouns.mention import Mention

WIELDERS = frozenset({"COP", "GOV", "IGO", "JUD", "MIL", "REB", "SPY", "UNO"})  # sectors that do to others what such nouns tell


def suffers(scene: Scene, noun: Token, owner: Mention) -> bool:
    """Whoever owns such a deed suffers it ("penculikan empat pegawai"), unless he bears arms, rules or judges ("pengeboman Norland")."""
    grammar = scene.language.grammar
    if noun.norm in grammar.done_nouns:
        return False
    told = [(prefix, suffix) for prefix, suffix in grammar.suffered_nouns if noun.norm.startswith(prefix) and noun.norm.endswith(suffix)]
    return bool(told) and (any(not suffix for _, suffix in told) or not _wields(scene.mentions.naming(owner)))


def _wields(named: Mention) -> bool:
    """True for a state, a force, a court or rebels, who do such things to others."""
    return named.kind == "country" or (named.sector in WIELDERS and named.kind != "person")
