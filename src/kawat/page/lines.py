"""The pages of a `.jsonl` file: one object a line, and one fault a bad line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Protocol

import msgspec

from kawat.errors import BadInput
from kawat.nouns.article import Page

LINE_LIMIT = 16_000_000


class Lines(Protocol):
    """A stream of bytes that is read by lines."""

    def readline(self, size: int = -1, /) -> bytes:
        """One line, or its first `size` bytes."""
        ...


class Line(msgspec.Struct, frozen=True):
    """One object: `text` or `html`, and what is known of it beside; other fields are left alone."""

    text: str | None = None
    html: str | None = None
    id: str | int | None = None
    url: str | None = None
    date: str | None = None
    title: str | None = None
    outlet: str | None = None
    lang: str | None = None


def pages_in_lines(file: Lines, name: str) -> Iterator[Page | BadInput]:
    """The pages of a stream, with a BadInput naming the line in the place of each bad one; blank lines count but give nothing."""
    number = 0
    while raw := file.readline(LINE_LIMIT):
        number += 1
        where = f"{name}: line {number}"
        if len(raw) == LINE_LIMIT and not raw.endswith(b"\n"):
            _skip(file)
            yield BadInput(f"{where}: longer than {LINE_LIMIT // 1_000_000} MB. Give one article a line")
        elif line := raw.removeprefix(b"\xef\xbb\xbf").strip():
            yield _page(line, where)


def _skip(file: Lines) -> None:
    """Reads on to the end of a line that is too long."""
    while (rest := file.readline(LINE_LIMIT)) and not rest.endswith(b"\n"):
        pass


def _page(line: bytes, where: str) -> Page | BadInput:
    try:
        found = msgspec.convert(_loaded(line), Line)
    except (msgspec.MsgspecError, ValueError, RecursionError) as fault:
        return BadInput(f"{where}: {_explained(fault)}. Write one JSON object a line with 'text' or 'html'")
    content = found.text if found.text is not None else found.html
    if content is None:
        return BadInput(f"{where}: neither 'text' nor 'html'. Add the one that holds the page")
    return Page(path=where, form="text" if found.text is not None else "html", text=content, id=_id(found), url=found.url, date=found.date,
                title=found.title, outlet=found.outlet, language=found.lang)


def _loaded(line: bytes) -> Any:
    """The object of a line; half a character, which msgspec refuses, is left for the reader to replace."""
    try:
        return msgspec.json.decode(line)
    except msgspec.DecodeError:
        return json.loads(line.decode("utf-8"), strict=False)


def _id(found: Line) -> str | None:
    return None if found.id in (None, "") else str(found.id)


def _explained(fault: Exception) -> str:
    if isinstance(fault, UnicodeDecodeError):
        return "not UTF-8"
    if isinstance(fault, msgspec.ValidationError):
        return str(fault).replace("`", "'").splitlines()[0]
    return "not JSON"
