"""The controls of a choice that is kept: one of a few, and on or off."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from coach.i18n import _
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import Button, chip
from coach.ui.widgets.by_keys import ring_after
from coach.ui.widgets.card import column
from coach.ui.widgets.flow import FlowLayout
from coach.ui.widgets.text import label

_TRACK = (12 * tokens.GRID, 7 * tokens.GRID)
#: Room beside the switch for the ring that shows where the keyboard is.
_RING = 6.0
#: How much of a switch is seen that cannot be pressed.
_CANNOT = 0.4


class OneOf(QWidget):
    """A question and its answers as chips; `chosen` carries the value the person picked.

    `spoken` names the question to those who do not see what stands around it.
    """

    chosen = Signal(object)

    def __init__(self, title: str, detail: str, options: Sequence[tuple[Hashable, str]], *, spoken: str = "") -> None:
        super().__init__()
        self._title = spoken or title
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._values: list[Hashable] = []
        self._chips = FlowLayout(gap=2)
        inside = column(2)
        inside.addLayout(_words(title, detail))
        inside.addLayout(self._chips)
        self.setLayout(inside)
        for value, word in options:
            self._add(value, word)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def set_value(self, value: Hashable, word: str = "") -> None:
        """Show what is chosen; a value that is not among the answers is added with its word."""
        if value not in self._values:
            self._add(value, word or str(value))
        button = self.button(value)
        button.setChecked(True)
        self.setFocusProxy(button)  # Tab comes to what is chosen

    def offer(self, options: Sequence[tuple[Hashable, str]]) -> None:
        """Add answers that are not there yet."""
        for value, word in options:
            if value not in self._values:
                self._add(value, word)

    def value(self) -> Hashable:
        """Return what is chosen, None before anything is."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def button(self, value: Hashable) -> Button:
        """Return the chip of a value."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, Button)  # noqa: S101  only chips are put in
        return found

    def _add(self, value: Hashable, word: str) -> None:
        made = chip(word)
        made.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus
        )  # else the ring would stay on another answer than the one pressed
        made.setAccessibleName(_("{setting}: {choice}").format(setting=self._title, choice=word))
        self._group.addButton(made, len(self._values))
        self._values.append(value)
        self._chips.addWidget(made)


class OnOff(QCheckBox):
    """A sentence with a switch at its end; the whole row can be pressed."""

    def __init__(self, title: str, detail: str) -> None:
        super().__init__()
        self._ringed = True
        self.setAccessibleName(title)
        self.setAccessibleDescription(detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(tokens.TARGET)  # a layout asks the words only
        inside = self._words = _words(title, detail)
        inside.setContentsMargins(0, tokens.GRID, _TRACK[0] + 6 * tokens.GRID, tokens.GRID)
        self.setLayout(inside)

    def hasHeightForWidth(self) -> bool:
        """Say that long words need more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the words at a width, never less than a fingertip."""
        return max(self._words.heightForWidth(width), tokens.TARGET)

    def sizeHint(self) -> QSize:
        """Prefer what the words prefer."""
        return self._words.sizeHint().expandedTo(QSize(0, tokens.TARGET))

    def minimumSizeHint(self) -> QSize:
        """Make do with little width."""
        return QSize(40 * tokens.GRID, tokens.TARGET)

    def hitButton(self, pos: QPoint) -> bool:
        """Take a press anywhere on the row."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is, unless the mouse brought it here."""
        self._ringed = ring_after(event.reason(), before=self._ringed)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Show where the keyboard is once it is used."""
        self._ringed = True
        self.update()
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the switch; the words are labels."""
        del event
        used = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = _TRACK
        left = _RING if self.isRightToLeft() else self.width() - width - _RING
        track = QRectF(left, (self.height() - height) / 2, width, height)
        on = self.isChecked()
        painter.setOpacity(1 if self.isEnabled() else _CANNOT)
        painter.setPen(QPen(used.colour("brand" if on else "edge"), 2))
        painter.setBrush(used.colour("brand" if on else "surface"))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - 3.0 * tokens.GRID + 4
        at_end = on is not self.isRightToLeft()
        x = track.right() - knob - 6 if at_end else track.left() + 6
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(used.colour("on_brand" if on else "edge"))
        painter.drawEllipse(QRectF(x, track.center().y() - knob / 2, knob, knob))
        if self.hasFocus() and self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(used.colour("focus"), 2))
            ring = track.adjusted(-4, -4, 4, 4)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)


def _words(title: str, detail: str) -> QVBoxLayout:
    inside = column(0)
    inside.addWidget(_unpressed(title, Role.STRONG))
    if detail:
        inside.addWidget(_unpressed(detail, Role.SMALL))
    return inside


def _unpressed(text: str, role: Role) -> QWidget:
    """Return a label that lets presses through to what it stands on."""
    made = label(text, role)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made
