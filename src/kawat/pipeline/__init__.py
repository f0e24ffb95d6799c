"""The conductors: the only ones who know the order of the stages."""

from kawat.pipeline.read import code, read, readings

__all__ = ["code", "read", "readings"]
