"""Where things lie in the data folder."""

from __future__ import annotations

from pathlib import Path

JOURNAL_NAME = "journal.db"
BACKUP_FOLDER = "backups"
#: Says that there has been a journal here: a missing file is then a loss, not a first start.
MARKER_NAME = "journal.was-here"
#: A verified copy on its way to becoming the journal (see `restore`).
INCOMING_NAME = "journal.db.incoming"
SET_ASIDE = "set-aside-"


def journal_path(folder: Path) -> Path:
    """Return the journal file of a data folder."""
    return folder / JOURNAL_NAME


def list_backups(folder: Path) -> list[Path]:
    """Return the backup files of a data folder, by name, which begins with the local time."""
    return sorted((folder / BACKUP_FOLDER).glob("journal-*.db"))
