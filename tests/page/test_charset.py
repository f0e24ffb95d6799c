"""Bytes become the right text whatever a page says about them."""

from __future__ import annotations

import pytest

from kawat.errors import BadInput
from kawat.page.charset import decoded

WORDS = "Die Außenminister von Norland und Sudland trafen sich „überraschend“ in Köln und äußerten sich später über ein Bündnis. "
RUSSIAN = "Министры иностранных дел Норландии и Судландии встретились в среду и договорились продолжить переговоры на следующей неделе. "


@pytest.mark.parametrize(("text", "charset", "declared"), [
    (WORDS, "utf-8", "utf-8"), (WORDS, "utf-8", "iso-8859-1"), (WORDS, "utf-8", "no-such-charset"), (WORDS, "utf-8-sig", "windows-1252"),
    (WORDS, "cp1252", "iso-8859-1"), (WORDS * 4, "cp1252", "utf-8"), (RUSSIAN, "cp1251", "windows-1251"), (RUSSIAN * 4, "cp1251", "utf-8"),
    (WORDS, "utf-16", "utf-8"), (WORDS, "utf-16-le", "utf-8"), (WORDS, "utf-16-be", "utf-8"), (RUSSIAN, "utf-32", "utf-8"),
    ("日本の外務大臣は水曜日に会談した。", "iso-2022-jp", "iso-2022-jp"), ("日本の外務大臣は水曜日に会談した。", "shift_jis", "shift-jis"),
])
def test_wrong_declarations_survive(text: str, charset: str, declared: str) -> None:
    """A page is read in the charset it is in, not in the one it claims."""
    page = f'<meta charset="{declared}"><p>{text}</p>'
    assert decoded(page.encode(charset), "x", markup=True) == page


def test_a_page_cut_in_mid_character_loses_that_character_only() -> None:
    """UTF-8 with a broken end is still UTF-8."""
    whole = "Министры"
    assert decoded((whole * 9).encode() + "и".encode()[:1], "x", markup=False) == whole * 9 + "\ufffd"


def test_text_is_untouched() -> None:
    """Line ends, no-break spaces and doubled blanks of a text stay as they are."""
    text = "Norland votes\r\n\r\nThe  vote\u00a0begins.\r\n"
    assert decoded(text.encode(), "x", markup=False) == text


def test_bytes_in_no_charset_are_one_line() -> None:
    """Where no charset fits, the message says how to convert."""
    with pytest.raises(BadInput, match=r"^x\.txt: neither UTF-8 nor"):
        decoded(bytes(range(128, 256)) * 7 + b"\x81\x8d\x8f\x90\x9d" * 40, "x.txt", markup=False)
