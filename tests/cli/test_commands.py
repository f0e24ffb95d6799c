"""The commands say what they do, print where they should, and leave with the status they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kawat.cli import main
from kawat.cli.reference import reference
from kawat.nouns.reading import plain_reading
from tests.readings import READING, SHELLING
from tests.score.gold import passage, perfect


def kawat(*arguments: str, stdin: str | None = None) -> Result:
    """Run a command as a user would, stdout and stderr apart."""
    return CliRunner().invoke(main, list(arguments), input=stdin)


def commands(group: click.Group, *above: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with the words that call it."""
    for name, command in group.commands.items():
        yield (*above, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *above, name)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A file of records that kawat wrote before."""
    path = tmp_path / "records.jsonl"
    path.write_text(json.dumps(plain_reading(READING)) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def gold_and_output(tmp_path: Path) -> tuple[str, str]:
    """A gold passage and the output of a faultless program."""
    gold, output = tmp_path / "gold.jsonl", tmp_path / "output.jsonl"
    gold.write_text(json.dumps(passage()) + "\n", encoding="utf-8")
    output.write_text(json.dumps(perfect(passage())) + "\n", encoding="utf-8")
    return str(gold), str(output)


@pytest.mark.parametrize("words", [words for words, _ in commands(main)], ids=" ".join)
def test_every_command_explains_itself_with_an_example(words: tuple[str, ...]) -> None:
    """`--help` says what the command does and shows one call that works."""
    shown = kawat(*words, "--help")
    assert shown.exit_code == 0
    assert f"Example: kawat {' '.join(words[:1])}" in " ".join(shown.output.split())


def test_every_command_and_option_has_a_help_text() -> None:
    """No option is left to guessing."""
    silent = [(words, p.name) for words, c in commands(main) for p in c.params if isinstance(p, click.Option) and not p.help]
    assert silent == []
    assert [words for words, command in commands(main) if not command.help] == []


def test_the_reference_is_what_the_commands_say() -> None:
    """docs/cli.md is written by the commands and has not been left behind."""
    path = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
    assert path.read_text(encoding="utf-8") == reference()


def test_an_unknown_command_is_status_2() -> None:
    """What was not understood is told apart from what failed."""
    assert kawat("cod").exit_code == 2


def test_a_missing_page_is_one_line_on_stderr_and_status_1(tmp_path: Path) -> None:
    """File, fault and remedy, and nothing on stdout."""
    done = kawat("code", str(tmp_path / "gone.txt"), "--format", "jsonl")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "gone.txt: no such file" in done.stderr


def test_why_draws_a_record_that_was_written_before(written: Path) -> None:
    """A derivation can be drawn from kawat's own output."""
    done = kawat("why", SHELLING.id, "--page", str(written))
    assert done.exit_code == 0
    assert "├── rule en/assault/shell  by tree" in done.stdout


def test_why_of_an_unknown_record_is_one_line(written: Path) -> None:
    """An id that is not there is named, with where to look."""
    done = kawat("why", "e-000000000000", "--page", str(written))
    assert done.exit_code == 1
    assert "has no record e-000000000000" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_report_is_written_from_records_alone(written: Path, tmp_path: Path) -> None:
    """The page need not be read again to be shown."""
    page = tmp_path / "page.html"
    done = kawat("report", str(written), "-o", str(page))
    assert done.exit_code == 0
    assert done.stdout == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_score_prints_tables_for_people_and_one_object_for_programs(gold_and_output: tuple[str, str]) -> None:
    """The same figures both ways."""
    assert "event                  1.000 1.000 1.000" in kawat("score", "passages", *gold_and_output).stdout
    assert json.loads(kawat("score", "passages", *gold_and_output, "--json").stdout)["figures"]["event_f1"] == 1


@pytest.mark.parametrize(("wish", "status"), [("event_f1>=0.9", 0), ("event_f1<=0.9", 1), ("event_f1", 1)])
def test_score_leaves_with_1_where_a_bar_is_not_reached(gold_and_output: tuple[str, str], wish: str, status: int) -> None:
    """A build can hold a figure to a bar."""
    assert kawat("score", "passages", *gold_and_output, "--min", wish).exit_code == status


def test_score_items_gives_nothing_of_the_gold_away(gold_and_output: tuple[str, str]) -> None:
    """The program under test sees the text and not the answers."""
    done = kawat("score", "items", gold_and_output[0])
    assert set(json.loads(done.stdout)) == {"id", "text", "lang"}


def test_score_of_a_broken_line_names_it(tmp_path: Path, gold_and_output: tuple[str, str]) -> None:
    """A file that is not JSON is one line with the number of the line."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"article": {"id": "p-1"}\n', encoding="utf-8")
    done = kawat("score", "passages", gold_and_output[0], str(bad))
    assert done.exit_code == 1
    assert "line 1 is not JSON" in done.stderr


@pytest.mark.parametrize("path", ["gone.jsonl", "."])
def test_score_of_a_missing_file_is_one_line(gold_and_output: tuple[str, str], path: str) -> None:
    """A file that cannot be read is told, not traced."""
    done = kawat("score", "passages", gold_and_output[0], path)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: {path}: cannot be read")


def test_help_does_not_wait_for_the_parser() -> None:
    """Nothing heavy is imported before a command needs it."""
    heavy = "import kawat.cli, sys; print([m for m in ('spacy', 'pyarrow', 'sqlalchemy', 'rich', 'jinja2') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", heavy], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_reader_who_leaves_early_is_no_error(written: Path) -> None:
    """`kawat report … | head -c 1` prints no traceback."""
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", "from kawat.cli import main; main()", "report", str(written)], stdout=writer,
                          stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
