"""Idle time from GNOME's compositor, on X11 and on Wayland alike."""

from __future__ import annotations

from typing import Any, Final

from coach.desktop.bus import Bus
from coach.desktop.bus_way import BusWay
from coach.desktop.calls import Call
from coach.i18n import _

_NAME: Final = "org.gnome.Mutter.IdleMonitor"
_PATH: Final = "/org/gnome/Mutter/IdleMonitor/Core"


class MutterIdle(BusWay[int]):
    """See `coach.desktop.ways.Way`: tells milliseconds without a touch, at a pause and at its end."""

    def __init__(self, bus: Bus) -> None:
        super().__init__(bus)
        self._pause_ms = 0
        self._pause_watch = self._back_watch = 0

    def begin(self) -> None:
        """See whether there is somebody, then wait at the pause."""
        self._pause_watch = self._back_watch = 0
        self.live_with(_NAME)
        self.hear(_NAME, "WatchFired", self._fired, _PATH)
        self.ask(self._call("GetIdletime"), self._found)

    def words(self) -> str:
        """Who tells."""
        return _("GNOME tells when nobody touches keyboard or mouse")

    def wait_for(self, pause_ms: int) -> None:
        """Tell from now on at this pause."""
        self._pause_ms = pause_ms
        if self._pause_watch:
            self._forget()
            self.ask(self._call("GetIdletime"), self._found)

    def close(self) -> None:
        """Take the watches back where GNOME is still there to be told."""
        self._forget()
        super().close()

    def _call(self, method: str, signature: str = "", *values: int) -> Call:
        return Call(_NAME, _PATH, _NAME, method, signature, values)

    def _found(self, values: tuple[Any, ...]) -> None:
        idle_ms = int(values[0])
        self.ask(self._call("AddIdleWatch", "t", self._pause_ms), self._watched)
        if idle_ms >= self._pause_ms:
            self._wait_for_somebody()
        self.tell(idle_ms)

    def _watched(self, values: tuple[Any, ...]) -> None:
        self._pause_watch = int(values[0])

    def _wait_for_somebody(self) -> None:
        """Be told of the next touch; GNOME tells it once."""
        if self._back_watch:
            return

        def watched(values: tuple[Any, ...]) -> None:
            self._back_watch = int(values[0])

        self.ask(self._call("AddUserActiveWatch"), watched)

    def _fired(self, values: tuple[Any, ...]) -> None:
        watch = int(values[0])
        if watch and watch == self._pause_watch:
            self._wait_for_somebody()
            self.tell(self._pause_ms)
        elif watch and watch == self._back_watch:
            self._back_watch = 0
            self.tell(0)

    def _forget(self) -> None:
        for watch in (self._pause_watch, self._back_watch):
            if watch and self._stops:
                self.do(self._call("RemoveWatch", "u", watch))
        self._pause_watch = self._back_watch = 0
