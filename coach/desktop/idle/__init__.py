"""Since when nobody has touched anything: one door, and what each desktop has for it."""
