"""Mentions become records: speech, events, figures, positions, negotiations, and at the end whose word each is."""
