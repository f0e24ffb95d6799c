"""The blank folder of a new language: the files of another, emptied, each with what its fields want and how that language fills them."""

from __future__ import annotations

import inspect
import json
import textwrap
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec

from kawat.errors import BadInput
from kawat.lexicon.actors import ActorForms, StateForm
from kawat.lexicon.cues import CuesFile
from kawat.lexicon.figures import FigureRows
from kawat.lexicon.furniture import FurnitureFile
from kawat.lexicon.issues import ContextsFile, IssuesFile, LabelsFile
from kawat.lexicon.language import LANGUAGES, Language, Settings, language
from kawat.lexicon.numbers import NumberRows
from kawat.lexicon.ontology import event_types, position_kinds
from kawat.lexicon.realis import RealisFile
from kawat.lexicon.roles import RolesFile
from kawat.lexicon.rules import RuleFile
from kawat.lexicon.silence import SilenceFile
from kawat.lexicon.table import Row
from kawat.lexicon.talks import TalksFile
from kawat.lexicon.time import TimeRows
from kawat.lexicon.titles import CoreferenceFile, TitlesFile
from kawat.lexicon.tokens import TokensFile

SHAPES: Mapping[str, type[Row]] = {
    "language.toml": Settings, "tokens.toml": TokensFile, "roles.toml": RolesFile, "cues.toml": CuesFile, "figures.toml": FigureRows,
    "numbers.toml": NumberRows, "time.toml": TimeRows, "realis.toml": RealisFile, "talks.toml": TalksFile, "issues.toml": IssuesFile,
    "contexts.toml": ContextsFile, "labels.toml": LabelsFile, "titles.toml": TitlesFile, "coreference.toml": CoreferenceFile,
    "silence.toml": SilenceFile, "furniture.toml": FurnitureFile, "states.tsv": StateForm, "names.tsv": ActorForms,
}
WIDTH = 118
SHOWN = 4  # entries of a list that are shown as examples


@dataclass(frozen=True, slots=True)
class Blank:
    """A folder made for a language, and the files in it."""

    folder: Path
    files: tuple[str, ...]


def new_folder(code: str, like: str, into: Path | None = None) -> Blank:
    """Make the folder of a language after that of another; raises BadInput where it is there already, BadData where the other is bad."""
    model = language(like)
    texts = {**blank_rules(model), **blank_files(code, model)}
    folder = (into or LANGUAGES) / code
    if folder.exists():
        raise BadInput(f"{folder}: is there already. Take it away first, or choose another place with --into")
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Blank(folder, tuple(sorted(texts)))


def blank_files(code: str, model: Language) -> dict[str, str]:
    """Every file of a language but its rules, blank, by name; what names the language itself is filled in."""
    own = {"name": code, "model": f"kawat_model_{code}"}
    given = {"language.toml": own}
    return {name: _table(model, name, shape) if name.endswith(".tsv") else _file(model, name, shape, _said(shape), given.get(name, {}))
            for name, shape in SHAPES.items()}


def blank_rules(model: Language) -> dict[str, str]:
    """The rule files of a language, blank, by name, each headed by what its type or kind means."""
    means = {code.lower(): f"{code}: {kind.means}" for code, kind in event_types().items()}
    means |= {code: f"{code.replace('_', ' ')}: {said}" for code, said in position_kinds().items()}
    names = [f"{path.parent.name}/{path.name}" for part in ("events", "positions") for path in sorted((model.folder / part).glob("*.toml"))]
    return {name: _file(model, name, RuleFile, f"{means[Path(name).stem]}\n\n{_said(RuleFile)}", {}) for name in names}


def _file(model: Language, name: str, shape: type[Row], said: str, given: dict[str, str]) -> str:
    """A TOML file that its shape accepts and that says nothing yet: plain fields first, then tables, as TOML wants it."""
    filled = model.settings.name
    with (model.folder / name).open("rb") as file:
        raw = tomllib.load(file) | given
    fields = msgspec.structs.fields(shape)
    plain = [line for field in fields if not _tabled(field) for line in ("", *_plain(field, raw, filled, field.name in given))]
    tabled = [line for field in fields if _tabled(field) for line in ("", *_tables(field, raw, filled))]
    return "\n".join([*_comment(said), *plain, *tabled, ""])


def _said(shape: type) -> str:
    return inspect.cleandoc(shape.__doc__ or "")


def _comment(said: str) -> list[str]:
    """The words as comment lines, paragraph by paragraph."""
    return [f"# {line}" for paragraph in said.split("\n\n") for line in textwrap.wrap(paragraph, WIDTH, break_on_hyphens=False)]


def _tabled(field: msgspec.structs.FieldInfo) -> bool:
    """True for a field that TOML writes under a heading of its own, and that may stand empty there."""
    kind = _kind(field.type)
    return get_origin(kind) is dict or _is_row(kind)


def _plain(field: msgspec.structs.FieldInfo, raw: Mapping[str, Any], filled: str, given: bool) -> Iterator[str]:
    """A word list emptied, or a setting as the other language has it; what may be left out stands in a comment."""
    rows = _rows(field.type)
    listed = rows is not None or get_origin(_kind(field.type)) in (tuple, frozenset)
    value = [] if listed else raw.get(field.encode_name, "")
    shown = "" if given or field.encode_name not in raw or rows else f" {filled}: {_shown(raw[field.encode_name])}"
    yield from _comment(f"{field.encode_name}: {_wanted(field.type)}{_optional(field)}.{shown}")
    if field.required:
        ending = f"  # take this line away when the first [[{field.encode_name}]] stands below" if rows else ""
        yield f"{field.encode_name} = {_toml(value)}{ending}"
    if rows is not None:
        yield from _comment(_said(rows))
        yield from _sample(field.encode_name, raw, filled)


def _tables(field: msgspec.structs.FieldInfo, raw: Mapping[str, Any], filled: str) -> Iterator[str]:
    """A heading with nothing below it, or with the blank fields of its row; the whole in comments where it may be left out."""
    kind, there = _kind(field.type), raw.get(field.encode_name, {})
    shown = f" {filled}: {_shown(there)}" if there and not _is_row(kind) else ""
    yield from _comment(f"[{field.encode_name}]: {_wanted(field.type)}{_optional(field)}.{shown}")
    lines = [f"[{field.encode_name}]"]
    if _is_row(kind):
        yield from _comment(_said(kind))
        lines += [line for below in msgspec.structs.fields(kind) for line in _plain(below, there, filled, False)]
    yield from lines if field.required else (line if line.startswith("#") else f"# {line}" for line in lines)


def _sample(name: str, raw: Mapping[str, Any], filled: str) -> Iterator[str]:
    """The first row of the other language, in comments."""
    for row in islice(raw.get(name, ()), 1):
        yield f"# {filled}:"
        yield f"# [[{name}]]"
        yield from (f"# {key} = {_shown(value)}" for key, value in row.items() if not _nested(value))
        for key, value in row.items():
            if _nested(value):
                yield from (f"# [[{name}.{key}]]", *(f"# {inner} = {_shown(said)}" for inner, said in value[0].items()))


def _nested(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _table(model: Language, name: str, shape: type[Row]) -> str:
    """A tab-separated file with its heading alone; the first rows of the other language stand in comments."""
    lines = [line for line in (model.folder / name).read_text("utf-8").splitlines() if not line.startswith("#")]
    return "\n".join([*_comment(f"{_said(shape)} {model.settings.name}:"), *(f"# {line}" for line in lines[1:SHOWN]), lines[0], ""])


def _kind(kind: Any) -> Any:
    """A type without the None that it may also be."""
    if get_origin(kind) in (Union, UnionType):
        return next(part for part in get_args(kind) if part is not type(None))
    return kind


def _is_row(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def _rows(kind: Any) -> type[Row] | None:
    """The shape of the rows that a list holds; None where it holds words."""
    inner = get_args(_kind(kind))[:1]
    found: type[Row] | None = inner[0] if get_origin(_kind(kind)) is tuple and _is_row(inner[0]) else None
    return found


def _wanted(kind: Any) -> str:
    """What a field of that type wants, in words."""
    bare = _kind(kind)
    if get_origin(bare) is Literal:
        return f"one of {', '.join(map(str, get_args(bare)))}"
    if get_origin(bare) is dict:
        return f"names or words, each with {_wanted(get_args(bare)[1])}"
    if get_origin(bare) in (tuple, frozenset):
        return "a list of rows" if _rows(bare) else "a list of words or phrases"
    return "a few fields" if _is_row(bare) else {bool: "true or false", int: "a number", float: "a number"}.get(bare, "a text")


def _optional(field: msgspec.structs.FieldInfo) -> str:
    return "" if field.required else ", which may be left out"


def _shown(value: Any) -> str:
    """A value of the other language as TOML, long ones cut short with an ellipsis."""
    if isinstance(value, list) and len(value) > SHOWN:
        return f"[{', '.join(map(_shown, value[:SHOWN]))}, …]"
    if isinstance(value, dict):
        pairs = [f"{json.dumps(key, ensure_ascii=False)} = {_shown(inner)}" for key, inner in islice(value.items(), SHOWN)]
        return f"{{ {', '.join(pairs)}{', …' if len(value) > SHOWN else ''} }}"
    return _toml(value)


def _toml(value: Any) -> str:
    """A text, number, truth or list of these as TOML, which writes them as JSON does."""
    return json.dumps(value, ensure_ascii=False)
