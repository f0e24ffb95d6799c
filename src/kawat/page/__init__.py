"""Bytes become pages, and pages articles: text and HTML, furniture marked, one coordinate system."""

from kawat.page.article import article
from kawat.page.inputs import Options, pages

__all__ = ["Options", "article", "pages"]
