"""The Breaks page: what is pressed becomes a wish, and what is shown is whole and has a name."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from datetime import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coach import i18n
from coach.reminders.events import Reason
from coach.reminders.sight import Busy
from coach.reminders.view import State
from coach.settings.breaks import Breaks
from coach.settings.model import Settings
from coach.ui.breaks.page import BreaksPage
from coach.ui.breaks.page_state import Do
from coach.ui.breaks.sensing import Seen, Sensed
from tests.ui.breaks.days import CARD, COUNTING, FULL, SENSED, SPANS, at, state
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless


class _Longer(gettext.NullTranslations):
    """Every sentence a third longer, as in German."""

    def gettext(self, message: str) -> str:
        return message + " äöüßg" * (1 + len(message) // 18)


def test_showing_changes_nothing(page: BreaksPage, changes: list[Breaks], wishes: list[tuple[Do, object]]) -> None:
    """Whatever is shown, nothing is emitted."""
    page.show_state(state(FULL, sensed=SENSED, spans=SPANS))
    page.show_state(state(Breaks(), None))
    assert changes == []
    assert wishes == []


def test_the_first_visit(page: BreaksPage, changes: list[Breaks], wishes: list[tuple[Do, object]]) -> None:
    """Off: three lines and a switch, one can be tried; no timeline of nothing."""
    page.show_state(state(Breaks()))
    assert page.now._welcome.isVisible()
    assert not page.now.take.isVisible()
    assert not page.day.isVisible()
    page.now.try_one.click()
    assert wishes == [(Do.TAKE, False)]
    page.now.switch.click()
    assert changes == [Breaks(on=True)]
    assert not page.now._welcome.isVisible()
    assert page.day.isVisible()
    page.now.switch.click()
    assert changes[-1] == Breaks()


def test_the_first_visit_tells_the_persons_own_rhythm(page: BreaksPage) -> None:
    """Whoever changed it before reads it as it is."""
    page.show_state(state(replace(Breaks(), cadences=(replace(Breaks().cadences[0], every_min=45),))))
    assert any("Every 45 min" in made.text() for made in page.findChildren(QLabel))


def test_answers_and_holds_are_wishes(page: BreaksPage, wishes: list[tuple[Do, object]]) -> None:
    """Each button asks for its own thing."""
    page.show_state(state(view=COUNTING._replace(state=State.CARD, card=CARD)))
    now = page.now
    for button in (now.take, now.shorter, now.later, now.skip, now.gentle):
        button.click()
    now.pause.choose(60)
    now.pause.choose("tomorrow")
    now.meeting.choose(time(13))
    assert wishes == [
        (Do.TAKE, False),
        (Do.TAKE, True),
        (Do.LATER, None),
        (Do.SKIP, None),
        (Do.GENTLE, True),
        (Do.PAUSE, 60),
        (Do.PAUSE_UNTIL_TOMORROW, None),
        (Do.MEETING, time(13)),
    ]


def test_what_holds_has_its_way_back(page: BreaksPage, wishes: list[tuple[Do, object]]) -> None:
    """The end of a pause, of a meeting, of a gentle day; a credit that was none; standing."""
    held = COUNTING._replace(
        state=State.PAUSED,
        pause_ms=60_000,
        credit="Away 12 min: counted as a break.",
        gentle=True,
        standing=True,
    )
    page.show_state(state(view=held))
    assert not page.now.pause.isVisible()
    assert not page.now.gentle.isVisible()
    notes = page.now.notes
    for button in (page.now.resume, notes.credit.button, notes.gentle.button, page.now.stand):
        button.click()
    assert wishes == [
        (Do.RESUME, None),
        (Do.UNDO_CREDIT, None),
        (Do.GENTLE, False),
        (Do.STAND, False),
    ]


def test_busy_can_be_overruled(page: BreaksPage, wishes: list[tuple[Do, object]]) -> None:
    """Where the sentence says that it waits, a button says otherwise; in a meeting it says that it is over."""
    waits = COUNTING._replace(state=State.DEFERRED, card=CARD, busy=((Busy.MICROPHONE, at(12)),))
    page.show_state(state(view=waits))
    assert page.now.anyway.isVisible()
    page.now.anyway.click()
    assert wishes == [(Do.ANYWAY, None)]
    page.show_state(state(view=waits._replace(meeting_ms=60_000)))
    assert page.now.anyway.text() == "The meeting is over"
    page.show_state(state(view=COUNTING))
    assert not page.now.anyway.isVisible()


def test_why_is_asked_here_too(page: BreaksPage, wishes: list[tuple[Do, object]]) -> None:
    """After three skips: the reasons, and no answer."""
    page.show_state(state(view=COUNTING._replace(asks_why=True)))
    why = page.now.notes.why
    assert why.isVisible()
    why.said.emit(Reason.TOO_OFTEN)
    why.said.emit(None)
    assert wishes == [(Do.WHY, Reason.TOO_OFTEN), (Do.WHY, None)]


def test_what_is_seen_and_how(page: BreaksPage) -> None:
    """Each thing with its answer and its way; while nobody looks only what is waited for stands there."""
    page.show_sensed(SENSED)
    lines = page.sensing.lines
    assert lines["microphone"]._now.text() == "The microphone is in use: yes, by Firefox"
    assert lines["here"].isVisible()
    assert not page.sensing.look.isVisible()
    page.show_sensed(())
    assert not lines["here"].isVisible()
    assert lines["microphone"].isVisible()
    assert lines["microphone"]._now.text() == "The microphone is in use"
    assert page.sensing.look.isVisible()


def test_what_cannot_be_seen_here_is_not_waited_for(page: BreaksPage) -> None:
    """Its switch is off and cannot be pressed, why is told, and what was chosen is kept for another desktop."""
    changed: list[Breaks] = []
    page.changed.connect(changed.append)
    page.show_sensed(
        (Sensed("microphone", "The microphone is in use", Seen.IMPOSSIBLE, "not possible here", "No sound server."),)
    )
    waits = page.sensing.lines["microphone"].waits
    assert waits is not None
    assert not waits.isEnabled()
    assert not waits.isChecked()
    assert "No sound server." in waits.accessibleDescription()
    other = page.sensing.lines["inhibitor"].waits
    assert other is not None
    other.click()
    assert "microphone" in changed[-1].heeds
    page.show_sensed(SENSED)
    assert waits.isEnabled()
    assert waits.isChecked()


def test_looking_is_told(qtbot: QtBot, page: BreaksPage) -> None:
    """Somebody may follow the desk while the page is seen, and may not afterwards."""
    told: list[bool] = []
    page.seen.connect(told.append)
    page.hide()
    page.show()
    assert told == [False, True]
    with qtbot.waitSignal(page.look_asked):
        page.sensing.looked.emit()


def test_strangers_words_are_plain_text(page: BreaksPage) -> None:
    """The name of a program is never a picture or a link."""
    page.show_sensed((Sensed("microphone", "The microphone is in use", Seen.YES, "yes, by <b>x</b>", "<img>"),))
    line = page.sensing.lines["microphone"]
    assert line._now.textFormat() is Qt.TextFormat.PlainText
    assert "<b>" in line._now.text()


def test_a_value_from_the_file_that_is_no_answer_is_shown(page: BreaksPage) -> None:
    """A number that somebody wrote into the file is shown as chosen."""
    odd = replace(FULL, firm_after_s=45, snooze_min=7, typing_pause_s=3.25, cap_min=100)
    page.show_state(state(odd))
    assert page.asking.firm_after.button(45).isChecked()
    assert page.asking.snooze.button(7).text() == "7 min"
    assert page.asking.typing.button(3.25).text() == "3.25 s"
    assert page.sensing.cap.button(100).isChecked()


def test_every_control_has_a_name(page: BreaksPage, qapp: QApplication) -> None:
    """For a screen reader nothing is nameless, and what looks alike sounds different."""
    page.show_state(state(FULL, sensed=SENSED, spans=SPANS))
    page.hours.others.click()
    page.pace.own.add.click()
    qapp.processEvents()
    assert nameless(page) == []
    names = [edit.accessibleName() for edit in page.hours.findChildren(QLineEdit) if edit.accessibleName()]
    assert len(set(names)) == len(names)
    assert page.pace.nudge_every.button(45).accessibleName() != page.pace.move_every.button(45).accessibleName()


def _chain(first: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can stop at after a widget, all round."""
    widget = first.nextInFocusChain()
    while widget is not None and widget is not first:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        widget = widget.nextInFocusChain()


def test_tab_goes_down_the_page(page: BreaksPage) -> None:
    """Also to rows that were made just now."""
    page.show_state(state(FULL, sensed=SENSED, spans=SPANS))
    page.hours.rows[0].show_day((*Breaks().hours[0], *Breaks().hours[0]))
    page._order_focus()
    stops = [stop for stop in _chain(page.now.switch) if stop.isVisible() and stop.focusProxy() is None]
    mondays = [stop.accessibleName() for stop in stops if stop.accessibleName().startswith(("Monday", "Tuesday"))]
    assert mondays == [
        *("Monday, from", "Monday, to", "Monday: take away 09:00 to 18:00") * 2,
        "Monday: add hours",
        *("Tuesday, from", "Tuesday, to", "Tuesday: take away 09:00 to 18:00"),
        "Tuesday: add hours",
    ]
    own = [stop.accessibleName() for stop in stops if "Water" in stop.accessibleName() or stop is page.pace.own.add]
    assert own == ["Water", "Change “Water”", "Delete “Water”", "A reminder of my own…"]


@pytest.mark.parametrize("width", [752, 1080, 1700])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("on", [True, False])
def test_nothing_is_cut(qtbot: QtBot, qapp: QApplication, width: int, scale: float, on: bool) -> None:
    """In a small window, a large one, with large text."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = BreaksPage()
    qtbot.addWidget(made)
    made.resize(width, 900)
    made.show_state(state(replace(FULL, on=on), sensed=SENSED, spans=SPANS))
    made.show()
    assert clipped(made) == []
    made.close()
    dress(qapp)


def test_long_words_are_not_cut(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A language a third longer fits."""
    monkeypatch.setattr(i18n._catalogue, "current", _Longer())
    dress(qapp)
    made = BreaksPage()
    qtbot.addWidget(made)
    made.resize(1080, 900)
    made.show_state(state(FULL, sensed=SENSED, spans=SPANS))
    made.show()
    assert clipped(made) == []
    made.close()
