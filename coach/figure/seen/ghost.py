"""Where a part was before it moved: its outline, dashed, behind everything that stands there now."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np

from coach.figure.camera import Camera
from coach.figure.seen.bands import Bands
from coach.figure.seen.cracks import Floats, Ints
from coach.figure.seen.dashes import Covers, dashed
from coach.figure.seen.plate import Shape
from coach.figure.seen.raster import Raster
from coach.figure.seen.zbuffer import look

_LINE: Final = 0.0046  # metres
#: Holes and crumbs below so many square metres are left out.
_SMALLEST: Final = 0.002


class Ghost(NamedTuple):
    """The surface of what moved as it was before: `vertices` (n, 3), world metres, and `faces` (k, 3) of them."""

    vertices: Floats
    faces: Ints


def ghost_shapes(
    ghost: Ghost, camera: Camera, per_metre: float, bold: float = 1.0, covers: Covers | None = None
) -> list[Shape]:
    """Return its outline as dashes, `bold` times as thick as usual; without crumbs beside what `covers` it.

    Seen closer they are shorter still: a profile is told by what is as small as a lip.
    """
    used, faces = np.unique(ghost.faces, return_inverse=True)
    flat = camera.project(ghost.vertices[used])
    faces = faces.reshape(-1, 3).astype(np.int32)
    raster = Raster.around(flat, per_metre)
    both = np.concatenate([faces, faces[:, ::-1]])  # a part that is cut off from the rest is open there
    seen = look(raster.project(flat), both, raster.width, raster.height)
    bands = Bands.of(seen, np.ones(len(seen.pixels), np.int32))
    outlines = bands.outlines(np.arange(2), _SMALLEST * per_metre**2)
    return [Shape("ghost", "", dashed(raster, outlines, bold * _LINE, bold**2, covers))]
