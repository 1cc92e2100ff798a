"""What the Breaks page shows, and what may be done now. No Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from coach.clock import Stamp
from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.i18n import _, ngettext
from coach.journal.records import Break
from coach.reminders.memory import Span
from coach.reminders.view import State, View
from coach.reminders.why import minutes_words
from coach.settings.breaks import Breaks
from coach.ui.breaks.sensing import Sensed

_ASKED = frozenset({State.WAITING, State.CARD, State.SNOOZED, State.DEFERRED})
#: A meeting can be given until one of the next half hours, at least so many minutes from now.


class Do(StrEnum):
    """What a person may do on the page now. The values that go with them: see `BreaksPage.wished`."""

    TAKE = "take"
    DONE = "done"
    LATER = "later"
    SKIP = "skip"
    PAUSE = "pause"
    PAUSE_UNTIL_TOMORROW = "pause-until-tomorrow"
    RESUME = "resume"
    MEETING = "meeting"
    ANYWAY = "anyway"
    UNDO_CREDIT = "undo-credit"
    STAND = "stand"
    GENTLE = "gentle"
    WHY = "why"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class BreaksState:
    """Everything on the page. `view` None: nothing is known yet. `flare`: the journal says that today is a flare-up.

    `sensed` is empty while nobody looks. `records` are the breaks of the journal, of whatever days.
    """

    now: Stamp
    breaks: Breaks = field(default_factory=Breaks)
    view: View | None = None
    spans: tuple[Span, ...] = ()
    sensed: tuple[Sensed, ...] = ()
    records: tuple[Break, ...] = ()
    flare: bool = False


class Now(NamedTuple):
    """How it stands, for the first card: an icon, one sentence why now or why not, a line on the day, what may be done."""

    icon: str
    why: str
    seated: str
    can: frozenset[Do]


def now_of(state: BreaksState) -> Now:
    """Return how it stands."""
    view = state.view
    if view is None:
        return Now("clock", "", "", frozenset())
    if not state.breaks.on:
        return Now("clock", "", "", _can(state, view) & {Do.TAKE, Do.BACK})
    seated = _("Sat for {length} today, calls included.").format(length=minutes_words(view.seated_ms))
    return Now(_icon(view), view.why, seated if view.seated_ms >= 60_000 else "", _can(state, view))


def _icon(view: View) -> str:
    if view.state is State.COUNTING:
        return "person-standing" if view.standing else "armchair"
    return {
        State.OFF: "moon",
        State.OUTSIDE_HOURS: "moon",
        State.QUIET_DAY: "sun",
        State.PAUSED: "pause",
        State.AWAY: "footprints",
        State.SESSION: "activity",
        State.BREAK: "footprints",
        State.SNOOZED: "timer",
        State.DEFERRED: "hourglass",
    }.get(view.state, "clock")


def _can(state: BreaksState, view: View) -> frozenset[Do]:
    if view.state in {State.BREAK, State.SESSION}:
        return frozenset({Do.BACK}) if view.state is State.BREAK else frozenset()
    card = view.card if view.state in _ASKED else None
    told = {
        Do.DONE: card is not None and card.kind is not BreakKind.MOVE and view.state is State.CARD,
        Do.LATER: card is not None and card.may_snooze,
        Do.SKIP: card is not None and card.may_skip and view.state is State.CARD,
        Do.TAKE: True,
        Do.PAUSE: view.pause_ms is None,
        Do.RESUME: view.pause_ms is not None,
        Do.MEETING: view.meeting_ms is None and view.pause_ms is None,
        Do.ANYWAY: bool(view.busy) and view.state in {*_ASKED, State.COUNTING},
        Do.UNDO_CREDIT: bool(view.credit),
        Do.STAND: state.breaks.rotation.on or view.standing,
        Do.GENTLE: not state.flare,
        Do.WHY: view.asks_why,
    }
    return frozenset(do for do, can in told.items() if can)


def taken_words(records: Iterable[Break], day: str) -> str:
    """Say what became of the breaks of a local day (ISO); '' when there was none."""
    ends = Counter(one.outcome for one in records if one.at.local_day == day)
    done = ends[BreakOutcome.DONE] + ends[BreakOutcome.PARTLY]
    told = (
        (done, ngettext("{n} taken", "{n} taken", done)),
        (ends[BreakOutcome.CREDITED], _("{n} counted while you were away")),
        (ends[BreakOutcome.SKIPPED], _("{n} skipped")),
        (ends[BreakOutcome.EXPIRED], _("{n} passed by")),
    )
    words = ", ".join(form.format(n=count) for count, form in told if count)
    return _("Breaks today: {what}.").format(what=words) if words else ""
