"""The trained parsers read plain news sentences, and never move a letter."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.errors import MissingModel
from kawat.lexicon.language import Language, language, languages
from kawat.nouns.document import Document
from kawat.parse import FrozenParser, Parser, freeze, load
from tests.parse.pages import article

PAGE = st.text(st.one_of(st.characters(), st.characters(categories=["Cs"]), st.sampled_from("aA.,-'\" \u00a0\n")), max_size=60)
PARSERS: dict[str, Parser] = {}


def parser(code: str) -> Parser:
    """The parser of a language, loaded once; skips where its wheel is not installed."""
    pytest.importorskip(language(code).settings.model)
    if code not in PARSERS:
        PARSERS[code] = load(language(code))
    return PARSERS[code]


def arcs(document: Document) -> set[tuple[str, str, str]]:
    return {(token.norm, token.label.split(":")[0], document.tokens[token.head].norm) for token in document.tokens}


FLOOR = [
    ("id", "Menteri luar negeri Norland bertemu dengan gubernur Sudland di Wina.",
     {("menteri", "nsubj", "bertemu"), ("gubernur", "obl", "bertemu")}),
    ("id", "Pasukan Estmark menyerang ibu kota Westhaven pada Senin.", {("pasukan", "nsubj", "menyerang")}),
    ("id", "Serangan itu dilakukan oleh pasukan Estmark.", {("serangan", "nsubj", "dilakukan"), ("pasukan", "obl", "dilakukan")}),
    ("en", "The foreign minister of Norland met the envoy in Geneva.", {("minister", "nsubj", "met"), ("envoy", "obj", "met")}),
    ("en", "Troops attacked the capital on Monday.", {("troops", "nsubj", "attacked"), ("capital", "obj", "attacked")}),
    ("en", "The capital was attacked by troops.", {("capital", "nsubj", "attacked"), ("troops", "obl", "attacked")}),
]


@pytest.mark.parametrize(("code", "text", "expected"), FLOOR)
def test_the_frame_of_a_plain_sentence_is_right(code: str, text: str, expected: set[tuple[str, str, str]]) -> None:
    """Who did it to whom is right in a sentence of ten words."""
    assert expected <= arcs(parser(code).parse(article(text)))


@pytest.mark.parametrize("code", languages())
@settings(max_examples=40, deadline=None)
@given(text=PAGE)
def test_offsets_equal_the_text(code: str, text: str) -> None:
    """Whatever the page, each token is the text at its offsets, heads stay in their sentence, and each sentence has one root."""
    page = article(text)
    document = parser(code).parse(page)
    assert all(page.text[token.start:token.end] == token.text for token in document.tokens)
    for sentence in document.sentences:
        words = document.words(sentence)
        assert all(sentence.first <= token.head < sentence.last for token in words)
        assert [token.label for token in words if token.head == token.index] == ["root"]


@pytest.mark.parametrize("code", languages())
def test_a_parse_does_not_depend_on_its_neighbours(code: str, tmp_path: Path) -> None:
    """A sentence frozen alone has the parse it has on a page, so frozen tests tell the truth about live pages."""
    first, second = "Olsansky tiba di Jenewa.", "Whitcombe tidak hadir."
    (tmp_path / "parses.conllu").write_text(freeze(parser(code), [article(first), article(second)]), "utf-8")
    page = article(f"{first} {second}")
    assert FrozenParser(language(code), tmp_path / "parses.conllu").parse(page) == parser(code).parse(page)


def test_half_a_character_is_parsed() -> None:
    """A lone surrogate, as broken JSON can hold, neither stops the parser nor changes the token's text."""
    document = parser("id").parse(article("Menteri \ud800 tiba."))
    assert [token.text for token in document.tokens] == ["Menteri", "\ud800", "tiba", "."]


def test_a_page_without_words_gives_an_empty_document() -> None:
    """Blank paragraphs give no sentence and no error."""
    assert parser("id").parse(article(" \u00a0", "")).tokens == ()


def test_a_missing_model_is_named_with_its_remedy(tmp_path: Path) -> None:
    """A language whose wheel is not installed says what to install."""
    toml = 'name = "Norlandic"\nkey = "lemma"\ntokenizer = "latin_clitic"\nsplitter = "news"\nmodel = "kawat_model_xx"\n'
    (tmp_path / "language.toml").write_text(toml, "utf-8")
    with pytest.raises(MissingModel, match=r"Norlandic has no parser installed \(kawat_model_xx\)\. Run, .*: pip install \./models/xx"):
        load(Language("xx", tmp_path))


def test_the_room_opens_without_the_parser_library() -> None:
    """Importing the room does not import spaCy: only what parses pays for it."""
    import subprocess

    code = "import sys, kawat.parse; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_library_keeps_its_command_line() -> None:
    """Whoever wants spaCy's command line after a parser was loaded gets the real one."""
    parser("id")
    assert callable(import_module("spacy.cli.info").info)


@pytest.mark.parametrize("code", languages())
def test_articles_parsed_together_are_parsed_as_if_alone(code: str) -> None:
    """Whatever stands beside an article, its document is the same."""
    articles = [article(text) for lang, text, _ in FLOOR if lang == code]
    assert list(parser(code).parse_all(articles)) == [parser(code).parse(one) for one in articles]
