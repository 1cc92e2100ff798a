"""As much of libX11 as a key of the whole desktop needs. Structures after Xlib.h (X.Org, libX11 1.8)."""

from __future__ import annotations

import ctypes
import ctypes.util
from functools import lru_cache
from typing import Any, Final, Self

_MODIFIERS: Final = {"shift": 1, "ctrl": 4, "alt": 8, "meta": 64}
_NAMES: Final = {
    "space": "space",
    "ins": "Insert",
    "del": "Delete",
    "home": "Home",
    "end": "End",
    "pgup": "Prior",
    "pgdown": "Next",
}
#: Caps Lock and Num Lock make other keys of it, and must not: X.h LockMask and Mod2Mask.
_LOCKS: Final = (0, 2, 16, 18)
_ASYNC, _KEY_PRESS = 1, 2
_EVENT_BYTES: Final = 24 * ctypes.sizeof(ctypes.c_long)
_Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


def key_of(keys: str) -> tuple[int, str] | None:
    """Return modifiers and the name of the key in "Ctrl+Alt+L"; None without a modifier but Shift, or for other keys."""
    *held, last = keys.split("+") if keys else [""]
    modifiers = 0
    for name in held:
        if name.lower() not in _MODIFIERS:
            return None
        modifiers |= _MODIFIERS[name.lower()]
    function = last[:1] in {"F", "f"} and last[1:].isdigit()
    plain = len(last) == 1 and last.isalnum() and last.isascii()
    name = last.upper() if function else last.lower() if plain else _NAMES.get(last.lower(), "")
    return (modifiers, name) if name and modifiers & ~_MODIFIERS["shift"] else None


class X11:
    """One connection to a server."""

    def __init__(self, lib: Any, display: int) -> None:
        self._lib, self._display = lib, display
        self._root = lib.XDefaultRootWindow(display)
        self.socket = int(lib.XConnectionNumber(display))

    @staticmethod
    def is_there() -> bool:
        """Return whether libX11 can be loaded."""
        return _library() is not None

    @classmethod
    def open(cls, display: str) -> Self | None:
        """Connect to a display by name, None when that is not possible."""
        lib = _library()
        handle = lib.XOpenDisplay(display.encode()) if lib is not None else None
        return cls(lib, handle) if handle else None

    def grab(self, modifiers: int, name: str) -> bool:
        """Take a key whatever locks are on; False when the server does not give it."""
        symbol = self._lib.XStringToKeysym(name.encode())
        code = self._lib.XKeysymToKeycode(self._display, symbol) if symbol else 0
        if not code:
            return False
        refused: list[bool] = []

        def refuse(_display: object, _error: object) -> int:
            refused.append(True)
            return 0

        handler = _Handler(refuse)
        before = self._lib.XSetErrorHandler(handler)  # a key that is taken would end the program otherwise
        try:
            for lock in _LOCKS:
                self._lib.XGrabKey(self._display, code, modifiers | lock, self._root, 0, _ASYNC, _ASYNC)
            self._lib.XSync(self._display, 0)
        finally:
            self._lib.XSetErrorHandler(before)
        return not refused

    def pressed(self) -> bool:
        """Read what has come in, and return whether a key was pressed."""
        event = ctypes.create_string_buffer(_EVENT_BYTES)
        found = False
        while self._lib.XPending(self._display):
            self._lib.XNextEvent(self._display, event)
            found |= ctypes.c_int.from_buffer(event).value == _KEY_PRESS
        return found

    def close(self) -> None:
        """Leave the server."""
        self._lib.XCloseDisplay(self._display)


@lru_cache(maxsize=1)
def _library() -> Any:
    """Load libX11 with the types of what is called, None where it is missing."""
    try:
        lib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    except OSError:
        return None
    pointer, number = ctypes.c_void_p, ctypes.c_int
    for name, result, takes in (
        ("XOpenDisplay", pointer, (ctypes.c_char_p,)),
        ("XCloseDisplay", number, (pointer,)),
        ("XDefaultRootWindow", ctypes.c_ulong, (pointer,)),
        ("XConnectionNumber", number, (pointer,)),
        ("XStringToKeysym", ctypes.c_ulong, (ctypes.c_char_p,)),
        ("XKeysymToKeycode", ctypes.c_ubyte, (pointer, ctypes.c_ulong)),
        ("XGrabKey", number, (pointer, number, ctypes.c_uint, ctypes.c_ulong, number, number, number)),
        ("XSync", number, (pointer, number)),
        ("XPending", number, (pointer,)),
        ("XNextEvent", number, (pointer, pointer)),
        ("XSetErrorHandler", pointer, (pointer,)),
    ):
        function = getattr(lib, name)
        function.restype, function.argtypes = result, takes
    return lib
