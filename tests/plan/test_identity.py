"""The hash by which a checkpoint knows its timeline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from coach.content.load_library import load_library
from coach.content.routine import HoldStep
from coach.plan.compile import compile as compile_routine
from coach.plan.identity import timeline_hash
from coach.plan.timeline import Preferences
from coach.resources import assets
from tests.plan.shelf import plan

ELSEWHERE = """
from coach.content.load_library import load_library
from coach.plan.compile import compile
from coach.plan.identity import timeline_hash
from coach.resources import assets
library = load_library(assets())
print("\\n".join(timeline_hash(compile(found, library)) for found in library.routines.values()))
"""


def test_a_change_changes_it() -> None:
    """Another dose, or another preference, is another timeline."""
    plain = timeline_hash(plan(HoldStep(exercise="hug")))
    assert timeline_hash(plan(HoldStep(exercise="hug"))) == plain
    assert timeline_hash(plan(HoldStep(exercise="hug", hold_s=25))) != plain
    assert timeline_hash(plan(HoldStep(exercise="hug"), preferences=Preferences(prep_extra_s=1))) != plain


def test_two_processes_agree() -> None:
    """Every shipped routine compiles to the same timeline in a process with another hash seed."""
    library = load_library(assets())
    here = [timeline_hash(compile_routine(found, library)) for found in library.routines.values()]
    root = Path(__file__).parents[2]
    there = subprocess.run(
        [sys.executable, "-P", "-c", ELSEWHERE],
        env={"PYTHONHASHSEED": "4711", "PYTHONPATH": str(root), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.split() == here
