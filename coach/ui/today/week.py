"""The week as seven dots with words: no streak, and a day without a session is a rest. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coach.analysis.week import DayOfWeek
from coach.i18n import _, ngettext
from coach.ui.today.model import WeekDay
from coach.ui.words import length_words

#: A bar is full from ten minutes on, about one routine: a session of seconds must not look like a long one.
_FULL_MS = 600_000


def week_days(days: Sequence[DayOfWeek]) -> tuple[WeekDay, ...]:
    """Put seven days into words and shares."""
    longest = max(_FULL_MS, *(day.done_ms for day in days)) if any(day.done_ms for day in days) else 0
    return tuple(
        WeekDay(
            short=_short_weekday(day.day),
            words=_day_sentence(day),
            share=day.done_ms / longest if longest else 0.0,
            is_today=day.is_today,
            is_ahead=day.is_ahead,
        )
        for day in days
    )


def _day_sentence(day: DayOfWeek) -> str:
    name = _long_weekday(day.day)
    if day.is_ahead:
        return _("{day}: still to come").format(day=name)
    if not day.sessions and day.is_today:
        return _("{day}: nothing yet").format(day=name)
    if not day.sessions:
        return _("{day}: rest").format(day=name)
    words = ngettext("{day}: {n} session, {length}", "{day}: {n} sessions, {length}", day.sessions)
    return words.format(day=name, n=day.sessions, length=length_words(day.done_ms))


def week_words(days: Sequence[DayOfWeek]) -> str:
    """Say how the week went so far."""
    count = sum(day.sessions for day in days)
    if not count:
        return _("Nothing yet this week. That is fine.")
    words = ngettext("{n} session, {length} in all", "{n} sessions, {length} in all", count)
    return words.format(n=count, length=length_words(sum(day.done_ms for day in days)))


def date_words(day: date) -> str:
    """The day as it stands on a wall calendar."""
    return _("{weekday}, {day} {month}").format(weekday=_long_weekday(day), day=day.day, month=_month(day))


def _long_weekday(day: date) -> str:
    names = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return names[day.weekday()]


def _short_weekday(day: date) -> str:
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[day.weekday()]


def _month(day: date) -> str:
    names = (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )
    return names[day.month - 1]
