"""The words of negotiations: what they are called, their stages, their papers, the roles of third parties."""

from __future__ import annotations

from kawat.lexicon.table import Row


class TalksFile(Row, frozen=True):
    """`talks.toml`. `nouns` name talks; `indirect` and `direct` qualify them; `stage` nouns open a stage phrase.

    `documents` gives the words of each kind of paper; `roles` those by which a page says what a third party does. `openers` are
    words between a position's cue and its content; `links` are prepositions before the paper a position burdens.
    """

    nouns: tuple[str, ...]
    indirect: tuple[str, ...]
    direct: tuple[str, ...]
    stage: tuple[str, ...]
    documents: dict[str, tuple[str, ...]]
    roles: dict[str, tuple[str, ...]]
    openers: tuple[str, ...]
    links: tuple[str, ...]
    stage_before: bool = True
