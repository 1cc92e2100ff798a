"""Breaks at the desk as a state machine: shown what can be seen and told what the person says, it says what has happened.

It reads no clock, calls nobody back and knows no window. Look at it whenever something changes and at `next_look_ms` at the
latest. Every input returns the events it caused, in order; an input that makes no sense right now returns none.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from coach.journal.identity import new_id
from coach.reminders import answers, crediting
from coach.reminders.asking import go_on
from coach.reminders.events import Event, Reason, Why
from coach.reminders.holding import drop_if_gone, see_holds
from coach.reminders.memory import Memory, Span, read, written
from coach.reminders.next_look import next_look_ms
from coach.reminders.passing import pass_time
from coach.reminders.presence import see_presence
from coach.reminders.restoring import restore
from coach.reminders.run import Run, update_paces
from coach.reminders.sight import Passed, Sight, passed_between
from coach.reminders.spans import day_of
from coach.reminders.status import Status, status_of
from coach.reminders.view import View, view_of
from coach.settings.breaks import Breaks

_NOTHING = Passed(0, 0, 0)


class Engine:
    """One person's breaks, from `sight` on. `kept`: what an engine before wrote down (`checkpoint`), b"" for none.

    The first `look` also returns what the restart itself caused. Before each word of the person, `look` once.
    """

    def __init__(
        self, breaks: Breaks, sight: Sight, kept: bytes = b"", *, make_id: Callable[[int], str] = new_id
    ) -> None:
        memory = read(kept) if kept else None
        self._run = Run(breaks, memory or Memory(), sight, (), make_id)
        update_paces(self._run)
        if memory is not None:
            restore(self._run)
            drop_if_gone(self._run)  # the settings may be others than before
        self._see(_NOTHING)

    def look(self, sight: Sight) -> list[Event]:
        """Take in what is to be seen now, and let the time since the last look pass."""
        moment = self._run.memory.moment
        self._run.sight = sight
        self._see(_NOTHING if moment is None else passed_between(moment, sight.now))
        return self._out()

    def settle(self, breaks: Breaks) -> list[Event]:
        """Go on with other settings; what is due stays due, unless its reminder is switched off."""
        run = self._run
        run.breaks, run.hours_us = breaks, (0, 0)
        update_paces(run)
        drop_if_gone(run)
        return self._said()

    def checkpoint(self) -> bytes:
        """Return all that must survive a restart; worth writing after events, and every few minutes."""
        return written(self._run.memory)

    def next_look_ms(self) -> int:
        """Return after how many milliseconds at the latest to look again."""
        return next_look_ms(self._run)

    def view(self) -> View:
        """Return how it stands: for the card, the tray and the page."""
        return view_of(self._run)

    def status(self) -> Status:
        """Return the short answer for `limber status`."""
        return status_of(self._run)

    def today(self) -> tuple[Span, ...]:
        """Return the timeline of today: sat, in calls, stood, moved, away."""
        return day_of(self._run.memory, self._run.sight.stamp.local_day)

    def take(self, *, shorter: bool = False) -> list[Event]:
        """Yes: open the break, the shorter one if asked; a nudge is done; who is asked to stand stands."""
        answers.take(self._run, shorter=shorter)
        return self._said()

    def now(self, *, shorter: bool = False) -> list[Event]:
        """Take a movement break now, due or not."""
        answers.now(self._run, shorter=shorter)
        return self._said()

    def snooze(self) -> list[Event]:
        """Ask again in some minutes; twice for each break."""
        answers.snooze(self._run)
        return self._said()

    def skip(self, *, sure: bool = False) -> list[Event]:
        """Leave this one out; unless `sure` a shorter one is offered first."""
        answers.skip(self._run, sure=sure)
        return self._said()

    def leave(self, done_ms: int | None = None) -> list[Event]:
        """Esc was held: the card or the window goes at once, in every mode."""
        answers.leave(self._run, done_ms)
        return self._said()

    def finish(self, done_ms: int, *, whole: bool = False, why: Why = Why.ANSWERED) -> list[Event]:
        """The break window is through, by the person or (`why`) for a session."""
        answers.finish(self._run, done_ms, whole=whole, why=why)
        return self._said()

    def pause(self, minutes: int) -> list[Event]:
        """Ask nothing for some minutes."""
        answers.pause(self._run, minutes)
        return self._said()

    def pause_until_tomorrow(self) -> list[Event]:
        """Ask nothing until five in the morning."""
        answers.pause_until_tomorrow(self._run)
        return self._said()

    def resume(self) -> list[Event]:
        """End pause and meeting."""
        answers.resume(self._run)
        return self._said()

    def meeting(self, until: time) -> list[Event]:
        """In a meeting until this time of day."""
        answers.meeting(self._run, until)
        return self._said()

    def ask_anyway(self) -> list[Event]:
        """Not busy, whatever it looks like: until it ends by itself once."""
        answers.ask_anyway(self._run)
        return self._said()

    def stands(self, *, standing: bool) -> list[Event]:
        """The person stands, or sits, at the desk now."""
        answers.stands(self._run, standing=standing)
        return self._said()

    def undo_credit(self) -> list[Event]:
        """The last absence was no break."""
        crediting.undo_credit(self._run)
        return self._said()

    def say_why(self, reason: Reason | None) -> list[Event]:
        """Answer the question after three skips; None leaves it."""
        answers.say_why(self._run, reason)
        return self._said()

    def gentle_today(self, *, on: bool) -> list[Event]:
        """Let today go as in a flare-up, or not any more."""
        answers.gentle_today(self._run, on=on)
        return self._said()

    def withdraw(self) -> list[Event]:
        """The card is gone from the screen without an answer: a display was unplugged, a window torn down."""
        self._run.withdraw()
        return self._said()

    def _see(self, passed: Passed) -> None:
        run = self._run
        update_paces(run)
        pass_time(run, passed)
        run.memory.moment, run.memory.boot_id = run.sight.now, run.sight.boot_id
        see_holds(run, passed.real_ms)
        see_presence(run)
        go_on(run)

    def _said(self) -> list[Event]:
        """Let what follows from the person's word at this very moment happen, and hand over the events."""
        update_paces(self._run)
        see_holds(self._run, 0)
        see_presence(self._run)
        go_on(self._run)
        return self._out()

    def _out(self) -> list[Event]:
        events, self._run.out = self._run.out, []
        return events
