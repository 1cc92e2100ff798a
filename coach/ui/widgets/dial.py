"""A number with a button on each side: one notch less, one notch more."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from coach.i18n import _
from coach.ui.tokens import Role
from coach.ui.widgets.buttons import IconButton
from coach.ui.widgets.card import column, row
from coach.ui.widgets.text import label


class Dial(QWidget):
    """`turned` carries whether it was turned up. What it shows, and where it ends, is told from outside."""

    turned = Signal(bool)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.less = IconButton("minus", _("{what}: less").format(what=name))
        self.more = IconButton("plus", _("{what}: more").format(what=name))
        self._value = label("", Role.HEADING, wrap=False)
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._range = label("", Role.SMALL, wrap=False)
        words = column(0)
        words.addWidget(label(name, Role.STRONG, wrap=False))
        words.addWidget(self._range)
        inside = row(words, None, self.less, self._value, self.more, gap=1)
        self.setLayout(inside)
        self.less.clicked.connect(lambda: self.turned.emit(False))
        self.more.clicked.connect(lambda: self.turned.emit(True))

    def show_value(self, value: str, between: str, *, less: bool, more: bool) -> None:
        """Show a value and the range it lies in; a button that would go beyond cannot be pressed."""
        self._value.setText(value)
        self._fit()
        self._value.setAccessibleName(_("{what}: {value}").format(what=self._name, value=value))
        self._range.setText(between)
        self.less.setEnabled(less)
        self.more.setEnabled(more)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        """Leave the value room for three digits, so that the buttons stay where they are while it is turned."""
        self._value.ensurePolished()
        self._value.setMinimumWidth(0)
        room = self._value.fontMetrics().horizontalAdvance("000 s")
        self._value.setMinimumWidth(max(room, self._value.sizeHint().width()))
