"""Put a trained parser and entity tagger into one data wheel: `python -m training.package id --parser DIR --names DIR`."""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

from spacy.language import Language

from kawat.parse.plain import pipeline

MODELS = Path(__file__).parent.parent / "models"


def main() -> None:
    """Write `models/xx/src/kawat_model_xx/model`."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--parser", type=Path, required=True)
    options.add_argument("--names", type=Path)
    chosen = options.parse_args()
    out = MODELS / chosen.language / "src" / f"kawat_model_{chosen.language}" / "model"
    whole = merged(chosen.parser, chosen.names)
    shutil.rmtree(out, ignore_errors=True)
    whole.to_disk(out, exclude=["tokenizer"])


def merged(parser: Path, names: Path | None) -> Language:
    """One pipeline with the components of both models, whatever served training alone left out."""
    whole = pipeline(parser)
    if names:
        whole.add_pipe("ner", source=pipeline(names))
    for section in ("paths", "training", "corpora", "initialize"):
        whole.config[section] = {}
    return whole


if __name__ == "__main__":
    main()
