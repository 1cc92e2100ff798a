"""How good a source is: its letter in a circle."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from coach.i18n import _
from coach.ui import theme
from coach.ui.tokens import Role
from coach.ui.widgets.painted import Painted


class TierBadge(Painted):
    """A letter in a ring, filled for tier A; the words beside it say what it stands for."""

    def __init__(self, tier: str, words: str) -> None:
        super().__init__()
        self._tier = tier
        self.setAccessibleName(_("Tier {tier}: {words}").format(tier=tier, words=words) if tier else words)
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Stand as high as a line of text."""
        side = round(theme.current().px(Role.BODY) * 1.6)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring and the letter."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        best = self._tier == "A"
        painter.setPen(QPen(used.colour("brand" if best else "edge"), 1))
        painter.setBrush(used.colour("brand") if best else Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawEllipse(area)
        painter.setFont(theme.font(round(used.px(Role.SMALL) * 0.92), 600))
        painter.setPen(used.colour("on_brand" if best else "ink"))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self._tier or "–")
