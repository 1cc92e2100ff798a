"""The icon in the tray, where there is none: the offscreen platform has no tray."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from coach.desktop.tray import TrayIcon
from coach.ports.tray import BETWEEN, Entry, TrayState

_STATE = TrayState("Limber: next step in 2 hours", (Entry("Next step in 2 hours"), Entry("Open R&D", "open")))


def test_without_a_tray_it_says_so(qapp: QApplication) -> None:
    """No icon is made, and nothing can be said at it."""
    tray = TrayIcon(QIcon)
    assert tray.trouble() == "no tray is running; Limber stays in its window"
    assert not tray.show(_STATE, pytest.fail)
    assert not tray.say("Limber", "Your next step is due.", lambda: None)
    tray.close()


def _picture() -> QIcon:
    pixmap = QPixmap(16, 16)
    pixmap.fill()
    return QIcon(pixmap)


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)
def test_with_a_tray_the_menu_says_its_keys(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line with a key can be chosen, one without only says something; a click on the icon opens."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    chosen: list[str] = []
    tray = TrayIcon(_picture)
    assert tray.show(_STATE, chosen.append)
    assert tray.show(_STATE._replace(tip="Limber: the next step is due"), chosen.append)
    assert tray._menu is not None
    assert tray._icon is not None
    says, opens = tray._menu.widget.actions()
    assert (says.isEnabled(), opens.isEnabled(), opens.text()) == (False, True, "Open R&&D")
    opens.trigger()
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
    assert chosen == ["open", "open"]
    monkeypatch.setattr(sys, "platform", "darwin")  # there a click opens the menu
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert chosen == ["open", "open"]
    assert tray._icon.toolTip() == "Limber: the next step is due"
    tray.close()


def _menu(minutes: str, *, standing: bool) -> TrayState:
    pause = Entry(
        "Pause", sub=(Entry("30 minutes", "pause:30"), BETWEEN, Entry(f"until {minutes}", f"until:{minutes}"))
    )
    return TrayState("Limber", (Entry(f"Next in {minutes}"), BETWEEN, pause, Entry("Standing", "stand", (), standing)))


@pytest.mark.qt_log_ignore("No such signal QPlatformNativeInterface", extend=True)
def test_a_menu_in_a_menu(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines between, a menu of its own, one that holds or not; when only words change, the lines stay the same ones."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    chosen: list[str] = []
    tray = TrayIcon(_picture)
    tray.show(_menu("14:00", standing=False), chosen.append)
    assert tray._menu is not None
    before = tray._menu.widget.actions()
    says, between, pause, stands = before
    assert (between.isSeparator(), pause.isEnabled(), stands.isCheckable(), stands.isChecked()) == (
        True,
        True,
        True,
        False,
    )
    tray.show(_menu("14:30", standing=True), chosen.append)
    assert tray._menu.widget.actions() == before
    assert (says.text(), stands.isChecked()) == ("Next in 14:30", True)
    below = pause.menu()
    assert isinstance(below, QMenu)
    below.actions()[0].trigger()
    below.actions()[2].trigger()
    assert chosen == ["pause:30", "until:14:30"]
    tray.show(_STATE, chosen.append)
    assert [action.text() for action in tray._menu.widget.actions()] == ["Next step in 2 hours", "Open R&&D"]
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert tray._menu.widget.findChildren(QMenu) == []  # nothing is left over, however often its form changes
    tray.close()
