"""Starting at login, by the place each system has for it: a file, a key of the registry, an agent. Nothing else is touched.

Sources: Desktop Application Autostart Specification (freedesktop.org); "Run and RunOnce registry keys" (Microsoft
Learn) and `launchd.plist(5)` (Apple), both of which were not run here.
"""

from __future__ import annotations

import importlib
import os
import plistlib
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from coach.files import write_atomic
from coach.i18n import _

_ID: Final = "io.github.limber_coach.Limber"
_RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
_NAME: Final = "Limber"
#: Signs that mean something in an Exec line, each with what stands for it.
_RESERVED: Final = {"\\": "\\\\", '"': '\\"', "`": "\\`", "$": "\\$"}
#: More is never in such a file.
_MOST: Final = 16 * 1024


def start_command(executable: str = sys.executable, which: Any = shutil.which) -> list[str]:
    """Return what starts Limber without its window: the command where there is one, else this Python with the module."""
    found = which("limber")
    return [found or executable, *([] if found else ["-m", "coach"]), "--in-tray"]


class FileAutostart:
    """See `coach.ports.autostart.Autostart`: a file that is there or not."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._text = path, text

    def trouble(self) -> str:
        """Nothing stands against it."""
        return ""

    def place(self) -> str:
        """Return the file."""
        return str(self._path)

    def entry(self) -> str:
        """Return its text."""
        return self._text

    def is_on(self) -> bool:
        """Return whether it is there and has not been switched off by the desktop's own settings."""
        try:
            with self._path.open(encoding="utf-8", errors="replace") as file:
                lines = file.read(_MOST).splitlines()
        except OSError:
            return False
        return not {"Hidden=true", "X-GNOME-Autostart-enabled=false"}.intersection(line.strip() for line in lines)

    def turn(self, *, on: bool) -> str:
        """Write it, or take it away."""
        try:
            if on:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                write_atomic(self._path, self._text.encode())
            else:
                self._path.unlink(missing_ok=True)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return _("{path} could not be written: {reason}.").format(path=self._path, reason=reason)
        return ""


class RegistryAutostart:
    """See `coach.ports.autostart.Autostart`: a value of Windows' Run key. `registry` is the module winreg."""

    def __init__(self, command: str, registry: Any = None) -> None:
        self._command = command
        self._registry = registry or importlib.import_module("winreg")

    def trouble(self) -> str:
        """Nothing stands against it."""
        return ""

    def place(self) -> str:
        """Return the key and the name of the value."""
        return rf"HKEY_CURRENT_USER\{_RUN}\{_NAME}"

    def entry(self) -> str:
        """Return the command."""
        return self._command

    def is_on(self) -> bool:
        """Return whether the value is there."""
        try:
            with self._registry.OpenKey(self._registry.HKEY_CURRENT_USER, _RUN) as key:
                self._registry.QueryValueEx(key, _NAME)
        except OSError:
            return False
        return True

    def turn(self, *, on: bool) -> str:
        """Write the value, or take it away."""
        registry = self._registry
        try:
            with registry.CreateKey(registry.HKEY_CURRENT_USER, _RUN) as key:
                if on:
                    registry.SetValueEx(key, _NAME, 0, registry.REG_SZ, self._command)
                elif self.is_on():
                    registry.DeleteValue(key, _NAME)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return _("{path} could not be written: {reason}.").format(path=self.place(), reason=reason)
        return ""


def desktop_entry(command: Sequence[str]) -> str:
    """Return the text of an XDG autostart file."""
    quoted = " ".join(_quoted(word) for word in command)
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Limber",
        f"Comment={_('Break reminders and home exercise')}",
        f"Exec={quoted}",
        f"Icon={_ID}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
        "X-GNOME-Autostart-Delay=10",
    )
    return "\n".join(lines) + "\n"


def launch_agent(command: Sequence[str]) -> str:
    """Return the text of a launchd agent."""
    wanted = {"Label": _ID, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    return plistlib.dumps(wanted).decode()


def windows_command(command: Sequence[str]) -> str:
    """Return a command line of Windows, each word in quotes: a path cannot have one in it."""
    return " ".join(f'"{word}"' for word in command)


def autostart(folder: Path | None = None, environ: Mapping[str, str] = os.environ) -> FileAutostart | RegistryAutostart:
    """Return what this system has; `folder` with the data, where it is not the usual one."""
    command = [*start_command(), *(["--data-dir", str(folder)] if folder is not None else [])]
    if sys.platform == "win32":
        return RegistryAutostart(windows_command(command))
    if sys.platform == "darwin":
        return FileAutostart(Path.home() / "Library/LaunchAgents" / f"{_ID}.plist", launch_agent(command))
    settings = environ.get("XDG_CONFIG_HOME") or str(Path.home() / ".config")
    return FileAutostart(Path(settings) / "autostart" / f"{_ID}.desktop", desktop_entry(command))


def _quoted(word: str) -> str:
    """Quote a word of an Exec line: inside the quotes four signs are escaped, and % is written twice; a text value of a
    desktop file escapes every backslash once more.
    """
    escaped = "".join(_RESERVED.get(sign, sign) for sign in word).replace("%", "%%")
    plain = all(sign.isalnum() or sign in "/._-+=:@," for sign in word)
    return word if plain else '"' + escaped.replace("\\", "\\\\") + '"'
