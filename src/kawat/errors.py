"""What can go wrong, as one family.

    KawatError
    ├── BadInput        a page that cannot be read: empty, binary, too large, too deep
    ├── BadData         a language, ontology or world file that breaks its own schema
    ├── BadLedger       a ledger that cannot be opened, or does not hold what it says
    ├── NoSuchRecord    an id that is not in the ledger
    ├── MissingModel    a language whose parser is not installed
    ├── MissingParse    a sentence without a frozen parse
    └── BadGold         a gold or output file the scorer cannot use

Every message names the place, the fault and the remedy, on one line.
"""


class KawatError(Exception):
    """The root of everything kawat raises on purpose."""


class BadInput(KawatError):
    """A page cannot be read."""


class BadData(KawatError):
    """A language, ontology or world file breaks its own schema."""


class BadLedger(KawatError):
    """A ledger cannot be opened, or does not hold what it says."""


class NoSuchRecord(KawatError):
    """An id is not in the ledger."""


class MissingModel(KawatError):
    """A language has no parser installed."""


class MissingParse(KawatError):
    """A sentence has no frozen parse."""


class BadGold(KawatError):
    """A gold or output file cannot be scored."""
