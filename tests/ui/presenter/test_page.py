"""The presenter's page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.vocabulary import SidePlan
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui.figures import Turned
from coach.ui.presenter.page import PresenterPage
from coach.ui.presenter.poses import Poses
from coach.ui.presenter.state import Presentation, act, of_exercise, of_routine
from coach.ui.presenter.view import presenter_view
from coach.ui.widgets.figure_view import FigureView
from coach.ui.widgets.handout_sheet import HandoutSheet
from coach.ui.widgets.name_sheet import NameSheet
from tests.ui.clipping import clipped
from tests.ui.figures import HUG, Gallery, gallery
from tests.ui.support import dress, nameless


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


class Held:
    """A page with a presentation that does what the page wishes."""

    def __init__(self, library: Library, now: Presentation) -> None:
        self.library, self.now = library, now
        self.page = PresenterPage()
        self.wishes: list[str] = []
        self.page.wish.connect(self._wish)
        self.show()

    def _wish(self, what: str, value: Any) -> None:
        self.wishes.append(what)
        self.now = act(self.now, what, value, self.library)
        self.show()

    def show(self) -> None:
        """Show the presentation as it is."""
        self.page.show_view(presenter_view(self.now, self.library), "Mine")


@pytest.fixture
def room(qapp: QApplication, shipped: Library) -> Iterator[Gallery]:
    """Every exercise is somebody who hugs a knee."""
    dress(qapp)
    with gallery(qapp, dict.fromkeys(shipped.exercises, HUG)) as made:
        yield made


@pytest.fixture
def held(qapp: QApplication, room: Gallery, shipped: Library) -> Iterator[Held]:
    """Present Morning ease in a usual window."""
    made = Held(shipped, of_routine("morning-ease", shipped))
    made.page.resize(1280, 800)
    made.page.show()
    made.page.activateWindow()
    made.page.setFocus()
    qapp.processEvents()
    yield made
    made.page.close()
    made.page.deleteLater()


def _turned(page: PresenterPage) -> Turned | None:
    return page.figure.touch.direction


def test_keys_do_what_they_stand_for(held: Held) -> None:
    """On the page and in the list alike, where letters would search."""
    page = held.page
    for where in (page, page.list):
        held.wishes.clear()
        for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_K, Qt.Key.Key_PageUp):
            QTest.keyClick(where, key)
        assert held.wishes == ["next", "freeze", "timer", "highlight", "next_pose", "previous"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert held.wishes[-1] == "end"


def test_keys_of_one_s_own(held: Held) -> None:
    """What was changed in Settings counts from then on, in the list as well, and stands in the tips."""
    page = held.page
    assert page.controls.slow.toolTip() == "Slow motion (S)"
    page.use_settings(Settings(keys={"slow": ("M",), "next": ("Right", "X")}))
    assert page.controls.slow.toolTip() == "Slow motion (M)"
    assert page.controls.next.toolTip() == "Next exercise (X)"
    for key in (Qt.Key.Key_M, Qt.Key.Key_X, Qt.Key.Key_F5):
        QTest.keyClick(page.list, key)
    for key in (Qt.Key.Key_S, Qt.Key.Key_PageDown):
        QTest.keyClick(page, key)
    assert held.wishes == ["slow", "next", "fill"]
    assert page.controls.freeze.toolTip() == "Freeze (Space)"


def test_arrows_turn_the_figure_only_when_it_has_the_keyboard(held: Held, room: Gallery) -> None:
    """Without the focus an arrow does nothing here; Space freezes even with it."""
    page = held.page
    page.figure.show_figure("pelvic_tilt")
    room.settle()
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert _turned(page) is None
    page.figure.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.figure, Qt.Key.Key_Right)
    assert _turned(page) is not None
    QTest.keyClick(page.figure, Qt.Key.Key_Space)
    assert held.wishes == ["freeze"]


def test_how_an_exercise_was_turned_is_remembered_here_only(held: Held, room: Gallery) -> None:
    """It comes back with the exercise, and the library's page does not know of it."""
    page = held.page
    page.figure.show_figure("pelvic_tilt")
    room.settle()
    page.figure.touch.look_from("back")
    page.figure.show_figure("cat_cow")
    assert _turned(page) is None
    page.figure.show_figure("pelvic_tilt")
    assert _turned(page) == (180, 6)
    elsewhere = FigureView()
    elsewhere.show_figure("pelvic_tilt")
    assert elsewhere.touch.direction is None
    elsewhere.deleteLater()


def test_the_list_leads_to_a_step(held: Held) -> None:
    """Choosing a row shows its step; the row follows Page Down."""
    held.page.list.choose(2)
    assert held.now.at == 2
    QTest.keyClick(held.page, Qt.Key.Key_PageDown)
    assert held.page.list.currentIndex().row() == 3


def test_dials_and_sides(held: Held) -> None:
    """A press on a dial changes the dose in words; at its end it cannot be pressed."""
    held.page.list.choose(2)
    dose = held.page.dose
    dose.dial("hold").more.click()
    assert presenter_view(held.now, held.library).dose.startswith("Hold for 25 seconds")
    dose.dial("hold").more.click()
    assert not dose.dial("hold").more.isEnabled()
    dose.side_button(SidePlan.LEFT).click()
    assert presenter_view(held.now, held.library).dose.endswith("Left side only.")


def test_poses_can_be_walked_through(held: Held) -> None:
    """A press shows a pose; it is marked, and so is the one that a key leads to."""
    buttons = held.page.poses.buttons()
    assert len(buttons) == len(presenter_view(held.now, held.library).poses)
    buttons[1].click()
    assert held.now.key == 1
    QTest.keyClick(held.page, Qt.Key.Key_J)
    assert [button.isChecked() for button in held.page.poses.buttons()] == [True, *[False] * (len(buttons) - 1)]


def test_saving_takes_two_clicks(held: Held) -> None:
    """The name is there already: one press opens the sheet, one saves; keys of the page rest meanwhile."""
    named: list[str] = []
    held.page.save_asked.connect(named.append)
    held.page.save.click()
    sheet = held.page.findChild(NameSheet)
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_PageDown)
    assert held.wishes == []
    sheet.save.click()
    assert named == ["Mine"]


def test_a_name_can_be_typed_and_nothing_saves_nothing(held: Held) -> None:
    """Escape leaves without saving; an empty name cannot be saved."""
    named: list[str] = []
    held.page.save_asked.connect(named.append)
    held.page.save.click()
    sheet = held.page.findChild(NameSheet)
    assert sheet is not None
    sheet.name.setText("  ")
    assert not sheet.save.isEnabled()
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert named == []
    assert held.wishes == []


def test_a_handout_asks_where_to(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kind of paper is chosen with the file; the name ends as it must; no file leaves the question open."""
    asked: list[tuple[str, bool]] = []
    printed: list[bool] = []
    held.page.handout_asked.connect(lambda path, a4: asked.append((path, a4)))
    held.page.print_asked.connect(lambda: printed.append(True))
    answers = iter([("/home/x", "PDF, US Letter (*.pdf)"), ("/home/x.pdf", "PDF, A4 (*.pdf)"), ("", "")])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: next(answers))
    sheets = []
    for _time in range(3):
        held.page.handout.click()
        sheets.append(held.page.findChildren(HandoutSheet)[-1])
        QTest.keyClick(sheets[-1], Qt.Key.Key_PageDown)
        sheets[-1].file.click()
    sheet = sheets[-1]
    assert asked == [("/home/x.pdf", False), ("/home/x.pdf", True)]
    assert (sheet.isVisible(), held.wishes, printed) == (True, [], [])
    assert nameless(sheet) == []
    sheet.paper.click()
    assert (sheet.isVisible(), printed) == (False, [True])


def test_one_exercise_has_no_list(held: Held, shipped: Library) -> None:
    """Nor a next and a previous."""
    held.now = of_exercise("bridge", shipped)
    held.show()
    assert not held.page.list.isVisible()
    assert not held.page.controls.next.isVisible()
    assert not held.page.dose.side_button(SidePlan.LEFT).isVisible()


def test_everything_to_operate_has_a_name(held: Held) -> None:
    """A screen reader finds no control without a name."""
    assert nameless(held.page) == []


@pytest.mark.parametrize("size", [(960, 640), (1280, 800)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut(held: Held, qapp: QApplication, scale: float, size: tuple[int, int]) -> None:
    """In the smallest window and in a usual one, with words of usual size and of 200 %; the figure stays the largest."""
    dress(qapp, settings=Settings(text_scale=scale))
    page = held.page
    page.resize(*size)
    for number in range(4):
        page.list.choose(number)
        qapp.processEvents()
        assert clipped(page) == []
        poses = page.poses.buttons()
        assert poses
        for pose in poses:
            assert page.poses.rect().contains(pose.geometry())
            assert page.rect().contains(QRect(pose.mapTo(page, QPoint(0, 0)), pose.size()))
        assert page.figure.width() > size[0] * 0.45
        assert page.figure.height() > size[1] * 0.25
        assert page.list.isVisible()


def test_many_poses_share_the_width(qapp: QApplication, room: Gallery, shipped: Library) -> None:
    """Eight in a narrow place stand in two lines without words, which the tip still says; in a wide one all is said."""
    del room
    poses = Poses()
    names = tuple(f"Lift the knee a little more, {number}" for number in range(8))
    view = presenter_view(of_exercise("bridge", shipped), shipped)
    poses.show_view(replace(view, poses=names))
    poses.limit(160)
    poses.show()
    for wide, lines, told in ((320, 2, False), (2_000, 1, True)):
        poses.resize(wide, poses.height())
        qapp.processEvents()
        made = poses.buttons()
        assert len({pose.y() for pose in made}) == lines
        assert all(poses.rect().contains(pose.geometry()) for pose in made)
        assert (made[0].height() > made[0].words_height(made[0].width()) + made[0].width() * 80 // 136) is told
        assert made[7].toolTip() == "8. Lift the knee a little more, 7"
    poses.close()
    poses.deleteLater()


def test_icons_where_words_have_no_room(held: Held, qapp: QApplication) -> None:
    """They are still named, to a screen reader and in the tip, and have their words again in a wider window."""
    page = held.page
    dress(qapp, settings=Settings(text_scale=2.0))
    page.resize(960, 640)
    qapp.processEvents()
    assert [button.text() for button in (page.handout, page.save, page.fill, page.end)] == [""] * 4
    assert (page.handout.accessibleName(), page.handout.toolTip()) == ("Hand-out", "Hand-out")
    assert page.title.text() == "Morning ease"
    page.show_place("", filled=True)
    assert (page.fill.text(), page.fill.accessibleName()) == ("", "As a window")
    dress(qapp)
    page.resize(1280, 800)
    qapp.processEvents()
    assert [button.text() for button in (page.handout, page.fill)] == ["Hand-out", "As a window"]
    assert page.title.text() == "Presenting: Morning ease"
