"""What is refused before any parser sees it, each with one line: the file, the fault and the remedy."""

from __future__ import annotations

import re
import zlib

from kawat.errors import BadInput

HTML_LIMIT = 4_000_000
TEXT_LIMIT = 4_000_000
DEPTH_LIMIT = 512
FORMATTING_LIMIT = 200
TAG_LIMIT = 60_000
LINE_LIMIT = 60_000
ATTRIBUTE_LIMIT = 500  # and ten characters for each outside quotes
CONTROL_SHARE = 0.02
GZIP_MAGIC = b"\x1f\x8b"
CHUNK = 1 << 16

_TAG = re.compile(r"<(?:!--|/?[a-z][^\s/>]*)")
_INSIDE_TAG = re.compile(r"=\s*[\"']|>")
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"})
_FORMATTING = frozenset({"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
# Their end tags may be left out, so that an old page with a thousand open paragraphs is as flat as any other.
_UNCLOSED = frozenset({"p", "li", "dt", "dd", "tr", "td", "th", "option", "optgroup", "thead", "tbody", "tfoot",
                       "colgroup", "rt", "rp", "a"})
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f]")


def unpacked(content: bytes, path: str, limit: int = HTML_LIMIT) -> bytes:
    """The bytes, unpacked where they are gzip, never holding more than `limit` and one chunk; raises BadInput."""
    if not content.startswith(GZIP_MAGIC):
        return content
    parts: list[bytes] = []
    rest = content
    while rest.startswith(GZIP_MAGIC):
        rest = _one_member(rest, path, limit, parts)
    return b"".join(parts)


def _one_member(content: bytes, path: str, limit: int, parts: list[bytes]) -> bytes:
    """Unpacks one gzip member into `parts` and gives what follows it."""
    stream = zlib.decompressobj(wbits=31)
    pending, size = content, sum(map(len, parts))
    while not stream.eof:
        try:
            part = stream.decompress(pending, CHUNK)
        except zlib.error as fault:
            raise BadInput(f"{path}: damaged gzip ({fault}). Fetch or compress the page again") from None
        pending, size = stream.unconsumed_tail, size + len(part)
        parts.append(part)
        if size > limit:
            raise BadInput(f"{path}: unpacks to more than {_megabytes(limit)}. Give the article's own page")
        if not part and not pending and not stream.eof:
            raise BadInput(f"{path}: truncated gzip. Fetch or compress the page again")
    return stream.unused_data


def check_bytes(content: bytes, path: str, limit: int) -> None:
    """Nothing, or BadInput where the input is empty or larger than `limit` bytes."""
    if not content.strip(b" \t\r\n\f\0\xef\xbb\xbf"):
        raise BadInput(f"{path}: empty. Give a page with text in it")
    if len(content) > limit:
        raise BadInput(f"{path}: larger than {_megabytes(limit)}. Give one article a page, or one a line in a .jsonl file")


def check_text(text: str, path: str, limit: int) -> None:
    """Nothing, or BadInput where the decoded page is empty, too large, or no text at all."""
    if not text.strip("\ufeff\0 \t\r\n\f\u00a0"):
        raise BadInput(f"{path}: empty. Give a page with text in it")
    if len(text) > limit:
        raise BadInput(f"{path}: longer than {_megabytes(limit)}. Give one article a page, or one a line in a .jsonl file")
    if "\0" in text or len(_CONTROLS.findall(text)) > CONTROL_SHARE * len(text):
        raise BadInput(f"{path}: binary, not text. Give the page as .txt, .html or .jsonl")


def check_lines(text: str, path: str) -> None:
    """Nothing, or BadInput where a text has more lines than any article."""
    if len(text.splitlines()) > LINE_LIMIT:
        raise BadInput(f"{path}: more than {LINE_LIMIT} lines. Give one article a page, or one a line in a .jsonl file")


def check_markup(html: str, path: str) -> None:
    """Nothing, or BadInput where tags, their nesting, their attributes or open formatting are so many that parsers turn quadratic."""
    scan = _Scan()
    if html.count("<") > TAG_LIMIT and sum(1 for _ in _TAG.finditer(html.lower())) > TAG_LIMIT:
        raise BadInput(f"{path}: more than {TAG_LIMIT} tags. Save the article's text as .txt")
    lowered, position = html.lower(), 0
    while (tag := _TAG.search(lowered, position)) is not None:
        name, position = tag[0][1:], _after(lowered, tag.end(), tag[0][1:])
        scan.see(name, lowered[tag.start():position])
        if position < 0:
            raise BadInput(f"{path}: more than {ATTRIBUTE_LIMIT} attributes in one tag. Save the article's text as .txt")
        if len(scan.open) > DEPTH_LIMIT:
            raise BadInput(f"{path}: elements nested more than {DEPTH_LIMIT} deep. Save the article's text as .txt")
        if len(scan.formatting) > FORMATTING_LIMIT:
            raise BadInput(f"{path}: more than {FORMATTING_LIMIT} formatting tags left open. Save the article's text as .txt")


class _Scan:
    """The elements open at one point of a page, as an HTML parser would see them."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.formatting: list[tuple[str, str]] = []

    def see(self, name: str, tag: str) -> None:
        """Takes one start or end tag into account."""
        if name.startswith("/"):
            self._close(name[1:])
        elif name in _FORMATTING:
            self._format(name, tag)
        elif not (name in _VOID or name in _UNCLOSED or name in _RAW or name == "!--" or tag.endswith("/>")):
            self.open.append(name)

    def _format(self, name: str, tag: str) -> None:
        # A parser keeps at most three equal formatting tags for reopening.
        if self.formatting.count((name, tag)) < 3:
            self.formatting.append((name, tag))

    def _close(self, name: str) -> None:
        if name in _FORMATTING:
            where = next((i for i in range(len(self.formatting) - 1, -1, -1) if self.formatting[i][0] == name), None)
            if where is not None:
                del self.formatting[where]
        elif name in self.open:
            while self.open.pop() != name:
                pass


def _after(lowered: str, position: int, name: str) -> int:
    """Where reading goes on behind a tag, a comment, or an element whose content is no markup: the page's end where it is not closed.

    -1 where the tag has too many attributes.
    """
    if name == "!--":
        return _found(lowered, "-->", position)
    quoted = bare = 0
    while (mark := _INSIDE_TAG.search(lowered, position)) is not None and mark[0] != ">":
        quoted, bare = quoted + 1, bare + mark.start() - position
        position = _found(lowered, mark[0][-1], mark.end())
    bare += (mark.start() if mark else len(lowered)) - position
    if quoted > ATTRIBUTE_LIMIT or bare > 10 * ATTRIBUTE_LIMIT:
        return -1
    if mark is None:
        return len(lowered)
    return _found(lowered, "</" + name, mark.end(), keep=True) if name in _RAW else mark.end()


def _found(lowered: str, what: str, position: int, keep: bool = False) -> int:
    where = lowered.find(what, position)
    return len(lowered) if where < 0 else where + (0 if keep else len(what))


def _megabytes(limit: int) -> str:
    return f"{limit / 1_000_000:g} MB"
