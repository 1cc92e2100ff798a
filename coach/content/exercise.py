"""One exercise as its TOML file says it: frozen, strict, every number with its sources."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from coach.content.fields import Id, Line, Name, Remark, SourceId, Struct, doc
from coach.content.vocabulary import Area, Category, Fits, Posture, Role, SpineDirection
from coach.figure.pose.model import Figure

__all__ = [
    "Amount",
    "Dose",
    "Evidence",
    "Exercise",
    "Id",
    "Instruction",
    "Line",
    "Name",
    "SourceId",
    "Struct",
    "Tempo",
    "Variant",
]

Number = Annotated[float, msgspec.Meta(ge=0, le=3600)]
Range = tuple[Number, Number]


class Instruction(Struct, frozen=True, kw_only=True):
    """One line of guidance and what it is for."""

    role: Annotated[Role, doc("What the line is for", "step")]
    text: Annotated[Line, doc("The sentence, second person and present tense", "Draw the knee in slowly.")]


class Variant(Struct, frozen=True, kw_only=True):
    """An easier or harder way; `exercise` names another exercise that serves as one."""

    text: Annotated[Line, doc("What to do instead", "Hold for 5 seconds only.")]
    exercise: Annotated[Id | None, doc("Id of the exercise that is meant, if it is another one", "pelvic_tilt")] = None


class Amount(Struct, frozen=True, kw_only=True):
    """A number with its safe range and where each comes from.

    `sources` are ids of sources.toml; `design` marks our own choice; `basis` says it in words.
    """

    default: Annotated[Number, doc("The number used when nothing else is asked for", 20)]
    min: Annotated[Number, doc("The least that a routine may ask for", 5)]
    max: Annotated[Number, doc("The most that a routine may ask for", 30)]
    sources: Annotated[
        tuple[SourceId, ...],
        msgspec.Meta(min_length=1),
        doc("Ids of sources.toml behind these numbers, or design for a choice of our own", ["ACSM"]),
    ]
    basis: Annotated[Remark, doc("Why these numbers, where the sources do not say it plainly")] = ""


class Tempo(Struct, frozen=True, kw_only=True):
    """One cycle of a movement in seconds: there, hold there, back, pause."""

    out_s: Annotated[float, msgspec.Meta(ge=0.5, le=60), doc("Seconds for the way there", 2)]
    hold_s: Annotated[float, msgspec.Meta(ge=0, le=60), doc("Seconds to hold there", 3)] = 0
    back_s: Annotated[float, msgspec.Meta(ge=0.5, le=60), doc("Seconds for the way back", 2)]
    pause_s: Annotated[float, msgspec.Meta(ge=0, le=60), doc("Seconds before the next one", 1)] = 0


class Dose(Struct, frozen=True, kw_only=True):
    """How much, each with default, range and sources.

    A held exercise has `hold_s`, a moved one `tempo` (with `hold_s` as the range of its pause), a walk `minutes`; the
    rest is common. `reps` and `sets` count per side where the exercise has sides. `rest_s` lies between holds of a held
    exercise and between sets of a moved one.
    Units: seconds for `*_s`, repetitions, sets, times a day, days a week, minutes.
    """

    hold_s: Annotated[Amount | None, doc("Seconds of one hold")] = None
    reps: Annotated[Amount | None, doc("Repetitions, on each side where the exercise has sides")] = None
    sets: Annotated[Amount | None, doc("Sets, on each side where the exercise has sides")] = None
    rest_s: Annotated[Amount | None, doc("Seconds of rest between holds, or between sets of a movement")] = None
    minutes: Annotated[Amount | None, doc("Minutes, for an exercise that goes on until told")] = None
    per_day: Annotated[Amount, doc("Times a day")]
    days_per_week: Annotated[Amount, doc("Days a week")]
    tempo: Annotated[Tempo | None, doc("The pace of one repetition, for a movement")] = None
    tempo_basis: Annotated[Remark, doc("Where the pace comes from")] = ""
    rationale: Annotated[
        str,
        msgspec.Meta(min_length=1, max_length=800),
        doc("Why the defaults are what they are", "20 s x 3 reaches the 60 s that ACSM asks for."),
    ]


class Evidence(Struct, frozen=True, kw_only=True):
    """What one source says: ranges as [low, high]; units as in `Dose`."""

    source: Annotated[SourceId, doc("Id of sources.toml", "ACSM")]
    hold_s: Annotated[Range | None, doc("Seconds of one hold, lowest and highest", [10, 30])] = None
    reps: Annotated[Range | None, doc("Repetitions, lowest and highest", [2, 4])] = None
    sets: Annotated[Range | None, doc("Sets, lowest and highest", [1, 3])] = None
    per_day: Annotated[Range | None, doc("Times a day, lowest and highest", [1, 2])] = None
    days_per_week: Annotated[Range | None, doc("Days a week, lowest and highest", [2, 7])] = None
    minutes: Annotated[Range | None, doc("Minutes, lowest and highest", [5, 10])] = None
    note: Annotated[Remark, doc("What else the source says")] = ""


class Exercise(Struct, frozen=True, kw_only=True):
    """What can be done: how, for whom not, how much and who says so.

    `cautions` and `contraindications` are tags of cautions.toml. `kind` is how a session runs it:
    hold (held), reps (moved to a tempo) or move (counts up until told).
    """

    id: Annotated[Id, doc("Short name for files: small letters, digits, - and _", "pelvic_tilt")]
    name: Annotated[Name, doc("The name a person sees", "Pelvic tilt")]
    aliases: Annotated[tuple[Name, ...], doc("Other names people search for", ["Pelvic rock"])] = ()
    category: Annotated[Category, doc("What sort of exercise it is", "stretch")]
    kind: Annotated[
        Literal["hold", "reps", "move"],
        doc("How a session runs it: held, moved to a tempo, or until told", "hold"),
    ]
    spine_direction: Annotated[SpineDirection, doc("How it moves the low back", "neutral")]
    posture: Annotated[Posture, doc("The start position", "supine")]
    position: Annotated[Line, doc("The start position in words", "On your back, knees bent, feet flat.")]
    equipment: Annotated[tuple[Name, ...], doc("What is needed", ["mat"])] = ()
    areas: Annotated[tuple[Area, ...], doc("Where on the body map it works", ["low-back"])] = ()
    targets: Annotated[tuple[Name, ...], doc("Muscles and joints it works on", ["lower back extensors"])]
    per_side: Annotated[bool, doc("true when it is done on each side", True)]
    fits: Annotated[
        tuple[Fits, ...],
        doc(
            "When it suits a break at the desk: break, open-office (nobody notices), flare (nothing is stretched)",
            ["break"],
        ),
    ] = ()
    instructions: Annotated[
        tuple[Instruction, ...],
        msgspec.Meta(min_length=1),
        doc("The lines of guidance, in order", [{"role": "step", "text": "Draw the knee in slowly."}]),
    ]
    mistakes: Annotated[tuple[Line, ...], doc("What often goes wrong", ["Holding the breath."])] = ()
    easier: Annotated[tuple[Variant, ...], doc("Easier ways", [{"text": "Hold for 5 seconds only."}])] = ()
    harder: Annotated[tuple[Variant, ...], doc("Harder ways", [{"text": "Hold a little longer."}])] = ()
    cautions: Annotated[tuple[Id, ...], doc("Tags of cautions.toml: take care", ["leg_symptoms_spread"])] = ()
    contraindications: Annotated[tuple[Id, ...], doc("Tags of cautions.toml: not for you", ["recent_surgery"])] = ()
    dose: Annotated[Dose, doc("How much")]
    evidence: Annotated[
        tuple[Evidence, ...],
        msgspec.Meta(min_length=1),
        doc("What each source says, official and peer-reviewed ones first", [{"source": "ACSM", "hold_s": [10, 30]}]),
    ]
    figure: Annotated[Figure | None, doc("Its moving picture; docs/figure-format.md is the reference")] = None
