"""What a test may not leave behind: running timers, animations and threads, and open windows."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import shiboken6
from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QWidget

_PATIENCE_S = 2.0
_started: weakref.WeakSet[QObject] = weakref.WeakSet()


def watch_starts() -> None:
    """Remember every QTimer, QThread and animation that Python starts; Qt keeps no list of them to ask.

    What Qt starts for itself (a blinking cursor) is its own affair and not seen.
    """
    for kind in (QTimer, QThread, QAbstractAnimation):
        _remember_starts(kind)


def _remember_starts(kind: Any) -> None:
    original = kind.start
    if getattr(original, "remembers", False):
        return

    def start(self: QObject, *args: Any, **kwargs: Any) -> Any:
        _started.add(self)
        return original(self, *args, **kwargs)

    start.remembers = True  # type: ignore[attr-defined]
    kind.start = start


class Watch:
    """What was alive when a test began, to be compared with what is alive when it has ended."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._windows = set(_windows())
        self._running = set(_running())

    def left(self) -> list[str]:
        """Name what the test left behind; an empty list when it cleaned up."""
        _let_qt_finish()
        self._windows = {window for window in self._windows if shiboken6.isValid(window)}
        found = self._found()
        if found:
            gc.collect()  # only now: collecting after every test would be slow
            _let_qt_finish()
            found = self._found()
        _stop_all(set(_running()) - self._running)
        return found

    def _found(self) -> list[str]:
        threads = set(threading.enumerate()) - self._threads
        return [
            *(f"thread {thread.name}" for thread in _unfinished(threads)),
            *(_described(thing, "running") for thing in set(_running()) - self._running),
            *(_described(window, "open") for window in set(_windows()) - self._windows),
        ]


def _let_qt_finish() -> None:
    """Deliver what is posted, deletions included, and let pooled work end."""
    if QCoreApplication.instance() is None:
        return
    QThreadPool.globalInstance().waitForDone(int(_PATIENCE_S * 1000))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _unfinished(threads: Iterable[threading.Thread]) -> Iterator[threading.Thread]:
    for thread in threads:
        thread.join(_PATIENCE_S)
        if thread.is_alive():
            yield thread


def _running() -> Iterator[QObject]:
    for thing in list(_started):
        if shiboken6.isValid(thing) and _is_running(thing):
            yield thing


def _is_running(thing: QObject) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QAbstractAnimation):
        return thing.state() == QAbstractAnimation.State.Running
    return isinstance(thing, QThread) and thing.isRunning() and not thing.wait(int(_PATIENCE_S * 1000))


def _windows() -> Iterator[QWidget]:
    """Open windows, and main windows and dialogs even when hidden; Qt keeps tool tips and menus for itself."""
    if isinstance(QCoreApplication.instance(), QApplication):
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() or isinstance(widget, QMainWindow | QDialog):
                yield widget


def _stop_all(things: Iterable[QObject]) -> None:
    """Stop what one test left running, so that it does not fail the next one as well."""
    for thing in things:
        stop: Callable[[], object] | None = getattr(thing, "stop", None) or getattr(thing, "quit", None)
        if stop is not None:
            stop()


def _described(thing: QObject, state: str) -> str:
    name = thing.objectName() or type(thing.parent()).__name__
    return f"{type(thing).__name__} ({name}) still {state}"
