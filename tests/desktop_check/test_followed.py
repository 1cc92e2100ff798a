"""Whole sessions in a real window under Xvfb at speed 20: every cue on time and in order, by keyboard only."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from coach.content.load_library import load_library
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import SegmentKind
from coach.ports.sounds import Earcon
from coach.resources import assets
from coach.session.events import Status
from coach.store.open import open_reader
from tests.virtual_display import on_display, virtual_display, xvfb_needed

pytestmark = xvfb_needed
_LONGEST_S = 600
#: Real milliseconds from a cue's moment to the sentence being asked for, and a sound being played; half of them are far
#: quicker. On a busy machine a single one may wait for a picture.
_ON_TIME_MS, _USUAL_MS = 500, 60


class Line(NamedTuple):
    """Something that happened: real milliseconds since the beginning, what, which, and when it was due."""

    at_ms: int
    what: str
    words: str
    due_ms: int


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a display."""
    with virtual_display() as name:
        yield name


@pytest.fixture(scope="module")
def followed(
    request: pytest.FixtureRequest, display: str, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[Line], Path]:
    """Follow a routine to its end, once for all its tests."""
    folder = tmp_path_factory.mktemp(request.param) / "data"
    command = [sys.executable, "-m", "tests.desktop_check.followed", str(folder), request.param]
    done = subprocess.run(
        command, env=on_display(display, folder), capture_output=True, text=True, timeout=_LONGEST_S, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return request.param, [Line(*json.loads(line)) for line in done.stdout.splitlines()], folder


def of(lines: list[Line], *kinds: str) -> list[Line]:
    """The lines of these kinds."""
    return [line for line in lines if line.what in kinds]


both = pytest.mark.parametrize("followed", ["morning-ease", "heat-stretch-cold"], indirect=True, scope="module")


@both
def test_every_cue_of_the_plan_in_order(followed: tuple[str, list[Line], Path]) -> None:
    """All that the plan says is due once and in the plan's order, to the last word."""
    routine, lines, _folder = followed
    library = load_library(assets())
    planned = [cue.text for cue in compile_routine(library.routines[routine], library).cues]
    assert [line.words for line in of(lines, "cue")] == planned


@both
def test_every_cue_is_asked_for_on_time(followed: tuple[str, list[Line], Path]) -> None:
    """Each cue is asked of the voice within half a second, most of them at once; what is heard keeps their order."""
    _routine, lines, _folder = followed
    said = of(lines, "said")
    due = of(lines, "cue")
    cues = iter(said)
    late_ms = []
    for cue in due:
        asked = next((line for line in cues if line.words == cue.words), None)
        assert asked is not None, cue
        late_ms.append(abs(asked.at_ms - cue.due_ms))
        assert late_ms[-1] <= _ON_TIME_MS, (cue, asked)
    assert statistics.median(late_ms) <= _USUAL_MS
    heard = iter(line.words for line in said)
    assert all(line.words in heard for line in of(lines, "voice"))  # a later sentence never comes before an earlier


@both
def test_every_sound_on_time_and_seen(followed: tuple[str, list[Line], Path]) -> None:
    """Each sound has its flash; start, switch and rest come with the segment that they belong to; done is last."""
    routine, lines, _folder = followed
    library = load_library(assets())
    segments = compile_routine(library.routines[routine], library).segments
    sounds, flashes = of(lines, "sound"), of(lines, "flash")
    assert [line.words for line in sounds] == [line.words for line in flashes]
    begun = {int(line.words): line.due_ms for line in of(lines, "segment")}
    assert list(begun) == sorted(begun)
    assert len(begun) == len(segments)
    for number, due_ms in begun.items():
        if segments[number].kind is SegmentKind.HOLD:
            started = [
                line for line in sounds if line.words == Earcon.START and abs(line.at_ms - due_ms) <= _ON_TIME_MS
            ]
            assert started, number
    assert sounds[-1].words == Earcon.DONE


@both
def test_packs_sound_the_alarm(followed: tuple[str, list[Line], Path]) -> None:
    """Each time a pack has to come off the alarm sounds at that moment; without packs it never does."""
    routine, lines, _folder = followed
    alarms = [line for line in of(lines, "sound") if line.words == Earcon.ALARM]
    due = [line for line in of(lines, "asked") if line.words == "PackDue"]
    assert bool(due) == (routine == "heat-stretch-cold")
    for asked in due:
        assert any(abs(alarm.at_ms - asked.due_ms) <= _ON_TIME_MS for alarm in alarms), asked
    if routine == "morning-ease":
        assert alarms == []


@both
def test_it_is_in_the_journal(followed: tuple[str, list[Line], Path]) -> None:
    """The session went to its end and is kept as a rehearsal, with both ratings."""
    _routine, lines, folder = followed
    assert [line.words for line in of(lines, "finished")] == [Status.DONE]
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        entries = journal.entries()
    assert record.status is Status.DONE
    assert record.rehearsal
    assert {entry.tightness for entry in entries} == {5}
