"""The words of each context and issue, and of the loaded words kept as data."""

from __future__ import annotations

from kawat.lexicon.table import Row


class IssuesFile(Row, frozen=True):
    """`issues.toml`: the phrases that name each of kawat's issues."""

    issue: dict[str, tuple[str, ...]]


class ContextsFile(Row, frozen=True):
    """`contexts.toml`: the phrases that tell which of PLOVER's contexts an event has."""

    context: dict[str, tuple[str, ...]]


class LabelRow(Row, frozen=True):
    """A loaded word, what it says in neutral words, and whether it is a noun for somebody or a quality of something."""

    words: tuple[str, ...]
    neutral: str
    of: str


class LabelsFile(Row, frozen=True):
    """`labels.toml`."""

    label: tuple[LabelRow, ...]
