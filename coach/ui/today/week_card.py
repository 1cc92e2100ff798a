"""How this week went: seven quiet bars with words, and no streak."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.today.model import WeekDay
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.card import Card, clear
from coach.ui.widgets.text import label

_HIGH = 56
_BAR = 12
#: How high a week without a session is: no room is kept for bars that are not there.
_EMPTY = 16


class DayBar(QWidget):
    """One day: a bar as high as the day was long, a dot for a day of rest, a ring for today and those to come."""

    def __init__(self, day: WeekDay, high: int = _HIGH) -> None:
        super().__init__()
        self._day = day
        self._high = high
        self.setMinimumHeight(high)
        self.setAccessibleName(day.words)
        self.setToolTip(day.words)

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(28, self._high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, the dot or the ring, standing on one line."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = _BAR + (self.height() - _BAR - 2) * self._day.share if self._day.share else _BAR
        wide = _BAR if self._day.share else _BAR - 4
        tall = high if self._day.share else wide
        place = QRectF((self.width() - wide) / 2, self.height() - tall - 1, wide, tall)
        if not self._day.share and (self._day.is_ahead or self._day.is_today):
            painter.setPen(QPen(used.colour("brand" if self._day.is_today else "edge"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(used.fill(Tone.DONE if self._day.share else Tone.REST))
        painter.drawRoundedRect(place, wide / 2, wide / 2)


class WeekCard(Card):
    """Seven days and one sentence."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._words = label("", Role.MUTED)
        self._bars = QHBoxLayout()
        self._bars.setSpacing(tokens.GRID)
        self.body.addWidget(label(_("This week"), Role.HEADING))
        self.body.addLayout(self._bars)
        self.body.addWidget(self._words)

    def show_week(self, days: Sequence[WeekDay], words: str) -> None:
        """Show seven days."""
        clear(self._bars)
        high = _HIGH if any(day.share for day in days) else _EMPTY
        for day in days:
            self._bars.addLayout(_column(day, high))
        self._words.setText(words)


def _column(day: WeekDay, high: int) -> QVBoxLayout:
    name = label(day.short, Role.STRONG if day.is_today else Role.MUTED, wrap=False)
    name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made = QVBoxLayout()
    made.setSpacing(tokens.GRID)
    made.addWidget(DayBar(day, high))
    made.addWidget(name)
    return made
