"""The bones: names, parents, and where each begins, for a person of any stature and build.

Lengths along the limbs are fractions of stature after Drillis & Contini (1966), as in Winter, Biomechanics and Motor
Control of Human Movement (4th ed. 2009, fig. 4.1): upper arm .186, forearm .146, hand .108, thigh .245, shank .246, ankle
height .039, foot length .152, so hips at .530. How the spine divides that height, and the half widths of hips and
shoulders, are ours: joints inside the published outer widths (.191 and .259 of stature).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import numpy as np

from coach.figure.names import COUNT, INDEX, NAMES, PARENTS
from coach.figure.rotation import Array

__all__ = ["COUNT", "INDEX", "NAMES", "PARENTS", "Proportions", "Skeleton", "skeleton"]

#: Fractions of stature.
UPPER_ARM: Final = 0.186
FOREARM: Final = 0.146
HAND: Final = 0.108
THIGH: Final = 0.245
SHANK: Final = 0.246
ANKLE: Final = 0.039
FOOT: Final = 0.152
HIP_HEIGHT: Final = THIGH + SHANK + ANKLE


@dataclass(frozen=True, slots=True)
class Proportions:
    """How long and how wide a person is built: `stature` in metres, half widths as fractions of stature.

    `hip` is half the distance of the hip joints, `shoulder` half that of the shoulder joints.
    """

    stature: float = 1.70
    hip: float = 0.052
    shoulder: float = 0.0985


@dataclass(frozen=True)
class Skeleton:
    """Where each bone begins, seen from its parent, in metres; (COUNT, 3), bones at rest as in `Proportions`."""

    proportions: Proportions
    offsets: Array

    def length(self, bone: str) -> float:
        """Metres of a bone of arm or leg from its joint to the next one; of the last in a chain, to its end."""
        name = bone.partition(".")[0]
        return _LENGTHS[name] * self.proportions.stature

    @cached_property
    def hip_height(self) -> float:
        """Metres from the sole to the hip joint of someone standing."""
        return HIP_HEIGHT * self.proportions.stature


# From the parent's joint, fractions of a stature of 1.70 m written as metres; y is for the left side.
_SPINE_OFFSETS: dict[str, tuple[float, float, float]] = {
    "lumbar1": (-0.030, 0, 0.080),
    "lumbar2": (0.003, 0, 0.058),
    "lumbar3": (0.001, 0, 0.058),
    "thorax1": (-0.003, 0, 0.060),
    "thorax2": (-0.008, 0, 0.075),
    "thorax3": (-0.006, 0, 0.085),
    "neck1": (0.001, 0, 0.104),
    "neck2": (0.013, 0, 0.050),
    "head": (0.015, 0, 0.045),
}
_REFERENCE = 1.70
_LENGTHS = {
    "clavicle": 0.085,
    "upperarm": UPPER_ARM,
    "forearm": FOREARM,
    "wrist": FOREARM / 2,
    "hand": 0.054,
    "fingers": 0.025,
    "tips": 0.029,
    "thumb": 0.040,
    "thigh": THIGH,
    "shank": SHANK,
    "foot": 0.078,
    "toes": 0.040,
}


def _limb_offsets(p: Proportions) -> dict[str, tuple[float, float, float]]:
    """Offsets of the left side in metres, for a stature of 1.70 m where they do not follow from a fraction."""
    scale, h = p.stature / _REFERENCE, p.stature
    clavicle = 0.022
    return {
        "clavicle": (0.030 * scale, clavicle * scale, 0.062 * scale),
        "upperarm": (-0.042 * scale, p.shoulder * h - clavicle * scale, -0.018 * scale),
        "forearm": (0, 0, -UPPER_ARM * h),
        "wrist": (0, 0, -FOREARM * h / 2),  # turns with the hand, so that pronation twists gradually
        "hand": (0, 0, -FOREARM * h / 2),
        "fingers": (0, 0, -0.092 * scale),
        "tips": (0, 0, -0.043 * scale),
        "thumb": (0.020 * scale, -0.006 * scale, -0.022 * scale),
        "thigh": (0, p.hip * h, 0),
        "shank": (0, 0, -THIGH * h),
        "foot": (0, 0, -SHANK * h),
        "toes": (0.132 * scale, 0, -0.048 * scale),
    }


@lru_cache(maxsize=16)
def skeleton(proportions: Proportions) -> Skeleton:
    """Return the skeleton of someone built like that."""
    scale = proportions.stature / _REFERENCE
    offsets = np.zeros((COUNT, 3))
    offsets[INDEX["pelvis"]] = (0, 0, HIP_HEIGHT * proportions.stature)
    for name, offset in _SPINE_OFFSETS.items():
        offsets[INDEX[name]] = np.array(offset) * scale
    for name, offset in _limb_offsets(proportions).items():
        offsets[INDEX[f"{name}.L"]] = offset
        offsets[INDEX[f"{name}.R"]] = np.array(offset) * (1, -1, 1)
    offsets.setflags(write=False)
    return Skeleton(proportions, offsets)
