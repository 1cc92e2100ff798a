"""What is wrong with a pose, as values with a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from coach.figure.limits import TOLERANCE, limit_of
from coach.figure.names import side_of
from coach.i18n import _

#: Metres by which a hand, a foot or a resting part may miss what it is told to touch.
MISS: Final = 0.01


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing to mend. `place` is a joint or limb ("knee.R", "hand.L"), `amount` degrees or metres too much."""

    place: str
    amount: float
    sentence: str


def beyond_limit(joint: str, angle: str, degrees: float) -> Trouble | None:
    """Return the trouble with an angle of a joint; None while it is within its limit and the tolerance."""
    limit = limit_of(joint, angle)
    over = limit.excess(degrees)
    if over <= TOLERANCE:
        return None
    sentence = _(
        "The {joint} has {degrees} degrees of {angle}, but goes from {low} to {high}. Bend it less, or move what it reaches for."
    )
    said = sentence.format(
        joint=in_words(joint), degrees=f"{degrees:.0f}", angle=angle, low=f"{limit.low:.0f}", high=f"{limit.high:.0f}"
    )
    return Trouble(joint, over, said)


def out_of_reach(limb: str, missed: float) -> Trouble | None:
    """Return the trouble with a hand or foot that does not get there; None within a centimetre."""
    if missed <= MISS:
        return None
    sentence = _("The {limb} ends {distance} cm before its place. Bring the place nearer, or move the body.")
    return Trouble(limb, missed, sentence.format(limb=in_words(limb), distance=f"{missed * 100:.1f}"))


def not_touching(limb: str, gap: float) -> Trouble | None:
    """Return the trouble with something that hovers over, or sinks into, what it should touch; None within a centimetre."""
    if abs(gap) <= MISS:
        return None
    if gap > 0:
        sentence = _("The {limb} hovers {distance} cm above what it should touch. Lower it, or take the contact out.")
    else:
        sentence = _("The {limb} sinks {distance} cm into what it should touch. Raise it, or take the contact out.")
    return Trouble(limb, abs(gap), sentence.format(limb=in_words(limb), distance=f"{abs(gap) * 100:.1f}"))


def nowhere(limb: str, on: str) -> Trouble:
    """Return the trouble with a hand or foot that is told something there is not, or a place without skin."""
    sentence = _("The {limb} finds no place at {on}. Name a thing that is there, or change `along` and `around`.")
    return Trouble(limb, 1.0, sentence.format(limb=in_words(limb), on=f'"{on}"'))


def in_words(name: str) -> str:
    """Return a joint or limb as a sentence says it: right knee, low back."""
    words = {
        "hip": _("hip"),
        "knee": _("knee"),
        "ankle": _("ankle"),
        "toes": _("toes"),
        "clavicle": _("shoulder girdle"),
        "shoulder": _("shoulder"),
        "elbow": _("elbow"),
        "forearm": _("forearm"),
        "wrist": _("wrist"),
        "fingers": _("knuckles"),
        "tips": _("finger joints"),
        "thumb": _("thumb"),
        "lumbar": _("low back"),
        "thoracic": _("upper back"),
        "neck": _("neck"),
        "head": _("head"),
        "hand": _("hand"),
        "foot": _("foot"),
    }
    stem = name.partition(".")[0]
    word = words.get(stem, stem)
    if side_of(name) == "L":
        return _("left {part}").format(part=word)
    return _("right {part}").format(part=word) if side_of(name) == "R" else word
