"""The commands for people who write rules."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kawat.cli import main
from kawat.lexicon.furniture import FurnitureFile
from kawat.lexicon.language import LANGUAGES, Language, language, languages
from kawat.lexicon.table import read_toml
from kawat.parse import FrozenParser, outline
from kawat.pipeline.accuracy import of_examples, tallied
from kawat.pipeline.drift import drifted
from kawat.pipeline.examples import example_articles, sentence_article
from kawat.pipeline.firing import firing
from tests.readings import READING

ATTACK = "Norland attacked a Sudland base in the mountains."


def kawat(*arguments: str) -> Result:
    """Run a command as a user would, stdout and stderr apart."""
    return CliRunner().invoke(main, list(arguments))


@pytest.fixture
def english() -> Language:
    """The English pack, where its parser is installed."""
    pack = language("en")
    pytest.importorskip(pack.settings.model)
    return pack


def own_files(folder: Path) -> set[str]:
    """The files of a language folder that a new language wants too: all but its pages and parses."""
    names = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    return {name for name in names if not name.startswith("pages/") and name != "parses.conllu"}


@pytest.mark.parametrize("like", languages())
def test_a_new_folder_has_the_same_files_and_keeps_their_schemas(like: str, tmp_path: Path) -> None:
    """Every file of the other language is there, and each is read by the schema that reads the full one."""
    assert kawat("language", "new", "ms", "--like", like, "--into", str(tmp_path)).exit_code == 0
    made = Language("ms", tmp_path / "ms")
    assert own_files(made.folder) == own_files(LANGUAGES / like)
    for name, part in vars(Language).items():
        if isinstance(part, cached_property):
            getattr(made, name)
    assert read_toml(made.folder / "furniture.toml", FurnitureFile).line == ()
    assert (made.settings.name, made.settings.model) == ("ms", "kawat_model_ms")
    assert (made.rules, made.position_rules, made.names.by_first) == ((), (), {})


def test_a_new_folder_cuts_words_and_sentences(tmp_path: Path) -> None:
    """Word lists that are still empty match nothing, rather than everything."""
    kawat("language", "new", "ms", "--like", "id", "--into", str(tmp_path))
    lines = outline(sentence_article("Norland menyerang 20 kapal. Sudland diam.", "ms"), Language("ms", tmp_path / "ms"))
    assert [len(line.cuts) for line in lines] == [5, 3]


def test_a_new_folder_says_what_each_field_wants(tmp_path: Path) -> None:
    """Beside each field stands what it holds and how the other language fills it."""
    kawat("language", "new", "ms", "--like", "en", "--into", str(tmp_path))
    roles, tokens = ((tmp_path / "ms" / name).read_text(encoding="utf-8") for name in ("roles.toml", "tokens.toml"))
    assert '# light_verbs: a list of words or phrases. English: ["launch", ' in roles
    assert '# [[role]]\n# name = "subject"' in roles
    assert "# hyphen: one of keep, split. English: \"split\"\nhyphen = \"split\"" in tokens


@pytest.mark.parametrize(("arguments", "status", "said"), [
    (("ms", "--like", "xx"), 1, "language.toml"),
    (("../ms", "--like", "id"), 2, "no language code"),
    (("ms",), 2, "--like"),
])
def test_what_cannot_be_made_is_told(arguments: tuple[str, ...], status: int, said: str, tmp_path: Path) -> None:
    """A bad model is status 1, a call that was not understood status 2, and nothing is written."""
    done = kawat("language", "new", *arguments, "--into", str(tmp_path))
    assert (done.exit_code, done.stdout) == (status, "")
    assert said in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """Nobody's work is lost to a second call."""
    (tmp_path / "ms").mkdir()
    done = kawat("language", "new", "ms", "--like", "id", "--into", str(tmp_path))
    assert done.exit_code == 1
    assert "is there already" in done.stderr
    assert list((tmp_path / "ms").iterdir()) == []


def test_check_tells_which_rules_fired_over_pages_and_which_never_did(english: Language, tmp_path: Path) -> None:
    """The counts and the rest together are all rules; a page in another language is left out."""
    told = f"{ATTACK} The government of Norland said so on Monday, and Sudland said nothing.\n"
    (tmp_path / "one.txt").write_text(told, encoding="utf-8")
    foreign = "Pemerintah Norland mengatakan bahwa pasukannya menyerang pangkalan itu karena warga diserang.\n"
    (tmp_path / "two.txt").write_text(foreign, encoding="utf-8")
    found = json.loads(kawat("language", "check", "en", "--pages", str(tmp_path), "--json").stdout)["pages"]
    assert (found["pages"], found["left_out"]) == (1, 1)
    assert found["fired"]["en/assault/attack"] == 1
    assert len(found["fired"]) + len(found["never"]) == len(english.rules) + len(english.position_rules)


def test_check_of_a_page_that_cannot_be_read_is_status_1(english: Language, tmp_path: Path) -> None:
    """The page is named on stderr; the rest is told all the same."""
    done = kawat("language", "check", "en", "--pages", str(tmp_path / "gone.txt"))
    assert done.exit_code == 1
    assert "gone.txt" in done.stderr
    assert f"0 rules fired over 0 pages, {len(english.rules) + len(english.position_rules)} never did" in done.stdout


def test_a_rule_is_counted_by_the_records_that_carry_its_name() -> None:
    """Whatever is no rule of the language is not counted, and no rule is both fired and never."""
    found = firing("en", [READING])
    assert found.pages + found.left_out == 1
    assert not set(found.fired) & set(found.never)


def test_equal_parses_do_not_drift() -> None:
    """Nothing is reported where the frozen parse is the parse of today."""
    pack = language("en")
    assert list(drifted(pack, FrozenParser(pack), FrozenParser(pack))) == []


def frozen_without(tmp_path: Path, sentence: str, other: str = "") -> FrozenParser:
    """The frozen English parses with that sentence's taken out, or with another in its place."""
    pack = language("en")
    blocks = (pack.folder / "parses.conllu").read_text(encoding="utf-8").split("\n\n")
    path = tmp_path / "parses.conllu"
    kept = [other if f"# text = {sentence}\n" in f"{block}\n" else block for block in blocks]
    path.write_text("\n\n".join(block for block in kept if block) + "\n", encoding="utf-8")
    return FrozenParser(pack, path)


def test_a_sentence_whose_parse_was_lost_is_told_as_never_frozen(tmp_path: Path) -> None:
    """A new example without a frozen parse does not hide the drift of the others."""
    pack = language("en")
    sentence = next(article.text for article in example_articles(pack) if article.text.startswith("Norland attacked"))
    (drift,) = drifted(pack, frozen_without(tmp_path, sentence), FrozenParser(pack))
    assert (drift.text, drift.frozen) == (sentence, None)
    assert drift.live[0].startswith("en/assault/")


def test_a_parse_that_codes_otherwise_drifts(tmp_path: Path) -> None:
    """The sentence comes with what only the frozen parse gives and what only today's gives."""
    pack = language("en")
    sentence = next(article.text for article in example_articles(pack) if article.text.startswith("Norland attacked"))
    blocks = (pack.folder / "parses.conllu").read_text(encoding="utf-8").split("\n\n")
    tree = next(block for block in blocks if f"# text = {sentence}" in block)
    (drift,) = drifted(pack, frozen_without(tmp_path, sentence, tree.replace("\tattack\t", "\tadmire\t")), FrozenParser(pack))
    assert drift.frozen == ()
    assert drift.live[0].startswith("en/assault/")


def test_check_with_drift_compares_frozen_with_live(english: Language) -> None:
    """The JSON holds a list of drifts, and the status says whether there is any."""
    done = kawat("language", "check", "en", "--drift", "--json")
    told = json.loads(done.stdout)
    assert done.exit_code == (1 if told["failures"] or told["drift"] else 0)
    assert [one for one in told["drift"] if set(one) != {"text", "frozen", "live"}] == []


def test_accuracy_counts_right_and_wanted_by_type() -> None:
    """Types come in the order of the ontology, each with its own counts."""
    rows = tallied([("CONSULT", "examples", True), ("AGREE", "pages", False), ("CONSULT", "examples", False), ("chain", "pages", True)])
    assert [(row.type, row.examples, row.pages) for row in rows] == [
        ("AGREE", (0, 0), (0, 1)), ("CONSULT", (1, 2), (0, 0)), ("chain", (0, 0), (1, 1))]


def test_every_example_is_counted_once() -> None:
    """The wanted of all types are the examples and look-alikes of all rules."""
    pack = language("en")
    rows = tallied(list(of_examples(pack, FrozenParser(pack).parse)))
    rules = (*pack.rules, *pack.position_rules)
    assert sum(row.examples[1] for row in rows) == sum(len(rule.examples) for rule in rules)
    assert sum(row.look_alikes[1] for row in rows) == sum(len(rule.look_alikes) for rule in rules)


def test_score_prints_a_table_and_json_of_the_same(english: Language) -> None:
    """People get shares by type, programs right and wanted."""
    told = json.loads(kawat("language", "score", "en", "--json").stdout)["types"]
    shown = kawat("language", "score", "en")
    assert shown.exit_code == 0
    consult = next(row for row in told if row["type"] == "CONSULT")
    assert f"{consult['examples']['right']} / {consult['examples']['wanted']}" in shown.stdout
    assert "pages" in shown.stdout
