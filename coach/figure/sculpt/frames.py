"""The bind pose: arms and legs held a little away from the trunk, so that parts do not melt into each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure import bones, joints
from coach.figure.forward import Placed, place
from coach.figure.rotation import Array
from coach.figure.sculpt.build import Build
from coach.figure.sculpt.shapes import Loft, Section, Shape, blend

REFERENCE: Final = 1.70
_BIND: Final = {
    f"{joint}.{side}": {"abduction": degrees} for joint, degrees in (("shoulder", 45.0), ("hip", 10.0)) for side in "LR"
}
MIRROR: Final = np.array([1.0, -1.0, 1.0])


@dataclass(frozen=True)
class Frames:
    """Where a build's bones are in the bind pose, and shapes drawn along them.

    Shapes are drawn in metres of a person of 1.70 m, on the left side, and grow with `scale`.
    """

    build: Build

    @cached_property
    def skeleton(self) -> bones.Skeleton:
        """The build's own bones."""
        return bones.skeleton(self.build.proportions)

    @cached_property
    def bind(self) -> Placed:
        """Where they are."""
        root = np.array([0, 0, self.skeleton.hip_height])
        return place(self.skeleton, joints.local_rotations(_BIND), np.eye(3), root)

    @cached_property
    def scale(self) -> float:
        """How tall against the person the shapes are drawn for."""
        return self.build.proportions.stature / REFERENCE

    def axes(self, bone: str) -> Array:
        """The bone's axes as columns."""
        return np.asarray(self.bind.turned[bones.INDEX[bone]])

    def joint(self, bone: str) -> Array:
        """Where the bone begins."""
        return np.asarray(self.bind.joints[bones.INDEX[bone]])

    def at(self, bone: str, x: float, y: float, z: float) -> Array:
        """A point drawn in the axes of a bone, in the world."""
        return np.asarray(self.joint(bone) + self.axes(bone) @ (np.array([x, y, z]) * self.scale))

    def local(self, bone: str, points: Array) -> Array:
        """Points of the world in the axes of a bone, as they would be drawn."""
        return np.asarray((points - self.joint(bone)) @ self.axes(bone) / self.scale)

    def sized(self, sections: Sequence[Section], girth: float = 1.0) -> list[Section]:
        """Sections grown with the person, half widths by `girth` on top."""
        scale = self.scale
        return [
            Section(s.at * scale, s.u * scale, s.v * scale, s.a * scale * girth, s.b * scale * girth, s.n)
            for s in sections
        ]

    def limb(self, bone: str, sections: Sequence[Section], girth: float, caps: tuple[float, float]) -> Loft:
        """A loft down a left limb: u forward, v outward."""
        axes = self.axes(bone) * (1, 1, -1)
        caps = (caps[0] * self.scale, caps[1] * self.scale)
        return Loft(self.joint(bone), axes, self.sized(sections, girth), caps=caps)

    def coarse(self, factor: float) -> Frames:
        """The same, to be meshed with cells so many times as large."""
        return Frames(replace(self.build, cell=self.build.cell * factor))


def mirrored(shape: Shape) -> Shape:
    """The shape on the other side."""
    return lambda points: shape(points * MIRROR)


def both(shape: Shape, width: float) -> Shape:
    """The shape on both sides, blended where they meet."""
    return lambda points: blend(shape(points), shape(points * MIRROR), width)


def folded(points: npt.ArrayLike) -> Array:
    """Points moved to the left side: for what is far from the middle."""
    return np.abs(np.asarray(points, float) * (0, 1, 0)) + np.asarray(points, float) * (1, 0, 1)
