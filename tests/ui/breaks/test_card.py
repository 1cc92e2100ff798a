"""The card: it never has the keyboard, answers to the mouse, and is where it can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.content.vocabulary import BreakKind
from coach.reminders.events import Reason
from coach.settings.model import Settings
from coach.ui.breaks.card import BreakCard
from coach.ui.breaks.corner import EDGE, Corner, place_of, width_of
from coach.ui.breaks.hold import HoldButton
from coach.ui.breaks.state import Act, CardState, card_state
from tests.ui.breaks.views import NUDGE, OFFER, card, view
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

_LONG = (
    "Aufrechtes Zurückbeugen im Stehen mit Unterstützung der Hände im Bereich der Lendenwirbelsäule, "
    "dann ein kurzer Spaziergang"
)


def state(**changes: object) -> CardState:
    made = card_state(view(card(**changes)), NUDGE, OFFER)
    assert made is not None
    return made


WHY = card_state(view(asks_why=True), None, None)
STATES = {
    "move": state(),
    "firm": state(opens_in_ms=20_000),
    "strict": state(opens_in_ms=20_000, may_skip=False),
    "smaller": state(offered=True),
    "silent": state(silent=True),
    "nudge": state(kind=BreakKind.NUDGE, shorter_ms=None),
    "stand": state(kind=BreakKind.STAND, shorter_ms=None),
}


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[BreakCard]:
    dress(qapp)
    made = BreakCard()
    yield made
    made.hide()
    made.deleteLater()


def press(shown: BreakCard, act: Act) -> None:
    QTest.mouseClick(shown.body.buttons[act], Qt.MouseButton.LeftButton)


def test_it_never_takes_the_keyboard(asked: BreakCard) -> None:
    """The flags say so to the desktop, and nothing on it can have the focus."""
    flags = asked.windowFlags()
    for flag in (
        Qt.WindowType.Tool,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
        Qt.WindowType.WindowDoesNotAcceptFocus,
    ):
        assert flags & flag == flag
    assert asked.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not asked.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    asked.show_state(STATES["move"], animate=False)
    assert all(part.focusPolicy() is Qt.FocusPolicy.NoFocus for part in asked.findChildren(QWidget))


@pytest.mark.parametrize(
    ("name", "act", "signal", "value"),
    [
        ("move", Act.TAKE, "taken", [False]),
        ("move", Act.SHORTER, "taken", [True]),
        ("move", Act.LATER, "snoozed", []),
        ("move", Act.SKIP, "skipped", [False]),
        ("smaller", Act.SHORTER, "taken", [True]),
        ("smaller", Act.SURE, "skipped", [True]),
        ("nudge", Act.TAKE, "taken", [False]),
        ("silent", Act.ANYWAY, "anyway", []),
    ],
)
def test_every_button_says_its_word(
    asked: BreakCard, qtbot: QtBot, name: str, act: Act, signal: str, value: list[object]
) -> None:
    """One click, one signal."""
    asked.show_state(STATES[name], animate=False)
    with qtbot.waitSignal(getattr(asked, signal), timeout=0) as told:
        press(asked, act)
    assert told.args == value


def test_a_click_just_as_it_comes_is_not_for_it(asked: BreakCard, qtbot: QtBot) -> None:
    """What was meant for the window underneath answers nothing; a moment later it does."""
    asked.show_state(STATES["move"])
    with qtbot.assertNotEmitted(asked.skipped):
        press(asked, Act.SKIP)
    asked._arming.stop()
    with qtbot.waitSignal(asked.skipped, timeout=0):
        press(asked, Act.SKIP)


def test_the_way_out_of_a_strict_one_is_held(asked: BreakCard, qtbot: QtBot) -> None:
    """A press is not enough, a hold is."""
    asked.show_state(STATES["strict"], animate=False)
    button = asked.body.buttons[Act.LEAVE]
    assert isinstance(button, HoldButton)
    with qtbot.assertNotEmitted(asked.left):
        press(asked, Act.LEAVE)
    with qtbot.waitSignal(asked.left, timeout=0):
        QTest.mousePress(button, Qt.MouseButton.LeftButton)
        button.hold.finish()
    QTest.mouseRelease(button, Qt.MouseButton.LeftButton)


def test_assistive_technology_leaves_with_one_press(asked: BreakCard, qtbot: QtBot) -> None:
    """It cannot hold, and presses on purpose."""
    asked.show_state(STATES["strict"], animate=False)
    with qtbot.waitSignal(asked.left, timeout=0):
        asked.body.buttons[Act.LEAVE].click()


def test_a_key_does_nothing_and_esc_held_leaves(asked: BreakCard, qtbot: QtBot) -> None:
    """Where a desktop hands it the keyboard all the same, Space and Return answer nothing."""
    asked.show_state(STATES["strict"], animate=False)
    with qtbot.assertNotEmitted(asked.taken), qtbot.assertNotEmitted(asked.skipped), qtbot.assertNotEmitted(asked.left):
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
            QTest.keyClick(asked, key)
    with qtbot.waitSignal(asked.left, timeout=0):
        QTest.keyPress(asked, Qt.Key.Key_Escape)
        asked._escape.finish()


def test_why_is_answered_or_not(asked: BreakCard, qtbot: QtBot) -> None:
    """A reason, or None to leave it."""
    assert WHY is not None
    asked.show_state(WHY, animate=False)
    with qtbot.waitSignal(asked.why_said, timeout=0) as told:
        QTest.mouseClick(asked.body.reasons[Reason.TOO_OFTEN], Qt.MouseButton.LeftButton)
    assert told.args == [Reason.TOO_OFTEN]
    with qtbot.waitSignal(asked.why_said, timeout=0) as told:
        press(asked, Act.SKIP)
    assert told.args == [None]


def test_it_counts_down_by_itself(asked: BreakCard) -> None:
    """The seconds go down between two looks at the engine."""
    asked.show_state(STATES["firm"], animate=False)
    assert asked.body.opens.text() == "Opens by itself in 20 s."
    asked._seconds.timeout.emit()
    assert asked.body.opens.text() == "Opens by itself in 19 s."
    asked.show_state(STATES["move"], animate=False)
    assert not asked._seconds.isActive()
    assert asked.body.opens.isHidden()


def test_closed_by_the_desktop_it_is_gone(asked: BreakCard, qtbot: QtBot) -> None:
    """Nothing was answered, and it can come again."""
    asked.show_state(STATES["move"], animate=False)
    with qtbot.waitSignal(asked.gone, timeout=0):
        asked.close()
    assert not asked.isVisible()
    asked.show_state(STATES["move"], animate=False)
    assert asked.isVisible()


def test_without_a_screen_it_is_gone(qapp: QApplication, qtbot: QtBot) -> None:
    """All screens unplugged: it says so instead of waiting unseen."""
    dress(qapp)
    nowhere = BreakCard(screen=lambda: None)
    with qtbot.waitSignal(nowhere.gone, timeout=0):
        nowhere.show_state(STATES["move"], animate=False)
    assert not nowhere.isVisible()
    nowhere.deleteLater()


def test_it_moves_to_a_screen_that_is_there(qapp: QApplication) -> None:
    """Its screen goes: it is looked for anew, once things have settled."""
    dress(qapp)
    asked_for: list[int] = []

    def first() -> QScreen:
        asked_for.append(1)
        return QGuiApplication.screens()[0]

    moved = BreakCard(screen=first)
    moved.show_state(STATES["move"], animate=False)
    moved._on = None
    moved._screens.changed.emit()
    assert len(asked_for) == 2
    assert moved.isVisible()
    moved.hide()
    moved.deleteLater()


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
@pytest.mark.parametrize("name", [*STATES, "why"])
def test_nothing_is_cut_off(qapp: QApplication, name: str, scale: float) -> None:
    """At any text size, with the long words of another language, whatever was shown before."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = BreakCard()
    made.show_state(STATES["strict"], animate=False)
    shown = STATES[name] if name != "why" else WHY
    assert shown is not None
    made.show_state(shown, animate=False)
    assert clipped(made) == []
    assert made.height() == made.body.high(made.width())
    longer = replace(shown, title=_LONG, why_now=_LONG)
    made.show_state(longer, animate=False)
    assert clipped(made) == []
    made.hide()
    made.deleteLater()


def test_it_follows_the_theme(asked: BreakCard, qapp: QApplication) -> None:
    """Larger text while it is shown makes it larger."""
    asked.show_state(STATES["move"], animate=False)
    before = asked.height()
    dress(qapp, dark=True, settings=Settings(text_scale=2.0))
    QApplication.processEvents()
    assert asked.height() > before
    assert clipped(asked) == []


def test_everything_has_a_name(asked: BreakCard) -> None:
    """A screen reader finds every answer, and the card by its title."""
    for shown in STATES.values():
        asked.show_state(shown, animate=False)
        assert nameless(asked) == []
        assert asked.accessibleName() == shown.title


def test_it_stands_in_its_corner() -> None:
    """Away from the edges of what the screen has free; never outside it."""
    area, size = QRect(100, 30, 1280, 770), QSize(400, 200)
    assert place_of(area, size, Corner()) == QPoint(100 + 1280 - EDGE - 400, 30 + 770 - EDGE - 200)
    assert place_of(area, size, Corner(right=False, top=True)) == QPoint(100 + EDGE, 30 + EDGE)
    assert place_of(QRect(0, 0, 300, 100), size, Corner()) == QPoint(0, 0)


def test_it_leaves_room_on_a_small_screen() -> None:
    """Not over most of its width."""
    assert width_of(QRect(0, 0, 1920, 1080), 432) == 432
    assert width_of(QRect(0, 0, 800, 600), 864) == 480


def test_large_text_on_a_small_screen_makes_it_wider(qapp: QApplication) -> None:
    """Rather than that the last answer is below the edge."""
    dress(qapp, settings=Settings(text_scale=2.0))
    made = BreakCard()
    assert WHY is not None
    made.show_state(replace(WHY, why_this=_LONG), animate=False)
    area = QGuiApplication.screens()[0].availableGeometry()
    assert area.contains(made.geometry())
    assert clipped(made) == []
    made.hide()
    made.deleteLater()


def test_five_hundred_cards_leave_one_window(qapp: QApplication) -> None:
    """One card is used again and again: no window, no child, no timer more than after the first."""
    dress(qapp)
    made = BreakCard()
    made.show_state(STATES["move"], animate=False)
    windows, parts = len(QApplication.topLevelWidgets()), len(made.findChildren(QWidget))
    for number in range(500):
        made.show_state(STATES[list(STATES)[number % len(STATES)]])
        made.hide()
    QApplication.processEvents()
    assert len(QApplication.topLevelWidgets()) == windows
    assert len(made.findChildren(QWidget)) == parts
    assert not made._seconds.isActive()
    made.deleteLater()
