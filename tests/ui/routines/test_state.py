"""Routines in words."""

from __future__ import annotations

from coach.content.vocabulary import Area, Mode, Side
from coach.plan.timeline import Part, Segment, SegmentKind, Timeline
from coach.ui.routines.plan_steps import plan_steps
from coach.ui.routines.state import build_state, modes_words
from tests.ui.sample import sample_library


def part(
    step: int, kind: str = "hold", *, side: Side | None = None, ms: int = 60_000, reps: int = 3, **more: object
) -> Part:
    """One part of a plan, by default three holds of twenty seconds."""
    fields: dict[str, object] = {"title": "Single knee to chest", "exercise": "knee_to_chest_single", "area": None}
    return Part(step=step, kind=kind, side=side, planned_ms=ms, planned_reps=reps, **(fields | more))  # type: ignore[arg-type]


def timeline(*parts: Part, total_ms: int = 150_000) -> Timeline:
    """A plan with these parts and one segment of that length."""
    segment = Segment(start_ms=0, duration_ms=total_ms, kind=SegmentKind.HOLD, part=0, block=0)
    return Timeline(
        routine="morning-ease", name="Morning ease", content_hash="", segments=(segment,), cues=(), parts=parts
    )


def test_a_card_says_how_long_where_and_which_way() -> None:
    """A card holds name, length, place and spine direction of the compiled plan."""
    state = build_state(sample_library(), {"morning-ease": timeline(part(0))})
    [card] = state.cards
    assert (card.name, card.length, card.place, card.direction) == (
        "Morning ease",
        "2 minutes",
        "On the floor",
        "Rounds the back",
    )


def test_a_plan_puts_the_sides_of_a_step_together() -> None:
    """Left and right of one step are one line in their order; the next step is the next line."""
    plan = timeline(
        part(0, side=Side.RIGHT),
        part(0, side=Side.LEFT),
        part(1, "rest", ms=30_000, reps=0, title="Rest", exercise=None),
    )
    steps = plan_steps(plan, sample_library())
    assert [(step.title, step.amount, step.side) for step in steps] == [
        ("Single knee to chest", "3 × 20 seconds", "right, then left"),
        ("Rest", "30 seconds", ""),
    ]


def test_every_kind_of_step_says_how_much() -> None:
    """Repetitions, walks, packs and ratings each say their amount in their own way."""
    plan = timeline(
        part(0, "reps", ms=80_000, reps=8),
        part(1, "move", ms=0, reps=0),
        part(2, "heat", ms=900_000, reps=0, title="Heat", exercise=None, area=Area.BUTTOCK, side=Side.LEFT),
        part(3, "ask", ms=0, reps=0, title="Rate", exercise=None),
        part(4, "breathe", ms=90_000, reps=0, title="Breathe", exercise=None),
    )
    steps = plan_steps(plan, sample_library())
    assert [step.amount for step in steps] == ["8 times", "until you go on", "15 minutes", "", "1:30 minutes"]
    assert steps[2].side == "Buttock, left"
    assert steps[2].exercise == ""


def test_notes_are_paragraphs_and_cautions_come_once() -> None:
    """Notes are cut at empty lines; each caution of the exercises is said once."""
    state = build_state(sample_library(), {"morning-ease": timeline(part(0), part(1))})
    view = state.views["morning-ease"]
    assert view.notes == ("Move slowly.", "Stop when it hurts.")
    assert view.cautions == ("Stop if pain moves further down the leg.", "After surgery ask the surgical team first.")


def test_search_looks_into_the_plan() -> None:
    """A routine is found by its own words and by its exercises."""
    state = build_state(sample_library(), {"morning-ease": timeline(part(0))})
    assert [bool(state.matching(text)) for text in ("morning", "knee chest", "floor", "bridge")] == [
        True,
        True,
        True,
        False,
    ]


def test_modes_words() -> None:
    """The badge names the packs."""
    assert [modes_words(m) for m in ((), (Mode.HEAT,), (Mode.HEAT, Mode.COLD))] == ["", "Heat", "Heat and cold"]
