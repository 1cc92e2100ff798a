"""Regions of one picture that are lighter, darker or marked: outlines of masks over what is seen."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Chains, Cracks, Ints, between, chains_of, cracks_of
from coach.figure.seen.loops import Outlines, outlines_of
from coach.figure.seen.smooth import Lines, lines_of
from coach.figure.seen.zbuffer import Seen

#: How far (pixels) a border may move to be smooth: nobody misses the exact place where a tone begins.
_ROOM = 0.9


class Bands(NamedTuple):
    """Traced borders between the labels of an image; `labels` (h * w,), 0 is nothing."""

    cracks: Cracks
    chains: Chains
    lines: Lines
    labels: Ints

    @classmethod
    def of(cls, seen: Seen, values: Ints, room: float = _ROOM) -> Bands:
        """Trace labels (k,) given at the pixels that are seen; `room` is how far (pixels) a border may move."""
        image = np.zeros(seen.width * seen.height, np.int32)
        image[seen.pixels] = values
        cracks = cracks_of(*between(image.reshape(seen.height, seen.width)), seen.width)
        chains = chains_of(cracks, (seen.width + 1) * (seen.height + 1))
        return cls(cracks, chains, lines_of(cracks, chains, room), image)

    def outlines(self, names: npt.NDArray[np.generic], smallest: float) -> Outlines:
        """Return outlines after giving label i the name names[i]; equal names grow together, 0 is left out.

        Regions and holes smaller than `smallest` square pixels are left out.
        """
        named = names.astype(np.int32)[self.labels]
        outlines = outlines_of(self.cracks, self.chains, self.lines, named)
        return outlines.only(np.abs(outlines.areas()) >= smallest)
