"""Skinning weights as smooth functions of where a point is in the bind pose.

Clothes and skin at the same place get the same weights and move together, whatever the mesh. All functions look at the
left side; the right is the mirror. Widths are metres of a person of 1.70 m.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from coach.figure import bones
from coach.figure.rotation import Array
from coach.figure.sculpt import hands
from coach.figure.sculpt.frames import MIRROR, REFERENCE, Frames
from coach.figure.sculpt.shapes import Shape, Union, smoothstep

#: Bones of the trunk above the pelvis: half the width over which the one below hands over to it, and how far below its
#: joint that happens (skin of nape and jaw goes with the head).
_SPINE: Final = {
    "lumbar1": (0.100, 0.018), "lumbar2": (0.090, 0.008), "lumbar3": (0.080, 0.0), "thorax1": (0.080, 0.0), "thorax2": (0.080, 0.0),
    "thorax3": (0.075, 0.0), "neck1": (0.040, 0.006), "neck2": (0.032, 0.016), "head": (0.026, 0.032),
}  # fmt: skip
_SWAPPED: Final = np.array([bones.INDEX[n[:-1] + {"L": "R", "R": "L"}.get(n[-1], n[-1])] for n in bones.NAMES])


def swapped(weights: Array) -> Array:
    """The weights of the mirrored points."""
    return np.asarray(weights[:, _SWAPPED])


def step(width: float, x: Array) -> Array:
    """0 below -width, 1 above width, smooth between."""
    return smoothstep(-width, width, x)


class Weights:
    """Weights of the body's parts, (n, COUNT) rows that sum to 1."""

    def __init__(self, frames: Frames, trunk: Shape) -> None:
        self.frames, self.trunk = frames, trunk
        self._thumb = hands.thumb(frames)
        self._fingers = Union((hands.palm(frames), 0), (hands.fingers(frames), 0))

    def body(self, points: Array) -> Array:
        """Of trunk, neck, head, shirt and shorts: trunk bones, and arms and legs as far as clothes reach."""
        weights = np.zeros((len(points), bones.COUNT))
        rest = np.ones(len(points))
        for side, seen in (("L", points), ("R", points * MIRROR)):
            arm, leg = self._arm_share(seen), self._leg_share(seen)
            self._limb(weights, side, "upperarm", arm)
            self._limb(weights, side, "thigh", leg)
            rest -= arm + leg
        rest = np.maximum(rest, 0)
        collar = {side: self._clavicle(points * flip) for side, flip in (("L", 1), ("R", MIRROR))}
        for side, share in collar.items():
            self._limb(weights, side, "clavicle", rest * share)
        rest = rest * (1 - sum(collar.values()))
        weights[:, [bones.INDEX["pelvis"], *(bones.INDEX[bone] for bone in _SPINE)]] += rest[:, None] * self._column(
            points
        )
        return np.asarray(weights / weights.sum(1, keepdims=True))

    def _limb(self, weights: Array, side: str, bone: str, share: Array) -> None:
        weights[:, bones.INDEX[f"{bone}.{side}"]] += share

    def _column(self, points: Array) -> Array:
        """Shares of pelvis, lumbar, thoracic and neck bones and the head, (n, 10)."""
        frames = self.frames
        local = (points - frames.joint("pelvis")) / frames.scale
        # the jaw is head though it is low, the nape neck though it is high
        height = local[:, 2] + 0.5 * np.maximum(local[:, 0] + 0.02, 0) * smoothstep(0.49, 0.57, local[:, 2])
        above = [
            step(width, height + below - (frames.joint(bone) - frames.joint("pelvis"))[2] / frames.scale)
            for bone, (width, below) in _SPINE.items()
        ]
        upto: Array = np.minimum.accumulate(np.stack([np.ones(len(points)), *above], 1), 1)
        return np.asarray(upto - np.concatenate([upto[:, 1:], np.zeros((len(points), 1))], 1))

    def _arm_share(self, points: Array) -> Array:
        """How much a point belongs to the left arm."""
        scale = self.frames.scale
        local = self.frames.local("upperarm.L", points)
        level = (points - self.frames.joint("upperarm.L")) / scale
        radial = np.hypot(local[:, 0], local[:, 1]) - 0.05
        nearer = self.trunk(points) / scale - radial
        high = smoothstep(-0.40, -0.30, level[:, 2])
        behind = 0.022 * smoothstep(0.01, -0.06, level[:, 0])
        out = level[:, 1] * 0.95 - level[:, 2] * 0.3 - 0.008 - behind
        share = step(0.075, out) * step(0.060, nearer + 0.008) * high
        hem = smoothstep(0.055, 0.125, -local[:, 2]) * smoothstep(
            0.065, 0.030, radial
        )  # the sleeve's end goes with the arm
        return np.asarray(1 - (1 - share) * (1 - hem))

    def _leg_share(self, points: Array) -> Array:
        """How much a point belongs to the left leg: below a line that rises outwards from the crotch."""
        local = (points - self.frames.joint("thigh.L")) / self.frames.scale
        x, z = local[:, 0], local[:, 2]
        y = points[:, 1] / self.frames.scale
        rise = -0.060 + 0.040 * smoothstep(0, 0.16, y) + 0.025 * smoothstep(0, 0.08, x) - 0.02 * smoothstep(0, -0.1, x)
        width = 0.075 + 0.045 * smoothstep(0, -0.1, x)
        side = smoothstep(-1, 1, y / (0.006 + 0.078 * smoothstep(-0.187, -0.08, z)))
        below_waist = smoothstep(0.075, -0.005, z)  # hem and waist go with the pelvis
        return np.asarray(smoothstep(-1, 1, (rise - z) / width) * side * below_waist)

    def _clavicle(self, points: Array) -> Array:
        """How much of what is no arm follows the left collar bone: the top of the shoulder."""
        local = (points - self.frames.joint("upperarm.L")) / self.frames.scale
        below_neck = smoothstep(0.12, 0.03, local[:, 2])
        return np.asarray(smoothstep(-0.13, -0.02, local[:, 1]) * smoothstep(-0.12, 0, local[:, 2]) * below_neck * 0.85)

    def arm(self, points: Array) -> Array:
        """Of the left arm and hand."""
        frames, weights = self.frames, np.zeros((len(points), bones.COUNT))
        down = -frames.local("upperarm.L", points)[:, 2] - bones.UPPER_ARM * REFERENCE
        lower = step(0.035, down)
        turned = smoothstep(0.02, bones.FOREARM * REFERENCE - 0.015, down)
        at_hand = frames.local("hand.L", points)
        hand = step(0.020, -at_hand[:, 2])
        thumb = self._thumb_share(points)
        fingers, tips = step(0.015, -at_hand[:, 2] - hands.KNUCKLES), step(0.013, -at_hand[:, 2] - 0.135)
        shares = {
            "upperarm": 1 - lower,
            "forearm": lower * (1 - turned),
            "wrist": turned * (1 - hand) * lower,
            "hand": hand * (1 - thumb) * (1 - fingers),
            "fingers": hand * (1 - thumb) * fingers * (1 - tips),
            "tips": hand * (1 - thumb) * tips,
            "thumb": hand * thumb,
        }
        for bone, share in shares.items():
            self._limb(weights, "L", bone, share)
        return np.asarray(weights / weights.sum(1, keepdims=True))

    def _thumb_share(self, points: Array) -> Array:
        nearer = (self._fingers(points) - self._thumb(points)) / self.frames.scale
        out = -self.frames.local("hand.L", points)[:, 2]
        return np.asarray(step(0.014, nearer) * smoothstep(0.018, 0.062, out))

    def leg(self, points: Array) -> Array:
        """Of the left leg and foot."""
        frames, weights = self.frames, self.body(points)
        leg = weights[:, bones.INDEX["thigh.L"]].copy()
        weights[:, bones.INDEX["thigh.L"]] = 0
        down = -frames.local("thigh.L", points)[:, 2] - bones.THIGH * REFERENCE
        ankle = frames.local("foot.L", points)
        shank = step(0.045, down)
        behind = 0.030 + 0.028 * smoothstep(0, -0.04, ankle[:, 0])
        foot = smoothstep(-1, 1, (ankle[:, 0] * 0.35 - ankle[:, 2] * 0.94 + 0.002) / behind)
        toes = step(0.014, ankle[:, 0] + 0.35 * ankle[:, 1] - 0.130)
        for bone, share in {
            "thigh": leg * (1 - shank),
            "shank": leg * shank * (1 - foot),
            "foot": leg * foot * (1 - toes) * shank,
            "toes": leg * foot * toes * shank,
        }.items():
            self._limb(weights, "L", bone, share)
        return np.asarray(weights / weights.sum(1, keepdims=True))
