"""The text that bytes hold, whatever the page says about its charset."""

from __future__ import annotations

import codecs
import re

from kawat.errors import BadInput

BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
        (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
HEAD = 4096
_DECLARED = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_SUSPECT = re.compile("[\ufffd\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]")


def decoded(content: bytes, path: str, markup: bool) -> str:
    """The text of a page: by its byte order mark, else UTF-8 where it is, else the charset declared, else the one that fits best.

    A declaration is believed only where its text holds no control or replacement characters. Raises BadInput.
    """
    marked = next((name for bom, name in BOMS if content.startswith(bom)), None)
    if marked:
        return content.decode(marked, errors="replace")
    declared = _declared(content) if markup else None
    for name in _candidates(content, declared):
        text = _strict(content, name)
        if text is not None and not _SUSPECT.search(text):
            return text
    return _bent(content) or _guessed(content, path)


def _candidates(content: bytes, declared: str | None) -> tuple[str, ...]:
    # ISO-2022 and its like write everything in seven bits and so are valid UTF-8 too.
    if declared and b"\x1b" in content:
        return (declared, "utf-8")
    return ("utf-8", declared) if declared else ("utf-8",)


def _declared(content: bytes) -> str | None:
    """The charset a page's head declares, under the name that browsers read it by."""
    from resiliparse.parse.encoding import map_encoding_to_html5
    found = _DECLARED.search(content[:HEAD])
    if not found:
        return None
    name = map_encoding_to_html5(found[1].decode("ascii"))
    return str(name) if name else None


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def _bent(content: bytes) -> str | None:
    """The text as UTF-8 with replacements, where broken characters are rare beside whole ones (a page cut in mid-character)."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(1 for character in text if character > "\x7f") - broken
    return text if broken * 20 <= whole or not broken else None


def _guessed(content: bytes, path: str) -> str:
    """The text in the charset that charset-normalizer finds likeliest; UTF-16 without a mark shows by its NUL bytes."""
    if content.count(0) > len(content) // 5:
        return content.decode("utf-16-le" if content[1::2].count(0) > content[::2].count(0) else "utf-16-be", errors="replace")
    from charset_normalizer import from_bytes
    best = from_bytes(content).best()
    if best is None:
        raise BadInput(f"{path}: neither UTF-8 nor any charset that can be told. Convert it, as with iconv -t UTF-8")
    return str(best)
