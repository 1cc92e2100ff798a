"""A period as words on the command line: --from and --to, days as in 2026-11-20."""

from __future__ import annotations

from datetime import date, timedelta

from coach.analysis.period import Span
from coach.errors import WrongUseError
from coach.i18n import _

#: Without --from a period has four weeks.
USUAL_DAYS = 28


def period(first: str | None, last: str | None, today: date) -> Span:
    """Read a period; it ends today and has four weeks where nothing else is said.

    Raises `WrongUseError` for a word that is no day, or for an end before the beginning.
    """
    end = _day(last, "--to") if last else today
    begin = _day(first, "--from") if first else end - timedelta(days=USUAL_DAYS - 1)
    if end < begin:
        raise WrongUseError(
            _("--to {last} lies before --from {first}.").format(first=begin.isoformat(), last=end.isoformat())
        )
    return Span(begin, end)


def open_period(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Read a period without an end where nothing is said, as ISO days; raises `WrongUseError` as `period` does."""
    begin = _day(first, "--from") if first else None
    end = _day(last, "--to") if last else None
    if begin is not None and end is not None:
        period(first, last, end)
    return (begin.isoformat() if begin else None, end.isoformat() if end else None)


def _day(text: str, option: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise WrongUseError(
            _("{option} is a day such as 2026-11-20, not “{text}”.").format(option=option, text=text)
        ) from None
