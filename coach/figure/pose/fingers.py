"""Fingers that lie on what the hand holds: bent until their skin touches it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

import numpy as np

from coach.figure.bones import INDEX
from coach.figure.joints import rotation_of
from coach.figure.pose.flesh import Flesh, bones_of
from coach.figure.pose.limbs import Grip, Hand
from coach.figure.pose.rig import Rig
from coach.figure.pose.touch import Touched

_STEP: Final = 9.0  # degrees between looks
_TOUCH: Final = 0.0008  # metres: skin this near touches
_NOTHING: Final = 0.02  # metres: a finger that never comes nearer holds nothing
_SOFT: Final = 0.002  # metres that skin may be pressed in


class Range(NamedTuple):
    """Degrees that a joint may bend in a grip, and what it has when nothing is there to touch."""

    least: float
    most: float
    loose: float


#: Knuckles, finger joints and thumb, by grip.
_GRIPS: Final[Mapping[Grip, tuple[Range, Range, Range]]] = {
    "flat": (Range(-20, 14, 2), Range(-8, 20, 2), Range(-20, 20, 5)),
    "wrap": (Range(-15, 84, 30), Range(0, 78, 34), Range(-20, 55, 15)),
}
#: Grips that are the same whatever the hand holds: knuckles, finger joints, and flexion and abduction of the thumb.
_SET: Final[Mapping[Grip, tuple[float, float, float, float]]] = {
    "fist": (72, 84, 36, 6),
    "hook": (26, 78, 10, -4),
    "relaxed": (16, 22, 8, -6),
}
_SPREAD: Final[Mapping[Grip, float]] = {"flat": -4.0, "wrap": 6.0}


class Fingers:
    """The fingers and the thumb of one hand of a rig."""

    def __init__(self, rig: Rig, flesh: Flesh, side: str) -> None:
        self._rig = rig
        self._flesh = flesh
        self._side = side

    def close(self, hand: Hand, grip: Grip, held: Touched | None) -> None:
        """Bend them as the file says, as the grip says, or until they touch what is held; and place them."""
        if hand.curl is None and held is not None and grip in _GRIPS:
            self._feel(grip, held)
        else:
            knuckles, tips, flexion, abduction = _SET.get(grip, _SET["relaxed"])
            knuckles, tips = hand.curl or (knuckles, tips)
            self._turn("fingers", knuckles)
            self._turn("tips", tips)
            self._turn_thumb(flexion, abduction)
        if hand.thumb is not None:
            self._turn_thumb(*hand.thumb)
        self._rig.settle(f"hand.{self._side}")

    def open(self, grip: Grip) -> None:
        """Straighten them as far as the grip ever does, to see whether there is room."""
        if grip in _GRIPS:
            self._turn("fingers", _GRIPS[grip][0].least)
            self._turn("tips", _GRIPS[grip][1].least)
        self._rig.settle(f"fingers.{self._side}")

    def _feel(self, grip: Grip, held: Touched) -> None:
        fingers, tips, thumb = _GRIPS[grip]
        self._turn("tips", 4.0 if grip == "flat" else 16.0)
        self._bend("fingers", fingers, held, lambda degrees: self._turn("fingers", degrees))
        self._bend("tips", tips, held, lambda degrees: self._turn("tips", degrees))
        self._bend("thumb", thumb, held, lambda degrees: self._turn_thumb(degrees, _SPREAD[grip]))

    def _bend(self, bone: str, within: Range, held: Touched, turn: Callable[[float], None]) -> None:
        """Bend one joint further and further until skin touches; past the first touch nothing counts."""
        skin = ("fingers", "tips") if bone == "fingers" else (bone,)
        part = self._flesh.part(bones_of(self._side, *skin), 70)

        def gap(degrees: float) -> float:
            turn(degrees)
            self._rig.settle(f"{bone}.{self._side}")
            return float(held.gap(self._flesh.points(part, self._rig)[0]).min()) + _SOFT

        at, before = within.least, gap(within.least)
        nearest = before
        while at < within.most and before > _TOUCH:
            following = min(at + _STEP, within.most)
            now = gap(following)
            if now <= _TOUCH:
                gap(at + (following - at) * (before - _TOUCH) / max(before - now, 1e-9))
                return
            at, before, nearest = following, now, min(nearest, now)
        if before > _TOUCH and nearest > _NOTHING:
            gap(within.loose)

    def _turn(self, bone: str, degrees: float) -> None:
        name = f"{bone}.{self._side}"
        self._rig.local[INDEX[name]] = rotation_of(name, {"flexion": degrees})

    def _turn_thumb(self, flexion: float, abduction: float) -> None:
        name = f"thumb.{self._side}"
        self._rig.local[INDEX[name]] = rotation_of(name, {"flexion": flexion, "abduction": abduction})


def pads(flesh: Flesh, rig: Rig, side: str, held: Touched) -> tuple[float, float]:
    """Return metres from the nearest skin of the palm, and from that of the fingers, to what is held."""
    found = []
    for skin in (("hand",), ("fingers", "tips")):
        gaps = held.gap(flesh.points(flesh.part(bones_of(side, *skin), 160), rig)[0])
        found.append(float(np.min(gaps)))
    return found[0], found[1]
