"""Data files and what they say when they are wrong."""

from pathlib import Path

import pytest

from kawat.errors import BadData
from kawat.lexicon.rules import Passive, RuleFile, read_rules
from kawat.lexicon.table import Row, read_toml, read_tsv

KINDS = {"CONSULT": ("visit",), "ASSAULT": ()}


def test_a_misspelt_field_is_named_with_its_place_and_its_remedy(tmp_path: Path) -> None:
    """The message names the file, the rule, the field, and the field that was meant."""
    path = tmp_path / "consult.toml"
    path.write_text('[[rule]]\nid = "meet"\nactr = ["subject"]\n')
    with pytest.raises(BadData, match=r"consult.toml: rule 1 has no field 'actr'. Did you mean 'actor'\?"):
        read_toml(path, RuleFile)


def test_a_file_named_after_no_kind_is_refused(tmp_path: Path) -> None:
    """A rule file must be named after a kind of record."""
    (tmp_path / "meeting.toml").write_text('[[rule]]\nid = "meet"\n')
    with pytest.raises(BadData, match="'meeting' is no kind of record"):
        read_rules("en", tmp_path, None, KINDS)


def test_two_rules_may_not_claim_one_trigger(tmp_path: Path) -> None:
    """Two rules with the same word and nothing to tell them apart are refused at load."""
    (tmp_path / "consult.toml").write_text('[[rule]]\nid = "a"\nverbs = ["meet"]\n[[rule]]\nid = "b"\nverbs = ["meet"]\n')
    with pytest.raises(BadData, match=r"en/consult/a and en/consult/b both claim 'meet'"):
        read_rules("en", tmp_path, None, KINDS)


def test_a_mode_the_type_does_not_know_is_refused(tmp_path: Path) -> None:
    """A rule's mode must be one of its type's modes."""
    (tmp_path / "consult.toml").write_text('[[rule]]\nid = "a"\nverbs = ["meet"]\nmode = "phones"\n')
    with pytest.raises(BadData, match=r"mode 'phones', which CONSULT does not know\. Use one of visit"):
        read_rules("en", tmp_path, None, KINDS)


def test_empty_cells_of_a_table_are_left_to_their_default(tmp_path: Path) -> None:
    """An empty cell is unknown, never the empty string."""
    class Two(Row, frozen=True):
        a: str
        b: int | None = None

    path = tmp_path / "t.tsv"
    path.write_text("a\tb\nx\t\ny\t2\n")
    assert read_tsv(path, Two) == (Two(a="x"), Two(a="y", b=2))


PASSIVES = [("menyerang", "diserang"), ("memukul", "dipukul"), ("mengebom", "dibom"), ("menembak", "ditembak"),
            ("menangkap", "ditangkap"),
            ("menggempur", "digempur"), ("membunuh", "dibunuh"), ("mengutuk", "dikutuk"), ("melarang", "dilarang"),
            ("mengancam", "diancam")]


@pytest.mark.parametrize(("active", "passive"), PASSIVES)
def test_passive_forms_are_made_from_active_ones(active: str, passive: str) -> None:
    """The Indonesian di- form stands among those made from the meN- form."""
    from kawat.lexicon.language import language

    table = language("id").grammar.passive
    assert isinstance(table, Passive)
    assert passive in table.forms(active)
