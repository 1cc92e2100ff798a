"""`limber tour`: drives the real window through a person's main job and saves a picture of every page."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

from coach.errors import DataError
from coach.i18n import _

#: The pictures are the same whenever they are taken: the tour happens on this morning.
THEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
MORNING = datetime(2026, 5, 6, 8, 40, tzinfo=timezone(timedelta(hours=1)))


def tour(out: Path) -> list[Path]:
    """Save PNGs of every page in both themes into `out` and return their paths.

    Raises `DataError` when the folder cannot be written.
    """
    _prepare(out)
    from coach.app.breaks_guide import BreaksGuide
    from coach.app.tour_guide import Guide

    taken: list[Path] = []
    for theme in THEMES:
        for kind in (Guide, BreaksGuide):
            with _throw_away_folder() as folder:
                guide = kind(folder, out, MORNING, theme)
                try:
                    taken += guide.walk()
                finally:
                    guide.close()
    return taken


def stage_tour(out: Path) -> list[Path]:
    """Save PNGs of every state of a session, in a window and as it fills a screen, in both themes; as `tour`."""
    _prepare(out)
    from coach.app.stage_guide import StageGuide

    taken: list[Path] = []
    for theme in THEMES:
        for full in (False, True):
            with _throw_away_folder() as folder:
                for part in (StageGuide.leave_in_a_hold, StageGuide.after_restart, StageGuide.walk):
                    guide = StageGuide(folder, out, MORNING, theme, full=full)
                    try:
                        taken += part(guide)
                    finally:
                        guide.close()
    return taken


def _prepare(out: Path) -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DataError(_("{folder} cannot be made: {reason}.").format(folder=out, reason=error.strerror)) from error


@contextmanager
def _throw_away_folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="limber-tour-") as name:
        yield Path(name)
