"""The desktop around a window that is driven, and the hands that wear packs which alternate."""

from __future__ import annotations

from coach.app.outside import Outside
from coach.app.packs_desk import PacksDesk
from coach.ports.wake_lock import Hold
from coach.session.state import Need
from tests.app.driving import Driven
from tests.fakes import RecordingNotifier, RecordingScreenLock, RecordingTray, RecordingWakeLock

MINUTE_MS = 60_000


class Desktop:
    """Everything around the window, remembered."""

    def __init__(self, *, tray: bool = True, why: str = "") -> None:
        self.tray, self.notifier, self.wake_lock = (
            RecordingTray(there=tray),
            RecordingNotifier(),
            RecordingWakeLock(why),
        )
        self.screen_lock = RecordingScreenLock()
        self.outside = Outside(self.tray, self.notifier, self.wake_lock, self.screen_lock)


def packs_of(hands: Driven) -> PacksDesk:
    return hands.shell.background.packs


def in_tray(desktop: Desktop) -> bool:
    return desktop.tray.shown


def seen(desktop: Desktop) -> str:
    notice = desktop.notifier.seen
    return "" if notice is None else "urgent" if notice.urgent else "usual"


def hold(desktop: Desktop) -> Hold:
    return desktop.wake_lock.holds[-1]


def listened(desktop: Desktop) -> bool:
    """Whether somebody wants to know when the screen is unlocked."""
    return desktop.screen_lock.watched


def asked(hands: Driven) -> Need:
    """What the page of packs asks."""
    snapshot = packs_of(hands).page.snapshot
    assert snapshot is not None
    return snapshot.need


def pass_min(hands: Driven, minutes: float) -> None:
    """Let minutes pass as the window's timers would see them."""
    packs = packs_of(hands)
    left = round(minutes * MINUTE_MS)
    while left > 0:
        step = min(left, 1_000 if packs.page.busy else 15_000)
        hands.clock.pass_ms(step)
        if packs.page.busy:
            packs.page.desk.tick()
        packs.look()
        left -= step
    hands.settle()


def wear(hands: Driven) -> None:
    """Answer the questions, and put it on."""
    desk = packs_of(hands).page.desk
    desk.intend("confirm_pack", True)
    desk.intend("pack_is_on")
    hands.settle()


def wear_through(hands: Driven) -> None:
    wear(hands)
    for _minute in range(40):
        if not packs_of(hands).page.busy:
            return
        pass_min(hands, 1)
        desk = packs_of(hands).page.desk
        desk.intend("skin_ok")
        snapshot = packs_of(hands).page.snapshot
        if snapshot is not None and snapshot.need is Need.PACK_OFF:
            desk.intend("pack_is_off")
            hands.settle()
    raise AssertionError("the pack was never off")
