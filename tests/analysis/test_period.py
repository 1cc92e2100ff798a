"""What a period comes to."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coach.analysis.done import done_facts
from coach.analysis.period import Span, feeling_facts, noted, place_facts
from coach.content.vocabulary import Area, Mode, Quality, Side
from coach.journal.records import Entry, Exposure, SessionRecord, StepDone
from coach.session.events import Outcome
from tests.analysis.make import ENTRIES, at, entry, rated, session

SPAN = Span(date(2026, 11, 1), date(2026, 11, 28))


def step(exercise: str, side: Side | None, done_ms: int, reason: str = "") -> StepDone:
    """A step of an exercise."""
    return StepDone(
        step=0,
        kind="hold",
        title=exercise.title(),
        exercise=exercise,
        side=side,
        area=None,
        outcome=Outcome.DONE,
        done_ms=done_ms,
        planned_ms=60_000,
        done_reps=0,
        planned_reps=0,
        reason=reason,
    )


def done(day: str, *steps: StepDone, hour: int = 9, planned_ms: int = 120_000) -> SessionRecord:
    """A session of some steps."""
    whole = session(f"{day}T{hour:02}:00", done_ms=sum(one.done_ms for one in steps))
    return SessionRecord(
        **{**{name: getattr(whole, name) for name in whole.__struct_fields__}, "steps": steps, "planned_ms": planned_ms}
    )


def test_a_place_in_numbers() -> None:
    """Mean, range, the first against the last week, and the middle change around sessions."""
    entries = [
        entry("2026-10-31T08:00", 10),
        entry("2026-11-01T08:00", 6),
        entry("2026-11-03T08:00", 8),
        entry("2026-11-22T08:00", 2),
        *rated("a", "2026-11-24", 4, 3),
        *rated("b", "2026-11-25", 4, 1),
        entry("2026-11-25T12:00", 9, quality=Quality.CRAMP),
        entry("2026-11-25T12:00", 9, rehearsal=True),
    ]
    (fact,) = place_facts(entries, SPAN)
    assert (len(fact.points), fact.mean, fact.lowest, fact.highest) == (7, 4.0, 1, 8)
    assert (fact.begin, fact.end) == (7.0, (2 + 4 + 3 + 4 + 1) / 5)
    assert fact.change is not None
    assert (fact.change.n, fact.change.median) == (2, -2.0)
    assert not fact.change.sure


def test_too_little_to_compare_is_not_compared() -> None:
    """One entry in a week makes no mean of a week; a period under two weeks has no first and last one."""
    (fact,) = place_facts([entry("2026-11-01T08:00", 6), entry("2026-11-27T08:00", 2)], SPAN)
    assert (fact.begin, fact.end, fact.change) == (None, None, None)
    short = Span(date(2026, 11, 1), date(2026, 11, 13))
    many = [entry(f"2026-11-{day:02}T08:00", 5) for day in range(1, 14)]
    assert place_facts(many, short)[0].begin is None


def test_other_feelings_are_counted_apart() -> None:
    """By feeling and place, in the order of the vocabulary, with how strong and when last."""
    entries = [
        entry("2026-11-02T08:00", 3, quality=Quality.NUMBNESS, area=Area.FOOT),
        entry("2026-11-09T08:00", 5, quality=Quality.NUMBNESS, area=Area.FOOT),
        entry("2026-11-05T08:00", 7, quality=Quality.SPASM),
        entry("2026-12-01T08:00", 7, quality=Quality.SPASM),
    ]
    spasm, numb = feeling_facts(entries, SPAN)
    assert (spasm.quality, spasm.entries, spasm.last_day) == (Quality.SPASM, 1, "2026-11-05")
    assert (numb.entries, numb.mean, numb.highest, numb.last_day) == (2, 4.0, 5, "2026-11-09")


def test_notes_of_entries_saved_together_come_once() -> None:
    """Oldest first; what was saved at once has one note."""
    entries = [
        entry("2026-11-09T08:00", 5, note="later"),
        entry("2026-11-02T08:00", 3, note="same", together="t"),
        entry("2026-11-02T08:00", 3, area=Area.CALF, note="same", together="t"),
        entry("2026-11-03T08:00", 3),
    ]
    assert [one.note for one in noted(entries, SPAN)] == ["same", "later"]


def test_what_was_done_and_where_somebody_stopped() -> None:
    """Sessions on days, the share of their plan, exercises by how many sessions, stops with their reason."""
    sessions = [
        done("2026-11-02", step("bridge", Side.LEFT, 60_000), step("bridge", Side.RIGHT, 30_000)),
        done("2026-11-02", step("bridge", Side.LEFT, 60_000), step("clam", None, 60_000, "down-the-leg"), hour=18),
        done("2026-11-05", step("clam", None, 0)),
        done("2026-12-05", step("clam", None, 60_000)),
    ]
    facts = done_facts(sessions, [], SPAN)
    assert (facts.sessions, facts.days, facts.done_ms, facts.share) == (2, 1, 210_000, 210 / 240)
    bridge, clam = facts.exercises
    assert (bridge.exercise, bridge.sessions, bridge.done_ms, bridge.sides) == (
        "bridge",
        2,
        150_000,
        (Side.LEFT, Side.RIGHT),
    )
    assert (clam.sessions, clam.sides) == (1, ())
    assert [(stop.day, stop.title, stop.reason) for stop in facts.stops] == [("2026-11-02", "Clam", "down-the-leg")]


def test_packs_are_summed_by_place() -> None:
    """How often and how long in all; rehearsals and other days do not count."""

    def worn(day: str, ms: int, **more: object) -> Exposure:
        fields = {"session": day, "exposure": 0, "mode": Mode.HEAT, "area": Area.LOW_BACK, "side": None}
        rest = {"on": at(f"{day}T09:00"), "worn_ms": ms, "certain": True, "contrast": False, "rehearsal": False}
        return Exposure(**{**fields, **rest, **more})  # type: ignore[arg-type]

    found = [worn("2026-11-02", 600_000), worn("2026-11-03", 300_000), worn("2026-11-03", 1, mode=Mode.COLD)]
    gone = [worn("2026-10-02", 600_000), worn("2026-11-03", 300_000, rehearsal=True)]
    heat, cold = done_facts([], [*found, *gone], SPAN).packs
    assert (heat.mode, heat.times, heat.worn_ms) == (Mode.HEAT, 2, 900_000)
    assert (cold.mode, cold.times) == (Mode.COLD, 1)


def test_without_sessions_there_is_no_share() -> None:
    """Nothing is divided by nothing."""
    assert done_facts([], [], SPAN).share is None


@given(st.lists(ENTRIES, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_entries_makes_no_difference(entries: list[Entry], chance: object) -> None:
    """Whatever order they come in, the facts are the same."""
    span = Span(date(2024, 2, 1), date(2025, 3, 1))
    mixed = list(entries)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert {fact.key: fact for fact in place_facts(entries, span)} == {
        fact.key: fact for fact in place_facts(mixed, span)
    }
