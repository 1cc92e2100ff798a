"""When Limber may ask: hours for each weekday, and days on which nothing is asked."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.settings.breaks import Breaks, Hours, QuietDays, Range
from coach.ui.breaks.hours import (
    WORKDAYS,
    is_a_day,
    like_monday,
    quiet_words,
    weekday_word,
    with_day,
    with_quiet,
    without_quiet,
)
from coach.ui.breaks.hours_row import HoursRow
from coach.ui.breaks.quiet_sheet import QuietSheet
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import IconButton, quiet, text_button
from coach.ui.widgets.card import Card, clear, column, row
from coach.ui.widgets.text import label, line


class HoursCard(Card):
    """`changed` carries a field of `Breaks`, its value, and what to say with *Undo*: '' says nothing."""

    changed = Signal(str, object, str)

    def __init__(self, over: QWidget) -> None:
        super().__init__(gap=3)
        self._over = over
        self._breaks = Breaks()
        self._today = ""
        self._shown: tuple[tuple[QuietDays, ...], str] | None = None
        self.rows = [HoursRow(weekday) for weekday in range(7)]
        self.same = text_button(_("Monday's hours on every workday"), "repeat")
        self.today = quiet(_("Today"), "plus")
        self.today.setAccessibleName(_("Make today a quiet day"))
        self.others = quiet(_("Other days…"), "calendar-days")
        self._days = column(0)
        self._gone: list[QWidget] = []
        self._lay_out()
        self._connect()

    def show_breaks(self, breaks: Breaks, today: str) -> None:
        """Show what is chosen; nothing is emitted."""
        self._breaks, self._today = breaks, today
        for made, day in zip(self.rows, breaks.hours, strict=True):
            made.show_day(day)
        self._align()
        self.same.setVisible(any(day != breaks.hours[0] for day in breaks.hours[:WORKDAYS]))
        held = tuple(
            one for one in breaks.quiet_days if one.last >= today and is_a_day(one.first) and is_a_day(one.last)
        )
        self.today.setVisible(not any(one.first <= today <= one.last for one in held))
        if (held, today) != self._shown:
            self._shown = (held, today)
            self._show_days(held)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        hours = [stop for made in self.rows for stop in made.stops()]
        return [*hours, self.same, *self._gone, self.today, self.others]

    def changeEvent(self, event: QEvent) -> None:
        """Measure the names of the days anew with another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "rows"):
            self._align()

    def _align(self) -> None:
        """Let all hours begin under each other."""
        wide = max(made.name.sizeHint().width() for made in self.rows)
        for made in self.rows:
            made.align(wide)

    def _show_days(self, held: tuple[QuietDays, ...]) -> None:
        clear(self._days)
        self._gone = []
        for one in held:
            words = quiet_words(one, self._today)
            away = IconButton("x", _("{days}: no longer quiet").format(days=words))
            away.clicked.connect(partial(self._no_longer, one))
            self._gone.append(away)
            inside = row(gap=2)
            inside.addWidget(label(words), 1)
            inside.addWidget(away)
            made = QWidget()
            made.setLayout(inside)
            self._days.addWidget(made)
            made.show()

    def _lay_out(self) -> None:
        self.body.addWidget(label(_("Your hours"), Role.HEADING))
        self.body.addWidget(label(_("Outside them nothing is asked."), Role.MUTED))
        rows = column(1)
        for made in self.rows:
            rows.addWidget(made)
        self.body.addLayout(rows)
        self.body.addLayout(row(self.same, None))
        self.body.addWidget(line())
        words = column(0)
        words.addWidget(label(_("Quiet days"), Role.STRONG))
        words.addWidget(label(_("A holiday, or a day on which you want to hear nothing."), Role.SMALL))
        self.body.addLayout(words)
        self.body.addLayout(self._days)
        self.body.addLayout(row(self.today, self.others, None))

    def _connect(self) -> None:
        for weekday, made in enumerate(self.rows):
            made.changed.connect(partial(self._change_day, weekday, undo=False))
            made.taken_out.connect(partial(self._change_day, weekday, undo=True))
        self.same.clicked.connect(self._like_monday)
        self.today.clicked.connect(lambda: self._quiet(self._today, self._today))
        self.others.clicked.connect(self._ask_days)

    def _change_day(self, weekday: int, day: tuple[Range, ...], *, undo: bool) -> None:
        words = _("{day} has other hours.").format(day=weekday_word(weekday)) if undo else ""
        hours: Hours = with_day(self._breaks.hours, weekday, day)
        self.changed.emit("hours", hours, words)

    def _like_monday(self) -> None:
        words = _("Monday to Friday have the same hours.")
        self.changed.emit("hours", like_monday(self._breaks.hours), words)

    def _ask_days(self) -> None:
        sheet = QuietSheet(self._over, self._today)
        sheet.chosen.connect(self._quiet)
        sheet.closed.connect(sheet.deleteLater)
        sheet.ask()

    def _quiet(self, first: str, last: str) -> None:
        after = with_quiet(self._breaks, first, last, self._today)
        days = quiet_words(QuietDays(first=first, last=last), self._today)
        self.changed.emit("quiet_days", after.quiet_days, _("Nothing is asked: {days}.").format(days=days))

    def _no_longer(self, gone: QuietDays, _on: bool = False) -> None:  # noqa: FBT001, FBT002  a Qt signal's value
        self.others.setFocus()
        words = _("No longer quiet: {days}.").format(days=quiet_words(gone, self._today))
        self.changed.emit("quiet_days", without_quiet(self._breaks, gone).quiet_days, words)
