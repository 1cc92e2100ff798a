"""How breaks stand, as a file: whatever is wrong with it, they begin anew and it is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.app.breaks_kept import FILE_NAME, MAX_BYTES, load_kept, save_kept
from coach.clock import Stamp
from coach.errors import DataError
from coach.reminders.events import Why
from coach.reminders.memory import Away, Doing, Hold, Memory, Span, written


def test_what_was_written_is_read(tmp_path: Path) -> None:
    """Byte by byte; where there is nothing there is nothing to say."""
    assert load_kept(tmp_path) == (b"", "")
    state = written(Memory())
    save_kept(tmp_path, state)
    assert load_kept(tmp_path) == (state, "")


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version":2}', b"\xff\xfe", b"x" * (MAX_BYTES + 1)])
def test_what_cannot_be_understood_begins_anew(tmp_path: Path, content: bytes) -> None:
    """Half a file, another version, something else."""
    (tmp_path / FILE_NAME).write_bytes(content)
    state, notice = load_kept(tmp_path)
    assert state == b""
    assert notice == f"How breaks stood, in {tmp_path / FILE_NAME}, could not be understood, so they begin anew."


def test_a_file_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    """A folder lies in its place."""
    (tmp_path / FILE_NAME).mkdir()
    assert "could not be read" in load_kept(tmp_path).notice
    with pytest.raises(DataError, match="After a restart they begin anew"):
        save_kept(tmp_path, b"{}")


@pytest.mark.parametrize(
    "memory",
    [
        Memory(why_day="abc"),
        Memory(gentle_day="2026-13-01"),
        Memory(pause=Hold(left_ms=1, until_us=10**30)),
        Memory(spans=[Span(doing=Doing.SAT, day="2026-05-04", begin=Stamp(10**30, 0, "UTC", "2026-05-04"), ms=1)]),
        Memory(away=Away(since=Stamp(0, 10**6, "UTC", "2026-05-04"), why=Why.IDLE)),
    ],
)
def test_days_and_moments_that_no_calendar_has(tmp_path: Path, memory: Memory) -> None:
    """Whoever wrote them: breaks begin anew with one sentence, and nothing ends later for it."""
    (tmp_path / FILE_NAME).write_bytes(written(memory))
    state, notice = load_kept(tmp_path)
    assert state == b""
    assert "could not be understood" in notice
