"""The nouns all rooms share: frozen dataclasses, standard library only."""
