"""Garbage in a circle is taken away here, in no other thread, and only when there is enough of it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from coach.drivers.collector import Collector


class Circle:
    """Holds on to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """A collector in place of Python's own, which was at work."""
    del qapp
    was = gc.isenabled()
    gc.enable()
    made = Collector()
    yield made
    made.close()
    assert gc.isenabled()
    made.deleteLater()
    if not was:
        gc.disable()


def _idle() -> None:
    """Let the event loop run until it has nothing to do."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop, lambda: QTimer.singleShot(1, loop, loop.quit))
    loop.exec()


def test_what_another_thread_makes_is_taken_away_here(collector: Collector) -> None:
    """However much memory the other thread asks for, nothing is collected there; and here it is, once there is time."""
    del collector
    seen: set[int] = set()

    def note(_phase: str, _about: object) -> None:
        seen.add(threading.get_ident())

    gc.callbacks.append(note)
    try:
        gone = weakref.ref(Circle())
        kept: list[list[int]] = []
        thread = threading.Thread(target=lambda: kept.extend([] for _ in range(5_000)))
        thread.start()
        thread.join()
        assert not seen
        assert gone() is not None
        _idle()
    finally:
        gc.callbacks.remove(note)
    assert seen == {threading.get_ident()}
    assert gone() is None


def test_a_little_garbage_is_not_worth_a_look(collector: Collector) -> None:
    """An event loop that runs and runs does not collect each time."""
    del collector
    gc.collect()
    gone = weakref.ref(Circle())
    _idle()
    assert gone() is not None
