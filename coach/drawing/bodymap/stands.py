"""Where the two bodies of a map stand in a widget, what is under the hand, and which area is next in a direction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPathStroker

from coach.drawing.bodymap.model import UNITS, BodyMap, Facing, Place, Region
from coach.drawing.bodymap.painter import LOWER, Stand, middle, region_path

#: A press this near to an area, in logical pixels, is meant for it.
_NEAR: Final = 10
#: The middles of two bodies are so many metres apart at most.
_APART: Final = 0.92
#: A step straight ahead is worth so many times one aside.
_ASIDE: Final = 2.5


class Stands(NamedTuple):
    """Both bodies where they stand: from behind at the left, where most areas are, and from the front."""

    body: BodyMap
    back: Stand
    front: Stand

    @classmethod
    def within(cls, body: BodyMap, area: QRectF) -> Stands:
        """Let the bodies share an area, in its middle: they never stand far apart."""
        half = min(area.width() / 2, _APART * area.height() / LOWER[0])
        left = QRectF(area.center().x() - half, area.top(), half, area.height())
        return cls(body, Stand(left), Stand(left.translated(half, 0)))

    def both(self) -> tuple[tuple[Facing, Stand], ...]:
        """Return each body with its place."""
        return (self.body.back, self.back), (self.body.front, self.front)

    def all(self) -> Iterator[tuple[Region, Stand]]:
        """Return every area with the place of its body."""
        for facing, stand in self.both():
            for region in facing.regions:
                yield region, stand

    def at(self, point: QPointF) -> Place | None:
        """Return the area at a point, or the nearest one that is as good as touched."""
        found: tuple[float, Place] | None = None
        for region, stand in self.all():
            path, scale = region_path(region), stand.scale / UNITS
            here = stand.transform().inverted()[0].map(point)
            if path.contains(here):
                return region.place
            pen = QPainterPathStroker()
            pen.setWidth(2 * _NEAR / scale)
            if pen.createStroke(path).contains(here):
                off = middle(region, stand) - point
                away = off.x() ** 2 + off.y() ** 2
                if found is None or away < found[0]:
                    found = (away, region.place)
        return found[1] if found else None

    def boxes(self) -> dict[Place, QRectF]:
        """Return the rectangle round each area, where it is seen first."""
        found: dict[Place, QRectF] = {}
        for region, stand in self.all():
            found.setdefault(region.place, stand.transform().mapRect(region_path(region).boundingRect()))
        return found


def next_in(boxes: Mapping[Place, QRectF], here: Place, way: tuple[int, int]) -> Place | None:
    """Return the area that is next from `here` in a direction (right, down); None where there is none."""
    start = boxes[here].center()
    return min(_ahead(boxes, here, start, way), key=lambda found: found[0], default=(0.0, None))[1]


def _ahead(
    boxes: Mapping[Place, QRectF], here: Place, start: QPointF, way: tuple[int, int]
) -> Iterable[tuple[float, Place | None]]:
    for place, box in boxes.items():
        off = box.center() - start
        ahead = off.x() * way[0] + off.y() * way[1]
        aside = abs(off.x() * way[1]) + abs(off.y() * way[0])
        if place != here and ahead > 1:
            yield ahead + _ASIDE * aside, place
