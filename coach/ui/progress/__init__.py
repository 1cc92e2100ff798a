"""Is it getting better? Tightness over time, and before and after each session."""
