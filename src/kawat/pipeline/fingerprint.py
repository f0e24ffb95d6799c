"""One digest of everything that decides a reading: code, rules, lists and models."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata

from kawat.lexicon.language import language, languages
from kawat.lexicon.table import DATA
from kawat.nouns.document import DEFAULT, Profile

DECIDING = (".py", ".toml", ".tsv", ".csv")


@cache
def fingerprint(code: str | None, profile: Profile = DEFAULT) -> str:
    """Sixteen hex digits of SHA-256 over kawat's own files, the version of the language's model, and which of its parsers."""
    digest = _own_files().copy()
    digest.update(f"{_model_version(code)} {profile}".encode())
    return digest.hexdigest()[:16]


@cache
def _own_files() -> hashlib._Hash:
    """The digest of kawat's own files, the same for every language."""
    digest = hashlib.sha256()
    for path in sorted(p for p in DATA.rglob("*") if p.suffix in DECIDING and "pages" not in p.parts):
        digest.update(str(path.relative_to(DATA)).encode())
        digest.update(path.read_bytes())
    return digest


def _model_version(code: str | None) -> str:
    if code not in languages():
        return ""
    name = language(code or "").settings.model
    try:
        return f"{name} {metadata.version(name.replace('_', '-'))}"
    except metadata.PackageNotFoundError:
        return f"{name} absent"
