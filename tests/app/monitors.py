"""Monitors on a virtual X display that can be plugged in and out (RandR 1.5, through the library that Qt uses as well)."""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any, NamedTuple


class _Monitor(ctypes.Structure):
    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("noutput", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Area(NamedTuple):
    """Where a monitor is on the display."""

    x: int
    y: int
    width: int
    height: int


def available() -> bool:
    """Whether the libraries are there."""
    return ctypes.util.find_library("X11") is not None and ctypes.util.find_library("Xrandr") is not None


class Monitors:
    """A connection to a display."""

    def __init__(self, display: str) -> None:
        self._x11: Any = ctypes.CDLL(ctypes.util.find_library("X11"))
        self._randr: Any = ctypes.CDLL(ctypes.util.find_library("Xrandr"))
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x11.XInternAtom.restype = ctypes.c_ulong
        self._randr.XRRAllocateMonitor.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRGetScreenResourcesCurrent.restype = ctypes.POINTER(_Resources)
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(display.encode()))
        assert self._display.value
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))

    def plug_in(self, name: str, area: Area, *, real: bool = False) -> None:
        """Plug a monitor in; a `real` one takes the display's one output, in place of the monitor that was there."""
        made = self._randr.XRRAllocateMonitor(self._display, 1 if real else 0)
        held = made.contents
        held.name, held.primary, held.automatic = self._atom(name), int(real), 0
        held.x, held.y, held.width, held.height = area
        held.mwidth, held.mheight = area.width // 4, area.height // 4
        if real:
            held.outputs[0] = self._randr.XRRGetScreenResourcesCurrent(self._display, self._root).contents.outputs[0]
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x11.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """Pull a monitor's plug."""
        self._randr.XRRDeleteMonitor(self._display, self._root, ctypes.c_ulong(self._atom(name)))
        self._x11.XSync(self._display, 0)

    def close(self) -> None:
        """Let the display go."""
        self._x11.XCloseDisplay(self._display)

    def _atom(self, name: str) -> int:
        return int(self._x11.XInternAtom(self._display, name.encode(), 0))
