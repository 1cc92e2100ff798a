"""One routine as its TOML file says it: steps and groups, each checked strictly.

Field-by-field reference: docs/routine-format.md, generated from these models.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.content.exercise import Tempo
from coach.content.fields import Count, Id, Line, Name, OffSeconds, Seconds, ShortSeconds, Struct, doc
from coach.content.vocabulary import Advance, Area, Mode, Order, Side, SidePlan, SpineDirection, When

_ExerciseId = Annotated[Id, doc("Id of the exercise", "knee_to_chest_single")]
_Sides = Annotated[
    SidePlan | None,
    doc("Which sides, in which order; left-then-right when left out. worse-first starts with the worse side", "left"),
]
_Reps = Annotated[Count | None, doc("Repetitions on each side; the exercise's own number when left out", 3)]
_Sets = Annotated[Count | None, doc("Sets on each side; the exercise's own number when left out", 1)]
_Prep = Annotated[ShortSeconds | None, doc("Seconds to get ready; the routine's prep_s when left out", 5)]
_Rest = Annotated[
    ShortSeconds | None, doc("Seconds of rest in between; the routine's or else the exercise's own when left out", 10)
]
_Switch = Annotated[ShortSeconds | None, doc("Seconds to change sides; the routine's switch_s when left out", 5)]
_Advance = Annotated[
    Advance | None, doc("auto goes on by itself, manual waits for you; the routine's when left out", "manual")
]
# Longer than any cap, so that a file over the cap is told the cap (content/check_packs.py), not a limit of the format.
_Pack = Annotated[
    OffSeconds | None, doc("Seconds the pack stays on, inside the caps of thermal.toml; its default when left out", 900)
]
_PackArea = Annotated[Area, doc("Where the pack goes", "low-back")]
_PackSide = Annotated[Side | None, doc("Which side, where the area has two", "left")]
_Text = Annotated[Line | None, doc("A sentence shown and spoken meanwhile", "Let the skin come back to normal.")]


class HoldStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="hold"):
    """Hold a stretch: `sets` x `reps` of `hold_s` seconds on each side asked for."""

    exercise: _ExerciseId
    side: _Sides = None
    hold_s: Annotated[Seconds | None, doc("Seconds of one hold; the exercise's own number when left out", 20)] = None
    reps: _Reps = None
    sets: _Sets = None
    prep_s: _Prep = None
    rest_s: _Rest = None
    switch_s: _Switch = None
    advance: _Advance = None


class RepsStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="reps"):
    """Repeat a movement `sets` x `reps` times to a tempo."""

    exercise: _ExerciseId
    side: _Sides = None
    reps: _Reps = None
    sets: _Sets = None
    tempo: Annotated[
        Tempo | None,
        doc("The pace of one repetition; the exercise's own when left out", {"out_s": 2, "hold_s": 3, "back_s": 2}),
    ] = None
    prep_s: _Prep = None
    rest_s: Annotated[
        ShortSeconds | None,
        doc("Seconds of rest between sets; the routine's or else the exercise's own when left out", 30),
    ] = None
    switch_s: _Switch = None
    advance: _Advance = None


class MoveStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="move"):
    """Move until told: counts up; `target_s` is only a suggestion and never ends it."""

    exercise: _ExerciseId
    side: _Sides = None
    target_s: Annotated[Seconds | None, doc("Seconds to aim for; it goes on until you end it", 600)] = None
    prep_s: _Prep = None
    advance: _Advance = None


class RestStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="rest"):
    """Rest for `duration_s` seconds."""

    duration_s: Annotated[Seconds, doc("Seconds of rest", 30)]
    text: _Text = None
    advance: _Advance = None


class HeatStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="heat"):
    """Heat pack on one area for `duration_s` seconds, inside the caps of thermal.toml."""

    duration_s: _Pack = None
    area: _PackArea
    side: _PackSide = None


class ColdStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="cold"):
    """Cold pack on one area for `duration_s` seconds, inside the caps of thermal.toml."""

    duration_s: Annotated[
        OffSeconds | None,
        doc("Seconds the pack stays on, inside the caps of thermal.toml; its default when left out", 600),
    ] = None
    area: _PackArea
    side: _PackSide = None


class OffStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="off"):
    """No pack for `duration_s` seconds, up to three hours."""

    duration_s: Annotated[OffSeconds, doc("Seconds without a pack", 7200)]
    text: _Text = None


class BreatheStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="breathe"):
    """Slow breathing for `duration_s` seconds; 4 s in and 6 s out is six breaths a minute (RUSSO, LABORDE)."""

    duration_s: Annotated[Seconds, doc("Seconds of breathing", 120)]
    in_s: Annotated[float, msgspec.Meta(ge=1, le=20), doc("Seconds to breathe in", 4)] = 4
    out_s: Annotated[float, msgspec.Meta(ge=1, le=20), doc("Seconds to breathe out", 6)] = 6
    text: _Text = None
    advance: _Advance = None


class AskStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="ask"):
    """Ask for a tightness rating, 0 to 10; without an area, the areas the person tracks."""

    when: Annotated[When, doc("When it is asked, seen from the session", "before")]
    area: Annotated[Area | None, doc("Where; without it, the areas the person tracks", "low-back")] = None
    side: Annotated[Side | None, doc("Which side, where the area has two", "left")] = None


class SayStep(Struct, frozen=True, kw_only=True, tag_field="kind", tag="say"):
    """Say a sentence; `duration_s` defaults to the time it takes to read it aloud."""

    text: Annotated[Line, doc("The sentence", "Now lie on your back.")]
    duration_s: Annotated[Seconds | None, doc("Seconds; as long as it takes to say it when left out", 5)] = None


Step = HoldStep | RepsStep | MoveStep | RestStep | HeatStep | ColdStep | OffStep | BreatheStep | AskStep | SayStep


class Group(Struct, frozen=True, kw_only=True, tag_field="kind", tag="group"):
    """Steps done `repeat` times. Groups do not nest.

    `order = "sequential"`: each step does all its sides before the next. `order = "alternate"`: the
    whole group is done on the first side, then on the second, `repeat` times.
    `exposure = "contrast"` marks heat and cold packs in turn that count as one exposure.
    """

    steps: Annotated[
        tuple[Step, ...],
        msgspec.Meta(min_length=1, max_length=200),
        doc("The steps of the group, each headed [[steps.steps]]"),
    ]
    repeat: Annotated[Count, doc("How often the group is done", 3)] = 1
    order: Annotated[
        Order,
        doc("sequential: each step does both sides before the next. alternate: the group on one side, then the other"),
    ] = Order.SEQUENTIAL
    exposure: Annotated[
        Literal["contrast"] | None, doc("Short heat and cold in turn that count as one exposure", "contrast")
    ] = None


class Routine(Struct, frozen=True, kw_only=True):
    """An ordered plan of steps with its defaults.

    `place` is where the person is (floor, chair, desk, anywhere), for choosing among routines.
    """

    id: Annotated[Id, doc("Short name for files and commands: small letters, digits, - and _", "my-evening")]
    name: Annotated[Name, doc("The name a person sees", "My evening")]
    summary: Annotated[Line, doc("One or two sentences: what it is and when", "Two stretches before bed.")]
    place: Annotated[Literal["floor", "chair", "desk", "anywhere"], doc("Where it is done", "floor")] = "anywhere"
    spine_direction: Annotated[
        SpineDirection | None, doc("How it moves the low back, if all of it goes one way", "neutral")
    ] = None
    areas: Annotated[tuple[Area, ...], doc("Where on the body map it works", ["low-back"])] = ()
    modes: Annotated[tuple[Mode, ...], doc("Which packs it needs", ["heat", "cold"])] = ()
    prep_s: Annotated[ShortSeconds, doc("Seconds to get ready before each step", 5)] = 5
    rest_s: Annotated[ShortSeconds | None, doc("Seconds of rest in between, for every step", 10)] = None
    switch_s: Annotated[ShortSeconds, doc("Seconds to change sides", 5)] = 5
    advance: Annotated[Advance, doc("auto goes on by itself, manual waits for you", "auto")] = Advance.AUTO
    notes: Annotated[
        str, msgspec.Meta(max_length=4000), doc("Anything to remember; may have several lines between three quotes")
    ] = ""
    steps: Annotated[
        tuple[Step | Group, ...],
        msgspec.Meta(min_length=1, max_length=200),
        doc("What is done, in order, each headed [[steps]]"),
    ]
