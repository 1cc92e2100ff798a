"""A short word over the figure about what was just changed; it goes by itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QRectF, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent

from coach.ui import theme, tokens
from coach.ui.player.sizes import StageSizes
from coach.ui.player.stage_text import StageText

_SHOWN_MS: Final = 3_000


class StageNote(StageText):
    """One line on a pill of its own, in the middle of a place, at its lower edge."""

    def __init__(self) -> None:
        super().__init__("caption", 600, centred=True)
        self._area = QRect()
        self._pad = 4 * tokens.GRID
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, words: str) -> None:
        """Show a word for a moment, in place of the one before."""
        self.setText(words)
        self.setAccessibleName(words)
        self._fit()
        self.show()
        self.raise_()
        self._timer.start()

    def place(self, area: QRect) -> None:
        """Take the lower part of a place."""
        self._area = area
        self._fit()

    def rescale(self, sizes: StageSizes) -> None:
        """Follow the height of the stage."""
        super().rescale(sizes)
        self._pad = sizes.margin
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """No timer runs for what nobody sees."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill under the words."""
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(used.colour("edge"))
        painter.setBrush(used.colour("surface"))
        round_off = min(self.height() / 2, 2.0 * self._pad)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), round_off, round_off)
        painter.end()
        super().paintEvent(event)

    def _fit(self) -> None:
        most = max(self._area.width() - 2 * self._pad, 1)
        self.setContentsMargins(self._pad, self._pad // 2, self._pad, self._pad // 2)
        wide = min(self.fontMetrics().horizontalAdvance(self.text()) + 2 * self._pad + 2, most)
        place = QRect(0, 0, wide, self.heightForWidth(wide))
        place.moveCenter(self._area.center())
        place.moveBottom(self._area.bottom() - self._pad)
        self.setGeometry(place)
