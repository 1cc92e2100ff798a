"""The loaded content: what rooms above look things up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from coach.content.comparison import Comparison
from coach.content.exercise import Exercise
from coach.content.figures import NamedFigure
from coach.content.routine import Routine
from coach.content.safety_texts import Caution, Source, WarningSigns
from coach.content.screening import Screening
from coach.content.thermal import Thermal
from coach.figure.pose.model import BasePose


@dataclass(frozen=True, slots=True)
class RoutineFile:
    """A routine with the text it came from; `content_hash` is SHA-256 of the text's UTF-8 bytes."""

    routine: Routine
    text: str
    content_hash: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Library:
    """All content by id, in display order."""

    exercises: Mapping[str, Exercise]
    routines: Mapping[str, RoutineFile]
    sources: Mapping[str, Source]
    cautions: Mapping[str, Caution]
    thermal: Thermal
    warning_signs: WarningSigns
    figures: Mapping[str, NamedFigure] = field(default_factory=dict)
    bases: Mapping[str, BasePose] = field(default_factory=dict)  # the starts that figures share
    screening: Screening = field(default_factory=Screening)
    comparison: Comparison = field(default_factory=Comparison)  # spasm and cramp side by side
