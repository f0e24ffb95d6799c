"""kawat reads news on diplomacy, negotiation and conflict, and keeps a ledger of it.

    >>> import kawat
    >>> page = kawat.Page(path="note.txt", form="text", text="Norland shelled Eastford on Tuesday.", language="en")
    >>> reading = kawat.read(page)
    >>> rows = kawat.frames([reading])["event_reports"]      # for pandas.DataFrame or polars.DataFrame
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kawat.errors import BadInput, KawatError
    from kawat.export.tables import frames
    from kawat.ledger import Ledger
    from kawat.nouns.article import Article, Page
    from kawat.nouns.reading import Reading, plain_reading
    from kawat.nouns.text import Span
    from kawat.page import pages
    from kawat.pipeline import read, readings

__all__ = ["Article", "BadInput", "KawatError", "Ledger", "Page", "Reading", "Span", "frames", "pages", "plain_reading", "read", "readings"]

HOMES = {"Article": "nouns.article", "BadInput": "errors", "KawatError": "errors", "Ledger": "ledger", "Page": "nouns.article",
         "Reading": "nouns.reading", "Span": "nouns.text", "frames": "export.tables", "pages": "page", "plain_reading": "nouns.reading",
         "read": "pipeline", "readings": "pipeline"}


def __getattr__(name: str) -> Any:
    """A name of the public face, from the room it lives in; rooms are entered only when asked for, so that `kawat --help` is quick."""
    if name not in HOMES:
        raise AttributeError(f"module 'kawat' has no attribute {name!r}")
    return getattr(import_module(f"kawat.{HOMES[name]}"), name)
