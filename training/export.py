"""Write a trained accurate parser as kawat runs it: `python -m training.export id --model DIR`."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from training.package import MODELS


def main() -> None:
    """Write `graph.npz` and `graph.json` into the model's folder; weights in half precision, which costs nothing that can be measured."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--model", type=Path, required=True, help="folder written by training.accurate")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    out = chosen.out or MODELS / chosen.language / "src" / f"kawat_model_{chosen.language}" / "model"
    out.mkdir(parents=True, exist_ok=True)
    weights = torch.load(chosen.model / "model.pt", weights_only=True)
    np.savez_compressed(out / "graph.npz", **{name: tensor.numpy().astype(np.float16) for name, tensor in weights.items()})
    tables = json.loads((chosen.model / "tables.json").read_text("utf-8"))
    known = {"words": list(tables["words"]), "letters": list(tables["letters"]), "tags": tables["tags"], "labels": tables["labels"]}
    (out / "graph.json").write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), "utf-8")


if __name__ == "__main__":
    main()
