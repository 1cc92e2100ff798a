"""What may be done now, and what became of the breaks of a day."""

from __future__ import annotations

from datetime import time

import pytest

from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.journal.records import Break
from coach.reminders.hours import meeting_ends
from coach.reminders.sight import Busy
from coach.reminders.view import State
from coach.settings.breaks import Breaks, Rotation
from coach.ui.breaks.page_state import Do, now_of, taken_words
from tests.ui.breaks.days import CARD, COUNTING, DAY, at, state

_ALWAYS = {Do.TAKE, Do.PAUSE, Do.MEETING, Do.GENTLE}


def test_while_nothing_is_due() -> None:
    """A break now, a pause, a meeting, a gentle day; why is the engine's own sentence."""
    now = now_of(state(view=COUNTING._replace(seated_ms=72 * 60_000 + 59_000)))
    assert now.can == _ALWAYS
    assert now.why == COUNTING.why
    assert now.seated == "Sat for 1 h 12 min today, calls included."


def test_a_card_can_be_answered_here_too() -> None:
    """Later and skip, as on the card; a nudge is done with a word."""
    shown = COUNTING._replace(state=State.CARD, card=CARD, next=None)
    assert now_of(state(view=shown)).can == _ALWAYS | {Do.LATER, Do.SKIP}
    strict = CARD._replace(may_skip=False, may_snooze=False)
    assert now_of(state(view=shown._replace(card=strict))).can == _ALWAYS
    nudge = CARD._replace(kind=BreakKind.NUDGE)
    assert Do.DONE in now_of(state(view=shown._replace(card=nudge))).can


@pytest.mark.parametrize("going_on", [State.BREAK, State.SESSION])
def test_in_a_break_or_a_session_nothing_else_is_offered(going_on: State) -> None:
    """What goes on has its own window; there is the way back to that of a break."""
    found = now_of(state(view=COUNTING._replace(state=going_on))).can
    assert found == ({Do.BACK} if going_on is State.BREAK else frozenset())


def test_what_is_held_can_be_let_go() -> None:
    """A pause, a meeting, being busy, a credit: each has its way back."""
    paused = now_of(state(view=COUNTING._replace(state=State.PAUSED, pause_ms=60_000))).can
    assert Do.RESUME in paused
    assert not paused & {Do.PAUSE, Do.MEETING}
    busy = COUNTING._replace(state=State.DEFERRED, card=CARD, busy=((Busy.MICROPHONE, at(12)),))
    assert Do.ANYWAY in now_of(state(view=busy)).can
    assert Do.UNDO_CREDIT in now_of(state(view=COUNTING._replace(credit="Away 12 min: counted as a break."))).can
    assert Do.WHY in now_of(state(view=COUNTING._replace(asks_why=True))).can


def test_standing_is_asked_for_where_it_counts() -> None:
    """Only with a desk that goes up, or who said that they stand."""
    assert Do.STAND in now_of(state(Breaks(on=True, rotation=Rotation(on=True)))).can
    assert Do.STAND in now_of(state(view=COUNTING._replace(standing=True))).can
    assert Do.STAND not in now_of(state()).can


def test_a_flare_up_in_the_journal_is_not_taken_back_here() -> None:
    """It is the journal's."""
    assert Do.GENTLE not in now_of(state(flare=True)).can


def test_while_reminders_are_off_one_can_be_tried() -> None:
    """And before anything is known, nothing."""
    assert now_of(state(Breaks())).can == {Do.TAKE}
    assert now_of(state(view=None)).can == frozenset()


@pytest.mark.parametrize("known", State)
def test_every_state_has_an_icon_and_its_sentence(known: State) -> None:
    """Nothing is left without a word."""
    now = now_of(state(view=COUNTING._replace(state=known, why="Why.")))
    assert now.icon
    assert now.why == "Why."


@pytest.mark.parametrize(
    ("hour", "minute", "first", "last"),
    [(14, 5, time(14, 30), time(17)), (14, 26, time(15), time(17, 30)), (23, 40, time(0), time(2, 30))],
)
def test_a_meeting_ends_at_one_of_the_next_meeting_ends(hour: int, minute: int, first: time, last: time) -> None:
    """Six of them, the first in five minutes at the soonest, past midnight too."""
    found = meeting_ends(at(hour, minute))
    assert (len(found), found[0], found[-1]) == (6, first, last)


def _ended(outcome: BreakOutcome, hour: int = 10) -> Break:
    return Break(
        id="x",
        at=at(hour),
        due=at(hour),
        kind=BreakKind.MOVE,
        outcome=outcome,
        cadence="move",
        why="answered",
        length_ms=1,
    )


def test_the_breaks_of_the_day_are_counted_without_a_verdict() -> None:
    """What is not there is not said."""
    records = [
        _ended(BreakOutcome.DONE),
        _ended(BreakOutcome.PARTLY),
        _ended(BreakOutcome.CREDITED),
        _ended(BreakOutcome.SKIPPED),
        _ended(BreakOutcome.EXPIRED),
    ]
    told = taken_words(records, DAY)
    assert told == "Breaks today: 2 taken, 1 counted while you were away, 1 skipped, 1 passed by."
    assert taken_words(records[:1], DAY) == "Breaks today: 1 taken."
    assert taken_words(records, "2026-06-04") == ""
