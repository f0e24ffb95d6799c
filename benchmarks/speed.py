"""Time and memory of the whole program, and of its stages.

    python benchmarks/speed.py            prints the Markdown tables of docs/performance.md

The pages are the examples of the language packs, made into a hundred different ones by putting other names and numbers into them.
CPU seconds count the work of one process on any machine; compare them as ratios within one run.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

from kawat.coding.code import code
from kawat.coding.scene import Scene
from kawat.lexicon.language import LANGUAGES, language
from kawat.mention import mentions
from kawat.nouns.article import Article, Page
from kawat.nouns.document import Document, Profile
from kawat.page import article
from kawat.pipeline.read import TOGETHER, parser

NAMES = (("Norland", "Estmark"), ("Sudland", "Westhaven"), ("Jenewa", "Wina"), ("Geneva", "Vienna"))
MANY = 100


def varied(many: int) -> Iterator[str]:
    """That many different page texts: each round over the examples swaps names or shifts the digits of numbers."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(LANGUAGES.glob("*/pages/*/page.txt"))]
    for number in range(many):
        text, turn = texts[number % len(texts)], number // len(texts)
        for one, other in NAMES if turn % 2 else ():
            text = text.replace(one, other)
        yield "".join(str((int(c) + turn) % 10) if c in "123456789" and turn else c for c in text)


def process(paths: list[str], profile: Profile) -> tuple[float, float, float]:
    """Seconds on the wall, CPU seconds and peak megabytes of `kawat code` over some pages."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([str(Path(sys.executable).with_name("kawat")), "code", *paths, f"--{profile}", "--format", "jsonl", "-o", "/dev/null"],
                   check=True)
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - began
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, after.ru_maxrss / 1024


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """CPU seconds of a piece of work, and what it gave."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def stages(texts: list[str], profile: Profile) -> Iterator[tuple[str, float, int]]:
    """CPU seconds of each stage over all pages, warm, with the sentences they hold."""
    pages = [Page(path=f"{i}.txt", form="text", text=text, id=str(i)) for i, text in enumerate(texts)]
    _warm(pages[: len(pages) // 5], profile)
    seconds, articles = timed(lambda: [article(page) for page in pages])
    assert isinstance(articles, list)
    seconds_parse, documents = timed(lambda: parsed(articles, profile))
    assert isinstance(documents, list)
    sentences = sum(len(d.sentences) for d in documents)
    yield "page: text to article", seconds, sentences
    yield "parse: article to document", seconds_parse, sentences
    pairs: list[tuple[Article, Document]] = list(zip(articles, documents, strict=True))
    seconds, found = timed(lambda: [mentions(a, d, language(a.language or "")) for a, d in pairs])
    yield "mention: document to mentions", seconds, sentences
    assert isinstance(found, list)
    scenes = [Scene(a, d, m, language(a.language or "")) for (a, d), m in zip(pairs, found, strict=True)]
    yield "coding: mentions to records", timed(lambda: [code(scene, "") for scene in scenes])[0], sentences


def parsed(articles: list[Article], profile: Profile) -> list[Document]:
    """The documents of the articles in their order, a few at a time as `pipeline.readings` parses them."""
    found: dict[str, Document] = {}
    for start in range(0, len(articles), TOGETHER):
        some = articles[start:start + TOGETHER]
        for spoken in {a.language or "" for a in some}:
            alike = [a for a in some if a.language == spoken]
            documents = parser(language(spoken), profile).parse_all(alike)
            found.update({a.id: document for a, document in zip(alike, documents, strict=True)})
    return [found[a.id] for a in articles]


def _warm(pages: list[Page], profile: Profile) -> None:
    """Everything loaded on first use is loaded: the tables count work, the one-page row counts loading."""
    for page in pages:
        found = article(replace(page, id="warm"))
        pack = language(found.language or "")
        document = parser(pack, profile).parse(found)
        code(Scene(found, document, mentions(found, document, pack), pack), "")


def main() -> None:
    """Prints both tables."""
    texts = list(varied(MANY))
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(Path(folder) / f"{i:03}.txt") for i in range(MANY)]
        for path, text in zip(paths, texts, strict=True):
            Path(path).write_text(text, encoding="utf-8")
        print("| whole process | profile | wall s | CPU s | peak MB |\n|---|---|---|---|---|")
        for label, some in (("start: one page", paths[:1]), (f"{MANY} pages, both languages", paths)):
            for profile in get_args(Profile):
                wall, cpu, peak = process(some, profile)
                print(f"| {label} | {profile} | {wall:.1f} | {cpu:.1f} | {peak:.0f} |")
    for profile in get_args(Profile):
        _print_stages(texts, profile)


def _print_stages(texts: list[str], profile: Profile) -> None:
    rows = list(stages(texts, profile))
    total = sum(seconds for _, seconds, _ in rows)
    words = sum(len(text.split()) for text in texts)
    print(f"\n`--{profile}`, {MANY} pages, {words} words, {rows[0][2]} sentences, everything loaded before:\n")
    print("| stage | CPU s | share | sentences per CPU-s |\n|---|---|---|---|")
    for label, seconds, sentences in rows:
        print(f"| {label} | {seconds:.2f} | {seconds / total:.0%} | {sentences / seconds:.0f} |")
    print(f"| all | {total:.2f} | 100% | {rows[0][2] / total:.0f} ({words / total / 300:.1f} articles of 300 words per CPU-s) |")


if __name__ == "__main__":
    main()
