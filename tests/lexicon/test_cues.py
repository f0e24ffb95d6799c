"""The words of reported speech."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kawat.errors import BadData
from kawat.lexicon.cues import Cues, CuesFile
from kawat.lexicon.language import language, languages
from kawat.lexicon.table import read_toml

LEAST_CUES = 80


@pytest.mark.parametrize("code", languages())
def test_every_language_knows_many_cues(code: str) -> None:
    """A language with fewer cues than this reads few statements."""
    assert sum(len(row.words) for row in language(code).cues.file.cue) >= LEAST_CUES


@pytest.mark.parametrize("code", languages())
def test_no_kind_lists_a_cue_twice(code: str) -> None:
    """Of two rows of one kind with the same word, the second could never fire."""
    listed = Counter((row.kind, word) for row in language(code).cues.file.cue for word in row.words)
    assert [pair for pair, times in listed.items() if times > 1] == []


@pytest.mark.parametrize("code", languages())
def test_words_are_written_as_they_are_looked_up(code: str) -> None:
    """Look-ups are lower-cased and single-spaced, so the lists must be."""
    cues = language(code).cues
    words = [word for row in (*cues.file.cue, *cues.file.hop) for word in row.words] + [w for listed in cues.words.values() for w in listed]
    assert [word for word in words if word != " ".join(word.lower().split())] == []


@pytest.mark.parametrize(("code", "phrase", "kind"), [
    ("id", "juru bicara kepolisian", "spokesperson"), ("id", "sumber keamanan", "unnamed"), ("id", "kantor berita norland", "agency"),
    ("en", "a security official", "official"), ("en", "security sources", "unnamed"), ("en", "the nordpost newspaper", "outlet"),
])
def test_words_tell_the_kind_of_source(code: str, phrase: str, kind: str) -> None:
    """The first row whose word stands in the phrase gives its kind."""
    row = language(code).cues.kind_of(phrase)
    assert row is not None and row.kind == kind


def test_longer_cues_come_first() -> None:
    """"Demikian laporan" is tried before any shorter cue that starts alike."""
    lengths = [len(words) for words, _ in language("id").cues.by_first["demikian"]]
    assert lengths == sorted(lengths, reverse=True)


def test_a_misspelt_field_is_named_with_its_remedy(tmp_path: Path) -> None:
    """A wrong field in `cues.toml` gives one line with place, fault and remedy."""
    text = (language("id").folder / "cues.toml").read_text(encoding="utf-8").replace("head = ", "haed = ", 1)
    (tmp_path / "cues.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=r"cues\.toml: .*no field 'haed'. Did you mean 'head'\?"):
        Cues(read_toml(tmp_path / "cues.toml", CuesFile))
