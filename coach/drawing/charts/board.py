"""What charts of boxes share: looking at one with mouse or keys, the card beside it, and pictures. Nothing moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from coach.drawing.charts import ink
from coach.drawing.charts.card import paint_card
from coach.drawing.charts.drawn import Still
from coach.drawing.charts.look import Look
from coach.drawing.charts.painted_key import PaintedKey

Spot = tuple[int, int]
PADDING_PX = 12.0
_GAP_PX = 10.0
_TALLEST_PX = 1000.0
#: How strong the outline of an empty box is: there, and quiet.
_HOLLOW = 0.45
_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Board(Still, QWidget):
    """Boxes by column and row. `looked_at` says the words of the box that is looked at ('' for none).

    Keys: arrows walk the boxes, Escape lets go. A kind of board says what its boxes are (`box`, `words`, `beside`,
    `first_spot`) and paints them (`paint_boxes`) into the room it is given.
    """

    looked_at = Signal(str)

    def __init__(self, title: str, subtitle: str, key: PaintedKey, look: Look) -> None:
        super().__init__()
        self._title, self._subtitle, self._key, self._look = title, subtitle, key, look
        self._font = ink.font(look, look.small_px)
        self._spot: Spot | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    # -- what a kind of board brings along

    def box(self, spot: Spot, room: QRectF) -> QRectF:
        """Return where a box is painted in the room for all of them."""
        raise NotImplementedError

    def spot_at(self, point: QPointF, room: QRectF) -> Spot | None:
        """Return the box at a point, None where there is none."""
        raise NotImplementedError

    def words(self, spot: Spot) -> str:
        """Return what a box means."""
        raise NotImplementedError

    def beside(self, spot: Spot, step: Spot) -> Spot:
        """Return the box one step (columns, rows) further, or the same at an edge."""
        raise NotImplementedError

    def first_spot(self) -> Spot | None:
        """Return the box that the keys begin with, None when there is none."""
        raise NotImplementedError

    def paint_boxes(self, painter: QPainter, room: QRectF) -> None:
        """Paint the boxes and the words at their edges."""
        raise NotImplementedError

    def used_height(self, room: QRectF) -> float:
        """Return how much of the room is taken; the key stands below."""
        return room.height()

    # -- what the page asks for

    @property
    def look(self) -> Look:
        """How it looks."""
        return self._look

    @property
    def title(self) -> str:
        """What it is called."""
        return self._title

    def picture_size(self) -> QSize:
        """Return its size in logical pixels."""
        return self.size()

    def paint_picture(self, painter: QPainter, target: QRectF, ratio: float) -> None:
        """Paint it without focus and card."""
        del ratio
        painter.translate(target.topLeft())
        self._paint(painter)

    # -- looking at a box

    def readout(self) -> str:
        """Return the words of the box that is looked at, '' when there is none."""
        return "" if self._spot is None else self.words(self._spot)

    def look_beside(self, step: Spot) -> None:
        """Look at the next box by columns and rows; with none yet, at the first one."""
        spot = self.first_spot() if self._spot is None else self.beside(self._spot, step)
        self.look_at(spot, aloud=True)

    def look_at(self, spot: Spot | None, *, aloud: bool = False) -> None:
        """Look at a box, or at none; `aloud` tells a screen reader."""
        if spot == self._spot:
            return
        self._spot = spot
        self.update()
        self.looked_at.emit(self.readout())
        if aloud and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.readout()))

    # -- painting

    def room(self) -> QRectF:
        """Return the room for the boxes and the words at their edges."""
        width = self.width() - 2 * PADDING_PX
        top = PADDING_PX / 2 + self._subtitle_height(width) + _GAP_PX
        below = self._key.height(width) + _GAP_PX + PADDING_PX / 2
        return QRectF(PADDING_PX, top, width, max(self.height() - top - below, 1.0))

    def _subtitle_height(self, width: float) -> float:
        return (
            QFontMetricsF(self._font).boundingRect(QRectF(0, 0, width, _TALLEST_PX), _WRAPPED, self.subtitle()).height()
        )

    def subtitle(self) -> str:
        """Return the line of explanation above the boxes."""
        return self._subtitle

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        room = self.room()
        painter.setFont(self._font)
        painter.setPen(ink.color(self._look.muted))
        painter.drawText(QRectF(PADDING_PX, PADDING_PX / 2, room.width(), room.top()), _WRAPPED, self.subtitle())
        self.paint_boxes(painter, room)
        self._key.paint(painter, QPointF(PADDING_PX, room.top() + self.used_height(room) + _GAP_PX), room.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the board, what is looked at, and a ring while it has the keys."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink.color(self._look.surface))
        self._paint(painter)
        whole = QRectF(self.rect())
        if self._spot is not None:
            box = self.box(self._spot, self.room())
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink.pen(self._look.surface, 4))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(ink.pen(self._look.ink, 2))
            painter.drawRoundedRect(box, 3, 3)
            paint_card(painter, self._look, self.readout(), box.adjusted(-8, -8, 8, 8), whole.adjusted(2, 2, -3, -3))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(ink.pen(self._look.focus, 2))
            painter.drawRoundedRect(whole.adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    # -- events

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Look at the box under the mouse."""
        super().mouseMoveEvent(event)
        self.look_at(self.spot_at(event.position(), self.room()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let go when the mouse leaves."""
        super().leaveEvent(event)
        self.look_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the boxes, let go."""
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            columns, rows = _STEPS[key]
            self.look_beside((-columns if self.isRightToLeft() else columns, rows))
        elif key == Qt.Key.Key_Escape and self._spot is not None:
            self.look_at(None)
        else:
            event.ignore()
            return
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away, and the card."""
        super().focusOutEvent(event)
        self.update()


def paint_hollow(painter: QPainter, box: QRectF, radius: float, look: Look) -> None:
    """Paint a box that holds nothing."""
    painter.setPen(ink.pen(look.muted, 1, _HOLLOW))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
