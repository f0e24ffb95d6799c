"""All mentions of one page, with the look-ups coding needs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kawat.nouns.document import Sentence, Token
from kawat.nouns.mention import Mention

ACTOR_KINDS = frozenset({"person", "organisation", "country", "group"})


@dataclass(frozen=True)
class Mentions:
    """The mentions of a page in the order of the text; they may nest ("Kepala Intelijen Turki" holds "Turki")."""

    all: tuple[Mention, ...]

    @cached_property
    def _by_id(self) -> dict[str, Mention]:
        return {mention.id: mention for mention in self.all}

    @cached_property
    def _by_token(self) -> dict[int, tuple[Mention, ...]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.all:
            for index in range(mention.first, mention.last):
                found.setdefault(index, []).append(mention)
        return {index: tuple(sorted(here, key=lambda m: m.first - m.last)) for index, here in found.items()}

    @cached_property
    def _firsts(self) -> tuple[int, ...]:
        return tuple(mention.first for mention in self.all)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self.all)

    @cached_property
    def timed(self) -> frozenset[int]:
        """The tokens of times."""
        return frozenset(index for m in self.all if m.kind == "time" for index in range(m.first, m.last))

    def get(self, mention_id: str) -> Mention:
        """The mention with that id."""
        return self._by_id[mention_id]

    def over(self, token: Token | int, kinds: Iterable[str] = ACTOR_KINDS | {"pronoun"}) -> Mention | None:
        """The widest mention of one of those kinds that covers the token."""
        index = token if isinstance(token, int) else token.index
        for mention in self._by_token.get(index, ()):
            if mention.kind in kinds:
                return mention
        return None

    def headed(self, token: Token | int, kinds: Iterable[str] = ACTOR_KINDS | {"pronoun"}) -> Mention | None:
        """The widest mention of one of those kinds whose head is the token."""
        index = token if isinstance(token, int) else token.index
        return next((m for m in self._by_token.get(index, ()) if m.head == index and m.kind in kinds), None)

    def within(self, sentence: Sentence, kinds: Iterable[str] = ACTOR_KINDS | {"pronoun"}) -> tuple[Mention, ...]:
        """The mentions of those kinds inside the sentence, in order, nested ones included."""
        first, last = (bisect_left(self._firsts, index) for index in (sentence.first, sentence.last))
        return tuple(m for m in self.all[first:last] if m.last <= sentence.last and m.kind in kinds)

    def outermost(self, sentence: Sentence, kinds: Iterable[str] = ACTOR_KINDS | {"pronoun"}) -> tuple[Mention, ...]:
        """The mentions of those kinds inside the sentence that no other of them holds."""
        here = self.within(sentence, kinds)
        return tuple(m for m in here if not any(o is not m and o.first <= m.first and m.last <= o.last and
                                                (o.last - o.first) > (m.last - m.first) for o in here))

    def naming(self, mention: Mention) -> Mention:
        """The mention of the same chain that names it: the mention itself where it names, else the one it is linked to."""
        if mention.naming and mention.naming in self._by_id:
            return self._by_id[mention.naming]
        return self._by_id.get(mention.link.to, mention) if mention.link else mention
