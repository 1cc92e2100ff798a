"""The hours of one weekday: fields for each stretch, one to take it away, and one more at the end."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from coach.i18n import _
from coach.settings.breaks import Range
from coach.ui.breaks.day import clock_words
from coach.ui.breaks.hours import MOST, another, range_note, weekday_word
from coach.ui.breaks.time_field import TimeField
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import IconButton
from coach.ui.widgets.card import clear, row
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label


class HoursRow(QWidget):
    """`changed` carries the day's hours as the person wants them; `taken_out` the same, after some were taken away."""

    changed = Signal(object)
    taken_out = Signal(object)

    def __init__(self, weekday: int) -> None:
        super().__init__()
        self._day: tuple[Range, ...] | None = None
        self._weekday = weekday
        self.name = label(weekday_word(weekday), Role.STRONG, wrap=False)
        self.stretches: list[StretchEdit] = []
        self.add = IconButton("plus", _("{day}: add hours").format(day=weekday_word(weekday)))
        self.add.clicked.connect(self._add)
        self._none = label(_("No reminders"), Role.MUTED, wrap=False)
        self._flow = FlowLayout(gap=2)
        self._holder = QWidget()
        self._holder.setLayout(self._flow)
        inside = row(self.name, gap=3)
        inside.addWidget(self._holder, 1)
        inside.addWidget(self.add)
        inside.setAlignment(self.name, Qt.AlignmentFlag.AlignTop)
        inside.setAlignment(self.add, Qt.AlignmentFlag.AlignTop)
        self.setLayout(inside)

    def show_day(self, day: tuple[Range, ...]) -> None:
        """Show the hours; nothing is emitted, and what has the keyboard keeps it."""
        if day == self._day:
            return
        if self._day is not None and len(day) == len(self._day) and day:
            self._day = day
            for edit, hours in zip(self.stretches, day, strict=True):
                edit.show_hours(hours)
            return
        self._day = day
        self._build(day)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [*(stop for edit in self.stretches for stop in (edit.begin, edit.end, edit.away)), self.add]

    def align(self, wide: int) -> None:
        """Give the name of the day so much room, so that all hours begin under each other, and the height of a field."""
        high = self._high()
        self.name.setMinimumSize(wide, high)
        self.add.setFixedHeight(high)
        if self._none.isVisibleTo(self):
            self._none.setMinimumHeight(high)

    def _high(self) -> int:
        """Return how high a line is."""
        return max([self.add.width(), *(edit.begin.sizeHint().height() for edit in self.stretches)])

    def _build(self, day: tuple[Range, ...]) -> None:
        clear(self._flow)
        self.stretches = [StretchEdit(self._weekday, hours) for hours in day]
        for number, edit in enumerate(self.stretches):
            edit.changed.connect(lambda hours, number=number: self._replace(number, hours))
            edit.gone.connect(lambda number=number: self._remove(number))
            self._flow.addWidget(edit)
            self._flow.addWidget(edit.note)
            edit.show()
            edit.follow()
        if not day:
            self._none = label(_("No reminders"), Role.MUTED, wrap=False)
            self._flow.addWidget(self._none)
            self._none.show()
        self.add.setVisible(len(day) < MOST)

    def _replace(self, number: int, hours: Range) -> None:
        day = list(self._day or ())
        day[number] = hours
        self.changed.emit(tuple(day))

    def _remove(self, number: int) -> None:
        day = [one for at, one in enumerate(self._day or ()) if at != number]
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self.taken_out.emit(tuple(day))

    def _add(self) -> None:
        day = self._day or ()
        self.changed.emit((*day, another(day)))
        if self.stretches:
            self.stretches[-1].begin.setFocus(Qt.FocusReason.OtherFocusReason)


class StretchEdit(QWidget):
    """One stretch: from, to; `note` stands beside it, or under it where there is no room. `changed` carries a `Range`; `gone` when it is to be taken away."""

    changed = Signal(object)
    gone = Signal()

    def __init__(self, weekday: int, hours: Range) -> None:
        super().__init__()
        self._hours = hours
        self._weekday = weekday
        name = weekday_word(weekday)
        self.begin = TimeField(hours.begin_min, _("{day}, from").format(day=name))
        self.end = TimeField(hours.end_min, _("{day}, to").format(day=name))
        self.note: QLabel = label("", Role.SMALL, wrap=False)
        self.away = IconButton("x", "")
        self.begin.chosen.connect(lambda minute: self._say(replace(self._hours, begin_min=minute)))
        self.end.chosen.connect(lambda minute: self._say(replace(self._hours, end_min=minute)))
        self.begin.refused.connect(self._show_note)
        self.end.refused.connect(self._show_note)
        self.away.clicked.connect(self.gone)
        self.setLayout(row(self.begin, label(_("to"), wrap=False), self.end, self.away, gap=2))
        self.show_hours(hours)

    def show_hours(self, hours: Range) -> None:
        """Show other hours; nothing is emitted."""
        self._hours = hours
        self.begin.set_minute(hours.begin_min)
        self.end.set_minute(hours.end_min)
        self._show_note(range_note(hours))
        form = _("{day}: take away {begin} to {end}")
        self.away.set_name(
            form.format(
                day=weekday_word(self._weekday), begin=clock_words(hours.begin_min), end=clock_words(hours.end_min)
            )
        )

    def follow(self) -> None:
        """Show the note, which stands beside it, where there is something to say."""
        self.note.setVisible(bool(self.note.text()))

    def _show_note(self, words: str) -> None:
        self.note.setText(words)
        if self.note.parentWidget() is not None:
            self.follow()

    def _say(self, hours: Range) -> None:
        other = hours != self._hours
        self.show_hours(hours)
        if other:
            self.changed.emit(hours)
