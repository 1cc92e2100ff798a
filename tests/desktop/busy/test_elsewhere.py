"""What Windows and macOS answer, with answers made up after their documentation: neither is run here."""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

import pytest

from coach.desktop import macos
from coach.desktop.bus import Bus
from coach.desktop.busy import windows
from coach.desktop.busy.doors import busy_doors
from coach.ports.busy import BusyKind
from coach.ports.sensor import Sense


@pytest.mark.parametrize(
    ("state", "full", "quiet"), [(2, True, False), (3, True, False), (4, False, True), (5, False, False)]
)
def test_windows_knows_what_somebody_does(state: int, full: bool, quiet: bool) -> None:
    """A game or film over the screen is one thing, a presentation another; everything else is neither."""
    assert windows.full_screen(lambda: state) == Sense(full)
    assert windows.presenting(lambda: state) == Sense(quiet)


def test_windows_screen_kept_on() -> None:
    """Only who wants the screen counts, not who keeps the computer from sleeping."""
    assert windows.screen_kept_on(lambda: 0x3) == Sense(True)
    assert windows.screen_kept_on(lambda: 0x1) == Sense(False)


class _Key:
    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None: ...


class _Registry:
    """The part of winreg that is used."""

    HKEY_CURRENT_USER = "HKCU"

    def __init__(self, programs: dict[str, dict[str, int | None]]) -> None:
        self.programs = programs

    def OpenKey(self, above: str | _Key, path: str) -> _Key:
        if isinstance(above, _Key):
            return _Key(f"{above.path}|{path}")
        below = "NonPackaged" if path.endswith("NonPackaged") else ""
        if below not in self.programs:
            raise FileNotFoundError(path)
        return _Key(below)

    def QueryInfoKey(self, key: _Key) -> tuple[int, int, int]:
        return len(self.programs[key.path]), 0, 0

    def EnumKey(self, key: _Key, number: int) -> str:
        return list(self.programs[key.path])[number]

    def QueryValueEx(self, key: _Key, _name: str) -> tuple[int, int]:
        below, _bar, program = key.path.partition("|")
        stopped = self.programs[below][program]
        if stopped is None:
            raise FileNotFoundError(program)
        return stopped, 11


@pytest.mark.parametrize(
    ("programs", "sense"),
    [
        ({"": {"Microsoft.Teams_8wekyb3d8bbwe": 0}}, Sense(True, "Microsoft.Teams")),
        ({"": {"NonPackaged": None, "a_b": 133}, "NonPackaged": {"C:#Programs#Zoom#Zoom.exe": 0}}, Sense(True, "Zoom")),
        ({"": {"a_b": 133}, "NonPackaged": {"C:#Zoom.exe": 134, "C:#Limber.exe": 0}}, Sense(False)),
        ({}, Sense(False)),
    ],
)
def test_windows_microphone(programs: dict[str, dict[str, int | None]], sense: Sense) -> None:
    """Whoever has not stopped yet listens; keys without a time, and we, do not."""

    def users() -> Iterator[tuple[str, int]]:
        return windows.registry_users(_Registry(programs))

    assert windows.microphone(users) == sense


class _Function:
    restype: Any = None

    def __init__(self, does: Any) -> None:
        self.does = does

    def __call__(self, *values: Any) -> Any:
        return self.does(*values)


class _Foundation:
    """CoreFoundation with one dictionary: values by key, numbers as they are, and everything given back."""

    def __init__(self, values: dict[str, int]) -> None:
        self.names: dict[int, str] = {}
        self.released: list[int] = []
        known = dict(enumerate(values.values(), start=900))
        keys = dict(zip(values, known, strict=True))

        def name(_none: None, text: bytes, _kind: int) -> int:
            self.names[500 + len(self.names)] = text.decode()
            return 499 + len(self.names)

        def number(value: ctypes.c_void_p, _kind: int, to: Any) -> int:
            to._obj.value = known[value.value or 0]
            return 1

        self.CFStringCreateWithCString = _Function(name)
        self.CFDictionaryGetValue = _Function(lambda _all, key: keys.get(self.names[key.value]))
        self.CFBooleanGetValue = _Function(lambda value: known[value.value])
        self.CFNumberGetValue = _Function(number)
        self.CFRelease = _Function(lambda thing: self.released.append(thing.value))


class _Services:
    def __init__(self, reference: int | None) -> None:
        self.CGSessionCopyCurrentDictionary = _Function(lambda: reference)


class _Kit:
    def __init__(self, reference: int, fault: int = 0) -> None:
        self.reference, self.fault = reference, fault

    def IOPMCopyAssertionsStatus(self, to: Any) -> int:
        to._obj.value = self.reference
        return self.fault


def test_macos_lock() -> None:
    """A key that is there only while it is locked; what was handed over is given back."""
    for values, locked in (({"CGSSessionScreenIsLocked": 1}, True), ({}, False)):
        foundation = _Foundation(values)
        assert macos.screen_is_locked(_Services(77), foundation) == Sense(locked)
        assert foundation.released == [500, 77]
    with pytest.raises(OSError, match="CGSession"):
        macos.screen_is_locked(_Services(None), _Foundation({}))


def test_macos_screen_kept_on() -> None:
    """By the number of those that want it."""
    assert macos.screen_kept_on(_Kit(77), _Foundation({"PreventUserIdleDisplaySleep": 2})) == Sense(True)
    assert macos.screen_kept_on(_Kit(77), _Foundation({"PreventUserIdleDisplaySleep": 0})) == Sense(False)
    with pytest.raises(OSError, match="IOPM"):
        macos.screen_kept_on(_Kit(77, fault=5), _Foundation({}))


class _Audio:
    def __init__(self, answers: dict[bytes, int]) -> None:
        self.answers = answers

    def AudioObjectGetPropertyData(self, _thing: Any, where: Any, _n: int, _none: None, _size: Any, to: Any) -> int:
        letters = struct.pack(">I", where._obj.selector)
        if letters not in self.answers:
            return 1
        to._obj.value = self.answers[letters]
        return 0


def test_macos_microphone() -> None:
    """Whether anybody listens at the default input; without an input nobody does."""
    assert macos.microphone(_Audio({b"dIn ": 40, b"gone": 1})) == Sense(True)
    assert macos.microphone(_Audio({b"dIn ": 40, b"gone": 0})) == Sense(False)
    assert macos.microphone(_Audio({b"dIn ": 0})) == Sense(False)
    with pytest.raises(OSError, match="AudioObject"):
        macos.microphone(_Audio({}))


@pytest.mark.usefixtures("no_bus")
@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_every_kind_has_a_door(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """On every system, and each that cannot see says in one sentence what follows from that."""
    monkeypatch.setattr("sys.platform", platform)
    doors = busy_doors(Bus(), Bus(system=True), None, {})
    assert set(doors) == set(BusyKind)
    for door in doors.values():
        door.watch(lambda _sense: None)
        found = door.finding()
        assert found.ok or found.sentence.startswith("nothing here tells"), found
        door.close()
