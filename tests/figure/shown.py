"""Every shipped figure, ready to be drawn; made once for all tests."""

from __future__ import annotations

from functools import cache

from coach.content.load_library import load_library
from coach.figure.mesh import load
from coach.figure.picture import Picture
from coach.figure.pose.model import Figure
from coach.figure.pose.resolve import Complete
from coach.figure.pose.solved import Solved
from coach.figure.pose.studio import Studio as Poser
from coach.resources import assets


@cache
def figures() -> dict[str, Figure]:
    """All figures of exercises and of positions by id."""
    library = load_library(assets())
    found = {exercise.id: exercise.figure for exercise in library.exercises.values() if exercise.figure is not None}
    return found | {name: entry.figure for name, entry in library.figures.items()}


FIGURES = sorted(figures())


@cache
def poser(body: str = "a") -> Poser:
    """What solves figures for a body."""
    return Poser(assets() / "figure", load(assets() / "figure" / f"body-{body}.npz"))


@cache
def complete(name: str) -> Complete:
    """One figure with its base filled in."""
    return poser().complete(figures()[name])


@cache
def solved(name: str, body: str = "a") -> tuple[Solved, ...]:
    """Its key poses, solved now: with all that is wrong with them."""
    return poser(body).solved(complete(name))


@cache
def picture(name: str, body: str = "a") -> Picture:
    """One figure on a body, through the key poses as they are solved now."""
    motion = poser(body).motion_of(complete(name), solved(name, body))
    return Picture(complete(name).figure, poser(body).flesh.mesh, motion, poser(body).flesh)
