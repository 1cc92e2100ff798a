"""A small library made in code: plain numbers, short sentences, no files."""

from __future__ import annotations

from typing import Any, Literal

from coach.content.exercise import Amount, Dose, Evidence, Exercise, Instruction, Tempo
from coach.content.library import Library
from coach.content.routine import Group, Routine, Step
from coach.content.safety_texts import SignTier, WarningSigns
from coach.content.thermal import ContrastLimits, FirstAid, ModeLimits, SkinCheck, Thermal
from coach.content.vocabulary import Category, Posture, Role, SpineDirection
from coach.plan.compile import compile as compile_routine
from coach.plan.timeline import Cue, CueKind, Preferences, Segment, SegmentKind, Timeline

Kind = Literal["hold", "reps", "move"]
DESIGN = ("design",)


def amount(default: float, low: float, high: float) -> Amount:
    """A number with its safe range."""
    return Amount(default=default, min=low, max=high, sources=DESIGN)


def exercise(
    name: str, kind: Kind, posture: Posture, *, per_side: bool, lines: tuple[Instruction, ...], dose: Dose
) -> Exercise:
    """An exercise whose id is its name in small letters."""
    return Exercise(
        id=name.lower().replace(" ", "_"),
        name=name,
        category=Category.STRETCH,
        kind=kind,
        spine_direction=SpineDirection.NEUTRAL,
        posture=posture,
        position="As it says.",
        targets=("something",),
        per_side=per_side,
        instructions=lines,
        dose=dose,
        evidence=(Evidence(source="design"),),
    )


def dose(**numbers: Any) -> Dose:
    """A dose with what every exercise has."""
    return Dose(per_day=amount(1, 1, 2), days_per_week=amount(7, 2, 7), rationale="Ours.", **numbers)


def line(role: Role, text: str) -> Instruction:
    """One instruction line."""
    return Instruction(role=role, text=text)


STOP = line(Role.SAFETY, "Stop if the leg tingles.")

HUG = exercise(
    "Hug",
    "hold",
    Posture.SUPINE,
    per_side=True,
    lines=(
        line(Role.SET_UP, "Lie on your back with both knees bent."),
        line(Role.STEP, "Draw one knee in."),
        line(Role.FEEL, "Feel an easy pull in the low back."),
        line(Role.BREATHE, "Breathe slowly."),
        line(Role.STEP, "Lower the foot with control."),
        STOP,
    ),
    dose=dose(hold_s=amount(20, 5, 30), reps=amount(3, 2, 5), sets=amount(1, 1, 3), rest_s=amount(10, 0, 60)),
)
TILT = exercise(
    "Tilt",
    "hold",
    Posture.SUPINE,
    per_side=False,
    lines=(line(Role.SET_UP, "Lie on your back."), line(Role.STEP, "Press the back down."), STOP),
    dose=dose(hold_s=amount(5, 2, 15), reps=amount(10, 5, 15), sets=amount(1, 1, 1), rest_s=amount(0, 0, 60)),
)
CAT = exercise(
    "Cat",
    "reps",
    Posture.ALL_FOURS,
    per_side=False,
    lines=(line(Role.SET_UP, "Go onto hands and knees."), line(Role.STEP, "Round the back."), STOP),
    dose=dose(
        hold_s=amount(5, 5, 15),
        reps=amount(8, 5, 12),
        sets=amount(1, 1, 3),
        rest_s=amount(30, 0, 60),
        tempo=Tempo(out_s=3, hold_s=5, back_s=3, pause_s=5),
    ),
)
SLIDER = exercise(
    "Slider",
    "reps",
    Posture.SITTING,
    per_side=True,
    lines=(line(Role.SET_UP, "Sit tall."), line(Role.STEP, "Straighten the knee."), STOP),
    dose=dose(
        hold_s=amount(0, 0, 0),
        reps=amount(10, 10, 15),
        sets=amount(1, 1, 1),
        tempo=Tempo(out_s=2.5, back_s=2.5),
    ),
)
FOUR = exercise(
    "Four",
    "hold",
    Posture.SITTING,
    per_side=True,
    lines=(
        line(Role.SET_UP, "Sit tall."),
        line(Role.STEP, "Cross one ankle."),
        line(Role.FEEL, "Feel the buttock."),
        STOP,
    ),
    dose=dose(hold_s=amount(20, 10, 30), reps=amount(3, 2, 4), sets=amount(1, 1, 2), rest_s=amount(10, 0, 60)),
)
CALF = exercise(
    "Calf",
    "hold",
    Posture.STANDING,
    per_side=True,
    lines=(line(Role.SET_UP, "Face a wall."), line(Role.STEP, "Step back."), STOP),
    dose=dose(hold_s=amount(30, 15, 30), reps=amount(2, 2, 4), sets=amount(1, 1, 2), rest_s=amount(30, 0, 60)),
)
WALK = exercise(
    "Walk",
    "move",
    Posture.WALKING,
    per_side=False,
    lines=(line(Role.STEP, "Walk at a pace at which you can talk."),),
    dose=dose(minutes=amount(10, 5, 30)),
)
EXERCISES = (HUG, TILT, CAT, SLIDER, FOUR, CALF, WALK)


def thermal() -> Thermal:
    """Heat and cold with the numbers of clinical/thermal.json."""
    aid = FirstAid(steps=("Cool it.",), sources=DESIGN)
    return Thermal(
        about="Packs.",
        confirmations=("One.", "Two.", "Three.", "Four.", "Five."),
        heat=_limits(default=15, least=10, most=20, barrier="A dry towel between.", setting="Never on high."),
        cold=_limits(default=10, least=5, most=15, barrier="A damp cloth between.", setting=""),
        contrast=ContrastLimits(
            heat_min=(3, 4),
            cold_min=(1, 2),
            cycles=(3, 4),
            hard_total_min=25,
            max_per_day=2,
            swap_s=30,
            sources=DESIGN,
            basis="Ours.",
        ),
        skin_check=SkinCheck(
            every_min=5, prompt="Lift the pack and look.", pause_after_s=60, end_after_s=60, sources=DESIGN
        ),
        never=(),
        blocks=(),
        burn=aid,
        cold_injury=aid,
    )


def _limits(*, default: float, least: float, most: float, barrier: str, setting: str) -> ModeLimits:
    return ModeLimits(
        default_min=default,
        min_min=least,
        max_selectable_min=most,
        hard_stop_min=20,
        max_per_area_per_day=3,
        same_mode_gap_min=120,
        barrier=barrier,
        setting=setting,
        stop_signs=("Blister.",),
        sources={},
        basis={},
    )


def library() -> Library:
    """The whole shelf."""
    signs = SignTier(id="stop", title="Stop", action="Stop.", signs=())
    return Library(
        exercises={item.id: item for item in EXERCISES},
        routines={},
        sources={},
        cautions={},
        thermal=thermal(),
        warning_signs=WarningSigns(about="", any_one_rule="Any one.", numbers=(), tiers=(), stop_exercise=signs),
    )


def routine(*steps: Step | Group, **fields: Any) -> Routine:
    """A routine of these steps."""
    return Routine(id="trial", name="Trial", summary="For a test.", steps=steps, **fields)


def plan(*steps: Step | Group, preferences: Preferences = Preferences(), **fields: Any) -> Timeline:  # noqa: B008
    """The timeline of a routine of these steps."""
    worse_side = fields.pop("worse_side", None)
    return compile_routine(routine(*steps, **fields), library(), preferences, worse_side=worse_side)


def of_kind(timeline: Timeline, *kinds: SegmentKind) -> list[Segment]:
    """The segments of these kinds, in order."""
    return [segment for segment in timeline.segments if segment.kind in kinds]


def said(timeline: Timeline, *kinds: CueKind) -> list[str]:
    """What is said in these kinds of cues, in order; everything without kinds."""
    return [cue.text for cue in timeline.cues if not kinds or cue.kind in kinds]


def cues_in(timeline: Timeline, segment: Segment) -> list[Cue]:
    """The cues of one segment."""
    number = timeline.segments.index(segment)
    return [cue for cue in timeline.cues if cue.segment == number]


def outline(timeline: Timeline) -> list[str]:
    """One word or two per segment: kind, side and seconds."""
    return [_word(segment) for segment in timeline.segments]


def _word(segment: Segment) -> str:
    parts = [segment.kind.value]
    if segment.side is not None:
        parts.append(segment.side.value)
    if segment.kind not in {SegmentKind.PREPARE, SegmentKind.SAY}:
        parts.append("open" if segment.duration_ms is None else f"{segment.duration_ms / 1000:g}")
    return " ".join(parts)
