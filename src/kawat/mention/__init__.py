"""Document to mentions: actors, places, times and quantities, and which of them are one."""

from kawat.mention.page import mentions

__all__ = ["mentions"]
