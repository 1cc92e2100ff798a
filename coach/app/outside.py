"""The desktop around the window: tray, messages, staying awake, the locked screen; stand-ins where there is none (the tour, tests)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QIcon

from coach.app.no_desk import NoDesk
from coach.clock import Clock
from coach.desktop.hotkey import NoHotkey
from coach.i18n import _
from coach.ports.desk import Desk
from coach.ports.hotkey import Hotkey
from coach.ports.notifier import Notice, Notifier
from coach.ports.screen_lock import ScreenLock
from coach.ports.tray import Tray, TrayState
from coach.ports.wake_lock import Hold, Told, WakeLock


class Outside(NamedTuple):
    """What the desktop offers. `wayland`: with an X server beside it, so that there is a choice."""

    tray: Tray
    notifier: Notifier
    wake_lock: WakeLock
    screen_lock: ScreenLock
    hotkey: Hotkey = NoHotkey()
    desk: Desk = NoDesk()
    wayland: bool = False


class NoTray:
    """A desktop without a tray."""

    def trouble(self) -> str:
        """There is none."""
        return _("no tray is running; Limber stays in its window")

    def show(self, state: TrayState, chosen: Callable[[str], None]) -> bool:
        """Show nothing."""
        del state, chosen
        return False

    def hide(self) -> None:
        """Have nothing to hide."""


class NoNotifier:
    """A desktop that shows no messages, and does not complain about it."""

    def open(self, chosen: Callable[[str], None], trouble: Callable[[str], None]) -> None:
        """Have nothing to open."""

    def show(self, notice: Notice) -> None:
        """Show nothing."""

    def withdraw(self) -> None:
        """Have nothing to take back."""

    def close(self) -> None:
        """Have nothing to close."""


class NoWakeLock:
    """A machine that nobody asks to stay awake."""

    def hold(self, hold: Hold, told: Told) -> None:
        """Hold nothing, and say nothing."""

    def close(self) -> None:
        """Have nothing to let go."""


class NoScreenLock:
    """A desktop that does not tell whether the screen is locked."""

    def watch(self, unlocked: Callable[[], None]) -> None:
        """Hear nothing."""

    def close(self) -> None:
        """Have nothing to leave."""


def nothing_outside() -> Outside:
    """Return a desktop with nothing on it."""
    return Outside(NoTray(), NoNotifier(), NoWakeLock(), NoScreenLock())


def outside_here(parent: QObject, clock: Clock, folder: Path | None = None) -> Outside:
    """Return this machine's desktop; none of it is asked for anything yet. `folder` with the data, where it is another."""
    from coach.desktop.desk import MachineDesk
    from coach.desktop.display import platform_plugins
    from coach.desktop.hotkey import hotkey_here
    from coach.desktop.notifications import notifications
    from coach.desktop.screen_lock import screen_lock
    from coach.desktop.tray import TrayIcon
    from coach.desktop.wake_lock import wake_lock

    tray = TrayIcon(_picture, parent)
    lock = screen_lock(parent)
    hotkey = hotkey_here(QGuiApplication.platformName(), parent)
    desk, wayland = MachineDesk(clock, parent, folder), bool(platform_plugins(through_x11=True))
    return Outside(tray, notifications(tray, parent), wake_lock(parent), lock, hotkey, desk, wayland)


def _picture() -> QIcon:
    """Our sign in the colour of the brand, which is seen on light and on dark panels."""
    from coach.ui import theme
    from coach.ui.tokens import Tone

    used = theme.current()
    return used.icons.icon("limber", used.fill(Tone.BRAND), 22)
