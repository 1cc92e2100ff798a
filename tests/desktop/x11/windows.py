"""The windows on a virtual display, as a task bar sees them: how many of a name are there, and closing one."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any, Final

from tests.desktop.x11.hands import Hands

_CLIENT_MESSAGE: Final = 33
_VIEWABLE: Final = 2
#: Room for the attributes of a window, and where in it says whether it is to be seen.
_ROOM, _MAP_STATE = 256, 92 if ctypes.sizeof(ctypes.c_long) == 8 else 64


class _ClientMessage(ctypes.Structure):
    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),
    )


class Windows(Hands):
    """Looks at windows without a window manager: they lie on the ground themselves."""

    def seen(self, name: str) -> int:
        """Return how many windows of this name are to be seen."""
        return len(list(self._of(name)))

    def ask_to_close(self, name: str) -> None:
        """Ask a window to close, as its button does."""
        window = next(self._of(name))
        deleting, protocols = (self._atom(one).value for one in ("WM_DELETE_WINDOW", "WM_PROTOCOLS"))
        message = _ClientMessage(
            _CLIENT_MESSAGE, 0, 1, self._line, window, protocols, 32, (ctypes.c_long * 5)(deleting, 0, 0, 0, 0)
        )
        self._x.XSendEvent(self._line, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        self._x.XSync(self._line, 0)

    def _of(self, name: str) -> Iterator[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        tree = (ctypes.byref(one) for one in (root, parent, children, count))
        self._x.XQueryTree(self._line, ctypes.c_ulong(self.root), *tree)
        found = [children[number] for number in range(count.value)]
        if found:
            self._x.XFree(children)
        return (window for window in found if self._is_seen(window) and self._name(window) == name)

    def _is_seen(self, window: int) -> bool:
        attributes: Any = ctypes.create_string_buffer(_ROOM)
        if not self._x.XGetWindowAttributes(self._line, ctypes.c_ulong(window), attributes):
            return False
        return ctypes.c_int.from_buffer(attributes, _MAP_STATE).value == _VIEWABLE

    def _name(self, window: int) -> str:
        name = ctypes.c_char_p()
        if not self._x.XFetchName(self._line, ctypes.c_ulong(window), ctypes.byref(name)):
            return ""
        found = (name.value or b"").decode()
        self._x.XFree(name)
        return found
