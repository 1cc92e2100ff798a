"""Regions of one picture that are lighter, darker or marked: outlines of masks over what is seen."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from coach.figure.seen.cracks import Ints, between, chains_of, cracks_of
from coach.figure.seen.loops import Outlines, outlines_of
from coach.figure.seen.smooth import lines_of


def outlined(labels: npt.NDArray[np.generic], smallest: float, room: float = 0.9) -> Outlines:
    """Return smooth outlines of the regions of an image (h, w) that differ from 0.

    Regions and holes smaller than `smallest` square pixels are left out; `room` is how far a border may move to be smooth.
    """
    height, width = labels.shape
    cracks = cracks_of(*between(labels), width)
    chains = chains_of(cracks, (width + 1) * (height + 1))
    lines = lines_of(cracks, chains, room)
    flat: Ints = np.ascontiguousarray(labels, np.int32).ravel()
    outlines = outlines_of(cracks, chains, lines, flat)
    return outlines.only(np.abs(outlines.areas()) >= smallest)
