"""How days and numbers are written: handed in, because only Qt knows the person's locale."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field

_MINUTES_PER_DAY = 1440
_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Say:
    """Each takes a local day as an ordinal: `day` gives "3 May", `full_day` "Sat 3 May 2025"; `decimal` gives "4.5".

    `weekday` names a weekday (0 Monday … 6 Sunday), `weekday_short` and `month` (1 to 12) in short; weeks begin with
    `first_weekday`.
    """

    day: Callable[[int], str]
    full_day: Callable[[int], str]
    decimal: Callable[[float], str]
    weekday: Callable[[int], str] = field(default=calendar.day_name.__getitem__)
    weekday_short: Callable[[int], str] = field(default=calendar.day_abbr.__getitem__)
    month: Callable[[int], str] = field(default=calendar.month_abbr.__getitem__)
    first_weekday: int = 0

    def time(self, x: float) -> str:
        """Write the time of a position on the time axis: "07:30"."""
        hours, minutes = divmod(round((x % 1) * _MINUTES_PER_DAY) % _MINUTES_PER_DAY, 60)
        return f"{hours:02}:{minutes:02}"

    def plain(self, value: float) -> str:
        """Write a number without a decimal that says nothing: "4", "4.5"."""
        words = self.decimal(value)
        return str(round(value)) if words == self.decimal(round(value)) else words

    def change(self, value: float) -> str:
        """Write a change with its sign and no decimal that says nothing: "+1", "−2", "−0.5", "0"."""
        size = self.plain(abs(value))
        return size if size == self.plain(0) else f"{_MINUS if value < 0 else '+'}{size}"
