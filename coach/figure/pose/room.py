"""The things of a figure as surfaces to rest on: how high, how wide, which way they face."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.pose.props import Block, Chair, Desk, Doorway, Mat, Pillow, Prop, Stool, Wall
from coach.figure.rotation import Array, Z, rot

#: Names under which a part of a thing is known.
_PARTS: Final = {"chair": "seat", "stool": "seat", "desk": "desk", "wall": "wall", "doorway": "doorway", "mat": "mat"}
_SEAT: Final = 0.055  # metres: how thick a seat is
_TOP: Final = 0.03  # and the top of a desk
_BACK: Final = (
    0.022,
    0.02,
    0.018,
)  # of a chair's back: ahead of the seat's rear edge, above the seat, half its thickness
_PAD: Final = (0.72, 0.34)  # how much of a back is padded, and at most so many metres
_RAKE: Final = np.radians(11)  # how far it leans
_KEYBOARD: Final = (0.16, 0.02)  # metres from the front edge of the desk to its middle, and its height


class Surface(NamedTuple):
    """A flat place: its middle, unit vectors in it and out of it, half its size along `forward` and `left`, in metres, and
    how thick the thing below it is.

    Lying ones have `forward` and `left` of their thing; of standing ones `forward` is up, and `left` is the left of
    someone who faces them.
    """

    name: str
    origin: Array
    forward: Array
    left: Array
    normal: Array
    half: tuple[float, float]
    thick: float = 0.05

    def point(self, at: Sequence[float]) -> Array:
        """Return the point so far along `forward` and `left` from the middle (of a wall: from its foot)."""
        return np.asarray(self.origin + at[0] * self.forward + at[1] * self.left)

    def depth(self, points: Array) -> Array:
        """Metres by which (n, 3) points lie above the surface; negative below."""
        return np.asarray((points - self.origin) @ self.normal)

    def covers(self, points: Array, margin: float = 0.0) -> npt.NDArray[np.bool_]:
        """Whether (n, 3) points lie over it, or past its edge by less than the margin."""
        offset = points - self.origin
        inside = np.abs(offset @ self.forward) <= self.half[0] + margin
        return np.asarray(inside & (np.abs(offset @ self.left) <= self.half[1] + margin), np.bool_)


class Room:
    """All surfaces of some props, the floor among them."""

    def __init__(self, props: Sequence[Prop]) -> None:
        up = np.array([0.0, 0.0, 1.0])
        self.floor = Surface("floor", np.zeros(3), np.array([1.0, 0, 0]), np.array([0, 1.0, 0]), up, (50.0, 50.0))
        self.surfaces: dict[str, Surface] = {}
        for prop in props:
            for surface in _surfaces(prop):
                self.surfaces.setdefault(surface.name, surface)
                if prop.name is not None:
                    self.surfaces[prop.name] = surface
        self.lying = [surface for surface in self.surfaces.values() if surface.normal[2] > 0.9]
        self._ground = [each for each in self.lying if each.name == "mat"]
        self._soft = [each for each in self.lying if each.name in {"mat", "pillow", "block"}]

    def surface(self, name: str, over: Array | None = None) -> Surface | None:
        """Return the surface of that name; "floor" is the mat where it lies. None where there is none."""
        return self.ground(over) if name == "floor" else self.surfaces.get(_PARTS.get(name, name))

    def ground(self, over: Array | None = None) -> Surface:
        """Return the floor, or the mat where it lies."""
        return self._topmost(self._ground, over)

    def under_head(self, over: Array) -> Surface:
        """Return what a head comes to lie on there: a pillow, the mat, the floor."""
        return self._topmost(self._soft, over)

    def names(self) -> list[str]:
        """Return what can be rested on here."""
        return ["floor", *self.surfaces]

    def _topmost(self, among: Sequence[Surface], over: Array | None) -> Surface:
        best = self.floor
        for surface in among:
            there = over is None or bool(surface.covers(np.asarray(over)[None, :3], 0.02)[0])
            if there and surface.origin[2] > best.origin[2]:
                best = surface
        if best is self.floor:
            return best
        return self.floor._replace(origin=np.array([0.0, 0.0, best.origin[2]]))


def _surfaces(prop: Prop) -> list[Surface]:
    if isinstance(prop, Wall | Doorway):
        return [_standing(prop)]
    if isinstance(prop, Desk):
        return _desk(prop)
    if isinstance(prop, Chair):
        seat = _lying("seat", prop, prop.seat, prop.size)._replace(thick=_SEAT)
        return [_chair_back(prop, seat), seat]
    return [_lying(name, prop, height, size)._replace(thick=thick) for name, height, size, thick in _tops(prop)]


def _tops(prop: Prop) -> list[tuple[str, float, tuple[float, float], float]]:
    """Name, height, size and thickness of what one can lie, sit or lean on."""
    if isinstance(prop, Mat | Pillow):
        return [("mat" if isinstance(prop, Mat) else "pillow", prop.thick, prop.size, prop.thick)]
    if isinstance(prop, Stool):
        return [("seat", prop.seat, prop.size, _SEAT)]
    if isinstance(prop, Block):
        return [("block", prop.above + prop.size[2], prop.size[:2], prop.size[2])]
    return []


def _chair_back(prop: Chair, seat: Surface) -> Surface:
    """The upper edge of the back, where a hand of someone who stands can rest."""
    ahead, below, half = _BACK
    pad = min(_PAD[0] * prop.back, _PAD[1]) / 2
    up = prop.back - pad
    lean = float(np.tan(_RAKE) * up**1.25 / 0.3**0.25 + np.sin(_RAKE) * pad)
    middle = seat.point((ahead + half - prop.size[0] / 2 - lean, 0)) + np.array(
        [0, 0, up + np.cos(_RAKE) * pad - below]
    )
    return seat._replace(name="chair-back", origin=middle, half=(half, prop.size[1] / 2), thick=0.03)


def _desk(prop: Desk) -> list[Surface]:
    top = _lying("desk", prop, prop.height, prop.size)._replace(thick=_TOP)
    if not prop.keyboard:
        return [top]
    middle = top.point((_KEYBOARD[0] - prop.size[0] / 2, 0)) + np.array([0, 0, _KEYBOARD[1]])
    return [top, top._replace(name="keyboard", origin=middle, half=(0.07, 0.22), thick=_KEYBOARD[1])]


def _lying(name: str, prop: Prop, height: float, size: tuple[float, float]) -> Surface:
    turned = rot(Z, prop.turn)
    origin = np.array([*prop.at, height])
    return Surface(name, origin, turned[:, 0], turned[:, 1], turned[:, 2], (size[0] / 2, size[1] / 2))


def _standing(prop: Wall | Doorway) -> Surface:
    facing = rot(Z, prop.turn)[:, 0]
    up = np.array([0.0, 0.0, 1.0])
    name = "wall" if isinstance(prop, Wall) else "doorway"
    return Surface(name, np.array([*prop.at, 0.0]), up, np.cross(up, -facing), facing, (prop.height, prop.width))
