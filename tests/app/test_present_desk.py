"""Presenting in the whole window: nothing reaches the journal, what is kept is a routine or a page."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.app.outside import nothing_outside
from coach.app.present_desk import PresentDesk
from coach.app.stage_window import StageWindow
from coach.content.own_routines import FOLDER
from coach.ports.wake_lock import Hold
from coach.store.open import open_reader
from coach.ui.library.page import ExercisesPage
from coach.ui.main_window import PRESENTER, STAGE, WARNINGS
from coach.ui.presenter.page import PresenterPage
from coach.ui.routines.page import RoutinesPage
from coach.ui.widgets.name_sheet import NameSheet
from tests.app.driving import Driven, driven
from tests.fakes import RecordingWakeLock


def _presenting(hands: Driven) -> tuple[PresentDesk, PresenterPage, StageWindow]:
    desk, page = hands.shell.presenting, hands.window.page(PRESENTER)
    assert desk is not None
    assert desk.stage is not None
    assert isinstance(page, PresenterPage)
    return desk, page, desk.stage


def _present(hands: Driven, routine: str) -> tuple[PresentDesk, PresenterPage, StageWindow]:
    """Press Present on the page of routines."""
    hands.window.show_page("routines")
    hands.settle()
    page = hands.window.page("routines")
    assert isinstance(page, RoutinesPage)
    page.show_routine(routine)
    hands.press(page, "Present")
    return _presenting(hands)


def test_a_routine_is_presented_and_leaves_no_trace(qapp: QApplication, tmp_path: Path) -> None:
    """The stage shows what the presenter does; the end leads back, and the journal is empty."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, page, stage = _present(hands, "morning-ease")
        assert hands.window.key == PRESENTER
        assert stage.isVisible()
        hands.key(Qt.Key.Key_PageDown)
        assert stage.stage.name.text() == "Knee rolls"
        QTest.keyClick(stage, Qt.Key.Key_PageDown)  # a clicker speaks to whichever window is in front
        assert stage.stage.figure.key == page.figure.key == "knee_to_chest_single"
        page.dose.dial("hold").more.click()
        assert "25 seconds" in stage.stage.dose.text().replace("\n", " ")
        hands.key(Qt.Key.Key_H)
        assert (stage.stage.figure.highlight, page.figure.highlight) == (False, False)
        hands.key(Qt.Key.Key_N)
        assert stage.stage.caption.property("stage") == "alarm"
        assert "Stop if" in stage.stage.caption.accessibleName()
        QTest.keyClick(stage, Qt.Key.Key_Escape)
        hands.settle()
        assert hands.window.key == "routines"
        assert hands.shell.presenting is not None
        assert hands.shell.presenting.stage is None
    with open_reader(tmp_path / "data") as journal:
        assert (list(journal.sessions()), list(journal.entries()), list(journal.unfinished())) == ([], [], [])


def test_the_timer_counts_a_hold(qapp: QApplication, tmp_path: Path) -> None:
    """T begins, at nought it stands still, T again puts the dose back."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        desk, page, stage = _present(hands, "morning-ease")
        hands.key(Qt.Key.Key_T)
        hands.clock.pass_ms(2_000)
        desk._tick()
        assert (page.controls.timer.text(), stage.stage.ring.clock().seconds) == ("0:03", "3")
        hands.clock.pass_ms(60_000)
        desk._tick()
        assert not desk._ticking.isActive()
        assert stage.stage.ring.clock().seconds == "0"
        hands.key(Qt.Key.Key_T)
        assert not stage.stage.ring.isVisible()
        assert page.controls.timer.text() == "Timer"


def test_a_changed_dose_becomes_a_routine_in_two_clicks(qapp: QApplication, tmp_path: Path) -> None:
    """It is a file of the person's own, stands on the page of routines, and can be started at once."""
    data = tmp_path / "data"
    with driven(qapp, data) as hands:
        hands.open()
        _desk, page, _stage = _present(hands, "neutral")
        page.dose.dial("reps").more.click()
        page.save.click()
        sheet = page.findChild(NameSheet)
        assert sheet is not None
        sheet.save.click()
        hands.settle()
        (path,) = (data / FOLDER).iterdir()
        name = hands.window.messages.text()
        hands.key(Qt.Key.Key_Escape)
        routines = hands.window.page("routines")
        assert isinstance(routines, RoutinesPage)
        routines.show_routine(path.stem)
        shown = routines.list.currentIndex().data(Qt.ItemDataRole.DisplayRole)
        assert ", changed" in str(shown)
        assert ", changed" in name
        hands.press(routines, "Start")
        assert hands.window.key == STAGE
    with driven(qapp, data) as hands:
        hands.open()
        assert hands.shell.context is not None
        assert path.stem in hands.shell.context.library.routines


def test_a_file_that_is_no_routine_is_said_once_and_left_out(qapp: QApplication, tmp_path: Path) -> None:
    """The program starts all the same; the sentence names the file."""
    folder = tmp_path / "data" / FOLDER
    folder.mkdir(parents=True)
    (folder / "odd.toml").write_text("name = 3\n")
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        assert "odd.toml:1" in hands.window.messages.text()


def test_one_exercise_from_its_page(qapp: QApplication, tmp_path: Path) -> None:
    """The button is on every exercise, and the end leads back to it."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.window.show_page("exercises")
        hands.settle()
        page = hands.window.page("exercises")
        assert isinstance(page, ExercisesPage)
        page.show_exercise("bridge")
        hands.press(page, "Present")
        assert _presenting(hands)[2].stage.figure.key == "bridge"
        hands.window.toggle_warnings()
        assert hands.window.key == WARNINGS
        hands.window.toggle_warnings()
        assert hands.window.key == PRESENTER
        hands.key(Qt.Key.Key_Escape)
        assert hands.window.key == "exercises"


def test_presenting_something_else_uses_the_same_window(qapp: QApplication, tmp_path: Path) -> None:
    """A second presentation takes the place of the first."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, _page, stage = _present(hands, "morning-ease")
        _desk, _page, again = _present(hands, "neutral")
        assert again is stage
        hands.key(Qt.Key.Key_Escape)
        assert hands.window.key == "routines"


def test_a_session_goes_first(qapp: QApplication, tmp_path: Path) -> None:
    """While one is on the stage nothing is presented, and a sentence says why."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="morning-ease")
        hands.settle()
        hands.window.show_page("routines")
        hands.shell.present("routine", "neutral")
        assert hands.window.key == "routines"
        assert "Finish it first" in hands.window.messages.text()
        assert hands.shell.presenting is not None
        assert hands.shell.presenting.stage is None


def test_a_hand_out_is_a_file(qapp: QApplication, tmp_path: Path) -> None:
    """The page is made beside the presentation and says where it went; what cannot be written is one sentence."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, page, _stage = _present(hands, "desk-reset-hips")
        page.handout_asked.emit(str(tmp_path / "page.pdf"), True)
        hands.shell.figures.workshop.settle(least=0.85)
        assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-1.6")
        assert "page.pdf" in hands.window.messages.text()
        page.handout_asked.emit(str(tmp_path / "nowhere" / "page.pdf"), False)
        hands.shell.figures.workshop.settle(least=0.85)
        assert "could not be saved" in hands.window.messages.text()


def test_printing_a_hand_out_without_a_printer(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says what can be done instead; the presentation goes on."""
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, page, stage = _present(hands, "desk-reset-hips")
        page.handout.click()
        hands.press(page, "Print")
        assert "No printer is set up" in hands.window.messages.text()
        assert stage.isVisible()


def test_the_screen_stays_on_while_somebody_presents(qapp: QApplication, tmp_path: Path) -> None:
    """It is asked for when the presentation begins, and let go at its end."""
    wake_lock = RecordingWakeLock()
    outside = nothing_outside()._replace(wake_lock=wake_lock)
    with driven(qapp, tmp_path / "data", outside=outside) as hands:
        hands.open()
        _present(hands, "morning-ease")
        assert wake_lock.holds == [Hold.SCREEN]
        hands.key(Qt.Key.Key_Escape)
        assert wake_lock.holds == [Hold.SCREEN, Hold.NOTHING]


def test_going_into_the_tray_ends_it(qapp: QApplication, tmp_path: Path) -> None:
    """A window that is hidden leaves nothing on the other screen."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        desk, _page, _stage = _present(hands, "morning-ease")
        hands.window.hide()
        assert desk.stage is None
        hands.window.show()
        assert hands.window.key == "routines"


def test_closing_the_window_ends_the_presentation(qapp: QApplication, tmp_path: Path) -> None:
    """Nothing is left on the other screen."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, _page, stage = _present(hands, "morning-ease")
        stage.close()
        hands.settle()
        assert hands.window.key == "routines"
        _present(hands, "morning-ease")


def test_keys_of_one_s_own_work_in_both_windows(qapp: QApplication, tmp_path: Path) -> None:
    """Chosen in Settings before or while presenting, they count on the page and in the window that shows the stage."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        _desk, page, stage = _present(hands, "morning-ease")
        context = hands.shell.context
        assert context is not None
        hands.shell.change_settings(msgspec.structs.replace(context.settings, keys={"slow": ("X",), "freeze": ("M",)}))
        QTest.keyClick(stage, Qt.Key.Key_X)
        assert page.controls.slow.isChecked()
        hands.key(Qt.Key.Key_X)
        assert not page.controls.slow.isChecked()
        QTest.keyClick(stage, Qt.Key.Key_S)
        assert not page.controls.slow.isChecked()
        QTest.keyClick(stage, Qt.Key.Key_Escape)
        hands.settle()
        assert hands.window.key == "routines"
