"""A skeleton that is being posed: rotations against the parent, where the hips are, and where every bone is then."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.figure.bones import COUNT, INDEX, PARENTS, Skeleton
from coach.figure.forward import Placed
from coach.figure.rotation import Array


def _chain(first: str) -> tuple[int, ...]:
    """A bone and everything that hangs from it, parents first."""
    found = [INDEX[first]]
    for bone in range(INDEX[first] + 1, COUNT):
        if PARENTS[bone] in found:
            found.append(bone)
    return tuple(found)


#: What has to be placed anew when a bone turns.
CHAINS: Final = {name: _chain(name) for name in INDEX}


class Rig:
    """Mutable. `local` (COUNT, 3, 3) against the parent; `turned`, `joints` in the world after `settle`; metres."""

    def __init__(self, skeleton: Skeleton, local: Array, root_turned: Array, root: Array) -> None:
        self.skeleton = skeleton
        self.local = local
        self.root_turned = root_turned
        self.root = root
        self.turned = np.empty((COUNT, 3, 3))
        self.joints = np.empty((COUNT, 3))
        self.settle()

    def settle(self, first: str = "pelvis") -> None:
        """Place a bone and all that hangs from it."""
        self._place(CHAINS[first])

    def _place(self, chain: Sequence[int]) -> None:
        turned, joints, local, offsets = self.turned, self.joints, self.local, self.skeleton.offsets
        for bone in chain:
            parent = PARENTS[bone]
            if parent < 0:
                turned[bone] = self.root_turned @ local[bone]
                joints[bone] = self.root
            else:
                above = turned[parent]
                turned[bone] = above @ local[bone]
                joints[bone] = joints[parent] + above @ offsets[bone]

    def shift(self, by: Array) -> None:
        """Move the whole body, (3,) metres."""
        self.root = self.root + by
        self.joints += by

    def placed(self) -> Placed:
        """Return where the bones are now, as values of their own."""
        return Placed(self.turned.copy(), self.joints.copy())

    def copy(self) -> Rig:
        """Return another rig in the same pose."""
        other = Rig.__new__(Rig)
        other.skeleton = self.skeleton
        other.local = self.local.copy()
        other.root_turned = self.root_turned
        other.root = self.root
        other.turned = self.turned.copy()
        other.joints = self.joints.copy()
        return other

    def bone(self, name: str) -> tuple[Array, Array]:
        """Return a bone's (3, 3) axes and the (3,) joint it begins at."""
        number = INDEX[name]
        return self.turned[number], self.joints[number]
