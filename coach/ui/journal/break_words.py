"""A break at the desk in words: one row of the list, and everything when it is opened. No Qt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.content.vocabulary import BreakOutcome, Side
from coach.content.words import break_ending_word, break_word, felt_words, side_word
from coach.i18n import _
from coach.journal.records import Break
from coach.ui.journal.words import time_words
from coach.ui.words import length_of_words, length_words

#: What took less reads as nothing.
_SEEN_MS = 500


@dataclass(frozen=True, slots=True)
class BreakView:
    """One break, opened: what it asked for, when, and a line for each thing there is to say."""

    id: str
    title: str
    time: str
    outcome: str
    lines: tuple[str, ...]


def break_view(one: Break, names: Mapping[str, str]) -> BreakView:
    """Put a break into words; `names` of exercises by their ids."""
    said = (_credited(one), _done(one), *_exercises(one, names), _snoozed(one), _felt(one))
    return BreakView(
        id=one.id,
        title=break_word(one.kind),
        time=time_words(one.at),
        outcome=_outcome(one),
        lines=tuple(line for line in said if line),
    )


def break_text(one: Break, names: Mapping[str, str]) -> str:
    """Return what a break is found by."""
    said = (_("Break"), break_word(one.kind), _outcome(one), *_exercises(one, names), _felt(one))
    return " ".join(said)


def _outcome(one: Break) -> str:
    """Say how it ended; one that was begun and left at once was not simply skipped."""
    if one.outcome is BreakOutcome.SKIPPED and one.done_ms >= _SEEN_MS:
        return _("Left after {length}").format(length=length_words(one.done_ms))
    return break_ending_word(one.outcome)


def _exercises(one: Break, names: Mapping[str, str]) -> Iterator[str]:
    """Name each exercise with the sides on which it was done."""
    sides: dict[str, list[Side]] = {}
    for done in one.exercises:
        sides.setdefault(done.exercise, []).extend([done.side] if done.side is not None else [])
    for key, found in sides.items():
        name = names.get(key, key)
        yield _("{exercise}, {side}").format(exercise=name, side=_side(found)) if found else name


def _side(sides: Sequence[Side]) -> str:
    both = Side.BOTH in sides or {Side.LEFT, Side.RIGHT} <= set(sides)
    return _("left and right") if both else side_word(sides[0])


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
