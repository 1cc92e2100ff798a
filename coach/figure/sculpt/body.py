"""One body: its parts meshed, cut, weighted and put together."""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure.bones import ANKLE, COUNT, FOREARM, HAND, INDEX, SHANK, THIGH, UPPER_ARM
from coach.figure.mesh import Mesh
from coach.figure.rotation import Array
from coach.figure.sculpt import garments, marks
from coach.figure.sculpt.arms import arm, shoulder
from coach.figure.sculpt.assemble import Part, assemble
from coach.figure.sculpt.build import Build
from coach.figure.sculpt.frames import REFERENCE, Frames, both
from coach.figure.sculpt.hair import hair
from coach.figure.sculpt.hands import hand
from coach.figure.sculpt.head import Head, head_and_neck, neck
from coach.figure.sculpt.legs import leg, thigh
from coach.figure.sculpt.nets import even, mesh
from coach.figure.sculpt.shapes import Shape, Union, along
from coach.figure.sculpt.topology import Surface, cut, largest, left_half
from coach.figure.sculpt.trunk import trunk
from coach.figure.sculpt.weights import Weights

_LEG: Final = (THIGH + SHANK) * REFERENCE
_ARM: Final = (UPPER_ARM + FOREARM) * REFERENCE

#: Metres over which the outside of a garment is shaded alike: wide tones on the shirt, the seat's form in the shorts.
_CALM: Final = {"shirt": 0.062, "shorts": 0.042}


class Sculptor:
    """Makes the parts of one build."""

    def __init__(self, build: Build) -> None:
        self.frames = frames = Frames(build)
        self.trunk = trunk(frames)
        self.leg, self.arm = leg(frames), arm(frames)
        self.clothed: Shape = Union(
            (self.trunk, 0),
            (both(thigh(frames), 0.03), 0.075),
            (both(shoulder(frames), 0), 0.036),
            (both(self.arm, 0), 0.034),
            (neck(frames), 0.05),
        )
        self.weights = Weights(frames, self.trunk)
        self.garments = garments.Garments(frames)

    def parts(self) -> list[Part]:
        """All of them, in the order they are stored."""
        shirt, shorts = self._shirt(), self._shorts()
        return [self._head(), self._hair(), *shirt, *shorts, self.arm_part(), self._leg()]

    def _even(self, low: tuple[float, float, float], high: tuple[float, float, float], cell: float) -> Array:
        scale = self.frames.scale
        return even(np.array(low) * scale, np.array(high) * scale, cell * self.frames.build.cell)

    def _head(self) -> Part:
        frames, scale = self.frames, self.frames.scale
        shape, hidden = head_and_neck(frames, self.trunk), hair(Head(frames))
        surface = left_half(mesh(shape, self._head_grid()))
        surface = cut(surface, self.garments.neck_cut(surface.vertices))
        surface = largest(cut(surface, -0.005 * scale - hidden(surface.vertices)))
        lines = marks.face_lines(frames, shape)
        return Part(surface, self.weights.body(surface.vertices), ["head"] * len(surface.faces), 0.013, lines)

    def _hair(self) -> Part:
        head = Head(self.frames)
        shape = hair(head)
        surface = left_half(mesh(shape, self._even((-0.16, -0.15, 1.46), (0.16, 0.15, 1.80), 0.0084)))
        surface = largest(
            cut(surface, -0.006 * self.frames.scale - head_and_neck(self.frames, self.trunk)(surface.vertices))
        )
        weights = np.zeros((len(surface.vertices), COUNT))
        weights[:, INDEX["head"]] = 1
        return Part(surface, weights, ["hair"] * len(surface.faces), 0.016, marks.hair_lines(self.frames, shape))

    def _shirt(self) -> list[Part]:
        kit = self.garments
        grid = self._even((-0.24, -0.50, 0.86), (0.24, 0.50, 1.52), 0.0139)
        outside = left_half(mesh(garments.grown(self.clothed, kit.shirt_offset), grid))
        outside = largest(cut(outside, kit.shirt_cut(outside.vertices)))
        return self._garment("shirt", outside, kit.shirt_cut(outside.vertices))

    def _shorts(self) -> list[Part]:
        kit = self.garments
        grid = self._even((-0.24, -0.36, 0.58), (0.24, 0.36, 1.07), 0.0141)
        outside = left_half(mesh(garments.grown(self.clothed, kit.shorts_offset), grid))
        outside = cut(outside, kit.shorts_cut(outside.vertices))
        return self._garment("shorts", outside, kit.shorts_cut(outside.vertices))

    def _garment(self, name: str, outside: Surface, edge: Array) -> list[Part]:
        """A garment and its lining, both moving like the skin under the outside."""
        scale = self.frames.scale
        lining, under = garments.lining(outside, edge, self.clothed, 0.003 * scale, garments.INSIDE * scale)
        return [
            Part(outside, self.weights.body(outside.vertices), [name] * len(outside.faces), _CALM[name]),
            Part(lining, self.weights.body(under), [f"{name}.inside"] * len(lining.faces), 0.010),
        ]

    def arm_part(self) -> Part:
        """The left arm, ready to be mirrored."""
        frames = self.frames
        surface = mesh(self.arm, self._arm_grid())
        surface = cut(
            surface, garments.SLEEVE - garments.INSIDE + 0.012 + frames.local("upperarm.L", surface.vertices)[:, 2]
        )
        surface = largest(surface)
        down = -frames.local("hand.L", surface.vertices)[surface.faces].mean(1)[:, 2]
        labels = ["hand.L" if is_hand else "arm.L" for is_hand in down > -0.012]
        calm = np.where(-frames.local("hand.L", surface.vertices)[:, 2] > -0.02, 0.006, 0.018)
        return Part(surface, self.weights.arm(surface.vertices), labels, calm, marks.hand_lines(frames, hand(frames)))

    def _leg(self) -> Part:
        frames = self.frames
        surface = mesh(self.leg, self._leg_grid())
        surface = cut(
            surface, garments.SHORTS_HEM - garments.INSIDE + 0.012 + frames.local("thigh.L", surface.vertices)[:, 2]
        )
        surface = largest(surface)
        down = -frames.local("foot.L", surface.vertices)[surface.faces].mean(1)[:, 2]
        labels = ["foot.L" if is_foot else "leg.L" for is_foot in down > -0.035]
        calm = np.where(frames.local("foot.L", surface.vertices)[:, 0] > 0.10, 0.007, 0.022)
        return Part(surface, self.weights.leg(surface.vertices), labels, calm, marks.foot_lines(frames, self.leg))

    def _head_grid(self) -> Array:
        """Cells of 11 mm at the back of the head and in the neck, 6 mm in the face."""
        cell = self.frames.build.cell
        x = _graded(-0.15, 0.15, [(-0.02, 0.0105), (0.0, 0.0080), (0.03, 0.0080), (0.08, 0.0053)], cell)
        half = _graded(0.0026 * cell, 0.15, [(0.025, 0.0050), (0.05, 0.0076)], cell)
        z = _graded(
            -0.20,
            0.22,
            [(-0.11, 0.0105), (-0.06, 0.0068), (-0.02, 0.0050), (0.03, 0.0050), (0.08, 0.0062), (0.12, 0.0105)],
            cell,
        )
        axes = (x, np.concatenate([-half[::-1], half]), z)
        return np.stack(np.meshgrid(*axes, indexing="ij"), -1) * self.frames.scale + self.frames.joint("head")

    def _leg_grid(self) -> Array:
        """Cells of 12 mm along the leg, 6 mm in the foot, 4.2 mm in the toes."""
        x = _graded(
            -0.072, 0.212, [(0.0, 0.0068), (0.09, 0.0062), (0.125, 0.0038), (0.2, 0.0038)], self.frames.build.cell
        )
        y = _graded(-0.066, 0.066, [(0.0, 0.0058)], self.frames.build.cell)
        down = _graded(
            0.19, _LEG + ANKLE * REFERENCE + 0.012,
            [(0.3, 0.0125), (0.70, 0.0115), (_LEG - 0.05, 0.008), (_LEG, 0.0058)], self.frames.build.cell,
        )[::-1]  # fmt: skip
        wide = along((0.3, 0.70, _LEG - 0.05, _LEG), [[2.15], [2.0], [1.4], [1.0]], down)[:, 0]
        toes = along((0.08, 0.13), [[1.0], [0.68]], x)[:, 0]
        narrow = toes[:, None] * (wide == 1) + (wide > 1)
        return self._bent("thigh.L", x[:, None] * wide, y, wide * narrow, down)

    def _arm_grid(self) -> Array:
        """Cells of 10 mm along the arm, 5 mm in the hand, 4.2 mm at the finger tips."""
        x = _graded(-0.052, 0.072, [(0.0, 0.0038), (0.036, 0.0038), (0.045, 0.0050)], self.frames.build.cell)
        y = _graded(-0.038, 0.038, [(0.0, 0.0046)], self.frames.build.cell)
        down = _graded(
            0.09, _ARM + HAND * REFERENCE + 0.012,
            [(0.4, 0.0115), (_ARM - 0.06, 0.0085), (_ARM, 0.0054), (_ARM + 0.12, 0.0050), (_ARM + 0.15, 0.0040)],
            self.frames.build.cell,
        )[::-1]  # fmt: skip
        wide = along((0.4, _ARM - 0.06, _ARM - 0.01), [[2.1], [1.7], [1.0]], down)[:, 0]
        return self._bent("upperarm.L", x[:, None] * wide, y, np.broadcast_to(wide, (len(x), len(wide))), down)

    def _bent(self, bone: str, x: Array, y: Array, wide: Array, down: Array) -> Array:
        """Nodes (a, b, c, 3) from `x` (a, c), `y` (b,) times `wide` (a, c) and the distance `down` (c,) from the joint."""
        a, c = x.shape
        local = np.empty((a, len(y), c, 3))
        local[..., 0] = x[:, None]
        local[..., 1] = y[None, :, None] * wide[:, None]
        local[..., 2] = -down
        frames = self.frames
        return np.asarray(frames.joint(bone) + local * frames.scale @ frames.axes(bone).T)


def _graded(low: float, high: float, cells: list[tuple[float, float]], factor: float) -> Array:
    """Numbers from `low` to `high` whose steps follow the cells, given as (place, step)."""
    places, steps = np.array(cells).T
    at = [low]
    while at[-1] < high:
        at.append(at[-1] + factor * float(np.interp(at[-1], places, steps)))
    return np.array(at)


def sculpt(build: Build) -> Mesh:
    """Make one body."""
    sculptor = Sculptor(build)
    return assemble(sculptor.frames, sculptor.parts())
