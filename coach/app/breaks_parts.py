"""What the desk of breaks needs of those who show them, and how they are made: lazily, with the first that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from coach.app.frame import Frame
from coach.app.staying_awake import StayingAwake
from coach.ports.desk import Doors
from coach.reminders.offer import Offer
from coach.ui.breaks.state import CardState


class CardView(Protocol):
    """The card. Signals: `taken(bool shorter)`, `snoozed()`, `skipped(bool sure)`, `left()`, `anyway()`, `gone()` (its screen
    is), `why_said(Reason | None)`.
    """

    taken: Any
    snoozed: Any
    skipped: Any
    left: Any
    why_said: Any
    gone: Any
    anyway: Any

    def show_state(self, state: CardState) -> None:
        """Show it, or show it anew; the keyboard stays where it is."""
        ...

    def hide(self) -> None:
        """Take it away."""
        ...

    def deleteLater(self) -> None:
        """The program ends."""
        ...


class Running(Protocol):
    """The break window. Signals: `over(int done_ms, bool whole, tuple[Exercised, ...])`, once for each that was opened;
    `felt(str id, Felt)`; `signs_asked()`; `there(bool)` while its window is, with the break or what is asked after it.
    """

    over: Any
    felt: Any
    signs_asked: Any
    there: Any

    @property
    def busy(self) -> bool:
        """Whether a break goes on that is not over."""
        ...

    def open(self, key: str, offer: Offer, length_ms: int, *, asked_for: bool) -> None:
        """Open the window for the break of this id; by itself (not asked for) it leaves the keyboard where it is."""
        ...

    def come_back(self) -> None:
        """Bring the window to the front, as it was left."""
        ...

    def leave(self) -> None:
        """End the break that goes on, and take its window away; `over` comes from within."""
        ...

    def close(self) -> None:
        """The program ends."""
        ...


class Parts(NamedTuple):
    """How they are made. None: a desktop that cannot show it, so that messages stand in for the card."""

    card: Callable[[], CardView | None]
    run: Callable[[], Running | None]


def parts_of(frame: Frame, doors: Doors, awake: StayingAwake) -> Parts:
    """Return how they are made in the open program; what they need is loaded with the first."""
    return Parts(_card, lambda: _run(frame, doors, awake))


def _card() -> CardView:
    from coach.ui.breaks.card import BreakCard

    return BreakCard()


def _run(frame: Frame, doors: Doors, awake: StayingAwake) -> Running:
    """The break keeps the screen on while it runs."""
    from coach.app.break_run import BreakRun

    made = BreakRun(frame, doors.idle.idle_s)
    made.runs.connect(lambda on: awake.keep_screen(made, on=on))
    return made
