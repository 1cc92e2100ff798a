"""Shared parts: words stay words, targets are large enough, messages are said, and everything follows the theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from coach.content.vocabulary import Area, Side
from coach.settings.model import Settings
from coach.ui import theme, tokens
from coach.ui.tokens import Role
from coach.ui.widgets.body_picker import BodyPicker
from coach.ui.widgets.buttons import Button, IconButton, chip, primary, quiet, stage_button, text_button
from coach.ui.widgets.checks import CheckRow
from coach.ui.widgets.empty_state import EmptyState
from coach.ui.widgets.icon_label import IconLabel
from coach.ui.widgets.message_bar import MessageBar
from coach.ui.widgets.pulse import Pulse
from coach.ui.widgets.rating_scale import RatingScale
from coach.ui.widgets.scaffold import TwoColumns
from coach.ui.widgets.text import label, set_role
from tests.ui.support import dress, nameless

UI = Path(theme.__file__).parent


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The shipped look."""
    dress(qapp)


@pytest.mark.parametrize("role", list(Role))
def test_labels_never_read_markup(role: Role) -> None:
    """A person's words are shown as typed, in every role, and wrap."""
    made = label("<b>bold</b> <img src='/etc/hostname'>", role)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.wordWrap()
    set_role(made, Role.MUTED)
    assert made.text().startswith("<b>")


def test_no_page_makes_a_bare_label() -> None:
    """A QLabel is built only where plain text is set in the same breath, or where it holds a picture."""
    for path in UI.rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        if " QLabel(" in source:
            assert "TextFormat.PlainText" in source or "setPixmap" in source, path


@pytest.mark.parametrize("make", [primary, quiet, text_button, chip])
def test_buttons_are_large_enough(make: Callable[[str, str, str], Button]) -> None:
    """Every button is at least 40 pixels high, on the stage 64."""
    for size, least in (("", tokens.TARGET), ("large", tokens.TARGET), ("stage", tokens.STAGE_TARGET)):
        made = make("Start", "play", size)
        made.ensurePolished()
        assert made.sizeHint().height() >= least
        made.deleteLater()


def test_icon_buttons_have_names_and_sizes() -> None:
    """An icon alone says its name and key, and is 40 pixels, on the stage 64."""
    small, large = IconButton("settings", "Settings"), stage_button("pause", "Pause")
    large.set_name("Pause", "Space")
    assert small.size() == QSize(tokens.TARGET, tokens.TARGET)
    assert large.size() == QSize(tokens.STAGE_TARGET, tokens.STAGE_TARGET)
    assert (large.accessibleName(), large.toolTip()) == ("Pause", "Pause (Space)")


@pytest.fixture
def twice(qapp: QApplication) -> Iterator[None]:
    """Text twice as large, and as usual afterwards."""
    dress(qapp, settings=Settings(text_scale=2.0))
    yield
    dress(qapp)


def test_icons_grow_with_the_text(qapp: QApplication, twice: None) -> None:
    """One beside words to twice its size, one in a button with the button around it; on the stage nothing changes."""
    button, staged, beside = IconButton("plus", "More"), stage_button("pause", "Pause"), IconLabel("info", size=20)
    assert button.width() == tokens.TARGET + 19  # as much as its icon grows
    assert staged.width() == tokens.STAGE_TARGET
    assert beside.width() == 40
    dress(qapp)
    for made in (button, beside):
        made.ensurePolished()
    qapp.processEvents()
    assert (button.width(), beside.width()) == (tokens.TARGET, 20)


def test_numbers_of_the_scale_grow_with_the_text(qapp: QApplication, twice: None) -> None:
    """As large as text is, eleven in a row where they fit, else six over five; usual text has one row again."""
    scale = RatingScale()
    scale.resize(900, scale.sizeHint().height())
    scale.show()
    qapp.processEvents()
    first, last = scale._pips[0], scale._pips[10]
    assert first.number_px() == theme.current().px(Role.BODY)
    assert first.height() >= QFontMetrics(theme.font(first.number_px())).height()
    assert first.y() == last.y()
    scale.resize(460, scale.sizeHint().height())
    for _turn in range(3):  # resized, fitted, laid out
        qapp.processEvents()
    assert [pip.y() == first.y() for pip in scale._pips] == [number < 6 for number in range(11)]
    assert all(pip.width() >= pip.comfortable_width() for pip in scale._pips)
    dress(qapp)
    for _turn in range(3):  # restyled, fitted, laid out
        qapp.processEvents()
    assert first.y() == last.y()
    assert first.height() == tokens.TARGET
    scale.close()


def test_arrows_walk_the_numbers_from_row_to_row(qapp: QApplication, twice: None) -> None:
    """Right goes on from 5 to 6 also where a new row begins; they stop at both ends."""
    scale = RatingScale()
    scale.resize(460, 200)
    scale.show()
    qapp.processEvents()
    scale.set_value(5)
    QTest.keyClick(scale._pips[5], Qt.Key.Key_Right)
    assert scale.value() == 6
    QTest.keyClick(scale._pips[6], Qt.Key.Key_Left)
    assert scale.value() == 5
    for end, key in ((0, Qt.Key.Key_Left), (10, Qt.Key.Key_Right)):
        scale.set_value(end)
        QTest.keyClick(scale._pips[end], key)
        assert scale.value() == end
    scale.close()


def test_an_ampersand_stays_an_ampersand() -> None:
    """A name with & is no shortcut."""
    made = quiet("Heat & cold")
    assert (made.text(), made.accessibleName()) == ("Heat && cold", "Heat & cold")


def test_icons_follow_the_theme(qapp: QApplication) -> None:
    """After a change of theme the icon has the new colour."""
    made = quiet("Go", "play")
    before = made.icon().pixmap(18, 18).toImage()
    dress(qapp, dark=True)
    made.ensurePolished()
    after = made.icon().pixmap(18, 18).toImage()
    dress(qapp)
    assert before != after


def test_a_rating_starts_without_a_number() -> None:
    """Nothing is chosen until somebody chooses, and a choice can be taken back."""
    scale = RatingScale()
    said: list[int] = []
    scale.changed.connect(said.append)
    assert scale.value() is None
    scale.set_value(6)
    scale.set_value(None)
    assert scale.value() is None
    scale.set_value(2)
    assert said == [6, 2]


def test_numbers_of_the_scale_have_names() -> None:
    """A screen reader hears the number and its word."""
    scale = RatingScale()
    names = [pip.accessibleName() for pip in scale._pips]
    assert names[0] == "0, none"
    assert names[5] == "5, moderate"
    assert names[10] == "10, the most you can imagine"


@pytest.mark.parametrize(
    ("typed", "value"), [("3", 3), ("10", 10), ("100", 0), ("1", 1), ("710", 10), ("120", 0), ("0", 0)]
)
def test_typed_numbers(typed: str, value: int) -> None:
    """Digits rate; a nought straight after a one means ten."""
    scale = RatingScale()
    for digit in typed:
        scale.type_digit(int(digit))
    assert scale.value() == value


def test_sides_fit_the_area() -> None:
    """A calf has left, right and both; the low back left, right and whole."""
    picker = BodyPicker()
    picker.set_place(Area.CALF, None)
    shown = {button.text() for button in picker.findChildren(QPushButton) if not button.isHidden()}
    assert {"Left", "Right", "Both sides"} <= shown
    assert "All of it" not in shown
    assert picker.place() is None
    picker.set_place(Area.CALF, Side.BOTH)
    assert picker.place() == (Area.CALF, Side.BOTH)
    picker.set_place(Area.LOW_BACK, None)
    shown = {button.text() for button in picker.findChildren(QPushButton) if not button.isHidden()}
    assert "All of it" in shown
    assert "Both sides" not in shown
    assert picker.place() == (Area.LOW_BACK, None)


def test_a_message_leaves_by_itself_a_failure_stays() -> None:
    """A short word has a timer; a failure and an offer have none."""
    bar = MessageBar()
    bar.say("Saved.")
    assert bar._leaves.isActive()
    bar.fail("The disk is full.", "Try again")
    assert not bar._leaves.isActive()
    assert bar.text() == "The disk is full."
    bar.say("Deleted.", "Undo")
    assert not bar._leaves.isActive()
    bar.dismiss()
    assert bar.text() == ""


def test_a_message_can_be_acted_on_once() -> None:
    """Undo does its thing and the message goes."""
    done: list[str] = []
    bar = MessageBar()
    bar.say("Deleted.", "Undo", lambda: done.append("undo"))
    bar._action.click()
    assert done == ["undo"]
    assert bar.isHidden()


def test_nothing_yet_is_designed() -> None:
    """An empty state says its sentence and offers one thing."""
    empty = EmptyState("chart-line", "Nothing yet.", "Start", more="Later there is more.")
    acted: list[bool] = []
    empty.acted.connect(lambda: acted.append(True))
    empty.show()
    assert nameless(empty) == []
    empty.findChildren(Button)[0].click()
    assert acted == [True]
    empty.close()


def test_a_long_point_wraps_and_can_be_pressed_anywhere() -> None:
    """A check row grows with its words, and a press on the words ticks it."""
    row = CheckRow("The skin there feels warm, cold and light touch as usual, on both sides. " * 3)
    assert row.heightForWidth(300) > row.heightForWidth(900)
    row.resize(400, row.heightForWidth(400))
    row.show()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(390, 10))
    assert row.isChecked()
    row.close()


def test_two_columns_become_one() -> None:
    """Where there is no room for two columns the second goes under the first."""
    both = TwoColumns()
    for column in (both.left, both.right):
        held = QWidget()
        held.setMinimumSize(300, 50)
        column.addWidget(held)
    both.resize(1000, 400)
    both.show()
    QApplication.processEvents()
    left, right = both._halves
    assert left.y() == right.y()
    both.resize(600, 400)
    QApplication.processEvents()
    assert left.x() == right.x()
    assert right.y() > left.y()
    both.close()


def test_a_pulse_has_no_timer_at_rest() -> None:
    """Smooth or stepped, a stopped pulse runs nothing."""
    pulse = Pulse()
    found = [pulse.running]
    for smooth in (True, False):
        pulse.start(5_000, 1.0, smooth=smooth)
        found.append(pulse.running)
        pulse.stop()
        found.append(pulse.running)
    assert found == [False, True, False, True, False]


def test_a_smooth_pulse_is_no_faster_than_thirty_a_second() -> None:
    """The frame time is what thirty pictures a second leave."""
    assert Pulse()._line.updateInterval() >= 1000 / 30


def test_a_name_that_somebody_gave_is_no_html(qapp: QApplication) -> None:
    """A tip shows it letter by letter."""
    dress(qapp)
    button = IconButton("pencil", "Change “<b>me</b>”")
    assert "<b>" not in button.toolTip()
    assert button.accessibleName() == "Change “<b>me</b>”"
