"""The house keeps its own rules: read from the syntax tree, not from promises."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import kawat
from kawat.lexicon.language import languages

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kawat"
MODULES = sorted(SOURCE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("test_*.py"))
DOORS = {"click": "cli", "rich": "cli export", "sqlalchemy": "ledger", "spacy": "parse", "trafilatura": "page", "jinja2": "export",
         "pyarrow": "export"}
REFUSED = re.compile(r"(?:^|_)(?:manager|handler|helpers?|utils?|core|base)(?:_|$)", re.IGNORECASE)
LONGEST_FUNCTION = 60
LONGEST_MODULE = 320
NAMES_OF_THE_FACE = 12
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def called(path: Path) -> str:
    """A module as messages name it."""
    return str(path.relative_to(ROOT))


def room(path: Path) -> str:
    """The room a module lies in."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def functions(path: Path) -> Iterator[Function]:
    """Every function of a module, methods and inner ones too."""
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, Function))


def imported(path: Path) -> Iterator[str]:
    """The packages a module imports, wherever in it the import stands."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def compared(path: Path) -> Iterator[tuple[int, str]]:
    """Every string constant that a module compares something with, alone, in a collection or as a pattern."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.MatchValue):
            sides = [node.value]
        elif isinstance(node, ast.Compare):
            # `"id" in row` asks for a field; `code in ("id", "en")` asks for a language.
            keys = isinstance(node.ops[0], ast.In | ast.NotIn)
            sides = node.comparators if keys else [node.left, *node.comparators]
        else:
            continue
        parts = [part for side in sides for part in (side.elts if isinstance(side, ast.Tuple | ast.List | ast.Set) else [side])]
        yield from ((node.lineno, part.value) for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))


def test_the_engine_never_compares_with_a_language_code() -> None:
    """What depends on the language is data: no module asks whether it reads Indonesian."""
    assert [f"{called(path)}:{line}" for path in MODULES for line, said in compared(path) if said in languages()] == []


def test_no_python_lies_in_a_language_folder() -> None:
    """A language is data that a linguist can correct."""
    assert list((SOURCE / "languages").rglob("*.py")) == []


def test_the_public_face_is_small_and_sorted() -> None:
    """Few names, in order, and each of them is there."""
    assert sorted(kawat.__all__) == kawat.__all__
    assert len(kawat.__all__) <= NAMES_OF_THE_FACE
    assert [name for name in kawat.__all__ if not hasattr(kawat, name)] == []


def test_nouns_import_only_the_standard_library() -> None:
    """The shared nouns bind nobody to a library."""
    allowed = sys.stdlib_module_names | {"kawat"}
    assert [f"{called(path)}: {name}" for path in MODULES if room(path) == "nouns" for name in imported(path) if name not in allowed] == []


@pytest.mark.parametrize("library", DOORS)
def test_each_library_has_one_door(library: str) -> None:
    """A library can be replaced by rewriting the one room that knows it."""
    strangers = {called(path) for path in MODULES if library in imported(path) and room(path) not in DOORS[library].split()}
    assert strangers == set()


def test_no_function_is_too_long() -> None:
    """What does not fit on a screen is two things."""
    long = [f"{called(path)}: {f.name}" for path in MODULES for f in functions(path) if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]
    assert long == []


def test_functions_are_short() -> None:
    """Nine of ten functions stay under 35 lines."""
    lengths = sorted((f.end_lineno or 0) - f.lineno + 1 for path in MODULES for f in functions(path))
    assert lengths[int(len(lengths) * 0.9)] < 35


def test_no_module_is_too_long() -> None:
    """A module is named after one noun and holds no more."""
    assert [called(path) for path in MODULES if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST_MODULE] == []


def test_refused_names_are_absent() -> None:
    """Names that say nothing are not used for modules, classes or functions."""
    named = [(path, path.stem) for path in MODULES]
    named += [(path, node.name) for path in MODULES for node in ast.walk(tree_of(path)) if isinstance(node, Function | ast.ClassDef)]
    assert [f"{called(path)}: {name}" for path, name in named if REFUSED.search(name)] == []


def test_every_module_and_public_function_says_what_is_true() -> None:
    """A docstring of one sentence at least, for whatever others may call."""
    silent = [called(path) for path in MODULES if not ast.get_docstring(tree_of(path))]
    for path in MODULES:
        for node in tree_of(path).body:
            if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node):
                silent.append(f"{called(path)}: {node.name}")
    assert silent == []


def test_every_test_says_the_truth_it_tests() -> None:
    """A test without a sentence cannot be judged when it fails."""
    assert [f"{called(path)}: {f.name}" for path in TESTS for f in functions(path)
            if f.name.startswith("test_") and not ast.get_docstring(f)] == []


def test_the_readme_lists_every_command_once() -> None:
    """What can be done stands in the README, and nothing that cannot."""
    from kawat.cli import main

    listed = re.findall(r"^\| `kawat (\w+)", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(main.commands)


def test_every_page_of_the_documentation_that_is_linked_exists() -> None:
    """A relative link in the documents leads to a file."""
    documents = [ROOT / "README.md", ROOT / "README.id.md", *(ROOT / "docs").glob("*.md")]
    links = [(page, link) for page in documents for link in re.findall(r"\]\((?!https?://|#)([^)#\s]+)", page.read_text(encoding="utf-8"))]
    assert [f"{called(page)}: {link}" for page, link in links if not (page.parent / link).exists()] == []
