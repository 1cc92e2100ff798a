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


_SIDED: Final = {
    "shin": Spot("shank", 0.22, 20, 60),
    "knee": Spot("shank", 0.04, 20, 60),
    "behind-knee": Spot("thigh", 0.9, 180),
    "behind-thigh": Spot("thigh", 0.66, 180),
    "on-thigh": Spot("thigh", 0.62, 5, 0),
    "above-knee": Spot("thigh", 0.86, 0),
    "ankle": Spot("shank", 0.9, 40),
    "calf": Spot("shank", 0.35, 180),
    "outer-hip": Spot("pelvis", 0.2, 90, 0),
}
_MIDDLE: Final = {
    "low-back": Spot("lumbar1", 0.1, 150, 160),
    "waist": Spot("lumbar1", 0.4, 95, 60),
    "belly": Spot("lumbar1", 0.2, 12, 180),
    "chest": Spot("thorax2", 0.2, 20, 150),
    "back-of-head": Spot("head", 0.62, 165, 150),
}

#: Words for places that are no part of the body and no thing a file names.
OPEN: Final = ("floor", "free")


def spot(name: str) -> Spot | None:
    """Return the place of that name, or of a bone ("shank.R"); None where there is none."""
    if name in INDEX:
        return Spot(name, 0.5, 0.0, 0.0)
    if name in _MIDDLE:
        return _MIDDLE[name]
    stem, dot, side = name.rpartition(".")
    if not dot or side not in {"L", "R"} or stem not in _SIDED:
        return None
    found = _SIDED[stem]
    return found if found.bone in SPINE else found._replace(bone=f"{found.bone}.{side}")


def spot_names() -> Iterable[str]:
    """Every name that `spot` knows."""
    yield from INDEX
    yield from _MIDDLE
    yield from (f"{stem}.{side}" for stem in _SIDED for side in "LR")
