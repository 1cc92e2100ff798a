"""Forward kinematics: from rotations against the parent to where every bone is."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from coach.figure.bones import COUNT, PARENTS, Skeleton
from coach.figure.rotation import Array


class Placed(NamedTuple):
    """Every bone in the world: `turned` (COUNT, 3, 3) and the joint it begins at, `joints` (COUNT, 3) in metres."""

    turned: Array
    joints: Array


def place(skeleton: Skeleton, local: Array, root_turned: Array, root: Array) -> Placed:
    """Return where the bones are: `local` (COUNT, 3, 3), the pelvis turned so and its origin at `root` (3,)."""
    turned = np.empty((COUNT, 3, 3))
    joints = np.empty((COUNT, 3))
    for bone, parent in enumerate(PARENTS):
        if parent < 0:
            turned[bone], joints[bone] = root_turned @ local[bone], root
        else:
            turned[bone] = turned[parent] @ local[bone]
            joints[bone] = joints[parent] + turned[parent] @ skeleton.offsets[bone]
    return Placed(turned, joints)
