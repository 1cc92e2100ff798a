"""The one door to solved figures: bases, shipped solutions and the solver behind it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from coach.errors import DataError
from coach.figure.mesh import Mesh
from coach.figure.pose import shipped
from coach.figure.pose.check import figure_problems, place_words
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.model import BasePose, Figure
from coach.figure.pose.motion import Motion
from coach.figure.pose.resolve import Complete, complete, load_bases
from coach.figure.pose.room import Room
from coach.figure.pose.solve import solve
from coach.figure.pose.solved import Solved
from coach.i18n import _

BASES = "bases.toml"
POSES = "poses.npz"


class Studio:
    """Solves figures for one body, or finds them solved. `folder` is assets/figure."""

    def __init__(self, folder: Path, mesh: Mesh) -> None:
        self._folder = folder
        self.flesh = Flesh(mesh)
        self._mark = shipped.mark_of(mesh)

    @cached_property
    def bases(self) -> Mapping[str, BasePose]:
        """The starts that figures share."""
        return load_bases(self._folder / BASES)

    @cached_property
    def _shipped(self) -> shipped.Poses:
        return shipped.load(self._folder / POSES)

    def complete(self, figure: Figure) -> Complete:
        """Return the figure with its base filled in: props, camera and whole poses.

        `DataError` for a base, bone, spot or thing there is not, and for numbers that are none.
        """
        problems = figure_problems(figure, self.bases)
        if problems:
            path, sentence = problems[0]
            raise DataError(_("Figure, {place}: {sentence}").format(place=place_words(path), sentence=sentence))
        return complete(figure, self.bases)

    def key(self, figure: Complete) -> str:
        """Return what the figure's solution is known by in the shipped file."""
        return shipped.key_of(figure, self._mark)

    def keys(self, figure: Complete) -> tuple[Solved, ...]:
        """Return the solved key poses: the shipped ones, else solved now."""
        return self._shipped.get(self.key(figure)) or self.solved(figure)

    def solved(self, figure: Complete) -> tuple[Solved, ...]:
        """Solve the key poses now, with everything that is wrong with them."""
        room = Room(figure.figure.props)
        found: list[Solved] = []
        for pose in figure.poses:
            found.append(solve(pose, room, self.flesh, found[-1] if found else None))
        return tuple(found)

    def motion(self, figure: Figure) -> Motion:
        """Return the figure's motion."""
        return self.motion_of(self.complete(figure))

    def motion_of(self, figure: Complete, keys: tuple[Solved, ...] | None = None) -> Motion:
        """Return the motion of a complete figure, through these key poses where they are known."""
        cycle = figure.figure.loop == "cycle"
        return Motion(keys or self.keys(figure), figure.poses, Room(figure.figure.props), self.flesh, cycle=cycle)
