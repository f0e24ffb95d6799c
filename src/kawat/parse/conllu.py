"""CoNLL-U text as words and back: what treebanks and frozen parses are written in.

Format: https://universaldependencies.org/format.html. Ten tab-separated fields a word, a blank line after each sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from kawat.errors import BadData


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word; `head` counts from 1 and is 0 at the root; `spaced` where a blank follows; `misc` as written."""

    form: str
    lemma: str
    pos: str
    head: int
    label: str
    spaced: bool
    misc: str = "_"


@dataclass(frozen=True, slots=True)
class Tree:
    """One sentence: its words and its comments (`sent_id`, `text`, `newdoc id`, ...)."""

    words: tuple[Word, ...]
    comments: dict[str, str]

    @property
    def text(self) -> str:
        """The sentence as its words spell it."""
        return "".join(word.form + " " * word.spaced for word in self.words).strip()


def trees(text: str, where: str) -> Iterator[Tree]:
    """The sentences of a CoNLL-U text; raises BadData naming `where` and the line."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield _tree(block, where)
            block = []


def conllu(sentences: Iterable[Tree]) -> str:
    """The sentences as CoNLL-U; `trees` reads back what this writes."""
    return "".join(_block(tree) for tree in sentences)


def _block(tree: Tree) -> str:
    head = [f"# {key} = {value}" if value else f"# {key}" for key, value in tree.comments.items()]
    body = [_line(number, word) for number, word in enumerate(tree.words, 1)]
    return "\n".join([*head, *body]) + "\n\n"


def _line(number: int, word: Word) -> str:
    kept = [note for note in word.misc.split("|") if note not in ("_", "", "SpaceAfter=No")]
    misc = "|".join([*kept, *([] if word.spaced else ["SpaceAfter=No"])]) or "_"
    return "\t".join([str(number), word.form, word.lemma or "_", word.pos or "_", "_", "_", str(word.head), word.label, "_", misc])


def _tree(block: list[tuple[int, str]], where: str) -> Tree:
    comments: dict[str, str] = {}
    rows: list[list[str]] = []
    for number, line in block:
        if line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        else:
            rows.append(_fields(line, f"{where}: line {number}"))
    return Tree(tuple(_words(rows)), comments)


def _fields(line: str, where: str) -> list[str]:
    fields = line.split("\t")
    if len(fields) != 10:
        raise BadData(f"{where} has {len(fields)} fields. CoNLL-U has ten, separated by tabs")
    if fields[0].isdigit() and not fields[6].isdigit():
        raise BadData(f"{where} has no head. The seventh field must be a number, 0 at the root")
    return fields


def _words(rows: list[list[str]]) -> Iterator[Word]:
    """The words; those inside a multiword token take their stretch of its surface, so that forms spell the text."""
    pieces: dict[int, tuple[str, bool]] = {}
    for fields in rows:
        if "-" in fields[0]:
            first, last = map(int, fields[0].split("-"))
            forms = [row[1] for row in rows if row[0].isdigit() and first <= int(row[0]) <= last]
            surface = _cut(fields[1], forms)
            pieces.update({first + k: (form, k == last - first and "SpaceAfter=No" not in fields[9]) for k, form in enumerate(surface)})
        elif fields[0].isdigit():
            form, spaced = pieces.get(int(fields[0]), (fields[1], "SpaceAfter=No" not in fields[9]))
            yield Word(form, "" if fields[2] == "_" != form else fields[2], fields[3], int(fields[6]), fields[7], spaced, fields[9])


def _cut(surface: str, forms: list[str]) -> list[str]:
    """The surface in as many pieces as there are forms: at the forms where they spell it, else by their lengths from the right."""
    if "".join(forms) == surface or len(surface) < len(forms):
        return forms
    cuts = [len(surface)]
    for left, form in reversed(list(enumerate(forms[1:], 1))):
        cuts.append(max(left, min(cuts[-1] - 1, cuts[-1] - len(form))))
    cuts.append(0)
    return [surface[start:end] for end, start in pairwise(cuts)][::-1]
