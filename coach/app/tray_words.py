"""What the menu at the tray icon says. Others may look on: never a word about anybody's health, nor a name they gave."""

from __future__ import annotations

from coach.clock import Stamp
from coach.content.vocabulary import BreakKind
from coach.i18n import _
from coach.ports.notifier import Notice
from coach.ports.tray import BETWEEN, Entry, TrayState
from coach.reminders.answers import PAUSES_MIN
from coach.reminders.hours import meeting_ends
from coach.reminders.sight import Busy
from coach.reminders.view import Next, State, View
from coach.reminders.why import blind_words, busy_since_words, looking_words, minutes_words, time_words
from coach.settings.model import Settings

_MIN_MS = 60_000
#: Ends of a meeting that are offered, at the hours and half hours, the first in five minutes at the soonest.
PAUSE, MEETING = "pause:", "meeting:"


def tray_state(view: View, settings: Settings, now: Stamp, packs: TrayState | None) -> TrayState:
    """Return the menu. `packs`: what packs that alternate say, which comes first; None when none do."""
    line = status_words(view, now)
    tip = packs.tip if packs is not None else _("Limber – {status}").format(status=line)
    first = (*packs.entries, BETWEEN) if packs is not None else ()
    foot = (
        BETWEEN,
        Entry(_("Note how it feels"), "note"),
        Entry(_("Open Limber"), "open"),
        Entry(_("Quit Limber"), "quit"),
    )
    return TrayState(tip, (*first, *_breaks(view, settings, now, line), *foot))


def status_words(view: View, now: Stamp) -> str:
    """Say in one line what comes next, or why nothing does."""
    if view.state is State.COUNTING:
        return _next_words(view.next) if view.next is not None else _("Nothing is due")
    if view.state is State.DEFERRED and view.busy:
        return _("Waiting: {reason}").format(reason=_busy_words(view, now))
    fixed = {
        State.SESSION: _("A session is running"),
        State.BREAK: _("A break is running"),
        State.CARD: _("A break is due"),
    }
    sentence = view.why.removesuffix(blind_words()).removesuffix(looking_words()).strip()
    return fixed.get(view.state, sentence.removesuffix("."))


def closed_notice(*, breaks: bool) -> Notice:
    """The window was closed, and Limber is still there."""
    if breaks:
        return Notice("Limber", _("Limber goes on in the tray and tells you when a break is due."))
    return Notice("Limber", _("Limber goes on in the tray. Quit it from the menu there."))


def _next_words(one: Next) -> str:
    length = minutes_words(one.left_ms + _MIN_MS - 1)
    return {
        BreakKind.MOVE: _("Movement break in {length}"),
        BreakKind.STAND: _("Time to stand in {length}"),
        BreakKind.NUDGE: _("A look at how you sit in {length}"),
    }[one.kind].format(length=length)


def _busy_words(view: View, now: Stamp) -> str:
    end = now._replace(utc_us=now.utc_us + (view.meeting_ms or 0) * 1000)
    return ", ".join(
        _("in a meeting until {time}").format(time=time_words(end))
        if kind is Busy.MEETING
        else busy_since_words(kind, since)
        for kind, since in view.busy
    )


def _breaks(view: View, settings: Settings, now: Stamp, line: str) -> list[Entry]:
    may = view.state is not State.BREAK
    lines = [
        Entry(line, "breaks"),
        BETWEEN,
        *_override(view),
        Entry(_("Take a break now"), "now" if may else ""),
        Entry(_("A shorter one"), "shorter" if may else ""),
    ]
    if not settings.breaks.on:
        return lines
    if settings.breaks.rotation.on:
        lines.append(Entry(_("I am sitting now"), "sit") if view.standing else Entry(_("I am standing now"), "stand"))
    pauses = tuple(Entry(minutes_words(minutes * _MIN_MS), f"{PAUSE}{minutes}") for minutes in PAUSES_MIN)
    lines.append(Entry(_("Pause"), sub=(*pauses, Entry(_("Until tomorrow"), "until-tomorrow"))))
    lines.append(Entry(_("In a meeting"), sub=_meeting_ends(now)))
    return lines


def _override(view: View) -> list[Entry]:
    """Whatever keeps Limber from asking can be ended from here."""
    lines = []
    if view.pause_ms is not None:
        lines.append(Entry(_("Go on now"), "resume"))
    if view.meeting_ms is not None:
        lines.append(Entry(_("The meeting is over"), "anyway"))
    elif view.state is State.DEFERRED and view.busy:
        lines.append(Entry(_("Ask me anyway"), "anyway"))
    return lines


def _meeting_ends(now: Stamp) -> tuple[Entry, ...]:
    ends = meeting_ends(now)
    return tuple(Entry(_("until {time}").format(time=f"{end:%H:%M}"), f"{MEETING}{end:%H:%M}") for end in ends)
