"""Opens a journal in a read-only folder, for reading and for writing; for `test_full_disk`."""

from __future__ import annotations

import sys
from pathlib import Path

from coach.store.open import open_journal, open_reader
from coach.store.trouble import JournalError
from tests.fakes import FakeClock


def main(folder: Path) -> None:
    """Print what can be read, and why nothing can be written."""
    with open_reader(folder) as reader:
        print(len(reader.entries()), "entry")
    try:
        open_journal(folder, app_version="0.1", clock=FakeClock()).append([])
    except JournalError as trouble:
        print(trouble.trouble.value)
        print(trouble)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
