"""Clinical joint angles in degrees and the rotations they stand for.

Flexion, abduction, external rotation and so on are positive, the same number for the same movement on both sides; all
angles 0 is the anatomical standing pose with the palms towards the thighs. A joint of several angles turns
R = R1 R2 R3, the first listed angle nearest to the trunk (as ISB recommends for the hip: flexion, abduction, rotation;
Wu et al., J Biomech 2002; 35:543-548).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import COUNT, INDEX
from coach.figure.rotation import Array, X, Y, Z, rot


class Freedom(NamedTuple):
    """One angle of a joint: its name, the axis it turns about and the sign on the left and on the right."""

    name: str
    axis: int
    left: int
    right: int

    def sign(self, side: str) -> int:
        """Return the sign for "L" or "R"; the trunk ("") counts as left."""
        return self.right if side == "R" else self.left


class Share(NamedTuple):
    """A bone that moves with a joint, and its share of the joint's angles."""

    bone: str
    share: float


def _alike(name: str, axis: int, sign: int) -> Freedom:
    return Freedom(name, axis, sign, sign)


def _mirrored(name: str, axis: int, sign: int) -> Freedom:
    return Freedom(name, axis, sign, -sign)


#: Joints that exist on both sides, and the bone each moves.
LIMBS: Final[dict[str, tuple[str, tuple[Freedom, ...]]]] = {
    "hip": ("thigh", (_alike("flexion", Y, -1), _mirrored("abduction", X, 1), _mirrored("rotation", Z, 1))),
    "knee": ("shank", (_alike("flexion", Y, 1),)),
    "ankle": ("foot", (_alike("dorsiflexion", Y, -1), _mirrored("inversion", X, -1), _mirrored("rotation", Z, 1))),
    "toes": ("toes", (_alike("extension", Y, -1),)),
    "clavicle": ("clavicle", (_mirrored("elevation", X, 1), _mirrored("protraction", Z, -1))),
    "shoulder": ("upperarm", (_alike("flexion", Y, -1), _mirrored("abduction", X, 1), _mirrored("rotation", Z, 1))),
    "elbow": ("forearm", (_alike("flexion", Y, -1),)),
    "forearm": ("wrist", (_mirrored("pronation", Z, -1),)),
    "wrist": ("hand", (_mirrored("flexion", X, -1), _alike("deviation", Y, -1))),
    "fingers": ("fingers", (_mirrored("flexion", X, -1),)),
    "tips": ("tips", (_mirrored("flexion", X, -1),)),
    "thumb": ("thumb", (_mirrored("flexion", X, -1), _alike("abduction", Y, -1))),
}
_BEND = (_alike("flexion", Y, 1), _alike("side", X, -1), _alike("rotation", Z, 1))
#: Joints of the trunk and how their bones share them: flexion forwards, side to the left, rotation to the left.
TRUNK: Final[dict[str, tuple[Share, ...]]] = {
    "lumbar": (Share("lumbar1", 0.28), Share("lumbar2", 0.28), Share("lumbar3", 0.26), Share("thorax1", 0.18)),
    "thoracic": (Share("thorax1", 0.20), Share("thorax2", 0.42), Share("thorax3", 0.38)),
    "neck": (Share("neck1", 0.38), Share("neck2", 0.34), Share("head", 0.28)),
    "head": (Share("head", 1.0),),
}

#: Degrees by joint ("hip.R", "lumbar") and the name of the angle.
Angles = Mapping[str, Mapping[str, float]]


def freedoms(joint: str) -> tuple[Freedom, ...]:
    """Return the angles of a joint, named with or without its side; `KeyError` for a joint there is not."""
    name = joint.partition(".")[0]
    if name in TRUNK:
        return _BEND
    return LIMBS[name][1]


def rotation_of(joint: str, degrees: Mapping[str, float], share: float = 1.0) -> Array:
    """Return the (3, 3) rotation of one joint, or of a bone that carries that share of it."""
    side = joint.partition(".")[2]
    turned = np.eye(3)
    for freedom in freedoms(joint):
        angle = degrees.get(freedom.name, 0.0)
        if angle:
            turned = turned @ rot(freedom.axis, angle * share * freedom.sign(side))
    return turned


def local_rotations(angles: Angles) -> Array:
    """Return every bone's rotation against its parent, (COUNT, 3, 3); joints not named stay at rest."""
    turned = np.repeat(np.eye(3)[None], COUNT, 0)
    for joint, degrees in angles.items():
        name, _, side = joint.partition(".")
        if side:
            bone = INDEX[f"{LIMBS[name][0]}.{side}"]
            turned[bone] = turned[bone] @ rotation_of(joint, degrees)
            continue
        for share in TRUNK[name]:
            turned[INDEX[share.bone]] = turned[INDEX[share.bone]] @ rotation_of(joint, degrees, share.share)
    return turned


def angles_of(joint: str, rotation: Array) -> dict[str, float]:
    """Return the degrees of a joint of arm or leg; the inverse of `rotation_of`.

    With the second of three angles at 90 degrees it is one of infinitely many answers.
    """
    side = joint.partition(".")[2]
    own = freedoms(joint)
    return {
        freedom.name: float(np.degrees(angle) * freedom.sign(side))
        for freedom, angle in zip(own, _turns(rotation, tuple(freedom.axis for freedom in own)), strict=True)
    }


def _turns(m: Array, axes: tuple[int, ...]) -> tuple[float, ...]:
    """Radians about these axes, one after the other, that make up a rotation."""
    if axes == (Y, X, Z):
        middle = float(np.arcsin(np.clip(-m[1, 2], -1, 1)))
        return float(np.arctan2(m[0, 2], m[2, 2])), middle, float(np.arctan2(m[1, 0], m[1, 1]))
    if axes == (X, Z):
        return float(np.arctan2(-m[1, 2], m[2, 2])), float(np.arctan2(-m[0, 1], m[0, 0]))
    if axes == (X, Y):
        return float(np.arctan2(m[2, 1], m[1, 1])), float(np.arctan2(m[0, 2], m[0, 0]))
    first, second = _PLANES[axes[0]]
    return (float(np.arctan2(m[second, first], m[first, first])),)


#: The two axes that a turn about the third moves.
_PLANES: Final = {X: (1, 2), Y: (2, 0), Z: (0, 1)}
