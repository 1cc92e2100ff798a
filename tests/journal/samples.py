"""A small plan and what its engine might say, for the tests of everything that remembers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coach.clock import Stamp
from coach.content.vocabulary import Area, BreakKind, BreakOutcome, Mode, Quality, Side, When
from coach.journal.bodies import Exercised
from coach.journal.entries import entry_draft
from coach.journal.event import Event, Seal, seal
from coach.journal.identity import new_id
from coach.journal.recorder import Recorder
from coach.journal.records import Break
from coach.journal.repository import Draft
from coach.plan.timeline import Part, Segment, SegmentKind, Timeline
from coach.session import events as happened
from coach.session.events import Outcome, Status
from coach.session.state import Checkpoint, PackState
from tests.fakes import FakeClock

SESSION = "019df1d7-1d20-7a88-9afc-3a7f4c4f9425"
TEXT = 'id = "two-steps"\nname = "Two steps"\n'
HASH = "a" * 64


def rest(clock: FakeClock, outcome: BreakOutcome, why: str = "answered", *, nudge: bool = False) -> Break:
    """A break that became due and ended a minute and a half later; one that is done has an exercise on each side."""
    due = clock.stamp()
    clock.advance(90)
    kind = BreakKind.NUDGE if nudge else BreakKind.MOVE
    done = outcome is BreakOutcome.DONE and not nudge
    return Break(
        id=new_id(due.utc_us),
        at=clock.stamp(),
        due=due,
        kind=kind,
        outcome=outcome,
        cadence=kind.value,
        why=why,
        length_ms=60_000,
        done_ms=60_000 if done else 0,
        exercises=tuple(_stretched(side) for side in (Side.LEFT, Side.RIGHT)) if done else (),
    )


def _stretched(side: Side) -> Exercised:
    return Exercised(
        exercise="hamstring_seated", side=side, done_ms=20_000, planned_ms=20_000, done_reps=1, planned_reps=1
    )


def part(kind: str, title: str, planned_ms: int, reps: int, **more: Any) -> Part:
    """A part with its plan; `more` sets step, exercise, side or area."""
    fields: dict[str, Any] = {"step": 0, "exercise": None, "side": None, "area": None, **more}
    return Part(kind=kind, title=title, planned_ms=planned_ms, planned_reps=reps, **fields)


def segment(kind: SegmentKind, number: int, start_ms: int, duration_ms: int | None, **more: Any) -> Segment:
    """A segment of part `number`."""
    return Segment(kind=kind, part=number, block=number, start_ms=start_ms, duration_ms=duration_ms, **more)


def two_steps() -> Timeline:
    """A stretch of two holds on the left side, then heat for ten minutes in two stretches."""
    heat = {"mode": Mode.HEAT, "area": Area.LOW_BACK, "exposure": 0}
    return Timeline(
        routine="two-steps",
        name="Two steps",
        content_hash=HASH,
        segments=(
            segment(SegmentKind.PREPARE, 0, 0, 5_000),
            segment(SegmentKind.HOLD, 0, 5_000, 30_000),
            segment(SegmentKind.REST, 0, 35_000, 10_000),
            segment(SegmentKind.HOLD, 0, 45_000, 30_000),
            segment(SegmentKind.PREPARE, 1, 75_000, None),
            segment(SegmentKind.HEAT, 1, 75_000, 300_000, **heat),
            segment(SegmentKind.CHECK, 1, 375_000, None),
            segment(SegmentKind.HEAT, 1, 375_000, 300_000, **heat),
            segment(SegmentKind.RELEASE, 1, 675_000, None),
        ),
        cues=(),
        parts=(
            part("hold", "Knee to chest", 60_000, 2, exercise="knee_to_chest_single", side=Side.LEFT),
            part("heat", "Heat", 600_000, 1, step=1, area=Area.LOW_BACK),
        ),
    )


def contrast() -> Timeline:
    """Heat for four minutes and cold for one, as one exposure."""
    return Timeline(
        routine="contrast",
        name="Contrast",
        content_hash="b" * 64,
        segments=(
            segment(SegmentKind.HEAT, 0, 0, 240_000, exposure=3),
            segment(SegmentKind.COLD, 1, 240_000, 60_000, exposure=3),
        ),
        cues=(),
        parts=(part("heat", "Heat", 240_000, 1), part("cold", "Cold", 60_000, 1)),
    )


def recorder(clock: FakeClock, timeline: Timeline | None = None, session: str = SESSION, **more: Any) -> Recorder:
    """A recorder of a real-time session, unless `more` says otherwise."""
    fields: dict[str, Any] = {"rehearsal": False, "speed": 1.0, "worse_side": None, **more}
    return Recorder(session, timeline or two_steps(), TEXT, clock=clock, **fields)


def step_done(number: int = 0, done_ms: int = 60_000, outcome: Outcome = Outcome.DONE) -> happened.PartEnded:
    """Part `number` of `two_steps` ended."""
    planned = two_steps().parts[number]
    return happened.PartEnded(
        at_ms=75_000,
        part=number,
        outcome=outcome,
        done_ms=done_ms,
        planned_ms=planned.planned_ms,
        done_reps=2,
        planned_reps=planned.planned_reps,
    )


def pack_on(exposure: int = 0, mode: Mode = Mode.HEAT) -> happened.PackOn:
    """A pack goes on the low back."""
    return happened.PackOn(
        at_ms=76_000, mode=mode, area=Area.LOW_BACK, side=None, exposure=exposure, limit_ms=1_200_000
    )


def pack_off(worn_ms: int, exposure: int = 0, mode: Mode = Mode.HEAT, *, certain: bool = True) -> happened.PackOff:
    """The pack is off again."""
    return happened.PackOff(
        at_ms=676_000,
        mode=mode,
        area=Area.LOW_BACK,
        side=None,
        exposure=exposure,
        worn_ms=worn_ms,
        outcome=Outcome.DONE,
        certain=certain,
    )


def finished(done_ms: int = 675_000, status: Status = Status.DONE) -> happened.Finished:
    """The session is over."""
    return happened.Finished(at_ms=700_000, status=status, done_ms=done_ms, planned_ms=675_000)


def checkpoint(session: str = SESSION, *, on_ms: int | None = None) -> Checkpoint:
    """Thirty seconds of the first hold done and twelve of the second; with `on_ms` a pack is on as well."""
    pack = None
    if on_ms is not None:
        pack = PackState(
            mode=Mode.HEAT,
            area=Area.LOW_BACK,
            side=None,
            exposure=0,
            on_ms=on_ms,
            limit_ms=1_200_000,
            check_due_ms=300_000,
            urgency=0,
            due=False,
            certain=True,
        )
    return Checkpoint(
        session=session,
        routine="two-steps",
        content_hash=HASH,
        timeline_hash="t",
        segment=3,
        elapsed_ms=12_000,
        session_ms=57_000,
        done_ms={0: 5_000, 1: 30_000, 2: 10_000, 3: 12_000},
        ended_parts={},
        pack=pack,
    )


def entry(clock: FakeClock, tightness: int = 6, **more: Any) -> Draft:
    """A tightness entry in the left buttock."""
    fields: dict[str, Any] = {"quality": Quality.TIGHTNESS, **more}
    return entry_draft(clock.stamp(), tightness, Area.BUTTOCK, Side.LEFT, **fields)


def whole_session(clock: FakeClock, session: str) -> list[Draft]:
    """Everything one session of `two_steps` leaves in the journal, ratings included."""
    writer = recorder(clock, session=session)
    drafts = writer.started()
    drafts.append(writer.entry(6, Area.BUTTOCK, Side.LEFT, when=When.BEFORE))
    for happening in (step_done(0), pack_on(), pack_off(600_000), step_done(1, 600_000)):
        clock.advance(60)
        drafts += writer.record([happening])
    drafts.append(writer.entry(4, Area.BUTTOCK, Side.LEFT, when=When.AFTER))
    return drafts + writer.record([finished()])


def sealed(drafts: Sequence[Draft], device: str = "d1", first_seq: int = 1, hlc: int = 1_000) -> list[Event]:
    """The drafts as a store would write them, one after the other."""
    return [
        seal(draft, Seal(device, first_seq + number, hlc + number, draft.at.utc_us, False, "0.1"))
        for number, draft in enumerate(drafts)
    ]


def stamp(clock: FakeClock) -> Stamp:
    """The clock's wall time."""
    return clock.stamp()
