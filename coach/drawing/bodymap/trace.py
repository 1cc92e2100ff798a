"""The build step: our own figure, standing, as the outlines of a body map. Nothing of it is loaded by the program."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
import numpy as np

from coach.content.vocabulary import Area, Side
from coach.drawing.bodymap import masks
from coach.drawing.bodymap.masks import Mask, Ring
from coach.drawing.bodymap.model import UNITS, BodyMap, Facing, Region, Shape
from coach.drawing.bodymap.shapes import GAP, Joints, Point, back_curves, front_curves, low_back, low_back_cut
from coach.drawing.bodymap.simple import simple
from coach.figure.bones import INDEX
from coach.figure.picture import PRINTED, Picture
from coach.figure.pose.model import Figure
from coach.figure.seen.plate import Plate
from coach.figure.seen.ribbons import Polygons
from coach.figure.studio import Studio

#: How far a line may stray, in units: a tenth of a pixel at the size it is shown.
_STRAY: Final = 3.0
#: How far inside the body's outline an area ends, in metres.
_INSET: Final = 0.0045
_REFERENCE: Final = 0.898
_BACK: Final = 180
_TONES: Final = {"shirt": "cloth", "shorts": "cloth", "hair": "hair"}
_STANCE: Final[dict[str, Any]] = {
    "feet": {"both": {"on": "floor", "at": [0, -0.125], "toe": 12}},
    "angles": {"shoulder": {"abduction": 16, "flexion": 0}, "elbow": {"flexion": 10}},
}


def trace(folder: Path, body: str) -> BodyMap:
    """Return the map of a body; `folder` is assets/figure."""
    studio = Studio(folder)
    return BodyMap(back=_facing(studio, body, _BACK), front=_facing(studio, body, 0))


def _facing(studio: Studio, body: str, azimuth: int) -> Facing:
    key = {"name": "Standing", "stage": "start", "pose": _STANCE}
    wanted = {"base": "standing", "camera": {"azimuth": azimuth, "elevation": 0}, "keys": [key]}
    picture = studio.picture(msgspec.convert(wanted, Figure), body)
    plate = picture.plate(0, detail=PRINTED)
    outline = [ring / UNITS for ring in _rings(next(one.polygons for one in plate.shapes if one.kind == "under"))]
    regions = _regions(outline, _joints(picture), behind=azimuth == _BACK)
    return Facing(tuple(_shapes(plate)), tuple(regions))


def _joints(picture: Picture) -> Joints:
    heights = picture.motion.at(0).joints[:, 2]
    hip, knee, ankle = (float(heights[INDEX[name]]) for name in ("thigh.L", "shank.L", "foot.L"))
    return Joints(hip, knee, ankle, hip / _REFERENCE)


def _shapes(plate: Plate) -> Iterable[Shape]:
    """Return what is drawn of the body, flat: one tone for skin, one for cloth, one for hair, one shade and one line."""
    for shape in plate.shapes:
        on = _TONES.get(shape.material, "body")
        tone = {"fill": on, "shade": "shade", "ink": "line"}.get(shape.kind)
        if tone is not None:
            yield msgspec.convert({"tone": tone, "on": on, "polygons": _kept(_rings(shape.polygons))}, Shape)


def _regions(outline: Sequence[Ring], at: Joints, *, behind: bool) -> Iterable[Region]:
    inside = masks.shrunk(masks.painted(outline), _INSET)
    curves = back_curves(at) if behind else front_curves(at)
    sides = (Side.LEFT, Side.RIGHT) if behind else (Side.RIGHT, Side.LEFT)
    if behind:
        yield from _low_back(inside, at)
    for area, curve in curves.items():
        left = masks.rounded(inside & masks.painted([_ring(curve)]))
        for side, across in zip(sides, (1, -1), strict=True):
            yield _region(area, side, left, across)


def _low_back(inside: Mask, at: Joints) -> Iterable[Region]:
    """Return the low back in three: its left, all of it (what is in the middle), its right."""
    whole = inside & masks.painted([_ring(low_back(at))])
    cut, half = low_back_cut(at), GAP / 2
    third = masks.rounded(whole & masks.painted([_ring(((-1, -1), (-1, 2), (-cut - half, 2), (-cut - half, -1)))]))
    middle = ((-cut + half, -1), (-cut + half, 2), (cut - half, 2), (cut - half, -1))
    yield _region(Area.LOW_BACK, Side.LEFT, third)
    yield _region(Area.LOW_BACK, None, masks.rounded(whole & masks.painted([_ring(middle)])))
    yield _region(Area.LOW_BACK, Side.RIGHT, third, -1)


def _region(area: Area, side: Side | None, mask: Mask, across: int = 1) -> Region:
    """Return a region; `across` -1 is its exact mirror image."""
    flip = np.array([across, 1])
    ring = masks.ring_of(mask)
    x, y = np.rint(np.array(masks.middle_of(masks.painted([ring]))) * flip * UNITS).astype(int)
    return Region(area, side, _kept([ring * flip * UNITS]), (int(x), int(y)))


def _ring(curve: Sequence[Point]) -> Ring:
    """Return a curve over the floor as a ring in the picture plane."""
    return np.array(curve) * (1, -1)


def _rings(polygons: Polygons) -> Iterable[Ring]:
    for begin, end in zip(polygons.first[:-1], polygons.first[1:], strict=True):
        yield polygons.points[begin:end].astype(float) * UNITS


def _kept(rings: Iterable[Ring]) -> tuple[tuple[int, ...], ...]:
    """Return rings as whole numbers, without the points that a line does not need and without rings that are none."""
    thin = (np.rint(simple(ring, _STRAY)).astype(int) for ring in rings)
    return tuple(tuple(int(number) for number in ring.ravel()) for ring in thin if len(ring) > 2)
