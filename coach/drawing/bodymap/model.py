"""What a body map holds, and how it is read: outlines only, in tenths of a millimetre; colours come from a theme.

`python -m coach.drawing.bodymap` traces `assets/figure/map-*.json` from our own bodies. x grows to the right and y down,
0 is the middle of the body at the floor.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from coach.content.vocabulary import Area, Side
from coach.errors import DataError
from coach.i18n import _

#: Units in a metre.
UNITS: Final = 10_000
Polygon = tuple[int, ...]
#: A place as an entry of the journal has it: the side is None for an area meant as a whole.
Place = tuple[Area, Side | None]


class Shape(msgspec.Struct, frozen=True):
    """A drawn shape: closed polygons [x0, y0, x1, y1, …]; `on` is the tone that a shade lies on."""

    tone: Literal["body", "cloth", "hair", "shade", "line"]
    polygons: tuple[Polygon, ...]
    on: Literal["body", "cloth", "hair"] = "body"


class Region(msgspec.Struct, frozen=True):
    """An area on one side as it is seen from one direction, and the point in it where a number stands."""

    area: Area
    side: Side | None
    polygons: tuple[Polygon, ...]
    middle: tuple[int, int]

    @property
    def place(self) -> Place:
        """Return the place it stands for."""
        return self.area, self.side


class Facing(msgspec.Struct, frozen=True):
    """One body from one direction: shapes in painting order, and the areas over them."""

    shapes: tuple[Shape, ...]
    regions: tuple[Region, ...]


class BodyMap(msgspec.Struct, frozen=True):
    """One body from behind, where most areas are, and from the front."""

    back: Facing
    front: Facing


@lru_cache(maxsize=4)
def load(path: Path) -> BodyMap:
    """Read a map; `DataError` for a missing or damaged file."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=BodyMap)
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError(
            _("The body map cannot be read from {path}: {reason}").format(path=path, reason=error)
        ) from error
