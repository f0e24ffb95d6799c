"""What we wrote ourselves for training is well formed: names, sentences, and trees in every filling."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.lexicon.language import language
from training.frames import framed
from training.names import NamedSentence, composed, headlines, pool_of_names, read_named, settled, substituted
from training.recipe import RECIPES, recipe

CODES = sorted(path.stem for path in RECIPES.glob("??.toml"))
LABELS = {"PER", "ORG", "LOC"}


@pytest.mark.parametrize("code", CODES)
def test_every_filled_frame_is_a_tree(code: str) -> None:
    """Each filling has one root that every word reaches, and verbs keep their lemma."""
    wanted = recipe(code).parser
    assert wanted.frames
    for tree in framed(wanted.frames, pool_of_names(wanted.names, language(code)), wanted.flat):
        heads = [word.head for word in tree.words]
        assert heads.count(0) == 1
        for place in range(1, len(heads) + 1):
            path = [place]
            while heads[path[-1] - 1]:
                path.append(heads[path[-1] - 1])
                assert len(path) <= len(heads), tree.text
        assert all(word.lemma and "{" not in word.form for word in tree.words)


@pytest.mark.parametrize("code", CODES)
def test_names_in_composed_sentences_are_names_of_the_list(code: str) -> None:
    """Each name of a composed sentence is one of the list, under its label."""
    wanted = recipe(code).names
    assert wanted.substitutes and wanted.sentences
    pool = pool_of_names(wanted.substitutes, language(code))
    assert set(pool) == LABELS
    sentences = composed(wanted.sentences, pool, times=2)
    assert sum(len(one.names) for one in sentences) > len(sentences)
    assert all(one.words[first:last] in pool[label] for one in sentences for first, last, label in one.names)


def test_substitution_keeps_the_words_between_names() -> None:
    """Only names give way; labels, and the words around them, stay."""
    one = NamedSentence(("Kata", "Hartono", ",", "Jakarta", "."), (True, False, True, False, False), ((1, 2, "PER"), (3, 4, "LOC")))
    pool = {"PER": [("Marek", "Olsansky")], "LOC": [("Norville",)], "ORG": [("PBB",)]}
    changed = substituted([one], pool, share=1.0)[0]
    assert changed.words == ("Kata", "Marek", "Olsansky", ",", "Norville", ".")
    assert changed.spaces == (True, True, False, True, False, False)
    assert changed.names == ((1, 3, "PER"), (4, 5, "LOC"))


def test_a_known_place_is_a_place_everywhere() -> None:
    """A name that the list has as a place is one, whatever a corpus calls it."""
    one = NamedSentence(("Norville", "menang"), (True, False), ((0, 1, "ORG"),))
    assert settled([one], {"LOC": [("Norville",)], "PER": [], "ORG": []})[0].names == ((0, 1, "LOC"),)


def test_a_headline_keeps_its_names() -> None:
    """Long words take a capital, names stay where they are."""
    one = NamedSentence(("utusan", "di", "Norville"), (True, True, False), ((2, 3, "LOC"),))
    assert headlines([one], 1.0) == [NamedSentence(("Utusan", "di", "Norville"), one.spaces, one.names)]


def test_bio_files_are_read_with_their_labels_mapped(tmp_path: Path) -> None:
    """Labels outside the map are no names, and an I after another label starts none."""
    (tmp_path / "a.txt").write_text("Utusan\tO\nNorland\tB-PLACE\nMarek\tB-PERSON\nOlsansky\tI-PERSON\nPiala\tB-EVENT\n\n", "utf-8")
    assert [one.names for one in read_named(tmp_path / "a.txt", {"PLACE": "LOC", "PERSON": "PER"})] == [((1, 2, "LOC"), (2, 4, "PER"))]


def test_a_name_is_the_proper_core_of_an_entity(tmp_path: Path) -> None:
    """Of the entity `the Sudland Navy` the name is `Sudland Navy`."""
    rows = [("the", "DET", 3, "Entity=(1-organization-new"), ("Sudland", "PROPN", 3, "_"), ("Navy", "PROPN", 0, "Entity=1)"),
            ("sank", "VERB", 3, "_")]
    lines = [f"{k}\t{form}\t{form}\t{pos}\t_\t_\t{head}\tdep\t_\t{misc}" for k, (form, pos, head, misc) in enumerate(rows, 1)]
    (tmp_path / "GUM_a.conllu").write_text("\n".join(lines), "utf-8")
    assert next(read_named(tmp_path / "GUM_a.conllu", {"organization": "ORG"})).names == ((1, 3, "ORG"),)
