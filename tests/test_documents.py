"""What the documents tell people to type works as they say."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from kawat.cli import main
from tests.readings import TEXT

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "README.id.md", "docs/tutorial.md", "docs/scores.md", "docs/adding-a-language.md")


def blocks(document: str, kind: str) -> list[str]:
    """The fenced blocks of that kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", (ROOT / document).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


def calls(document: str) -> list[list[str]]:
    """Every `kawat …` that a document shows, as words; comments and redirections left out."""
    lines = [line.removeprefix("$ ") for block in blocks(document, "console") for line in block.splitlines()]
    found = [shlex.split(re.split(r"\s[|>]\s", line)[0], comments=True) for line in lines if re.match(r"(?:\.venv/bin/)?kawat ", line)]
    return [words[1:] for words in found]


@pytest.mark.parametrize("words", [words for document in DOCUMENTS for words in calls(document)], ids=" ".join)
def test_every_call_in_the_documents_is_understood(words: list[str]) -> None:
    """Commands, arguments and options exist under these names."""
    command, rest = main.commands[words[0]], words[1:]
    above = main.make_context("kawat", [], resilient_parsing=True)  # a command keeps the help option of the context it first met
    with command.make_context(words[0], rest, parent=above, resilient_parsing=True) as context:
        command.parse_args(context, list(rest))
    assert not [word for word in rest if word.startswith("-") and word.split("=")[0] not in _options(words)]


def _options(words: list[str]) -> set[str]:
    command = main.commands[words[0]]
    below = getattr(command, "commands", {}).get(words[1])
    return {name for parameter in (below or command).params for name in parameter.opts}


@pytest.mark.parametrize(("document", "page"), [("README.md", "page.txt"), ("README.id.md", "halaman.txt"),
                                                ("docs/tutorial.md", "eastford.txt")])
def test_the_python_in_the_documents_runs(document: str, page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    """Three lines are enough to read a page."""
    (tmp_path / page).write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for block in blocks(document, "python"):
        exec(compile(block, document, "exec"), {})
    assert capsys.readouterr().out


def test_the_page_of_the_tutorial_gives_what_the_tutorial_says(tmp_path: Path) -> None:
    """A table with events and a figure, and nothing from the line that is furniture."""
    path = tmp_path / "eastford.txt"
    path.write_text(blocks("docs/tutorial.md", "text")[0], encoding="utf-8")
    shown = CliRunner().invoke(main, ["code", str(path), "--date", "2026-03-04", "--outlet", "Example Post", "--format", "table"]).stdout
    assert "at least 12 killed" in shown
    assert "on the word of Example Post" in shown
    assert "estival" not in shown
