"""The page as it came, and the article read from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from kawat.nouns.text import Span, view_of

FurnitureKind = Literal["clock", "breadcrumb", "title_repeat", "related", "widget", "advertisement", "share", "caption", "credit", "other"]
PublishedBasis = Literal["jsonld", "markup", "feed", "argument", "text"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as it came: its bytes or its decoded text, and what the user or the file says about it.

    `form` is `text` or `html`. Exactly one of `content` (bytes, to be decoded) and `text` is set. `path` is what messages call it.
    """

    path: str
    form: Literal["text", "html"]
    content: bytes | None = None
    text: str | None = None
    id: str | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Furniture:
    """A stretch of the page that is not the article."""

    span: Span
    kind: FurnitureKind


@dataclass(frozen=True, slots=True)
class Clock:
    """A date the page shows in its header: never the publication date by itself."""

    span: Span
    date: str


@dataclass(frozen=True)
class Article:
    """What a page says and shows, as spans over its untouched text.

    `published` is an instant with offset or a day, ISO 8601, and None where neither page nor user says it; `dateline` is the place
    words of the dateline alone ("JAKARTA"), `dateline_agency` the outlet or agency printed in it.
    """

    id: str
    path: str
    text: str
    sha256: str
    text_sha256: str
    language: str | None = None
    language_confidence: float | None = None
    url: str | None = None
    version_of: str | None = None
    outlet: str | None = None
    title: Span | None = None
    byline: Span | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    published_basis: PublishedBasis | None = None
    page_clock: Clock | None = None
    dateline: Span | None = None
    dateline_agency: Span | None = None
    body: tuple[Span, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    warnings: tuple[str, ...] = field(default=())

    @cached_property
    def view(self) -> str:
        """The text as matching sees it (see `text.view_of`)."""
        return view_of(self.text)

    @property
    def day(self) -> str | None:
        """The publication day, `YYYY-MM-DD`, or None."""
        return self.published[:10] if self.published else None
