"""Killing in the middle of work, for every test that asks what is left afterwards."""

from __future__ import annotations

import os
import random
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parent.parent.parent
PATIENCE_S = 30.0


class Lines:
    """Whole lines of a pipe, read without ever waiting longer than asked."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._pipe = pipe
        self._rest = b""

    def until(self, word: str, patience_s: float = PATIENCE_S) -> list[str]:
        """Return the lines up to and with the first that begins with `word`, or all there are until the end."""
        found: list[str] = []
        limit = time.monotonic() + patience_s
        while time.monotonic() < limit:
            while b"\n" in self._rest:
                line, self._rest = self._rest.split(b"\n", 1)
                found.append(line.decode())
                if found[-1].startswith(word):
                    return found
            ready, _, _ = select.select([self._pipe], [], [], max(limit - time.monotonic(), 0))
            more = os.read(self._pipe.fileno(), 65_536) if ready else b""
            if not more:
                return found
            self._rest += more
        raise TimeoutError(f"no line beginning with {word!r} after {patience_s} s; the last were {found[-3:]}")


class Zygote:
    """Workers that are killed after a while; see `tests.faults.zygote`."""

    def __init__(self, process: subprocess.Popen[bytes], seed: int) -> None:
        self._process = process
        self._chance = random.Random(seed)
        assert process.stdout is not None
        self._lines = Lines(process.stdout)
        self._lines.until("ready")

    def killed(self, operation: str, folder: Path, *, within_s: float = 0.05) -> list[str]:
        """Run an operation, kill it at a random moment after its first acknowledgement; return all acknowledged."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{operation} {folder}\n".encode())
        self._process.stdin.flush()
        worker = 0
        said: list[str] = []
        while not worker or not any(line.startswith("ack") for line in said):
            said += self._lines.until("ack" if worker else "worker")
            worker = next((int(line.split()[1]) for line in said if line.startswith("worker")), 0)
            assert "dead" not in said, f"{operation} ended by itself: see standard error"
        time.sleep(self._chance.uniform(0, within_s))
        os.kill(worker, signal.SIGKILL)
        said += self._lines.until("dead")
        return [line[4:] for line in said if line.startswith("ack ")]


@contextmanager
def zygote(seed: int = 0) -> Iterator[Zygote]:
    """A process to fork workers from, ended afterwards."""
    command = [sys.executable, "-m", "tests.faults.zygote"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        yield Zygote(process, seed)
    finally:
        process.kill()
        process.communicate()
