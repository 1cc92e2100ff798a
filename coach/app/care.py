"""Looking after the data and the program: backup, restore, doctor."""

from __future__ import annotations

import importlib.metadata
import platform
from pathlib import Path

from coach import __version__
from coach.app.break_commands import seen
from coach.app.journals import OwnedJournal, backed_up, reading
from coach.clock import Clock, SystemClock
from coach.desktop import bus_probes, probes
from coach.desktop.desk import looked_at
from coach.desktop.ownership import Owner, ask_owner
from coach.errors import CoachError, DataError
from coach.i18n import _, ngettext
from coach.ports.probe import Finding
from coach.settings.store import wants_x11
from coach.store.restore import restore as put_back


def versions() -> Finding:
    """Name the versions that matter in a report."""
    from coach.store.facts import sqlite_version

    words = [
        f"Limber {__version__}",
        f"Python {platform.python_version()}",
        f"Qt (PySide6) {importlib.metadata.version('PySide6-Essentials')}",
        f"SQLite {sqlite_version()}",
        platform.platform(terse=True),
    ]
    return Finding(_("versions"), True, ", ".join(words))


def folder_line(folder: Path) -> Finding:
    """Say where the data is and whether it can be written."""
    from coach.files import writable

    name = _("data folder")
    if not folder.exists():
        return Finding(name, True, _("{folder} (will be made when something is saved)").format(folder=folder))
    if writable(folder):
        return Finding(name, True, str(folder))
    return Finding(name, False, _("{folder} cannot be written; entries cannot be saved").format(folder=folder))


def journal_line(folder: Path) -> Finding:
    """Read the whole journal and compare every row with its hash."""
    name = _("journal check")
    try:
        with reading(folder) as journal:
            damaged = journal.damaged()
            entries, sessions = len(journal.entries()), len(journal.sessions())
    except CoachError as trouble:
        return Finding(name, False, str(trouble))
    if damaged:
        return Finding(name, False, " ".join(damaged))
    words = ngettext("{n} entry", "{n} entries", entries).format(n=entries)
    more = ngettext("{n} session", "{n} sessions", sessions).format(n=sessions)
    return Finding(
        name, True, _("{entries}, {sessions}, every row as it was written").format(entries=words, sessions=more)
    )


def seen_from(running: list[Finding] | None) -> Finding:
    """Say for whom the lines after this one speak; `running` is how the running program sees the desk."""
    if running is None:
        words = _("this terminal; in a window of your desktop more may work")
    elif running:
        words = _("this terminal; from “{name}” on, the Limber that is open").format(name=running[0].name)
    else:
        words = _("this terminal only; what the open Limber sees is on its Breaks page")
    return Finding(_("seen from"), True, words)


def examine(folder: Path, journal: Finding) -> list[Finding]:
    """Return one finding per thing the program leans on; `journal` is what `journal_line` found."""
    running = seen(folder)
    return [
        versions(),
        folder_line(folder),
        journal,
        seen_from(running),
        probes.audio(),
        probes.speech(),
        probes.windows(through_x11=wants_x11(folder)),
        probes.tray(),
        bus_probes.notifications(),
        bus_probes.staying_awake(),
        *(running or looked_at(SystemClock())),
    ]


def backup(folder: Path, clock: Clock) -> str:
    """Make a verified copy, by the owner of the folder if there is one, and say where it is."""
    owner = Owner.acquire(folder)
    if owner is None:
        return str(ask_owner(folder, {"do": "backup"}, timeout=60)["sentence"])
    try:
        journal = OwnedJournal(folder, clock)
        try:
            return backed_up(journal, folder, clock)
        finally:
            journal.close()
    finally:
        owner.release()


def restore(folder: Path, file: Path, clock: Clock) -> str:
    """Put a backup back and say what was set aside; refused while Limber is open with this folder."""
    if not file.is_file():
        raise DataError(_("{file} does not exist or is not a file.").format(file=file))
    owner = Owner.acquire(folder)
    if owner is None:
        raise DataError(_("Limber is open with {folder}. Close it, then restore.").format(folder=folder))
    try:
        done = put_back(folder, file, now=clock.stamp())
    finally:
        owner.release()
    back = ngettext("{n} event was put back.", "{n} events were put back.", done.events).format(n=done.events)
    if done.set_aside is None:
        return back
    return back + " " + _("The journal that was here is kept in {folder}.").format(folder=done.set_aside)
