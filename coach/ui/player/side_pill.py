"""The side, in big words and as a shape that points to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.content.vocabulary import Side
from coach.ui import theme
from coach.ui.player.sizes import StageSizes, stage_sizes
from coach.ui.tokens import Tone


class SidePill(QWidget):
    """A flag that points left, right, or both ways; takes no room where there is no side."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._side: Side | None = None
        self._tone = Tone.BRAND
        self._sizes = stage_sizes(720)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        self._sizes = sizes
        self.updateGeometry()

    def show_side(self, side: Side | None, words: str, tone: Tone) -> None:
        """Show a side, or a place on the body."""
        self._side, self._words, self._tone = side, words, tone
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words with room around."""
        return QSize(100, round(self._sizes.side * 1.7))

    def minimumSizeHint(self) -> QSize:
        """Never lower."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the flag and the words in it."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(self._sizes.side, 700)
        high = float(self.height())
        tip = high * 0.42
        wide = min(QFontMetrics(font).horizontalAdvance(self._words) + high + tip, float(self.width()))
        left = (self.width() - wide) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.tint(self._tone))
        painter.drawPolygon(_flag(left, wide, high, tip, self._side))
        painter.setPen(used.text(self._tone))
        painter.setFont(font)
        painter.drawText(QRectF(left, 0, wide, high), Qt.AlignmentFlag.AlignCenter, self._words)


def _flag(left: float, wide: float, high: float, tip: float, side: Side | None) -> QPolygonF:
    """A bar with a point on the side that is meant."""
    right = left + wide
    points_left = side in {Side.LEFT, Side.BOTH}
    points_right = side in {Side.RIGHT, Side.BOTH}
    shape = QPolygonF()
    for x, y in (
        (left + tip if points_left else left, 0.0),
        (right - tip if points_right else right, 0.0),
        (right, high / 2),
        (right - tip if points_right else right, high),
        (left + tip if points_left else left, high),
        (left, high / 2),
    ):
        shape.append(QPointF(x, y))
    return shape
