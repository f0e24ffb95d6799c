"""The open table of docs/accuracy.md: the example pages of the language packs against the ledgers written beside them.

    python benchmarks/examples.py

Anybody with a copy of the repository gets the same figures: pages, wanted records and models are all in it.
"""

from __future__ import annotations

from collections import Counter

from kawat.lexicon.pages import page_slugs
from kawat.pipeline.pages import judged


def main() -> None:
    """Prints wanted records found, by language and kind, and each one not found."""
    wanted: Counter[tuple[str, str]] = Counter()
    found: Counter[tuple[str, str]] = Counter()
    lacking: list[str] = []
    for slug in page_slugs():
        for kind, fault in judged(slug):
            wanted[slug.split("/")[0], kind] += 1
            found[slug.split("/")[0], kind] += fault is None
            lacking += [f"{slug}: {fault}"] if fault else []
    print("| language | kind | found | wanted | share |\n|---|---|---|---|---|")
    for language, kind in sorted(wanted):
        here, all_ = found[language, kind], wanted[language, kind]
        print(f"| {language} | {kind} | {here} | {all_} | {here / all_:.2f} |")
    print("\nNot found:\n" if lacking else "\nNothing is lacking.", *(f"* {line}" for line in lacking), sep="\n")


if __name__ == "__main__":
    main()
