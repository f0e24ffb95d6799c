"""Every rule on its own examples, over frozen parses: no model, milliseconds."""

from __future__ import annotations

import pytest

from kawat.lexicon.language import language, languages
from kawat.parse import FrozenParser
from kawat.pipeline.examples import failures


@pytest.mark.parametrize("code", languages())
def test_every_example_is_coded_and_no_look_alike_is(code: str) -> None:
    """Each rule codes its examples as they say, and leaves its look-alikes alone."""
    pack = language(code)
    assert list(failures(pack, FrozenParser(pack).parse)) == []


@pytest.mark.parametrize("code", languages())
def test_every_rule_has_an_example(code: str) -> None:
    """A rule nobody can read at work is no rule."""
    assert [rule.name for rule in (*language(code).rules, *language(code).position_rules) if not rule.examples] == []
