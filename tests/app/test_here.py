"""Work for the thread of the windows, asked for from another thread."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from coach.app.here import Here
from coach.errors import DataError


def test_it_is_done_in_this_thread(qapp: QApplication) -> None:
    """The one who asks gets what comes of it, and what goes wrong with it."""
    parent = QObject()
    here = Here(parent)
    with ThreadPoolExecutor(1) as others:
        asked = others.submit(lambda: here.ask(threading.current_thread))
        failed = others.submit(lambda: here.ask(lambda: 1 // 0))
        while not failed.done():
            qapp.processEvents()
    assert asked.result() is threading.current_thread()
    with pytest.raises(ZeroDivisionError):
        failed.result()


def test_windows_that_are_too_busy_do_nothing_later(qapp: QApplication) -> None:
    """Whoever asked has been told that nothing was done, so nothing is."""
    parent, done = QObject(), [False]
    here = Here(parent)

    def work() -> None:
        done[0] = True

    with ThreadPoolExecutor(1) as others:
        asked = others.submit(lambda: here.ask(work, 0.0))
        with pytest.raises(DataError, match="busy just now"):
            asked.result()
    qapp.processEvents()
    assert done == [False]


def test_windows_that_are_gone_are_said_to_close(qapp: QApplication) -> None:
    """The line to them may answer a moment longer than they live."""
    parent = QObject()
    here = Here(parent)
    shiboken6.delete(parent)
    with ThreadPoolExecutor(1) as others, pytest.raises(DataError, match="closing"):
        others.submit(lambda: here.ask(lambda: None)).result()
