"""Where the person's data lives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from coach.errors import DataError
from coach.i18n import _


def data_folder(option: str | None, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder: the option, else LIMBER_DATA_DIR, else the system's place for it.

    Raises `DataError` when the path is taken by a file.
    """
    chosen = option or environ.get("LIMBER_DATA_DIR")
    if chosen:
        folder = Path(chosen).expanduser().absolute()
    else:
        import platformdirs

        folder = Path(platformdirs.user_data_dir("limber", appauthor=False))
    if folder.exists() and not folder.is_dir():
        raise DataError(
            _("{folder} is a file, not a folder; choose another place with --data-dir.").format(folder=folder)
        )
    return folder
