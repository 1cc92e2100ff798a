"""How it stands, made by hand: what the engine would say while a card is shown."""

from __future__ import annotations

from coach.content.routine import BreatheStep, Routine
from coach.content.vocabulary import BreakKind, Side
from coach.plan.timeline import Preferences
from coach.reminders.nudges import Nudge
from coach.reminders.offer import Offer
from coach.reminders.sized import break_routine
from coach.reminders.view import Card, State, View

NUDGE = Nudge("feet", "Feet: put both flat on the floor, or on a rest.", "desk")
_ROUTINE: Routine = break_routine([BreatheStep(duration_s=60, text="Breathe.")])
OFFER = Offer(
    routine=_ROUTINE,
    preferences=Preferences(),
    exercises=("knee_to_chest_single",),
    length_ms=148_000,
    title="Single knee to chest, then Short walk",
    why="From your routine, and not done yet today.",
    side=Side.LEFT,
)
BREATHING = OFFER._replace(exercises=(), side=None, title="Slow breathing")


def card(**changes: object) -> Card:
    """Return a movement break of two and a half minutes that is asked for."""
    made = Card(
        id="b1",
        kind=BreakKind.MOVE,
        lead="move",
        stands_for=("move",),
        length_ms=150_000,
        shorter_ms=60_000,
        may_snooze=True,
        may_skip=True,
        offered=False,
        silent=False,
        opens_in_ms=None,
        open_ms=0,
        given=False,
    )
    return made._replace(**changes)  # type: ignore[arg-type]


def view(shown: Card | None = None, **changes: object) -> View:
    """Return how it stands with this card on the screen."""
    made = View(
        state=State.CARD if shown is not None else State.COUNTING,
        why="Now, because you have sat for 1 h.",
        card=shown,
        next=None,
        credit="",
        busy=(),
        pause_ms=None,
        meeting_ms=None,
        seated_ms=3_600_000,
        standing=False,
        asks_why=False,
        gentle=False,
        blind=False,
    )
    return made._replace(**changes)  # type: ignore[arg-type]
