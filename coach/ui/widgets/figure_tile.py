"""A figure as a small still picture: in rows, on cards, in strips."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.pictures import Seen
from coach.ui import figures, theme, thumbnails, tokens
from coach.ui.theme import Theme
from coach.ui.thumbnails import Asked
from coach.ui.tokens import Tone
from coach.ui.widgets.figure_ground import ground_colour, paint_ground
from coach.ui.widgets.painted import Painted

#: Width to height of a small tile: most figures lie.
RATIO = 1.45
#: How much of a tile an icon fills, where there is no figure.
_FILL = 0.5


def tile_width(height: int) -> int:
    """Return how wide a tile of this height is."""
    return round(height * RATIO)


def paint_tile(
    painter: QPainter, area: QRectF, shown: Seen | None, used: Theme, ground: QColor, *, moment: int | None = None
) -> None:
    """Paint a figure, at its held moment or another, on a rounded ground.

    An icon where there is none; nothing yet while it is being painted.
    """
    shape = QPainterPath()
    shape.addRoundedRect(area, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.save()
    painter.fillPath(shape, ground)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    paint_figure(painter, area, shown, used, close=True, moment=moment)
    painter.restore()


def paint_figure(
    painter: QPainter, area: QRectF, shown: Seen | None, used: Theme, *, close: bool, moment: int | None = None
) -> None:
    """Paint a figure as large as it fits into `area`; an icon where there is none. `close`: see `Asked`."""
    if shown is None or not _known(shown):
        side = min(area.width(), area.height()) * _FILL
        place = QRectF(0, 0, side, side)
        place.moveCenter(area.center())
        used.icons.paint(painter, place, "person-standing", used.colour("muted"))
        return
    made = thumbnails.current()
    ratio = painter.device().devicePixelRatio() if painter.device() is not None else 1.0
    width, height = round(area.width() * ratio), round(area.height() * ratio)
    asked = Asked(shown.key, shown.mirrored, width, height, moment, close)
    picture = (made.get(asked) or made.stand_in(asked)) if made is not None else None
    if picture is not None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        exact = (picture.width(), picture.height()) == (width, height)
        painter.drawPixmap(area if exact else _fitted(area, picture.size()), picture, QRectF(picture.rect()))


def _fitted(area: QRectF, size: QSize) -> QRectF:
    """Return the middle of an area, as large as that shape fits into it."""
    scale = min(area.width() / size.width(), area.height() / size.height())
    place = QRectF(0, 0, size.width() * scale, size.height() * scale)
    place.moveCenter(area.center())
    return place


def follow(widget: QWidget) -> None:
    """Let a widget be painted again when a picture arrives or all look different; for as long as it lives."""
    made, known = thumbnails.current(), figures.current()
    if made is not None:
        made.arrived.connect(widget.update)
    if known is not None:
        known.redrawn.connect(widget.update)


class FigureTile(Painted):
    """One figure, still, on a ground in the colour of what it is about; it grows with its place, or keeps its size."""

    def __init__(
        self, *, high: int = 0, radius: int = tokens.RADIUS_SMALL, head: bool = False, fixed: QSize | None = None
    ) -> None:
        """`head`: the head of a card, of which only the upper corners are round."""
        super().__init__()
        self._shown: Seen | None = None
        self._tone = Tone.BRAND
        self._high, self._radius, self._head = high, radius, head
        if fixed is not None:
            self.setFixedSize(fixed)
        else:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_figure(self, shown: Seen | None, tone: Tone = Tone.BRAND) -> None:
        """Show a figure; None for an icon."""
        if (shown, tone) != (self._shown, self._tone):
            self._shown, self._tone = shown, tone
            self.update()

    @property
    def shown(self) -> Seen | None:
        """The figure."""
        return self._shown

    def sizeHint(self) -> QSize:
        """As high as it was made."""
        return QSize(320, self._high)

    def minimumSizeHint(self) -> QSize:
        """May become narrow."""
        return QSize(160, self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground and figure."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        ground = area.adjusted(0, 0, 0, 2 * self._radius if self._head else 0)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        paint_ground(painter, ground, self._radius, self._tone)
        if not self._high:
            paint_tile(painter, area, self._shown, used, ground_colour(self._tone))
            return
        inset = tokens.GRID
        paint_figure(painter, area.adjusted(inset, inset, -inset, -inset), self._shown, used, close=False)


def _known(shown: Seen) -> bool:
    known = figures.current()
    return known is not None and known.figure(shown.key) is not None
