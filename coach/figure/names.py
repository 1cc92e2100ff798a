"""The bones by name, and who is whose parent; without NumPy, so that whoever reads files can ask."""

from __future__ import annotations

from typing import Final

SPINE: Final = ("pelvis", "lumbar1", "lumbar2", "lumbar3", "thorax1", "thorax2", "thorax3", "neck1", "neck2", "head")
ARM: Final = ("clavicle", "upperarm", "forearm", "wrist", "hand", "fingers", "tips", "thumb")
LEG: Final = ("thigh", "shank", "foot", "toes")
_ARM_PARENTS = dict(zip(ARM, ("thorax3", *ARM[:-2], "hand"), strict=True))  # the thumb grows from the hand
_LEG_PARENTS = dict(zip(LEG, ("pelvis", *LEG[:-1]), strict=True))

#: Every bone, a parent before its children; `.L` and `.R` are the person's own left and right.
NAMES: Final[tuple[str, ...]] = (*SPINE, *(f"{bone}.{side}" for side in "LR" for bone in (*ARM, *LEG)))
INDEX: Final[dict[str, int]] = {name: number for number, name in enumerate(NAMES)}
COUNT: Final = len(NAMES)


def _parent(name: str) -> int:
    bone, _, side = name.partition(".")
    if not side:
        place = SPINE.index(bone)
        return INDEX[SPINE[place - 1]] if place else -1
    parent = (_ARM_PARENTS | _LEG_PARENTS)[bone]
    return INDEX[parent if parent in SPINE else f"{parent}.{side}"]


#: The number of each bone's parent, -1 for the pelvis.
PARENTS: Final[tuple[int, ...]] = tuple(_parent(name) for name in NAMES)


def other_side(name: str) -> str:
    """Return the name on the other side of the body: shank.R for shank.L, pelvis for pelvis."""
    stem, dot, side = name.rpartition(".")
    return f"{stem}.{'R' if side == 'L' else 'L'}" if dot and side in {"L", "R"} else name


def side_of(name: str) -> str:
    """Return "L", "R", or "" for what is in the middle."""
    return name[-1] if name.endswith((".L", ".R")) else ""
