"""The way between key poses: eased, with what is pinned staying pinned, and what rests staying on its surface."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from coach.figure.bones import COUNT, INDEX
from coach.figure.forward import Placed
from coach.figure.names import NAMES, other_side
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.palm import pin_hand
from coach.figure.pose.reach import bend_leg
from coach.figure.pose.resolve import Whole
from coach.figure.pose.rests import ON_LEGS, Bearing
from coach.figure.pose.rig import Rig
from coach.figure.pose.room import Room
from coach.figure.pose.solved import Pin, Solved
from coach.figure.rotation import Array, matrices, product, quaternions, slerp

_OTHERS: Final = [INDEX[other_side(name)] for name in NAMES]
_OVER: Final = 0.14  # metres by which a foot that crosses the other leg swings out in front
_ACROSS: Final = np.array([1.0, -1.0, 1.0])
_STEP: Final = 0.05  # metres: a foot that someone standing moves further than this is lifted
_LIFT: Final = 0.16  # how high, as a share of how far
_HIGHEST: Final = 0.06


class Motion:
    """All key poses of a figure, and everything between them.

    `length` is the last moment there is: number of keys - 1, or for a cycle the number of keys, where it is back at 0.
    """

    def __init__(
        self, keys: Sequence[Solved], poses: Sequence[Whole], room: Room, flesh: Flesh, *, cycle: bool
    ) -> None:
        self.keys = tuple(keys)
        self.cycle = cycle and len(keys) > 1
        self.length = float(len(keys) if self.cycle else len(keys) - 1)
        self._poses = tuple(poses)
        self._room = room
        self._flesh = flesh
        rows = [np.concatenate([key.local, key.root_turned[None]]) for key in keys]
        self._quaternions = [quaternions(row) for row in rows]
        self._gaps: dict[tuple[int, int], float] = {}
        self._controls = [self._control(number) for number in range(len(keys))] if self.cycle else []

    def at(self, u: float) -> Placed:
        """Return the bones at a moment: a whole number is a key pose; beyond the ends (not of a cycle) it rests there."""
        return self.rig(u).placed()

    def rig(self, u: float) -> Rig:
        """Return the same as a rig."""
        one, other, share = self._between(u)
        if share <= 0.0 or one == other:
            return self._exact(one)
        if share >= 1.0:
            return self._exact(other)
        eased = share if self.cycle else ease(share)
        rig = self._blend(one, other, eased)
        pins = shared_pins(self.keys[one], self.keys[other])
        blended = {limb: blend_pin(a, b, eased) for limb, (a, b) in pins.items()}
        if not self.cycle and "feet" in self._poses[one].rests and "feet" in self._poses[other].rests:
            feet = [limb for limb in blended if limb.startswith("foot")]
            blended.update({limb: stepped(blended[limb], *pins[limb], eased) for limb in feet})
        self._level(rig, (one, other, eased))
        self._rest(rig, (one, other, eased), blended)
        for limb in crossings(self.keys[one], self.keys[other]):
            _swing_over(rig, limb[-1], _OVER * self._flesh.scale * float(np.sin(np.pi * eased)) ** 2)
        for limb, pin in blended.items():
            if pin.carrier and limb.startswith("foot"):
                _pin_foot(rig, limb[-1], pin)
        for limb, pin in blended.items():
            if limb.startswith("hand"):
                turned, joint = pin.under(rig)
                towards = rig.bone(f"forearm.{limb[-1]}")[1] - rig.bone(f"upperarm.{limb[-1]}")[1]
                pin_hand(rig, limb[-1], turned, joint, towards)
        return rig

    def _between(self, u: float) -> tuple[int, int, float]:
        """The keys on both sides of a moment, and how far it is from one to the other."""
        count = len(self.keys)
        if self.cycle:
            u %= count
            one = min(int(u), count - 1)
            return one, (one + 1) % count, u - one
        u = min(max(u, 0.0), self.length)
        one = min(int(u), max(count - 2, 0))
        return one, min(one + 1, count - 1), u - one

    def _exact(self, number: int) -> Rig:
        key = self.keys[number]
        return Rig(self._flesh.skeleton, key.local.copy(), key.root_turned, key.root)

    def _blend(self, one: int, other: int, share: float) -> Rig:
        a, b = self._quaternions[one], self._quaternions[other]
        mixed = slerp(a, b, share)
        root = self.keys[one].root + (self.keys[other].root - self.keys[one].root) * share
        if self.cycle:  # squad: the turns go on through a key without a stop (Shoemake 1987)
            inner = slerp(self._controls[one], self._controls[other], share)
            mixed = slerp(mixed, inner, 2 * share * (1 - share))
            root = self._smooth_root(one, share)
        turned = matrices(mixed)
        return Rig(self._flesh.skeleton, turned[:COUNT], turned[COUNT], root)

    def _control(self, number: int) -> Array:
        """The inner point of squad at a key of a cycle."""
        count = len(self.keys)
        here = self._quaternions[number]
        turns = [_log(here, self._quaternions[(number + step) % count]) for step in (-1, 1)]
        return product(here, _exp(-(turns[0] + turns[1]) / 4))

    def _smooth_root(self, one: int, share: float) -> Array:
        count = len(self.keys)
        p = [self.keys[(one + step) % count].root for step in (-1, 0, 1, 2)]
        t2, t3 = share * share, share**3  # Catmull-Rom
        return np.asarray(
            0.5 * (2 * p[1] + (p[2] - p[0]) * share + (2 * p[0] - 5 * p[1] + 4 * p[2] - p[3]) * t2)
            + 0.5 * (3 * p[1] - p[0] - 3 * p[2] + p[3]) * t3
        )

    def _level(self, rig: Rig, between: tuple[int, int, float]) -> None:
        """Keep the height of a bone that both keys tell between its two: arms that hold it up would have to stretch."""
        one, other, share = between
        level, after = self._poses[one].level, self._poses[other].level
        if level is None or after is None or level.bone != after.bone:
            return
        begin, end = (float(self._exact(key).bone(level.bone)[1][2]) for key in (one, other))
        bearing = Bearing(rig, self._flesh, self._room, self._poses[one])
        bearing.raise_bone(level.bone, begin + (end - begin) * share - float(bearing.surface.origin[2]))

    def _rest(self, rig: Rig, between: tuple[int, int, float], pins: dict[str, Pin]) -> None:
        """Plant the feet that stay, and keep on its surface what rests there in both keys: as deep as it is in these."""
        one, other, share = between
        planted = [(limb[-1], pin) for limb, pin in pins.items() if limb.startswith("foot") and not pin.carrier]
        for side, pin in planted:
            _pin_foot(rig, side, pin)
        pose = self._poses[one]
        same = pose.rests == self._poses[other].rests and pose.on == self._poses[other].on
        if not same or not pose.rests or "feet" in pose.rests:
            return
        bearing = Bearing(rig, self._flesh, self._room, pose)
        begin, end = self._gap(one, one), self._gap(other, one)
        for _again in range(2 if ON_LEGS & set(pose.rests) else 1):
            bearing.lower(begin + (end - begin) * share)
            for side, pin in planted:
                _pin_foot(rig, side, pin)

    def _gap(self, key: int, told: int) -> float:
        """Metres from what rests to where it should be, in a key, as the pose of another one tells it."""
        if (key, told) not in self._gaps:
            bearing = Bearing(self._exact(key), self._flesh, self._room, self._poses[told])
            self._gaps[key, told] = bearing.gap()
        return self._gaps[key, told]


def ease(share: float) -> float:
    """Return the eased share of a way: no speed and no jolt at either end (quintic)."""
    return share**3 * (share * (6 * share - 15) + 10)


def shared_pins(one: Solved, other: Solved) -> dict[str, tuple[Pin, Pin]]:
    """Return the limbs that are pinned to the same thing in both keys."""
    return {
        limb: (pin, other.pins[limb])
        for limb, pin in one.pins.items()
        if limb in other.pins and other.pins[limb].carrier == pin.carrier
    }


def blend_pin(one: Pin, other: Pin, share: float) -> Pin:
    """Return the pin so far from one to the other."""
    turned = matrices(slerp(quaternions(one.turned[None]), quaternions(other.turned[None]), share))[0]
    return Pin(one.carrier, turned, one.at + (other.at - one.at) * share)


def crossings(one: Solved, other: Solved) -> list[str]:
    """Return the feet that go onto the other leg, or come from there."""
    found = []
    for limb in ("foot.L", "foot.R"):
        carriers = [key.pins[limb].carrier if limb in key.pins else "" for key in (one, other)]
        if carriers[0] != carriers[1]:
            found.append(limb)
    return found


def stepped(pin: Pin, one: Pin, other: Pin, share: float) -> Pin:
    """Return the pin lifted off the ground, when it is that of a foot of someone standing who takes a step."""
    far = float(np.linalg.norm((other.at - one.at)[:2]))
    if pin.carrier or far < _STEP:
        return pin
    height = min(_LIFT * far, _HIGHEST) * 4 * share * (1 - share)
    return Pin(pin.carrier, pin.turned, pin.at + np.array([0.0, 0.0, height]))


def mirror(placed: Placed) -> Placed:
    """Return the exact mirror image: left is right, and y is -y."""
    turned = placed.turned[_OTHERS] * _ACROSS[:, None] * _ACROSS[None, :]
    return Placed(turned, placed.joints[_OTHERS] * _ACROSS)


def _swing_over(rig: Rig, side: str, by: float) -> None:
    """Lead a foot in front of the body by so many metres, past the other shin instead of through it."""
    front = rig.turned[INDEX["pelvis"]][:, 0]
    turned, joint = rig.bone(f"foot.{side}")
    _pin_foot(rig, side, Pin("", turned.copy(), joint + front * by))


def _pin_foot(rig: Rig, side: str, pin: Pin) -> None:
    turned, joint = pin.under(rig)
    towards = rig.bone(f"shank.{side}")[1] - rig.bone(f"thigh.{side}")[1]
    bend_leg(rig, side, joint, towards)
    thigh = rig.turned[INDEX["pelvis"]] @ rig.local[INDEX[f"thigh.{side}"]]
    rig.local[INDEX[f"foot.{side}"]] = (thigh @ rig.local[INDEX[f"shank.{side}"]]).T @ turned
    rig.settle(f"thigh.{side}")


def _log(one: Array, other: Array) -> Array:
    """Half the rotation vectors from one to the other on the shortest way, (n, 3)."""
    way = product(one * (1, -1, -1, -1), other)
    way = np.where(way[:, :1] < 0, -way, way)
    sin = np.linalg.norm(way[:, 1:], axis=1, keepdims=True)
    angle = np.arctan2(sin, way[:, :1])
    return np.asarray(way[:, 1:] * np.where(sin > 1e-9, angle / np.maximum(sin, 1e-9), 1.0))


def _exp(half: Array) -> Array:
    """(n, 4) quaternions of half rotation vectors (n, 3)."""
    angle = np.linalg.norm(half, axis=1, keepdims=True)
    return np.concatenate([np.cos(angle), half * np.sinc(angle / np.pi)], 1)
