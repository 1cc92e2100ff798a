"""A field for a time of day."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy

from coach.i18n import _
from coach.ui import tokens
from coach.ui.breaks.day import clock_words
from coach.ui.breaks.hours import typed_minute

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_STEP_MIN = 5
_HOUR_MIN, _DAY_MIN = 60, 24 * 60
_LONGEST = 8


class TimeField(QLineEdit):
    """Typed over as a whole, or stepped with Up and Down: the hour, and behind its colon the minutes.

    `chosen` carries minutes since midnight once the person is done with it; `refused` a sentence about what is no time.
    """

    chosen = Signal(int)
    refused = Signal(str)

    def __init__(self, minute: int, name: str) -> None:
        super().__init__()
        self._minute = -1
        self._pressed = False
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMaxLength(_LONGEST)
        self.setMinimumHeight(tokens.TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)
        self.set_minute(minute)
        self.editingFinished.connect(self._take)

    def minute(self) -> int:
        """Return the minutes since midnight."""
        return self._minute

    def set_minute(self, minute: int) -> None:
        """Show a time; nothing is emitted. What is being typed or chosen stays while the time is the same."""
        if minute % _DAY_MIN != self._minute:
            self._minute = minute % _DAY_MIN
            self._show()

    def sizeHint(self) -> QSize:
        """As wide as a time."""
        wide = self.fontMetrics().horizontalAdvance("00:00") + 9 * tokens.GRID
        return QSize(wide, max(super().sizeHint().height(), tokens.TARGET))

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the first key replace the whole time, whichever way the person came here."""
        super().focusInEvent(event)
        self._pressed = event.reason() is Qt.FocusReason.MouseFocusReason
        self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the whole time with the press that came here; the next one sets the cursor."""
        super().mouseReleaseEvent(event)
        if self._pressed and not self.hasSelectedText():
            self.selectAll()
        self._pressed = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with Up and Down; Escape puts back what was there."""
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self._step(step)
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        """Step an hour, or five minutes where the cursor is behind the colon."""
        whole, place = self.hasSelectedText(), self.cursorPosition()
        in_minutes = not whole and place > self.text().find(":")
        if self.isModified():
            self._take()
        self._minute = (self._minute + step * (_STEP_MIN if in_minutes else _HOUR_MIN)) % _DAY_MIN
        self._show()
        self.chosen.emit(self._minute)
        if in_minutes:
            self.deselect()
            self.end(False)
        else:
            self.selectAll()

    def _take(self) -> None:
        """Take what was typed; what is no time is put back."""
        if not self.isModified():
            return
        typed = self.text().strip()
        minute = typed_minute(typed)
        if minute is not None:
            self._minute = minute
        self._show()
        if self.hasFocus():
            self.selectAll()
        if minute is not None:
            self.chosen.emit(minute)
        elif typed:
            words = _("“{typed}” is no time of day. Write it like 8:30.").format(typed=typed)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.refused.emit(words)

    def _show(self) -> None:
        self.setText(clock_words(self._minute))  # and it counts as not modified
