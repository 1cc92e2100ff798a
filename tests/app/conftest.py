"""Commands run in the tests' own process: what they set for the whole process is set back."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def _process_as_it_was() -> Iterator[None]:
    """Give back the umask and the garbage collector."""
    held, collects = os.umask(0o022), gc.isenabled()
    yield
    os.umask(held)
    if collects:
        gc.enable()
    else:
        gc.disable()
