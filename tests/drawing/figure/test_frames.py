"""The film of a movement: what was made is painted alike, and room is kept for what is looked at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from coach.drawing.figure.frames import Frame, Frames, frame_of, paint_frame
from coach.drawing.figure.look import look
from coach.drawing.figure.painter import paint_plate
from coach.figure.reel import STEPS, Span, Spot
from tests.drawing.figure.plates import plate


def frame(size: int) -> Frame:
    """A frame of so many bytes, with nothing on it."""
    return frame_of(plate())._replace(size=size)


def image() -> QImage:
    """A white picture."""
    made = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    made.fill("white")
    return made


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_frame_is_painted_like_its_plate(qapp: QApplication, mirrored: bool) -> None:
    """Keeping the paths and dropping the points changes nothing."""
    del qapp
    pictures = []
    for way in ("plate", "frame"):
        picture = image()
        painter = QPainter(picture)
        if way == "plate":
            paint_plate(painter, plate(1.0), QRectF(0, 0, 100, 100), look("light"), mirrored=mirrored)
        else:
            paint_frame(painter, frame_of(plate(1.0)), QRectF(0, 0, 100, 100), look("light"), mirrored=mirrored)
        painter.end()
        pictures.append(picture)
    assert pictures[0] == pictures[1]
    assert pictures[0] != image()


def test_a_frame_knows_what_it_takes() -> None:
    """Its points are counted, and let go."""
    made = frame_of(plate())
    assert made.size > 8 * 24
    assert all(len(shape.polygons.points) == 0 for shape in made.plate.shapes)


def test_the_longest_unused_frame_goes_first() -> None:
    """What was shown lately stays when room is short."""
    frames = Frames(budget=300)
    for number in range(3):
        frames.put("reel", Spot(number), frame(100))
    assert frames.best("reel", Spot(0)) is not None
    frames.put("other", Spot(0), frame(100))
    assert frames.has("reel", Spot(0))
    assert not frames.has("reel", Spot(1))
    assert frames.size == 300


def test_the_nearest_frame_stands_in() -> None:
    """Without any frame of a reel there is none."""
    frames = Frames()
    assert frames.best("reel", Spot(0)) is None
    one, two = frame(1), frame(2)
    frames.put("reel", Spot(0), one)
    frames.put("reel", Spot(STEPS), two)
    assert frames.best("reel", Spot(STEPS - 5)) is two


def test_what_is_missing_is_named_until_all_is_there() -> None:
    """Each spot of a span once; then nothing."""
    frames, span = Frames(), Span(0, 1, grain=4)
    made = []
    while (spot := frames.missing("reel", span)) is not None:
        made.append(spot.step)
        frames.put("reel", spot, frame(1))
    assert sorted(made) == [step * STEPS // 4 for step in range(5)]


def test_a_movement_too_large_for_the_room_is_not_made_for_ever() -> None:
    """Once its own frames would be pushed out, no more are made."""
    frames, span = Frames(budget=1000), Span(0, 4, grain=64)
    rounds = 0
    while (spot := frames.missing("reel", span)) is not None:
        frames.put("reel", spot, frame(100))
        rounds += 1
    assert rounds <= 11
    frames.forget("reel")
    assert frames.size == 0
