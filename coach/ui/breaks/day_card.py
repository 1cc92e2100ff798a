"""Today at the desk: the bar, what each of its shapes means and how long that was, and every stretch in words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.reminders.memory import Doing
from coach.ui import theme, tokens
from coach.ui.breaks.day import Day, Part, Total
from coach.ui.breaks.day_look import paint_stretch, stretch
from coach.ui.breaks.day_strip import DayStrip
from coach.ui.reading.disclosure import Disclosure
from coach.ui.tokens import Role
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.painted import Painted
from coach.ui.widgets.text import label


class DayCard(Card):
    """Shows a `Day` and a sentence about its breaks."""

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._shown: tuple[Total, ...] | None = None
        self._hint = ""
        self.strip = DayStrip()
        self._told = label("", Role.MUTED)
        self._totals = FlowLayout(gap=6)
        self._taken = label("", Role.BODY)
        self._list = label("")
        self.every = Disclosure(_("Every part of the day in words"), self._words)
        self.body.addWidget(label(_("Today at the desk"), Role.HEADING))
        self.body.addWidget(self.strip)
        self.body.addWidget(self._told)
        self.body.addLayout(self._totals)
        self.body.addWidget(self._taken)
        self.body.addWidget(self.every)
        self.strip.pointed.connect(self._tell)

    def show_day(self, day: Day, taken: str) -> None:
        """Show a day, and what became of its breaks."""
        self._hint = (
            _("Point at a part of the day, or press Tab and the arrow keys, to see what it was.")
            if day.parts
            else day.words
        )
        self.strip.show_day(day)
        self._taken.setText(taken)
        self._taken.setVisible(bool(taken))
        self._list.setText("\n".join(part.words for part in day.parts))
        self.every.setVisible(bool(day.parts))
        if day.totals != self._shown:
            self._shown = day.totals
            clear(self._totals)
            for total in day.totals:
                self._totals.addWidget(_legend(total))

    def _tell(self, part: Part | None) -> None:
        self._told.setText(part.words if part is not None else self._hint)

    def _words(self) -> QWidget:
        holder, inside = QWidget(), column(1)
        holder.setLayout(inside)
        inside.addWidget(self._list)
        return holder


class Swatch(Painted):
    """A stretch in small, as it stands in the bar."""

    def __init__(self, doing: Doing) -> None:
        super().__init__()
        self._doing = doing
        self.setFixedSize(QSize(6 * tokens.GRID, 7 * tokens.GRID))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it on its line."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        bar = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        paint_stretch(painter, stretch(bar, self._doing, bar.left(), bar.right()), self._doing, theme.current())


def _legend(total: Total) -> QWidget:
    words = column(0)
    words.addWidget(label(total.name, Role.SMALL, wrap=False))
    words.addWidget(label(total.length, Role.STRONG, wrap=False))
    made = QWidget()
    inside = row(Swatch(total.doing), gap=2)
    inside.addLayout(words)
    made.setLayout(inside)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
