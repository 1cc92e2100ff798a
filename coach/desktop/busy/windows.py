"""What Windows answers when it is asked. Written from its documentation (Microsoft Learn), not run here.

Sources: `SHQueryUserNotificationState`; `CallNtPowerInformation` with `SystemExecutionState`; the registry's
`CapabilityAccessManager` and its `ConsentStore` for the microphone, which is where Windows' own privacy page reads it.
"""

from __future__ import annotations

import ctypes
import importlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from coach.desktop.busy.names import is_ours, shown
from coach.ports.sensor import Sense

_FULL_SCREEN, _PRESENTING = frozenset({2, 3}), frozenset({4})
_SYSTEM_EXECUTION_STATE: Final = 16
_ES_DISPLAY_REQUIRED: Final = 0x2
_MICROPHONE: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
_STOPPED: Final = "LastUsedTimeStop"

#: Returns the number of a function of Windows; raises `OSError` where it fails.
Ask = Callable[[], int]


def _library(name: str) -> Any:
    return getattr(getattr(ctypes, "windll"), name)  # noqa: B009  only there on Windows, and mypy looks on Linux


def notification_state() -> int:
    """Ask what somebody is doing, as Windows sees it."""
    found = ctypes.c_int(0)
    if _library("shell32").SHQueryUserNotificationState(ctypes.byref(found)):
        raise OSError("SHQueryUserNotificationState")
    return found.value


def execution_state() -> int:
    """Ask what programs want of the machine. What Limber itself wants in a session is in it, too."""
    found = ctypes.c_ulong(0)
    size = ctypes.sizeof(found)
    if _library("powrprof").CallNtPowerInformation(_SYSTEM_EXECUTION_STATE, None, 0, ctypes.byref(found), size):
        raise OSError("CallNtPowerInformation")
    return found.value


def full_screen(ask: Ask = notification_state) -> Sense:
    """Return whether a game, a film or the like covers the screen."""
    return Sense(ask() in _FULL_SCREEN)


def presenting(ask: Ask = notification_state) -> Sense:
    """Return whether Windows is told not to disturb because something is presented."""
    return Sense(ask() in _PRESENTING)


def screen_kept_on(ask: Ask = execution_state) -> Sense:
    """Return whether a program keeps the screen on."""
    return Sense(bool(ask() & _ES_DISPLAY_REQUIRED))


#: Yields programs that may listen, each with when it stopped last: 0 while it still does.
Users = Callable[[], Iterator[tuple[str, int]]]


def registry_users(registry: Any = None) -> Iterator[tuple[str, int]]:
    """Read the registry: programs from the shop have a key of their own, others one below `NonPackaged`."""
    registry = registry or importlib.import_module("winreg")  # only there on Windows
    for below in ("", r"\NonPackaged"):
        try:
            folder = registry.OpenKey(registry.HKEY_CURRENT_USER, _MICROPHONE + below)
        except FileNotFoundError:
            continue
        with folder:
            for number in range(registry.QueryInfoKey(folder)[0]):
                name = registry.EnumKey(folder, number)
                try:
                    with registry.OpenKey(folder, name) as key:
                        yield name, int(registry.QueryValueEx(key, _STOPPED)[0])
                except FileNotFoundError:
                    continue


def microphone(users: Users = registry_users) -> Sense:
    """Return whether a program listens, and which."""
    for name, stopped in users():
        if stopped == 0 and not is_ours(_program(name)):
            return Sense(True, shown(_program(name)))
    return Sense(False)


def _program(name: str) -> str:
    """Return the program of "C:#Program Files#Zoom#Zoom.exe" or of "Microsoft.Teams_8wekyb3d8bbwe"."""
    return name.rpartition("#")[2].removesuffix(".exe").partition("_")[0]
