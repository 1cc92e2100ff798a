"""Whether a window of another program covers the screen: by what the window manager writes at the windows of an X server.

Beside Wayland only programs that came through the X server are seen; there is no general way to see the others.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from coach.desktop.busy.names import shown
from coach.desktop.display import on_wayland
from coach.desktop.ways import Ended
from coach.desktop.x11 import wire
from coach.desktop.x11.connection import Connection
from coach.i18n import _
from coach.ports.sensor import Sense

_ACTIVE, _STATE, _FULL, _PROCESS, _CLASS = (
    b"_NET_ACTIVE_WINDOW",
    b"_NET_WM_STATE",
    b"_NET_WM_STATE_FULLSCREEN",
    b"_NET_WM_PID",
    b"WM_CLASS",
)
#: A window manager may write the state a moment after it has given the window its size.
_AFTER_MS: Final = 500
_ATOMS: Final = (_ACTIVE, _STATE, _FULL, _PROCESS, _CLASS)


class X11FullScreen:
    """See `coach.desktop.ways.Way`. `own` is our process, whose stage is no reason to wait."""

    def __init__(
        self, parent: QObject | None = None, environ: Mapping[str, str] = os.environ, own: int | None = None
    ) -> None:
        self._x, self._environ, self._own = Connection(parent, environ), environ, os.getpid() if own is None else own
        self._tell: Callable[[Sense], None] = lambda _sense: None
        self._ended: Ended = lambda _why: None
        self._atoms: dict[bytes, int] = {}
        self._root = self._window = self._look = 0
        self._full = False
        self._after = QTimer(parent)
        self._after.setSingleShot(True)
        self._after.setInterval(_AFTER_MS)
        self._after.timeout.connect(self._ask_state)

    def open(self, tell: Callable[[Sense], None], ended: Ended) -> None:
        """Get onto the X server."""
        self._tell, self._ended = tell, ended
        self._atoms, self._window, self._full = {}, 0, False
        self._x.open(self._ready, ended, self._event)

    def close(self) -> None:
        """Leave it."""
        self._after.stop()
        self._x.close()

    def words(self) -> str:
        """Who tells."""
        if on_wayland(self._environ):
            return _("full screen is seen of older programs only; Wayland does not tell it of the others")
        return _("the window manager tells when a window covers the screen")

    def _ready(self, server: wire.Server) -> None:
        self._root = server.root
        for atom in _ATOMS:
            self._x.send(wire.intern_atom(atom), partial(self._named, atom))

    def _named(self, atom: bytes, answer: bytes | None) -> None:
        self._atoms[atom] = wire.number(answer) if answer is not None else 0
        if len(self._atoms) == len(_ATOMS):
            self._x.send(wire.follow(self._root, wire.PROPERTY_CHANGES))
            self._ask_active()

    def _event(self, event: bytes) -> None:
        """The state of a window is looked at when its size changes, not when a property does: some programs write one
        with each key.
        """
        kind = event[0] & 0x7F
        if kind == wire.PROPERTY_NOTIFY and wire.changed_property(event) == (self._root, self._atoms.get(_ACTIVE)):
            self._ask_active()
        elif kind == wire.CONFIGURE_NOTIFY and self._window and wire.configured(event) == self._window:
            if not self._after.isActive():
                self._ask_state()
            self._after.start()

    def _ask_active(self) -> None:
        self._x.send(wire.get_property(self._root, self._atoms[_ACTIVE], 1), self._active)

    def _active(self, answer: bytes | None) -> None:
        """Follow the window that has the keyboard now; one that has gone meanwhile is refused and does not matter."""
        window = (*(wire.property_numbers(answer) if answer is not None else ()), 0)[0]
        window = 0 if window == self._root else window
        if window != self._window:
            if self._window:
                self._x.send(wire.follow(self._window, 0))
            self._window = window
            if window:
                self._x.send(wire.follow(window, wire.STRUCTURE_CHANGES))
        if window:
            self._ask_state()
        else:
            self._tell(Sense(False))

    def _ask_state(self) -> None:
        """Ask three things at once: the answers come in that order."""
        self._look += 1
        for atom, answered in ((_STATE, self._state), (_PROCESS, self._process), (_CLASS, self._class)):
            self._x.send(wire.get_property(self._window, self._atoms[atom]), partial(answered, self._look))

    def _state(self, _look: int, answer: bytes | None) -> None:
        self._full = answer is not None and self._atoms[_FULL] in wire.property_numbers(answer)

    def _process(self, _look: int, answer: bytes | None) -> None:
        if answer is not None and self._own in wire.property_numbers(answer):
            self._full = False

    def _class(self, look: int, answer: bytes | None) -> None:
        if look != self._look:
            return
        names = wire.property_text(answer).split(b"\0") if answer is not None else []
        name = names[1].decode("utf-8", "replace") if len(names) > 1 else ""
        self._tell(Sense(self._full, shown(name) if self._full else ""))
