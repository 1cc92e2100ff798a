"""The look of the figure: every body and palette can be chosen, and what is chosen is seen at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.palettes import CLOTHES, HAIRS, SKINS
from coach.figure.studio import BODIES
from coach.settings.model import Settings
from coach.ui.preferences.figure_card import FigureCard
from tests.ui.figures import LIES, Gallery, gallery
from tests.ui.support import dress, nameless

THERE_ARE = {"body": BODIES, "skin": SKINS, "hair": HAIRS, "clothes": CLOTHES}


@pytest.fixture
def room(qapp: QApplication) -> Iterator[Gallery]:
    """Figures of squares, one of them standing."""
    dress(qapp)
    with gallery(qapp, {"rest_standing": LIES}) as made:
        yield made


@pytest.fixture
def card(room: Gallery) -> Iterator[FigureCard]:
    """The card with the usual choices."""
    made = FigureCard()
    made.resize(760, 500)
    made.show_settings(Settings())
    made.show()
    room.settle()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("field", list(THERE_ARE))
def test_the_settings_know_every_body_and_palette(field: str) -> None:
    """What can be kept is what can be painted, and the first is what nobody has chosen."""
    kind: Any = get_type_hints(Settings)[field]
    assert get_origin(kind) is Literal
    assert set(get_args(kind)) == set(THERE_ARE[field])
    assert getattr(Settings(), field) == next(iter(THERE_ARE[field]))


@pytest.mark.parametrize("field", ["skin", "hair", "clothes"])
def test_every_palette_can_be_chosen(card: FigureCard, field: str) -> None:
    """Each swatch tells its field and value, and says its name under the row."""
    told: list[tuple[str, object]] = []
    card.changed.connect(lambda name, value: told.append((name, value)))
    choice = getattr(card, field)
    for value in THERE_ARE[field]:
        choice.button(value).click()
        assert choice.value() == value
    assert told == [(field, value) for value in THERE_ARE[field]]


def test_every_body_can_be_chosen(card: FigureCard) -> None:
    """By words, not by letters."""
    told: list[tuple[str, object]] = []
    card.changed.connect(lambda name, value: told.append((name, value)))
    card.body_choice.button("b").click()
    assert told == [("body", "b")]
    assert len(card.body_choice.button("b").text()) > 5


def test_showing_what_is_chosen_tells_nothing(card: FigureCard) -> None:
    """Only a person changes anything."""
    told: list[object] = []
    card.changed.connect(lambda _name, value: told.append(value))
    card.show_settings(Settings(body="b", skin="deep", hair="grey", clothes="plum"))
    assert told == []
    assert (card.skin.value(), card.hair.value(), card.clothes.value()) == ("deep", "grey", "plum")


def test_every_control_has_a_name(card: FigureCard) -> None:
    """A screen reader says what each swatch is."""
    assert nameless(card) == []


def test_the_preview_follows(card: FigureCard, room: Gallery) -> None:
    """Other colours paint another picture; another body is drawn anew."""
    before = card.preview.grab().toImage()
    room.figures.show_settings(Settings(clothes="plum"))
    assert card.preview.grab().toImage() != before
    room.figures.show_settings(Settings(body="b"))
    room.settle()
    assert room.studio.made[-1][1] == "b"
