"""Poses as data, and their solutions: from the `[figure]` table of a file to bones in the world, at rest and moving."""
