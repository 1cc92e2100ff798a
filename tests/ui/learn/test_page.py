"""The Warning signs page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from coach.content.load_library import load_library
from coach.resources import assets
from coach.settings.model import Settings
from coach.ui import theme
from coach.ui.learn.page import WarningsPage
from coach.ui.learn.state import WarningsState, build_state
from coach.ui.reading.disclosure import Disclosure
from coach.ui.reading.link_button import LinkButton
from coach.ui.reading.open_link import OpenLink
from coach.ui.tokens import Role
from tests.ui.clipping import clipped
from tests.ui.support import accessible, dress, nameless

#: x-height of Inter against its size, and the least a letter may measure to be read at two metres:
#: five arc minutes for sharp eyes, doubled for comfort, in pixels of 0.265 mm (96 dots per inch).
_LEAST_FAR_PX = 22


@pytest.fixture(scope="module")
def shipped() -> WarningsState:
    """The shipped warning signs, as seen in Germany."""
    return build_state(load_library(assets()), "DE")


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, shipped: WarningsState) -> Iterator[WarningsPage]:
    """Show the shipped warning signs."""
    dress(qapp)
    made = WarningsPage()
    qtbot.addWidget(made)
    made.resize(1080, 800)
    made.show_state(shipped)
    made.show()
    qapp.processEvents()
    yield made
    made.close()


def _words(page: WarningsPage) -> list[str]:
    return [made.text() for made in page.findChildren(QLabel) if made.text()]


def test_every_sign_number_and_step_is_on_the_page(page: WarningsPage, shipped: WarningsState) -> None:
    """All tiers, both first aids and every region's numbers are there without pressing anything."""
    words = _words(page)
    for tier in (*shipped.tiers, *shipped.aid):
        assert {tier.title, *tier.signs} <= set(words)
    for region in shipped.numbers:
        assert region.region in words
        assert "  ".join(region.numbers) in words
    assert shipped.numbers[0].region == "European Union"


def test_any_one_sign_is_enough_stands_with_the_emergency_signs(page: WarningsPage, shipped: WarningsState) -> None:
    """The rule is said on the emergency card, not elsewhere."""
    assert shipped.tiers[0].rule in _words(page)
    assert all(not tier.rule for tier in shipped.tiers[1:])


def test_there_is_nothing_to_tick_or_score(page: WarningsPage) -> None:
    """The page holds no check box, radio button, slider or field: it asks nothing and judges nothing."""
    asking = {
        QAccessible.Role.CheckBox,
        QAccessible.Role.RadioButton,
        QAccessible.Role.Slider,
        QAccessible.Role.EditableText,
        QAccessible.Role.ComboBox,
    }
    assert not {seen.role for seen in accessible(page)} & asking
    assert all(not made.isCheckable() for made in page.findChildren(QAbstractButton))


def test_the_emergency_signs_have_the_keyboard_first(page: WarningsPage, qapp: QApplication) -> None:
    """Coming to the page puts the keyboard on the emergency card, whose whole text a screen reader has."""
    page.setFocus()
    qapp.processEvents()
    first = page.cards[0]
    assert page.focusProxy() is first
    assert first.accessibleName() == "Get emergency help now"
    assert "Toilet paper feels different when you wipe." in first.accessibleDescription()


def test_tab_order_follows_urgency(page: WarningsPage) -> None:
    """Tab goes from card to card in order of urgency."""
    order = []
    here: QWidget | None = page.cards[0].nextInFocusChain()
    while here is not None and here is not page.cards[0]:
        if here in page.cards:
            order.append(here)
        here = here.nextInFocusChain()
    assert order == page.cards[1:]


def test_keys_scroll_from_a_card(page: WarningsPage) -> None:
    """Page Down on a card scrolls the page."""
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    QTest.keyClick(page.cards[0], Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_signs_are_large_enough_for_two_metres(page: WarningsPage, shipped: WarningsState) -> None:
    """Signs, actions and steps are in the size that is read across the room."""
    far = {text for tier in (*shipped.tiers, *shipped.aid) for text in (*tier.signs, tier.action) if text}
    sizes = {made.text(): made.font().pixelSize() for made in page.findChildren(QLabel) if made.text() in far}
    assert set(sizes) == far
    assert min(sizes.values()) == theme.current().px(Role.FAR) >= _LEAST_FAR_PX


def test_sources_are_quiet_and_ask_first(page: WarningsPage) -> None:
    """Sources appear when asked for; one is opened only after a yes."""
    assert not page.findChildren(LinkButton)
    page.cards[0].findChildren(Disclosure)[0].toggle()
    links = page.cards[0].findChildren(LinkButton)
    assert len(links) > 5
    opened: list[str] = []
    page.open_source.connect(opened.append)
    links[0].click()
    question = page.findChild(OpenLink)
    assert question is not None
    question.cancel_button.click()
    assert opened == []


def test_where_sources_differ_it_says_so(page: WarningsPage) -> None:
    """The choices made between sources are told beside them, without ids."""
    for card in page.cards:
        card.findChildren(Disclosure)[0].toggle()
    words = " ".join(_words(page))
    assert "Where sources differ" in words
    assert "PELVICO" not in words


def test_everything_to_operate_has_a_name(page: WarningsPage) -> None:
    """A screen reader finds no control without a name."""
    assert nameless(page) == []


def test_no_claims(page: WarningsPage) -> None:
    """No sentence promises anything or judges the reader."""
    words = " ".join(_words(page)).casefold()
    assert not [claim for claim in ("treats", "cures", "relieves", "you have", "your condition") if claim in words]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_text_is_cut(qtbot: QtBot, qapp: QApplication, shipped: WarningsState, scale: float) -> None:
    """Everything fits in the smallest window and at 200 %, sources opened."""
    dress(qapp, settings=Settings(text_scale=scale))
    made = WarningsPage()
    qtbot.addWidget(made)
    made.resize(740 if scale == 1 else 620, 640)  # what the rail leaves of 960
    made.show_state(shipped)
    made.show()
    for card in made.cards:
        card.findChildren(Disclosure)[0].toggle()
    assert clipped(made) == []
    made.close()
