"""How this week went: seven quiet bars with words, and no streak."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.today.week import WeekDay
from coach.ui.tokens import Role, Tone
from coach.ui.widgets.card import Card, clear
from coach.ui.widgets.text import label

_HIGH = 56
_BAR = 12


class DayBar(QWidget):
    """One day: a bar as high as the day was long, a dot for a day of rest, a ring for one still to come."""

    def __init__(self, day: WeekDay) -> None:
        super().__init__()
        self._day = day
        self.setMinimumHeight(_HIGH)
        self.setAccessibleName(day.words)
        self.setToolTip(day.words)

    def sizeHint(self) -> QSize:
        """A narrow column."""
        return QSize(28, _HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar, the dot or the ring, standing on one line."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = _BAR + (self.height() - _BAR) * self._day.share if self._day.share else _BAR
        wide = _BAR if self._day.share else _BAR - 4
        tall = high if self._day.share else wide
        place = QRectF((self.width() - wide) / 2, self.height() - tall - 1, wide, tall - 1)
        if self._day.is_ahead:
            painter.setPen(QPen(used.colour("line"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(used.fill(Tone.DONE) if self._day.share else used.colour("line"))
        painter.drawRoundedRect(place, wide / 2, wide / 2)


class WeekCard(Card):
    """Seven days and one sentence."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._words = label("", Role.MUTED)
        self._bars = QHBoxLayout()
        self._bars.setSpacing(tokens.GRID)
        self.body.addWidget(label(_("This week"), Role.STRONG))
        self.body.addLayout(self._bars)
        self.body.addWidget(self._words)

    def show_week(self, days: Sequence[WeekDay], words: str) -> None:
        """Show seven days."""
        clear(self._bars)
        for day in days:
            self._bars.addLayout(_column(day))
        self._words.setText(words)


def _column(day: WeekDay) -> QVBoxLayout:
    name = label(day.short, Role.STRONG if day.is_today else Role.MUTED, wrap=False)
    name.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    made = QVBoxLayout()
    made.setSpacing(tokens.GRID)
    made.addWidget(DayBar(day))
    made.addWidget(name)
    return made
