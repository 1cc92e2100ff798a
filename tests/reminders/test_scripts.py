"""Plays the logbooks of `scripts/*.txt` and compares, line by line.

A script has a title, lines of `settings` and a `logbook`. Each line of the logbook begins with the wall time (with the
weekday from the second day on). `>` is what the person or the machine does, `=` what is to be seen then: the state and the
sentence that says why; any other line is what the engine must say. Every line it says must be there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, time, timedelta
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

from coach.reminders.adapting import adapted
from coach.reminders.engine import Engine
from coach.reminders.events import Event, Reason, WhyAnswered
from coach.reminders.sight import Busy
from coach.settings.breaks import Breaks, Cadence, Hours, QuietDays, Range, Rotation
from tests.reminders.logbook import moment, words
from tests.reminders.world import ALWAYS, OFF, UNKNOWN, World

SCRIPTS = sorted((Path(__file__).parent / "scripts").glob("*.txt"))
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_START = datetime(2026, 5, 4)  # noqa: DTZ001 - the wall of the logbook


def seconds(text: str) -> float:
    """Read `2:30`, `0:00:05` or `90`."""
    total = 0.0
    for piece in text.lstrip("+-").split(":"):
        total = total * 60 + float(piece)
    return -total if text.startswith("-") else total


def settings_of(lines: list[str]) -> Breaks:
    """Read the settings of a script: `mode firm`, `rotation`, `hours Mon 9:00-12:00 13:00-17:00`, `own water 45`…"""
    breaks = ALWAYS
    for line in lines:
        what, *rest = line.split()
        match what:
            case "mode":
                breaks = replace(breaks, mode=rest[0])
            case "rotation":
                breaks = replace(breaks, rotation=Rotation(on=True))
            case "off":
                breaks = replace(breaks, on=False)
            case "hours":
                breaks = replace(breaks, hours=_hours(breaks.hours, rest))
            case "quiet":
                breaks = replace(breaks, quiet_days=(QuietDays(first=rest[0], last=rest[-1]),))
            case "own":
                length = int(rest[-1]) if len(rest) == 4 else 30
                own = Cadence(key=rest[0], moves="moves" in rest, every_min=int(rest[1]), length_s=length)
                breaks = replace(breaks, cadences=(*breaks.cadences, own))
            case "only":
                breaks = replace(breaks, cadences=tuple(one for one in breaks.cadences if one.key in rest))
            case "heeds":
                breaks = replace(breaks, heeds=tuple(rest))
            case _:
                raise AssertionError(line)
    return breaks


def _hours(hours: Hours, rest: list[str]) -> Hours:
    """`every` or a weekday, then ranges."""
    ranges = tuple(
        Range(begin_min=int(seconds(begin)), end_min=int(seconds(end)) % (24 * 60))
        for begin, _dash, end in (one.partition("-") for one in rest[1:])
    )
    days = list(hours)
    for number, day in enumerate(_DAYS):
        if rest[0] in {day, "every"}:
            days[number] = ranges
    found: Hours = msgspec.convert(days, Hours)
    return found


class Player:
    """Does what a script says and writes down what the engine says."""

    def __init__(self, text: str, most_ms: int = 10**9) -> None:
        head, _word, logbook = text.partition("\nlogbook\n")
        self.title, _nl, settings = head.partition("\n")
        given = [line.strip() for line in settings.splitlines() if line.strip() and line.strip() != "settings"]
        self.lines = [re.sub(r"\s+", " ", line.strip()) for line in logbook.splitlines() if line.strip()]
        self.world = World(settings_of(given))
        self.most_ms = most_ms
        self.log: list[str] = []
        self.world.hear = self._hear

    def play(self) -> list[str]:
        """Return the logbook as it turned out."""
        for line in self.lines:
            found = re.fullmatch(r"((?:[A-Z][a-z]{2} )?\d\d:\d\d:\d\d) ([>=]) (.*)", line)
            if found is None:
                continue
            self._pass_until(found[1])
            if found[2] == ">":
                self.log.append(line)
                self._do(found[3])
            else:
                view = self.world.engine.view()
                self.log.append(f"{found[1]} = {view.state}: {view.why}")
        return self.log

    def _hear(self, event: Event) -> None:
        self.log.append(f"{moment(event.at)} {words(event)}")

    def _pass_until(self, text: str) -> None:
        day, _space, clock = text.rpartition(" ")
        date = _START + timedelta(days=_DAYS.index(day) if day else 0)
        wanted = datetime.combine(date.date(), time.fromisoformat(clock))
        left = wanted - self.world.clock.stamp().local().replace(tzinfo=None)
        self.world.pass_ms(round(left.total_seconds() * 1000), self.most_ms)

    def _do(self, text: str) -> None:
        what, _space, rest = text.partition(" ")
        world = self.world
        if what in {"mic", "inhibitor", "dnd", "full-screen"}:
            kind = {"mic": Busy.MICROPHONE, "dnd": Busy.DO_NOT_DISTURB}.get(what) or Busy(what)
            (world.busy.add if rest == "on" else world.busy.discard)(kind)
            world.look()
        elif what in {"locked", "session", "flare"}:
            setattr(world, what, rest == "on")
            world.look()
        elif what == "hands":
            world.look()
            world.hands_are(rest)
            world.look()
        elif not self._time(what, rest):
            self._say(what, rest)

    def _time(self, what: str, rest: str) -> bool:
        """The machine and its clocks."""
        world, ms = self.world, int(seconds(rest) * 1000) if re.fullmatch(r"[+-]?[\d:]+", rest) else 0
        match what:
            case "sleeps":
                world.sleep_ms(ms)
            case "freezes":
                world.freeze_ms(ms)
            case "quits":
                world.quit_ms(ms)
            case "reboots":
                world.quit_ms(ms, machine_off=True)
            case "clock":
                world.clock.step_wall(ms / 1000)
                world.look()
            case "stalls":
                world.clock.pause_machine(ms / 1000)
                world.look()
            case "zone":
                world.clock.offset_min = int(rest)
                world.look()
            case _:
                return False
        return True

    def _say(self, what: str, rest: str) -> None:
        if what == "why":
            self.world.say(lambda engine: self._why(engine, rest))
        else:
            self.world.say(lambda engine: WORDS[what](engine, rest))

    def _why(self, engine: Engine, rest: str) -> list[Event]:
        events = engine.say_why(Reason(rest) if rest else None)
        for event in tuple(events):
            if isinstance(event, WhyAnswered):
                self.world.breaks = adapted(self.world.breaks, event.reason)
                events += engine.settle(self.world.breaks)
        return events


#: What the person says.
WORDS: dict[str, Callable[[Engine, str], list[Event]]] = {
    "takes": lambda engine, rest: engine.take(shorter=rest == "shorter"),
    "now": lambda engine, rest: engine.now(shorter=rest == "shorter"),
    "snoozes": lambda engine, _rest: engine.snooze(),
    "skips": lambda engine, rest: engine.skip(sure=rest == "surely"),
    "leaves": lambda engine, _rest: engine.leave(),
    "finishes": lambda engine, rest: engine.finish(int(seconds(rest) * 1000)),
    "pauses": lambda engine, rest: engine.pause(int(rest)) if rest.isdigit() else engine.pause_until_tomorrow(),
    "resumes": lambda engine, _rest: engine.resume(),
    "meeting": lambda engine, rest: engine.meeting(time.fromisoformat(rest)),
    "anyway": lambda engine, _rest: engine.ask_anyway(),
    "undoes": lambda engine, _rest: engine.undo_credit(),
    "stands": lambda engine, _rest: engine.stands(standing=True),
    "sits": lambda engine, _rest: engine.stands(standing=False),
    "gentle": lambda engine, rest: engine.gentle_today(on=rest == "on"),
    "unplugs": lambda engine, _rest: engine.withdraw(),
}


@pytest.mark.parametrize("most_ms", [10**9, 5_000], ids=["as-asked-for", "every-five-seconds"])
@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_the_day_goes_as_the_logbook_says(path: Path, most_ms: int) -> None:
    """Each script ends with exactly its logbook, looked at as the engine asks for or more often."""
    player = Player(path.read_text(encoding="utf-8"), most_ms)
    assert player.play() == player.lines


def test_every_logbook_has_a_title_of_its_own() -> None:
    """A hundred scripts at least, and none twice."""
    titles = {path.read_text(encoding="utf-8").partition("\n")[0] for path in SCRIPTS}
    assert len(titles) == len(SCRIPTS) >= 100
    assert {OFF, UNKNOWN} == {"off", "unknown"}
