"""All shapes of one picture in the order they are painted: ground, what lies on it, the shadow, then everything else."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.camera import Camera
from coach.figure.rotation import Array
from coach.figure.seen.arrows import arrow_shapes
from coach.figure.seen.cracks import Floats
from coach.figure.seen.dashes import Covers
from coach.figure.seen.ghost import Ghost, ghost_shapes
from coach.figure.seen.glow import glow_shapes
from coach.figure.seen.loops import outlines_of
from coach.figure.seen.marks import mark_shapes
from coach.figure.seen.plate import Shape
from coach.figure.seen.ribbons import Polygons, joined
from coach.figure.seen.subject import Moment, Subject
from coach.figure.seen.trace import Trace, fills, ink, tones, traced, whole

#: What lies flat on the floor: the shadow falls on it.
_FLAT: Final = frozenset({"mat"})
#: A limb this far behind its twin (metres) begins to fade, and is as faint as it gets that much further away.
_BEHIND: Final = (0.0, 0.2)
#: An arrow of which more than this share is covered goes behind.
_COVERED: Final = 0.2
#: It is left out when more than this share of it is hidden there, any of so many last points of its way (its head), or less
#: than so many metres are left in the picture.
_SCRAP: Final = 0.5
_HEAD: Final = 5
_SHORT: Final = 0.12
#: Every so many faces are enough to say how far away a limb is.
_SOME: Final = 7


class Detail(NamedTuple):
    """How finely a picture is traced: raster pixels in a metre, and how wide a line of weight 1 is, in metres.

    `quick` leaves out what takes time and nobody misses in a moving hand: the dashed line around what is hidden.
    """

    per_metre: float
    ink: float = 0.004
    quick: bool = False


#: While a hand turns the figure; for frames that are kept and played; for files and paper.
TURNED: Final = Detail(200, quick=True)
PLAYED: Final = Detail(420)
PRINTED: Final = Detail(1100)


class Extras(NamedTuple):
    """What is drawn beside meshes: rings of ground and shadow on the floor, outermost first, and arrows; world metres.

    `ground`, `shadow`: one tuple of closed (n, 3) polygons for each level. `arrows`: (n, 3) each. `ghost`: what was elsewhere
    before. Arrows and ghost are drawn `bold` times as wide. `turned`: seen from another side than the arrows were laid out for,
    so that those behind the person are hidden.
    """

    ground: tuple[tuple[Array, ...], ...] = ()
    shadow: tuple[tuple[Array, ...], ...] = ()
    arrows: tuple[Array, ...] = ()
    bold: float = 1.0
    ghost: Ghost | None = None
    turned: bool = False


def compose(subject: Subject, moment: Moment, camera: Camera, detail: Detail, extras: Extras) -> tuple[Shape, ...]:
    """Return the shapes of one picture, first to be painted first."""
    flat = camera.project(moment.vertices)
    unseen = subject.unseen(camera.towards, moment.pressed)
    trace = traced(subject, flat, detail.per_metre, unseen)
    far = _far(subject, flat)
    ways = [camera.project(way) for way in extras.arrows]
    behind = [extras.turned and _behind(trace, subject, way) for way in ways]
    over = [way for way, far_off in zip(ways, behind, strict=True) if not far_off]
    under = [way for way, far_off in zip(ways, behind, strict=True) if far_off and not _scrap(trace, subject, way)]
    surfaces = fills(trace, subject, far)
    shades = tones(trace, subject, moment.normals, camera.light.astype(np.float32), far)
    below = [shape for shape in surfaces if shape.material in _FLAT]
    below += [shape for shape in shades if shape.material in _FLAT]
    return (
        *_rings("ground", camera, extras.ground),
        *below,
        *_rings("shadow", camera, extras.shadow),
        *_ghost(trace, subject, camera, extras),
        *(shape for way in under for shape in arrow_shapes(way, extras.bold)),
        *_under(trace, subject),
        *(shape for shape in surfaces if shape.material not in _FLAT),
        *(shape for shape in shades if shape.material not in _FLAT),
        *glow_shapes(trace, subject, None if detail.quick else flat),
        *ink(trace, subject, detail.ink),
        *mark_shapes(trace, subject, flat),
        *(shape for way in over for shape in arrow_shapes(way, extras.bold)),
    )


def _ghost(trace: Trace, subject: Subject, camera: Camera, extras: Extras) -> list[Shape]:
    if extras.ghost is None:
        return []
    return ghost_shapes(extras.ghost, camera, trace.raster.per_metre, extras.bold, _covers(trace, subject))


def _covers(trace: Trace, subject: Subject) -> Covers:
    """Return what says where, in the picture plane, something that stands up is seen."""
    seen, raster = trace.seen, trace.raster
    stands = np.zeros((seen.height, seen.width), bool)
    stands.ravel()[seen.pixels] = ~_flat(subject)[subject.paint[seen.faces]]

    def covers(points: Floats) -> npt.NDArray[np.bool_]:
        x, y = ((points - (raster.left, raster.top)) * raster.per_metre).astype(np.int64).T
        inside = (x >= 0) & (x < seen.width) & (y >= 0) & (y < seen.height)
        return np.asarray(inside & stands[y.clip(0, seen.height - 1), x.clip(0, seen.width - 1)])

    return covers


def _scrap(trace: Trace, subject: Subject, way: Floats) -> bool:
    """Say whether too little would look out of an arrow that goes behind: not half of it, or hardly its head."""
    hidden = _covers(trace, subject)(way[:, :2])
    shown = np.hypot(*np.diff(way[:, :2], axis=0).T)[~(hidden[1:] | hidden[:-1])].sum()
    return bool(hidden.mean() > _SCRAP or hidden[-_HEAD:].any() or shown < _SHORT)


def _flat(subject: Subject) -> npt.NDArray[np.bool_]:
    """Return which paints are those of what lies flat."""
    return np.array([paint.material in _FLAT for paint in subject.paints])


def _behind(trace: Trace, subject: Subject, way: Floats) -> bool:
    """Say whether something that stands up is before a good part of an arrow along `way` (n, 3), in the picture plane."""
    seen, raster = trace.seen, trace.raster
    depth = np.full(seen.width * seen.height, -np.inf, np.float32)
    depth[seen.pixels] = np.where(_flat(subject)[subject.paint[seen.faces]], -np.inf, seen.depth)
    x, y, own = raster.project(np.asarray(way, np.float32)).T
    inside = (x >= 0) & (x < seen.width) & (y >= 0) & (y < seen.height)
    at = y[inside].astype(np.int64) * seen.width + x[inside].astype(np.int64)
    return bool((depth[at] > own[inside]).sum() > _COVERED * len(way))


def _rings(kind: str, camera: Camera, levels: tuple[tuple[Array, ...], ...]) -> list[Shape]:
    shapes = []
    for level, rings in enumerate(levels):
        flat = [camera.project(ring)[:, :2] for ring in rings]
        parts = [Polygons(each, np.array([0, len(each)], np.int32)) for each in flat]
        shapes.append(Shape(kind, "", joined(parts), level))
    return shapes


def _under(trace: Trace, subject: Subject) -> list[Shape]:
    """Return the outline of everything that stands up, in ink: no ground shines through where two colours meet."""
    edges = trace.edges
    solid = ((edges.labels > 0) & ~np.isin(edges.labels, 1 + np.flatnonzero(_flat(subject)))).astype(np.int32)
    return [Shape("under", "", whole(trace, outlines_of(edges.cracks, trace.chains, trace.lines, solid)))]


def _far(subject: Subject, flat: Floats) -> dict[str, float]:
    """Return how faint (0 to 1) each limb is that lies behind its twin; never the one that is highlighted."""
    corner = flat[subject.faces[::_SOME, 0], 2]
    paint = subject.paint[::_SOME]
    worked: set[str] = set()
    if subject.field is not None:
        glowing = np.unique(subject.paint[subject.field[subject.faces[:, 0]] > 0])
        worked = {subject.paints[number].limb for number in glowing}
    limbs = sorted({each.limb for each in subject.paints if each.limb.endswith((".L", ".R"))})
    depth = {}
    for limb in limbs:
        own = np.isin(paint, [number for number, each in enumerate(subject.paints) if each.limb == limb])
        depth[limb] = corner[own] if own.any() else np.zeros(1, np.float32)
    far = {}
    for limb in limbs:
        twin = limb[:-1] + ("L" if limb.endswith("R") else "R")
        if twin in depth and limb not in worked:
            # the nearest part of the limb counts: one that crosses before its twin is not far
            gap = float(np.median(depth[twin]) - np.quantile(depth[limb], 0.85))
            far[limb] = float(np.clip((gap - _BEHIND[0]) / _BEHIND[1], 0, 1))
    return far
