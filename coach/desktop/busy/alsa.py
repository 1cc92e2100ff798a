"""Who uses the microphone where there is no sound server: the kernel's own account of it, a few short files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject

from coach.desktop.polled import NothingToSeeError, Polled
from coach.i18n import _
from coach.ports.sensor import Sense

_PLACE: Final = Path("/proc/asound")
_RUNNING: Final = "state: RUNNING"
_LINE: Final = 64


def looking(place: Path = _PLACE) -> Callable[[], Sense]:
    """Return what looks at the recording half of every sound card; it raises `NothingToSeeError` where there is none."""

    def look() -> Sense:
        files = sorted(place.glob("card*/pcm*c/sub*/status"))
        if not files:
            raise NothingToSeeError(_("there is no sound card that can record"))
        return Sense(any(_head(file).startswith(_RUNNING) for file in files))

    return look


def _head(file: Path) -> str:
    try:
        with file.open(encoding="ascii", errors="replace") as lines:
            return lines.readline(_LINE)
    except OSError:
        return ""  # unplugged meanwhile


def alsa_microphone(parent: QObject | None = None, place: Path = _PLACE) -> Polled:
    """Return the way that looks every few seconds."""
    return Polled(looking(place), lambda: _("the sound cards are looked at every few seconds"), parent)
