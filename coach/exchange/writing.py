"""Putting an export on the disk: whole or not at all, for its owner alone, and over nothing that was there unasked."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from coach.errors import DataError
from coach.exchange.export import Export
from coach.files import TEMPORARY_MARK, private_folder, sync_folder, temporary_name, write_atomic
from coach.i18n import _


def write_export(export: Export, path: Path, *, force: bool) -> None:
    """Write it at `path`; `force` lets it replace what has the same name.

    A file holds its old bytes or the new ones, never a part; a new folder is there with all its files or not at all,
    and in one that was there each file is replaced as a whole. Raises `DataError` with a sentence.
    """
    try:
        content = export.single
        if content is not None:
            _write_file(path, content, force=force)
        else:
            _write_folder(path, export.files, force=force)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("The export could not be written to {path}: {reason}.").format(path=path, reason=reason)
        ) from error


def _write_file(path: Path, content: bytes, *, force: bool) -> None:
    if path.is_dir():
        raise DataError(_("{path} is a folder; name a file.").format(path=path))
    _refuse_to_overwrite(path, force=force)
    _sweep(path)
    write_atomic(path, content)


def _write_folder(path: Path, files: Mapping[str, bytes], *, force: bool) -> None:
    if path.exists() and not path.is_dir():
        raise DataError(_("{path} is a file; name a folder, or a file that ends in .csv.").format(path=path))
    if path.is_dir():
        for name in files:
            _refuse_to_overwrite(path / name, force=force)
        for name, content in files.items():
            _sweep(path / name)
            write_atomic(path / name, content)
        return
    _sweep(path)
    temporary = temporary_name(path)
    try:
        private_folder(temporary)
        for name, content in files.items():
            write_atomic(temporary / name, content)
        temporary.rename(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    sync_folder(path.parent)


def _refuse_to_overwrite(path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        raise DataError(
            _("{path} is there already and was left as it is. Choose another name, or add --force.").format(path=path)
        )


def _sweep(path: Path) -> None:
    """Take away what an export that was killed left beside the same name."""
    for left in path.parent.glob(f"{_plain(path.name)}{TEMPORARY_MARK}*"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            with suppress(OSError):
                left.unlink()


def _plain(name: str) -> str:
    """A name for `glob`, its signs that mean something else taken as they are."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)
