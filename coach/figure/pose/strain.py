"""How far the joints of a rig are bent, and how far beyond their limits."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.joints import LIMBS, angles_of, freedoms
from coach.figure.limits import LIMITS, limit_of
from coach.figure.pose.rig import Rig
from coach.figure.rotation import Array, quaternions

_BALLS: Final = ("hip", "shoulder")
#: The search for comfort keeps so many degrees away from a limit where it can.
_MARGIN: Final = 5.0
_SCALE: Final = 15.0


def reading(joint: str, rotation: Array) -> dict[str, float]:
    """Return the angles of a joint of arm or leg.

    Three angles tell every rotation in two ways (a shoulder at 180 of flexion and 60 of abduction is one at 0 and 120);
    the one that stays within the limits is what a clinician would say.
    """
    if joint.startswith("wrist"):
        return _swing(joint, rotation)
    found = angles_of(joint, rotation)
    if joint.partition(".")[0] not in _BALLS:
        return {name: _nearest(joint, name, degrees) for name, degrees in found.items()}
    other = {
        "flexion": _turn(found["flexion"] - 180),
        "abduction": _turn(180 - found["abduction"]),
        "rotation": _turn(found["rotation"] - 180),
    }
    return min(found, other, key=lambda each: (round(excess(joint, each), 6), abs(each["flexion"])))


def readings(rig: Rig, trunk: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Return the angles of every joint by name; those of the trunk as they are handed in."""
    found = {joint: dict(trunk.get(joint, {})) for joint in ("lumbar", "thoracic", "neck", "head")}
    for joint, (bone, _freedoms) in LIMBS.items():
        for side in "LR":
            found[f"{joint}.{side}"] = reading(f"{joint}.{side}", rig.local[INDEX[f"{bone}.{side}"]])
    return found


def excess(joint: str, angles: Mapping[str, float]) -> float:
    """Return the sum of degrees beyond the limits of a joint."""
    return sum(limit_of(joint, name).excess(degrees) for name, degrees in angles.items())


def strain(joint: str, angles: Mapping[str, float]) -> float:
    """Return a cost for being near or beyond a limit: 0 well inside, 1 at 10 degrees beyond."""
    stem = joint.partition(".")[0]
    total = 0.0
    for name, degrees in angles.items():
        limit = LIMITS[stem, name]
        over = max(limit.low + _MARGIN - degrees, degrees - limit.high + _MARGIN, 0.0)
        total += (over / _SCALE) ** 2
    return total


def _swing(joint: str, rotation: Array) -> dict[str, float]:
    """The two angles of a wrist as parts of one swing: far from straight, one after the other they would say too much."""
    w, *along = quaternions(rotation[None])[0]
    size = float(np.sqrt(sum(part * part for part in along)))
    angle = 2 * np.degrees(np.arctan2(size, abs(w))) * (1 if w >= 0 else -1)
    scale = angle / size if size > 1e-9 else 0.0
    return {each.name: float(scale * along[each.axis]) * each.sign(joint[-1]) for each in freedoms(joint)}


def _nearest(joint: str, name: str, degrees: float) -> float:
    """The same angle as the limit says it: a knee bent to 190 degrees is not one at -170."""
    return min((degrees, degrees + 360, degrees - 360), key=lambda each: limit_of(joint, name).excess(each))


def _turn(degrees: float) -> float:
    """The same turn between -180 and 180."""
    return (degrees + 180) % 360 - 180
