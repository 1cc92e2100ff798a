"""The moving figure on the screen: painting, thumbnails, the price of a session, and cues while pictures are made."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from coach.app.shelf import library
from coach.app.shell import Shell
from coach.clock import SystemClock
from coach.content.pictures import figure_of
from coach.desktop.ownership import Owner
from coach.drawing.figure.frames import Frame, frame_of, paint_frame
from coach.drawing.figure.look import look
from coach.drivers.workshop import Workshop
from coach.figure.picture import Picture
from coach.figure.studio import Studio
from coach.resources import assets
from coach.ui.figures import Figures
from coach.ui.thumbnails import Asked, Thumbnails
from tests.benchmarks.bench_cues import bare, in_a_window, plan

#: The heaviest to paint: a chair, two folded legs, two hands; and the desk with everything on it.
HEAVY = ("piriformis_seated_figure_four", "desk", "hamstring_supine_strap")
BOUNDS_MS = {(800, 600): 16.0, (1600, 1200): 26.0}
THUMBNAIL_MS = 1.0
SESSION_CORE = 0.5
_LIMBS = 20
_PAINTS = 20
_SESSION_S = 30


@pytest.fixture(scope="module")
def pictures(qapp: QApplication) -> dict[str, Picture]:
    """The heaviest figures."""
    del qapp
    studio, shelf = Studio(assets() / "figure"), library()
    found = {}
    for key in HEAVY:
        figure = figure_of(shelf, key)
        assert figure is not None
        found[key] = studio.picture(figure)
    return found


def _median_ms(paint: Callable[[QPainter], None], size: tuple[int, int]) -> float:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    took = []
    for _turn in range(_PAINTS):
        image.fill(QColor("white"))
        painter = QPainter(image)
        begun = time.thread_time()
        paint(painter)
        painter.end()
        took.append((time.thread_time() - begun) * 1000)
    return statistics.median(took)


def _limbs(size: tuple[int, int]) -> Callable[[QPainter], None]:
    """What the figure is measured by: twenty anti-aliased rounded limbs."""
    wide, high = size

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(_LIMBS):
            painter.setPen(QPen(QColor("black"), high / 12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            x = wide * (number + 1) / (_LIMBS + 2)
            painter.drawLine(QPointF(x, high * 0.25), QPointF(wide - x, high * 0.75))

    return paint


@pytest.mark.parametrize("size", list(BOUNDS_MS))
def test_a_frame_is_painted_in_time(pictures: dict[str, Picture], size: tuple[int, int]) -> None:
    """Played back, the median of the slowest figure stays inside its bound."""
    area, colours = QRectF(0, 0, *size), look("light")
    limbs = _median_ms(_limbs(size), size)
    found = {}
    for key, picture in pictures.items():
        made: Frame = frame_of(picture.plate(picture.hold))
        found[key] = _median_ms(lambda painter, made=made: paint_frame(painter, made, area, colours), size)  # type: ignore[misc]
        print(f"\npaint {size[0]}x{size[1]} {key:<32} {found[key]:5.1f} ms, {found[key] / limbs:4.1f} x twenty limbs")
    assert max(found.values()) <= BOUNDS_MS[size]


def test_a_thumbnail_from_the_disk_takes_no_time(qapp: QApplication, tmp_path: Path) -> None:
    """Each picture of the exercises list, found again at the next start."""
    del qapp
    shelf = library()
    asked = [Asked(key, mirrored=False, width=186, height=128, close=True) for key in list(shelf.exercises)[:8]]
    took: list[float] = []
    for start in range(2):
        workshop = Workshop(SystemClock())
        figures = Figures(lambda: Studio(assets() / "figure"), workshop, SystemClock())
        figures.show_content(lambda key: figure_of(shelf, key))
        thumbnails = Thumbnails(figures, tmp_path)
        for one in asked:
            begun = time.perf_counter()
            found = thumbnails.get(one)
            took.append((time.perf_counter() - begun) * 1000)
            assert (found is not None) == bool(start)
        if not start:
            workshop.settle()
            took.clear()
        workshop.close()
    median = statistics.median(took)
    print(f"\nthumbnail from the disk: {median:.2f} ms, the slowest {max(took):.2f} ms")
    assert median <= THUMBNAIL_MS


@pytest.fixture
def shell(qapp: QApplication, data_dir: Path) -> Iterator[Shell]:
    """The whole window at 1280 × 800."""
    owner = Owner.acquire(data_dir)
    assert owner is not None
    made = Shell(qapp, owner, data_dir, SystemClock(), 1.0)
    made.window.resize(1280, 800)
    made.open()
    opened = QEventLoop()
    made.loaded.connect(opened.quit)
    opened.exec()
    yield made
    made.close()
    made.window.deleteLater()
    made.deleteLater()
    owner.release()


def test_a_session_costs_half_a_core_at_most(shell: Shell) -> None:
    """Half a minute of an exercise that moves, with its pictures being made meanwhile, once the first are there."""
    shell.sessions.start("arching-friendly")
    stage = shell.sessions.stage
    assert stage is not None
    stage.intend("go_on")
    _wait(15)
    begun, worked = time.perf_counter(), time.process_time()
    _wait(_SESSION_S)
    share = (time.process_time() - worked) / (time.perf_counter() - begun)
    print(f"\nsession: {share * 100:.0f} % of a core")
    assert share <= SESSION_CORE


def test_cues_do_not_wait_for_pictures(qapp: QApplication, pictures: dict[str, Picture]) -> None:
    """While frames are made without a rest, cues come as punctually as bench_cues asks, and one switch of threads more."""
    del qapp
    picture, workshop = pictures[HEAVY[0]], Workshop(SystemClock())
    from coach.drivers.workshop import Job

    made: list[Frame] = []
    job = Job(lambda: frame_of(picture.plate(len(made) % 200 / 100)), made.append, pytest.fail)
    workshop.serve(lambda: job)
    workshop.wake()
    late = in_a_window(plan(0)) + in_a_window(plan(1))
    workshop.close()
    alone = bare(plan(0)) + bare(plan(1))
    p99, least = (statistics.quantiles(times, n=100)[98] for times in (late, alone))
    print(f"\ncues beside {len(made)} frames: p99 {p99:.2f} ms, max {max(late):.2f} ms; a bare loop {least:.2f} ms")
    assert p99 <= max(2 * least, least + 5) + 10


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
