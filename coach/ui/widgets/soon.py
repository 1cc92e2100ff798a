"""Something done once, as soon as Qt is through with what it is doing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


class Soon(QTimer):
    """`start()` asks for `act`; asked several times, it is done once.

    A widget that shows, hides or places its children while a layout above it hands out room makes that layout begin
    anew in the middle of its own loop, over rows that it then has thrown away: a grid falls over that.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget, singleShot=True, interval=0)
        self.timeout.connect(act)
