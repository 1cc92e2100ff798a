"""A strap round the ball of a foot, held in the fists: flat on the sole, taut and straight to the hands, never twisted.

Its line is laid anew at every moment: half a ring round the sole, two straight runs, the passage through each fist,
and a short loose end that hangs down. Its breadth is carried along that line without turning about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.forward import Placed
from coach.figure.mesh import Mesh
from coach.figure.pose.props import Strap
from coach.figure.rotation import Array, X, rot, unit
from coach.figure.scene.parts import Part
from coach.figure.scene.solids import tube
from coach.figure.scene.surface import cast
from coach.figure.scene.worn import Dressed

_WIDE: Final = 0.036
_THICK: Final = 0.009
_SIDES: Final = 8
_RING: Final = 21  # points round the sole
_RUN: Final = 14  # points from the foot to a hand
_FIST: Final = 5
_END: Final = 8
_LOOSE: Final = 0.045  # metres of strap beyond the fist
#: The middle of a closed fist in the axes of a left hand, and half its breadth.
_GRIP: Final = np.array([0.004, -0.026, -0.078])
_HALF_FIST: Final = 0.047
_REFERENCE: Final = 1.70
_AROUND: Final = 98.0  # degrees to either side of straight down, as far as it touches the foot
_FLOOR: Final = 0.006
_AWAY: Final = -0.6


@dataclass(frozen=True, eq=False)
class Strung:
    """A strap on a body: `sole` (k, 3) is its line round the foot, from the left to the right, in the axes of that
    foot.
    """

    part: Part
    sole: Array
    foot: int
    hands: tuple[str, str]
    scale: float

    def lay(self, body: Dressed) -> Array:
        """Return where its vertices are, (n, 3) metres."""
        line, breadth = self.line(body.placed)
        return _ribbon(line, breadth)

    def line(self, placed: Placed) -> tuple[Array, Array]:
        """Return its middle line (k, 3) from one loose end to the other, and the direction of its breadth (k, 3)."""
        turned, joint = placed.turned[self.foot], placed.joints[self.foot]
        sole = joint + self.sole @ turned.T
        one = self._strand(placed, self.hands[0], sole[0], loose=True)
        other = self._strand(placed, self.hands[1], sole[-1], loose=self.hands[0] != self.hands[1])
        line = np.concatenate([one[::-1], sole, other])
        middle = len(one) + len(sole) // 2
        return line, _carried(line, middle, turned[:, 0])

    def _strand(self, placed: Placed, side: str, start: Array, *, loose: bool) -> Array:
        """From the foot through a fist to the end."""
        hand = INDEX[f"hand.{side}"]
        turned, joint = placed.turned[hand], placed.joints[hand]
        grip = joint + turned @ (_GRIP * (1, 1 if side == "L" else -1, 1)) * self.scale
        # It comes in by the thumb, unless that side looks well away from the foot: a side that changed on the way would jump.
        across = turned[:, 0] * (1 if unit(start - grip) @ turned[:, 0] > _AWAY else -1)
        enter, leave = grip + across * _HALF_FIST, grip - across * _HALF_FIST
        run = start + np.linspace(0, 1, _RUN + 1)[1:, None] * (enter - start)
        through = enter + np.linspace(0, 1, _FIST + 1)[1:, None] * (leave - enter)
        share = np.linspace(0, 1, _END + 1)[1:, None]
        length = _LOOSE if loose else 0.015
        end = leave - across * length * (share - 0.62 * share**2) - np.array([0, 0, 1.0]) * length * 0.8 * share**1.6
        end[:, 2] = np.maximum(end[:, 2], _FLOOR)
        whole = np.concatenate([run, through, end])
        bend = whole[_RUN - 3 :]
        for _ in range(2):  # a strap has no corners
            bend[1:-1] = (bend[:-2] + 2 * bend[1:-1] + bend[2:]) / 4
        return whole


def strap(mesh: Mesh, thing: Strap) -> Strung:
    """Return a strap round the foot that the figure names."""
    scale = mesh.skeleton.proportions.stature / _REFERENCE
    hands = ("L", "R") if thing.hands == "both" else (thing.hands, thing.hands)
    count = 2 * (_RUN + _FIST + _END) + _RING
    blank = tube(
        np.stack([np.arange(count) * 0.01, np.zeros(count), np.zeros(count)], 1),
        np.ones(count),
        sides=_SIDES,
        across=(0, 1, 0),
    )
    foot = INDEX[f"foot.{thing.foot}"]
    return Strung(Part(blank, "strap"), _round_the_sole(mesh, thing.foot, scale), foot, hands, scale)


def _round_the_sole(mesh: Mesh, side: str, scale: float) -> Array:
    """The line round the ball of the foot, just outside of the skin, in the axes of the foot: left, under, right."""
    foot, toes = INDEX[f"foot.{side}"], INDEX[f"toes.{side}"]
    turned, joint = mesh.bind.turned[foot], mesh.bind.joints[foot]
    ball = mesh.skeleton.offsets[toes] * (1, 0, 1) + np.array([-0.012, 0, 0.004]) * scale
    skin = mesh.faces[mesh.faces_of(f"foot.{side}")]
    directions = np.array([rot(X, angle) @ (0, 0, -1.0) for angle in np.linspace(_AROUND, -_AROUND, _RING)])
    hits = cast(mesh.vertices, skin, joint + turned @ ball, directions @ turned.T, last=True)
    reach = np.where(hits.faces >= 0, hits.distance, 0.03)
    for _ in range(3):
        reach[1:-1] = np.maximum(reach[1:-1], (reach[:-2] + reach[2:]) / 2)  # taut: it spans the hollow behind the ball
        reach[1:-1] = (reach[:-2] + 2 * reach[1:-1] + reach[2:]) / 4
    return np.asarray(ball + directions * (reach + _THICK / 2 + 0.0005)[:, None])


def _carried(line: Array, middle: int, breadth: Array) -> Array:
    """The direction of the breadth along the line, from `middle` outwards, turning no more than the line makes it."""
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    found = np.empty_like(line)
    found[middle] = unit(breadth - (breadth @ along[middle]) * along[middle])
    for step in (1, -1):
        at = middle
        while 0 <= at + step < len(line):
            before, at = found[at], at + step
            found[at] = unit(before - (before @ along[at]) * along[at])
    return found


def _ribbon(line: Array, breadth: Array) -> Array:
    """The vertices of the tube of `strap` laid along a line."""
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True)
    out = np.cross(along, breadth)
    angle = np.linspace(0, 2 * np.pi, _SIDES, endpoint=False) + np.pi / _SIDES
    wide, thick = _WIDE / 2 / np.cos(np.pi / _SIDES), _THICK / 2 / np.sin(np.pi / 2 - np.pi / _SIDES)
    rings = (
        line[:, None] + np.cos(angle)[:, None] * wide * breadth[:, None] + np.sin(angle)[:, None] * thick * out[:, None]
    )
    return np.concatenate([rings.reshape(-1, 3), line[:1], line[-1:]])
