"""Indonesian parser and entity tagger for kawat: `MODEL` is the folder that holds them."""

from pathlib import Path

MODEL = Path(__file__).parent / "model"
