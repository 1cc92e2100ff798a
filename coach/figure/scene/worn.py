"""Things that go with the body: laid anew at every moment."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from coach.figure.forward import Placed
from coach.figure.mesh import Floats
from coach.figure.rotation import Array
from coach.figure.scene.parts import Part


class Dressed(NamedTuple):
    """The body at one moment: its bones, and (n, 3) vertices and normals of its mesh, breathing and flattened."""

    placed: Placed
    vertices: Floats
    normals: Floats


class Worn(Protocol):
    """A thing that lies on the body, or is held by it."""

    @property
    def part(self) -> Part:
        """What it is made of; the faces never change."""

    def lay(self, body: Dressed) -> Array:
        """Return where its vertices are, (n, 3) metres."""
