"""Where participants stand: the linguist's part of the rules, once per language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from kawat.lexicon.rules import Passive
from kawat.lexicon.table import Row
from kawat.match.paths import Step, path_of


class RoleRow(Row, frozen=True):
    """`[[role]]`: paths in the tree, their counterparts under a passive, prepositions, and a side of the trigger to fall back on.

    `means` says it in words, for the codebook.
    `adjacent` takes the participant right beside a noun, no preposition between ("serangan Israel", "Israel's strike"); where
    `places`, a place stands for whoever rules it ("mengunjungi Riyadh"); where it `follows`, the doer may stand bare behind a passive.
    """

    name: str
    paths: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    order: str | None = None
    passive_order: str | None = None
    adjacent: str | None = None
    places: bool = False
    follows: bool = False
    means: str = ""


class RolesFile(Row, frozen=True):
    """`roles.toml`. Word lists are in the form the language keys on.

    `shares_subject`: relations whose verb may borrow its head's subject. `relatives`: words that stand for the noun a clause hangs
    on. `breaks`: words at which a clause ends. `light_verbs` carry a noun that is the event ("melakukan serangan"). `joins`: words
    between the members of a compound participant. `between`: prepositions that open a pair ("antara X dan Y").
    `topic_markers` open what is only talked about, `paper_markers` what a paper is about ("a memorandum on trade"); `including` opens a
    list of names; `definite` words point a noun back; `controls` mark what somebody is accused of or praised for, so that he does it.
    `occurs` are verbs by which an event takes place by itself ("pecah", "erupted"). `forums` are bodies before which others stand
    ("mahkamah", "court"), `forum_markers` the prepositions that put them there. `provoked` opens what a force answers ("when
    protesters …"). `claims` are what somebody says who says that a deed told before was his ("claimed responsibility"). `deeds` are
    nouns that an infinitive behind them belongs to ("decision to", "rencana untuk"), `infinitive_marks` the words that open it; with
    `bare_infinitives` none need.
    `acts` are nouns by which words point back to somebody's deed ("the decision", "serangan itu"), by the type it must have.
    With `passive_takes_object` a passive in a clause of its own befalls whom the verb above is done to ("menahan Berg usai diperiksa").
    `reached` are the prepositions, by type of event, behind which whoever an act reaches stands where its object is a thing ("withdrew
    the whip from", "merebut kota dari").
    `contrasts` open what is told beside ("sementara", "while"), `sequences` what came before or after ("setelah", "before").
    `suffered_nouns` are the prefix and suffix of nouns of a deed whose owner suffers it ("penculikan …"; an armed owner only where
    the noun is spelt out), `done_nouns` those whose owner does it all the same ("pendudukan …").
    """

    role: tuple[RoleRow, ...]
    shares_subject: tuple[str, ...]
    relatives: tuple[str, ...]
    breaks: tuple[str, ...]
    light_verbs: tuple[str, ...]
    joins: tuple[str, ...]
    between: tuple[str, ...]
    place_markers: tuple[str, ...]
    carriers: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    topic_markers: tuple[str, ...] = ()
    paper_markers: tuple[str, ...] = ()
    including: tuple[str, ...] = ()
    definite: tuple[str, ...] = ()
    occurs: tuple[str, ...] = ()
    forums: tuple[str, ...] = ()
    forum_markers: tuple[str, ...] = ()
    provoked: tuple[str, ...] = ()
    auxiliaries: tuple[str, ...] = ()
    controls: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    contrasts: tuple[str, ...] = ()
    acts: dict[str, tuple[str, ...]] = {}
    reached: dict[str, tuple[str, ...]] = {}
    sequences: tuple[str, ...] = ()
    suffered_nouns: tuple[tuple[str, str], ...] = ()
    done_nouns: tuple[str, ...] = ()
    infinitive_marks: tuple[str, ...] = ()
    bare_infinitives: bool = False
    passive: Passive | None = None
    passive_relations: tuple[str, ...] = ("nsubj:pass", "aux:pass", "csubj:pass")
    reduced_passive: bool = False
    passive_takes_object: bool = False


@dataclass(frozen=True)
class Role:
    """One role with its paths parsed."""

    row: RoleRow

    @cached_property
    def paths(self) -> tuple[tuple[Step, ...], ...]:
        """Paths under an active verb or a noun."""
        return tuple(map(path_of, self.row.paths))

    @cached_property
    def passive(self) -> tuple[tuple[Step, ...], ...]:
        """Paths under a passive verb; the active ones where the role does not move."""
        return tuple(map(path_of, self.row.passive)) or self.paths
