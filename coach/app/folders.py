"""Where the person's data lives."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from coach.errors import DataError
from coach.i18n import _


def data_folder(option: str | None, environ: Mapping[str, str] = os.environ) -> Path:
    """Return the data folder: the option, else LIMBER_DATA_DIR, else the system's place for it.

    Raises `DataError` when the path, or a folder on the way to it, is a file, or when it cannot be a path.
    """
    try:
        folder = _folder(option or environ.get("LIMBER_DATA_DIR"))
        there = next((path for path in (folder, *folder.parents) if path.exists()), None)
        taken = there is not None and not there.is_dir()
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error).rstrip(".")
        raise DataError(_("There can be no data folder at this place: {reason}.").format(reason=reason)) from error
    if taken:
        raise DataError(
            _("{folder} is a file, not a folder; choose another place with --data-dir.").format(folder=there)
        )
    return folder


def cache_folder() -> Path:
    """Return the system's place for what can be made again at any time: pictures."""
    import platformdirs

    return Path(platformdirs.user_cache_dir("limber", appauthor=False)) / "figures"


def _folder(chosen: str | None) -> Path:
    if chosen:
        return Path(chosen).expanduser().absolute()
    import platformdirs

    return Path(platformdirs.user_data_dir("limber", appauthor=False))
