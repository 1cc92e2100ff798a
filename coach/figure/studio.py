"""Where pictures come from: bodies, poses and scenes, each loaded when it is first needed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from coach.figure.mesh import Mesh, load
from coach.figure.picture import Picture
from coach.figure.pose.model import Figure
from coach.figure.pose.studio import Studio as Poser

#: The bodies there are; their files are body-a.npz and so on.
BODIES: Final = ("a", "b")


class Studio:
    """Makes pictures; `folder` is assets/figure. Not to be used by two threads at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._posers: dict[str, tuple[Mesh, Poser]] = {}

    def picture(self, figure: Figure, body: str = BODIES[0]) -> Picture:
        """Return a figure on a body; `DataError` for a missing or damaged file, or a base there is not."""
        mesh, poser = self._poser(body)
        complete = poser.complete(figure)
        return Picture(complete.figure, mesh, poser.motion_of(complete), poser.flesh)

    def _poser(self, body: str) -> tuple[Mesh, Poser]:
        if body not in self._posers:
            mesh = load(self._folder / f"body-{body}.npz")
            self._posers[body] = (mesh, Poser(self._folder, mesh))
        return self._posers[body]
