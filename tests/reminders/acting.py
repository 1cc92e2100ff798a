"""Everything that can happen at a desk, as short words, for histories made at random."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from coach.reminders.events import Reason
from coach.reminders.sight import Busy
from tests.reminders.watching import Watcher
from tests.reminders.world import OFF, TYPES, UNKNOWN, WORKS, World

_MIN = 60_000


class History:
    """A world with its watcher: time and deeds reach both."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.watcher = Watcher(world)

    def pass_ms(self, ms: int, most_ms: int = 10**9) -> int:
        """Let time pass in the steps that the engine asks for; return how many that were."""
        left, looks = ms, 0
        while left > 0:
            step = min(left, self.world.engine.next_look_ms(), most_ms)
            left -= step
            looks += 1
            self.world.clock.advance_ns(step * 1_000_000)
            self.watcher.passed(step)
            self.watcher.look()
            self.world.look()
        return looks

    def gap(self, ms: int, make: Callable[[int], None]) -> None:
        """Let time pass unseen."""
        self.world.look()
        self.watcher.passed(ms)
        make(ms)
        self.watcher.look()

    def do(self, name: str) -> None:
        """Do one thing, and look as a driver would."""
        if name == "anyway":
            self.watcher.told_anyway = True
        if name == "hands off":
            self.watcher.still_ms = self.watcher.real_ms  # they were on the keys until now
        ACTIONS[name](self)
        self.watcher.look()
        self.world.look()


def _hands(how: str) -> Callable[[History], None]:
    return lambda history: history.world.hands_are(how)


def _set(what: str, *, to: bool) -> Callable[[History], None]:
    return lambda history: setattr(history.world, what, to)


def _busy(kind: Busy) -> Callable[[History], None]:
    return lambda history: history.world.busy.symmetric_difference_update({kind})


def _sleeps(ms: int) -> Callable[[History], None]:
    return lambda history: history.gap(ms, history.world.sleep_ms)


def _stops(ms: int, *, machine_off: bool) -> Callable[[History], None]:
    return lambda history: history.gap(ms, lambda some: history.world.quit_ms(some, machine_off=machine_off))


ACTIONS: dict[str, Callable[[History], None]] = {
    "works": _hands(WORKS),
    "types": _hands(TYPES),
    "hands off": _hands(OFF),
    "unknown": _hands(UNKNOWN),
    "locks": _set("locked", to=True),
    "unlocks": _set("locked", to=False),
    "session": _set("session", to=True),
    "session over": _set("session", to=False),
    "flare": _set("flare", to=True),
    "flare over": _set("flare", to=False),
    "mic": _busy(Busy.MICROPHONE),
    "film": _busy(Busy.INHIBITOR),
    "dnd": _busy(Busy.DO_NOT_DISTURB),
    "full screen": _busy(Busy.FULL_SCREEN),
    "naps": _sleeps(_MIN),
    "sleeps": _sleeps(40 * _MIN),
    "freezes": lambda history: history.gap(4 * _MIN, history.world.freeze_ms),
    "freezes long": lambda history: history.gap(50 * _MIN, history.world.freeze_ms),
    "restarts": _stops(5_000, machine_off=False),
    "closed": _stops(45 * _MIN, machine_off=False),
    "reboots": _stops(90_000, machine_off=True),
    "clock back": lambda history: history.world.clock.step_wall(-7_200),
    "clock on": lambda history: history.world.clock.step_wall(86_400),
    "stalls": lambda history: history.world.clock.pause_machine(1_800),
    "travels": lambda history: setattr(history.world.clock, "offset_min", -300),
    "returns": lambda history: setattr(history.world.clock, "offset_min", 120),
    "takes": lambda history: history.world.say(lambda engine: engine.take()),
    "shorter": lambda history: history.world.say(lambda engine: engine.take(shorter=True)),
    "now": lambda history: history.world.say(lambda engine: engine.now()),
    "snoozes": lambda history: history.world.say(lambda engine: engine.snooze()),
    "skips": lambda history: history.world.say(lambda engine: engine.skip()),
    "skips surely": lambda history: history.world.say(lambda engine: engine.skip(sure=True)),
    "leaves": lambda history: history.world.say(lambda engine: engine.leave()),
    "finishes": lambda history: history.world.say(lambda engine: engine.finish(150_000)),
    "pauses": lambda history: history.world.say(lambda engine: engine.pause(30)),
    "tomorrow": lambda history: history.world.say(lambda engine: engine.pause_until_tomorrow()),
    "resumes": lambda history: history.world.say(lambda engine: engine.resume()),
    "meeting": lambda history: history.world.say(lambda engine: engine.meeting(time(11, 0))),
    "anyway": lambda history: history.world.say(lambda engine: engine.ask_anyway()),
    "undoes": lambda history: history.world.say(lambda engine: engine.undo_credit()),
    "stands": lambda history: history.world.say(lambda engine: engine.stands(standing=True)),
    "unplugs": lambda history: history.world.say(lambda engine: engine.withdraw()),
    "why": lambda history: history.world.say(lambda engine: engine.say_why(Reason.HURTS)),
}
