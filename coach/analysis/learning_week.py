"""A learning week: seven days in which each session asks after every exercise. The person starts it, and may end it any time.

It is kept as an answer in the journal, so that it holds on every computer of theirs; the latest counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

KEY = "learning-week"
DAYS = 7


class LearningWeek(NamedTuple):
    """One that is on: its first and its last local day."""

    first: date
    last: date

    def number(self, today: date) -> int:
        """Return which of its days today is, from 1."""
        return (today - self.first).days + 1


def learning_week(answers: Mapping[str, Any], today: date) -> LearningWeek | None:
    """Return the learning week that is on, None outside one: it ends by itself after seven days."""
    kept = answers.get(KEY)
    try:
        first = date.fromisoformat(kept["first"]) if isinstance(kept, dict) else None
    except (KeyError, TypeError, ValueError):
        first = None
    if first is None or not 0 <= (today - first).days < DAYS:
        return None
    return LearningWeek(first, first + timedelta(days=DAYS - 1))


def begun(today: date) -> dict[str, str]:
    """Return the answer that starts one today."""
    return {"first": today.isoformat()}


def ended() -> dict[str, str]:
    """Return the answer that ends it."""
    return {"first": ""}
