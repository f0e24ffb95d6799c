"""Train one model: `python -m training.train parser id --data DIR --out DIR`."""

from __future__ import annotations

import argparse
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from kawat.parse.plain import Plain, use_numpy

HERE = Path(__file__).parent


def main() -> None:
    """Write the best model by the dev score to `OUT/model-best`; `--resume` goes on from a model already trained."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kind", choices=("parser", "names"))
    options.add_argument("language")
    options.add_argument("--data", type=Path, required=True, help="folder written by training.prepare")
    options.add_argument("--out", type=Path, required=True)
    options.add_argument("--steps", type=int)
    options.add_argument("--width", type=int)
    options.add_argument("--hidden", type=int)
    options.add_argument("--dropout", type=float)
    options.add_argument("--resume", type=Path)
    chosen = options.parse_args()
    folder = chosen.data / chosen.language
    changes: dict[str, object] = {
        "paths.train": str(folder / f"{chosen.kind}-train.spacy"), "paths.dev": str(folder / f"{chosen.kind}-dev.spacy"),
        "training.max_steps": chosen.steps, "training.dropout": chosen.dropout, "size.width": chosen.width, "size.hidden": chosen.hidden,
    }
    fit(chosen.kind, chosen.out, {name: value for name, value in changes.items() if value is not None}, chosen.resume)


def fit(kind: str, out: Path, overrides: dict[str, object], resume: Path | None) -> None:
    """Train by `parser.cfg` or `names.cfg` with these values changed."""
    use_numpy()
    spacy.registry.languages.register("plain", func=Plain)  # spaCy's own loop finds a language only by name
    own = load_config(HERE / f"{kind}.cfg", overrides=overrides, interpolate=False)
    config = Language.default_config.merge(own, remove_extra=False)
    if resume:
        config["components"] = {name: {"source": str(resume)} for name in config["nlp"]["pipeline"]}
    out.mkdir(parents=True, exist_ok=True)
    train(init_nlp(config), out)


if __name__ == "__main__":
    main()
