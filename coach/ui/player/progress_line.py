"""The whole session as one line of pieces."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.player.state import Stretch
from coach.ui.tokens import Tone

_HIGH = 8
_GAP = 4


class ProgressLine(QWidget):
    """A piece for each step: full when done, part full where one is, and a little higher there."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: tuple[Stretch, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_pieces(self, pieces: Sequence[Stretch]) -> None:
        """Show how far the session is."""
        if tuple(pieces) != self._pieces:
            self._pieces = tuple(pieces)
            here = next((n for n, piece in enumerate(self._pieces, 1) if piece.here), len(self._pieces))
            self.setAccessibleName(_("Step {n} of {all}").format(n=here, all=len(self._pieces)))
            self.update()

    def sizeHint(self) -> QSize:
        """A thin line."""
        return QSize(200, _HIGH + tokens.GRID)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pieces."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        room = self.width() - _GAP * max(len(self._pieces) - 1, 0)
        left = 0.0
        for piece in self._pieces:
            wide = max(room * piece.share, 1.0)
            high = _HIGH if piece.here else _HIGH - 3
            area = QRectF(left, (self.height() - high) / 2, wide, high)
            shape = QPainterPath()
            shape.addRoundedRect(area, high / 2, high / 2)
            painter.fillPath(shape, used.colour("track"))
            if piece.done > 0:
                painter.save()
                painter.setClipRect(QRectF(left, 0, wide * piece.done, self.height()))
                painter.fillPath(shape, used.fill(Tone.BRAND if piece.here else Tone.DONE))
                painter.restore()
            left += wide + _GAP
