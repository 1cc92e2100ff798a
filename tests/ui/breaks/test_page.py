"""The Breaks page: what is pressed becomes a wish or other settings, and can be taken back."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from datetime import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coach import i18n
from coach.reminders.events import Reason
from coach.reminders.sight import Busy
from coach.reminders.view import State
from coach.settings.breaks import Breaks, Cadence, QuietDays, Range, Rotation
from coach.settings.model import Settings
from coach.ui.breaks.own_sheet import OwnSheet
from coach.ui.breaks.page import BreaksPage
from coach.ui.breaks.page_state import Do
from coach.ui.breaks.quiet_sheet import QuietSheet
from coach.ui.breaks.sensing import Seen, Sensed, not_looked
from tests.ui.breaks.days import CARD, COUNTING, SPANS, at, state
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

_OWN = Cadence(key="own-1", moves=False, every_min=60, length_s=60, name="Water", text="Drink.")
_FULL = replace(
    Breaks(),
    on=True,
    mode="strict",
    cadences=(*Breaks().cadences, _OWN),
    quiet_days=(QuietDays(first="2026-12-24", last="2027-01-02"),),
)
_SENSED = tuple(
    one._replace(seen=Seen.YES, words="yes, by Firefox", how="Seen through the list of recordings of the sound server.")
    for one in not_looked()
)


class _Longer(gettext.NullTranslations):
    """Every sentence a third longer, as in German."""

    def gettext(self, message: str) -> str:
        return message + " äöüßg" * (1 + len(message) // 18)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[BreaksPage]:
    """Show breaks that are on."""
    dress(qapp)
    made = BreaksPage()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show_state(state())
    made.show()
    qapp.processEvents()
    yield made
    made.messages.dismiss()
    made.close()


@pytest.fixture
def changes(page: BreaksPage) -> list[Breaks]:
    """Collect other settings, and show them as the program does."""
    found: list[Breaks] = []

    def keep(breaks: Breaks) -> None:
        found.append(breaks)
        page.show_state(state(breaks))

    page.changed.connect(keep)
    return found


@pytest.fixture
def wishes(page: BreaksPage) -> list[tuple[Do, object]]:
    """Collect what is asked for."""
    found: list[tuple[Do, object]] = []
    page.wished.connect(lambda do, value: found.append((do, value)))
    return found


def _undo(page: BreaksPage) -> None:
    page.messages._action.click()


def test_showing_changes_nothing(page: BreaksPage, changes: list[Breaks], wishes: list[tuple[Do, object]]) -> None:
    """Whatever is shown, nothing is emitted."""
    page.show_state(state(_FULL, sensed=_SENSED, spans=SPANS))
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
        busy=((Busy.MICROPHONE, at(12)),),
        gentle=True,
        standing=True,
    )
    page.show_state(state(view=held))
    assert not page.now.pause.isVisible()
    assert not page.now.gentle.isVisible()
    notes = page.now.notes
    for button in (page.now.resume, notes.credit.button, notes.busy.button, notes.gentle.button, page.now.stand):
        button.click()
    assert wishes == [
        (Do.RESUME, None),
        (Do.UNDO_CREDIT, None),
        (Do.ANYWAY, None),
        (Do.GENTLE, False),
        (Do.STAND, False),
    ]


def test_why_is_asked_here_too(page: BreaksPage, wishes: list[tuple[Do, object]]) -> None:
    """After three skips: the reasons, and no answer."""
    page.show_state(state(view=COUNTING._replace(asks_why=True)))
    why = page.now.notes.why
    assert why.isVisible()
    why.said.emit(Reason.TOO_OFTEN)
    why.said.emit(None)
    assert wishes == [(Do.WHY, Reason.TOO_OFTEN), (Do.WHY, None)]


def test_hours_are_kept_when_they_are_typed(page: BreaksPage, changes: list[Breaks]) -> None:
    """Half a time is no time: it counts once the field is left, or stepped; the row keeps the keyboard."""
    field = page.hours.rows[0].stretches[0].begin
    field.setFocus()
    QTest.keyClicks(field, "0")
    assert changes == []
    QTest.keyClicks(field, "8")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert changes[-1].hours[0] == (Range(begin_min=8 * 60, end_min=18 * 60),)
    assert page.hours.rows[0].stretches[0].begin is field
    assert field.hasFocus()


def test_minutes_step_by_five(page: BreaksPage, changes: list[Breaks]) -> None:
    """Up on the minutes is five of them."""
    field = page.hours.rows[1].stretches[0].end
    field.setCurrentSection(field.Section.MinuteSection)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert changes[-1].hours[1][0].end_min == 18 * 60 + 5


def test_hours_come_and_go_with_undo(page: BreaksPage, changes: list[Breaks]) -> None:
    """More hours on a day, fewer, none; the last is one press from coming back."""
    monday = page.hours.rows[0]
    monday.add.click()
    assert changes[-1].hours[0][1] == Range(begin_min=19 * 60, end_min=20 * 60)
    monday.stretches[0].away.click()
    assert changes[-1].hours[0] == (Range(begin_min=19 * 60, end_min=20 * 60),)
    assert page.messages.text() == "Monday has other hours."
    _undo(page)
    assert [len(week.hours[0]) for week in changes] == [2, 1, 2]
    saturday = page.hours.rows[5]
    assert saturday._none.isVisible()
    saturday.add.click()
    assert changes[-1].hours[5] == (Range(begin_min=9 * 60, end_min=18 * 60),)


def test_monday_for_all_workdays(page: BreaksPage, changes: list[Breaks]) -> None:
    """Offered only where they differ, and taken back in one press."""
    assert not page.hours.same.isVisible()
    page.hours.rows[0].stretches[0].away.click()
    page.hours.same.click()
    assert changes[-1].hours[:5] == ((),) * 5
    _undo(page)
    assert changes[-1].hours[1] == Breaks().hours[1]


def test_hours_past_midnight_are_named(page: BreaksPage) -> None:
    """The row says that the end is on the next day."""
    night = (Range(begin_min=22 * 60, end_min=6 * 60),)
    page.show_state(state(replace(Breaks(), on=True, hours=(night, *Breaks().hours[1:]))))
    note = page.hours.rows[0].stretches[0].note
    assert note.isVisible()
    assert note.text() == "next day"


def test_today_is_quiet_and_is_not(page: BreaksPage, changes: list[Breaks]) -> None:
    """One press, and one to take it back; what is over is not shown."""
    page.hours.today.click()
    assert changes[-1].quiet_days == (QuietDays(first="2026-06-03", last="2026-06-03"),)
    assert not page.hours.today.isVisible()
    _undo(page)
    assert [len(after.quiet_days) for after in changes] == [1, 0]


def test_a_holiday(page: BreaksPage, changes: list[Breaks], qapp: QApplication) -> None:
    """From a first to a last day, on a sheet."""
    page.hours.others.click()
    [sheet] = page.findChildren(QuietSheet)
    assert sheet.last.minimumDate() == sheet.first.date()
    sheet.last.setDate(sheet.last.date().addDays(9))
    sheet.save.click()
    assert changes[-1].quiet_days == (QuietDays(first="2026-06-03", last="2026-06-12"),)


@pytest.mark.parametrize(
    ("press", "field", "value"),
    [
        (lambda page: page.pace.nudge.click(), "cadences", replace(Breaks().cadences[0], on=False)),
        (
            lambda page: page.pace.nudge_every.button(45).click(),
            "cadences",
            replace(Breaks().cadences[0], every_min=45),
        ),
        (lambda page: page.pace.move_every.button(90).click(), "cadences", replace(Breaks().cadences[1], every_min=90)),
        (lambda page: page.pace.length.button(60).click(), "cadences", replace(Breaks().cadences[1], length_s=60)),
        (lambda page: page.pace.turn.click(), "rotation", Rotation(on=True)),
        (lambda page: page.asking.mode.button("firm").click(), "mode", "firm"),
        (lambda page: page.asking.prompt.button("notification").click(), "prompt", "notification"),
        (lambda page: page.asking.sound.click(), "sound", False),
        (lambda page: page.asking.snooze.button(15).click(), "snooze_min", 15),
        (lambda page: page.asking.typing.button(5.0).click(), "typing_pause_s", 5.0),
        (lambda page: page.offer.place.button("chair").click(), "place", "chair"),
        (lambda page: page.offer.discreet.click(), "discreet", True),
        (lambda page: page.sensing.cap.button(60).click(), "cap_min", 60),
        (
            lambda page: page.sensing.lines["microphone"].waits.click(),
            "heeds",
            ("inhibitor", "do-not-disturb", "full-screen"),
        ),
    ],
)
def test_each_choice_is_kept_at_once(
    page: BreaksPage, changes: list[Breaks], press: object, field: str, value: object
) -> None:
    """One press changes that one thing."""
    assert callable(press)
    press(page)
    assert len(changes) == 1
    told = getattr(changes[0], field)
    assert value in told if field == "cadences" else told == value
    assert replace(changes[0], **{field: getattr(Breaks(), field)}) == Breaks(on=True)


def test_the_rotation_takes_the_place_of_both(page: BreaksPage, changes: list[Breaks]) -> None:
    """Nudge and movement break are not offered while they rest; its own minutes are."""
    assert not page.pace.sit.isVisible()
    page.pace.turn.click()
    assert not page.pace.nudge.isVisible()
    assert page.pace.rest.isVisible()
    page.pace.sit.button(30).click()
    page.pace.stand.button(10).click()
    page.pace.moved.button(3).click()
    assert changes[-1].rotation == Rotation(on=True, sit_min=30, stand_min=10, move_min=3)


def test_soft_has_no_countdown(page: BreaksPage, changes: list[Breaks]) -> None:
    """How long it waits is asked where it opens by itself, and each manner says what it means."""
    assert not page.asking.firm_after.isVisible()
    page.asking.mode.button("strict").click()
    assert page.asking.firm_after.isVisible()
    assert "holding Esc leaves it at any time" in page.asking._about.text()
    page.asking.firm_after.button(60).click()
    assert changes[-1].firm_after_s == 60


def test_a_reminder_of_ones_own(page: BreaksPage, changes: list[Breaks], qapp: QApplication) -> None:
    """Made, changed, switched off, deleted, and back."""
    page.pace.own.add.click()
    [sheet] = page.findChildren(OwnSheet)
    assert not sheet.save.isEnabled()
    QTest.keyClicks(sheet.name, "Water")
    QTest.keyClicks(sheet.text, "Drink.")
    sheet.save.click()
    assert changes[-1].cadences[-1] == _OWN
    qapp.sendPostedEvents(None, 52)
    page.pace.own._change("own-1")
    [sheet] = page.findChildren(OwnSheet)
    sheet.moves.click()
    sheet.length.button(120).click()
    sheet.every.button(90).click()
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert changes[-1].cadences[-1] == replace(_OWN, moves=True, length_s=120, every_min=90)
    page.pace.own._switches["own-1"].click()
    assert changes[-1].cadences[-1].on is False
    page.pace.own._delete("own-1")
    assert len(changes[-1].cadences) == 2
    assert page.messages.text() == "“Water” is deleted."
    _undo(page)
    assert changes[-1].cadences[-1].name == "Water"


def test_undo_takes_back_only_that(page: BreaksPage, changes: list[Breaks]) -> None:
    """What was chosen in between stays."""
    page.hours.today.click()
    page.asking.mode.button("firm").click()
    _undo(page)
    assert changes[-1].quiet_days == ()
    assert changes[-1].mode == "firm"


def test_what_is_seen_and_how(page: BreaksPage) -> None:
    """Each thing with its answer and its way; while nobody looks only what is waited for stands there."""
    page.show_sensed(_SENSED)
    lines = page.sensing.lines
    assert lines["microphone"]._now.text() == "The microphone is in use: yes, by Firefox"
    assert lines["here"].isVisible()
    assert not page.sensing.look.isVisible()
    page.show_sensed(())
    assert not lines["here"].isVisible()
    assert lines["microphone"].isVisible()
    assert lines["microphone"]._now.text() == "The microphone is in use"
    assert page.sensing.look.isVisible()


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
    odd = replace(_FULL, firm_after_s=45, snooze_min=7, typing_pause_s=3.25, cap_min=100)
    page.show_state(state(odd))
    assert page.asking.firm_after.button(45).isChecked()
    assert page.asking.snooze.button(7).text() == "7 min"
    assert page.asking.typing.button(3.25).text() == "3.25 s"
    assert page.sensing.cap.button(100).isChecked()


def test_every_control_has_a_name(page: BreaksPage, qapp: QApplication) -> None:
    """For a screen reader nothing is nameless, and what looks alike sounds different."""
    page.show_state(state(_FULL, sensed=_SENSED, spans=SPANS))
    page.hours.others.click()
    page.pace.own.add.click()
    qapp.processEvents()
    assert nameless(page) == []
    names = [edit.accessibleName() for edit in page.hours.findChildren(QLineEdit) if edit.accessibleName()]
    assert len(set(names)) == len(names)
    assert page.pace.nudge_every.button(45).accessibleName() != page.pace.move_every.button(45).accessibleName()


@pytest.mark.parametrize("width", [752, 1080, 1700])
@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("on", [True, False])
def test_nothing_is_cut(qtbot: QtBot, qapp: QApplication, width: int, scale: float, on: bool) -> None:
    """In a small window, a large one, with large text."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = BreaksPage()
    qtbot.addWidget(made)
    made.resize(width, 900)
    made.show_state(state(replace(_FULL, on=on), sensed=_SENSED, spans=SPANS))
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
    made.show_state(state(_FULL, sensed=_SENSED, spans=SPANS))
    made.show()
    assert clipped(made) == []
    made.close()
