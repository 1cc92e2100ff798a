"""`limber` with its window: one process per data folder; a second start raises the first."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.clock import SystemClock
from coach.desktop import probes
from coach.desktop.ownership import Owner, ask_owner
from coach.errors import WrongUseError
from coach.i18n import _


def open_window(folder: Path, *, speed: float = 1.0, routine: str | None = None, resume: bool = False) -> int:
    """Open the window, with a session on the stage if one is named, and return the exit code.

    Raises `WrongUseError` where no window can be opened.
    """
    if not probes.display():
        raise WrongUseError(
            _("There is no display here, so no window can open; “limber tour --out DIR” saves pictures of every page.")
        )
    owner = Owner.acquire(folder)
    if owner is None:
        ask_owner(folder, {"do": "raise"})
        print(_("Limber is already open with this data; its window is in front now."))
        return 0
    try:
        return _run(owner, folder, speed, routine, resume=resume)
    finally:
        owner.release()


def _run(owner: Owner, folder: Path, speed: float, routine: str | None, *, resume: bool) -> int:
    from PySide6.QtWidgets import QApplication

    from coach.app.shell import Shell

    app = QApplication(sys.argv[:1])
    app.setApplicationName("limber")
    app.setApplicationDisplayName("Limber")
    app.setDesktopFileName("io.github.limber_coach.Limber")
    shell = Shell(app, owner, folder, SystemClock(), speed)
    shell.open(routine=routine, resume=resume)
    code = app.exec()
    shell.close()
    return code
