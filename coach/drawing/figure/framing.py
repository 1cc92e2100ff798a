"""How much of a figure fills a picture, and how finely it is traced for its size."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np

from coach.figure.camera import View as Window
from coach.figure.picture import Detail
from coach.figure.seen.plate import Plate, Shape

#: No line of a picture is thinner than this, in its own pixels; a line of a large one has its width in metres.
_LEAST_LINE_PX: Final = 1.15
_LINE_M: Final = 0.004
#: A picture is traced this much finer than it is painted, between these bounds (raster pixels in a metre).
_FINER: Final = 1.6
_COARSEST: Final = 160.0
_FINEST: Final = 1100.0
_SAME: Final = 1e-4
#: What may go beyond the edge of a close picture: it only says where somebody is.
_AROUND: Final = frozenset({"mat", "wall", "skirting", "door"})


def detail_for(window: Window, width: float, height: float) -> Detail:
    """Return how finely to trace what `window` shows in so many pixels."""
    per_metre = min(width / window.width, height / window.height)
    finely = min(max(_FINER * per_metre, _COARSEST), _FINEST)
    return Detail(finely, max(_LINE_M, _LEAST_LINE_PX / per_metre))


def close_up(plate: Plate, edge: float = 0.04) -> Plate:
    """Return the plate without arrows and as large as the person allows; a mat or a wall may go beyond its edge.

    Who is cut off by the lower edge stays so.
    """
    shapes = tuple(shape for shape in plate.shapes if not shape.kind.startswith("arrow"))
    solid = _solid(shapes, _AROUND)
    view = _around(solid, edge) or plate.view
    end = plate.view.top + plate.view.height
    lowest = max((float(shape.polygons.points[:, 1].max()) for shape in solid if len(shape.polygons.points)), default=0)
    if abs(lowest - end) < _SAME:
        view = view._replace(height=end - view.top)
    return plate._replace(shapes=shapes, view=view)


def fitted(plate: Plate, edge: float = 0.06) -> Plate:
    """Return the plate as large as everything on it allows, wherever it is seen from."""
    return plate._replace(view=_around(_solid(plate.shapes, frozenset()), edge) or plate.view)


def alike(plates: Iterable[Plate]) -> list[Plate]:
    """Return the plates all at one size, each in the middle of its picture."""
    found = list(plates)
    width = max(plate.view.width for plate in found)
    height = max(plate.view.height for plate in found)
    return [plate._replace(view=_centred(plate.view, width, height)) for plate in found]


def _centred(view: Window, width: float, height: float) -> Window:
    return Window(view.left - (width - view.width) / 2, view.top - (height - view.height) / 2, width, height)


def _solid(shapes: Iterable[Shape], without: frozenset[str]) -> list[Shape]:
    """Return what has a body: neither ground nor shadow."""
    kinds = {"fill", "ink", "arrow"}
    return [shape for shape in shapes if shape.kind in kinds and shape.material not in without]


def _around(shapes: Iterable[Shape], edge: float) -> Window | None:
    """Return the piece of the picture plane around shapes, with some room as a share of its larger side."""
    points = [shape.polygons.points for shape in shapes if len(shape.polygons.points)]
    if not points:
        return None
    low = np.min([each.min(0) for each in points], axis=0)
    high = np.max([each.max(0) for each in points], axis=0)
    room = edge * float(max(high - low))
    width, height = (float(each) + 2 * room for each in high - low)
    return Window(float(low[0]) - room, float(low[1]) - room, width, height)
