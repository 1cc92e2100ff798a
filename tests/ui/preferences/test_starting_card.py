"""How Limber starts, as the Settings page shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.settings.model import Settings
from coach.ui.preferences.starting_card import StartingCard
from coach.ui.preferences.state import Starting
from tests.ui.clipping import clipped
from tests.ui.support import dress, nameless

_PLACE = "/home/somebody/.config/autostart/io.github.limber_coach.Limber.desktop"
_ENTRY = "[Desktop Entry]\nExec=/home/somebody/.local/bin/limber --in-tray\n"


@pytest.fixture
def card(qapp: QApplication) -> Iterator[StartingCard]:
    """The card as it stands in Settings, on a Wayland session, with nothing switched on."""
    dress(qapp)
    made = StartingCard()
    made.resize(640, 500)
    made.show()
    made.show_settings(Settings())
    made.show_starting(Starting(place=_PLACE, entry=_ENTRY, wayland=True))
    qapp.processEvents()
    yield made
    made.close()


def test_nothing_is_written_unasked(card: StartingCard) -> None:
    """It is off, what it would write can be read before, and only a press asks for it."""
    wishes: list[bool] = []
    card.login_wished.connect(wishes.append)
    assert not card.login.isChecked()
    card.written.button.click()
    assert card.place.isVisible()
    assert card.place.text().replace("\u200b", "") == card.place.accessibleName() == _PLACE
    assert card.entry.text().replace("\u200b", "") == card.entry.accessibleName() == _ENTRY.strip()
    assert wishes == []
    card.login.click()
    assert wishes == [True]
    card.show_starting(Starting(at_login=True, place=_PLACE, entry=_ENTRY))
    assert card.login.isChecked()
    assert wishes == [True]


def test_where_it_cannot_be_had(card: StartingCard) -> None:
    """The switch cannot be pressed, and a sentence says why."""
    card.show_starting(Starting(trouble="Nothing can be started at login here.", wayland=True))
    assert not card.login.isEnabled()
    assert card.trouble.isVisible()
    assert not card.written.isVisible()
    card.show_starting(Starting())
    assert not card.login.isVisible()
    assert not card.written.isVisible()
    assert card.stay_in_tray.isVisible()


def test_staying_in_the_tray(card: StartingCard) -> None:
    """Off by itself; a press asks for it."""
    heard: list[tuple[str, object]] = []
    card.changed.connect(lambda key, value: heard.append((key, value)))
    assert not card.stay_in_tray.isChecked()
    card.stay_in_tray.click()
    assert heard == [("stay_in_tray", True)]
    card.show_settings(Settings(stay_in_tray=True))
    assert card.stay_in_tray.isChecked()


def test_through_the_x_server(card: StartingCard) -> None:
    """A choice where there is one, on by itself; elsewhere nothing is asked."""
    heard: list[tuple[str, object]] = []
    card.changed.connect(lambda key, value: heard.append((key, value)))
    assert card.through_x11.isVisible()
    assert card.through_x11.isChecked()
    card.through_x11.click()
    assert heard == [("through_x11", False)]
    card.show_settings(Settings(through_x11=False))
    assert not card.through_x11.isChecked()
    card.show_starting(Starting(place=_PLACE, entry=_ENTRY))
    assert not card.through_x11.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_is_named_and_fits(card: StartingCard, qapp: QApplication, scale: float) -> None:
    """For the screen reader, and at twice the text size."""
    dress(qapp, settings=Settings(text_scale=scale))
    card.written.toggle()
    card.resize(640, 1200)
    qapp.processEvents()
    assert nameless(card) == []
    assert clipped(card) == []
