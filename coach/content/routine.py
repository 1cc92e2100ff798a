"""One routine as its TOML file says it: steps and groups, each checked strictly.

Field-by-field reference: docs/routine-format.md, generated from these models.
"""

from __future__ import annotations

from typing import Annotated

import msgspec

from coach.content.exercise import Id, Line, Name, Struct, Tempo
from coach.content.vocabulary import Advance, Area, Mode, Order, Side, SidePlan, SpineDirection, When

Seconds = Annotated[float, msgspec.Meta(ge=1, le=3600)]
ShortSeconds = Annotated[float, msgspec.Meta(ge=0, le=600)]
OffSeconds = Annotated[float, msgspec.Meta(ge=1, le=10_800)]
Count = Annotated[int, msgspec.Meta(ge=1, le=100)]


class HoldStep(Struct, kw_only=True, tag_field="kind", tag="hold"):
    """Hold a stretch: `sets` x `reps` of `hold_s` seconds on each side asked for."""

    exercise: Id
    side: SidePlan | None = None
    hold_s: Seconds | None = None
    reps: Count | None = None
    sets: Count | None = None
    prep_s: ShortSeconds | None = None
    rest_s: ShortSeconds | None = None
    switch_s: ShortSeconds | None = None
    advance: Advance | None = None


class RepsStep(Struct, kw_only=True, tag_field="kind", tag="reps"):
    """Repeat a movement `sets` x `reps` times to a tempo."""

    exercise: Id
    side: SidePlan | None = None
    reps: Count | None = None
    sets: Count | None = None
    tempo: Tempo | None = None
    prep_s: ShortSeconds | None = None
    rest_s: ShortSeconds | None = None
    switch_s: ShortSeconds | None = None
    advance: Advance | None = None


class MoveStep(Struct, kw_only=True, tag_field="kind", tag="move"):
    """Move until told: counts up; `target_s` is only a suggestion and never ends it."""

    exercise: Id
    side: SidePlan | None = None
    target_s: Seconds | None = None
    prep_s: ShortSeconds | None = None
    advance: Advance | None = None


class RestStep(Struct, kw_only=True, tag_field="kind", tag="rest"):
    """Rest for `duration_s` seconds."""

    duration_s: Seconds
    text: Line | None = None
    advance: Advance | None = None


class HeatStep(Struct, kw_only=True, tag_field="kind", tag="heat"):
    """Heat pack on one area for `duration_s` seconds, inside the caps of thermal.toml."""

    duration_s: Seconds | None = None
    area: Area
    side: Side | None = None


class ColdStep(Struct, kw_only=True, tag_field="kind", tag="cold"):
    """Cold pack on one area for `duration_s` seconds, inside the caps of thermal.toml."""

    duration_s: Seconds | None = None
    area: Area
    side: Side | None = None


class OffStep(Struct, kw_only=True, tag_field="kind", tag="off"):
    """No pack for `duration_s` seconds, up to three hours."""

    duration_s: OffSeconds
    text: Line | None = None


class BreatheStep(Struct, kw_only=True, tag_field="kind", tag="breathe"):
    """Slow breathing for `duration_s` seconds; default 4 s in, 6 s out (CLINICAL.md section 7)."""

    duration_s: Seconds
    in_s: Annotated[float, msgspec.Meta(ge=1, le=20)] = 4
    out_s: Annotated[float, msgspec.Meta(ge=1, le=20)] = 6
    text: Line | None = None
    advance: Advance | None = None


class AskStep(Struct, kw_only=True, tag_field="kind", tag="ask"):
    """Ask for a tightness rating, 0 to 10; without an area, the areas the person tracks."""

    when: When
    area: Area | None = None
    side: Side | None = None


class SayStep(Struct, kw_only=True, tag_field="kind", tag="say"):
    """Say a sentence; `duration_s` defaults to the time it takes to read it aloud."""

    text: Line
    duration_s: Seconds | None = None


Step = HoldStep | RepsStep | MoveStep | RestStep | HeatStep | ColdStep | OffStep | BreatheStep | AskStep | SayStep


class Group(Struct, kw_only=True, tag_field="kind", tag="group"):
    """Steps done `repeat` times. Groups do not nest.

    `order = "sequential"`: each step does all its sides before the next. `order = "alternate"`: the
    whole group is done on the first side, then on the second, `repeat` times.
    `exposure = "contrast"` marks heat and cold packs in turn that count as one exposure.
    """

    steps: Annotated[tuple[Step, ...], msgspec.Meta(min_length=1)]
    repeat: Count = 1
    order: Order = Order.SEQUENTIAL
    exposure: Annotated[str, msgspec.Meta(pattern="^contrast$")] | None = None


class Routine(Struct, kw_only=True):
    """An ordered plan of steps with its defaults.

    `place` is where the person is (floor, chair, desk, anywhere), for choosing among routines.
    """

    id: Id
    name: Name
    summary: Line
    place: Annotated[str, msgspec.Meta(pattern="^(floor|chair|desk|anywhere)$")] = "anywhere"
    spine_direction: SpineDirection | None = None
    areas: tuple[Area, ...] = ()
    modes: tuple[Mode, ...] = ()
    prep_s: ShortSeconds = 5
    rest_s: ShortSeconds | None = None
    switch_s: ShortSeconds = 5
    advance: Advance = Advance.AUTO
    notes: Annotated[str, msgspec.Meta(max_length=4000)] = ""
    steps: Annotated[tuple[Step | Group, ...], msgspec.Meta(min_length=1, max_length=200)]
