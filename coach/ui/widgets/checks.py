"""A box to tick with a sentence that may be long."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from coach.ui import theme, tokens
from coach.ui.tokens import Role

_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class CheckRow(QCheckBox):
    """A check box whose words wrap; the whole row can be pressed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._words = text
        self._px, self._least = 0, tokens.TARGET
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_px(self, px: int, *, least: int = tokens.TARGET) -> None:
        """Make the words this large, and the row no lower than `least`."""
        self._px, self._least = px, least
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the wrapped words, never lower than a fingertip."""
        room = QRect(0, 0, max(width - self._indent(), 40), 10_000)
        words = QFontMetrics(self._used_font()).boundingRect(room, _WRAP, self._words)
        return max(self._least, words.height() + 3 * tokens.GRID)

    def sizeHint(self) -> QSize:
        """Wide enough to read well."""
        return QSize(420, self.heightForWidth(420))

    def minimumSizeHint(self) -> QSize:
        """May be narrow."""
        return QSize(200, self._least)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the row."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its tick, and the words."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        box = QRectF(3, (self.height() - side) / 2, side, side)
        pen = QPen(used.colour("brand" if self.isChecked() else "edge"), 2)
        painter.setPen(QPen(used.colour("focus"), 3) if self.hasFocus() else pen)
        painter.setBrush(used.colour("brand" if self.isChecked() else "surface"))
        painter.drawRoundedRect(box, side * 0.25, side * 0.25)
        if self.isChecked():
            inset = side * 0.12
            tick = box.adjusted(inset, inset, -inset, -inset)
            used.icons.paint(painter, tick, "check", used.colour("on_brand"))
        painter.setPen(used.colour("ink"))
        painter.setFont(self._used_font())
        painter.drawText(self.rect().adjusted(self._indent(), 0, 0, 0), _WRAP, self._words)

    def _used_font(self) -> QFont:
        used = theme.current()
        return theme.font(self._px or used.px(Role.BODY))

    def _side(self) -> float:
        return max(22.0, self._used_font().pixelSize() * 1.25)

    def _indent(self) -> int:
        return round(self._side()) + 4 * tokens.GRID
