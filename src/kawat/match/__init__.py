"""Phrases and paths: what knows trees, not languages."""
