"""Work for the thread of the windows, asked for from another thread."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

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


def test_what_is_being_done_is_waited_for(qapp: QApplication) -> None:
    """Nobody is told to try again what is done in that moment."""
    parent, begun, late = QObject(), threading.Event(), threading.Event()
    here = Here(parent)

    class Late(Future[Any]):
        """Time is up while it is being done."""

        def result(self, timeout: float | None = None) -> Any:
            if not begun.wait(timeout=5) or not late.is_set():
                late.set()
                raise TimeoutError
            return super().result(5)

    def work() -> str:
        begun.set()
        late.wait(5)
        return "done"

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(1) as others:
        patch.setattr("coach.app.here.Future", Late)
        asked = others.submit(lambda: here.ask(work))
        while not asked.done():
            qapp.processEvents()
    assert asked.result() == "done"


def test_windows_that_are_gone_are_said_to_close(qapp: QApplication) -> None:
    """The line to them may answer a moment longer than they live."""
    parent = QObject()
    here = Here(parent)
    shiboken6.delete(parent)
    with ThreadPoolExecutor(1) as others, pytest.raises(DataError, match="closing"):
        others.submit(lambda: here.ask(lambda: None)).result()
