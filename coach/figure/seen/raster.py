"""From the scene to a raster and back: which metre of the picture plane is which pixel."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from coach.figure.seen.cracks import Floats

_BORDER = 2


class Raster(NamedTuple):
    """A raster of `width` x `height` pixels, `per_metre` of them a metre, its corner at (left, top) of the picture plane."""

    left: float
    top: float
    per_metre: float
    width: int
    height: int

    @classmethod
    def around(cls, flat: Floats, per_metre: float) -> Raster:
        """Return the raster that just holds the points `flat` (n, 2+) of the picture plane."""
        columns = np.ascontiguousarray(flat[:, :2].T)  # many times faster than along the rows
        low, high = columns.min(1), columns.max(1)
        # whole pixels from a fixed origin: what does not move falls on the same pixels in every frame
        left, top = (np.floor(low * per_metre) - _BORDER) / per_metre
        size = np.ceil((high - (left, top)) * per_metre).astype(int) + _BORDER
        return cls(float(left), float(top), per_metre, int(size[0]), int(size[1]))

    def project(self, flat: Floats) -> Floats:
        """Return points (n, 3) of the picture plane in pixels; their depth stays in metres."""
        moved = (flat - np.array([self.left, self.top, 0], np.float32)) * np.array(
            [self.per_metre, self.per_metre, 1], np.float32
        )
        return np.ascontiguousarray(moved, np.float32)

    def metres(self, pixels: Floats) -> Floats:
        """Return points (n, 2) in pixels in metres of the picture plane."""
        return np.asarray(pixels / np.float32(self.per_metre) + np.array([self.left, self.top], np.float32), np.float32)
