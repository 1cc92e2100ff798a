"""A journal in a folder of its own, on a clock moved by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coach.store.journal_store import Store
from coach.store.open import open_journal
from tests.fakes import FakeClock


@pytest.fixture
def clock() -> FakeClock:
    """Monday, 4 May 2026, 09:15 in Berlin."""
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the journal will be; not there yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path, clock: FakeClock) -> Iterator[Store]:
    """An empty journal, open."""
    opened = open_journal(folder, app_version="0.1", clock=clock)
    yield opened
    opened.close()
