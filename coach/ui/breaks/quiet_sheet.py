"""From which day to which day nothing is asked."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.tokens import Role
from coach.ui.widgets.card import column
from coach.ui.widgets.form_sheet import FormSheet
from coach.ui.widgets.moment_field import chosen_day, day_field
from coach.ui.widgets.text import label


class QuietSheet(FormSheet):
    """`chosen` carries the first and the last day (ISO), both included."""

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget, today: str) -> None:
        super().__init__(
            parent, _("Quiet days"), _("On these days nothing is asked, from the first to the last."), _("Add"), "plus"
        )
        self.first, self.last = day_field(today, _("First day")), day_field(today, _("Last day"))
        self.first.setMinimumDate(QDate.fromString(today, "yyyy-MM-dd"))
        self.first.dateChanged.connect(self.last.setMinimumDate)
        self.last.setMinimumDate(self.first.date())
        for words, field in ((_("First day"), self.first), (_("Last day"), self.last)):
            part = column(1)
            part.addWidget(label(words, Role.SMALL))
            part.addWidget(field)
            self.form.addLayout(part)
        self.save.clicked.connect(self._take)

    def ask(self) -> None:
        """Show it."""
        self.open(self.first)

    def _take(self) -> None:
        first, last = chosen_day(self.first), chosen_day(self.last)
        self.close_sheet()
        self.chosen.emit(first, last)
