"""Which figure belongs to an exercise, to a pack on a place, and to a rest; by a key that names it everywhere."""

from __future__ import annotations

from typing import Final, NamedTuple

import msgspec

from coach.content.figures import NamedFigure
from coach.content.library import Library
from coach.content.vocabulary import SIDED_AREAS, Area, Mode, Posture, Side
from coach.figure.pose.model import Figure
from coach.figure.pose.props import Pack

_PART: Final = "/"
_NO_PACK: Final = "none"
_BOTH: Final = "LR"
_LYING: Final = "rest_lying"
_BREATHING: Final = "breathe"
_RESTS: Final = {
    Posture.SUPINE: _LYING,
    Posture.PRONE: _LYING,
    Posture.ALL_FOURS: _LYING,
    Posture.SITTING: "rest_sitting",
    Posture.STANDING: "rest_standing",
    Posture.WALKING: "rest_standing",
}


class Seen(NamedTuple):
    """A figure by its key; `mirrored` where the left side is meant, for figures are written for the right one."""

    key: str
    mirrored: bool = False


def figure_of(library: Library, key: str) -> Figure | None:
    """Return the figure of an exercise, a position, or a position with a pack; None for what has none or is no key."""
    exercise = library.exercises.get(key)
    if exercise is not None:
        return exercise.figure
    name, _slash, pack = key.partition(_PART)
    found = library.figures.get(name)
    if found is None:
        return None
    try:
        return _with_pack(found.figure, pack) if pack else found.figure
    except ValueError:  # typed by a person: a pack that there is not, or on no place
        return None


def exercise_seen(library: Library, exercise: str, side: Side | None) -> Seen | None:
    """Return the figure of an exercise with the side worked; None where it has no figure."""
    found = library.exercises.get(exercise)
    if found is None or found.figure is None:
        return None
    return Seen(exercise, side is Side.LEFT)


def pack_seen(library: Library, mode: Mode | None, area: Area, side: Side | None) -> Seen | None:
    """Return the figure of somebody with a pack on that place, or lying there without one (`mode` None).

    None where no position is made for the place.
    """
    position = _position(library, area, side)
    if position is None:
        return None
    own = next((prop.side for prop in position.figure.props if isinstance(prop, Pack)), "R")
    written = "L" if own == "L" else "R"
    mirrored = side is not None and side is not Side.BOTH and (side is Side.LEFT) is (written == "R")
    worn = "middle" if area not in SIDED_AREAS and side is None else _BOTH if side is Side.BOTH else written
    pack = _NO_PACK if mode is None else _PART.join((mode.value, area.value, worn))
    return Seen(_PART.join((position.id, pack)), mirrored)


def _position(library: Library, area: Area, side: Side | None) -> NamedFigure | None:
    """How to lie with a pack there: on the other side where one may, but nobody lies on a pack."""
    found = [figure for figure in library.figures.values() if area in figure.areas]
    if side is Side.BOTH:
        found = [figure for figure in found if not figure.one_side]
    return min(found, key=lambda figure: not figure.one_side, default=None)


def rest_seen(library: Library, posture: Posture, *, breathing: bool = False) -> Seen | None:
    """Return the figure of somebody who rests as the exercises around leave them; lying to breathe, a hand on the belly."""
    key = _RESTS[posture]
    if breathing and key == _LYING and _BREATHING in library.figures:
        key = _BREATHING
    return Seen(key) if key in library.figures else None


def _with_pack(figure: Figure, pack: str) -> Figure:
    """Return the figure with the pack that a key names, in place of any that it has."""
    others = tuple(prop for prop in figure.props if not isinstance(prop, Pack))
    if pack == _NO_PACK:
        return msgspec.structs.replace(figure, props=others)
    mode, area, worn = pack.split(_PART)
    sides = ("L", "R") if worn == _BOTH else (worn,)
    packs = [
        {"kind": "pack", "name": f"pack-{side.lower()}", "mode": mode, "area": area, "side": side} for side in sides
    ]
    return msgspec.structs.replace(figure, props=(*others, *msgspec.convert(packs, tuple[Pack, ...])))
