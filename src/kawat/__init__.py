"""kawat reads news on diplomacy, negotiation and conflict, and keeps a ledger of it."""
