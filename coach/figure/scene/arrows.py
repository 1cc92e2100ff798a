"""Arrows: the true way of a moving point of the body, set beside the body so that it belongs to the part and crosses
nothing. One that is told to lie over the body stays where the part is.

The way is sampled from the motion and laid on the side where, seen by the figure's camera, it runs free: a number of
shifts is tried, each judged by how much of the arrow would lie over the body and how far it would be from the part
that moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from coach.figure.bones import INDEX
from coach.figure.camera import Camera
from coach.figure.mesh import Floats
from coach.figure.names import other_side
from coach.figure.pose.flesh import Flesh
from coach.figure.pose.model import Arrow
from coach.figure.pose.motion import Motion
from coach.figure.pose.rig import Rig
from coach.figure.pose.spots import Spot, spot
from coach.figure.rotation import Array, unit

_SAMPLES: Final = 13  # moments of the way that are looked at
_POINTS: Final = 24
_SHORTEST: Final = 0.17  # metres: a shorter way is drawn on backwards
_LONGEST: Final = 0.42  # a longer one is cut off at its beginning
_PAIRED: Final = 0.2  # metres in the picture: the least of two that mirror each other
_OVER: Final = 0.095  # metres: instead of both for one that lies over the body
_CELL: Final = 0.012
_WIDE: Final = 3  # cells that an arrow needs to each side
#: An arrow this far from its part (metres, in the picture) belongs to it.
_BESIDE: Final = (0.045, 0.12)
_SHIFTS: Final = (0.0, 0.04, 0.065, 0.09, 0.12, 0.155, 0.2, 0.25, 0.31, 0.38)
_TURNS: Final = 16
#: How much of an arrow may be left, and a cost that is good enough not to try with less.
_SHARES: Final = (1.0, 0.8, 0.65)
_GOOD: Final = 0.25


def arrows(motion: Motion, flesh: Flesh, told: tuple[Arrow, ...], key: int, camera: Camera) -> tuple[Array, ...]:
    """Return the arrows of a key as ways (k, 3) in the world, the head at the end.

    motion, flesh: of the figure on its body; `told`: the arrows of that key; camera: the one the figure is shown with.
    A first key that nothing leads to has none.
    """
    start = key - 1
    if start < 0:
        if not motion.cycle:
            return ()
        start += len(motion.keys)
    rigs = [motion.rig(start + share) for share in np.linspace(0, 1, _SAMPLES)]
    ways: list[Array] = []
    for arrow in told:
        sides = (False, True) if arrow.both else (False,)
        places = [[_place(flesh, rig, arrow, mirrored=mirrored) for rig in rigs] for mirrored in sides]
        least, paired = (_OVER, _OVER) if arrow.over else (_SHORTEST, _PAIRED)
        pair = [_drawn(np.array([point for point, _ in side]), arrow.reach, least) for side in places]
        laid = []
        for way, side, mirrored in zip(_equal(pair, camera, paired), places, sides, strict=True):
            shift = np.array(arrow.shift) * ((1, -1, 1) if mirrored else (1, 1, 1))
            bone = _spot(arrow, mirrored=mirrored).bone
            laid.append((way + shift, side[-1][1], _Seen.of(flesh, rigs[-1], bone, camera)))
        ways += [way for way, _, _ in laid] if arrow.over else _set_beside(laid)
    return tuple(ways)


def _equal(pair: list[Array], camera: Camera, least: float) -> list[Array]:
    """The ways of both sides as long as each other in the picture, at least so many metres: they say the same.

    Seen aslant one is shorter: it is drawn on backwards, but not into the depth; the longer one loses its beginning.
    """
    if len(pair) < 2:
        return pair
    wanted = max(min(_seen_length(way, camera) for way in pair), least)
    return [_as_long(way, wanted, camera) for way in pair]


def _seen_length(way: Array, camera: Camera) -> float:
    return float(np.hypot(*np.diff(camera.project(way)[:, :2], axis=0).T).sum())


def _as_long(way: Array, wanted: float, camera: Camera) -> Array:
    """The way, its end as it is, so many metres long in the picture."""
    towards = camera.towards
    lacking = wanted - _seen_length(way, camera)
    if lacking > 0:
        ahead = way[-1] - way[0]
        ahead = ahead - (ahead @ towards) * towards
        way = np.concatenate([way[:1] - lacking * unit(ahead), way])
    flat = camera.project(way)[:, :2].astype(float)
    run = np.concatenate([[0], np.cumsum(np.hypot(*np.diff(flat, axis=0).T))])
    at = np.linspace(run[-1] - wanted, run[-1], _POINTS)
    return np.stack([np.interp(at, run, column) for column in way.T], 1)


def _spot(arrow: Arrow, *, mirrored: bool) -> Spot:
    """The place that moves; a bone takes `along` and `around` from the arrow, a named place has its own."""
    name = other_side(arrow.of) if mirrored else arrow.of
    if name in INDEX:
        return Spot(name, arrow.along, arrow.around)
    return spot(name) or Spot("thorax2", 0.5, 0.0)


def _place(flesh: Flesh, rig: Rig, arrow: Arrow, *, mirrored: bool) -> tuple[Array, Array]:
    """Where the place is under a rig, and which way its skin looks; (3,) each."""
    place = _spot(arrow, mirrored=mirrored)
    try:
        anchor = flesh.anchor(place.bone, place.along, place.around, "L" if mirrored else "R")
    except LookupError:  # no skin there: the bone itself
        turned, joint = rig.bone(place.bone)
        return joint + turned @ (place.along * flesh.axis(place.bone)), turned[:, 0]
    return flesh.place(anchor, rig)


def _drawn(way: Array, reach: float, least: float) -> Array:
    """The way at an even pace, at least so many metres long and not too long."""
    way = way[-1] + reach * (way - way[-1])
    run = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(way, axis=0), axis=1))])
    if run[-1] < 1e-4:
        return np.repeat(way[-1:], _POINTS, 0)
    if run[-1] < least:
        whole = unit(way[-1] - way[0])
        way = np.concatenate([way[:1] - whole * (least - run[-1]), way])
        run = np.concatenate([[0], run + least - run[-1]])
    at = np.linspace(max(run[-1] - _LONGEST, 0), run[-1], _POINTS)
    even = np.stack([np.interp(at, run, column) for column in way.T], 1)
    for _ in range(4):
        even[1:-1] = (even[:-2] + 2 * even[1:-1] + even[2:]) / 4
    return even


@dataclass(frozen=True, eq=False)
class _Seen:
    """What the camera sees: `body` (h, w) true where the body (made wider by half an arrow) is, the first cell at
    `corner`; `part` (n, 2) points of the part that moves.
    """

    camera: Camera
    body: npt.NDArray[np.bool_]
    corner: Array
    part: Floats

    @classmethod
    def of(cls, flesh: Flesh, rig: Rig, bone: str, camera: Camera) -> _Seen:
        vertices, _ = flesh.points(flesh.only(flesh.outer), rig)
        flat = camera.project(vertices)[:, :2]
        part = flat[flesh.owner[flesh.outer] == INDEX[bone]]
        cell = np.floor(flat / _CELL).astype(int)
        corner = cell.min(0) - _WIDE - 1
        cell -= corner
        width, height = (cell.max(0) + _WIDE + 2).tolist()
        mask = np.zeros((height, width), bool)
        mask[cell[:, 1], cell[:, 0]] = True
        for _ in range(_WIDE):
            mask = _wider(mask)
        return cls(camera, mask, corner * _CELL, part[:: max(1, len(part) // 300)])

    def over(self, points: Array) -> float:
        """Which share of (n, 2) points lies over the body."""
        cell = np.floor((points - self.corner) / _CELL).astype(int)
        height, width = self.body.shape
        inside = (cell >= 0).all(1) & (cell[:, 0] < width) & (cell[:, 1] < height)
        x, y = np.clip(cell, 0, (width - 1, height - 1)).T
        return float((self.body[y, x] & inside).mean())

    def away(self, points: Array) -> float:
        """How far (n, 2) points are from the moving part, where they are nearest; metres."""
        if not len(self.part):
            return _BESIDE[0]
        return float(np.sqrt(((points[:, None] - self.part[None]) ** 2).sum(-1).min()))


def _wider(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    return wide


@dataclass(frozen=True, eq=False)
class _Piece:
    """The last part of a way on its way to its place: in the world (k, 3) and in the picture (k, 2).

    `out` is where the skin looks that moves so, in the picture.
    """

    way: Array
    flat: Array
    out: Array
    seen: _Seen

    @classmethod
    def of(cls, way: Array, facing: Array, seen: _Seen, share: float = 1.0) -> _Piece:
        piece = _evenly(way[int((1 - share) * (_POINTS - 1)) :])
        flat, out = (seen.camera.project(each)[:, :2].astype(float) for each in (piece, facing[None]))
        return cls(piece, flat, out[0], seen)

    def cost(self, shift: float, direction: Array) -> float:
        """How bad it would be moved so: as little as it can be, and outwards, where there is a choice."""
        ahead = unit(self.flat[-1] - self.flat[0])
        aside = abs(float(ahead[0] * direction[1] - ahead[1] * direction[0]))
        return _cost(self.flat + shift * direction, self.seen) + shift * (
            0.5 + 0.3 * aside - 0.1 * float(direction @ self.out)
        )

    def moved(self, shift: float, direction: Array) -> Array:
        right, down, _ = self.seen.camera.axes
        return np.asarray(self.way + shift * (direction[0] * right + direction[1] * down))


def _set_beside(told: list[tuple[Array, Array, _Seen]]) -> list[Array]:
    """Shift ways, told with where the skin looks that moves so, in the picture plane to where they run free beside it.

    Two are shifted as in a mirror. Where all of a way finds no room, only its last part is drawn.
    """
    best, found = np.inf, [way for way, _, _ in told]
    for share in _SHARES:
        pieces = [_Piece.of(*each, share) for each in told]
        for shift, direction in _shifts():
            moves = list(zip(pieces, (direction, direction * (-1, 1)), strict=False))
            cost = sum(piece.cost(shift, aside) for piece, aside in moves) / len(moves) + 1 - share
            if cost < best:
                best, found = cost, [piece.moved(shift, aside) for piece, aside in moves]
        if best < _GOOD:
            break
    return found


def _shifts() -> Iterator[tuple[float, Array]]:
    for shift in _SHIFTS:
        for turn in np.linspace(0, 2 * np.pi, _TURNS, endpoint=False) if shift else (0.0,):
            yield shift, np.array([np.cos(turn), np.sin(turn)])


def _evenly(way: Array) -> Array:
    """The way (k, 3) through as many points as every arrow has."""
    at = np.linspace(0, len(way) - 1, _POINTS)
    return np.stack([np.interp(at, np.arange(len(way)), column) for column in way.T], 1)


def _cost(flat: Array, seen: _Seen) -> float:
    """How bad an arrow there would be."""
    away = seen.away(flat[_POINTS // 3 :])
    near, far = _BESIDE
    return 4 * seen.over(flat) + 30 * max(near - away, 0) + 12 * max(away - far, 0)
