"""Fills the disk with entries until it is full, frees some room, goes on; for `test_full_disk`."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.store.open import open_journal
from coach.store.trouble import JournalError, Trouble
from tests.fakes import FakeClock
from tests.journal.samples import entry


def main(disk: Path) -> None:
    """Say what happened; any assertion ends with an error."""
    clock, acknowledged = FakeClock(), []
    ballast = disk / "ballast"
    ballast.write_bytes(b"b" * 200_000)
    store = open_journal(disk / "data", app_version="0.1", clock=clock)
    while True:
        draft = entry(clock, 5, note="z" * 2000)
        try:
            store.append([draft])
        except JournalError as trouble:
            if trouble.trouble is not Trouble.DISK_FULL:
                raise
            break
        acknowledged.append(draft.id)
    ballast.unlink()
    store.append([draft])
    assert store.damaged() == []
    assert {found.id for found in store.entries()} == {*acknowledged, draft.id}
    print(f"{len(acknowledged)} until full; then all there")
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
