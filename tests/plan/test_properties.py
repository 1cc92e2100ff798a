"""What holds for every timeline, whatever the routine says."""

from __future__ import annotations

from collections import Counter
from itertools import groupby, pairwise

from hypothesis import given
from hypothesis import strategies as st

from coach.content.routine import Group, HoldStep, Routine
from coach.content.vocabulary import Mode, Order, Side, SidePlan
from coach.plan.compile import compile as compile_routine
from coach.plan.identity import timeline_hash
from coach.plan.pacing import speech_ms
from coach.plan.timeline import Preferences, SegmentKind, Timeline
from tests.plan.drawn import holds, packed, preferences, routines, worse_sides
from tests.plan.shelf import library, of_kind, plan

LIBRARY = library()
WORN = (SegmentKind.HEAT, SegmentKind.COLD)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    """Any routine, compiled for anybody."""
    return compile_routine(draw(routines()), LIBRARY, draw(preferences), worse_side=draw(worse_sides))


@st.composite
def pack_timelines(draw: st.DrawFn) -> Timeline:
    """Heat and cold on one place, again and again."""
    return compile_routine(draw(routines(kinds=packed, most=12)), LIBRARY)


@given(timelines())
def test_segments_follow_each_other_and_add_up(timeline: Timeline) -> None:
    """Each segment begins where the last one ends, and the total is their sum."""
    at = 0
    for segment in timeline.segments:
        assert segment.start_ms == at
        assert segment.duration_ms is None or segment.duration_ms > 0
        at = segment.end_ms
    assert timeline.total_ms == at


@given(timelines())
def test_parts_and_blocks_count_on(timeline: Timeline) -> None:
    """Parts and blocks begin at nought, go up by one and are never left; every part has segments."""
    for numbers in ([segment.part for segment in timeline.segments], [segment.block for segment in timeline.segments]):
        runs = [number for number, _segments in groupby(numbers)]
        assert runs == list(range(len(runs)))
    assert len(timeline.parts) == timeline.segments[-1].part + 1


@given(timelines())
def test_cues_lie_inside_their_segment_and_never_overlap(timeline: Timeline) -> None:
    """At 2.5 words a second each sentence ends before its segment does and before the next one begins."""
    for cue in timeline.cues:
        segment = timeline.segments[cue.segment]
        assert cue.text.strip()
        if segment.duration_ms is None:
            assert cue.at_ms == segment.start_ms
        else:
            assert segment.start_ms <= cue.at_ms <= segment.end_ms - speech_ms(cue.text)
    for one, other in pairwise(timeline.cues):
        assert one.segment <= other.segment
        if one.segment == other.segment:
            assert timeline.segments[one.segment].duration_ms is not None, "an open segment has one cue"
            assert one.at_ms + speech_ms(one.text) <= other.at_ms


@given(timelines())
def test_no_rest_after_the_last_repetition(timeline: Timeline) -> None:
    """A rest of an exercise is always followed by the next repetition on the same side."""
    for rest, following in pairwise(timeline.segments):
        if rest.kind is SegmentKind.REST and rest.exercise is not None:
            assert following.kind in {SegmentKind.ENTER, SegmentKind.REPS}
            assert (following.part, following.side) == (rest.part, rest.side)
    assert timeline.segments[-1].kind is not SegmentKind.REST or timeline.segments[-1].exercise is None


@given(timelines())
def test_sides_change_by_a_switch_or_a_get_ready(timeline: Timeline) -> None:
    """Work never moves to another exercise or side without time to get there."""
    work = {SegmentKind.ENTER, SegmentKind.HOLD, SegmentKind.RELEASE, SegmentKind.REPS, SegmentKind.MOVE}
    for one, other in pairwise(timeline.segments):
        if other.kind in work and (one.exercise, one.side, one.part) != (other.exercise, other.side, other.part):
            raise AssertionError(f"{other.kind} on the {other.side} begins without getting ready")


@given(timelines() | pack_timelines())
def test_heat_and_cold_come_in_pieces_with_a_check_between(timeline: Timeline) -> None:
    """No piece is longer than 300 s, and two pieces of one exposure have a check between them."""
    for segment in of_kind(timeline, *WORN):
        assert segment.duration_ms is not None
        assert segment.duration_ms <= 300_000
    exposed = [segment for segment in timeline.segments if segment.exposure is not None]
    for _exposure, found in groupby(exposed, key=lambda segment: segment.exposure):
        kinds = [segment.kind for segment in found]
        assert kinds[0] is SegmentKind.PREPARE
        assert kinds[-1] is SegmentKind.RELEASE
        assert all(not {one, other} <= set(WORN) for one, other in pairwise(kinds))


@given(timelines() | pack_timelines())
def test_caps_hold_whatever_the_file_says(timeline: Timeline) -> None:
    """20 minutes of heat, 15 of cold, 25 for a contrast set with its swaps; three packs of a kind on one place."""
    exposures: dict[int | None, list[tuple[Mode | None, int]]] = {}
    for segment in timeline.segments:
        if segment.exposure is not None and segment.duration_ms is not None:
            exposures.setdefault(segment.exposure, []).append((segment.mode, segment.duration_ms))
    for worn in exposures.values():
        modes = {mode for mode, _ms in worn}
        most = 25 if len(modes) > 1 else 20 if modes == {Mode.HEAT} else 15
        assert sum(ms for _mode, ms in worn) <= most * 60_000
    first = {segment.exposure: segment for segment in of_kind(timeline, *WORN)}
    assert max(Counter((s.mode, s.area, s.side) for s in first.values()).values(), default=0) <= 3


@given(pack_timelines())
def test_the_same_place_has_its_gap(timeline: Timeline) -> None:
    """Two exposures of one kind on one place have two hours of `off` between them."""
    worn: dict[tuple[object, ...], tuple[int | None, int]] = {}
    off_ms = 0
    for segment in timeline.segments:
        if segment.kind is SegmentKind.OFF:
            off_ms += segment.duration_ms or 0
        elif segment.kind in WORN:
            key = (segment.kind, segment.area, segment.side)
            exposure, since_ms = worn.get(key, (segment.exposure, off_ms))
            assert exposure == segment.exposure or off_ms - since_ms >= 7_200_000
            worn[key] = (segment.exposure, off_ms)


@given(routines(), preferences, worse_sides)
def test_compiling_twice_gives_the_same(routine: Routine, wishes: Preferences, worse_side: Side | None) -> None:
    """The same input gives the same timeline."""
    one = compile_routine(routine, LIBRARY, wishes, worse_side=worse_side)
    other = compile_routine(routine, LIBRARY, wishes, worse_side=worse_side)
    assert one == other
    assert timeline_hash(one) == timeline_hash(other)


@given(st.lists(holds, min_size=1, max_size=4), st.sampled_from(Order), st.integers(1, 4))
def test_every_side_gets_its_full_hold(steps: list[HoldStep], order: Order, repeat: int) -> None:
    """Each side a step asks for gets all its sets and repetitions, each for the whole clamped hold."""
    timeline = plan(Group(steps=tuple(steps), order=order, repeat=repeat))
    for part_number, part in enumerate(timeline.parts):
        step = steps[part.step]
        dose = LIBRARY.exercises[step.exercise].dose
        assert dose.hold_s
        wanted_s = (
            dose.hold_s.default if step.hold_s is None else min(max(step.hold_s, dose.hold_s.min), dose.hold_s.max)
        )
        held = [s for s in of_kind(timeline, SegmentKind.HOLD) if s.part == part_number]
        assert len(held) == part.planned_reps
        assert {segment.duration_ms for segment in held} == {round(wanted_s * 1000)}
        assert {segment.side for segment in held} == {part.side}
        assert part.planned_ms == sum(segment.duration_ms or 0 for segment in held)


@given(st.lists(holds, min_size=1, max_size=4), st.integers(1, 4), worse_sides)
def test_sides_come_as_often_and_in_the_order_asked(steps: list[HoldStep], repeat: int, worse: Side | None) -> None:
    """In every round each step works its sides in its order: both sides equally, the asked one first."""
    timeline = plan(Group(steps=tuple(steps), repeat=repeat), worse_side=worse)
    expected = [side for _turn in range(repeat) for step in steps for side in asked(step, worse)]
    assert [part.side for part in timeline.parts] == expected


@given(st.lists(holds, min_size=1, max_size=4), st.integers(1, 4))
def test_alternate_sides_alternate(steps: list[HoldStep], repeat: int) -> None:
    """In an alternate group each two-sided step is done once in each half of a round."""
    timeline = plan(Group(steps=tuple(steps), order=Order.ALTERNATE, repeat=repeat))
    for number, step in enumerate(steps):
        sides = [part.side for part in timeline.parts if part.step == number]
        if len(asked(step, None)) > 1:
            assert sides == list(asked(step, None)) * repeat


def asked(step: HoldStep, worse: Side | None) -> tuple[Side | None, ...]:
    """The sides a step asks for, written down on its own."""
    if not LIBRARY.exercises[step.exercise].per_side:
        return (None,)
    left_first, right_first = (Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)
    match step.side:
        case SidePlan.LEFT | SidePlan.RIGHT | SidePlan.BOTH as only:
            return (Side(only.value),)
        case SidePlan.RIGHT_THEN_LEFT:
            return right_first
        case SidePlan.WORSE_FIRST if worse is Side.RIGHT:
            return right_first
        case _:
            return left_first
