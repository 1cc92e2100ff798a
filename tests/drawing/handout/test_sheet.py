"""A hand-out on paper."""

from __future__ import annotations

import getpass
import socket
import zlib
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from coach.content.library import Library
from coach.content.load_library import load_library
from coach.content.redose import routine_of
from coach.drawing.figure.look import look
from coach.drawing.figure.paper import About, Page, pdf
from coach.drawing.handout.pieces import A4, LETTER
from coach.drawing.handout.sheet import handout_pages
from coach.figure.seen.plate import Plate
from coach.handout.page import Handout, handout_of
from coach.resources import assets
from tests.drawing.figure.plates import plate


@pytest.fixture(scope="module")
def shipped() -> Library:
    """The shipped content."""
    return load_library(assets())


def _plates(handout: Handout) -> dict[tuple[str, int], Plate]:
    return {(shot.seen.key, shot.key): plate(0.0) for step in handout.steps for shot in step.shots}


def _pages(handout: Handout, size: tuple[int, int] = A4) -> list[Page]:
    return handout_pages(handout, _plates(handout), look("print"), size)


@pytest.mark.parametrize("size", [A4, LETTER])
def test_four_exercises_fit_on_one_page(qapp: QApplication, shipped: Library, size: tuple[int, int]) -> None:
    """On A4 and on Letter, with every sign on it."""
    pages = _pages(handout_of(shipped.routines["morning-ease"].routine, shipped), size)
    assert len(pages) == 1
    assert (pages[0].width, pages[0].height) == size


@pytest.mark.parametrize("size", [A4, LETTER])
def test_every_exercise_alone_is_one_page(qapp: QApplication, shipped: Library, size: tuple[int, int]) -> None:
    """Whatever its words."""
    for exercise in shipped.exercises.values():
        assert len(_pages(handout_of(routine_of(exercise), shipped), size)) == 1, exercise.id


def test_what_is_too_long_goes_over_pages(qapp: QApplication, shipped: Library) -> None:
    """Twelve steps take more pages, and none of them is lost."""
    one = handout_of(shipped.routines["morning-ease"].routine, shipped)
    assert len(_pages(one._replace(steps=one.steps * 3))) > 1


def test_pictures_that_are_not_there_are_left_out(qapp: QApplication, shipped: Library) -> None:
    """The words are still a page."""
    one = handout_of(shipped.routines["morning-ease"].routine, shipped)
    assert len(handout_pages(one, {}, look("print"))) == 1


def _streams(document: bytes) -> Iterator[bytes]:
    for part in document.split(b"stream\n")[1:]:
        try:
            yield zlib.decompressobj().decompress(part)
        except zlib.error:
            continue


def test_the_file_names_nobody(qapp: QApplication, shipped: Library) -> None:
    """Neither the user nor the machine stands in it, and no picture is made of pixels."""
    made = pdf(_pages(handout_of(shipped.routines["neutral"].routine, shipped)), About("Neutral"))
    whole = made + b"".join(_streams(made))
    for name in (getpass.getuser(), socket.gethostname()):
        written = (name.encode(), name.encode("utf-16-be"))
        assert len(name) < 4 or not any(each in whole for each in written)
    assert b"/Author ()" in made or b"/Author" not in made
    assert b"/Subtype /Image" not in made
