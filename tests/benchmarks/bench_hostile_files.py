"""Files made to be slow: the processor time and the memory that reading each of them takes, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: No file may cost more, whatever it holds.
MOST_S = 1.0
MOST_MIB = 64

#: Each makes a text of almost 256 KiB; `fill(unit)` repeats a unit, `many(template)` numbers it.
FILES = {
    "fields": "many('k%d=1\\n')",
    "steps": "fill('[[steps]]\\n')",
    "dotted names": "many('a.b.c.d.e.f.g.h.k%d=1\\n')",
    "headings": "many('[a.b.c.d.e.f.g.h.i.j.k.l.m.n%d]\\n')",
    "a long list": "'x=[' + fill('1,')[:-9] + ']\\n'",
    "fields in braces": "'x={' + many('k%d=1,')[:-99].rpartition(',')[0] + '}\\n'",
    "empty lines": "fill('\\n')",
    "remarks": "fill('#\\n')",
    "quotes": "'x=' + chr(34) * 3 + fill(chr(92) + chr(34) * 3)[:-9]",
    "brackets": "'x=' + fill('[')[:-9]",
    "accents": "'name=' + chr(34) + 'a' + chr(0x301) * 120000 + chr(34)",
}
_READ = """
import itertools, time
from coach.content.loader import read_routine

LIMIT = 256 * 1024 - 1
def fill(unit):
    return unit * (LIMIT // len(unit))
def many(template):
    pieces, length = [], 0
    for number in itertools.count():
        piece = template % number
        length += len(piece)
        if length > LIMIT:
            return "".join(pieces)
        pieces.append(piece)

def peak():
    # the process's own peak in KiB; getrusage would give the parent's after a fork
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

text = {text}
read_routine("x = 1")
before = peak()
begun = time.process_time()
found, problems = read_routine(text)
seconds = time.process_time() - begun
assert found is None and problems
print(len(text), seconds, (peak() - before) / 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads its peak from /proc")
@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_costs_little(name: str) -> None:
    """Read, or refused, in the time of a breath and the memory of a picture."""
    code = _READ.replace("{text}", FILES[name])
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    length, seconds, mebibytes = (float(word) for word in done.stdout.split())
    print(f"{name:18} {length / 1024:4.0f} KiB  {seconds * 1000:5.0f} ms  {mebibytes:4.0f} MiB")
    assert seconds <= MOST_S
    assert mebibytes <= MOST_MIB
