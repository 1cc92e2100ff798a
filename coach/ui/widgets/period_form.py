"""Which period: the last weeks, months or year by one press, or two days of one's own."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from coach.analysis.period import Span
from coach.i18n import _
from coach.ui import tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import chip
from coach.ui.widgets.card import row
from coach.ui.widgets.flow import flow_of
from coach.ui.widgets.moment_field import chosen_day, day_field
from coach.ui.widgets.text import label


class Back(StrEnum):
    """How far back, or days of one's own."""

    FOUR_WEEKS = "4-weeks"
    THREE_MONTHS = "3-months"
    YEAR = "year"
    OWN = "own"


_DAYS = {Back.FOUR_WEEKS: 28, Back.THREE_MONTHS: 91, Back.YEAR: 365}


class PeriodForm(QWidget):
    """`changed` whenever it says another period."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.chips = {back: chip(_word(back)) for back in Back}
        self._group = QButtonGroup(self)
        for button in self.chips.values():
            self._group.addButton(button)
        self.chips[Back.FOUR_WEEKS].setChecked(True)
        begin = today - timedelta(days=_DAYS[Back.FOUR_WEEKS] - 1)
        self.first, self.last = (
            day_field(begin.isoformat(), _("First day")),
            day_field(today.isoformat(), _("Last day")),
        )
        for field in (self.first, self.last):
            field.setMaximumDate(QDate(today.year, today.month, today.day))
            field.dateChanged.connect(lambda _day: self.changed.emit())
        self.first.dateChanged.connect(self.last.setMinimumDate)
        self.last.setMinimumDate(self.first.date())
        self._group.buttonClicked.connect(self._follow)
        self._own = QWidget()
        self._own.setLayout(row(label(_("From")), self.first, label(_("to")), self.last, None))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * tokens.GRID)
        for part in (label(_("Which time?"), Role.SMALL), flow_of(self.chips.values()), self._own):
            inside.addWidget(part)
        self._own.hide()

    def span(self) -> Span:
        """The period that is chosen."""
        back = next(back for back, button in self.chips.items() if button.isChecked())
        if back is not Back.OWN:
            return Span(self._today - timedelta(days=_DAYS[back] - 1), self._today)
        return Span(date.fromisoformat(chosen_day(self.first)), date.fromisoformat(chosen_day(self.last)))

    def _follow(self) -> None:
        self._own.setVisible(self.chips[Back.OWN].isChecked())
        self.changed.emit()


def _word(back: Back) -> str:
    return {
        Back.FOUR_WEEKS: _("4 weeks"),
        Back.THREE_MONTHS: _("3 months"),
        Back.YEAR: _("A year"),
        Back.OWN: _("Other days"),
    }[back]
