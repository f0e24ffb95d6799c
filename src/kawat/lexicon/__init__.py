"""The only reader of languages/, ontology/ and world/."""
