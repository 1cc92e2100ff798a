"""What Windows tells its windows: sleep, waking, the locked screen. Written from its documentation, not run here.

Sources: WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WTSRegisterSessionNotification (Microsoft Learn). Both messages come to
top-level windows only, so a small one of our own is made, which is never shown.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication, QWindow

from coach.desktop.ways import Ended
from coach.i18n import _

_POWER, _SESSION = 0x0218, 0x02B1
_SUSPENDS, _RESUMES_BY_ITSELF, _RESUMES = 0x4, 0x12, 0x7
_LOCKS, _UNLOCKS = 0x7, 0x8
_THIS_SESSION: Final = 0


def sleep_meant(message: int, first: int) -> bool | None:
    """Return True for going to sleep, False for waking, None for anything else; `first` is the message's wParam."""
    if message != _POWER or first not in {_SUSPENDS, _RESUMES_BY_ITSELF, _RESUMES}:
        return None
    return first == _SUSPENDS


def lock_meant(message: int, first: int) -> bool | None:
    """Return True for locked, False for unlocked, None for anything else."""
    return first == _LOCKS if message == _SESSION and first in {_LOCKS, _UNLOCKS} else None


class _Message(ctypes.Structure):
    """The start of Windows' MSG: all that is read here."""

    _fields_ = (("window", ctypes.c_void_p), ("message", ctypes.c_uint), ("first", ctypes.c_size_t))


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, meaning: Callable[[int, int], bool | None], tell: Callable[[bool], None]) -> None:
        super().__init__()
        self._meaning, self._tell = meaning, tell

    def nativeEventFilter(self, kind: QByteArray | bytes | bytearray | memoryview, message: Any) -> object:
        """Look at each message, and keep none."""
        if bytes(QByteArray(kind).data()).startswith(b"windows_"):
            seen = _Message.from_address(int(message))
            meant = self._meaning(seen.message, seen.first)
            if meant is not None:
                self._tell(meant)
        return False, 0


class _WindowsNews:
    """See `coach.desktop.ways.Way`: tells what a message means, at first False."""

    def __init__(self, meaning: Callable[[int, int], bool | None]) -> None:
        self._meaning = meaning
        self._filter: _Filter | None = None
        self._window: QWindow | None = None

    def open(self, tell: Callable[[bool], None], ended: Ended) -> None:
        """Make the window that is told, and listen."""
        app = QCoreApplication.instance()
        if not isinstance(app, QGuiApplication):
            ended(_("there is no window that could be told"))
            return
        self._window = QWindow()
        self._window.create()
        if not self.register(int(self._window.winId())):
            self.close()
            ended(_("Windows does not allow it"))
            return
        self._filter = _Filter(self._meaning, tell)
        app.installNativeEventFilter(self._filter)
        tell(False)

    def close(self) -> None:
        """Listen no more."""
        app = QCoreApplication.instance()
        if self._filter is not None and app is not None:
            app.removeNativeEventFilter(self._filter)
        if self._window is not None:
            self._window.destroy()
        self._filter = self._window = None

    def register(self, window: int) -> bool:
        """Ask that this window is told; True when it will be."""
        del window
        return True


class WindowsSleep(_WindowsNews):
    """Going to sleep and waking."""

    def __init__(self) -> None:
        super().__init__(sleep_meant)

    def words(self) -> str:
        """Who tells."""
        return _("Windows tells when the computer goes to sleep and wakes")


class WindowsLock(_WindowsNews):
    """The locked screen."""

    def __init__(self) -> None:
        super().__init__(lock_meant)

    def register(self, window: int) -> bool:
        """These messages come only to a window that asked for them."""
        libraries: Any = getattr(ctypes, "windll")  # noqa: B009  only there on Windows, and mypy looks on Linux
        return bool(libraries.wtsapi32.WTSRegisterSessionNotification(ctypes.c_void_p(window), _THIS_SESSION))

    def words(self) -> str:
        """Who tells."""
        return _("Windows tells when the screen is locked and unlocked")
