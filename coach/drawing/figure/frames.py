"""Pictures of a movement, kept ready to be painted: a film that is made once and played often."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coach.drawing.figure.look import Look
from coach.drawing.figure.painter import Paths, paint_plate, paths_of
from coach.figure.reel import Span, Spot, nearest
from coach.figure.seen.plate import Plate
from coach.figure.seen.ribbons import Polygons

#: What one point of a painter's path takes, and what a shape takes beside its points; bytes.
_POINT: Final = 24
_SHAPE: Final = 400
#: All frames together take no more than this many bytes.
BUDGET: Final = 96 * 1024 * 1024


class Frame(NamedTuple):
    """A plate made ready: its shapes without their points, the painter's paths, and how many bytes these take."""

    plate: Plate
    paths: Paths
    size: int


def frame_of(plate: Plate, *, often: bool = True) -> Frame:
    """Make a plate ready to be painted, `often` or once; may be called in any thread."""
    size = sum(len(shape.polygons.points) * _POINT + _SHAPE for shape in plate.shapes)
    bare = tuple(shape._replace(polygons=Polygons.none()) for shape in plate.shapes)
    return Frame(plate._replace(shapes=bare), paths_of(plate, often=often), size)


def paint_frame(painter: QPainter, frame: Frame, area: QRectF, look: Look, *, mirrored: bool = False) -> None:
    """Paint a frame in `area`, as large as it fits."""
    paint_plate(painter, frame.plate, area, look, mirrored=mirrored, paths=frame.paths)


class Frames:
    """Frames by reel (one figure on one body from one side) and spot; the longest unused ones go when room is short."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._budget = budget
        self._used: OrderedDict[tuple[Hashable, Spot], int] = OrderedDict()
        self._reels: dict[Hashable, dict[Spot, Frame]] = {}
        self.size = 0

    def put(self, reel: Hashable, spot: Spot, frame: Frame) -> None:
        """Keep a frame."""
        self._drop(reel, spot)
        self._reels.setdefault(reel, {})[spot] = frame
        self._used[reel, spot] = frame.size
        self.size += frame.size
        while self.size > self._budget and len(self._used) > 1:
            self._drop(*next(iter(self._used)))

    def has(self, reel: Hashable, spot: Spot) -> bool:
        """Say whether a frame is there."""
        return (reel, spot) in self._used

    def best(self, reel: Hashable, spot: Spot, round_at: float | None = None) -> Frame | None:
        """Return the frame of a spot, or the nearest one there is; None for a reel without any."""
        frames = self._reels.get(reel)
        if not frames:
            return None
        found = spot if spot in frames else nearest(spot, iter(frames), round_at)
        assert found is not None  # noqa: S101  a reel is never empty
        self._used.move_to_end((reel, found))
        return frames[found]

    def missing(self, reel: Hashable, span: Span) -> Spot | None:
        """Return the spot to be made next; None when all are there, or when more would only push out its own."""
        wanted = next((spot for spot in span.spots() if not self.has(reel, spot)), None)
        return wanted if wanted is not None and self._room_for(reel) else None

    def forget(self, reel: Hashable) -> None:
        """Let the frames of a reel go."""
        for spot in list(self._reels.get(reel, ())):
            self._drop(reel, spot)

    def clear(self) -> None:
        """Let everything go."""
        self._used.clear()
        self._reels.clear()
        self.size = 0

    def _room_for(self, reel: Hashable) -> bool:
        oldest = next(iter(self._used), None)
        return self.size < self._budget * 0.97 or oldest is None or oldest[0] != reel

    def _drop(self, reel: Hashable, spot: Spot) -> None:
        size = self._used.pop((reel, spot), None)
        if size is None:
            return
        self.size -= size
        frames = self._reels[reel]
        del frames[spot]
        if not frames:
            del self._reels[reel]
