"""Plays the logbooks of `scripts/*.txt` and compares, line by line.

A script has a title, a `routine` (the words of building.py) and a `logbook`. Each line of the logbook begins
with the session time. `>` is what the person or the machine does, `=` how the session stands then; any other line
is what the engine must say. Every line it says must be there, cues only after a line `with cues`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest

from coach.plan.timeline import Timeline
from coach.session.engine import Engine
from coach.session.events import CueDue, Event, GapKind
from coach.session.state import Checkpoint
from tests.session.building import build, thermal
from tests.session.logbook import clock, line, standing

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.txt"))
_THERMAL = thermal()


class Script(NamedTuple):
    """A title, a routine in a few words, refusals by part, and the logbook's lines."""

    title: str
    routine: str
    refusals: dict[int, str]
    cues: bool
    lines: list[str]


def read(text: str) -> Script:
    """Take a script apart."""
    title, _nl, rest = text.partition("\n")
    routine, _word, logbook = rest.partition("\nlogbook\n")
    given = [row.strip() for row in routine.splitlines() if row.strip()]
    refused = [row.removeprefix("refused ").split(": ", 1) for row in given if row.startswith("refused ")]
    words = "\n".join(row for row in given if not row.startswith(("routine", "with cues", "refused ")))
    lines = [re.sub(r"\s+", " ", row.strip()) for row in logbook.splitlines() if row.strip()]
    return Script(title, words, {int(part): why for part, why in refused}, "with cues" in given, lines)


def milliseconds(text: str) -> int:
    """Read `7:05` or `7:05.250`."""
    minutes, seconds = text.split(":")
    return int(minutes) * 60_000 + round(float(seconds) * 1000)


class Player:
    """Does what a script says and writes down what the engine says; time passes in steps of `step_ms` at most."""

    def __init__(self, script: Script, step_ms: int) -> None:
        self.script = script
        self.timeline: Timeline = build(script.routine)
        self.engine = Engine(self.timeline, _THERMAL, "session", refusals=script.refusals)
        self.step_ms = step_ms
        self.log: list[str] = []

    def play(self) -> list[str]:
        """Return the logbook as it turned out."""
        for row in self.script.lines:
            moment, _space, text = row.partition(" ")
            if text.startswith((">", "=")):
                self._pass_until(milliseconds(moment))
            if text.startswith("> "):
                self.log.append(row)
                self._do(text.removeprefix("> "))
            elif text.startswith("="):
                self.log.append(f"{moment} = {standing(self.engine.snapshot(), self.timeline)}")
        return self.log

    def _pass_until(self, until_ms: int) -> None:
        while (left := until_ms - self.engine.session_ms) > 0:
            before_ms = self.engine.session_ms
            self._hear(self.engine.advance(min(left, self.step_ms)))
            if self.engine.session_ms == before_ms:
                return  # it is over

    def _hear(self, events: list[Event]) -> None:
        self.log += [
            line(event, self.timeline) for event in events if self.script.cues or not isinstance(event, CueDue)
        ]

    def _do(self, text: str) -> None:
        what, _colon, rest = text.partition(": ")
        engine = self.engine
        deeds: dict[str, Callable[[], list[Event]]] = {
            "start": engine.start,
            "wait": lambda: engine.advance(0),
            "pause": engine.pause,
            "resume": engine.resume,
            "skip": engine.skip,
            "back": engine.back,
            "nudge": lambda: engine.nudge(int(rest) * 1000),
            "go on": engine.go_on,
            "all true": lambda: engine.confirm_pack(all_yes=True),
            "not true": lambda: engine.confirm_pack(all_yes=False, reason=rest),
            "pack on": engine.pack_is_on,
            "pack off": engine.pack_is_off,
            "unlocked": engine.ask_skin,
            "skin fine": engine.skin_ok,
            "skin not fine": engine.skin_not_ok,
            "worse": lambda: engine.worse(rest),
            "choose the end": engine.choose_end,
            "choose to go on": engine.choose_continue,
            "choose an easier way": lambda: engine.choose_continue(skip_part=False),
            "end": engine.end,
            "sleeps": lambda: engine.gap(GapKind.SLEPT, 0, milliseconds(rest)),
            "freezes": lambda: engine.gap(GapKind.FROZEN, milliseconds(rest), milliseconds(rest)),
            "clock set": lambda: engine.gap(GapKind.CLOCK, 0, 0),
            "killed": self._kill,
        }
        self._hear(deeds[what]())

    def _kill(self) -> list[Event]:
        text = msgspec.json.encode(self.engine.checkpoint())
        point = msgspec.json.decode(text, type=Checkpoint)
        self.engine = Engine.from_checkpoint(self.timeline, _THERMAL, point, refusals=self.script.refusals)
        return []


@pytest.mark.parametrize("step_ms", [10**9, 250, 61], ids=["one-step", "quarter-seconds", "odd-steps"])
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_the_session_goes_as_the_logbook_says(path: Path, step_ms: int) -> None:
    """Each script ends with exactly its logbook, however finely time passes."""
    script = read(path.read_text(encoding="utf-8"))
    assert Player(script, step_ms).play() == script.lines


def test_there_are_at_least_thirty_logbooks() -> None:
    """The scripts cover the engine's rules: thirty at least, each with a title of its own."""
    assert len({read(path.read_text(encoding="utf-8")).title for path in SCRIPTS}) >= 30
    assert clock(425_250) == "7:05.250"
