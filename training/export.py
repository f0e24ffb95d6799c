"""Write a trained accurate parser as kawat runs it: `python -m training.export id --model DIR`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from kawat.parse.graph import SCALE
from training.package import MODELS

LARGE = 10_000  # numbers


def main() -> None:
    """Write `graph.npz` and `graph.json` into the model's folder; large matrices as bytes with a scale a row, others in half precision."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("language")
    options.add_argument("--model", type=Path, required=True, help="folder written by training.accurate")
    options.add_argument("--out", type=Path)
    options.add_argument("--without-names", action="store_true", help="leave the names to the fast tagger, where that finds them better")
    chosen = options.parse_args()
    out = chosen.out or MODELS / chosen.language / "src" / f"kawat_model_{chosen.language}" / "model"
    out.mkdir(parents=True, exist_ok=True)
    weights = torch.load(chosen.model / "model.pt", weights_only=True)
    if chosen.without_names:
        weights = {name: tensor for name, tensor in weights.items() if not name.startswith("name")}
    packed = {kept: array for name, tensor in weights.items() for kept, array in _packed(name, tensor.numpy())}
    np.savez_compressed(out / "graph.npz", **packed)
    tables = json.loads((chosen.model / "tables.json").read_text("utf-8"))
    known = {"words": list(tables["words"]), "letters": list(tables["letters"]), "tags": tables["tags"], "labels": tables["labels"]}
    (out / "graph.json").write_text(json.dumps(known, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _packed(name: str, matrix: NDArray[np.float32]) -> Iterator[tuple[str, NDArray[Any]]]:
    if matrix.size < LARGE:
        yield name, matrix.astype(np.float16)
        return
    scale = np.abs(matrix).reshape(len(matrix), -1).max(axis=1) / 127 + 1e-9
    yield name, np.rint(matrix / scale.reshape(-1, *[1] * (matrix.ndim - 1))).astype(np.int8)
    yield f"{name}{SCALE}", scale.astype(np.float32)


if __name__ == "__main__":
    main()
