"""What is said about packs that alternate in the background. What others may read never says what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import NamedTuple

from coach.clock import Stamp
from coach.content.vocabulary import Mode
from coach.i18n import N_, _
from coach.ports.notifier import Notice
from coach.ports.tray import Entry, TrayState
from coach.safety.sentences import length
from coach.session.resting import Ending, Point, Rest
from coach.session.state import Need, Snapshot

_MINUTE_MS = 60_000
_HOUR_MIN = 60

ENDINGS: Mapping[Ending, str] = {
    Ending.DONE: N_("{name} are done for today."),
    Ending.ENOUGH: N_("{name} have ended: that was heat and cold enough for one day."),
    Ending.ENDED: N_("{name} have ended."),
    Ending.REFUSED: N_("{name} have ended, as not every point could be confirmed."),
    Ending.SKIN: N_("{name} have ended, because of what you saw on your skin."),
    Ending.WORSE: N_("{name} have ended, because it got worse."),
    Ending.NO_ANSWER: N_("{name} have ended, because nobody answered while a pack was on."),
    Ending.NOBODY: N_("{name} have ended: the next pack was due for hours and nobody put it on."),
}


class Running(NamedTuple):
    """What there is to say at one moment. `left_ms`: until the next pack may go on."""

    name: str
    point: Point
    mode: Mode
    left_ms: int
    now: Stamp
    snapshot: Snapshot | None = None


def sentence(running: Running) -> str:
    """Say in the window where it stands."""
    values = {"name": running.name, "pack": pack_word(running.mode)}
    if running.point.rest is Rest.PACK and running.snapshot is not None:
        return _at_the_pack(running.snapshot).format(**values, left=_left(running.snapshot))
    if running.point.rest is Rest.DUE:
        return _("{name}: time for the {pack}. It goes on when you say so.").format(**values)
    if running.point.held:
        return _("{name}: the {pack} is next. {why}").format(**values, why=running.point.held)
    values |= {"time": _clock(running), "left": wait_words(running.left_ms)}
    return _("{name}: the {pack} is next, at {time} (in {left}).").format(**values)


def pack_word(mode: Mode) -> str:
    """Name a pack in the middle of a sentence."""
    return _("heat pack") if mode is Mode.HEAT else _("cold pack")


def wait_words(ms: int) -> str:
    """A wait as a phrase, by the minute and rounded up: it is never sooner than was said."""
    minutes = -(-ms // _MINUTE_MS)
    hours, rest = divmod(minutes, _HOUR_MIN)
    if hours and rest:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    return length(max(minutes, 1) * _MINUTE_MS)


def tray_state(running: Running) -> TrayState:
    """Say at the tray icon when the next step is due; the lines come before what is always there (`tray_words`)."""
    if running.point.rest is Rest.OFF:
        tip = _("Limber: next step in {left}").format(left=wait_words(running.left_ms))
        if running.point.held:
            tip = _("Limber: the next step has to wait")
    elif running.point.rest is Rest.DUE:
        tip = _("Limber: the next step is due")
    else:
        tip = _("Limber: a step is running")
    return TrayState(tip, (Entry(tip, "open"), Entry(_("End it"), "end")))


def due_notice() -> Notice:
    """The next pack may go on."""
    return Notice("Limber", _("Your next step is due."), (("begin", _("Begin")), ("end", _("End it"))))


def tray_notice() -> Notice:
    """The window was closed, and Limber is still there."""
    return Notice("Limber", _("Limber goes on in the tray and tells you when your next step is due."))


def urgent_notice() -> Notice:
    """A pack asks for the person."""
    return Notice("Limber", _("Limber needs you now."), urgent=True)


def ending_words(name: str, ending: Ending) -> str:
    """Say why it is over."""
    return _(ENDINGS[ending]).format(name=name)


def _at_the_pack(snapshot: Snapshot) -> str:
    if snapshot.need is Need.PACK_OFF:
        return _("{name}: take the {pack} off now.")
    if snapshot.need is Need.SKIN_CHECK:
        return _("{name}: look at your skin.")
    if snapshot.pack is None:
        return _("{name}: a few questions before the {pack} goes on.")
    return _("{name}: the {pack} is on, {left} left.")


def _left(snapshot: Snapshot) -> str:
    pack = snapshot.pack
    return wait_words(pack.limit_ms - pack.on_ms) if pack is not None else ""


def _clock(running: Running) -> str:
    return f"{running.now.local() + timedelta(milliseconds=running.left_ms):%H:%M}"


def left_on_words(name: str) -> str:
    """A pack was on when something broke off that cannot go on."""
    return _(
        "A pack was on when “{name}” broke off, and it cannot go on. Take it off now and look at the skin."
    ).format(name=name)
