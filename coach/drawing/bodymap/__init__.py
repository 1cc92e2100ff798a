"""The body map: our own figure from the front and from behind, and the areas of the journal on it as exact paths."""
