"""What macOS answers when it is asked. Written from its documentation (Apple), not run here.

Sources: Quartz `CGSessionCopyCurrentDictionary`; IOKit `IOPMCopyAssertionsStatus`; CoreAudio's
`kAudioDevicePropertyDeviceIsRunningSomewhere` of the default input. None of them needs a permission.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import struct
from typing import Any, Final

from coach.ports.sensor import Sense

_UTF8: Final = 0x08000100
_INT: Final = 9
_SYSTEM: Final = 1


def _library(name: str) -> Any:
    return ctypes.CDLL(ctypes.util.find_library(name) or name)


def four(letters: str) -> int:
    """Return the number that four letters stand for in Apple's interfaces."""
    return int(struct.unpack(">I", letters.encode())[0])


class Dictionary:
    """A dictionary of macOS, with texts as keys; `release` it."""

    def __init__(self, reference: int, foundation: Any = None) -> None:
        self._core = foundation or _library("CoreFoundation")
        self._reference = ctypes.c_void_p(reference)
        for name, result in (
            ("CFStringCreateWithCString", ctypes.c_void_p),
            ("CFDictionaryGetValue", ctypes.c_void_p),
            ("CFBooleanGetValue", ctypes.c_ubyte),
            ("CFNumberGetValue", ctypes.c_ubyte),
            ("CFRelease", None),
        ):
            getattr(self._core, name).restype = result

    def truth(self, key: str) -> bool:
        """Return a yes or no; no where it is not there."""
        value = self._value(key)
        return bool(value and self._core.CFBooleanGetValue(ctypes.c_void_p(value)))

    def number(self, key: str) -> int:
        """Return a number; 0 where it is not there."""
        value, found = self._value(key), ctypes.c_int(0)
        if value:
            self._core.CFNumberGetValue(ctypes.c_void_p(value), _INT, ctypes.byref(found))
        return found.value

    def release(self) -> None:
        """Give it back."""
        self._core.CFRelease(self._reference)

    def _value(self, key: str) -> int | None:
        name = ctypes.c_void_p(self._core.CFStringCreateWithCString(None, key.encode(), _UTF8))
        try:
            found: int | None = self._core.CFDictionaryGetValue(self._reference, name)
        finally:
            self._core.CFRelease(name)
        return found


def screen_is_locked(services: Any = None, foundation: Any = None) -> Sense:
    """Return whether the screen of this login is locked."""
    services = services or _library("ApplicationServices")
    services.CGSessionCopyCurrentDictionary.restype = ctypes.c_void_p
    reference = services.CGSessionCopyCurrentDictionary()
    if not reference:
        raise OSError("CGSessionCopyCurrentDictionary")
    session = Dictionary(reference, foundation)
    try:
        return Sense(session.truth("CGSSessionScreenIsLocked"))
    finally:
        session.release()


def screen_kept_on(kit: Any = None, foundation: Any = None) -> Sense:
    """Return whether a program keeps the screen on. What Limber itself wants in a session is in it, too."""
    kit, reference = kit or _library("IOKit"), ctypes.c_void_p()
    if kit.IOPMCopyAssertionsStatus(ctypes.byref(reference)) or not reference.value:
        raise OSError("IOPMCopyAssertionsStatus")
    status = Dictionary(reference.value, foundation)
    try:
        return Sense(status.number("PreventUserIdleDisplaySleep") > 0)
    finally:
        status.release()


class _Address(ctypes.Structure):
    _fields_ = (("selector", ctypes.c_uint32), ("scope", ctypes.c_uint32), ("element", ctypes.c_uint32))


def microphone(audio: Any = None) -> Sense:
    """Return whether any program listens at the default input."""
    audio = audio or _library("CoreAudio")
    device = _asked(audio, _SYSTEM, "dIn ")
    return Sense(bool(device) and bool(_asked(audio, device, "gone")))


def _asked(audio: Any, thing: int, selector: str) -> int:
    address, found = _Address(four(selector), four("glob"), 0), ctypes.c_uint32(0)
    size = ctypes.c_uint32(ctypes.sizeof(found))
    if audio.AudioObjectGetPropertyData(
        ctypes.c_uint32(thing), ctypes.byref(address), 0, None, ctypes.byref(size), ctypes.byref(found)
    ):
        raise OSError("AudioObjectGetPropertyData")
    return found.value
