"""The settings file: read without ever blocking the start, written in one atomic step.

What cannot be used falls back to its default, key by key; the file is kept aside as `.bad-<time>`
and one sentence says so (RELIABILITY.md row 42). Nothing in here is about the person's health.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple, get_type_hints

import msgspec

from coach.clock import Stamp
from coach.errors import DataError
from coach.files import write_atomic
from coach.i18n import _
from coach.settings.model import Settings

FILE_NAME = "settings.json"

#: A real file has a few hundred bytes; reading stops here.
MAX_BYTES = 64 * 1024


class Loaded(NamedTuple):
    """What was read: usable settings, and a sentence for the person ('' when all was well)."""

    settings: Settings
    notice: str


def load_settings(folder: Path, now: Stamp) -> Loaded:
    """Read `settings.json` in `folder`; never raises for what the file holds or for a file that cannot be read.

    `now` names the copy that is kept of a file with something wrong in it.
    """
    path = folder / FILE_NAME
    try:
        raw = _read(path)
    except FileNotFoundError:
        return Loaded(Settings(), "")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Loaded(
            Settings(),
            _("Your settings in {path} could not be read ({reason}), so the usual ones are used.").format(
                path=path, reason=reason
            ),
        )
    settings, bad = _usable(raw)
    if not bad:
        return Loaded(settings, "")
    kept = _set_aside(path, now)
    if kept is not None and bad != _WHOLE_FILE:
        # The good keys stay good at the next start; a folder that cannot be written is no reason to stop.
        with suppress(DataError):
            save_settings(folder, settings)
    return Loaded(settings, _notice(path, bad, kept))


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the settings atomically, readable by their owner only; raises `DataError` when that fails."""
    path = folder / FILE_NAME
    text = msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"
    try:
        write_atomic(path, text)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise DataError(
            _("Your settings could not be saved in {path}: {reason}.").format(path=path, reason=reason)
        ) from error


def wants_x11(folder: Path) -> bool:
    """Read ahead the one choice that has to be known before any window is there (`Settings.through_x11`).

    Never raises: whatever cannot be read is as usual here, and `load_settings` says what is wrong a moment later.
    """
    try:
        return _usable(_read(folder / FILE_NAME))[0].through_x11
    except OSError:
        return Settings().through_x11


#: Marks a file of which nothing could be used.
_WHOLE_FILE = ("",)


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _usable(raw: bytes) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings that can be used and the keys that cannot (`_WHOLE_FILE` when none can)."""
    try:
        found = _parse(raw)
    except (ValueError, RecursionError):
        return Settings(), _WHOLE_FILE
    if not isinstance(found, dict):
        return Settings(), _WHOLE_FILE
    kinds = get_type_hints(Settings, include_extras=True)
    good: dict[str, Any] = {}
    bad: list[str] = []
    for key, value in found.items():
        try:
            good[key] = msgspec.convert(value, kinds[key])
        except (KeyError, msgspec.ValidationError):
            bad.append(key)
    return Settings(**good), tuple(bad)


def _parse(raw: bytes) -> Any:
    if len(raw) > MAX_BYTES:
        raise ValueError("too big")
    # The standard reader takes NaN as a number, so that one NaN costs one key and not the whole file.
    return json.loads(raw.decode("utf-8-sig"))


def _set_aside(path: Path, now: Stamp) -> Path | None:
    """Rename the file to `.bad-<time>`; None when the folder does not allow it."""
    stem = f"{path.name}.bad-{now.local():%Y%m%dT%H%M%S}"
    kept = path.with_name(stem)
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}")
    try:
        path.rename(kept)
    except OSError:
        return None
    return kept


def _notice(path: Path, bad: tuple[str, ...], kept: Path | None) -> str:
    where = (
        _("The old file is kept as {name}.").format(name=kept.name)
        if kept is not None
        else _("The file is left as it is.")
    )
    if bad == _WHOLE_FILE:
        what = _("Your settings file {path} is damaged, so the usual settings are used.").format(path=path)
    else:
        names = ", ".join(_short(key) for key in bad[:5]) + (" …" if len(bad) > 5 else "")
        what = _(
            "In your settings file {path} these could not be used, so they have their usual values: {names}."
        ).format(path=path, names=names)
    return f"{what} {where}"


def _short(key: str) -> str:
    """A file's own text, made safe to show: printable and short."""
    shown = "".join(sign for sign in key if sign.isprintable())
    return shown if len(shown) <= 40 else shown[:39] + "…"
