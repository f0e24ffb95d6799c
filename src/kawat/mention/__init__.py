"""Document to mentions: actors, places, times and quantities, and which of them are one."""
