"""How the shipped models were made: parsers and taggers, trained on treebanks you name by their folders."""
