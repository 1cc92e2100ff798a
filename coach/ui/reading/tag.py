"""A few words in a rounded frame: what something is, at a glance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.ui import theme, tokens
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.painted import Painted


class Tag(Painted):
    """Words on a faint ground; `tone` colours it, an icon may stand in front."""

    def __init__(self, text: str, tone: Tone = Tone.REST, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._tone = tone
        self._icon = icon
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """Return the words."""
        return self._text

    def sizeHint(self) -> QSize:
        """Fit the words."""
        metrics = QFontMetrics(self._font())
        height = metrics.height() + 2 * tokens.GRID
        icon = metrics.height() + tokens.GRID if self._icon else 0
        return QSize(metrics.horizontalAdvance(self._text) + icon + 5 * tokens.GRID, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the icon and the words."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.tint(self._tone))
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setFont(self._font())
        words = area.adjusted(2.5 * tokens.GRID, 0, -2.5 * tokens.GRID, 0)
        if self._icon:
            side = QFontMetrics(self._font()).height()
            place = QRectF(words.left(), area.center().y() - side / 2, side, side)
            used.icons.paint(painter, place, self._icon, used.text(self._tone))
            words.setLeft(words.left() + side + tokens.GRID)
        painter.setPen(used.text(self._tone))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self._text)

    def _font(self) -> QFont:
        font = theme.current().font(Role.SMALL)
        font.setWeight(font.Weight.Medium)
        return font
