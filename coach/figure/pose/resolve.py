"""From what a file tells (a base and differences) to whole poses; no numbers are worked out here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from coach.errors import DataError
from coach.figure.names import other_side
from coach.figure.pose.angles import written
from coach.figure.pose.limbs import Foot, Hand
from coach.figure.pose.model import BasePose, Camera, Figure, Level, Lie, Part, Pose
from coach.figure.pose.props import Prop
from coach.i18n import _

Limb = TypeVar("Limb", Hand, Foot)

_PLAIN: Final = ("lie", "at", "height", "yaw", "pitch", "roll", "twist", "rests", "on", "sink", "level", "head")


@dataclass(frozen=True, slots=True)
class Whole:
    """A pose with nothing left open. `angles` by joint ("hip.R") and name; `hands` and `feet` by "L" and "R"."""

    lie: Lie = "standing"
    at: tuple[float, float] = (0.0, 0.0)
    height: float | None = None
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    twist: float = 0.0
    rests: tuple[Part, ...] = ()
    on: str = "floor"
    sink: float = 0.012
    level: Level | None = None
    head: str = "free"
    angles: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    hands: Mapping[str, Hand] = field(default_factory=dict)
    feet: Mapping[str, Foot] = field(default_factory=dict)

    def changed(self, pose: Pose | None) -> Whole:
        """Return this pose with the differences that a file tells."""
        if pose is None:
            return self
        plain = {name: getattr(pose, name) for name in _PLAIN if getattr(pose, name) is not None}
        angles = {joint: dict(degrees) for joint, degrees in self.angles.items()}
        for joint, name, value in written(pose.angles):
            angles.setdefault(joint, {})[name] = value
        hands, feet = dict(self.hands), dict(self.feet)
        if pose.hands is not None:
            hands = _both(hands, pose.hands.both, pose.hands.L, pose.hands.R)
        if pose.feet is not None:
            feet = _both(feet, pose.feet.both, pose.feet.L, pose.feet.R)
        return replace(self, angles=angles, hands=hands, feet=feet, **plain)


@dataclass(frozen=True, slots=True)
class Complete:
    """A figure with its base filled in: `figure` has all props and a camera; `poses` holds one pose a key."""

    figure: Figure
    poses: tuple[Whole, ...]


def complete(figure: Figure, bases: Mapping[str, BasePose]) -> Complete:
    """Fill in the base; `DataError` when there is no such base."""
    start, props, camera = _base(figure.base, bases, ())
    shared = start.changed(figure.pose)
    poses: list[Whole] = []
    for key in figure.keys:
        before = poses[-1] if poses and key.builds_on == "before" else shared
        poses.append(before.changed(key.pose))
    filled = msgspec.structs.replace(
        figure, props=_joined(props, figure.props), camera=figure.camera or camera or Camera(azimuth=-62.0)
    )
    return Complete(filled, tuple(poses))


@lru_cache(maxsize=4)
def load_bases(path: Path) -> Mapping[str, BasePose]:
    """Read bases.toml; `DataError` with a sentence when it cannot be read."""
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), dict[str, BasePose])
    except (OSError, ValueError) as error:
        raise DataError(_("{file} cannot be read: {reason}.").format(file=path, reason=error)) from error


def _base(
    name: str, bases: Mapping[str, BasePose], seen: tuple[str, ...]
) -> tuple[Whole, tuple[Prop, ...], Camera | None]:
    found = bases.get(name)
    if found is None or name in seen:
        sentence = _("There is no base {name}. The bases are: {names}.")
        raise DataError(sentence.format(name=f'"{name}"', names=", ".join(bases)))
    if found.builds_on is None:
        return Whole().changed(found.pose), found.props, found.camera
    start, props, camera = _base(found.builds_on, bases, (*seen, name))
    return start.changed(found.pose), _joined(props, found.props), found.camera or camera


def _joined(ours: tuple[Prop, ...], theirs: tuple[Prop, ...]) -> tuple[Prop, ...]:
    """Both lists; a thing of the same kind and name in the second takes the place of one in the first."""
    taken = {(type(prop), prop.name) for prop in theirs}
    return (*(prop for prop in ours if (type(prop), prop.name) not in taken), *theirs)


def _both(before: Mapping[str, Limb], both: Limb | None, left: Limb | None, right: Limb | None) -> dict[str, Limb]:
    found = dict(before)
    for side, own in (("L", left), ("R", right)):
        for told in ((mirrored(both) if side == "L" else both) if both is not None else None, own):
            if told is not None:
                found[side] = _told(found.get(side), told)
    return found


def _told(before: Limb | None, told: Limb) -> Limb:
    """The limb after a difference. Somewhere else it starts afresh: the old place says nothing about the new one."""
    if before is None or (told.on is not None and told.on != before.on):
        return told
    new = {name: value for name, value in msgspec.structs.asdict(told).items() if value is not None}
    return msgspec.structs.replace(before, **new)


def mirrored(limb: Limb) -> Limb:
    """Return what is told of one side as it is for the other."""
    changes: dict[str, object] = {"at": _across(limb.at)}
    if limb.on is not None:
        changes["on"] = other_side(limb.on)
    if isinstance(limb, Hand):
        changes["palm"] = _across(limb.palm)
    return msgspec.structs.replace(limb, **changes)


def _across(point: tuple[float, ...] | None) -> tuple[float, ...] | None:
    return None if point is None else (point[0], -point[1], *point[2:])
