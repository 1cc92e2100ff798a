"""One exercise as its TOML file says it: frozen, strict, every number with its sources."""

from __future__ import annotations

from typing import Annotated

import msgspec

from coach.content.vocabulary import Area, Category, Posture, Role, SpineDirection

Id = Annotated[str, msgspec.Meta(pattern="^[a-z0-9][a-z0-9_-]{0,63}$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Line = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
SourceId = Annotated[str, msgspec.Meta(pattern="^[A-Z0-9][A-Z0-9-]{1,31}$|^design$")]


class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every content model: frozen, and unknown fields are refused."""


class Instruction(Struct, kw_only=True):
    """One line of guidance and what it is for."""

    role: Role
    text: Line


class Variant(Struct, kw_only=True):
    """An easier or harder way; `exercise` names another exercise that serves as one."""

    text: Line
    exercise: Id | None = None


class Amount(Struct, kw_only=True):
    """A number with its safe range and where each comes from.

    `sources` are ids of sources.toml; `design` marks our own choice; `basis` says it in words.
    """

    default: Annotated[float, msgspec.Meta(ge=0, le=3600)]
    min: Annotated[float, msgspec.Meta(ge=0, le=3600)]
    max: Annotated[float, msgspec.Meta(ge=0, le=3600)]
    sources: Annotated[tuple[SourceId, ...], msgspec.Meta(min_length=1)]
    basis: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Tempo(Struct, kw_only=True):
    """One cycle of a movement in seconds: there, hold there, back, pause."""

    out_s: Annotated[float, msgspec.Meta(ge=0.5, le=60)]
    hold_s: Annotated[float, msgspec.Meta(ge=0, le=60)] = 0
    back_s: Annotated[float, msgspec.Meta(ge=0.5, le=60)]
    pause_s: Annotated[float, msgspec.Meta(ge=0, le=60)] = 0


class Dose(Struct, kw_only=True):
    """How much, each with default, range and sources.

    A held exercise has `hold_s`, a moved one `tempo` (with `hold_s` as the range of its pause), a walk `minutes`; the
    rest is common. `reps` and `sets` count per side where the exercise has sides. `rest_s` lies between holds of a held
    exercise and between sets of a moved one.
    Units: seconds for `*_s`, repetitions, sets, times a day, days a week, minutes.
    """

    hold_s: Amount | None = None
    reps: Amount | None = None
    sets: Amount | None = None
    rest_s: Amount | None = None
    minutes: Amount | None = None
    per_day: Amount
    days_per_week: Amount
    tempo: Tempo | None = None
    tempo_basis: Annotated[str, msgspec.Meta(max_length=400)] = ""
    rationale: Annotated[str, msgspec.Meta(max_length=800)]


class Evidence(Struct, kw_only=True):
    """What one source says: ranges as [low, high]; units as in `Dose`."""

    source: SourceId
    hold_s: tuple[float, float] | None = None
    reps: tuple[float, float] | None = None
    sets: tuple[float, float] | None = None
    per_day: tuple[float, float] | None = None
    days_per_week: tuple[float, float] | None = None
    minutes: tuple[float, float] | None = None
    note: Annotated[str, msgspec.Meta(max_length=400)] = ""


class Exercise(Struct, kw_only=True):
    """What can be done: how, for whom not, how much and who says so.

    `cautions` and `contraindications` are tags of cautions.toml. `kind` is how a session runs it:
    hold (held), reps (moved to a tempo) or move (counts up until told).
    """

    id: Id
    name: Name
    aliases: tuple[Name, ...] = ()
    category: Category
    kind: Annotated[str, msgspec.Meta(pattern="^(hold|reps|move)$")]
    spine_direction: SpineDirection
    posture: Posture
    position: Line
    equipment: tuple[Name, ...] = ()
    areas: tuple[Area, ...] = ()
    targets: tuple[Name, ...]
    per_side: bool
    instructions: Annotated[tuple[Instruction, ...], msgspec.Meta(min_length=1)]
    mistakes: tuple[Line, ...] = ()
    easier: tuple[Variant, ...] = ()
    harder: tuple[Variant, ...] = ()
    cautions: tuple[Id, ...] = ()
    contraindications: tuple[Id, ...] = ()
    dose: Dose
    evidence: Annotated[tuple[Evidence, ...], msgspec.Meta(min_length=1)]
