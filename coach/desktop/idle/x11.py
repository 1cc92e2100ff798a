"""Idle time from the X server: two alarms on its own counter, so that nobody has to ask again and again.

Not through XWayland: that server sees only what goes to its own windows, and would call a person away who is typing.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject

from coach.desktop.display import on_wayland
from coach.desktop.ways import Ended
from coach.desktop.x11 import wire
from coach.desktop.x11.connection import Connection
from coach.i18n import _

_COUNTER = b"IDLETIME"
_ALARM_NOTIFY = 1


class X11Idle:
    """See `coach.desktop.ways.Way`: tells milliseconds without a touch, at a pause and at its end."""

    def __init__(self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ) -> None:
        self._x, self._environ = Connection(parent, environ), environ
        self._pause_ms = 0
        self._tell: Callable[[int], None] = lambda _ms: None
        self._ended: Ended = lambda _why: None
        self._opcode = self._first_event = self._counter = 0
        self._alarms: tuple[int, ...] = ()

    def open(self, tell: Callable[[int], None], ended: Ended) -> None:
        """Look for the counter, then wait at the pause."""
        self._tell, self._ended = tell, ended
        self._alarms = ()
        if on_wayland(self._environ):
            ended(_("an X server beside Wayland sees too little"))
        else:
            self._x.open(self._ready, ended, self._event)

    def close(self) -> None:
        """Leave the server; the alarms go with the connection."""
        self._x.close()

    def words(self) -> str:
        """Who tells."""
        return _("the X server tells when nobody touches keyboard or mouse")

    def wait_for(self, pause_ms: int) -> None:
        """Tell from now on at this pause."""
        self._pause_ms = pause_ms
        if self._alarms:
            self._set_alarms(wire.SYNC_CHANGE_ALARM)

    def _ready(self, _server: wire.Server) -> None:
        self._x.send(wire.query_extension(b"SYNC"), self._sync)

    def _sync(self, answer: bytes | None) -> None:
        found = wire.extension(answer) if answer is not None else None
        if found is None:
            self._fail()
            return
        self._opcode, self._first_event = found
        self._x.send(wire.request(self._opcode, wire.SYNC_INITIALIZE, bytes((3, 1))), lambda _answer: None)
        self._x.send(wire.request(self._opcode, wire.SYNC_LIST_COUNTERS), self._counters)

    def _counters(self, answer: bytes | None) -> None:
        self._counter = wire.counters(answer).get(_COUNTER, 0) if answer is not None else 0
        if not self._counter:
            self._fail()
            return
        self._alarms = (self._x.new_name(), self._x.new_name())
        self._set_alarms(wire.SYNC_CREATE_ALARM)

    def _set_alarms(self, minor: int) -> None:
        """One tells that the pause is reached, the other that somebody is back; then see which of the two is so now."""
        for name, test, value in zip(
            self._alarms, (wire.UP_TO, wire.DOWN_TO), (self._pause_ms, self._pause_ms - 1), strict=True
        ):
            self._x.send(wire.request(self._opcode, minor, wire.alarm(name, self._counter, test, value)))
        asked = wire.request(self._opcode, wire.SYNC_QUERY_COUNTER, self._counter.to_bytes(4, "little"))
        self._x.send(asked, self._asked)

    def _asked(self, answer: bytes | None) -> None:
        if answer is None:
            self._fail()
        else:
            self._tell(wire.value(answer))

    def _event(self, event: bytes) -> None:
        if event[0] & 0x7F == self._first_event + _ALARM_NOTIFY:
            self._tell(wire.value(event))

    def _fail(self) -> None:
        self._x.close()
        self._ended(_("the X server has no idle counter"))
