"""Every shipped figure, ready to be drawn; made once for all tests."""

from __future__ import annotations

from functools import cache

from coach.content.load_library import load_library
from coach.figure.picture import Picture
from coach.figure.pose.model import Figure
from coach.figure.studio import Studio
from coach.resources import assets


@cache
def figures() -> dict[str, Figure]:
    """All figures of exercises and of positions by id."""
    library = load_library(assets())
    found = {exercise.id: exercise.figure for exercise in library.exercises.values() if exercise.figure is not None}
    return found | {name: entry.figure for name, entry in library.figures.items()}


FIGURES = sorted(figures())


@cache
def _studio() -> Studio:
    return Studio(assets() / "figure")


@cache
def picture(name: str, body: str = "a") -> Picture:
    """One figure on a body."""
    return _studio().picture(figures()[name], body)
