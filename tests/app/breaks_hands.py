"""A window in which breaks are on, with a card and a break window that remember, and the hands of a person at a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from coach.app import background
from coach.app.breaks_desk import BreaksDesk
from coach.app.breaks_parts import Parts
from coach.journal.bodies import Exercised
from coach.journal.records import Break
from coach.ports.notifier import Notice
from coach.ports.sounds import Earcon
from coach.reminders.offer import Offer
from coach.settings.breaks import Breaks
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.ui.breaks.state import Ask, CardState
from tests.app.driving import Driven, driven
from tests.app.packs_hands import Desktop
from tests.fake_desk import FakeDesk
from tests.reminders.world import ALWAYS

#: Only the movement break: nothing else comes in between.
MOVES = replace(ALWAYS, cadences=ALWAYS.cadences[1:])
#: Hands that rest, and are not away yet.
RESTS_S = 4.0


class FakeCard(QObject):
    """A card that remembers what it showed."""

    taken = Signal(bool)
    snoozed = Signal()
    skipped = Signal(bool)
    left = Signal()
    why_said = Signal(object)
    gone = Signal()
    anyway = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state: CardState | None = None
        self.states: list[CardState] = []

    def show_state(self, state: CardState) -> None:
        self.state = state
        self.states.append(state)

    def hide(self) -> None:
        self.state = None


class FakeRun(QObject):
    """A break window that remembers what was opened; the test ends it."""

    over = Signal(int, bool, object)
    felt = Signal(str, object)
    signs_asked = Signal()
    there = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, Offer, int, bool]] = []
        self.busy = self.closed = False
        self.came_back = 0

    def open(self, key: str, offer: Offer, length_ms: int, *, asked_for: bool) -> None:
        self.opened.append((key, offer, length_ms, asked_for))
        self.busy = True
        self.there.emit(True)

    def come_back(self) -> None:
        self.came_back += 1

    def leave(self) -> None:
        self.end(20_000)

    def end(self, done_ms: int, *, whole: bool = False) -> None:
        """Be through, or left, with the first exercise done on both sides."""
        self.busy = False
        offer = self.opened[-1][1]
        done = Exercised(exercise=offer.exercises[0], side=None, done_ms=done_ms, planned_ms=60_000)
        self.over.emit(done_ms, whole, (done,))

    def close(self) -> None:
        self.closed = True


class Office:
    """The person, the program, the desk."""

    def __init__(self, hands: Driven, desktop: Desktop, desk: FakeDesk, card: FakeCard | None, run: FakeRun) -> None:
        self.hands, self.desktop, self.desk = hands, desktop, desk
        self.card, self.run = card or FakeCard(), run
        self.chimes: list[Earcon] = []

    @property
    def breaks(self) -> BreaksDesk:
        return self.hands.shell.background.breaks

    def sit(self, minutes: float, *, rest: bool = True) -> None:
        """Let time pass as the driver's timer would; the hands rest for a moment each time, or never."""
        self.desk.idle.seconds = RESTS_S if rest else 0.0
        timer, left_ms = self.breaks.driver.findChildren(QTimer)[0], round(minutes * 60_000)
        while left_ms > 0:
            wait_ms = min(left_ms, max(timer.interval(), 1)) if timer.isActive() else left_ms
            left_ms -= wait_ms
            self.hands.clock.pass_ms(wait_ms)
            self.breaks.driver.tick()
        self.desk.idle.seconds = 0.0
        self.hands.settle()

    def use(self, breaks: Breaks) -> None:
        """Change the settings, as the page does."""
        context = self.hands.shell.context
        assert context is not None
        self.hands.shell.change_settings(replace(context.settings, breaks=breaks))
        self.hands.settle()

    @property
    def settings(self) -> Breaks:
        context = self.hands.shell.context
        assert context is not None
        return context.settings.breaks

    def goes_on(self) -> bool:
        """Whether the break window is open."""
        return self.run.busy

    def ticks(self) -> bool:
        """Whether anything will wake the program."""
        return self.breaks.driver.ticking

    def asks(self) -> Ask | None:
        """What the card asks now, None while there is none."""
        return self.card.state.ask if self.card.state is not None else None

    def shown(self) -> CardState:
        """What the card shows."""
        assert self.card.state is not None
        return self.card.state

    def notice(self) -> Notice:
        """The message of the desktop."""
        assert self.desktop.notifier.seen is not None
        return self.desktop.notifier.seen

    def kept(self) -> tuple[Break, ...]:
        """What is in the journal."""
        self.hands.settle()
        return tuple(self.hands.shell.journal.call(lambda journal: list(journal.breaks())).result())

    def said(self) -> str:
        """What the bar under the page says."""
        return self.hands.window.messages.text()


@contextmanager
def office(
    app: QApplication,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    breaks: Breaks = MOVES,
    *,
    card: bool = True,
    opened: bool = True,
) -> Iterator[Office]:
    folder.mkdir(exist_ok=True)
    save_settings(folder, Settings(breaks=breaks))
    desktop, desk, shown, run = Desktop(), FakeDesk(), FakeCard() if card else None, FakeRun()
    monkeypatch.setattr(background, "parts_of", lambda *_there: Parts(lambda: shown, lambda: run))
    with driven(app, folder, outside=desktop.outside._replace(desk=desk)) as hands:
        made = Office(hands, desktop, desk, shown, run)
        monkeypatch.setattr(hands.shell.sounding, "chime", lambda: made.chimes.append(Earcon.REST))
        if opened:
            hands.open()
        yield made
