"""Ten years of entries every day: the statistics against reading them from the journal."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from coach.analysis.effects import effects
from coach.analysis.series import tightness_series
from coach.analysis.trend import trend, usual
from coach.analysis.uses import uses
from coach.store.open import open_journal, open_reader
from tests.fakes import FakeClock
from tests.seeded_year import ten_years

#: Uses, medians, claims and trends together take at most this part of reading entries and sessions.
STATISTICS = 1.0
_ROUNDS = 5


def timed_ms(work: Callable[[], object]) -> float:
    """How long a call takes, in milliseconds."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def test_the_statistics_of_ten_years_against_reading_them(tmp_path: Path) -> None:
    """About 100 000 events; each statistic in a line of its own."""
    store = open_journal(tmp_path / "data", app_version="0.1", clock=FakeClock())
    drafts = ten_years().drafts()
    for start in range(0, len(drafts), 5000):
        store.append(drafts[start : start + 5000])
    store.close()
    reader = open_reader(tmp_path / "data")
    entries, sessions = reader.entries(), reader.sessions()
    found, series = uses(entries, sessions), tightness_series(entries)
    works: dict[str, Callable[[], object]] = {
        "reading entries and sessions": lambda: (reader.entries(), reader.sessions()),
        "uses": lambda: uses(entries, sessions),
        "medians and claims": lambda: effects(found),
        "trends": lambda: [trend(usual(one)) for one in series],
    }
    taken = {name: statistics.median(timed_ms(work) for _round in range(_ROUNDS)) for name, work in works.items()}
    reader.close()
    print(f"\n{len(drafts)} events, {len(entries)} entries, {len(sessions)} sessions, {len(found)} uses")
    for name, ms in taken.items():
        print(f"{name:44}{ms:10.1f} ms")
    reading, *rest = taken.values()
    print(f"ratio {sum(rest) / reading:.2f} (bound {STATISTICS})")
    assert sum(rest) <= reading * STATISTICS
