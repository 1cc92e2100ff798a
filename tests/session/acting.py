"""A person at random: anything anyone can do to an engine, and timelines to do it to."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

from hypothesis import strategies as st

from coach.session.engine import Engine
from coach.session.events import WORSE_REASONS, Event, GapKind
from coach.session.state import Need

ACTIONS: dict[str, Callable[[Engine], list[Event]]] = {
    "pause": Engine.pause,
    "resume": Engine.resume,
    "skip": Engine.skip,
    "back": Engine.back,
    "ten on": lambda engine: engine.nudge(10_000),
    "ten back": lambda engine: engine.nudge(-10_000),
    "go on": Engine.go_on,
    "all true": lambda engine: engine.confirm_pack(all_yes=True),
    "not true": lambda engine: engine.confirm_pack(all_yes=False, reason="no"),
    "numb": Engine.numb,
    "pack on": Engine.pack_is_on,
    "pack off": Engine.pack_is_off,
    "unlocked": Engine.ask_skin,
    "skin fine": Engine.skin_ok,
    "skin not fine": Engine.skin_not_ok,
    "worse": lambda engine: engine.worse(WORSE_REASONS[0]),
    "worse, down the leg": lambda engine: engine.worse(WORSE_REASONS[1]),
    "by mistake": Engine.mistake,
    "end": Engine.end,
    "choose the end": Engine.choose_end,
    "choose to go on": Engine.choose_continue,
    "easier": lambda engine: engine.choose_continue(skip_part=False),
    "sleep": lambda engine: engine.gap(GapKind.SLEPT, 100, 60_000),
    "freeze": lambda engine: engine.gap(GapKind.FROZEN, 3_000, 3_000),
    "by hand": lambda engine: engine.wait_for_me(True),
    "by itself": lambda engine: engine.wait_for_me(False),
    "clock": lambda engine: engine.gap(GapKind.CLOCK, 0, 0),
}
#: What answers a need, so that random people get somewhere.
ANSWERS: dict[Need, str] = {
    Need.ADVANCE: "go on",
    Need.CONFIRM_PACK: "all true",
    Need.PACK_ON: "pack on",
    Need.SKIN_CHECK: "skin fine",
    Need.PACK_OFF: "pack off",
    Need.RATING: "go on",
    Need.WORSE_CHOICE: "choose to go on",
    Need.GAP_CHOICE: "resume",
}
LINES = (
    "knee left: prepare 5, enter 3, hold 30, release 2, rest 4, enter 3, hold 30, release 2",
    "knee right: prepare 5, enter 3, hold 30, release 2",
    "bridge: prepare 2.5, reps 4, reps 4, rest 7, reps 4!",
    "walk: prepare 3, move",
    "breath: breathe 45!",
    "rest: rest 20",
    "off: off 600",
    "ask low-back before:",
    "say: say 2.345",
    "heat buttock left: 15",
    "cold calf right: 7",
    "heat buttock right: 5",
    "contrast low-back: heat 4, cold 1, heat 4",
)

#: How many random histories are lived through; `LIMBER_HISTORIES=100000` asks for more.
HISTORIES = int(os.environ.get("LIMBER_HISTORIES", "1000"))
SHARES = 5

routines = st.lists(st.sampled_from(LINES), min_size=1, max_size=5).map("\n".join)


def act(engine: Engine, name: str) -> list[Event]:
    """Do something by name; "answer" gives the answer that goes on."""
    if name == "answer":
        name = ANSWERS.get(engine.snapshot().need, "pause")
    return ACTIONS[name](engine)


def live(share: int, history: Callable[[random.Random], None]) -> None:
    """Live through one share of all histories; what breaks says in which."""
    for seed in range(share * HISTORIES // SHARES, (share + 1) * HISTORIES // SHARES):
        try:
            history(random.Random(seed))
        except AssertionError as broken:
            raise AssertionError(f"history {seed}: {broken}") from broken
