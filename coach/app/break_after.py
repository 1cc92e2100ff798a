"""What is said after a break: how much was done, what was noted, and what to do about the leg."""

from __future__ import annotations

from coach.content.library import Library
from coach.content.vocabulary import Felt
from coach.i18n import _, ngettext
from coach.reminders.answers import BEGUN_MS
from coach.reminders.pool import DROPPED_DAYS
from coach.ui.breaks.after import Advice
from coach.ui.words import length_of_words, length_words

_WEEK = 7


def done_words(done_ms: int, planned_ms: int) -> str:
    """Say how much was done, and that it is kept; what was left at once is kept as left, and promised as nothing else."""
    if done_ms < min(BEGUN_MS, planned_ms):
        return _("Left after {length}.").format(length=length_words(done_ms))
    return _("{length}, kept in your journal.").format(length=length_of_words(done_ms, planned_ms))


def noted_words(felt: Felt) -> str:
    """Say what was noted, and what follows from it."""
    if felt is Felt.EASIER:
        return _("Noted: easier.")
    if felt is Felt.SAME:
        return _("Noted: the same.")
    return _("Noted. {what}").format(what=left_out_words(felt))


def left_out_words(felt: Felt) -> str:
    """Say for how long the exercises of this break do not come again."""
    days = DROPPED_DAYS.get(felt, 0)
    if days % _WEEK:
        words = ngettext(
            "Breaks leave these exercises out for {n} day.", "Breaks leave these exercises out for {n} days.", days
        )
        return words.format(n=days)
    weeks = days // _WEEK
    words = ngettext(
        "Breaks leave these exercises out for {n} week.", "Breaks leave these exercises out for {n} weeks.", weeks
    )
    return words.format(n=weeks)


def advice_of(library: Library) -> Advice:
    """Return what to do when something went down the leg: the content's own words, and what follows here."""
    signs = library.warning_signs
    direction = signs.direction
    first = (_(direction.bad),) if direction is not None else ()
    return Advice(
        title=_("Stop here for now"),
        lines=(*first, _(signs.stop_exercise.action), left_out_words(Felt.LEG)),
        head=_("Stop for today when one of these is true:"),
        signs=tuple(_(sign.text) for sign in signs.stop_exercise.signs),
    )
