"""Name corpora as sentences with their names, and copies of them with other names put in."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kawat.errors import BadData
from kawat.lexicon.language import Language
from kawat.nouns.text import view_of
from kawat.parse.conllu import trees
from kawat.parse.tokenize import tokenizer
from training.gum import entities_of
from training.recipe import RECIPES, Part
from training.treebank import titled

Named = tuple[int, int, str]
Pool = dict[str, list[tuple[str, ...]]]
NO_BLANK_BEFORE = frozenset(".,;:!?)]}%'-") | {"'s", "n't"}
NO_BLANK_AFTER = frozenset("([{$-")


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """Words, whether a blank follows each, and names as (first, last, label), last exclusive."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    names: tuple[Named, ...]


def named_part(folder: Path, wanted: Part, tags: dict[str, str]) -> list[NamedSentence]:
    """The sentences of one part of a recipe."""
    found = [one for path in sorted(folder.glob(wanted.path)) for one in read_named(path, tags)]
    if not found:
        raise BadData(f"{folder / wanted.path}: no such file. README.md says where each comes from")
    return found[wanted.start:wanted.stop] * wanted.times


def read_named(path: Path, tags: dict[str, str]) -> Iterator[NamedSentence]:
    """The sentences of a name corpus: two columns; `.iob2` with numbered words; or `.conllu` as GUM. Labels not in `tags` are no names."""
    if path.suffix == ".conllu":
        yield from entities(path, tags)
        return
    word_at, tag_at = (1, 2) if path.suffix == ".iob2" else (0, -1)
    rows: list[list[str]] = []
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        fields = line.split("\t") if "\t" in line else line.split(" ")
        if line.startswith("#") and path.suffix == ".iob2":
            continue
        if line.strip():
            rows.append([fields[word_at], fields[tag_at]])
        elif rows:
            yield sentence([row[0] for row in rows if row[0].strip()], [row[1] for row in rows if row[0].strip()], tags)
            rows = []


def sentence(words: list[str], marks: list[str], tags: dict[str, str]) -> NamedSentence:
    """One sentence from its words and BIO marks."""
    plain = [view_of(word).strip().replace(" ", "_") for word in words]
    return NamedSentence(tuple(plain), tuple(spaces(plain)), tuple(_names(marks, tags)))


def spaces(words: list[str]) -> list[bool]:
    """Where blanks stood before the corpus was cut into words: not before closing marks, nor after opening ones."""
    after = [word not in NO_BLANK_AFTER for word in words]
    return [spaced and following not in NO_BLANK_BEFORE for spaced, following in zip(after, [*words[1:], "."], strict=True)]


def _names(marks: list[str], tags: dict[str, str]) -> Iterator[Named]:
    first, open_label = 0, ""
    for place, mark in enumerate([*marks, "O"]):
        kind, _, raw = mark.strip().partition("-")
        label = tags.get(raw, "")
        if open_label and (kind != "I" or label != open_label):
            yield first, place, open_label
            open_label = ""
        if kind in ("B", "I") and label and not open_label:
            first, open_label = place, label


def held_out(folder: Path, paths: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    """The word sequences of the test files, so that no training sentence repeats one."""
    return frozenset(one.words for path in paths for one in read_named(folder / path, {}))


def substituted(given: list[NamedSentence], pool: Pool, share: float = 0.65) -> list[NamedSentence]:
    """A copy of every sentence with names in which that share of them gives way to a name of the pool.

    The corpora know domestic names only; without copies Ankara becomes a person. The choice is seeded.
    """
    chance = random.Random(3)
    return [_swapped(one, pool, chance, share) for one in dict.fromkeys(given) if one.names]


def pool_of_names(listed: str, language: Language) -> Pool:
    """The names of a list by label, cut into words as the language's text is cut; persons also with first and last names exchanged."""
    cut = tokenizer(language.settings.tokenizer)
    raw = tomllib.loads((RECIPES / listed).read_text("utf-8"))
    pool = {label: [tuple(name[start:end] for start, end in cut(name, language.tokens)) for name in names] for label, names in raw.items()}
    return {**pool, "PER": pool["PER"] + _exchanged(pool["PER"])}


def _exchanged(persons: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """As many persons again six times over, each the first word of one name and the rest of another. The choice is seeded."""
    chance = random.Random(7)
    full = [name for name in persons if len(name) > 1 and "." not in name[0]]
    return [(chance.choice(full)[0], *chance.choice(full)[1:]) for _ in range(6 * len(full))]


def composed(listed: str, pool: Pool, times: int = 20) -> list[NamedSentence]:
    """The sentences of a list, each filled `times` times with names of the pool. The choice is seeded."""
    chance = random.Random(11)
    frames = tomllib.loads((RECIPES / listed).read_text("utf-8"))["sentences"]
    return [_filled(frame.split(), pool, chance) for frame in frames for _ in range(times)]


def _filled(frame: list[str], pool: Pool, chance: random.Random) -> NamedSentence:
    words: list[str] = []
    names: list[Named] = []
    for word in frame:
        label = word.strip("{}")
        new = chance.choice(pool[label]) if label in pool and word != label else (word,)
        if new != (word,):
            names.append((len(words), len(words) + len(new), label))
        words += new
    return NamedSentence(tuple(words), tuple(spaces(words)), tuple(names))


def settled(given: list[NamedSentence], pool: Pool) -> list[NamedSentence]:
    """The sentences, every place and body that the pool knows under its label there: corpora differ on whether `Sweden` is an ORG."""
    labels = {name: label for label, names in pool.items() if label != "PER" for name in names}
    return [replace(one, names=tuple((first, last, labels.get(one.words[first:last], label)) for first, last, label in one.names))
            for one in given]


def _swapped(one: NamedSentence, pool: Pool, chance: random.Random, share: float) -> NamedSentence:
    words: list[str] = []
    blanks: list[bool] = []
    names: list[Named] = []
    done = 0
    for first, last, label in one.names:
        words += one.words[done:first]
        blanks += one.spaces[done:first]
        new = chance.choice(pool[label]) if chance.random() < share else one.words[first:last]
        names.append((len(words), len(words) + len(new), label))
        words += new
        blanks += [*spaces(list(new))[:-1], one.spaces[last - 1]]
        done = last
    return NamedSentence((*words, *one.words[done:]), (*blanks, *one.spaces[done:]), tuple(names))


def entities(path: Path, tags: dict[str, str]) -> Iterator[NamedSentence]:
    """The sentences of a GUM file with the entities that are names."""
    for tree in trees(path.read_text("utf-8"), path.name):
        words = [replace(word, form=view_of(word.form)) for word in tree.words]
        yield NamedSentence(tuple(word.form for word in words), tuple(word.spaced for word in words), tuple(entities_of(words, tags)))


def headlines(given: list[NamedSentence], share: float) -> list[NamedSentence]:
    """Copies of that share of the sentences written as headlines, where a capital no longer tells a name. The choice is seeded."""
    chosen = random.Random(5).sample(given, int(share * len(given)))
    return [replace(one, words=tuple(map(titled, one.words))) for one in chosen]
