"""A person, a machine and packs that alternate, without a window: what the desk of the window does, in a few lines."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import Mode
from coach.plan.rounds import one_pack, rounds_of
from coach.plan.timeline import Preferences
from coach.resources import assets
from coach.safety.exposure import Worn, had_enough, refusal
from coach.session import alternating
from coach.session.alternating import Sight
from coach.session.engine import Engine
from coach.session.events import Event, Finished, PackOff, PackOn
from coach.session.pacemaker import Pacemaker
from coach.session.resting import Rest, point_of, reading_of
from coach.session.state import Snapshot
from tests.fakes import FakeClock

_LIBRARY: list[Library] = []


def library() -> Library:
    """Return the shipped content, read once."""
    if not _LIBRARY:
        _LIBRARY.append(load_library(assets()))
    return _LIBRARY[0]


class Room:
    """Looks when told. `history` is what a journal would hold; `said` every event of every pack."""

    def __init__(self, clock: FakeClock | None = None, routine: str = "alternating-packs") -> None:
        self.clock = clock or FakeClock()
        self.library = library()
        self.found = self.library.routines[routine]
        rounds = rounds_of(self.found.routine, self.library.thermal)
        assert rounds is not None
        self.rounds = rounds
        self.point = alternating.begin("session")
        self.engine: Engine | None = None
        self.pacemaker = Pacemaker(self.clock)
        self.history: list[Worn] = []
        self.said: list[Event] = []
        self.of_this_pack: list[Event] = []

    @property
    def mode(self) -> Mode:
        return self.rounds.turn(self.point.turn).pack.mode

    @property
    def snapshot(self) -> Snapshot:
        assert self.engine is not None
        return self.engine.snapshot()

    def sight(self) -> Sight:
        thermal, now = self.library.thermal, self.clock.stamp()
        return Sight(
            reading_of(self.clock),
            lambda turn: refusal(turn.wanted, self.history, thermal, now),
            lambda turn: had_enough(turn.wanted, self.history, thermal, now.local_day),
        )

    def look(self) -> Rest:
        """Beat the engine of a pack, or look whether the next one is due."""
        if self.engine is not None:
            self.take(self.pacemaker.beat(self.engine))
        self.point = alternating.look(self.point, self.rounds, self.sight())
        return self.point.rest

    def pass_s(self, seconds: float, every_s: float = 2.0) -> None:
        """Let time pass, looked at closely while a pack is there."""
        left = seconds
        while left > 0:
            step = min(left, every_s if self.engine is not None else 30.0)
            self.clock.advance(step)
            self.look()
            left -= step

    def open(self) -> bool:
        """The person turns to the pack that is due."""
        self.point = alternating.open_pack(self.point, self.rounds, self.sight())
        if self.point.rest is not Rest.PACK:
            return False
        pack = self.rounds.turn(self.point.turn).pack
        timeline = one_pack(self.found, pack, self.library, Preferences())
        self._wear(Engine(timeline, self.library.thermal, "session"))
        assert self.engine is not None
        self.take(self.engine.start())
        return True

    def wear(self) -> None:
        """Confirm, and put it on."""
        assert self.open()
        assert self.engine is not None
        self.take(self.engine.confirm_pack(all_yes=True))
        self.take(self.engine.pack_is_on())

    def worn_for(self, seconds: float) -> Engine:
        """Put the pack on that is due, and let it lie so long; returns its engine."""
        self.look()
        self.wear()
        self.pass_s(seconds)
        assert self.engine is not None
        return self.engine

    def wear_through(self) -> None:
        """Wear the pack to its planned end, every check answered."""
        self.wear()
        while self.engine is not None:
            self.pass_s(60)
            if self.engine is not None:
                self.take(self.engine.skin_ok())
                pack = self.engine.snapshot().pack
                if pack is not None and pack.due:
                    self.take(self.engine.pack_is_off())

    def restart(self) -> None:
        """Kill the program and start it again from what was noted last."""
        noted = point_of(self.note())
        assert noted is not None
        self.engine, self.of_this_pack = None, []
        self.point = alternating.restarted(noted, reading_of(self.clock))
        if self.point.pack is not None and self.point.inner is not None:
            pack = self.rounds.turn(self.point.turn).pack
            timeline = one_pack(self.found, pack, self.library, Preferences())
            self._wear(Engine.from_checkpoint(timeline, self.library.thermal, self.point.inner))
        self.look()

    def note(self) -> bytes:
        point = self.point
        if self.engine is not None:
            inner, now = self.engine.checkpoint(), reading_of(self.clock)
            point = alternating.written(point, self.rounds, self.of_this_pack, inner, now)
        return msgspec.json.encode(point)

    def take(self, events: list[Event]) -> None:
        """Write down what a pack's engine said, and go on when it is finished."""
        self.said += events
        self.of_this_pack += events
        for event in events:
            self._write(event)
        worn = alternating.worn_of(self.of_this_pack, self.mode)
        if worn is not None and self.engine is not None and any(isinstance(event, Finished) for event in events):
            self.engine, self.of_this_pack = None, []
            self.point = alternating.pack_over(self.point, self.rounds, worn, reading_of(self.clock))

    def _wear(self, engine: Engine) -> None:
        self.engine, self.pacemaker = engine, Pacemaker(self.clock)
        self.pacemaker.beat(engine)

    def _write(self, event: Event) -> None:
        stamp = self.clock.stamp()
        if isinstance(event, PackOn):
            self.history.append(
                Worn(
                    mode=event.mode,
                    area=event.area,
                    side=event.side,
                    on_utc_us=stamp.utc_us,
                    local_day=stamp.local_day,
                    worn_ms=0,
                    contrast=False,
                )
            )
        elif isinstance(event, PackOff):
            self.history[-1] = replace(self.history[-1], worn_ms=event.worn_ms, off_utc_us=stamp.utc_us)
