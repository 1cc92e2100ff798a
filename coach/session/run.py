"""Everything about one session that changes while it runs, in one place."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from coach.plan.timeline import Segment, SegmentKind
from coach.session.course import Course, Exposure
from coach.session.events import Event, Outcome, PartEnded
from coach.session.pack import Pack
from coach.session.state import Need, Phase
from coach.session.tally import Result, Tally

#: What happened to the body or the clock is not undone by doing the part again.
_LASTING = frozenset({Outcome.INTERRUPTED, Outcome.UNATTENDED})
_WORDS = frozenset({SegmentKind.ASK.value, SegmentKind.SAY.value})


class After(Enum):
    """Where to go once the pack is off."""

    NEXT = auto()
    BACK = auto()
    END = auto()


@dataclass(slots=True)
class Run:
    """The changing state of one session; the modules beside this one are the rules that change it.

    `opened`: the segment has begun (its start was announced); it has not while the position was only moved
    there in a pause. `cue`: the next cue of the segment. `waiting`: the position stands until the person
    answers. `repeat`: on resume the interrupted hold is done again from its start. `spent`: exposures that
    were on; `dropped`: steps left out after "worse", with the reason; `taken_off`: exposures with the session
    time they came off at. `by_hand`: every change of step waits for the person. `settled`: parts that ended before
    the dose was changed; they stay as they were said, unless they are done again. `gap` and `lost_ms`: why it stands
    still by itself, and the real time that went by unseen.
    """

    course: Course
    session: str
    refusals: dict[int, str]
    get_ready_ms: int
    tally: Tally
    phase: Phase = Phase.READY
    segment: int = -1
    elapsed_ms: int = 0
    opened: bool = False
    cue: int = 0
    waiting: bool = False
    confirmed: bool = False
    session_ms: int = 0
    resuming_ms: int = 0
    paused_at: int | None = None
    gapped: bool = False
    gap: str = ""
    lost_ms: int = 0
    repeat: bool = False
    pack: Pack | None = None
    after: After = After.NEXT
    ended: dict[int, Result] = field(default_factory=dict)
    spent: set[int] = field(default_factory=set)
    dropped: dict[int, str] = field(default_factory=dict)
    taken_off: list[tuple[Exposure, int]] = field(default_factory=list)
    by_hand: bool = False
    settled: set[int] = field(default_factory=set)
    out: list[Event] = field(default_factory=list)

    @property
    def here(self) -> Segment:
        """The segment the position is in."""
        return self.course.segments[self.segment]

    @property
    def live(self) -> bool:
        """Whether what is reached begins at once: not in a pause, except under a pack, whose time runs on."""
        return self.phase is Phase.RUNNING or self.pack is not None

    @property
    def moves(self) -> bool:
        """Whether time moves the position: a pack's by itself unless it asks something, any other only while running."""
        if not self.opened:
            return False
        timed = self.here.duration_ms is not None
        if self.pack is not None:
            return timed and self.pack.due_at is None and self.pack.check_at is None
        if self.phase is not Phase.RUNNING:
            return False
        return not self.waiting if timed else self.here.kind is SegmentKind.MOVE

    @property
    def begun(self) -> bool:
        """Whether anything was begun, as far as it has ended: a step, or a pack; or it got worse. Asking is no step."""
        return bool(self.spent) or any(
            result.outcome in _LASTING
            or (result.outcome is not Outcome.SKIPPED and self.course.parts[part].kind not in _WORDS)
            for part, result in self.ended.items()
        )

    def emit(self, event: Event) -> None:
        """Say what has happened."""
        self.out.append(event)

    def close(self, part: int, outcome: Outcome | None = None, reason: str = "") -> None:
        """Say how a part ended, unless that was said already; the last word on a part counts."""
        if part in self.settled:
            return
        said = self.ended.get(part)
        found = self.tally.result(part)
        result = found if outcome is None else found._replace(outcome=outcome)
        if said == result or (said is not None and said.outcome in _LASTING):
            return
        self.ended[part] = result
        planned = self.course.parts[part]
        self.emit(
            PartEnded(
                at_ms=self.session_ms,
                part=part,
                outcome=result.outcome,
                done_ms=result.done_ms,
                planned_ms=planned.planned_ms,
                done_reps=result.done_reps,
                planned_reps=planned.planned_reps,
                reason="" if result.outcome is Outcome.DONE else reason or self.dropped.get(planned.step, ""),
            )
        )


def phase_of(run: Run) -> Phase:
    """Return what the engine is doing, as seen from outside."""
    asks = run.pack is not None and (run.pack.due_at is not None or run.pack.check_at is not None)
    stands = run.waiting or asks
    return Phase.WAITING if run.phase is Phase.RUNNING and stands else run.phase


def need_of(run: Run) -> Need:
    """Return what the person is asked for; a pack's questions come before all others."""
    if run.phase in {Phase.READY, Phase.OVER}:
        return Need.NOTHING
    if run.pack is not None and run.pack.due_at is not None:
        return Need.PACK_OFF
    if run.pack is not None and run.pack.check_at is not None:
        return Need.SKIN_CHECK
    if run.phase is Phase.STOPPED:
        return Need.WORSE_CHOICE
    if run.phase is Phase.PAUSED and run.gapped:
        return Need.GAP_CHOICE
    return _need_here(run) if run.phase is Phase.RUNNING and run.waiting else Need.NOTHING


def _need_here(run: Run) -> Need:
    """Return what the segment asks that the position waits at."""
    if run.here.kind is SegmentKind.ASK:
        return Need.RATING
    if run.here.exposure is not None:
        return Need.PACK_ON if run.confirmed else Need.CONFIRM_PACK
    return Need.ADVANCE
