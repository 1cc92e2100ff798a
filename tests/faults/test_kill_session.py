"""kill -9 at random moments of a session: nothing acknowledged is lost, every start offers the resume."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults.killing import kill_once

#: `make faults` sets 50; the everyday run takes a few.
TRIALS = int(os.environ.get("LIMBER_KILLS", "4"))


@pytest.mark.parametrize("seed", range(TRIALS))
def test_killed_session_loses_nothing(seed: int, tmp_path: Path) -> None:
    """Whatever was acknowledged is there, no row is damaged, and an unfinished session can be resumed."""
    routine = ("gentle-start", "heat-stretch-cold")[seed % 2]
    remains = kill_once(tmp_path / "data", routine, speed=200, chance=random.Random(seed), longest_s=1.5)
    assert remains.acknowledged
    assert remains.lost == set()
    assert remains.damaged == []
    assert remains.resume_is_offered
