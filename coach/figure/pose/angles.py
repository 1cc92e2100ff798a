"""Joint angles as a file writes them: one table a joint, degrees, clinical signs, the same numbers on both sides.

`knee = { flexion = 90 }` bends both knees; `hip.R = { flexion = 118 }` speaks of the right one and has the last word.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import msgspec

from coach.figure.fields import Struct, doc

Degrees = Annotated[float, msgspec.Meta(ge=-200, le=200)]


class Bend(Struct, frozen=True, kw_only=True):
    """A joint with one angle: knee, elbow, fingers, fingertips."""

    flexion: Annotated[Degrees | None, doc("Bending, in degrees", 90)] = None


class BendOfBoth(Bend, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Bend | None, doc("On the left only")] = None
    R: Annotated[Bend | None, doc("On the right only", {"flexion": 90})] = None


class Ball(Struct, frozen=True, kw_only=True):
    """Hip or shoulder."""

    flexion: Annotated[Degrees | None, doc("Forwards, in degrees", 118)] = None
    abduction: Annotated[Degrees | None, doc("Away from the middle, in degrees", 6)] = None
    rotation: Annotated[Degrees | None, doc("Outwards about its own length, in degrees", 30)] = None


class BallOfBoth(Ball, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Ball | None, doc("On the left only")] = None
    R: Annotated[Ball | None, doc("On the right only", {"flexion": 118})] = None


class Ankle(Struct, frozen=True, kw_only=True):
    """The ankle and the joints below it."""

    dorsiflexion: Annotated[Degrees | None, doc("Toes towards the shin; negative: pointed", 10)] = None
    inversion: Annotated[Degrees | None, doc("The sole towards the middle", 5)] = None
    rotation: Annotated[Degrees | None, doc("The toes outwards", 5)] = None


class AnkleOfBoth(Ankle, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Ankle | None, doc("On the left only")] = None
    R: Annotated[Ankle | None, doc("On the right only", {"dorsiflexion": 10})] = None


class Toes(Struct, frozen=True, kw_only=True):
    """The toes."""

    extension: Annotated[Degrees | None, doc("Bent up, in degrees", 30)] = None


class ToesOfBoth(Toes, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Toes | None, doc("On the left only")] = None
    R: Annotated[Toes | None, doc("On the right only", {"extension": 30})] = None


class Clavicle(Struct, frozen=True, kw_only=True):
    """The shoulder girdle."""

    elevation: Annotated[Degrees | None, doc("The shoulder up", 10)] = None
    protraction: Annotated[Degrees | None, doc("The shoulder forwards; negative: blades together", -15)] = None


class ClavicleOfBoth(Clavicle, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Clavicle | None, doc("On the left only")] = None
    R: Annotated[Clavicle | None, doc("On the right only", {"elevation": 10})] = None


class Forearm(Struct, frozen=True, kw_only=True):
    """The turn of the forearm."""

    pronation: Annotated[Degrees | None, doc("0: palms to the thighs; 90: palms to the back", 30)] = None


class ForearmOfBoth(Forearm, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Forearm | None, doc("On the left only")] = None
    R: Annotated[Forearm | None, doc("On the right only", {"pronation": 30})] = None


class Wrist(Struct, frozen=True, kw_only=True):
    """The wrist."""

    flexion: Annotated[Degrees | None, doc("Towards the palm; negative: towards the back of the hand", -20)] = None
    deviation: Annotated[Degrees | None, doc("Towards the thumb", 10)] = None


class WristOfBoth(Wrist, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Wrist | None, doc("On the left only")] = None
    R: Annotated[Wrist | None, doc("On the right only", {"flexion": -20})] = None


class Thumb(Struct, frozen=True, kw_only=True):
    """The thumb."""

    flexion: Annotated[Degrees | None, doc("Across the palm", 20)] = None
    abduction: Annotated[Degrees | None, doc("Away from the palm", 20)] = None


class ThumbOfBoth(Thumb, frozen=True, kw_only=True):
    """The same on both sides, and what differs on one."""

    L: Annotated[Thumb | None, doc("On the left only")] = None
    R: Annotated[Thumb | None, doc("On the right only", {"flexion": 20})] = None


class Spine(Struct, frozen=True, kw_only=True):
    """A part of the spine; its vertebrae share the angle."""

    flexion: Annotated[Degrees | None, doc("Bent forwards; negative: hollowed, or leaning back", 20)] = None
    side: Annotated[Degrees | None, doc("Bent to the left", 10)] = None
    rotation: Annotated[Degrees | None, doc("Turned to the left", 10)] = None


class Angles(Struct, frozen=True, kw_only=True):
    """Degrees by joint; what is not named stays as it was before."""

    lumbar: Annotated[Spine | None, doc("The low back", {"flexion": 20})] = None
    thoracic: Annotated[Spine | None, doc("The upper back", {"flexion": 10})] = None
    neck: Annotated[Spine | None, doc("The neck and, a little, the head", {"rotation": 50})] = None
    head: Annotated[Spine | None, doc("The head alone: flexion draws the chin in", {"flexion": 10})] = None
    hip: Annotated[BallOfBoth | None, doc("The hips", {"flexion": 90})] = None
    knee: Annotated[BendOfBoth | None, doc("The knees", {"flexion": 90})] = None
    ankle: Annotated[AnkleOfBoth | None, doc("The ankles", {"dorsiflexion": 5})] = None
    toes: Annotated[ToesOfBoth | None, doc("The toes", {"extension": 30})] = None
    clavicle: Annotated[ClavicleOfBoth | None, doc("The shoulder girdle", {"protraction": -15})] = None
    shoulder: Annotated[BallOfBoth | None, doc("The shoulders", {"abduction": 14})] = None
    elbow: Annotated[BendOfBoth | None, doc("The elbows", {"flexion": 20})] = None
    forearm: Annotated[ForearmOfBoth | None, doc("The turn of the forearms", {"pronation": 30})] = None
    wrist: Annotated[WristOfBoth | None, doc("The wrists", {"flexion": -20})] = None
    fingers: Annotated[BendOfBoth | None, doc("The knuckles", {"flexion": 14})] = None
    tips: Annotated[BendOfBoth | None, doc("The joints of the fingers", {"flexion": 14})] = None
    thumb: Annotated[ThumbOfBoth | None, doc("The thumbs", {"flexion": 20})] = None


def written(angles: Angles | None) -> Iterator[tuple[str, str, float]]:
    """Every angle of a table as ("hip.R", "flexion", 118.0); a joint's own table after the one for both sides."""
    if angles is None:
        return
    for joint in angles.__struct_fields__:
        table = getattr(angles, joint)
        if table is None:
            continue
        sided = hasattr(table, "L")
        for side in (".L", ".R") if sided else ("",):
            own = getattr(table, side[1:], None) if sided else None
            for name in (field for field in table.__struct_fields__ if field not in {"L", "R"}):
                value = getattr(own, name, None) if own is not None else None
                value = getattr(table, name) if value is None else value
                if value is not None:
                    yield f"{joint}{side}", name, value
