"""PySide6 6.12.0 on Python < 3.12 drops a reference to None with every call that returns nothing (PYSIDE-3474)."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

CALLS = 500  # times six kinds of call: enough to see, too few to abort the process


def test_calls_without_a_result_keep_none_alive(qapp: QApplication) -> None:
    """Thousands of such calls, on objects, widgets and a painter, leave the count of references to None where it was.

    With the broken release it falls by one for each call, and the process aborts when it reaches zero. From Python 3.12
    on None is immortal, and the count says nothing.
    """
    thing, widget, pixmap = QObject(), QWidget(), QPixmap(8, 8)
    painter = QPainter(pixmap)
    before = sys.getrefcount(None)
    for number in range(CALLS):
        thing.setProperty("breath", number)
        thing.blockSignals(False)
        widget.setToolTip("")
        widget.update()
        painter.save()
        painter.restore()
    drift = sys.getrefcount(None) - before
    painter.end()
    qapp.processEvents()
    assert abs(drift) < CALLS // 10
