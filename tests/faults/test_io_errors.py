"""Every call that writes, syncs or truncates may fail: nothing acknowledged is lost, nothing is half there.

`LIMBER_EVERY=1` lets each call fail (RELIABILITY T3, nightly); without it every fifth.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.kill import ROOT

EVERY = os.environ.get("LIMBER_EVERY", "5")
COMPILER = shutil.which("cc") or shutil.which("gcc")


@pytest.fixture(scope="module")
def shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets calls fail."""
    if COMPILER is None or not sys.platform.startswith("linux"):
        pytest.skip("no C compiler here to make the faults with")
    made = tmp_path_factory.mktemp("shim") / "shim.so"
    source = Path(__file__).parent / "shim.c"
    command = [COMPILER, "-shared", "-fPIC", "-O1", "-o", str(made), str(source), "-ldl"]
    subprocess.run(command, check=True, capture_output=True)
    return made


def test_any_call_may_fail(shim: Path, tmp_path: Path) -> None:
    """Commit, backup, restore, settings, import and export, each with a full and with a broken disk, once and for good."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.io_errors", str(tmp_path), EVERY],
        cwd=ROOT,
        env={**os.environ, "LD_PRELOAD": str(shim)},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = done.stdout.splitlines()
    calls = {line.split()[0]: int(line.split()[2]) for line in lines if " calls " in line}
    assert [line for line in lines if line.startswith("broken")] == [], done.stderr[-3000:]
    assert set(calls) == {"commit", "backup", "restore", "settings", "importing", "exporting"}
    assert min(calls.values()) >= 3, "the shim does not see the calls"
    trials = sum(len(range(1, count + 1, int(EVERY))) for count in calls.values()) * 4
    assert lines[-1] == f"done {trials}", done.stderr[-3000:]
