"""What a posture nudge says: a sentence and a small figure, a different one each time."""

from __future__ import annotations

from typing import NamedTuple

from coach.content.vocabulary import BreakKind
from coach.i18n import N_, _
from coach.journal.records import Break
from coach.settings.breaks import NUDGE, Cadence

#: Named figures of the content (`Library.figures`).
_DESK, _STANDING = "desk", "rest_standing"


class Nudge(NamedTuple):
    """One look at how one sits: `key` for tests and logs, `text` the sentence, `figure` a named figure or ''."""

    key: str
    text: str
    figure: str


#: How to sit, after OSHA (feet, screen, lumbar support), CCOHS (lumbar support) and the CSP (standing up). Each is something to
#: look at now, never a verdict.
_NUDGES = (
    ("feet", N_("Feet: put both flat on the floor, or on a rest."), _DESK),
    ("hips", N_("Hips: slide back until you touch the back of the seat."), _DESK),
    ("lumbar", N_("Low back: let the back rest, or a small cushion at the waist, fill its curve."), _DESK),
    ("screen", N_("Screen: its top at eye level or a little below, an arm away."), _DESK),
    ("stand-up", N_("Stand up, take a breath, and sit down again."), _STANDING),
)
_STAND = N_("Time to stand for a while: raise the desk.")


def nudge_for(kind: BreakKind, cadence: Cadence | None, breaks: tuple[Break, ...]) -> Nudge:
    """Return what a nudge (or the rotation's call to stand) says; the person's own reminders say their own words.

    `breaks` are those of the journal: the one said longest ago comes next.
    """
    if kind is BreakKind.STAND:
        return Nudge("stand", _(_STAND), _STANDING)
    if cadence is not None and cadence.key != NUDGE:
        return Nudge(cadence.key, cadence.text or cadence.name or _("A reminder of your own."), "")
    said = sum(rest.kind is BreakKind.NUDGE and rest.cadence == NUDGE for rest in breaks)
    key, text, figure = _NUDGES[said % len(_NUDGES)]
    return Nudge(key, _(text), figure)
