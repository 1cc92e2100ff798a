"""Hands on a virtual display: a mouse that moves, windows that come and go, as a window manager would mark them."""

from __future__ import annotations

import ctypes
from typing import Any, Final

_ATOM, _CARDINAL, _WINDOW, _STRING = 4, 6, 33, 31
_REPLACE: Final = 0
#: Where the letter a lies on every keyboard of the X server.
_A_KEY: Final = 38


class Hands:
    """A client of the X server that is not Limber."""

    def __init__(self, display: str) -> None:
        self._x: Any = ctypes.CDLL("libX11.so.6")
        self._test: Any = ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = self._x.XCreateSimpleWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._line = ctypes.c_void_p(self._x.XOpenDisplay(display.encode()))
        assert self._line.value
        self.root = int(self._x.XDefaultRootWindow(self._line))

    def move(self, x: int) -> None:
        """Move the mouse to a place."""
        self._test.XTestFakeMotionEvent(self._line, -1, x, 50, ctypes.c_ulong(0))
        self._x.XSync(self._line, 0)

    def key(self) -> None:
        """Press the key of the letter a and let it go."""
        for down in (1, 0):
            self._test.XTestFakeKeyEvent(self._line, _A_KEY, down, ctypes.c_ulong(0))
        self._x.XSync(self._line, 0)

    def window(self, name: str, process: int) -> int:
        """Open a window of a program."""
        made = self._x.XCreateSimpleWindow(
            self._line, ctypes.c_ulong(self.root), 0, 0, 50, 50, 0, ctypes.c_ulong(0), ctypes.c_ulong(0)
        )
        both = f"{name}\0{name}\0".encode()
        self._x.XChangeProperty(
            self._line,
            ctypes.c_ulong(made),
            self._atom("WM_CLASS"),
            ctypes.c_ulong(_STRING),
            8,
            _REPLACE,
            both,
            len(both),
        )
        self.write(made, "_NET_WM_PID", _CARDINAL, process)
        return int(made)

    def activate(self, window: int) -> None:
        """Give a window the keyboard, as the window manager writes it."""
        self.write(self.root, "_NET_ACTIVE_WINDOW", _WINDOW, window)

    def cover(self, window: int, *, full: bool) -> None:
        """Let a window cover the screen, or no more."""
        states = [int(self._atom("_NET_WM_STATE_FULLSCREEN").value)] if full else []
        size = (1400, 900) if full else (50, 50)
        self._x.XMoveResizeWindow(self._line, ctypes.c_ulong(window), 0, 0, *size)
        self.write(window, "_NET_WM_STATE", _ATOM, *states)

    def write(self, window: int, name: str, kind: int, *numbers: int) -> None:
        """Write a property."""
        data = (ctypes.c_long * max(1, len(numbers)))(*numbers)
        self._x.XChangeProperty(
            self._line,
            ctypes.c_ulong(window),
            self._atom(name),
            ctypes.c_ulong(kind),
            32,
            _REPLACE,
            ctypes.byref(data),
            len(numbers),
        )
        self._x.XSync(self._line, 0)

    def close_window(self, window: int) -> None:
        """Close a window."""
        self._x.XDestroyWindow(self._line, ctypes.c_ulong(window))
        self._x.XSync(self._line, 0)

    def leave(self) -> None:
        """Let go of the display."""
        self._x.XCloseDisplay(self._line)

    def _atom(self, name: str) -> ctypes.c_ulong:
        return ctypes.c_ulong(self._x.XInternAtom(self._line, name.encode(), 0))
