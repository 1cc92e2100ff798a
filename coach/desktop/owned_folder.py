"""Taking a data folder: light to load, because it comes before the first window."""

from __future__ import annotations

from pathlib import Path

from coach.errors import DataError
from coach.files import private_folder, try_own
from coach.i18n import _
from coach.lock import FileLock


def take_folder(folder: Path) -> FileLock | None:
    """Make the folder this process's, or return None while another process owns it.

    Raises `DataError` when it cannot be made or written.
    """
    try:
        private_folder(folder)
        return try_own(folder)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The data folder {folder} cannot be used: {reason}.").format(folder=folder, reason=reason)
        ) from error
