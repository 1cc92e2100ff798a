"""The watch over the tests sees what it is there to see."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QPropertyAnimation, QThread, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from tests.leftovers import Watch


def test_a_ticking_timer_is_seen(qapp: QApplication) -> None:
    """A timer left active is named, and stopped so that the next test is not blamed."""
    watch = Watch()
    timer = QTimer(qapp)
    timer.setObjectName("breath")
    timer.start(1000)
    assert watch.left() == ["QTimer (breath) still running"]
    assert not timer.isActive()
    timer.deleteLater()


def test_a_stopped_timer_is_fine(qapp: QApplication) -> None:
    """A timer that was stopped is nobody's business."""
    watch = Watch()
    timer = QTimer(qapp)
    timer.start(1000)
    timer.stop()
    assert watch.left() == []
    timer.deleteLater()


def test_a_single_shot_that_is_due_later_is_seen(qapp: QApplication) -> None:
    """A single-shot timer still waiting counts as ticking."""
    watch = Watch()
    timer = QTimer(qapp, singleShot=True)
    timer.start(60_000)
    assert len(watch.left()) == 1
    timer.deleteLater()


def test_a_running_animation_is_seen(qapp: QApplication) -> None:
    """An animation left running is named."""
    watch = Watch()
    target = QObject(qapp)
    animation = QPropertyAnimation(target, b"objectName", target)
    animation.setDuration(60_000)
    animation.setStartValue("a")
    animation.setEndValue("b")
    animation.start()
    assert [line.partition(" ")[0] for line in watch.left()] == ["QPropertyAnimation"]
    target.deleteLater()


def test_a_thread_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python thread left alive is named."""
    monkeypatch.setattr("tests.leftovers._PATIENCE_S", 0.05)
    watch = Watch()
    over = threading.Event()
    thread = threading.Thread(target=over.wait, name="forgotten", daemon=True)
    thread.start()
    assert watch.left() == ["thread forgotten"]
    over.set()
    thread.join()


def test_a_qthread_is_seen(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A QThread left running is named and asked to end."""
    monkeypatch.setattr("tests.leftovers._PATIENCE_S", 0.05)
    watch = Watch()
    thread = QThread(qapp)
    thread.start()
    assert len(watch.left()) == 1
    assert thread.wait(2000)
    thread.deleteLater()


@pytest.mark.parametrize("shown", [True, False])
def test_a_window_is_seen(qapp: QApplication, *, shown: bool) -> None:
    """A main window left alive is named, hidden or not."""
    watch = Watch()
    window = QMainWindow()
    window.setVisible(shown)
    qapp.processEvents()
    assert len(watch.left()) == 1
    window.close()
    window.deleteLater()
