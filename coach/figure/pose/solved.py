"""A solved pose: every bone, what is pinned to what, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.figure.bones import INDEX
from coach.figure.pose.rig import Rig
from coach.figure.pose.trouble import Trouble
from coach.figure.rotation import Array


@dataclass(frozen=True, eq=False, slots=True)
class Pin:
    """A hand or foot that stays with something: its (3, 3) axes and (3,) joint seen from bone `carrier`, or the room ("")."""

    carrier: str
    turned: Array
    at: Array

    @classmethod
    def of(cls, rig: Rig, bone: str, carrier: str) -> Pin:
        """Pin a bone where it is now."""
        turned, joint = rig.bone(bone)
        if not carrier:
            return cls(carrier, turned.copy(), joint.copy())
        axes, origin = rig.bone(carrier)
        return cls(carrier, axes.T @ turned, axes.T @ (joint - origin))

    def under(self, rig: Rig) -> tuple[Array, Array]:
        """Return axes and joint in the room, as the carrier is now."""
        if not self.carrier:
            return self.turned, self.at
        axes, origin = rig.bone(self.carrier)
        return axes @ self.turned, origin + axes @ self.at


@dataclass(frozen=True, eq=False, slots=True)
class Solved:
    """One key pose. `local` (COUNT, 3, 3), `root_turned` (3, 3), `root` (3,) metres; pins by limb ("hand.R").

    `gaps` are metres between skins by what touches; `angles` are degrees by joint and name, read back.
    """

    local: Array
    root_turned: Array
    root: Array
    pins: Mapping[str, Pin]
    rests: tuple[str, ...] = ()
    trouble: tuple[Trouble, ...] = ()
    gaps: Mapping[str, float] = field(default_factory=dict)
    angles: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


#: The bone at the end of each limb that can be pinned.
ENDS = tuple(name for name in ("foot.L", "foot.R", "hand.L", "hand.R") if name in INDEX)
