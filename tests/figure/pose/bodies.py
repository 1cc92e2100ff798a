"""What tests of poses share: the shipped bodies, the bases, and figures made from a few words."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

import msgspec

from coach.figure.mesh import load
from coach.figure.pose.model import BasePose, Figure
from coach.figure.pose.motion import Motion
from coach.figure.pose.resolve import load_bases
from coach.figure.pose.solved import Solved
from coach.figure.pose.studio import Studio
from coach.resources import assets

FOLDER = assets() / "figure"


@cache
def studio(body: str = "a") -> Studio:
    """The solver for a body, once for all tests."""
    return Studio(FOLDER, load(FOLDER / f"body-{body}.npz"))


def bases() -> Mapping[str, BasePose]:
    """The shared starts."""
    return load_bases(FOLDER / "bases.toml")


def figure(*poses: str, base: str = "standing", head: str = "") -> Figure:
    """A figure with one key for each pose, written in TOML below `[keys.pose]`."""
    keys = "".join(f'\n[[keys]]\nname = "Key"\nstage = "hold"\n[keys.pose]\n{pose}\n' for pose in poses)
    return msgspec.convert(tomllib.loads(f'base = "{base}"\n{head}\n{keys}'), Figure)


def solved(*poses: str, base: str = "standing", head: str = "", body: str = "a") -> tuple[Solved, ...]:
    """The solved keys of such a figure."""
    found = studio(body)
    return found.solved(found.complete(figure(*poses, base=base, head=head)))


def motion(*poses: str, base: str = "standing", head: str = "", body: str = "a") -> Motion:
    """The motion of such a figure."""
    found = studio(body)
    complete = found.complete(figure(*poses, base=base, head=head))
    return found.motion_of(complete, found.solved(complete))


def sentences(keys: tuple[Solved, ...]) -> list[str]:
    """Everything that is wrong with these keys, in words."""
    return [trouble.sentence for key in keys for trouble in key.trouble]
