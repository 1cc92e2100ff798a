"""A hand-out on paper."""
