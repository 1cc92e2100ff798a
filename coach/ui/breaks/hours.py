"""The hours of a week as they are shown and changed. No Qt."""

from __future__ import annotations

import re
from datetime import date

from msgspec.structs import replace

from coach.i18n import _
from coach.settings.breaks import Breaks, Hours, QuietDays, Range
from coach.ui.words import day_words

_DAY_MIN = 24 * 60
_USUAL = Range(begin_min=9 * 60, end_min=18 * 60)
_HOUR = 60
#: So many stretches has a day at most.
MOST = 12
WORKDAYS = 5
_TIME = re.compile(r"(\d{1,2})(?:\s*[:.,hH]?\s*(\d\d))?")


def typed_minute(text: str) -> int | None:
    """Return the minutes since midnight that were typed: 8:30, 08.30, 830, 0830 or 8; None for what is no time."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    minute = int(found[1]) * _HOUR + int(found[2] or 0)
    in_hour = int(found[2] or 0) < _HOUR
    return minute % _DAY_MIN if in_hour and minute <= _DAY_MIN else None


def weekday_word(number: int) -> str:
    """Name a weekday, Monday first."""
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[number]


def range_note(hours: Range) -> str:
    """Say what the two times do not say by themselves; '' for hours of one day."""
    begin, end = hours.begin_min % _DAY_MIN, hours.end_min % _DAY_MIN
    if begin == end:
        return _("24 hours")
    return _("next day") if 0 < end < begin else ""


def another(day: tuple[Range, ...]) -> Range:
    """Return hours to begin with when some are added to a day: after those there are."""
    if not day:
        return _USUAL
    begin = min((max(one.end_min if one.end_min > one.begin_min else _DAY_MIN for one in day)) + _HOUR, 22 * _HOUR)
    return Range(begin_min=begin, end_min=max(begin + _HOUR, _USUAL.end_min))


def with_day(hours: Hours, weekday: int, day: tuple[Range, ...]) -> Hours:
    """Return the week with other hours on one weekday."""
    week = list(hours)
    week[weekday] = day
    return tuple(week)  # type: ignore[return-value]  # as many as before


def like_monday(hours: Hours) -> Hours:
    """Return the week with Monday's hours on every day from Monday to Friday."""
    return (*((hours[0],) * WORKDAYS), *hours[WORKDAYS:])  # type: ignore[return-value]  # seven again


def with_quiet(breaks: Breaks, first: str, last: str, today: str) -> Breaks:
    """Return the settings with more quiet days (ISO); those that are over are left out."""
    first, last = min(first, last), max(first, last)
    held = [one for one in breaks.quiet_days if one.last >= today and not (first <= one.first and one.last <= last)]
    added = sorted([*held, QuietDays(first=first, last=last)], key=lambda one: one.first)
    return replace(breaks, quiet_days=tuple(added))


def without_quiet(breaks: Breaks, gone: QuietDays) -> Breaks:
    """Return the settings without some quiet days."""
    return replace(breaks, quiet_days=tuple(one for one in breaks.quiet_days if one != gone))


def quiet_words(days: QuietDays, today: str) -> str:
    """Name quiet days: "Today", "Thursday, 24 December 2026 to Friday, 1 January 2027"."""
    if days.first == days.last:
        return day_words(days.first, today)
    return _("{first} to {last}").format(first=day_words(days.first, today), last=day_words(days.last, today))


def is_a_day(text: str) -> bool:
    """Return whether a text from the settings file is a day there is."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
