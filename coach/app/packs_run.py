"""One run of packs that alternate: where it stands, what the journal is told, and the session of each pack."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from coach.app.sittings import Circumstances, Sitting, refused_packs, worn
from coach.content.library import RoutineFile
from coach.content.load_library import routine_from_text
from coach.drivers.journal_driver import JournalDriver
from coach.errors import CoachError
from coach.journal.alternating import AlternatingRecorder
from coach.journal.identity import new_id
from coach.journal.records import Unfinished
from coach.plan.identity import timeline_hash
from coach.plan.rounds import Rounds, Turn, all_packs, one_pack, rounds_of
from coach.plan.timeline import Preferences, Timeline
from coach.safety.exposure import had_enough
from coach.safety.suitability import pack_refusal
from coach.session import alternating
from coach.session.alternating import Sight
from coach.session.engine import Engine
from coach.session.resting import Ending, Point, Reading, Rest, point_of, reading_of
from coach.session.state import Checkpoint


class PacksRun:
    """Moves the point and writes every move down. `ask` gives what a session depends on, from the journal as it is."""

    def __init__(
        self,
        found: RoutineFile,
        rounds: Rounds,
        point: Point,
        journal: JournalDriver,
        ask: Callable[[], Circumstances],
        *,
        speed: float,
        resumed: bool = False,
    ) -> None:
        self.found, self.rounds, self.speed = found, rounds, speed
        self._journal, self._ask = journal, ask
        given = ask()
        self._library, self._clock = given.library, given.clock
        self._preferences = given.preferences
        plan = all_packs(found, rounds, given.library, given.preferences)
        self.recorder = AlternatingRecorder(
            plan, found.text, rounds, point, speed=speed, clock=given.clock, resumed=resumed
        )

    @property
    def point(self) -> Point:
        """Where it stands."""
        return self.recorder.point

    @property
    def over(self) -> bool:
        """Whether it has ended."""
        return self.point.rest is Rest.OVER

    @property
    def turn(self) -> Turn:
        """The pack that is on, due or next."""
        return self.rounds.turn(self.point.turn)

    def left_ms(self) -> int:
        """How long until the next pack may go on, as far as that is known."""
        return alternating.left_ms(self.point, self.rounds, self._sight())

    def begin(self) -> str:
        """Look for the first pack and write the beginning down; returns why there is nothing to begin, '' if there is."""
        point = alternating.look(self.point, self.rounds, self._sight())
        if point.rest is Rest.OVER:
            given = self._ask()
            reasons = (self._refusal(turn, given) for turn in self.rounds.turns)
            return " ".join(dict.fromkeys(reason for reason in reasons if reason))
        self.recorder.point = point
        self._journal.save(self.recorder.started(), self.recorder.note())
        return ""

    def look(self) -> bool:
        """See whether a pack has become due, or it is over; says whether anything changed."""
        return self._move(alternating.look(self.point, self.rounds, self._sight()))

    def open_pack(self) -> Sitting | None:
        """Ask about the pack that is due; None where none may go on."""
        self._move(alternating.open_pack(self.point, self.rounds, self._sight()))
        if self.point.rest is not Rest.PACK:
            return None
        given = self._ask()
        timeline = self._one_pack(given.preferences)
        refusals = refused_packs(timeline, given)
        engine = Engine(timeline, given.library.thermal, self.point.session, refusals=refusals)
        return self._sitting(timeline, engine, resumed=False)

    def taken_up(self) -> Sitting | None:
        """Return the session of a pack that was on when the program stopped: all it does is to take it off."""
        inner = self.point.inner
        if self.point.rest is not Rest.PACK or inner is None or inner.pack is None:
            return None
        timeline = self._one_pack(inner.preferences)
        known = timeline_hash(timeline)
        if known != inner.timeline_hash:  # written by another version: what counts is that it comes off
            inner = msgspec.structs.replace(
                inner, timeline_hash=known, segment=0, elapsed_ms=0, done_ms={}, ended_parts={}
            )
        return self._sitting(timeline, self._engine(timeline, inner), resumed=True)

    def leave_out(self) -> None:
        """Leave the pack that is due out."""
        self._move(alternating.leave_out(self.point, self.rounds, self._now()))

    def pack_over(self) -> bool:
        """Go on after a pack; says whether one is over."""
        point = self.recorder.pack_over()
        return point is not None and self._move(point)

    def end(self) -> None:
        """End it. Not while a pack is on."""
        self._move(alternating.over(self.point, Ending.ENDED))

    def settle(self) -> None:
        """Write down what became of it while the program was gone."""
        if self.over:
            self._write_end()
        else:
            self.note()

    def note(self) -> None:
        """Write down where it stands."""
        self._journal.note(self.recorder.note())

    def _move(self, point: Point) -> bool:
        if point == self.point:
            return False
        self.recorder.point = point
        self.settle()
        return True

    def _write_end(self) -> None:
        self._journal.save([self.recorder.ended()])
        self._journal.forget(self.point.session)

    def _engine(self, timeline: Timeline, inner: Checkpoint) -> Engine:
        return Engine.from_checkpoint(timeline, self._library.thermal, inner)

    def _one_pack(self, preferences: Preferences) -> Timeline:
        return one_pack(self.found, self.turn.pack, self._library, preferences)

    def _sitting(self, timeline: Timeline, engine: Engine, *, resumed: bool) -> Sitting:
        return Sitting(
            session=self.point.session,
            found=self.found,
            timeline=timeline,
            engine=engine,
            recorder=self.recorder,
            speed=self.speed,
            resumed=resumed,
        )

    def _now(self) -> Reading:
        return reading_of(self._clock)

    def _sight(self) -> Sight:
        """See this moment; the journal is read when it is asked about, and once."""
        held: list[Circumstances] = []

        def given() -> Circumstances:
            if not held:
                held.append(self._ask())
            return held[0]

        return Sight(
            self._now(),
            lambda turn: self._refusal(turn, given()),
            lambda turn: self._enough(turn, given()),
            self.speed,
        )

    def _refusal(self, turn: Turn, given: Circumstances) -> str:
        timeline = one_pack(self.found, turn.pack, given.library, self._preferences)
        return " ".join(refused_packs(timeline, given).values())

    @staticmethod
    def _enough(turn: Turn, given: Circumstances) -> bool:
        """Not today: the day's number is reached, or the person's answers speak against it."""
        library, today = given.library, given.clock.stamp().local_day
        said_no = pack_refusal(turn.wanted, library, given.said)
        return bool(said_no) or had_enough(turn.wanted, worn(given.exposures), library.thermal, today)


def new_run(
    found: RoutineFile, journal: JournalDriver, ask: Callable[[], Circumstances], speed: float
) -> PacksRun | None:
    """Return a run of a routine that has not begun; None for a routine that does not run in the background."""
    given = ask()
    rounds = rounds_of(found.routine, given.library.thermal)
    if rounds is None:
        return None
    point = alternating.begin(new_id(given.clock.stamp().utc_us))
    return PacksRun(found, rounds, point, journal, ask, speed=speed)


def run_again(unfinished: Unfinished, journal: JournalDriver, ask: Callable[[], Circumstances]) -> PacksRun | None:
    """Return the run that was going on when the program stopped; None when its routine cannot be read any more."""
    given, point = ask(), point_of(unfinished.checkpoint)
    try:
        found = routine_from_text(unfinished.routine_text, unfinished.routine_name)
    except CoachError:
        return None
    rounds = rounds_of(found.routine, given.library.thermal)
    if rounds is None or point is None:
        return None
    point = alternating.restarted(point, reading_of(given.clock), unfinished.speed)
    return PacksRun(found, rounds, point, journal, ask, speed=unfinished.speed, resumed=True)
