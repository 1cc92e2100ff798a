"""kill -9 at a random moment of a real session, then a look at what is left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from coach.journal.records import Unfinished
from coach.store.open import open_journal


@dataclass
class Remains:
    """What was acknowledged before the kill and what the next start found."""

    acknowledged: set[str] = field(default_factory=set)
    finished: bool = False
    found: set[str] = field(default_factory=set)
    unfinished: list[Unfinished] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)

    @property
    def lost(self) -> set[str]:
        """Acknowledged events that are gone."""
        return self.acknowledged - self.found

    @property
    def resume_is_offered(self) -> bool:
        """Whether a session that was begun and not finished can be resumed, and nothing else can."""
        begun = bool(self.acknowledged)
        return len(self.unfinished) == (1 if begun and not self.finished else 0)


def kill_once(folder: Path, routine: str, speed: int, chance: random.Random, longest_s: float) -> Remains:
    """Start a session, kill it after its first commit plus a random time, and read the journal."""
    command = [sys.executable, "-m", "tests.faults.play_child", str(folder), routine, str(speed)]
    child = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    assert child.stderr is not None
    lines: list[str] = []
    first = threading.Event()

    def read() -> None:
        assert child.stderr is not None
        for line in child.stderr:
            lines.append(line)
            if line.startswith("ack"):
                first.set()

    reader = threading.Thread(target=read)
    reader.start()
    first.wait(30)
    try:
        child.wait(chance.uniform(0, longest_s))
    except subprocess.TimeoutExpired:
        os.kill(child.pid, signal.SIGKILL)
    child.wait()
    reader.join()
    child.stderr.close()
    return look(folder, lines)


def look(folder: Path, lines: list[str]) -> Remains:
    """Compare what was said with what the journal holds."""
    remains = Remains()
    for line in lines:
        if line.startswith("ack "):
            _ack, kind, key = line.split()
            # A routine's text is kept once whatever its event is called.
            if kind != "routine":
                remains.acknowledged.add(key)
            remains.finished |= kind == "finish"
    store = open_journal(folder, app_version="test")
    try:
        remains.found = {row[0] for row in store._connection.execute("SELECT id FROM event")}
        remains.unfinished = store.unfinished()
        remains.damaged = store.damaged()
    finally:
        store.close()
    return remains
