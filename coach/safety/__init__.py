"""Caps and gaps for heat and cold, and stop rules: pure functions over content."""
