"""The codebook is what the rules say, whole and current."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kawat.cli import main
from kawat.cli.reference import generated, run
from kawat.export.codebook import codebook
from kawat.lexicon.language import language, languages
from kawat.lexicon.ontology import event_types, position_kinds
from kawat.lexicon.pages import page_records, page_slugs

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("code", languages())
def test_the_book_holds_every_rule_with_its_words_and_sentences(code: str) -> None:
    """Nothing a rule file says is left out: names, triggers, examples, look-alikes and why they are none."""
    book = codebook(code)
    for rule in (*language(code).rules, *language(code).position_rules):
        assert f"### {rule.name}\n" in book
        said = [f"*{word.replace('*', '…')}*" for word in (*rule.verbs, *rule.nouns, *rule.needs, *rule.unless)]
        said += [f"“{example.text}”" for example in rule.examples] + [f"“{one.text}” — {one.why}" for one in rule.look_alikes]
        assert [words for words in (*said, rule.note or "") if words not in book] == []


@pytest.mark.parametrize("code", languages())
def test_the_book_explains_every_type_mode_kind_and_role(code: str) -> None:
    """Whoever reads a rule finds each of its terms defined in the same book."""
    book = codebook(code)
    means = [kind.means for kind in event_types().values()] + list(position_kinds().values())
    assert [sentence for sentence in means if sentence not in book] == []
    assert [mode for kind in event_types().values() for mode in kind.modes if f"| {mode} |" not in book] == []
    unexplained = [f"roles.toml: role '{name}' needs means" for name, role in language(code).roles.items() if not role.row.means]
    assert unexplained == []
    assert [name for name, role in language(code).roles.items() if f"{name} | {role.row.means} |" not in book] == []


@pytest.mark.parametrize("code", languages())
def test_the_book_tells_what_is_known_to_fail(code: str) -> None:
    """A record that an example page wants and kawat does not give stands in the book with its reason."""
    marked = [row.known_failure for slug in page_slugs() if slug.startswith(f"{code}/")
              for table in ("event", "figure", "statement", "position", "chain", "label", "negotiation", "absent", "dated")
              for row in getattr(page_records(slug), table) if row.known_failure]
    assert [why for why in marked if why not in codebook(code)] == []


@pytest.mark.parametrize("code", languages())
def test_every_link_inside_the_book_leads_somewhere(code: str) -> None:
    """Contents, rule lists and roles link to anchors that are there, each anchor once."""
    book = codebook(code)
    anchors = re.findall(r'<a id="([^"]+)"></a>', book)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r"\]\(#([^)]+)\)", book)) <= {*anchors, "other-known-failures"}


def test_the_generated_documents_are_current() -> None:
    """docs/cli.md and docs/codebook say what the commands and the rules say today."""
    assert [name for name, text in generated() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text] == []


def test_a_stale_or_missing_document_fails_the_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check names each file left behind, and is content once it is written anew."""
    assert run([str(tmp_path)]) == 0
    assert run(["--check", str(tmp_path)]) == 0
    (tmp_path / "codebook" / "en.md").write_text("old", encoding="utf-8")
    (tmp_path / "cli.md").unlink()
    assert run(["--check", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert "codebook/en.md" in told and "cli.md" in told and "make docs" in told


def test_the_command_prints_the_book_or_writes_it(tmp_path: Path) -> None:
    """The same text on stdout as in a file."""
    path = tmp_path / "book.md"
    assert CliRunner().invoke(main, ["codebook", "en", "-o", str(path)]).exit_code == 0
    assert path.read_text(encoding="utf-8") == CliRunner().invoke(main, ["codebook", "en"]).stdout == codebook("en")


def test_a_language_without_a_folder_is_one_line_and_status_1() -> None:
    """File, fault and remedy."""
    done = CliRunner().invoke(main, ["codebook", "xx"])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1 and "language.toml" in done.stderr
