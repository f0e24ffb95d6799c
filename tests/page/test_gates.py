"""Hostile and broken pages: each is refused, or read, in little time and with one line."""

from __future__ import annotations

import gzip
import time

import pytest

from kawat.errors import BadInput
from kawat.nouns.article import Page
from kawat.page import article
from kawat.page.gates import DEPTH_LIMIT, FORMATTING_LIMIT, check_markup

SECONDS = 5.0
REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \n\t ", "empty"),
    "binary": (b"\x89PNG\r\n\0\0\0\rIHDR" * 50, "binary"),
    "controls": (b"<p>" + b"a\x01\x02\x03" * 100, "binary"),
    "a gzip bomb": (gzip.compress(b"\0" * 50_000_000), "unpacks to more than"),
    "truncated gzip": (gzip.compress(b"<p>Norland voted.</p>" * 400)[:-12], "truncated gzip"),
    "damaged gzip": (b"\x1f\x8b\x08not gzip at all", "gzip"),
    "deep": (b"<div>" * 20_000 + b"x", "nested more than 512 deep"),
    "open formatting": (b"".join(b"<b id=%d>" % n for n in range(3000)) + b"x", "formatting tags left open"),
    "long": (b"<p>word " * 600_000, "longer than 4 MB"),
    "tags": (b"<a href=x>y" * 100_000, "more than 60000 tags"),
    "attributes": (b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x</p>", "attributes in one tag"),
    "no text": (b"<html><body><img src=x></body></html>", "no article text"),
}


@pytest.mark.parametrize(("content", "fault"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_page_is_one_line(content: bytes, fault: str) -> None:
    """A page that cannot or must not be parsed gives one line with file, fault and remedy, and soon."""
    began = time.perf_counter()
    with pytest.raises(BadInput) as caught:
        article(Page(path="folder/page.html", form="html", content=content))
    said = str(caught.value)
    assert said.startswith("folder/page.html: ") and fault in said and "\n" not in said and ". " in said
    assert time.perf_counter() - began < SECONDS


@pytest.mark.parametrize("content", [b"Norland " * 700_000,
                                     b"no\n" * 100_000, "Norland".encode("utf-16-le") + b"\0\0" * 40, b"PK\x03\x04\0\0\0\0" * 20])
def test_text_has_its_gates_too(content: bytes) -> None:
    """A text too long for an article, or none at all, is one line."""
    with pytest.raises(BadInput, match=r"^page\.txt: [^\n]+\Z"):
        article(Page(path="page.txt", form="text", content=content))


def test_entities_of_a_page_are_not_expanded() -> None:
    """Entities that a page declares itself multiply nothing."""
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 30))
    page = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]><html><h1>Norland votes</h1><p>Norland votes &l29; on Friday, its office said.</p>'
    assert len(article(Page(path="x.html", form="html", content=page.encode())).text) < 1000


@pytest.mark.parametrize("markup", [
    "<p>one" * 5000, "<ul>" + "<li>one" * 5000, "<table>" + "<tr><td>one" * 5000, "<br>" * 5000, "<font size=2>" * 5000,
    "<script>" + "<div>" * 5000 + "</script>", "<!--" + "<div>" * 5000 + "-->", '<a title="' + "<div>" * 5000 + '">x</a>',
    "<div><span></div>" * 5000, "<i>x</i>" * 5000, "<title>" + "<b>" * 900 + "</title>", "<p title=it's>" + "<div></div>" * 900,
])
def test_untidy_pages_pass(markup: str) -> None:
    """What a parser closes by itself, and what is no markup, counts as no depth."""
    check_markup(markup, "page.html")


def test_limits_are_exact() -> None:
    """A page may be as deep, and leave as many tags open, as the limits say, and no more."""
    check_markup("<div>" * DEPTH_LIMIT, "x")
    check_markup("".join(f"<b id={n}>" for n in range(FORMATTING_LIMIT)), "x")
    with pytest.raises(BadInput):
        check_markup("<div>" * (DEPTH_LIMIT + 1), "x")
    with pytest.raises(BadInput):
        check_markup("".join(f"<b id={n}>" for n in range(FORMATTING_LIMIT + 1)), "x")
