"""Heat and cold in a plan: caps, pieces, checks, swaps."""

from __future__ import annotations

import dataclasses

import pytest
from msgspec.structs import replace

from coach.content.routine import ColdStep, Group, HeatStep, HoldStep, OffStep
from coach.content.vocabulary import Area, Mode, Side
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import CueKind, SegmentKind
from tests.plan.shelf import library, of_kind, outline, plan, routine, said


def heat(minutes: float | None = None, area: Area = Area.BUTTOCK, side: Side | None = Side.LEFT) -> HeatStep:
    """A heat step."""
    return HeatStep(area=area, side=side, duration_s=None if minutes is None else minutes * 60)


def cold(minutes: float | None = None, area: Area = Area.BUTTOCK, side: Side | None = Side.LEFT) -> ColdStep:
    """A cold step."""
    return ColdStep(area=area, side=side, duration_s=None if minutes is None else minutes * 60)


def worn_ms(mode: SegmentKind, *steps: HeatStep | ColdStep | Group) -> int:
    """How long heat or cold is on in a plan of these steps."""
    return sum(segment.duration_ms or 0 for segment in of_kind(plan(*steps), mode))


def test_heat_is_cut_into_pieces_with_a_look_between() -> None:
    """Put on when confirmed, five minutes at a time with a check between, off when confirmed."""
    timeline = plan(heat())
    assert [line.replace(" left", "") for line in outline(timeline)] == [
        "prepare",
        "heat 300",
        "check open",
        "heat 300",
        "check open",
        "heat 300",
        "release open",
    ]
    assert timeline.segments[0].duration_ms is None
    assert {(s.area, s.side, s.mode, s.exposure, s.part) for s in timeline.segments} == {
        (Area.BUTTOCK, Side.LEFT, Mode.HEAT, 1, 0)
    }


def test_a_pack_says_where_how_long_and_what_lies_between() -> None:
    """Place, length, layer and setting before it goes on; when to take it off at once; how much is left."""
    assert said(plan(heat(12))) == [
        "Heat on your left buttock, 12 minutes. A dry towel between. Never on high.",
        "Take the heat off at once if it stings or hurts.",
        "Lift the pack and look.",
        "7 minutes left.",
        "Lift the pack and look.",
        "2 minutes left.",
        "Take the heat off now and look at the skin.",
    ]


def test_no_content_makes_the_time_between_two_looks_longer() -> None:
    """A look every half hour, says the content: the plan asks every five minutes all the same."""
    shelf = library()
    rarely = replace(shelf.thermal, skin_check=replace(shelf.thermal.skin_check, every_min=30))
    timeline = compile_routine(routine(heat()), dataclasses.replace(shelf, thermal=rarely))
    assert [piece.duration_ms for piece in of_kind(timeline, SegmentKind.HEAT)] == [300_000] * 3


@pytest.mark.parametrize(
    ("step", "mode", "minutes"),
    [
        (heat(90), SegmentKind.HEAT, 20),
        (heat(20), SegmentKind.HEAT, 20),
        (heat(), SegmentKind.HEAT, 15),
        (heat(2), SegmentKind.HEAT, 2),
        (cold(90), SegmentKind.COLD, 15),
        (cold(18), SegmentKind.COLD, 15),
        (cold(), SegmentKind.COLD, 10),
        (heat(float("inf")), SegmentKind.HEAT, 20),
    ],
)
def test_caps_hold_whatever_the_file_says(step: HeatStep | ColdStep, mode: SegmentKind, minutes: float) -> None:
    """A pack is never on longer than the cap, and never made longer than asked."""
    assert worn_ms(mode, step) == minutes * 60_000


def test_a_second_pack_of_the_same_kind_is_left_out() -> None:
    """Without two hours off before it the second heat is not planned, and the voice says why."""
    timeline = plan(heat(), heat())
    assert len(of_kind(timeline, SegmentKind.HEAT)) == 3
    assert said(timeline, CueKind.SAY) == [
        "More heat on your left buttock is left out: leave 2 hours without a pack before heat again."
    ]
    assert [part.kind for part in timeline.parts] == ["heat", "say"]


def test_other_steps_are_no_time_off() -> None:
    """Stretches between two packs do not replace the two hours."""
    timeline = plan(heat(), HoldStep(exercise="hug"), heat())
    assert said(timeline, CueKind.SAY) != []


def test_after_two_hours_off_heat_may_come_again() -> None:
    """The gap of thermal.toml as `off` steps lets the next heat be planned; several add up."""
    assert worn_off(120) == 2
    assert worn_off(60, 60) == 2
    assert worn_off(119) == 1


def worn_off(*minutes: float) -> int:
    """How many heat packs stay in a plan with this time off between two of them."""
    timeline = plan(heat(), *[OffStep(duration_s=each * 60) for each in minutes], heat())
    return len({segment.exposure for segment in of_kind(timeline, SegmentKind.HEAT)})


def test_heat_and_cold_keep_half_an_hour_between_them() -> None:
    """Only time that is planned without a pack counts; a second less is too little, whichever comes first."""
    assert not any("left out" in line for line in said(plan(heat(), OffStep(duration_s=1800), cold()), CueKind.SAY))
    assert said(plan(heat(), OffStep(duration_s=1799), cold()), CueKind.SAY)[-1] == (
        "Cold on your left buttock is left out: leave 30 minutes without a pack between heat and cold."
    )
    assert said(plan(cold(), heat()), CueKind.SAY)[-1] == (
        "Heat on your left buttock is left out: leave 30 minutes without a pack between cold and heat."
    )


def test_the_other_side_is_free() -> None:
    """The other buttock is an exposure of its own; both sides at once is the same skin."""
    assert said(plan(heat(side=Side.LEFT), heat(side=Side.RIGHT)), CueKind.SAY) == []
    assert said(plan(heat(), heat(area=Area.CALF)), CueKind.SAY) == []
    assert said(plan(heat(side=Side.LEFT), heat(side=Side.BOTH)), CueKind.SAY) != []
    assert said(plan(heat(side=Side.LEFT), heat(side=None)), CueKind.SAY) != []


def test_a_fourth_pack_in_one_plan_is_one_too_many() -> None:
    """Three times a day is the most for one place."""
    off = OffStep(duration_s=7200)
    timeline = plan(heat(), off, heat(), off, heat(), off, heat())
    assert said(timeline, CueKind.SAY)[-1] == ("More heat on your left buttock is left out: 3 times a day is the most.")


def contrast(*steps: HeatStep | ColdStep, repeat: int = 1) -> Group:
    """A contrast group."""
    return Group(steps=steps, repeat=repeat, exposure="contrast")


def test_a_contrast_set_has_four_rounds_at_most() -> None:
    """Short packs in seven rounds stay far under 25 minutes; four rounds and a last pack are left of them."""
    timeline = plan(contrast(heat(1), cold(0.5), repeat=7))
    packs = [one.kind for one in timeline.segments if one.kind in {SegmentKind.HEAT, SegmentKind.COLD}]
    assert packs == [SegmentKind.HEAT, SegmentKind.COLD] * 4


def test_contrast_is_one_exposure_with_a_check_at_every_swap() -> None:
    """Put on once, look and swap in between, taken off once; one part, one block."""
    timeline = plan(contrast(heat(4), cold(1), heat(4)))
    assert [line.replace(" left", "") for line in outline(timeline)] == [
        "prepare",
        "heat 240",
        "check open",
        "switch 30",
        "cold 60",
        "check open",
        "switch 30",
        "heat 240",
        "release open",
    ]
    assert {(segment.exposure, segment.part, segment.block) for segment in timeline.segments} == {(1, 0, 0)}
    assert said(timeline, CueKind.SWITCH)[0] == (
        "Take the heat off and put the cold on, for 1 minute. A damp cloth between."
    )
    assert timeline.parts[0].planned_ms == 540_000


def test_a_contrast_set_stays_under_its_cap_with_its_swaps() -> None:
    """Rounds are dropped from the end until it fits into 25 minutes; it still ends on what it was to end on."""
    timeline = plan(contrast(heat(4), cold(1), repeat=4), contrast(heat(4)))
    assert timeline.total_ms <= 25 * 60_000
    assert [segment.mode for segment in of_kind(timeline, SegmentKind.HEAT, SegmentKind.COLD)][-1] is Mode.HEAT


def test_a_pack_of_a_contrast_set_has_its_own_cap() -> None:
    """Four minutes of heat and two of cold at most, whatever the file says."""
    timeline = plan(contrast(heat(20), cold(15)))
    assert [s.duration_ms for s in of_kind(timeline, SegmentKind.HEAT, SegmentKind.COLD)] == [240_000, 120_000]


def test_a_contrast_set_needs_its_gap_too() -> None:
    """Heat before it, or heat after it, is too soon without the two hours."""
    swaps = contrast(heat(4), cold(1))
    assert said(plan(heat(), swaps), CueKind.SAY) == [
        "Heat and cold in turn on your left buttock is left out: leave 2 hours without a pack before it."
    ]
    assert len(said(plan(swaps, heat()), CueKind.SAY)) == 1
    assert len(said(plan(swaps, cold(), swaps), CueKind.SAY)) == 2


def test_a_third_contrast_set_is_one_too_many_wherever_it_lies() -> None:
    """Twice a day is the most for contrast sets, on whatever place."""
    places = (Area.BUTTOCK, Area.CALF, Area.FOOT)
    timeline = plan(*[contrast(heat(4, area), cold(1, area)) for area in places])
    assert said(timeline, CueKind.SAY) == [
        "Heat and cold in turn on your left foot is left out: 2 times a day is the most."
    ]


@pytest.mark.parametrize("minutes", [5, 6, 8, 9.5, 10, 12, 15])
def test_the_first_look_is_at_half_time_at_the_latest(minutes: float) -> None:
    """A key press at half time and then every five minutes; contrast packs are shorter than that."""
    pieces = [segment.duration_ms or 0 for segment in of_kind(plan(cold(minutes)), SegmentKind.COLD)]
    assert len(pieces) > 1
    assert pieces[0] <= min(minutes * 30_000, 300_000)
    assert max(pieces) <= 300_000
    assert sum(pieces) == minutes * 60_000
