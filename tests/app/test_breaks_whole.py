"""The real card and the real break window in the open program: from an hour of sitting to the journal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.break_run import BreakRun
from coach.app.breaks_desk import BreaksDesk
from coach.content.vocabulary import BreakOutcome, Felt
from coach.journal.records import Break
from coach.reminders.view import State
from coach.settings.breaks import Breaks
from coach.settings.model import Settings
from coach.settings.store import save_settings
from coach.ui.breaks.card import BreakCard
from coach.ui.breaks.state import Act
from coach.ui.main_window import WARNINGS
from tests.app.breaks_hands import MOVES, RESTS_S
from tests.app.driving import Driven, driven
from tests.app.packs_hands import Desktop
from tests.fake_desk import FakeDesk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
_STEP_MS = 5_000


class Morning:
    """A person at a desk, and the program as it is."""

    def __init__(self, hands: Driven, desk: FakeDesk) -> None:
        self.hands, self.desk = hands, desk
        self.breaks: BreaksDesk = hands.shell.background.breaks

    def sit(self, seconds: int) -> None:
        """Let time pass; the hands rest."""
        self.desk.idle.seconds = RESTS_S
        for _step in range(0, seconds * 1000, _STEP_MS):
            self.hands.clock.pass_ms(_STEP_MS)
            self.breaks.driver.tick()
        self.hands.settle()

    @property
    def card(self) -> BreakCard:
        card = self.breaks.card
        assert isinstance(card, BreakCard)
        card._arming.stop()
        return card

    @property
    def run(self) -> BreakRun:
        assert isinstance(self.breaks.run, BreakRun)
        return self.breaks.run

    def press(self, act: Act) -> None:
        QTest.mouseClick(self.card.body.buttons[act], Qt.MouseButton.LeftButton)
        self.hands.settle()

    def move(self, seconds: float) -> None:
        """Let the break go on."""
        for step in range(round(seconds * 2)):
            if not self.run.busy:
                break
            self.hands.clock.pass_ms(500)
            self.run.tick()
            if step % 10 == 0:
                self.breaks.driver.tick()
        self.hands.settle()

    def kept(self) -> list[Break]:
        self.hands.settle()
        return self.hands.shell.journal.call(lambda journal: list(journal.breaks())).result()


def at_desk(app: QApplication, folder: Path, breaks: Breaks) -> Iterator[Morning]:
    folder.mkdir(exist_ok=True)
    save_settings(folder, Settings(breaks=breaks))
    desk = FakeDesk()
    with driven(app, folder, outside=Desktop().outside._replace(desk=desk)) as hands:
        hands.open()
        yield Morning(hands, desk)


@pytest.fixture
def at(qapp: QApplication, tmp_path: Path) -> Iterator[Morning]:
    """Somebody who is asked softly."""
    yield from at_desk(qapp, tmp_path / "data", MOVES)


@pytest.fixture
def firm(qapp: QApplication, tmp_path: Path) -> Iterator[Morning]:
    """Somebody whose breaks open by themselves."""
    yield from at_desk(qapp, tmp_path / "data", replace(MOVES, mode="firm"))


def test_from_the_card_to_the_tap_after_it(at: Morning) -> None:
    """Start is pressed, the break is done to its end, one tap follows: all of it is in the journal, once."""
    at.sit(3600)
    assert at.card.isVisible()
    title = at.card.body.title.text()
    at.press(Act.TAKE)
    assert not at.card.isVisible()
    assert at.run.window.isVisible()
    assert at.breaks.view().state is State.BREAK
    at.move(400)
    assert at.breaks.view().state is State.COUNTING
    QTest.mouseClick(at.run.window.after.answers[Felt.EASIER], Qt.MouseButton.LeftButton)
    [kept] = at.kept()
    assert (kept.outcome, kept.felt) == (BreakOutcome.DONE, Felt.EASIER)
    assert kept.exercises
    assert title in at.run.window.after.what.text()


def test_skipped_it_offers_the_shorter_one_on_the_same_card(at: Morning) -> None:
    """The second question is another one, and its yes opens a shorter break."""
    at.sit(3600)
    before = at.card.body.title.text()
    at.press(Act.SKIP)
    assert at.card.isVisible()
    assert at.card.body.title.text() != before
    at.press(Act.SHORTER)
    at.move(400)
    [kept] = at.kept()
    assert (kept.outcome, kept.length_ms) == (BreakOutcome.DONE, 60_000)


def test_left_by_holding_esc_it_is_kept_as_far_as_it_was_done(at: Morning) -> None:
    """At once, and nothing is asked after it."""
    at.sit(3600)
    at.press(Act.TAKE)
    at.move(60)
    QTest.keyPress(at.run.window, Qt.Key.Key_Escape)
    at.run.window._hold.finish()
    QTest.keyRelease(at.run.window, Qt.Key.Key_Escape)
    [kept] = at.kept()
    assert kept.outcome is BreakOutcome.PARTLY
    assert 0 < kept.done_ms < kept.length_ms
    assert not at.run.window.isVisible()
    assert at.breaks.view().state is State.COUNTING


def test_it_opens_by_itself_and_waits_for_the_hands(firm: Morning) -> None:
    """Half a minute after the card; it begins when the hands rest, and what is not begun is not done."""
    firm.sit(3600)
    assert "Opens by itself" in firm.card.body.opens.text()
    firm.sit(30)
    window = firm.run.window
    assert window.isVisible()
    assert window.page() is window.begin
    window.leave.click()  # as assistive technology does
    [kept] = firm.kept()
    assert (kept.outcome, kept.done_ms) == (BreakOutcome.SKIPPED, 0)


def test_a_session_takes_the_place_of_a_break(at: Morning) -> None:
    """The window goes, and what was done is kept."""
    at.sit(3600)
    at.press(Act.TAKE)
    at.move(60)
    at.hands.shell.sessions.start("morning-ease")
    at.hands.settle()
    assert not at.run.busy
    assert not at.run.window.isVisible()
    assert [one.outcome for one in at.kept()] == [BreakOutcome.PARTLY]
    at.hands.end_session()


def test_leg_symptoms_lead_to_the_warning_signs(at: Morning) -> None:
    """They are shown in the program's window, and the journal has them."""
    at.sit(3600)
    at.press(Act.TAKE)
    at.move(400)
    window = at.run.window
    QTest.mouseClick(window.after.answers[Felt.LEG], Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.advice.signs, Qt.MouseButton.LeftButton)
    assert at.hands.window.key == WARNINGS
    assert [one.felt for one in at.kept()] == [Felt.LEG]
    at.hands.window._go_back()
    assert at.hands.window.key != WARNINGS
    window.advice.close_button.click()
    assert not window.isVisible()
