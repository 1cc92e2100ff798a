"""Settings in words."""

from __future__ import annotations

from coach.ui.preferences.state import backup_words, seconds_choice_words
from tests.fakes import FakeClock


def test_backup_words() -> None:
    """The last verified backup is named by day and time; without one, the page says when one is made."""
    stamp = FakeClock().stamp()
    assert backup_words(stamp, stamp.local_day) == "Last verified backup: Today, 09:15."
    assert backup_words(stamp, "2026-05-06") == "Last verified backup: Monday, 4 May 2026, 09:15."
    assert backup_words(None, stamp.local_day).startswith("No backup yet")


def test_seconds_choice_words() -> None:
    """The extra get-ready is said shortly."""
    assert [seconds_choice_words(n) for n in (0, 5, 7.5)] == ["None", "5 seconds", "7.5 seconds"]
