"""The main job in the whole window: start, pause, skip, rate, see the point on the chart, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coach.app.one_session import session_of
from coach.content.vocabulary import Area, Quality, Side, When
from coach.errors import DataError
from coach.journal.entries import entry_draft
from coach.journal.records import Entry
from coach.plan.timeline import SegmentKind
from coach.session.events import Outcome, Status
from coach.session.state import Need, Phase
from coach.store.open import open_reader
from coach.ui.journal.page import JournalPage
from coach.ui.journal.sheets import EntrySheet
from coach.ui.main_window import STAGE, WARNINGS, CloseRequest
from coach.ui.progress.page import ProgressPage
from coach.ui.today.page import TodayPage
from tests.app.driving import driven
from tests.ui.support import nameless


def test_a_session_from_start_to_chart(qapp: QApplication, tmp_path: Path) -> None:
    """Start with the mouse, rate 6, pause, skip a step, run to the end, rate 4: the journal and the chart hold it."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.press(hands.window.page("today"), "Start")
        assert hands.window.key == STAGE
        hands.key(Qt.Key.Key_6)
        hands.key(Qt.Key.Key_Return)
        hands.run_until(SegmentKind.HOLD)
        hands.pass_s(2)
        hands.key(Qt.Key.Key_Space)
        assert hands.now().phase is Phase.PAUSED
        hands.pass_s(30)
        hands.key(Qt.Key.Key_Space)
        assert hands.now().phase is Phase.RESUMING
        hands.pass_s(3)
        hands.key(Qt.Key.Key_Right)
        hands.run_until(need=Need.RATING)
        hands.key(Qt.Key.Key_4)
        hands.key(Qt.Key.Key_Return)
        assert hands.now().phase is Phase.OVER
        hands.key(Qt.Key.Key_Return)
        assert hands.window.key == "today"
        hands.window.show_page("progress")
        hands.settle()
        page = hands.window.page("progress")
        assert isinstance(page, ProgressPage)
        assert page.picture("tightness.png").startswith(b"\x89PNG")
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
        entries = journal.entries()
        assert journal.unfinished() == []
    assert record.status is Status.DONE
    assert (record.pauses, record.paused_ms) == (1, 33_000)
    outcomes = {step.outcome for step in record.steps}
    assert outcomes == {Outcome.DONE, Outcome.PARTLY}
    assert [(entry.when, entry.tightness) for entry in entries] == [(When.BEFORE, 6), (When.AFTER, 4)]


def test_a_closed_window_offers_to_resume(qapp: QApplication, tmp_path: Path) -> None:
    """Closing in a hold keeps the session; the next start offers it and begins nothing by itself; Resume goes on paused."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open(routine="gentle-start")
        hands.key(Qt.Key.Key_3)
        hands.key(Qt.Key.Key_Return)
        hands.run_until(SegmentKind.HOLD)
        hands.pass_s(2)
    with driven(qapp, folder) as hands:
        hands.open()
        assert hands.window.key == "today"
        hands.press(hands.window.page("today"), "Resume")
        assert hands.window.key == STAGE
        assert hands.now().phase is Phase.PAUSED
        hands.key(Qt.Key.Key_Space)
        hands.run_until(need=Need.RATING)
        hands.key(Qt.Key.Key_2)
        hands.key(Qt.Key.Key_Return)
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        assert journal.unfinished() == []
    assert record.status is Status.DONE


def test_end_and_keep_what_was_done(qapp: QApplication, tmp_path: Path) -> None:
    """*End and keep what I did* makes an interrupted session an ended one, with its finished steps."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open(routine="gentle-start")
        hands.key(Qt.Key.Key_Escape)
        hands.run_until(need=Need.RATING)
    with driven(qapp, folder) as hands:
        hands.open()
        hands.press(hands.window.page("today"), "End and keep what I did")
    with open_reader(folder) as journal:
        (record,) = journal.sessions()
        assert journal.unfinished() == []
    assert record.status is Status.ENDED


def test_a_pack_that_is_on_keeps_the_window_open(qapp: QApplication, tmp_path: Path) -> None:
    """With heat on, closing the window is refused until the pack is off."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="heat-stretch-cold")
        hands.shell.sessions.stage.intend("go_on")  # type: ignore[union-attr]
        hands.shell.sessions.stage.intend("confirm_pack", True)  # type: ignore[union-attr]
        hands.shell.sessions.stage.intend("pack_is_on")  # type: ignore[union-attr]
        hands.pass_s(60)
        request = CloseRequest()
        hands.window.close_asked.emit(request)
        assert request.refused
        hands.shell.sessions.stage.intend("pack_is_off")  # type: ignore[union-attr]
        request = CloseRequest()
        hands.window.close_asked.emit(request)
        assert not request.refused


def test_an_unanswered_skin_check_takes_the_stage(qapp: QApplication, tmp_path: Path) -> None:
    """The check comes in front of another page; unanswered it becomes "take it off", and the part is unattended."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="heat-stretch-cold")
        stage = hands.put_pack_on()
        hands.window.toggle_warnings()
        hands.pass_s(299)
        assert hands.window.key == WARNINGS
        hands.run_until(need=Need.SKIN_CHECK)
        assert hands.window.key == STAGE
        hands.window.toggle_warnings()
        hands.pass_s(30)
        assert hands.window.key == WARNINGS
        hands.run_until(need=Need.PACK_OFF)
        assert hands.window.key == STAGE
        hands.pass_s(60)
        assert hands.now().need is Need.PACK_OFF
        stage.intend("pack_is_off")
        hands.settle()
    with open_reader(tmp_path / "data") as journal:
        (record,) = journal.sessions()
    assert record.status is Status.ENDED
    assert [step.outcome for step in record.steps if step.kind == "heat"] == [Outcome.UNATTENDED]


def test_an_entry_is_said_to_be_saved_only_after_the_commit(qapp: QApplication, tmp_path: Path) -> None:
    """The quick entry on Today is in the journal when the card says so."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        page = hands.window.page("today")
        assert isinstance(page, TodayPage)
        page.entry.map._boxes[Area.LOW_BACK, None].click()
        hands.press(page, "5, moderate")
        hands.press(page, "Save")
    with open_reader(tmp_path / "data") as journal:
        (entry,) = journal.entries()
    assert entry.tightness == 5


def test_every_page_opens_and_every_control_has_a_name(qapp: QApplication, tmp_path: Path) -> None:
    """Each page of the rail and the warning signs show, and a screen reader can name every control."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        for key in ("today", "exercises", "routines", "progress", "journal", "settings", WARNINGS):
            hands.window.show_page(key)
            hands.settle()
            assert nameless(hands.window) == [], key


def test_f1_shows_the_warning_signs_from_everywhere_and_goes_back(qapp: QApplication, tmp_path: Path) -> None:
    """One key from any page, the stage included, and the same key goes back."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="desk-reset-neck")
        assert hands.window.key == STAGE
        hands.window.toggle_warnings()
        assert hands.window.key == WARNINGS
        hands.window.toggle_warnings()
        assert hands.window.key == STAGE


def test_one_session_at_a_time_in_a_folder(qapp: QApplication, tmp_path: Path) -> None:
    """While a terminal runs a session, the window neither starts, resumes nor discards one, and says why."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open(routine="gentle-start")
        hands.key(Qt.Key.Key_3)
        hands.key(Qt.Key.Key_Return)
    with driven(qapp, folder) as hands:
        hands.open()
        with session_of(folder):
            hands.press(hands.window.page("today"), "Resume")
            assert hands.window.key == "today"
            with open_reader(folder) as journal:
                (waiting,) = journal.unfinished()
            hands.shell.sessions.end_unfinished(waiting.session)
            hands.shell.sessions.discard_unfinished(waiting.session)
            hands.settle()
            with open_reader(folder) as journal:
                assert [one.session for one in journal.unfinished()] == [waiting.session]
        hands.press(hands.window.page("today"), "Resume")
        assert hands.window.key == STAGE
        with pytest.raises(DataError, match="running in another window"), session_of(folder):
            pass


def test_a_deleted_entry_comes_back(qapp: QApplication, tmp_path: Path) -> None:
    """Delete on the Journal page leaves nothing to read; Undo brings the same entry back."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        stamp = hands.clock.stamp()
        draft = entry_draft(stamp, 7, Area.CALF, Side.LEFT, quality=Quality.CRAMP, note="at night")
        hands.shell.journal.save([draft])
        hands.settle()
        hands.window.show_page("journal")
        hands.settle()
        page = hands.window.page("journal")
        assert isinstance(page, JournalPage)
        page.show_record(draft.id)
        opened = page.sheet.content()
        assert isinstance(opened, EntrySheet)
        opened.delete_button.click()
        hands.settle()
        assert hands.shell.journal.call(lambda store: store.entries()).result() == []
        page.undo.emit()
        hands.settle()
        (entry,) = hands.shell.journal.call(lambda store: store.entries()).result()
    assert (entry.tightness, entry.quality, entry.note, entry.at) == (7, Quality.CRAMP, "at night", stamp)
    assert entry.id == draft.id


def test_a_corrected_entry_keeps_what_it_said(qapp: QApplication, tmp_path: Path) -> None:
    """The page shows the old value with the new one; Undo makes it what it was, by one more correction."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        draft = entry_draft(hands.clock.stamp(), 7, Area.CALF, Side.LEFT)
        hands.shell.journal.save([draft])
        hands.settle()
        hands.window.show_page("journal")
        hands.settle()
        page = hands.window.page("journal")
        assert isinstance(page, JournalPage)
        (before,) = hands.shell.journal.call(lambda store: store.entries()).result()
        page.correct.emit(msgspec.structs.replace(before, tightness=2), before)
        hands.settle()
        page.show_record(draft.id)
        hands.settle()
        opened = page.sheet.content()
        assert isinstance(opened, EntrySheet)
        assert any("7 out of 10" in made.text() for made in opened.history.findChildren(QLabel))
        page.undo.emit()
        hands.settle()
        (entry,) = hands.shell.journal.call(lambda store: store.entries()).result()
        past = hands.shell.journal.call(lambda store: store.history(draft.id)).result()
    assert entry == before
    assert [one.tightness for one in past if isinstance(one, Entry)] == [7, 2]


def test_a_correction_that_cannot_be_is_one_sentence(qapp: QApplication, tmp_path: Path) -> None:
    """A note that is too long changes nothing and says why."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.shell.journal.save([entry_draft(hands.clock.stamp(), 7, Area.CALF, Side.LEFT)])
        hands.settle()
        hands.window.show_page("journal")
        hands.settle()
        page = hands.window.page("journal")
        assert isinstance(page, JournalPage)
        (before,) = hands.shell.journal.call(lambda store: store.entries()).result()
        page.correct.emit(msgspec.structs.replace(before, note="x" * 5000), before)
        hands.settle()
        assert "at most 4000" in hands.window.messages.text()
        assert hands.shell.journal.call(lambda store: store.entries()).result() == [before]
