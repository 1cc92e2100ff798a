"""Routines drawn at random for the property tests: also such as no check would let pass."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from coach.content.exercise import Tempo
from coach.content.routine import (
    AskStep,
    BreatheStep,
    ColdStep,
    Group,
    HeatStep,
    HoldStep,
    MoveStep,
    OffStep,
    RepsStep,
    RestStep,
    Routine,
    SayStep,
    Step,
)
from coach.content.vocabulary import Advance, Area, Order, Side, SidePlan, When
from coach.plan.timeline import Preferences
from tests.plan.shelf import routine

seconds = st.none() | st.integers(0, 600).map(float) | st.floats(0, 100_000, allow_nan=False).map(lambda x: round(x, 3))
needed_seconds = st.integers(1, 4000).map(float) | st.floats(0.001, 1e9)
counts = st.none() | st.integers(1, 12)
sides = st.none() | st.sampled_from(Side)
plans = st.none() | st.sampled_from(SidePlan)
advances = st.none() | st.sampled_from(Advance)
# No file can hold words of blanks only: the reader takes them for nothing.
texts = st.none() | st.text(st.characters(codec="utf-8", categories=("L", "Zs", "P")), min_size=1, max_size=200).filter(
    str.strip
)


def _common() -> dict[str, Any]:
    return {
        "side": plans,
        "reps": counts,
        "sets": st.none() | st.integers(1, 4),
        "prep_s": seconds,
        "rest_s": seconds,
        "switch_s": seconds,
        "advance": advances,
    }


holds = st.builds(HoldStep, exercise=st.sampled_from(["hug", "tilt", "four", "calf"]), hold_s=seconds, **_common())
tempos = st.builds(
    Tempo, out_s=st.floats(0.5, 60), hold_s=st.floats(0, 60), back_s=st.floats(0.5, 60), pause_s=st.floats(0, 60)
)
moved = st.builds(RepsStep, exercise=st.sampled_from(["cat", "slider"]), tempo=st.none() | tempos, **_common())
walks = st.builds(MoveStep, exercise=st.just("walk"), target_s=seconds, prep_s=seconds)
packs: st.SearchStrategy[HeatStep | ColdStep] = st.builds(
    HeatStep, duration_s=st.none() | needed_seconds, area=st.sampled_from(Area), side=sides
) | st.builds(ColdStep, duration_s=st.none() | needed_seconds, area=st.sampled_from(Area), side=sides)
quiet: st.SearchStrategy[Step] = (
    st.builds(RestStep, duration_s=needed_seconds, text=texts, advance=advances)
    | st.builds(OffStep, duration_s=needed_seconds, text=texts)
    | st.builds(BreatheStep, duration_s=needed_seconds, text=texts)
    | st.builds(AskStep, when=st.sampled_from(When), area=st.none() | st.sampled_from(Area), side=sides)
    | st.builds(SayStep, text=texts.filter(bool), duration_s=st.none() | needed_seconds)
)
work: st.SearchStrategy[Step] = holds | moved | walks
steps: st.SearchStrategy[Step] = work | packs | quiet
groups = st.builds(
    Group,
    steps=st.lists(steps, min_size=1, max_size=4).map(tuple),
    repeat=st.integers(1, 3),
    order=st.sampled_from(Order),
) | st.builds(
    Group,
    steps=st.lists(packs, min_size=1, max_size=4).map(tuple),
    repeat=st.integers(1, 6),
    exposure=st.just("contrast"),
)


_buttock = {"area": st.just(Area.BUTTOCK), "side": st.sampled_from([None, Side.LEFT, Side.RIGHT])}
_minutes = st.none() | st.sampled_from([60.0, 240.0, 900.0, 5400.0])
one_place: st.SearchStrategy[HeatStep | ColdStep] = st.builds(HeatStep, duration_s=_minutes, **_buttock) | st.builds(
    ColdStep, duration_s=_minutes, **_buttock
)
_swaps = st.sampled_from([(HeatStep, ColdStep), (ColdStep, HeatStep)]).map(
    lambda kinds: tuple(kind(area=Area.BUTTOCK, side=Side.LEFT, duration_s=240) for kind in kinds)
)
#: Packs on one place with too little or enough time off between them, contrast sets among them.
packed: st.SearchStrategy[Step | Group] = (
    one_place
    | st.builds(OffStep, duration_s=st.sampled_from([1800.0, 3600.0, 5400.0, 7200.0, 10_800.0]))
    | st.builds(Group, steps=_swaps, repeat=st.integers(1, 6), exposure=st.just("contrast"))
)


@st.composite
def routines(draw: st.DrawFn, *, kinds: st.SearchStrategy[Step | Group] = steps | groups, most: int = 6) -> Routine:
    """A routine of up to so many steps or groups."""
    chosen = draw(st.lists(kinds, min_size=1, max_size=most))
    return routine(
        *chosen,
        prep_s=draw(st.floats(0, 600)),
        rest_s=draw(seconds),
        switch_s=draw(st.floats(0, 600)),
        advance=draw(st.sampled_from(Advance)),
        place=draw(st.sampled_from(["floor", "chair", "desk", "anywhere"])),
    )


preferences = st.builds(Preferences, prep_extra_s=st.floats(0, 60), spoken_detail=st.booleans())
worse_sides = st.none() | st.sampled_from(Side)
