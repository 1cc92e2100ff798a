"""What the card says: what, why this one, why now, and what can be answered."""

from __future__ import annotations

import pytest

from coach.content.pictures import Seen
from coach.content.vocabulary import BreakKind
from coach.reminders.events import Reason
from coach.reminders.view import State
from coach.ui.breaks.state import Act, Ask, CardState, card_state, opens_words, short_length
from tests.ui.breaks.views import BREATHING, NUDGE, OFFER, card, view


def shown(state: CardState | None) -> CardState:
    assert state is not None
    return state


def acts(state: CardState | None) -> list[Act]:
    return [act for act, _words in shown(state).acts]


def test_nothing_is_shown_while_nothing_is_asked() -> None:
    """Without a card, or with one that waits, there is no state."""
    assert card_state(view(), None, None) is None
    assert card_state(view(card(), state=State.SNOOZED), None, OFFER) is None


def test_a_movement_break_says_what_and_why_this_one_and_why_now() -> None:
    """Title and reason are the offer's, the moment's is the engine's, the figure is its first exercise on that side."""
    state = shown(card_state(view(card()), None, OFFER))
    assert (state.ask, state.head) == (Ask.MOVE, "Movement break, 2 min 30 s")
    assert (state.title, state.why_this, state.why_now) == (
        OFFER.title,
        OFFER.why,
        "Now, because you have sat for 1 h.",
    )
    assert state.figure == Seen("knee_to_chest_single", mirrored=True)
    assert state.acts == (
        (Act.TAKE, "Start"),
        (Act.SHORTER, "Only 1 min"),
        (Act.LATER, "In 5 min"),
        (Act.SKIP, "Skip"),
    )
    assert all(part in state.spoken() for part in (state.head, state.title, state.why_this, state.why_now))


def test_breathing_shows_somebody_who_sits() -> None:
    """An offer without an exercise still has a figure."""
    assert shown(card_state(view(card()), None, BREATHING)).figure == Seen("rest_sitting")


def test_without_an_offer_it_still_asks() -> None:
    """Content that cannot be read leaves a plain question."""
    state = shown(card_state(view(card()), None, None))
    assert state.title == "Get up and move"
    assert state.figure is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"shorter_ms": None}, [Act.TAKE, Act.LATER, Act.SKIP]),
        ({"may_snooze": False}, [Act.TAKE, Act.SHORTER, Act.SKIP]),
        ({"may_skip": False}, [Act.TAKE, Act.SHORTER, Act.LATER, Act.LEAVE]),
        ({"silent": True}, [Act.TAKE, Act.SHORTER, Act.LATER, Act.SKIP, Act.ANYWAY]),
        ({"offered": True}, [Act.SHORTER, Act.SURE]),
    ],
)
def test_what_can_be_answered_follows_the_break(changes: dict[str, object], expected: list[Act]) -> None:
    """What makes no sense is not offered; a strict one has a way out that is held."""
    assert acts(card_state(view(card(**changes)), None, OFFER)) == expected


def test_before_it_is_skipped_the_shorter_one_is_named() -> None:
    """How long, and what it would be."""
    state = shown(card_state(view(card(offered=True)), None, OFFER._replace(title="Short walk")))
    assert (state.ask, state.title) == (Ask.SMALLER, "Would 1 min do?")
    assert state.why_this == "Short walk. A short one counts too."
    assert state.acts[0] == (Act.SHORTER, "Yes, 1 min")


def test_a_nudge_is_its_sentence() -> None:
    """It is done, put off or skipped; the figure is the nudge's."""
    state = shown(card_state(view(card(kind=BreakKind.NUDGE, shorter_ms=None)), NUDGE, None, snooze_min=10))
    assert (state.ask, state.title, state.figure) == (Ask.NUDGE, NUDGE.text, Seen("desk"))
    assert state.acts == ((Act.TAKE, "Done"), (Act.LATER, "In 10 min"), (Act.SKIP, "Skip"))


def test_a_call_to_stand_is_answered_by_standing() -> None:
    """The honest answer is in the button."""
    state = shown(card_state(view(card(kind=BreakKind.STAND)), NUDGE._replace(figure=""), None))
    assert (state.ask, state.acts[0], state.figure) == (Ask.STAND, (Act.TAKE, "I stand"), None)


def test_why_is_asked_when_the_engine_asks() -> None:
    """Every reason can be given, or none."""
    state = shown(card_state(view(asks_why=True), None, None))
    assert state.ask is Ask.WHY
    assert [reason for reason, _words in state.reasons] == list(Reason)
    assert acts(state) == [Act.SKIP]


def test_a_break_that_is_due_comes_before_the_question_why() -> None:
    """One thing at a time."""
    assert shown(card_state(view(card(), asks_why=True), None, OFFER)).ask is Ask.MOVE


def test_it_counts_down_to_opening_by_itself() -> None:
    """Whole seconds, rounded up; nothing where it waits for a yes."""
    assert opens_words(None) == ""
    assert opens_words(19_001) == "Opens by itself in 20 s."
    assert opens_words(0) == "Opens now."


@pytest.mark.parametrize(
    ("milliseconds", "words"),
    [
        (0, "5 s"),
        (45_000, "45 s"),
        (60_000, "1 min"),
        (92_000, "90 s"),
        (119_000, "2 min"),
        (148_000, "2 min 30 s"),
        (180_000, "3 min"),
    ],
)
def test_lengths_are_short_and_round(milliseconds: int, words: str) -> None:
    """To five seconds."""
    assert short_length(milliseconds) == words
