"""Small pictures: painted once, found again at the next start, and never in the wrong colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coach.settings.model import Settings
from coach.ui.thumbnails import Asked
from tests.ui.figures import ALL, Gallery, gallery
from tests.ui.support import dress

HUG = Asked("hug", mirrored=False, width=90, height=60)


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    """The shipped look."""
    dress(qapp)


def files(folder: Path) -> list[str]:
    """The pictures on the disk."""
    return sorted(path.name for path in folder.glob("*"))


def made(room: Gallery) -> int:
    """How many pictures were drawn."""
    return len(room.studio.made)


def test_a_picture_is_painted_once(qapp: QApplication, tmp_path: Path) -> None:
    """None at first, then there it is; the held key, in real pixels; a second asking paints nothing."""
    with gallery(qapp, folder=tmp_path) as room:
        arrived: list[bool] = []
        room.thumbnails.arrived.connect(lambda: arrived.append(True))
        assert room.thumbnails.get(HUG) is None
        room.settle()
        picture = room.thumbnails.get(HUG)
        assert picture is not None
        assert (picture.width(), picture.height()) == (90, 60)
        assert room.studio.pictures[0].asked[0][0] == 2.0
        assert (made(room), arrived) == (1, [True])
        assert len(files(tmp_path)) == 1


def test_the_next_start_finds_it_on_the_disk(qapp: QApplication, tmp_path: Path) -> None:
    """No body is loaded for a picture that was painted before."""
    with gallery(qapp, folder=tmp_path) as room:
        room.thumbnails.get(HUG)
        room.settle()
    with gallery(qapp, folder=tmp_path) as later:
        assert later.thumbnails.get(HUG) is not None
        later.settle()
        assert made(later) == 0


def test_left_is_the_mirror_image(qapp: QApplication) -> None:
    """Pixel by pixel."""
    with gallery(qapp) as room:
        pictures = []
        for mirrored in (False, True):
            room.thumbnails.get(HUG._replace(mirrored=mirrored))
            room.settle()
            found = room.thumbnails.get(HUG._replace(mirrored=mirrored))
            assert found is not None
            pictures.append(found.toImage())
        assert pictures[0] != pictures[1]
        assert pictures[0] == pictures[1].flipped(Qt.Orientation.Horizontal)


def test_everything_that_changes_pixels_makes_another_picture(qapp: QApplication, tmp_path: Path) -> None:
    """Size, key, colours, body and theme: none of them finds the picture of another."""
    with gallery(qapp, folder=tmp_path) as room:
        for asked in (HUG, HUG._replace(width=91), HUG._replace(moment=0), HUG._replace(mirrored=True)):
            room.thumbnails.get(asked)
            room.settle()
        for settings in (Settings(skin="deep"), Settings(body="b"), Settings(theme="dark"), Settings(theme="contrast")):
            dress(qapp, settings=settings)
            room.figures.show_settings(settings)
            room.thumbnails.get(HUG)
            room.settle()
    assert len(files(tmp_path)) == 8


def test_a_window_that_grows_asks_for_one_picture(qapp: QApplication, tmp_path: Path) -> None:
    """Of all the sizes on the way only the last is painted; meanwhile the picture that was shown before stands there."""
    with gallery(qapp, folder=tmp_path) as room:
        room.thumbnails.get(HUG)
        room.settle()
        before = room.thumbnails.get(HUG)
        assert before is not None
        room.workshop.leave(room.thumbnails.wish)
        for width in range(91, 191):
            asked = HUG._replace(width=width)
            assert room.thumbnails.get(asked) is None
            assert room.thumbnails.stand_in(asked) is before
        assert room.thumbnails.get(HUG._replace(moment=0)) is None  # another picture takes nothing away
        room.workshop.serve(room.thumbnails.wish)
        room.settle()
        assert made(room) == 1 + 2
        assert room.thumbnails.get(HUG._replace(width=190)) is not None
        dress(qapp, settings=Settings(theme="dark"))
        assert room.thumbnails.stand_in(HUG) is None


def test_what_was_asked_for_in_other_colours_is_not_painted(qapp: QApplication) -> None:
    """A wish that the person's choice has overtaken is let go."""
    with gallery(qapp) as room:
        room.workshop.close()  # nothing is made meanwhile
        room.thumbnails.get(HUG)
        room.figures.show_settings(Settings(skin="deep"))
        assert room.thumbnails.wish() is None


def test_what_cannot_be_painted_is_tried_once(qapp: QApplication) -> None:
    """A figure that is broken, or is not there, is asked for without end and without work."""
    with gallery(qapp) as room:
        for _again in range(3):
            assert room.thumbnails.get(HUG._replace(key="broken")) is None
            assert room.thumbnails.get(HUG._replace(key="no-such")) is None
            assert room.thumbnails.get(HUG._replace(width=0)) is None
            room.settle()
        assert made(room) == 0
        assert room.workshop.idle


def test_a_folder_that_cannot_be_written_costs_nothing(qapp: QApplication, tmp_path: Path) -> None:
    """The picture is shown all the same."""
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with gallery(qapp, ALL, blocked / "pictures") as room:
        room.thumbnails.get(HUG)
        room.settle()
        assert room.thumbnails.get(HUG) is not None


def test_a_damaged_file_is_painted_anew(qapp: QApplication, tmp_path: Path) -> None:
    """Half a picture from a crash is no picture."""
    with gallery(qapp, folder=tmp_path) as room:
        room.thumbnails.get(HUG)
        room.settle()
    (tmp_path / files(tmp_path)[0]).write_bytes(b"\x89PNG half")
    with gallery(qapp, folder=tmp_path) as room:
        assert room.thumbnails.get(HUG) is None
        room.settle()
        assert room.thumbnails.get(HUG) is not None
