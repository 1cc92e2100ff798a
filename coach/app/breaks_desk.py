"""Breaks at the desk in the open program: what is asked, opened, written down and told, and what the person says to it."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QObject, Signal

from coach.app.alerts import Alerts
from coach.app.break_log import drafts_of
from coach.app.breaks_adapting import BreaksAdapting
from coach.app.breaks_keeper import BreaksKeeper
from coach.app.breaks_opened import BreaksOpened
from coach.app.breaks_parts import CardView, Parts, Running
from coach.app.breaks_prompt import BreaksPrompt
from coach.app.breaks_told import Care, care_of, nudge_of, offer_of, own_of
from coach.app.breaks_words import in_session_words
from coach.app.frame import Frame
from coach.app.in_session import InSession
from coach.content.vocabulary import BreakKind
from coach.drivers.breaks_driver import BreaksDriver
from coach.ports.desk import Doors
from coach.reminders.events import BreakEnded, Event, Opened, Prompted, Reason, Why, WhyAnswered, WhyAsked
from coach.reminders.offer import Offer
from coach.reminders.view import State, View
from coach.reminders.wish import is_flare
from coach.settings.model import Settings
from coach.ui.breaks.state import CardState, card_state

#: The question why is on the screen for so long; afterwards it waits on the page.
_WHY_US = 5 * 60 * 1_000_000


class BreaksDesk(QObject):
    """`changed`: what `view` says is different. Nothing is asked before the journal was read (`loaded`).

    Words of the person that make no sense now change nothing, and return no events.
    """

    changed = Signal()

    def __init__(  # noqa: PLR0917  what it hangs on
        self,
        frame: Frame,
        settings: Settings,
        doors: Doors,
        in_session: InSession,
        alerts: Alerts,
        parts: Parts,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._frame, self._breaks, self._in_session = frame, settings.breaks, in_session
        self._keeper = BreaksKeeper(frame)
        self.driver = BreaksDriver(doors, frame.clock, settings.breaks, self._keeper.state, self._keep, self)
        self._prompt = BreaksPrompt(alerts, parts.card, self)
        self._opened = BreaksOpened(frame, parts.run, self)
        self._adapting = BreaksAdapting(frame, alerts, lambda on: self.driver.gentle_today(on=on), self)
        self._offers: dict[tuple[str, int, Care], Offer] = {}
        self._owed: Opened | None = None
        self._why_us = 0
        self._ends_for = Why.ANSWERED
        self._connect()

    @property
    def card(self) -> CardView | None:
        """The card, None before the first."""
        return self._prompt.card

    @property
    def run(self) -> Running | None:
        """The break window, None before the first."""
        return self._opened.run

    @property
    def on(self) -> bool:
        """Whether break reminders are on."""
        return self._breaks.on

    def use(self, settings: Settings) -> None:
        """Use other settings."""
        self._breaks = settings.breaks
        self.driver.use(settings.breaks)
        self._show()

    def loaded(self) -> None:
        """The journal has been read: what was due is asked now."""
        self._keeper.tell()
        self._see_flare()
        owed, self._owed = self._owed, None
        if owed is not None and self.view().state is State.BREAK:  # it may have ended meanwhile
            self._open(owed)
        self._show()

    def view(self) -> View:
        """Return how it stands now."""
        return self.driver.view()

    def refused(self) -> str:
        """Say why no break can be opened now; '' when one can."""
        return in_session_words() if self._in_session.on else ""

    def take(self, *, shorter: bool = False) -> list[Event]:
        """Yes to what is asked; a message may still be there when a session has begun."""
        return [] if self.refused() else self.driver.take(shorter=shorter)

    def now(self, *, shorter: bool = False) -> list[Event]:
        """Take a movement break now, due or not; while a session runs, that is shown instead."""
        why = self.refused()
        if why:
            self._frame.window.bring_forward()
            self._frame.tell(why)
            return []
        return self.driver.now(shorter=shorter)

    def snooze(self) -> list[Event]:
        """Ask again in some minutes."""
        return self.driver.snooze()

    def skip(self, *, sure: bool = False) -> list[Event]:
        """Leave this one out; a break that goes on ends with what was done."""
        return self.leave() if self._opened.busy else self.driver.skip(sure=sure)

    def leave(self) -> list[Event]:
        """Away with card or window at once."""
        if not self._opened.busy:
            return self.driver.leave()
        self._opened.leave()
        return self.driver.leave(0) if self.view().state is State.BREAK else []  # whatever became of its window

    def pause(self, minutes: int) -> list[Event]:
        """Ask nothing for some minutes."""
        return self.driver.pause(minutes)

    def pause_until_tomorrow(self) -> list[Event]:
        """Ask nothing until five in the morning."""
        return self.driver.pause_until_tomorrow()

    def resume(self) -> list[Event]:
        """End the pause."""
        return self.driver.resume()

    def meeting(self, until: time) -> list[Event]:
        """In a meeting until this time of day."""
        return self.driver.meeting(until)

    def ask_anyway(self) -> list[Event]:
        """Not busy, whatever it looks like."""
        return self.driver.ask_anyway()

    def stands(self, *, standing: bool) -> list[Event]:
        """The person stands, or sits, at the desk now."""
        return self.driver.stands(standing=standing)

    def undo_credit(self) -> list[Event]:
        """The last absence was no break."""
        return self.driver.undo_credit()

    def say_why(self, reason: Reason | None) -> list[Event]:
        """Answer the question after three skips; None leaves it."""
        return self.driver.say_why(reason)

    def gentle_today(self, *, on: bool) -> list[Event]:
        """Let today go gently, or not any more."""
        return self.driver.gentle_today(on=on)

    def close(self) -> None:
        """Write down how it stands, and let card and window go; nobody is told any more."""
        self.driver.changed.disconnect(self._changed)
        self._in_session.close()
        self._opened.leave()
        self.driver.close()
        self._opened.close()
        self._prompt.close()

    def _connect(self) -> None:
        self.driver.happened.connect(self._hear)
        self.driver.changed.connect(self._changed)
        self._in_session.turned.connect(self._session)
        self._opened.over.connect(lambda done_ms, whole: self.driver.finish(done_ms, whole=whole, why=self._ends_for))
        prompt = self._prompt
        prompt.taken.connect(lambda shorter: self.take(shorter=shorter))
        prompt.snoozed.connect(self.snooze)
        prompt.skipped.connect(lambda sure: self.skip(sure=sure))
        prompt.left.connect(self.leave)
        prompt.why_said.connect(self.say_why)
        prompt.gone.connect(self.driver.withdraw)
        prompt.anyway.connect(self.ask_anyway)
        prompt.undone.connect(self._adapting.undo)
        prompt.shown.connect(self._show_page)

    def _show_page(self) -> None:
        self._frame.window.bring_forward()
        self._frame.window.show_page("breaks")

    def _keep(self, state: bytes) -> None:
        self._keeper.keep(state, wanted=self._breaks.on)

    def _session(self, on: bool) -> None:  # noqa: FBT001  a Qt signal's value
        """A session takes the place of a break that goes on, which is no skip."""
        if on:
            self._ends_for = Why.SESSION
            self._opened.leave()
            self._ends_for = Why.ANSWERED
        self.driver.session(on=on)

    def _hear(self, event: Event) -> None:
        done = self._opened.take(event.id) if isinstance(event, BreakEnded) else None
        drafts = drafts_of(event, done, self._frame.clock.stamp())
        if drafts:
            self._frame.journal.save(drafts)
        if isinstance(event, Opened):
            self._open(event)
        elif isinstance(event, Prompted) and self._breaks.sound and not event.silent:
            self._frame.sounding.chime()
        elif isinstance(event, WhyAsked):
            self._why_us = event.at.utc_us
        elif isinstance(event, WhyAnswered):
            self._adapting.answer(event.reason)

    def _changed(self) -> None:
        self._see_flare()
        self._show()
        self.changed.emit()

    def _see_flare(self) -> None:
        context = self._frame.context
        if context is not None:
            self.driver.flare(on=is_flare(context.memory.markers, context.now.local_day))

    def _open(self, event: Opened) -> None:
        if self._frame.context is None:
            self._owed = event
        elif not self._opened.open(event, self._offer(event.id, event.length_ms)):
            self.driver.leave(0)

    def _offer(self, key: str, length_ms: int) -> Offer:
        """Return what a break offers: the same as long as it is the same break, so that what was announced is opened, and
        nothing is to be heeded since then that was not.
        """
        context = self._frame.context
        if context is None:
            raise RuntimeError("nothing is offered before content has been read")
        gentle = self.driver.view().gentle
        care = care_of(context, gentle=gentle)
        if (key, length_ms, care) not in self._offers:
            self._offers = {kept: offer for kept, offer in self._offers.items() if kept[::2] == (key, care)}
            self._offers[key, length_ms, care] = offer_of(context, length_ms, gentle=gentle)
        return self._offers[key, length_ms, care]

    def _show(self) -> None:
        """Bring card or message up to date."""
        self._prompt.show(self._card_state(self.driver.view()), message=self._breaks.prompt == "notification")

    def _card_state(self, view: View) -> CardState | None:
        context, card = self._frame.context, view.card
        if context is None:
            return None
        snooze_min = self._breaks.snooze_min
        if view.state is not State.CARD or card is None:
            fresh = view.asks_why and 0 <= context.now.utc_us - self._why_us < _WHY_US
            return card_state(view, None, None) if fresh and _is_free(view) else None
        if card.kind is not BreakKind.MOVE:
            return card_state(view, nudge_of(context, card), None, snooze_min=snooze_min)
        length_ms = card.shorter_ms if card.offered and card.shorter_ms is not None else card.length_ms
        own = own_of(context, card)
        return card_state(view, None, self._offer(card.id, length_ms), own=own, snooze_min=snooze_min)


def _is_free(view: View) -> bool:
    """Whether the question why, which can wait for the page, stands in nobody's way."""
    return not view.busy and view.state not in {State.AWAY, State.SESSION, State.BREAK, State.PAUSED}
