"""A field for a time of day."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit, QSizePolicy, QTimeEdit

from coach.ui import tokens

_STEP_MIN = 5
_DAY_MIN = 24 * 60


class TimeField(QTimeEdit):
    """Typed, or stepped with Up and Down; it has no small arrows. `chosen` carries minutes since midnight once the person is done with it."""

    chosen = Signal(int)

    def __init__(self, minute: int, name: str) -> None:
        super().__init__()
        self.setDisplayFormat("HH:mm")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)  # half a time is no time
        self.setWrapping(True)
        self.setMinimumHeight(tokens.TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_minute(minute)
        self.timeChanged.connect(lambda _time: self.chosen.emit(self.minute()))

    def minute(self) -> int:
        """Return the minutes since midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def set_minute(self, minute: int) -> None:
        """Show a time; nothing is emitted."""
        self.blockSignals(True)
        self.setTime(QTime(minute % _DAY_MIN // 60, minute % 60))
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        """Leave no room for small arrows."""
        wide = self.fontMetrics().horizontalAdvance("00:00") + 9 * tokens.GRID
        return QSize(wide, max(super().sizeHint().height(), tokens.TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def stepBy(self, steps: int) -> None:
        """Step minutes by five."""
        in_minutes = self.currentSection() is QDateTimeEdit.Section.MinuteSection
        super().stepBy(steps * _STEP_MIN if in_minutes else steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll: nobody changes hours in passing."""
        event.ignore()
