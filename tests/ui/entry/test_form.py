"""The form in which a person notes how it feels: few keys, several places, and nothing says Saved too early."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coach.content.vocabulary import Area, MarkerKind, Quality, Side
from coach.settings.model import Settings
from coach.ui.entry.form import EntryForm
from coach.ui.entry.model import EntryInput, EntryState, MarkerNoted, Place, Sign
from coach.ui.widgets.buttons import Button
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

LEFT_CALF: Place = (Area.CALF, Side.LEFT)
RIGHT_CALF: Place = (Area.CALF, Side.RIGHT)
WHOLE: Place = (Area.LOW_BACK, None)
SIGNS = {
    "both_legs": Sign("In both legs.", "Get help now."),
    "weak_fast": Sign("A foot that drops.", "Get help now."),
    "one_leg": Sign("New numbness in one leg.", "Ask today."),
    "saddle_numb": Sign("Numb between the legs.", "Get help now."),
}
STATE = EntryState((LEFT_CALF,), SIGNS, "2026-05-07")


@pytest.fixture
def form(qapp: QApplication) -> Iterator[EntryForm]:
    """The form as it stands on Today, with the place of last time."""
    dress(qapp)
    made = EntryForm()
    made.resize(520, 700)
    made.show()
    made.activateWindow()
    QTest.qWaitForWindowActive(made)
    made.show_state(STATE)
    made.setFocus()
    yield made
    made.close()


@pytest.fixture
def given(form: EntryForm) -> list[EntryInput]:
    """What the form gave."""
    heard: list[EntryInput] = []
    form.given.connect(heard.append)
    return heard


def keys(*pressed: Qt.Key) -> None:
    """Press keys where the keyboard is."""
    for key in pressed:
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key)


def choose(form: EntryForm, *places: Place) -> None:
    """Choose exactly these places, as a person does."""
    for place, box in form.map._boxes.items():
        if box.isChecked() != (place in places):
            box.click()


def button(form: EntryForm, words: str) -> Button:
    """Find a button by what it says, once what was just changed is shown."""
    QApplication.processEvents()
    return next(made for made in form.findChildren(Button) if made.accessibleName() == words and not made.isHidden())


def test_a_number_and_enter_note_the_place_of_last_time(form: EntryForm, given: list[EntryInput]) -> None:
    """Two keystrokes are enough."""
    keys(Qt.Key.Key_4, Qt.Key.Key_Return)
    assert given == [EntryInput(((LEFT_CALF, 4),))]


def test_a_one_and_a_nought_are_ten(form: EntryForm, given: list[EntryInput]) -> None:
    """Three keystrokes for the highest."""
    keys(Qt.Key.Key_1, Qt.Key.Key_0, Qt.Key.Key_Enter)
    assert given == [EntryInput(((LEFT_CALF, 10),))]


def test_numbers_and_enter_work_on_the_body_too(form: EntryForm, given: list[EntryInput]) -> None:
    """One need not go back to the scale."""
    form.map.setFocus()
    keys(Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_7, Qt.Key.Key_Return)
    assert given == [EntryInput(((LEFT_CALF, 7), (RIGHT_CALF, 7)))]


def test_one_of_several_may_have_its_own_number(form: EntryForm, given: list[EntryInput]) -> None:
    """One value for all, until a place is pressed: the next number is for it alone."""
    choose(form, LEFT_CALF, WHOLE)
    keys(Qt.Key.Key_4)
    button(form, "Left calf: 4").click()
    keys(Qt.Key.Key_7)
    assert button(form, "Low back, all of it: 4").isVisible()
    form.status.save.click()
    assert given == [EntryInput(((WHOLE, 4), (LEFT_CALF, 7)))]


def test_a_place_that_is_gone_takes_its_own_number_along(form: EntryForm) -> None:
    """The scale shows what the others have, which may be nothing yet."""
    choose(form, LEFT_CALF, WHOLE)
    button(form, "Left calf").click()
    keys(Qt.Key.Key_7)
    assert form.status.words.text() == "Choose a number for: Low back, all of it."
    choose(form, WHOLE)
    assert form.scale.value() is None
    assert form.entry() is None


def test_save_waits_for_a_place(form: EntryForm) -> None:
    """Without a place nothing can be saved, and the form says what is missing."""
    choose(form)
    keys(Qt.Key.Key_3)
    assert not form.status.save.isEnabled()
    assert form.status.words.text() == "Choose where it is."
    choose(form, RIGHT_CALF)
    assert form.status.save.isEnabled()


def test_saved_is_said_after_the_journal_says_so(form: EntryForm) -> None:
    """Until then it says Saving; afterwards the number is gone, the place stays and there is a way back."""
    keys(Qt.Key.Key_4, Qt.Key.Key_Return)
    assert form.status.words.text() == "Saving…"
    assert not form.status.undo.isVisible()
    form.saved()
    assert form.status.words.text() == "Saved."
    assert form.status.undo.isVisible()
    assert form.scale.value() is None
    assert form.map.places() == (LEFT_CALF,)


def test_saved_stays_when_the_journal_is_read_anew(form: EntryForm) -> None:
    """The state that comes with the next reading does not wipe the sentence, or the way back, away."""
    keys(Qt.Key.Key_4, Qt.Key.Key_Return)
    form.saved()
    form.show_state(STATE)
    assert form.status.words.text() == "Saved."
    assert form.status.undo.isVisible()


def test_enter_twice_gives_once(form: EntryForm, given: list[EntryInput]) -> None:
    """While it is being saved, Enter does nothing more."""
    keys(Qt.Key.Key_4, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert len(given) == 1


def test_undo_brings_back_what_was_typed(form: EntryForm) -> None:
    """What is taken back is there again, to be mended."""
    choose(form, LEFT_CALF, WHOLE)
    keys(Qt.Key.Key_4)
    form.details.open_like()
    form.details.note.setText("after sitting")
    form.status.save.click()
    form.saved()
    form.taken_back()
    assert form.entry() == EntryInput(((WHOLE, 4), (LEFT_CALF, 4)), note="after sitting")
    assert "Taken back" in form.status.words.text()


def test_a_failure_keeps_what_was_typed(form: EntryForm, given: list[EntryInput]) -> None:
    """The sentence is shown, the form keeps everything, and Try again sends the same entry."""
    keys(Qt.Key.Key_4)
    button(form, "Add what it is like, or a note").click()
    form.details.qualities[Quality.CRAMP].click()
    form.details.note.setText("<img src='x'> after sitting")
    form.status.save.click()
    form.failed("The disk is full.")
    assert form.status.words.text() == "The disk is full."
    button(form, "Try again").click()
    assert given == [EntryInput(((LEFT_CALF, 4),), Quality.CRAMP, "<img src='x'> after sitting")] * 2


def test_something_happened_with_and_without_a_number(form: EntryForm, given: list[EntryInput]) -> None:
    """A flare until a day can be noted alone, or along with a number."""
    button(form, "Something happened").click()
    marker = form.details.marker
    assert marker is not None
    marker.kinds[MarkerKind.FLARE].click()
    marker.words.setText("after the garden")
    form.status.save.click()
    noted = MarkerNoted(MarkerKind.FLARE, "after the garden")
    assert given == [EntryInput(marker=noted)]
    form.failed("no")
    form.scale.setFocus()
    keys(Qt.Key.Key_2, Qt.Key.Key_Return)
    assert given[-1] == EntryInput(((LEFT_CALF, 2),), marker=noted)


def test_something_else_needs_words(form: EntryForm) -> None:
    """A marker of one's own is nothing without words."""
    form.details.open_marker()
    marker = form.details.marker
    assert marker is not None
    keys(Qt.Key.Key_2)
    marker.kinds[MarkerKind.OTHER].click()
    assert not form.status.save.isEnabled()
    assert form.status.words.text() == "Say in your words what happened."
    marker.words.setText("moved house")
    assert form.status.save.isEnabled()


@pytest.mark.parametrize(
    ("places", "quality", "shown"),
    [
        ((LEFT_CALF,), Quality.TIGHTNESS, []),
        ((LEFT_CALF, RIGHT_CALF), Quality.TIGHTNESS, ["In both legs."]),
        ((LEFT_CALF,), Quality.WEAKNESS, ["A foot that drops.", "New numbness in one leg."]),
        ((LEFT_CALF,), Quality.NUMBNESS, ["Numb between the legs.", "New numbness in one leg."]),
    ],
)
def test_warning_signs_open_beside_the_form(
    form: EntryForm, places: tuple[Place, ...], quality: Quality, shown: list[str]
) -> None:
    """Both legs, numbness and weakness open the signs; the entry can be saved all the same."""
    choose(form, *places)
    form.details.qualities[quality].click()
    keys(Qt.Key.Key_5)
    QApplication.processEvents()
    words = [found.text() for found in form.signs.findChildren(type(form.status.words)) if found.isVisible()]
    assert form.signs.isVisible() == bool(shown)
    assert [text for text in words if any(text == sign.text for sign in SIGNS.values())] == shown
    assert form.status.save.isEnabled()


def test_the_last_places_are_not_forced_on_anybody(form: EntryForm) -> None:
    """Once the person has chosen, a new state leaves the body alone, even with nothing chosen."""
    choose(form)
    form.show_state(STATE)
    assert form.map.places() == ()


def test_every_control_has_a_name(form: EntryForm) -> None:
    """A screen reader hears a name for everything."""
    form.details.open_like()
    form.details.open_marker()
    QApplication.processEvents()
    assert nameless(form) == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [430, 540, 900])
def test_no_word_is_cut(qapp: QApplication, form: EntryForm, width: int, scale: float) -> None:
    """Every word is whole in a narrow and a wide card, with text up to twice as large."""
    dress(qapp, settings=Settings(text_scale=scale))
    choose(form, LEFT_CALF, RIGHT_CALF, WHOLE)
    keys(Qt.Key.Key_7)
    form.details.open_like()
    form.details.open_marker()
    form.resize(max(width, form.minimumSizeHint().width()), 2400)
    found = clipped(form)
    dress(qapp)
    assert found == []
