"""What a page shows when it has nothing yet: a picture, a sentence, one thing to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import primary
from coach.ui.widgets.text import label


class Medallion(QWidget):
    """An icon in a soft circle."""

    def __init__(self, icon: str, size: int = 96) -> None:
        super().__init__()
        self._icon = icon
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the circle and the icon in it."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.colour("brand_soft"))
        painter.drawEllipse(QRectF(self.rect()))
        side = self.width() * 0.44
        inset = (self.width() - side) / 2
        used.icons.paint(painter, QRectF(inset, inset, side, side), self._icon, used.colour("brand_text"))


class EmptyState(QWidget):
    """A designed nothing: `acted` is emitted when its one button is pressed."""

    acted = Signal()

    def __init__(self, icon: str, sentence: str, action: str = "", *, more: str = "") -> None:
        super().__init__()
        self._heading = _centred(sentence, Role.HEADING)
        self._more = _centred(more, Role.MUTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * tokens.GRID, 12 * tokens.GRID, 6 * tokens.GRID, 12 * tokens.GRID)
        column.setSpacing(4 * tokens.GRID)
        column.addWidget(Medallion(icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._heading)
        column.addWidget(self._more)
        self._button = primary(action)
        self._button.clicked.connect(self.acted)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._more.setVisible(bool(more))  # only now: shown without a parent they would be windows for a moment
        self._button.setVisible(bool(action))

    def changeEvent(self, event: QEvent) -> None:
        """Repaint with the theme."""
        self.update()
        super().changeEvent(event)


def _centred(text: str, role: Role) -> QLabel:
    made = label(text, role)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made
