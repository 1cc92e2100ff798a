"""What is chosen about breaks is kept at once, thing by thing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.settings.breaks import Breaks, Rotation
from coach.ui.breaks.own_sheet import OwnSheet
from coach.ui.breaks.pace_words import own_words
from coach.ui.breaks.page import BreaksPage
from tests.ui.breaks.days import OWN


def undo(page: BreaksPage) -> None:
    page.messages._action.click()


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
    assert changes[-1].cadences[-1] == OWN
    qapp.sendPostedEvents(None, 52)
    page.pace.own._change("own-1")
    [sheet] = page.findChildren(OwnSheet)
    sheet.moves.click()
    sheet.length.button(120).click()
    sheet.every.button(90).click()
    QTest.keyClick(sheet.name, Qt.Key.Key_Return)
    assert changes[-1].cadences[-1] == replace(OWN, moves=True, length_s=120, every_min=90)
    page.pace.own._switches["own-1"].click()
    assert changes[-1].cadences[-1].on is False
    page.pace.own._delete("own-1")
    assert len(changes[-1].cadences) == 2
    assert page.messages.text() == "“Water” is deleted."
    undo(page)
    assert changes[-1].cadences[-1].name == "Water"


def test_a_reminder_without_words_says_its_name_once() -> None:
    """The name stands above how often it comes; words of its own stand beside."""
    assert own_words(replace(OWN, text="")) == "Every 60 min."
    assert own_words(replace(OWN, text="Water")) == "Every 60 min."
    assert own_words(OWN) == "Every 60 min: “Drink.”"


def test_undo_takes_back_only_that(page: BreaksPage, changes: list[Breaks]) -> None:
    """What was chosen in between stays."""
    page.hours.today.click()
    page.asking.mode.button("firm").click()
    undo(page)
    assert changes[-1].quiet_days == ()
    assert changes[-1].mode == "firm"


def test_what_was_added_since_cannot_be_lost_to_undo(page: BreaksPage, changes: list[Breaks]) -> None:
    """Another change of the same takes the way back away."""
    page.pace.own.changed.emit((*Breaks().cadences, OWN), "")
    page.pace.own._delete("own-1")
    assert page.messages.text()
    page.pace.own.changed.emit((*Breaks().cadences, replace(OWN, name="Eyes")), "")
    assert not page.messages.text()
    assert changes[-1].cadences[-1].name == "Eyes"
