"""What runs first and what runs after: the stages put in their order, here and nowhere else."""

from kawat.pipeline.read import code, read, readings

__all__ = ["code", "read", "readings"]
