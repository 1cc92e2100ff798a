"""Before the first session, and after "worse", in the whole window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coach.content.vocabulary import Area
from coach.plan.timeline import SegmentKind
from coach.safety.suitability import SCREENING
from coach.session.events import Outcome
from coach.session.state import Need, Phase
from coach.store.open import open_reader
from coach.ui.learn.screening_page import ScreeningPage
from coach.ui.main_window import STAGE, SUITS, WARNINGS
from coach.ui.player.stage_text import StageText
from coach.ui.widgets.sheet import Question
from tests.app.driving import Driven, driven
from tests.ui.support import nameless


def suits(hands: Driven) -> ScreeningPage:
    """The page itself."""
    page = hands.window.page(SUITS)
    assert isinstance(page, ScreeningPage)
    return page


def tick(hands: Driven, key: str) -> None:
    """Tick one sentence."""
    next(row for row in suits(hands).rows if row.id == key).box.click()


def test_the_first_session_begins_with_the_screening(qapp: QApplication, tmp_path: Path) -> None:
    """Start shows the page once; one press goes on; the answers are in the journal and nowhere else."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open(screened=False)
        hands.press(hands.window.page("today"), "Start")
        assert hands.window.key == SUITS
        assert nameless(hands.window) == []
        tick(hands, "osteoporosis")
        hands.press(suits(hands), "Save and start")
        assert hands.window.key == STAGE
        desk = hands.shell.sessions.stage
        assert desk is not None
        assert desk.timeline is not None
        assert "knee_to_chest_single" not in {part.exercise for part in desk.timeline.parts}
    with open_reader(folder) as journal:
        assert journal.answers()[SCREENING]["ticked"] == {"osteoporosis": []}
    settings = folder / "settings.toml"
    assert not settings.exists() or "osteoporosis" not in settings.read_text(encoding="utf-8")
    with driven(qapp, folder) as hands:
        hands.open(screened=False)
        hands.shell.sessions.discard_unfinished(hands.shell.context.memory.unfinished[0].session)  # type: ignore[union-attr]
        hands.settle()
        hands.press(hands.window.page("today"), "Start")
        assert hands.window.key == STAGE


def test_not_now_begins_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """Going away without saving leaves everything as it was."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(screened=False)
        hands.press(hands.window.page("today"), "Start")
        hands.press(suits(hands), "Not now")
        assert hands.window.key == "today"
        assert hands.shell.sessions.stage is None
        assert hands.shell.journal.call(lambda store: store.answers()).result() == {}


def test_a_new_injury_is_asked_about_again_three_days_later(qapp: QApplication, tmp_path: Path) -> None:
    """The tick still holds, the page asks before the next session; without it the session goes on and heat is offered."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(screened=False)
        hands.press(hands.window.page("today"), "Start")
        tick(hands, "new_injury")
        hands.press(suits(hands), "Save and start")
        assert hands.window.key == STAGE
        hands.end_session()
        hands.clock.pass_ms(71 * 3_600_000)
        hands.shell.sessions.start("gentle-start")
        assert hands.window.key == STAGE
        hands.end_session()
        hands.clock.pass_ms(3_600_000)
        hands.shell.sessions.start("heat-stretch-cold")
        assert hands.window.key == SUITS
        assert nameless(hands.window) == []
        assert suits(hands).focusProxy() is next(row for row in suits(hands).rows if row.id == "new_injury").box
        assert "Take the tick away if it is over." in " ".join(one.text() for one in suits(hands).findChildren(QLabel))
        tick(hands, "new_injury")
        hands.press(suits(hands), "None of these: start")
        assert hands.window.key == STAGE
        hands.shell.sessions.stage.intend("go_on")  # type: ignore[union-attr]
        assert hands.now().need is Need.CONFIRM_PACK


def test_the_answers_can_be_changed_at_any_time(qapp: QApplication, tmp_path: Path) -> None:
    """From Settings and from the warning signs; the places come back as they were given."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open()
        hands.window.show_page("settings")
        hands.settle()
        hands.press(hands.window.page("settings"), "Look at it or change it")
        assert hands.window.key == SUITS
        tick(hands, "numb_skin")
        hands.press(suits(hands), f"Calf: {_words(suits(hands), 'numb_skin')}")
        hands.press(suits(hands), "Save")
        assert hands.window.key == "settings"
        hands.window.show_page(WARNINGS)
        hands.settle()
        hands.press(hands.window.page(WARNINGS), "What suits you")
        assert suits(hands).answers() == {"numb_skin": (Area.CALF,)}
        hands.press(suits(hands), "Not now")
        assert hands.window.key == WARNINGS


def test_after_worse_the_easier_way_is_offered_and_kept(qapp: QApplication, tmp_path: Path) -> None:
    """W in a hold, the reason, the end; the next start asks once, and the plan stays easier until it is taken back."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="gentle-start")
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("go_on")
        hands.run_until(SegmentKind.HOLD)
        stage.intend("worse", "pain")
        stage.intend("choose_end")
        hands.settle()
        hands.key(Qt.Key.Key_Return)
        hands.settle()
        usual_ms = hands.shell.context.plans["gentle-start"].total_ms  # type: ignore[union-attr]
        hands.shell.sessions.start("gentle-start")
        (question,) = hands.window.findChildren(Question)
        hands.press(question, "The easier way")
        assert hands.window.key == STAGE
        assert stage.timeline is not None
        assert stage.timeline.preferences.easier == ("pelvic_tilt",)
        assert stage.timeline.total_ms <= usual_ms
        hands.end_session()
        hands.shell.sessions.start("gentle-start")
        assert hands.now().phase is not Phase.OVER
        assert stage.timeline.preferences.easier == ("pelvic_tilt",)
        hands.end_session()
        hands.shell.sessions.suits.open()
        hands.press(suits(hands), "Pelvic tilt: as usual again")
        assert hands.shell.sessions.suits.answers()["after-worse:pelvic_tilt"]["way"] != "easier"


def test_leaving_the_question_begins_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """Escape is no answer: the session does not begin, and it is asked the next time."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="gentle-start")
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("go_on")
        hands.run_until(SegmentKind.HOLD)
        stage.intend("worse", "down-the-leg")
        stage.intend("choose_end")
        hands.settle()
        hands.key(Qt.Key.Key_Return)
        hands.settle()
        hands.shell.sessions.start("gentle-start")
        (question,) = hands.window.findChildren(Question)
        assert question.focusWidget().text() == "Leave it out"  # type: ignore[attr-defined]
        QTest.keyClick(question, Qt.Key.Key_Escape)
        hands.settle()
        assert hands.window.key == "today"


def _words(page: ScreeningPage, key: str) -> str:
    return next(row for row in page.rows if row.id == key).box.accessibleName()


def test_numb_today_is_kept_for_the_day(qapp: QApplication, tmp_path: Path) -> None:
    """Said before a pack it holds for every session of the day, and not in the settings."""
    with driven(qapp, tmp_path / "data") as hands:
        hands.open(routine="heat-stretch-cold")
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("go_on")
        assert hands.now().need is Need.CONFIRM_PACK
        stage.intend("numb")
        hands.settle()
        assert hands.kind() is not SegmentKind.HEAT
        hands.end_session()
        hands.shell.sessions.start("heat-stretch-cold")
        stage.intend("go_on")
        hands.settle()
        assert hands.now().pack is None
        assert hands.now().need is not Need.CONFIRM_PACK
        stage.intend("end")


def test_a_pack_that_was_on_comes_first_after_a_new_start(qapp: QApplication, tmp_path: Path) -> None:
    """The whole window says since when, and to take it off; then the person chooses, and nothing goes on by itself."""
    folder = tmp_path / "data"
    with driven(qapp, folder) as hands:
        hands.open(routine="heat-stretch-cold")
        hands.put_pack_on()
        hands.pass_s(61)
    with driven(qapp, folder) as hands:
        hands.open(routine="desk-reset-neck")  # whatever else was asked for
        assert hands.window.key == STAGE
        assert hands.now().need is Need.PACK_OFF
        words = " ".join(one.text() for one in hands.stage.findChildren(StageText))
        assert "The heat pack has been on since 08:00." in words
        hands.pass_s(30)
        stage = hands.shell.sessions.stage
        assert stage is not None
        stage.intend("pack_is_off")
        assert hands.now().need is Need.GAP_CHOICE
        stage.intend("end")
        hands.settle()
    with open_reader(folder) as journal:
        (exposure,) = journal.exposures(0)
        (record,) = journal.sessions()
    assert not exposure.certain
    assert exposure.off is not None
    assert {step.outcome for step in record.steps if step.kind == "heat"} == {Outcome.INTERRUPTED}
