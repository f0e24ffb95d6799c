"""How far records agree with gold. The figures are listed in docs/scores.md."""
