"""The cushion between the low back and the back of a chair: it fills the gap, as far as its stuffing goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.mesh import Indices, Mesh
from coach.figure.pose.props import Chair, Cushion
from coach.figure.rotation import Array, Z, rot
from coach.figure.scene.furniture import back_rest
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import Solid, slab
from coach.figure.scene.worn import Dressed

#: How thin it can be pressed and how thick it fluffs up, in thicknesses.
_RANGE: Final = (0.5, 1.3)
_SUNK: Final = 0.012  # metres by which the back lies in it, and it in the chair


@dataclass(frozen=True, eq=False)
class Stuffed:
    """A cushion in a chair: `plan` holds its vertices as (up, left, share of the thickness); `back` (k,) the vertices
    of the low back.
    """

    part: Part
    plan: Array
    thick: float
    chair: Chair
    height: float
    back: Indices

    def lay(self, body: Dressed) -> Array:
        """Return where its vertices are, (n, 3) metres."""
        turned = rot(Z, self.chair.turn)
        away = (body.vertices[self.back].astype(float) - (*self.chair.at, 0)) @ turned
        level = self.chair.seat + self.height
        near = abs(away[:, 2] - level) < 0.07
        rest = back_rest(self.chair, self.height) - _SUNK
        gap = float(away[near, 0].min()) - rest + _SUNK if near.any() else self.thick
        thick = self.thick * float(np.clip(gap / self.thick, *_RANGE))
        lean = back_rest(self.chair, self.height + 0.05) - back_rest(self.chair, self.height - 0.05)
        up, left, share = self.plan.T
        ahead = rest + lean / 0.1 * up + share * thick
        return np.asarray(np.stack([ahead, left, level + up], 1) @ turned.T + (*self.chair.at, 0))


def cushion(mesh: Mesh, thing: Cushion, chair: Chair) -> Stuffed:
    """Return a cushion in that chair."""
    thick, wide, high = thing.size
    solid = slab((high, wide, thick), corner=0.06, edge=thick * 0.44, crown=thick * 0.06, belly=thick * 0.04, step=0.05)
    plan = solid.vertices * (1, 1, 1 / thick)
    upright = Solid(solid.vertices[:, [2, 1, 0]] * (1, -1, 1), solid.faces)
    bones = [INDEX[name] for name in ("pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1")]
    behind = (mesh.vertices[:, 0] < -0.04) & (abs(mesh.vertices[:, 1]) < 0.08)
    back = np.flatnonzero(behind & (mesh.weights[:, bones].sum(1) > 0.6)).astype(np.int32)
    return Stuffed(Part(upright, "cushion"), plan * (1, -1, 1), thick, chair, thing.height, back)
