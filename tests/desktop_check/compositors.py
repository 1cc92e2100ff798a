"""The real compositors of KDE and GNOME, where nobody sees them, with hands of the test's own at mouse and keyboard."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from coach.desktop.bus import Bus
from coach.desktop.calls import Call

_MONITOR, _MONITOR_PATH = "org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core"
_REMOTE, _REMOTE_PATH = "org.gnome.Mutter.RemoteDesktop", "/org/gnome/Mutter/RemoteDesktop"
#: A program in the session that writes down its X server, and ends with it: Mutter ends with the program it was given.
_TELLER = """#!/bin/sh
printf 'DISPLAY=%s\\nXAUTHORITY=%s\\n' "$DISPLAY" "$XAUTHORITY" > {told}.new && mv {told}.new {told}
while kill -0 $PPID; do sleep 1; done
"""
#: Where the letter a lies, as Linux numbers keys.
_A_KEY = 30


class _Compositor:
    """A process. `environ` is what programs in it need; with `x11` there is an X server beside it, once `has_x11`."""

    def __init__(self, folder: Path, socket: str, *, x11: bool) -> None:
        self.environ = {"XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": socket}
        self._x11, self._told = x11, folder / "display"
        self._teller = folder / "tell"
        self._teller.write_text(_TELLER.format(told=self._told), encoding="utf-8")
        self._teller.chmod(0o700)

    @property
    def has_x11(self) -> bool:
        """Whether the X server is there; then `environ` names it."""
        if self._told.exists():
            lines = self._told.read_text(encoding="utf-8").splitlines()
            self.environ |= {name: value for name, _is, value in (line.partition("=") for line in lines) if value}
        return self._told.exists()

    def stop(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait(30)

    def _run(self, command: list[str], environ: dict[str, str]) -> None:
        self._told.unlink(missing_ok=True)
        self._process = subprocess.Popen(
            command, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
        )


class Kwin(_Compositor):
    """KWin in a window of an X server; its binary is copied, as what it may do alone keeps it from starting in a container."""

    def __init__(self, folder: Path, display: str, address: str, *, x11: bool = False) -> None:
        super().__init__(folder, "wayland-7", x11=x11)
        self.environ["DISPLAY"] = display
        self._binary = folder / "kwin_wayland"  # by any other name it does not start
        shutil.copyfile(shutil.which("kwin_wayland") or "", self._binary)
        self._binary.chmod(0o700)
        self._display = display
        kept = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
        self._all = {**kept, "XDG_RUNTIME_DIR": str(folder), "HOME": str(folder), "DISPLAY": display}
        self._all |= {"DBUS_SESSION_BUS_ADDRESS": address, "LIBGL_ALWAYS_SOFTWARE": "1"}
        self.start()

    def start(self) -> None:
        """Begin, or begin anew."""
        words = ["--x11-display", self._display, "--socket", "wayland-7", "--no-lockscreen", "--no-global-shortcuts"]
        words += ["--xwayland", str(self._teller)] if self._x11 else []
        self._run([str(self._binary), *words], self._all)


class Gnome(_Compositor):
    """Mutter without a screen, on a bus of its own (`address`, which is also the test's own)."""

    def __init__(self, folder: Path, address: str, *, x11: bool = False) -> None:
        super().__init__(folder, "wayland-0", x11=x11)
        self._all = {**os.environ, "XDG_RUNTIME_DIR": str(folder), "DBUS_SESSION_BUS_ADDRESS": address}
        self._all |= {"MUTTER_DEBUG_RESET_IDLETIME": "1", "GSETTINGS_BACKEND": "memory"}
        self.bus = Bus()
        self._keyboard = ""
        self.start()

    def start(self) -> None:
        """Begin, or begin anew."""
        words = ["--wayland", "--headless", "--virtual-monitor", "1400x900"]
        words += ["--", str(self._teller)] if self._x11 else ["--no-x11"]
        self._run(["mutter", *words], self._all)

    def touch(self) -> None:
        """Do what a hand at the mouse would do."""
        self.bus.call(Call(_MONITOR, _MONITOR_PATH, _MONITOR, "ResetIdletime"))

    def take_keyboard(self) -> None:
        """Ask for a keyboard; `has_keyboard` once it is there."""
        self.bus.call(Call(_REMOTE, _REMOTE_PATH, _REMOTE, "CreateSession"), self._begin_keyboard)

    @property
    def has_keyboard(self) -> bool:
        """Whether keys can be pressed."""
        return bool(self._keyboard)

    def key(self) -> None:
        """Press the key of the letter a and let it go."""
        for down in (True, False):
            self._ask_keyboard("NotifyKeyboardKeycode", "ub", (_A_KEY, down))

    def _begin_keyboard(self, values: tuple[object, ...], why: str) -> None:
        if not why:
            self._keyboard = str(values[0])
            self._ask_keyboard("Start")

    def _ask_keyboard(self, method: str, signature: str = "", values: tuple[object, ...] = ()) -> None:
        self.bus.call(Call(_REMOTE, self._keyboard, f"{_REMOTE}.Session", method, signature, values))
