"""A break at the desk in words: one row of the list, and everything when it is opened. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from coach.content.vocabulary import BreakOutcome
from coach.content.words import break_ending_word, break_word, felt_words
from coach.i18n import _
from coach.journal.records import Break
from coach.ui.journal.words import time_words
from coach.ui.words import length_of_words, length_words


@dataclass(frozen=True, slots=True)
class BreakView:
    """One break, opened: what it asked for, when, and a line for each thing there is to say."""

    id: str
    title: str
    time: str
    outcome: str
    lines: tuple[str, ...]


def break_view(one: Break) -> BreakView:
    """Put a break into words."""
    said = (_credited(one), _done(one), _snoozed(one), _felt(one))
    return BreakView(
        id=one.id,
        title=break_word(one.kind),
        time=time_words(one.at),
        outcome=break_ending_word(one.outcome),
        lines=tuple(line for line in said if line),
    )


def break_text(one: Break) -> str:
    """Return what a break is found by."""
    return f"{_('Break')} {break_word(one.kind)} {break_ending_word(one.outcome)} {_felt(one)}"


def _credited(one: Break) -> str:
    if one.outcome is not BreakOutcome.CREDITED or not one.away_ms:
        return ""
    return _("You were away for {length}.").format(length=length_words(one.away_ms))


def _done(one: Break) -> str:
    if one.outcome not in {BreakOutcome.DONE, BreakOutcome.PARTLY} or not one.done_ms:
        return ""
    return length_of_words(one.done_ms, one.length_ms)


def _snoozed(one: Break) -> str:
    if not one.snoozes:
        return ""
    return _("Put off once.") if one.snoozes == 1 else _("Put off {n} times.").format(n=one.snoozes)


def _felt(one: Break) -> str:
    return "" if one.felt is None else felt_words(one.felt)
