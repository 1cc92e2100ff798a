"""Places of the body that have a name of their own, so that a file need not measure: shin.R, behind-thigh.L, low-back.

A place is a bone, how far along it, and the direction around it: 0 front, 90 outwards, 180 back. The numbers are ours,
chosen by eye on the shipped bodies.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from coach.figure.names import INDEX, SPINE


class Spot(NamedTuple):
    """A place on the surface: `along` in lengths of the bone, `around` and `fingers` (where they point) in degrees."""

    bone: str
    along: float
    around: float
    fingers: float = 90.0


#: For a limb of the other side `around` and `fingers` change their sign: that hand comes from within.
_SIDED: Final = {
    "shin": Spot("shank", 0.17, 62, -60),
    "knee": Spot("shank", 0.05, 50, -60),
    "ankle": Spot("shank", 0.85, 50, -60),
    "calf": Spot("shank", 0.35, 150, 70),
    "behind-knee": Spot("thigh", 0.9, 150, 70),
    "behind-thigh": Spot("thigh", 0.64, 140, 70),
    "on-thigh": Spot("thigh", 0.62, 5, 0),
    "above-knee": Spot("thigh", 0.86, 0, 0),
    "outer-hip": Spot("pelvis", 0.2, 90, 0),
}
_MIDDLE: Final = {
    "low-back": Spot("pelvis", 0.05, 126, 18),
    "waist": Spot("lumbar1", 0.3, 80, -50),
    "belly": Spot("lumbar1", 0.1, 14, -90),
    "chest": Spot("thorax2", 0.2, 20, -110),
    "back-of-head": Spot("head", 0.62, 165, 150),
}

#: Words for places that are no part of the body and no thing a file names.
OPEN: Final = ("floor", "free")


def spot(name: str, hand: str = "") -> Spot | None:
    """Return the place of that name, or of a bone ("shank.R"), for the hand or foot of a side; None where there is none."""
    if name in INDEX:
        return Spot(name, 0.5, 0.0, 0.0)
    if name in _MIDDLE:
        return _MIDDLE[name]
    stem, dot, side = name.rpartition(".")
    if not dot or side not in {"L", "R"} or stem not in _SIDED:
        return None
    found = _SIDED[stem]
    if found.bone in SPINE:
        return found
    found = found._replace(bone=f"{found.bone}.{side}")
    return found if hand in {"", side} else found._replace(around=-found.around, fingers=-found.fingers)


def spot_names() -> Iterable[str]:
    """Every name that `spot` knows."""
    yield from INDEX
    yield from _MIDDLE
    yield from (f"{stem}.{side}" for stem in _SIDED for side in "LR")
