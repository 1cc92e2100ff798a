"""Words after `limber break`, turned into values, and what `limber status` prints."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import time
from typing import Any

from coach.errors import WrongUseError
from coach.i18n import _
from coach.reminders.answers import PAUSE_MOST_MIN
from coach.reminders.why import minutes_words

UNTIL_TOMORROW = "until-tomorrow"
_LENGTH = re.compile(r"(?:(?P<hours>\d{1,3})h)?(?:(?P<minutes>\d{1,4})m?)?", re.ASCII)
_TIME = re.compile(r"(?P<hour>\d{1,2}):(?P<minute>\d{2})", re.ASCII)
_MIN_MS = 60_000


def pause_minutes(text: str) -> int | None:
    """Return the minutes of a pause, None for *until tomorrow*: "30m", "2h", "1h30m", "90", "until-tomorrow".

    Raises `WrongUseError` for anything else, and for less than a minute or more than the longest pause there is.
    """
    words = text.strip().lower()
    if words == UNTIL_TOMORROW:
        return None
    found = _LENGTH.fullmatch(words)
    minutes = 60 * int(found["hours"] or 0) + int(found["minutes"] or 0) if found else 0
    if 0 < minutes <= PAUSE_MOST_MIN:
        return minutes
    raise WrongUseError(
        _(
            "limber break pause: “{text}” is no length of a pause. Write 30m, 2h or 1h30m, up to {hours} hours, or {until}."
        ).format(text=text, hours=PAUSE_MOST_MIN // 60, until=UNTIL_TOMORROW)
    )


def time_of_day(text: str) -> time:
    """Return a time of day written as 15:30, on 24 hours; raises `WrongUseError` for anything else."""
    found = _TIME.fullmatch(text.strip())
    try:
        if found:
            return time(int(found["hour"]), int(found["minute"]))
    except ValueError:
        pass  # 25:00, 12:60
    raise WrongUseError(_("limber break busy: write the end as 15:30, not “{text}”.").format(text=text))


def status_lines(status: Mapping[str, Any]) -> list[str]:
    """Return the status as a person reads it; `status` as `coach.reminders.status.Status` is written."""
    sat_ms = int(status["seated_minutes_today"]) * _MIN_MS
    length = minutes_words(sat_ms) if sat_ms else _("less than a minute")
    lines = [str(status["reason"])]
    if status["state"] != "off":
        lines.append(_("Sat today: {length}.").format(length=length))
    if status["standing"]:
        lines.append(_("You stand."))
    if status["gentle"]:
        lines.append(_("Today goes gently: nothing is stretched."))
    if status["counted"]:
        lines.append(str(status["counted"]))
    return lines
