"""`limber break` and `limber status`: said to the program that runs with this data."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

import msgspec

from coach.app.breaks_line import BREAK, STATUS
from coach.console.break_words import pause_minutes, status_lines, time_of_day
from coach.desktop.ownership import Answer, Request, ask_owner
from coach.errors import CoachError, DataError, NotRunningError
from coach.files import OWNER_LOCK, try_own
from coach.i18n import _
from coach.ports.probe import Finding


def say(chosen: Namespace, folder: Path) -> str:
    """Say a word about breaks to the running program and return its sentence."""
    return str(_asked(folder, {"do": BREAK, "say": chosen.say, **_values(chosen)})["sentence"])


def status(folder: Path, *, as_json: bool) -> str:
    """Return how breaks stand: sentences, or one line of JSON."""
    found: dict[str, Any] = _asked(folder, {"do": STATUS})["status"]
    return msgspec.json.encode(found).decode() if as_json else "\n".join(status_lines(found))


def seen(folder: Path) -> list[Finding] | None:
    """Return how the running program sees the desk; None where none runs, [] where it does not look."""
    try:
        found = msgspec.convert(_asked(folder, {"do": STATUS}).get("findings", []), list[Finding])
    except NotRunningError:
        return None
    except (CoachError, msgspec.ValidationError):
        return []
    return [] if any(one.looking for one in found) else found


def _values(chosen: Namespace) -> dict[str, Any]:
    """Read what stands behind the word here, where a mistake in it can be said."""
    if chosen.say == "now":
        return {"shorter": chosen.shorter}
    if chosen.say == "pause":
        return {"minutes": pause_minutes(chosen.length)}
    if chosen.say == "busy":
        return {"until": time_of_day(chosen.until).isoformat(timespec="minutes")}
    return {}


def _asked(folder: Path, request: Request) -> Answer:
    """Ask the owner of the folder; nothing is made and nothing is waited for where there is none."""
    try:
        lock = try_own(folder) if (folder / OWNER_LOCK).exists() else None
        running = lock is None and (folder / OWNER_LOCK).exists()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        words = _("The data folder {folder} cannot be used: {reason}.")
        raise DataError(words.format(folder=folder, reason=reason)) from error
    if lock is not None:
        lock.release()
    if not running:
        raise NotRunningError(
            _("Limber is not running with this data, so no breaks are counted. Start it with: limber")
        )
    return ask_owner(folder, request)
