"""`limber` with its window: one process per data folder; a second start raises the first.

What is not needed to paint the first window is loaded after it has been painted.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.desktop.display import display, platform_plugins
from coach.desktop.owned_folder import take_folder
from coach.errors import WrongUseError
from coach.i18n import _
from coach.lock import FileLock

if TYPE_CHECKING:
    from coach.app.shell import Shell


def open_window(
    folder: Path, *, speed: float = 1.0, routine: str | None = None, resume: bool = False, aside: bool = False
) -> int:
    """Open the window, with a session on the stage if one is named, and return the exit code.

    `aside`: started by the login and not by the person, so it comes in the tray, and does not raise one that is open.
    Raises `WrongUseError` where no window can be opened.
    """
    if not display():
        raise WrongUseError(
            _("There is no display here, so no window can open; “limber tour --out DIR” saves pictures of every page.")
        )
    gc.disable()  # start-up makes little garbage, and looking for it costs a tenth of the time to the first window
    lock = take_folder(folder)
    if lock is None and aside:
        return 0
    if lock is None:
        from coach.desktop.ownership import ask_owner

        ask_owner(folder, {"do": "raise"})
        print(_("Limber is already open with this data; its window is in front now."))
        if routine is not None or resume:
            print(_("Start the session there."))
        return 0
    try:
        return _run(lock, folder, speed, routine, resume=resume, aside=aside)
    finally:
        lock.release()


def _run(lock: FileLock, folder: Path, speed: float, routine: str | None, *, resume: bool, aside: bool) -> int:
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from coach.app.first_paint import FirstPaint
    from coach.app.opening import opening
    from coach.clock import SystemClock
    from coach.desktop.ending import EndAsked
    from coach.settings.store import wants_x11

    # As words and not in the environment, which programs that are started from here would inherit.
    plugins = platform_plugins(through_x11=wants_x11(folder))
    app = QApplication([*sys.argv[:1], *(("-platform", plugins) if plugins else ())])
    app.setApplicationName("limber")
    app.setApplicationDisplayName("Limber")
    app.setDesktopFileName("io.github.limber_coach.Limber")
    clock = SystemClock()
    first = opening(app, folder, clock, speed)
    shells: list[Shell] = []

    def go_on() -> None:
        from coach.app.folders import data_folder
        from coach.app.outside import outside_here
        from coach.app.shell import Shell
        from coach.app.sounding import loud_here
        from coach.desktop.ownership import Owner

        elsewhere = None if folder == data_folder(None, {}) else folder
        outside = outside_here(app, clock, elsewhere)
        shell = Shell(app, Owner(folder, lock), folder, clock, speed, first, loud_here(), outside)
        shells.append(shell)
        gc.freeze()
        # Content and pages stay for good: looking through them again and again would make a figure stutter.
        shell.loaded.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
        shell.open(routine=routine, resume=resume, aside=aside)

    if aside:
        QTimer.singleShot(0, go_on)  # nothing is painted until somebody looks
    else:
        FirstPaint(first.window).done.connect(go_on)
        first.window.show()
    # Not `quit`: that asks the window, which may refuse or go into the tray.
    ending = EndAsked(app.exit, app)
    code = app.exec()
    for shell in shells:
        shell.close()
    ending.close()
    return code
