"""CoNLL-U is read with the surface kept, and written so that it reads back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.errors import BadData
from kawat.parse.conllu import Tree, Word, conllu, trees

CLITIC = """# sent_id = a
# text = Katanya perang usai.
1-2\tKatanya\t_\t_\t_\t_\t_\t_\t_\t_
1\tkata\tkata\tVERB\t_\t_\t0\troot\t_\t_
2\tnya\tnya\tPRON\t_\t_\t1\tnsubj\t_\t_
3\tperang\tperang\tNOUN\t_\t_\t4\tnsubj\t_\t_
4\tusai\tusai\tVERB\t_\t_\t1\tccomp\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

"""
LETTERS = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@st.composite
def sentences(draw: st.DrawFn) -> Tree:
    forms = draw(st.lists(LETTERS, min_size=1, max_size=6))
    words = [Word(form, draw(LETTERS), "NOUN", draw(st.integers(0, len(forms))), "dep", draw(st.booleans())) for form in forms]
    return Tree(tuple(words), {"text": "x"})


def test_pieces_of_a_multiword_token_spell_its_surface() -> None:
    """`Katanya` is read as `Kata` and `nya`, with no blank between them."""
    tree = next(trees(CLITIC, "a"))
    assert [word.form for word in tree.words[:2]] == ["Kata", "nya"]
    assert tree.text == "Katanya perang usai."
    assert tree.comments["sent_id"] == "a"


@pytest.mark.parametrize(("surface", "forms", "expected"), [
    ("won't", ["will", "not"], ["wo", "n't"]),
    ("Katanya", ["kata", "nya"], ["Kata", "nya"]),
    ("du", ["de", "le"], ["d", "u"]),
])
def test_a_multiword_token_that_its_forms_do_not_spell_is_cut_by_their_lengths(surface: str, forms: list[str], expected: list[str]) -> None:
    """Every piece gets at least a letter, and together they are the surface."""
    rows = [f"1-2\t{surface}" + "\t_" * 8, *(f"{k}\t{form}\t_\tX\t_\t_\t0\troot\t_\t_" for k, form in enumerate(forms, 1))]
    assert [word.form for word in next(trees("\n".join(rows), "a")).words] == expected


@settings(deadline=None)
@given(st.lists(sentences(), max_size=4))
def test_what_is_written_reads_back(given_trees: list[Tree]) -> None:
    """Writing and reading give the same words, up to the note on blanks."""
    back = list(trees(conllu(given_trees), "a"))
    assert [[(w.form, w.lemma, w.pos, w.head, w.label, w.spaced) for w in tree.words] for tree in back] == [
        [(w.form, w.lemma, w.pos, w.head, w.label, w.spaced) for w in tree.words] for tree in given_trees]


@pytest.mark.parametrize(("line", "fault"), [
    ("1\tdamai", "parses.conllu: line 1 has 2 fields. CoNLL-U has ten, separated by tabs"),
    ("1\tdamai\t_\t_\t_\t_\t_\t_\t_\t_", "parses.conllu: line 1 has no head. The seventh field must be a number, 0 at the root"),
])
def test_a_broken_line_is_named(line: str, fault: str) -> None:
    """A line that is not CoNLL-U is named with its file and number."""
    with pytest.raises(BadData) as caught:
        list(trees(line, "parses.conllu"))
    assert str(caught.value) == fault
