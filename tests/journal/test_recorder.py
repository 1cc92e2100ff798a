"""From what the engine says to what is remembered."""

from __future__ import annotations

from coach.content.vocabulary import Area, Mode, Side, When
from coach.journal.fold import Folded, fold
from coach.journal.recorder import contrast_exposures, work_of
from coach.journal.repository import Draft
from coach.session import events as happened
from coach.session.events import GapKind, Outcome, Status
from tests.fakes import FakeClock
from tests.journal.samples import (
    HASH,
    SESSION,
    TEXT,
    checkpoint,
    contrast,
    finished,
    pack_off,
    pack_on,
    recorder,
    sealed,
    step_done,
    two_steps,
    whole_session,
)


def folded(drafts: list[Draft]) -> Folded:
    """What the drafts come to."""
    return fold(sealed(drafts))


def test_a_session_begins_with_its_routine_and_its_plan() -> None:
    """The routine's text under its hash, then the session under its own id."""
    routine, session = recorder(FakeClock()).started()
    assert (routine.kind, routine.target, routine.body["text"]) == ("routine", HASH, TEXT)
    assert (session.kind, session.id, session.body["planned_ms"]) == ("session", SESSION, 675_000)


def test_a_whole_session_reads_as_it_was_done() -> None:
    """Every step with its plan, its outcome and its time; the end; both ratings linked."""
    clock = FakeClock()
    started = clock.stamp()
    seen = folded(whole_session(clock, SESSION))
    session = seen.sessions[SESSION]
    assert (session.status, session.done_ms, session.planned_ms) == (Status.DONE, 675_000, 675_000)
    assert (session.started, session.ended) == (started, clock.stamp())
    assert [(step.title, step.outcome, step.done_ms) for step in session.steps] == [
        ("Knee to chest", Outcome.DONE, 60_000),
        ("Heat", Outcome.DONE, 600_000),
    ]
    assert session.steps[0].side is Side.LEFT
    assert [(e.when, e.tightness, e.session) for e in sorted(seen.entries.values(), key=lambda e: e.at)] == [
        (When.BEFORE, 6, SESSION),
        (When.AFTER, 4, SESSION),
    ]


def test_a_session_without_an_end_reads_interrupted() -> None:
    """It counts the steps that ended, and has no end."""
    writer = recorder(FakeClock())
    session = folded([*writer.started(), *writer.record([step_done()])]).sessions[SESSION]
    assert (session.status, session.ended, session.done_ms) == (Status.INTERRUPTED, None, 60_000)


def test_going_back_lets_the_last_word_count() -> None:
    """A part that ended twice is told once, as it ended last."""
    writer = recorder(FakeClock())
    skipped = step_done(0, 4_000, Outcome.PARTLY)
    session = folded([*writer.started(), *writer.record([skipped, step_done()])]).sessions[SESSION]
    assert [(step.outcome, step.done_ms) for step in session.steps] == [(Outcome.DONE, 60_000)]


def test_pauses_are_counted_with_their_time() -> None:
    """A pause is written when it ends; the one the session ends in counts up to there."""
    writer = recorder(FakeClock())
    happenings: list[happened.Event] = [
        happened.Paused(at_ms=1_000),
        happened.Resumed(at_ms=9_000, paused_ms=8_000),
        happened.Paused(at_ms=680_000, gap=GapKind.SLEPT, lost_ms=60_000),
        finished(status=Status.ENDED),
    ]
    drafts = writer.record(happenings)
    assert [draft.kind for draft in drafts] == ["pause", "pause", "finish"]
    assert drafts[1].body == {"paused_ms": 20_000, "gap": "slept"}
    session = folded([*writer.started(), *drafts]).sessions[SESSION]
    assert (session.pauses, session.paused_ms, session.status) == (2, 28_000, Status.ENDED)


def test_cues_and_segments_leave_nothing() -> None:
    """Only what matters afterwards is kept."""
    writer = recorder(FakeClock())
    assert writer.record([happened.SegmentStarted(at_ms=0, segment=0), happened.Waiting(at_ms=1, segment=1)]) == []


def test_why_it_got_worse_is_kept() -> None:
    """The code is in the session."""
    writer = recorder(FakeClock())
    drafts = [*writer.started(), *writer.record([happened.GotWorse(at_ms=9, part=0, reason="down-the-leg")])]
    assert folded(drafts).sessions[SESSION].worse == "down-the-leg"


def test_a_rehearsal_is_marked_everywhere() -> None:
    """Session, entries and exposures say so, so that charts and heat history can leave them out."""
    clock = FakeClock()
    writer = recorder(clock, rehearsal=True, speed=60.0)
    rating = writer.entry(3, Area.LOW_BACK, None, when=When.BEFORE)
    seen = folded([*writer.started(), rating, *writer.record([pack_on(), pack_off(600_000)])])
    assert seen.sessions[SESSION].rehearsal
    assert all(entry.rehearsal for entry in seen.entries.values())
    assert all(exposure.rehearsal for exposure in seen.exposures.values())


def test_a_pack_is_an_exposure_from_on_to_off() -> None:
    """It counts pack-on time, from the moment it went on."""
    clock = FakeClock()
    writer = recorder(clock)
    drafts = writer.started()
    clock.advance(90)
    on = clock.stamp()
    drafts += writer.record([pack_on()])
    clock.advance(650)
    drafts += writer.record([pack_off(650_000)])
    (worn,) = folded(drafts).exposures.values()
    assert (worn.on, worn.off, worn.worn_ms, worn.certain) == (on, clock.stamp(), 650_000, True)
    assert (worn.mode, worn.session, worn.contrast) == (Mode.HEAT, SESSION, False)


def test_a_pack_nobody_took_off_was_worn_at_least_so_long() -> None:
    """The last check says how long; it is not certain."""
    writer = recorder(FakeClock())
    checked = happened.CheckAnswered(at_ms=376_000, pack_ms=300_000, ok=True)
    drafts = [*writer.started(), *writer.record([pack_on(), checked])]
    (worn,) = folded(drafts).exposures.values()
    assert (worn.worn_ms, worn.certain, worn.off) == (300_000, False, None)


def test_a_contrast_set_is_one_exposure() -> None:
    """Its packs add up, and one uncertain pack makes it uncertain."""
    timeline = contrast()
    writer = recorder(FakeClock(), timeline)
    packs: list[happened.Event] = [
        pack_on(3),
        pack_off(240_000, 3),
        pack_on(3, Mode.COLD),
        pack_off(60_000, 3, Mode.COLD, certain=False),
    ]
    (worn,) = folded([*writer.started(), *writer.record(packs)]).exposures.values()
    assert contrast_exposures(timeline) == {3}
    assert (worn.contrast, worn.worn_ms, worn.certain, worn.mode) == (True, 300_000, False, Mode.HEAT)


def test_the_same_pack_twice_is_two_exposures() -> None:
    """Heat that was repeated after going back counts twice."""
    writer = recorder(FakeClock())
    packs: list[happened.Event] = [pack_on(), pack_off(100_000), pack_on(), pack_off(600_000)]
    exposures = folded([*writer.started(), *writer.record(packs)]).exposures.values()
    assert [worn.worn_ms for worn in exposures] == [100_000, 600_000]


def test_a_pack_whose_beginning_is_lost_still_counts() -> None:
    """What came off was on."""
    writer = recorder(FakeClock())
    (worn,) = folded([*writer.started(), *writer.record([pack_off(420_000)])]).exposures.values()
    assert (worn.worn_ms, worn.certain) == (420_000, False)


def test_only_working_time_counts_for_a_part() -> None:
    """Getting ready and the rest between holds do not; an open segment has no length."""
    assert work_of(two_steps())[:5] == ((-1, 5_000), (0, 30_000), (-1, 10_000), (0, 30_000), (-1, 0))


def test_the_resume_note_carries_all_clocks() -> None:
    """Awake, boot and wall time, the boot id, and the checkpoint as it was."""
    clock = FakeClock()
    note = recorder(clock).resume_note(checkpoint())
    assert (note.session, note.moment, note.boot_id) == (SESSION, tuple(clock.now()), "fake-boot-1")
    assert b'"elapsed_ms":12000' in note.checkpoint


def test_an_empty_session_is_not_listed() -> None:
    """What was begun is written at once and cannot be unwritten; ended empty it is deleted, and its rating stays."""
    writer = recorder(FakeClock())
    rating = writer.entry(6, Area.LOW_BACK, None, when=When.BEFORE)
    end = happened.Finished(at_ms=0, status=Status.ENDED, done_ms=0, planned_ms=675_000, empty=True)
    seen = folded([*writer.started(), rating, *writer.record([end])])
    assert seen.sessions == {}
    assert [entry.tightness for entry in seen.entries.values()] == [6]
