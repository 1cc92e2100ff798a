"""Idle time where the system only answers: asked as seldom as a pause allows. Windows and macOS; neither was run here.

Sources: Win32 `GetLastInputInfo`, `GetTickCount`; Quartz Event Services `CGEventSourceSecondsSinceLastEventType`.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, QTimer

from coach.desktop.ways import Ended
from coach.i18n import _

#: How soon somebody's return is noticed.
BACK_MS: Final = 2_000
#: Never asked again sooner than this.
SOONEST_MS: Final = 500
_HID_STATE, _ANY_INPUT = 1, 0xFFFFFFFF

#: Returns milliseconds since the last touch; raises `OSError` where the system does not say.
Read = Callable[[], int]


class PolledIdle:
    """See `coach.desktop.ways.Way`: tells milliseconds without a touch, at a pause and at its end."""

    def __init__(self, read: Read, words: Callable[[], str], parent: QObject | None = None) -> None:
        self._read, self._words = read, words
        self._pause_ms = 0
        self._idle: bool | None = None
        self._tell: Callable[[int], None] = lambda _ms: None
        self._ended: Ended = lambda _why: None
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def open(self, tell: Callable[[int], None], ended: Ended) -> None:
        """Ask for the first time."""
        self._tell, self._ended, self._idle = tell, ended, None
        self.look()

    def close(self) -> None:
        """Ask no more."""
        self._timer.stop()

    def words(self) -> str:
        """Who tells."""
        return self._words()

    def wait_for(self, pause_ms: int) -> None:
        """Tell from now on at this pause."""
        self._pause_ms, self._idle = pause_ms, None
        if self._timer.isActive():
            self.look()

    def look(self) -> None:
        """Ask, tell what has changed, and ask again when the pause may be over."""
        try:
            idle_ms = max(0, self._read())
        except (OSError, AttributeError, ValueError):
            self._timer.stop()
            self._ended(_("the system does not say when somebody was last there"))
            return
        idle = idle_ms >= self._pause_ms
        self._timer.start(BACK_MS if idle else max(SOONEST_MS, self._pause_ms - idle_ms))
        if idle != self._idle:
            self._idle = idle
            self._tell(idle_ms)


class _LastInput(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint), ("tick", ctypes.c_uint))


def windows_idle_ms(user: Any = None, kernel: Any = None) -> int:
    """Ask Windows. Both numbers have 32 bits and start anew every 49.7 days, so the difference does, too."""
    if user is None or kernel is None:
        libraries: Any = getattr(ctypes, "windll")  # noqa: B009  only there on Windows, and mypy looks on Linux
        user, kernel = libraries.user32, libraries.kernel32
    last = _LastInput(ctypes.sizeof(_LastInput), 0)
    if not user.GetLastInputInfo(ctypes.byref(last)):
        raise OSError("GetLastInputInfo")
    past = (int(kernel.GetTickCount()) - last.tick) & 0xFFFFFFFF
    return 0 if past >= 1 << 31 else past  # a touch a moment "after" now


def mac_idle_ms(services: Any = None) -> int:
    """Ask macOS for what came from real devices: what programs make up does not count."""
    if services is None:
        services = ctypes.CDLL(ctypes.util.find_library("ApplicationServices") or "")
    call = services.CGEventSourceSecondsSinceLastEventType
    call.restype, call.argtypes = ctypes.c_double, (ctypes.c_int32, ctypes.c_uint32)
    return int(call(_HID_STATE, _ANY_INPUT) * 1000)


def polled(parent: QObject | None = None) -> PolledIdle | None:
    """Return what Windows or macOS has, None on other systems."""
    if sys.platform == "win32":
        return PolledIdle(windows_idle_ms, lambda: _("Windows tells when nobody touches keyboard or mouse"), parent)
    if sys.platform == "darwin":
        return PolledIdle(mac_idle_ms, lambda: _("macOS tells when nobody touches keyboard or mouse"), parent)
    return None
