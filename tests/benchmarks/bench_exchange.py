"""A hundred thousand events out and in again, each step against reading them once in the same run."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from coach.app.importing import take_in
from coach.exchange.export import Form, make_export
from coach.exchange.lines import Days
from coach.exchange.read_lines import read_journal_file
from coach.journal.event import is_intact
from coach.store.open import open_journal
from tests.fakes import FakeClock
from tests.journal.samples import sealed
from tests.seeded_year import ten_years

_T = TypeVar("_T")

EVENTS = 100_000
#: At most so many times as long as proving every event once, for each step.
BOUNDS = {"jsonl": 8.0, "verify the file": 12.0, "take in": 25.0, "take in again": 4.0, "csv": 12.0, "fhir": 25.0}


def test_a_hundred_thousand_events(tmp_path: Path) -> None:
    """Export in three forms, verify the file, take it in, and once more: each within its bound."""
    clock = FakeClock()
    events = sealed(ten_years().drafts()[:EVENTS], "far")
    took: dict[str, float] = {}

    def timed(name: str, work: Callable[[], _T]) -> _T:
        begun = time.perf_counter_ns()
        found = work()
        took[name] = (time.perf_counter_ns() - begun) / 1e9
        return found

    timed("prove", lambda: all(is_intact(event) for event in events))
    source = open_journal(tmp_path / "source", app_version="0.1", clock=clock)
    source.take_in(events, lambda _before, _after: [])
    path = tmp_path / "journal.jsonl"
    for form in Form:
        export = timed(
            form.value,
            lambda form=form: make_export(source, form, tmp_path / "x", days=Days(), made=clock.stamp(), program="0.1"),  # type: ignore[misc]
        )
        if form is Form.JSONL:
            path.write_bytes(export.files[""])
    found = timed("verify the file", lambda: read_journal_file(path))
    target = open_journal(tmp_path / "target", app_version="0.1", clock=clock)
    timed("take in", lambda: take_in(target, tmp_path / "target", found, path, clock))
    timed("take in again", lambda: take_in(target, tmp_path / "target", found, path, clock))
    assert target.event_count() == len(events)
    source.close()
    target.close()
    size, memory = path.stat().st_size / 1e6, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\n{len(events)} events, {size:.0f} MB as lines, {memory:.0f} MB of memory at most (the tests' own included)"
    )
    for name, seconds in took.items():
        print(f"{name:16} {seconds:6.2f} s   ratio {seconds / took['prove']:5.1f}")
    assert {name: took[name] / took["prove"] for name in BOUNDS if took[name] / took["prove"] > BOUNDS[name]} == {}
