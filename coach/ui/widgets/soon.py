"""Something done once, as soon as Qt is through with what it is doing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class Soon(QObject):
    """`ask()` for `act`; asked several times, it is done once.

    A widget that shows, hides or places its children while a layout above it hands out room makes that layout begin
    anew in the middle of its own loop, over rows that it then has thrown away: a grid falls over that.
    """

    _asked = Signal()

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._act, self._waits = act, False
        self._asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Do it when this turn of the events is over."""
        if not self._waits:
            self._waits = True
            self._asked.emit()

    def _do(self) -> None:
        self._waits = False
        self._act()
