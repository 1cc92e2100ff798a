"""A commit of the journal against a bare write and fsync of the same bytes, taken in turns in the same run."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from coach.journal.repository import Draft
from coach.store.open import open_journal
from coach.store.projections import read_events
from tests.fakes import FakeClock
from tests.journal.samples import entry, finished, recorder, step_done

#: The issue's bound: a saved entry costs at most so many times a bare write that is as durable.
BOUND = 8.0
_BATCHES = 5
_ROUNDS = 100


def timed_ms(work: Callable[[], object]) -> float:
    """How long a call takes, in milliseconds."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def test_a_commit_against_a_bare_write_and_fsync(tmp_path: Path) -> None:
    """Appending an entry takes at most eight times as long as writing and syncing its bytes.

    Five batches of a hundred, each taken in turns; the quietest batch counts, since what else the machine does
    with its disk only ever adds, and adds more to the five syncs of a commit than to one.
    """
    clock = FakeClock()
    store = open_journal(tmp_path / "data", app_version="0.1", clock=clock)
    store.append([entry(clock, 1, note="after sitting")])
    row = "".join(map(str, read_events(store._connection)[0])).encode()
    bare_file = os.open(tmp_path / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def bare() -> None:
        os.write(bare_file, row)
        os.fsync(bare_file)

    def batch() -> tuple[float, float]:
        drafts = [entry(clock, number % 11, note="after sitting") for number in range(_ROUNDS)]
        pairs = [(timed_ms(lambda draft=draft: store.append([draft])), timed_ms(bare)) for draft in drafts]  # type: ignore[misc]
        return statistics.median(ours for ours, _bare in pairs), statistics.median(bare for _ours, bare in pairs)

    batches = [batch() for _ in range(_BATCHES)]
    store.close()
    os.close(bare_file)
    print(f"\nmedians in ms of {_BATCHES} batches of {_ROUNDS}; bare: write+fsync of {len(row)} B")
    for ours, bare_ms in batches:
        print(f"append {ours:7.2f}   bare {bare_ms:6.2f}   ratio {ours / bare_ms:5.1f}")
    best = min(ours / bare_ms for ours, bare_ms in batches)
    print(f"quietest batch: {best:.1f} (bound {BOUND})")
    assert best <= BOUND


def test_a_long_session_stays_quick(tmp_path: Path) -> None:
    """The last step of a session with two hundred events costs at most five times what its first one did."""
    clock = FakeClock()
    store = open_journal(tmp_path / "data", app_version="0.1", clock=clock)
    store._connection.execute("PRAGMA synchronous=OFF")  # what the disk is busy with is not the question here
    writer = recorder(clock)
    store.append(writer.started())
    steps: list[list[Draft]] = [writer.record([step_done(number % 2)]) for number in range(200)]
    times = [timed_ms(lambda drafts=drafts: store.append(drafts)) for drafts in steps]  # type: ignore[misc]
    store.append(writer.record([finished()]))
    store.close()
    first, last = statistics.median(times[:30]), statistics.median(times[-30:])
    print(f"\nsteps 1-30: {first:.2f} ms, steps 171-200: {last:.2f} ms (medians), ratio {last / first:.1f} (bound 5)")
    assert last <= first * 5
