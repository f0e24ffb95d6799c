"""Frozen parses stand in for the model, and say what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.errors import BadData, MissingParse
from kawat.lexicon.language import Language, language
from kawat.nouns.document import Document
from kawat.parse import FrozenParser, conllu_from_document, document_from_conllu, freeze
from tests.parse.pages import article

STORED = """# text = Menteri Norland bertemu utusan Sudland.
1\tMenteri\tmenteri\tNOUN\t_\t_\t3\tnsubj\t_\t_
2\tNorland\tNorland\tPROPN\t_\t_\t1\tnmod\t_\tName=B-LOC
3\tbertemu\ttemu\tVERB\t_\t_\t0\troot\t_\t_
4\tutusan\tutus\tNOUN\t_\t_\t3\tobj\t_\t_
5\tSudland\tSudland\tPROPN\t_\t_\t4\tnmod\t_\tName=B-LOC|SpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

# text = "Damai," kata nya.
1\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
2\tDamai\tdamai\tADJ\t_\t_\t5\tccomp\t_\tSpaceAfter=No
3\t,\t,\tPUNCT\t_\t_\t2\tpunct\t_\tSpaceAfter=No
4\t"\t"\tPUNCT\t_\t_\t2\tpunct\t_\t_
5\tkata\tkata\tVERB\t_\t_\t0\troot\t_\t_
6\tnya\tnya\tPRON\t_\t_\t5\tnsubj\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t5\tpunct\t_\t_

"""


@pytest.fixture
def indonesian(tmp_path: Path) -> Language:
    """The Indonesian pack with these two parses and no others."""
    (tmp_path / "parses.conllu").write_text(STORED, "utf-8")
    return language("id")


@pytest.fixture
def frozen(indonesian: Language, tmp_path: Path) -> FrozenParser:
    """The frozen parser of that pack."""
    return FrozenParser(indonesian, tmp_path / "parses.conllu")


def labels(document: Document) -> list[tuple[str, str, str]]:
    return [(token.text, token.label, document.tokens[token.head].text) for token in document.tokens]


def test_a_stored_sentence_is_parsed_as_stored(frozen: FrozenParser) -> None:
    """Heads, relations and names come from the file; offsets from the article."""
    page = article("Menteri Norland bertemu utusan Sudland.", title="“Damai,” kata nya.")
    document = frozen.parse(page)
    assert labels(document)[7:10] == [("Menteri", "nsubj", "bertemu"), ("Norland", "nmod", "Menteri"), ("bertemu", "root", "bertemu")]
    assert [(document.tokens[name.first].text, name.last - name.first, name.label) for name in document.names] == [
        ("Norland", 1, "LOC"), ("Sudland", 1, "LOC")]
    assert [sentence.part for sentence in document.sentences] == ["title", "body"]
    assert all(page.text[token.start:token.end] == token.text for token in document.tokens)
    assert document.tokens[0].text == "“" and document.tokens[0].norm == '"'


def test_blanks_and_quotes_of_the_page_do_not_matter(frozen: FrozenParser) -> None:
    """A no-break space or a curly quote finds the same parse."""
    assert labels(frozen.parse(article("Menteri\u00a0Norland  bertemu utusan Sudland.")))[2] == ("bertemu", "root", "bertemu")


def test_a_missing_sentence_is_named_with_its_remedy(frozen: FrozenParser) -> None:
    """A sentence never frozen raises, naming the sentence and the command that freezes it."""
    with pytest.raises(MissingParse, match=r"no parse of 'Perang usai\.'\. Run: kawat language freeze id"):
        frozen.parse(article("Perang usai."))


def test_a_parse_whose_words_are_cut_otherwise_is_refused(frozen: FrozenParser) -> None:
    """When the tokenizer changes, an old parse is reported and never misaligned."""
    frozen.path.write_text("# text = Katanya usai.\n1\tKatanya\t_\tX\t_\t_\t0\troot\t_\t_\n2\tusai\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No\n"
                           "3\t.\t_\tX\t_\t_\t1\tpunct\t_\t_\n", "utf-8")
    with pytest.raises(MissingParse, match="cut otherwise today"):
        frozen.parse(article("Katanya usai."))


def test_freezing_gives_back_what_was_parsed(frozen: FrozenParser) -> None:
    """Freezing the documents of a parser and parsing from that file give the same documents."""
    page = article("Menteri Norland bertemu utusan Sudland. “Damai,” kata nya.")
    before = frozen.parse(page)
    frozen.path.write_text(freeze(frozen, [page, page]), "utf-8")
    assert FrozenParser(frozen.language, frozen.path).parse(page) == before


def test_a_document_goes_through_conllu_and_back() -> None:
    """`document_from_conllu` reads what `conllu_from_document` writes, a paragraph a sentence."""
    page, document = document_from_conllu(STORED)
    assert [page.text[sentence.start:sentence.end] for sentence in document.sentences] == [
        "Menteri Norland bertemu utusan Sudland.", '"Damai," kata nya.']
    assert document_from_conllu(conllu_from_document(document, page.text)) == (page, document)


def test_no_sentence_is_an_error() -> None:
    """An empty file is named and told what belongs in it."""
    with pytest.raises(BadData, match=r"empty\.conllu: no sentence"):
        document_from_conllu("", "empty.conllu")
