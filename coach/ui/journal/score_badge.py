"""A score as a large number in a ring that is filled as far as the score goes."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from coach.ui import theme, tokens
from coach.ui.journal.words import score_words
from coach.ui.tokens import Role
from coach.ui.widgets.painted import Painted

_SIDE = 20 * tokens.GRID
_FULL = 16 * 360
_TOP = 16 * 90
_HIGHEST = 10


class ScoreBadge(Painted):
    """One hue for every score: a number is not a verdict."""

    def __init__(self, score: int) -> None:
        super().__init__()
        self._score = score
        self.setAccessibleName(score_words(score))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Grow with the text."""
        side = round(_SIDE * min(theme.current().text_scale, 1.5))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the number."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 * tokens.GRID
        area = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        pen = QPen(used.colour("track"), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(area)
        if self._score > 0:
            pen.setColor(used.colour("brand"))
            painter.setPen(pen)
            painter.drawArc(area, _TOP, -_FULL * min(self._score, _HIGHEST) // _HIGHEST)
        painter.setFont(used.font(Role.HEADING))
        painter.setPen(used.colour("ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), str(self._score))
