"""Recipes that train the parsers and entity taggers from treebanks given by path."""
