"""The field's own words, as closed lists shared by every room."""

from __future__ import annotations

from enum import StrEnum


class Area(StrEnum):
    """Where on the body: the six areas of the body map."""

    LOW_BACK = "low-back"
    BUTTOCK = "buttock"
    HIP = "hip"
    HAMSTRING = "hamstring"
    CALF = "calf"
    FOOT = "foot"


class Side(StrEnum):
    """Which side of the body; `both` means at the same time."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"


class SidePlan(StrEnum):
    """Which sides a step works, in which order."""

    LEFT = "left"
    RIGHT = "right"
    BOTH = "both"
    LEFT_THEN_RIGHT = "left-then-right"
    RIGHT_THEN_LEFT = "right-then-left"
    WORSE_FIRST = "worse-first"


class Quality(StrEnum):
    """What the feeling is like (clinical/CLINICAL.md section 4)."""

    TIGHTNESS = "tightness"
    SPASM = "spasm"
    TWITCHING = "twitching"
    CRAMP = "cramp"
    SHOOTING_PAIN = "shooting pain"
    NUMBNESS = "numbness"
    TINGLING = "tingling"
    WEAKNESS = "weakness"


class Mode(StrEnum):
    """Heat or cold."""

    HEAT = "heat"
    COLD = "cold"


class Posture(StrEnum):
    """The start position, as far as getting into it costs time."""

    SUPINE = "supine"
    PRONE = "prone"
    ALL_FOURS = "all-fours"
    SITTING = "sitting"
    STANDING = "standing"
    WALKING = "walking"


class Role(StrEnum):
    """What an instruction line is for."""

    SET_UP = "set-up"
    STEP = "step"
    FEEL = "feel"
    BREATHE = "breathe"
    SAFETY = "safety"


class Category(StrEnum):
    """What sort of exercise it is."""

    STRETCH = "stretch"
    MOBILITY = "mobility"
    POSTURE = "posture"
    STRENGTH = "strength"
    NERVE = "nerve"
    AEROBIC = "aerobic"


class SpineDirection(StrEnum):
    """How the exercise moves the low back."""

    FLEXION = "flexion"
    EXTENSION = "extension"
    NEUTRAL = "neutral"
    ROTATION = "rotation"
    BOTH = "both"


class Order(StrEnum):
    """How a group works the sides: one step's sides after each other, or the group side by side."""

    SEQUENTIAL = "sequential"
    ALTERNATE = "alternate"


class Advance(StrEnum):
    """Whether the next step starts by itself or waits for the person."""

    AUTO = "auto"
    MANUAL = "manual"


class MarkerKind(StrEnum):
    """Something that happened and may explain a change; the person's own words say more."""

    FLARE = "flare"
    REST = "rest"
    NEW_CHAIR = "new-chair"
    LONG_DRIVE = "long-drive"
    PHYSIO_VISIT = "physio-visit"
    TRAVEL = "travel"
    ILLNESS = "illness"
    OTHER = "other"


class When(StrEnum):
    """When a rating is asked, seen from the session."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class BreakKind(StrEnum):
    """What a reminder at the desk asks for: a look at how one sits, getting up to move, standing at the desk."""

    NUDGE = "nudge"
    MOVE = "move"
    STAND = "stand"


class BreakOutcome(StrEnum):
    """How a break that was due ended. CREDITED: the person had been away for long enough; EXPIRED: it was let pass."""

    DONE = "done"
    PARTLY = "partly"
    SKIPPED = "skipped"
    CREDITED = "credited"
    EXPIRED = "expired"


class Fits(StrEnum):
    """When an exercise suits a break at the desk. OPEN_OFFICE: nobody notices; FLARE: nothing is stretched."""

    BREAK = "break"
    OPEN_OFFICE = "open-office"
    FLARE = "flare"


class Felt(StrEnum):
    """One tap after a break. LEG: pain, tingling or numbness went down the leg."""

    EASIER = "easier"
    SAME = "same"
    WORSE = "worse"
    LEG = "leg"


#: Areas that have a left and a right; the low back is asked as a whole unless a side is named.
SIDED_AREAS = frozenset({Area.BUTTOCK, Area.HIP, Area.HAMSTRING, Area.CALF, Area.FOOT})

#: Markers that may last: they have a last day, the others are about one day.
LASTING_MARKERS = frozenset({MarkerKind.FLARE, MarkerKind.REST, MarkerKind.TRAVEL, MarkerKind.ILLNESS})
