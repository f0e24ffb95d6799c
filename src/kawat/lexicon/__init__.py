"""Opens what languages/, ontology/ and world/ hold; other rooms get it from here."""
