"""Which old backup may go: a pure rule, safe under clocks that jump."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from coach.clock import Stamp

#: (file name, when it was made, why), in the order they were made.
Kept = tuple[str, Stamp, str]

DAILY, WEEKLY, MONTHLY, BEFORE = 7, 4, 12, 3
FLOOR = 3


def to_delete(backups: Sequence[Kept], verified: str) -> str | None:
    """Return the one backup to delete now, or None.

    Kept are the last copy of each of the last 7 days, 4 weeks and 12 months that have one, the last 3 made
    before a change of format, and never fewer than 3. Days are counted among the backups themselves, not
    from today, so a wall clock in 2099 expires nothing. Nothing made after the `verified` copy is touched,
    and the order is the order of making, whatever the clocks said.
    """
    names = [name for name, _made, _why in backups]
    if len(backups) <= FLOOR or verified not in names:
        return None
    old = backups[: names.index(verified)]
    keep = _keep(backups) | {verified}
    return next((name for name, _made, _why in old if name not in keep), None)


def _keep(backups: Sequence[Kept]) -> set[str]:
    days = [(name, made.local_day) for name, made, _why in backups]
    before = [name for name, _made, why in backups if why.startswith("before-v")]
    return {
        *_last_of_each(days, DAILY),
        *_last_of_each([(name, _week(day)) for name, day in days], WEEKLY),
        *_last_of_each([(name, day[:7]) for name, day in days], MONTHLY),
        *before[-BEFORE:],
        *(name for name, _day in days[-FLOOR:]),
    }


def _last_of_each(backups: Iterable[tuple[str, str]], most: int) -> list[str]:
    """Return the last backup of each period, for the last `most` periods in the order of making."""
    last: dict[str, str] = {}
    for name, period in backups:
        last.pop(period, None)
        last[period] = name
    return list(last.values())[-most:]


def _week(day: str) -> str:
    year, week, _weekday = date.fromisoformat(day).isocalendar()
    return f"{year}-{week:02}"
