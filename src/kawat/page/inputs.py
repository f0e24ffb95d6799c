"""What the user names becomes pages, one at a time; what cannot be read becomes one line."""

from __future__ import annotations

import glob
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from kawat.errors import BadInput
from kawat.nouns.article import Page
from kawat.page.gates import GZIP_MAGIC, HTML_LIMIT
from kawat.page.lines import pages_in_lines

Form = Literal["text", "html", "jsonl"]
FORMS: dict[str, Form] = {".txt": "text", ".html": "html", ".htm": "html", ".html.gz": "html", ".htm.gz": "html", ".jsonl": "jsonl"}
READ_LIMIT = 4 * HTML_LIMIT
KINDS = ".txt, .html, .html.gz or .jsonl"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of every page that does not say it itself: a day, a language, an outlet."""

    date: str | None = None
    language: str | None = None
    outlet: str | None = None


def pages(inputs: Sequence[str], *, stdin: BinaryIO | None = None, options: Options | None = None) -> Iterator[Page | BadInput]:
    """The pages that files, folders, globs and `-` hold, in order, folders sorted; a BadInput in the place of each that cannot be read."""
    given = options or Options()
    for name in inputs:
        for found in _found(name, stdin):
            yield found if isinstance(found, BadInput) else _with(found, given)


def _with(page: Page, given: Options) -> Page:
    return replace(page, date=page.date or given.date, language=page.language or given.language, outlet=page.outlet or given.outlet)


def _found(name: str, stdin: BinaryIO | None) -> Iterator[Page | BadInput]:
    if name == "-":
        yield from _stdin(stdin)
    elif Path(name).is_dir():
        yield from _folder(name)
    elif not os.path.lexists(name) and glob.has_magic(name):
        yield from _glob(name)
    else:
        yield from _file(name)


def _stdin(stdin: BinaryIO | None) -> Iterator[Page | BadInput]:
    """Standard input, told apart by its first character: markup, one object a line, or text."""
    if stdin is None:
        yield BadInput("-: no standard input. Name a file, a folder or a glob")
        return
    peeked = io.BufferedReader(stdin, 1 << 16) if isinstance(stdin, io.RawIOBase) else stdin
    content = peeked.read(READ_LIMIT + 1)
    start = content[:256].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"{"):
        yield from pages_in_lines(_Chained(content, peeked), "-")
    else:
        yield _held(content, "-", "html" if start.startswith((b"<", GZIP_MAGIC)) else "text")


class _Chained(io.RawIOBase):
    """What was read already, and then the rest of the stream, as lines."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = io.BytesIO(first), rest

    def readline(self, size: int | None = -1, /) -> bytes:
        """One line of at most `size` bytes, also where it crosses the seam."""
        limit = -1 if size is None else size
        line = self._first.readline(limit)
        if line.endswith(b"\n") or len(line) == limit:
            return line
        return line + self._rest.readline(limit - len(line) if limit > 0 else -1)


def _folder(name: str) -> Iterator[Page | BadInput]:
    faults: list[OSError] = []
    seen = False
    for folder, below, files in os.walk(name, onerror=faults.append):
        below.sort()
        for file in sorted(files):
            if form_of(file) and not file.startswith("."):
                seen = True
                yield from _file(str(Path(folder) / file))
    yield from (BadInput(f"{fault.filename}: cannot be read ({fault.strerror}). Check its permissions") for fault in faults)
    if not seen and not faults:
        yield BadInput(f"{name}: no page in this folder. Give one that holds {KINDS}")


def _glob(name: str) -> Iterator[Page | BadInput]:
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    if not matches:
        yield BadInput(f"{name}: nothing matches. Check the pattern")
    for match in matches:
        yield from _folder(match) if Path(match).is_dir() else _file(match)


def form_of(name: str) -> Form | None:
    """The form that a file's ending says, or None for a file that is no page."""
    lowered = name.lower()
    return next((form for ending, form in FORMS.items() if lowered.endswith(ending)), None)


def _file(name: str) -> Iterator[Page | BadInput]:
    form = form_of(name)
    try:
        if not os.path.lexists(name):
            raise BadInput(f"{name}: no such file. Check its name")
        if form is None:
            raise BadInput(f"{name}: not a kind of page that is known. Give {KINDS}")
        with Path(name).open("rb") as file:
            yield from pages_in_lines(file, name) if form == "jsonl" else [_held(file.read(READ_LIMIT + 1), name, form)]
    except BadInput as fault:
        yield fault
    except (OSError, ValueError) as fault:
        yield BadInput(f"{name}: cannot be read ({getattr(fault, 'strerror', None) or fault}). Check the name and its permissions")


def _held(content: bytes, name: str, form: Literal["text", "html"]) -> Page | BadInput:
    if len(content) > READ_LIMIT:
        return BadInput(f"{name}: larger than {READ_LIMIT // 1_000_000} MB. Give one article a page, or one a line in a .jsonl file")
    return Page(path=name, form=form, content=content)
