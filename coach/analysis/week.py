"""How this week went: sessions per local day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from coach.journal.records import SessionRecord


class DayOfWeek(NamedTuple):
    """One day: how many sessions were begun on it (by the day they were begun) and the time done, milliseconds."""

    day: date
    sessions: int
    done_ms: int
    is_today: bool
    is_ahead: bool


def week(sessions: Iterable[SessionRecord], today: date, first_weekday: int = 0) -> tuple[DayOfWeek, ...]:
    """Return the seven days of the week that holds `today`; `first_weekday` 0 is Monday, 6 is Sunday.

    A session counts on its stored local day once something of it was done; rehearsals do not count.
    """
    start = today - timedelta(days=(today.weekday() - first_weekday) % 7)
    counts = dict.fromkeys(((start + timedelta(days=n)).isoformat() for n in range(7)), (0, 0))
    for session in sessions:
        held = counts.get(session.started.local_day)
        if held is None or session.rehearsal or session.done_ms <= 0:
            continue
        counts[session.started.local_day] = (held[0] + 1, held[1] + session.done_ms)
    return tuple(_day(text, count, today) for text, count in counts.items())


def _day(text: str, count: tuple[int, int], today: date) -> DayOfWeek:
    day = date.fromisoformat(text)
    return DayOfWeek(day, *count, is_today=day == today, is_ahead=day > today)
