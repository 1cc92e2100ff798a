"""What follows when a person says why they skip: other settings, said in a sentence, and theirs to change back."""

from __future__ import annotations

from msgspec.structs import replace

from coach.i18n import _
from coach.reminders.events import Reason
from coach.reminders.paces import SHORTEST_MS
from coach.settings.breaks import MOVE, Breaks, Cadence

_MOST_MIN = 240
_LONG_PAUSE_S = 10.0
_RARER = 1.5
_STEP_MIN = 5


def adapted(breaks: Breaks, reason: Reason) -> Breaks:
    """Return the settings that answer a reason: rarer, shorter, or at a quieter moment; the same where nothing follows."""
    if reason is Reason.TOO_OFTEN:
        return replace(breaks, cadences=tuple(_rarer(cadence) for cadence in breaks.cadences))
    if reason is Reason.TOO_LONG:
        return replace(breaks, cadences=tuple(_shorter(cadence) for cadence in breaks.cadences))
    if reason is Reason.BAD_MOMENT:
        return replace(breaks, typing_pause_s=max(breaks.typing_pause_s, _LONG_PAUSE_S))
    return breaks


def adapted_words(before: Breaks, reason: Reason) -> str:
    """Say what changes."""
    after = adapted(before, reason)
    if reason is Reason.HURTS:
        return _("Today goes gently: shorter breaks, and nothing is stretched.")
    if after == before:
        return _("Nothing changes. Breaks can be set up on the Breaks page.")
    if reason is Reason.BAD_MOMENT:
        return _("From now on a break waits until your hands have rested for {seconds} s.").format(
            seconds=round(after.typing_pause_s)
        )
    move = next((cadence for cadence in after.cadences if cadence.key == MOVE), None)
    if move is None:
        return _("Your own breaks come more rarely, or are shorter, from now on.")
    if reason is Reason.TOO_OFTEN:
        return _("From now on a movement break comes every {minutes} min.").format(minutes=move.every_min)
    return _("From now on a movement break takes {seconds} s.").format(seconds=move.length_s)


def reason_words(reason: Reason) -> str:
    """Name a reason as it is offered."""
    return {
        Reason.TOO_OFTEN: _("They come too often"),
        Reason.TOO_LONG: _("They take too long"),
        Reason.BAD_MOMENT: _("It is never a good moment"),
        Reason.HURTS: _("It hurts today"),
        Reason.OTHER: _("Something else"),
    }[reason]


def _rarer(cadence: Cadence) -> Cadence:
    if not cadence.moves:
        return cadence
    minutes = round(cadence.every_min * _RARER / _STEP_MIN) * _STEP_MIN
    return replace(cadence, every_min=min(minutes, _MOST_MIN))


def _shorter(cadence: Cadence) -> Cadence:
    if not cadence.moves:
        return cadence
    return replace(cadence, length_s=min(cadence.length_s, max(cadence.length_s // 2, SHORTEST_MS // 1000)))
