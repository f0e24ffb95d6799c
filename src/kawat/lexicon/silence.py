"""The words by which a page shows that it is about something else."""

from __future__ import annotations

from kawat.lexicon.table import Row


class Topic(Row, frozen=True):
    """A topic outside politics; `enough` different words of it, and more than political ones, make a page silent."""

    name: str
    words: tuple[str, ...]
    enough: int = 2


class SilenceFile(Row, frozen=True):
    """`silence.toml`: topics, the political words that outweigh them, and words in whose clause only those with an office act."""

    topic: tuple[Topic, ...]
    political: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
