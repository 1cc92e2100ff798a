"""Minutes in the tray: hardly ever woken, next to no work, no more memory at the end. LIMBER_TRAY_MINUTES: how many, ten if not said."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.app.login import Login
from tests.app.tray_host import words
from tests.desktop.private_bus import private_bus, short_folder, why_not
from tests.virtual_display import virtual_display, xvfb_needed

pytestmark = [
    xvfb_needed,
    pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"),
    pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="there is no /proc here"),
]

_MINUTES = float(os.environ.get("LIMBER_TRAY_MINUTES", "10"))
#: The start is over after this; then somebody at the desk touches the mouse so often.
_SETTLED_S, _TOUCH_S = 30, 7
_WAKE_UPS_PER_S, _CPU_PERCENT, _GROWTH_KIB = 2, 0.2, 1024


class Use(NamedTuple):
    """What a process has used since it began: wake-ups of all its threads, seconds of work; and what it holds now, in KiB."""

    wake_ups: int
    work_s: float
    memory_kib: int


def use_of(pid: int) -> Use:
    """Read it from /proc: times a thread went to sleep by itself, and memory that no file and no other process stands for."""
    process = Path("/proc") / str(pid)
    wake_ups = sum(_number(task / "status", "voluntary_ctxt_switches") for task in (process / "task").iterdir())
    fields = (process / "stat").read_text(encoding="ascii").rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    own = sum(_number(process / "smaps_rollup", name) for name in ("Anonymous", "Swap"))
    return Use(wake_ups, ticks / os.sysconf("SC_CLK_TCK"), own)


def _number(file: Path, name: str) -> int:
    lines = file.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


@pytest.fixture
def login(tmp_path: Path) -> Iterator[Login]:
    """Log in."""
    folder = short_folder()
    with virtual_display() as display, private_bus(folder) as address:
        made = Login(display, address, tmp_path)
        yield made
        made.end()
    shutil.rmtree(folder, ignore_errors=True)


def test_minutes_in_the_tray(qtbot: QtBot, login: Login) -> None:
    """At most two wake-ups a second, 0.2 % of one processor, and memory that stays; somebody works at the desk meanwhile."""
    icon = login.host.wait_for_icon()
    touches = 0

    def touch() -> None:
        nonlocal touches
        touches += 1
        login.hands.move(100 + touches % 7)

    at_work = QTimer(interval=_TOUCH_S * 1000)
    at_work.timeout.connect(touch)
    at_work.start()
    qtbot.wait(_SETTLED_S * 1000)
    before = use_of(login.program.pid)
    qtbot.wait(round(_MINUTES * 60_000))
    after = use_of(login.program.pid)
    at_work.stop()
    length_s = _MINUTES * 60
    wake_ups_per_s = (after.wake_ups - before.wake_ups) / length_s
    cpu_percent = (after.work_s - before.work_s) / length_s * 100
    growth_kib = after.memory_kib - before.memory_kib
    sys.stdout.write(
        f"\n{_MINUTES:g} min in the tray: {wake_ups_per_s:.2f} wake-ups a second, {cpu_percent:.3f} % of one processor, "
        f"{before.memory_kib / 1024:.1f} MiB of its own, {growth_kib:+d} KiB\n"
    )
    assert login.program.poll() is None
    assert login.errors() == []
    left_min = 60 - int(length_s + _SETTLED_S) // 60
    assert words(login.host.menu(icon))[0] in {f"Movement break in {left_min - off} min" for off in (-1, 0, 1)}
    assert wake_ups_per_s <= _WAKE_UPS_PER_S
    assert cpu_percent <= _CPU_PERCENT
    assert growth_kib <= _GROWTH_KIB
