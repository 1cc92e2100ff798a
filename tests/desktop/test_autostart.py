"""Starting at login: written where the system looks for it, only when asked, and gone again without a trace."""

from __future__ import annotations

import plistlib
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest

from coach.desktop.autostart import (
    FileAutostart,
    RegistryAutostart,
    autostart,
    desktop_entry,
    launch_agent,
    start_command,
    windows_command,
)


def _linux(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileAutostart:
    monkeypatch.setattr("sys.platform", "linux")
    door = autostart(None, {"XDG_CONFIG_HOME": str(tmp_path)})
    assert isinstance(door, FileAutostart)
    return door


def test_on_and_off_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written before somebody asks; then exactly what was shown; then nothing is left."""
    door = _linux(tmp_path, monkeypatch)
    assert not door.is_on()
    assert list(tmp_path.iterdir()) == []
    assert door.turn(on=True) == ""
    assert door.is_on()
    assert Path(door.place()).read_text(encoding="utf-8") == door.entry()
    assert door.turn(on=False) == ""
    assert not door.is_on()
    assert not Path(door.place()).exists()
    assert door.turn(on=False) == ""


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_switched_off_by_the_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str) -> None:
    """A desktop's own settings switch an entry off by a line in it: then it is off."""
    door = _linux(tmp_path, monkeypatch)
    door.turn(on=True)
    path = Path(door.place())
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert not door.is_on()
    door.turn(on=True)
    assert door.is_on()


def test_where_nothing_can_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence says which file, and why."""
    (tmp_path / "autostart").write_text("in the way")
    said = _linux(tmp_path, monkeypatch).turn(on=True)
    assert str(tmp_path / "autostart") in said
    assert said.endswith(".")


def test_words_with_signs_in_them() -> None:
    """A path with a space, a quote or a percent is one word to the desktop, and the same one."""
    entry = desktop_entry(['/home/a b/100%/py"thon$', "-m", "coach"])
    assert 'Exec="/home/a b/100%%/py\\\\"thon\\\\$" -m coach' in entry


def test_the_entry_is_a_sound_one(tmp_path: Path) -> None:
    """The desktops' own checker finds nothing wrong with it."""
    checker = shutil.which("desktop-file-validate")
    if checker is None:
        pytest.skip("desktop-file-validate is not installed")
    path = tmp_path / "limber.desktop"
    path.write_text(desktop_entry(["/opt/a b/limber", "--in-tray"]), encoding="utf-8")
    done = subprocess.run([checker, str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_what_is_started() -> None:
    """The command where there is one, else this Python with the module; always without the window."""
    assert start_command("/py", lambda _name: "/usr/bin/limber") == ["/usr/bin/limber", "--in-tray"]
    assert start_command("/py", lambda _name: None) == ["/py", "-m", "coach", "--in-tray"]


def test_an_agent_of_macos(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It starts at login, with its words as they are."""
    read = plistlib.loads(launch_agent(["/a b/limber", "--in-tray"]).encode())
    assert read["ProgramArguments"] == ["/a b/limber", "--in-tray"]
    assert read["RunAtLoad"] is True
    monkeypatch.setattr("sys.platform", "darwin")
    assert autostart(tmp_path).place().endswith("Library/LaunchAgents/io.github.limber_coach.Limber.plist")
    assert str(tmp_path) in autostart(tmp_path).entry()


class _Registry:
    """The part of winreg that is used, with a dictionary behind it."""

    HKEY_CURRENT_USER, REG_SZ = "HKCU", 1

    def __init__(self, *, locked: bool = False) -> None:
        self.values: dict[str, str] = {}
        self.locked = locked

    def OpenKey(self, _root: str, _path: str) -> _Registry:
        return self

    def CreateKey(self, _root: str, _path: str) -> _Registry:
        if self.locked:
            raise PermissionError(13, "Access is denied")
        return self

    def QueryValueEx(self, _key: Any, name: str) -> tuple[str, int]:
        if name not in self.values:
            raise FileNotFoundError(2, "not there")
        return self.values[name], self.REG_SZ

    def SetValueEx(self, _key: Any, name: str, _zero: int, _kind: int, value: str) -> None:
        self.values[name] = value

    def DeleteValue(self, _key: Any, name: str) -> None:
        del self.values[name]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _where: TracebackType | None
    ) -> None: ...


def test_the_run_key_of_windows() -> None:
    """One value, written and taken away."""
    registry = _Registry()
    door = RegistryAutostart(windows_command(["C:\\a b\\limber.exe", "--in-tray"]), registry)
    assert not door.is_on()
    assert door.turn(on=False) == door.turn(on=True) == ""
    assert registry.values == {"Limber": '"C:\\a b\\limber.exe" "--in-tray"'}
    assert door.is_on()
    assert door.turn(on=False) == ""
    assert registry.values == {}
    assert "Access is denied" in RegistryAutostart("x", _Registry(locked=True)).turn(on=True)
