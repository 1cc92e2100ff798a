"""How it stands now, for everybody who shows it: card, tray, page and terminal."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from coach.clock import Stamp
from coach.content.vocabulary import BreakKind
from coach.reminders.answers import SNOOZES
from coach.reminders.asking import answer_by_ms, opens_by_itself
from coach.reminders.events import Why
from coach.reminders.holding import is_open
from coach.reminders.hours import Closed, why_closed
from coach.reminders.memory import Due, Stage
from coach.reminders.paces import shorter_ms
from coach.reminders.run import Run
from coach.reminders.sight import Busy
from coach.reminders.spans import seated_ms
from coach.reminders.why import credit_words, meeting_words, pause_words, why_words


class State(StrEnum):
    """What goes on, in one word. CARD: the card is shown; WAITING, SNOOZED, DEFERRED: a break is due and will be asked."""

    OFF = "off"
    OUTSIDE_HOURS = "outside-hours"
    QUIET_DAY = "quiet-day"
    PAUSED = "paused"
    AWAY = "away"
    SESSION = "session"
    BREAK = "break"
    CARD = "card"
    WAITING = "waiting"
    SNOOZED = "snoozed"
    DEFERRED = "deferred"
    COUNTING = "counting"


class Card(NamedTuple):
    """The break that is due, as the card and the break window need it; all lengths in milliseconds.

    `shorter_ms` None: there is no shorter one. `opens_in_ms`: it opens by itself then; None: it waits for a yes.
    `offered`: the shorter one is the question now.
    """

    id: str
    kind: BreakKind
    lead: str
    stands_for: tuple[str, ...]
    length_ms: int
    shorter_ms: int | None
    may_snooze: bool
    may_skip: bool
    offered: bool
    silent: bool
    opens_in_ms: int | None
    open_ms: int
    given: bool


class Next(NamedTuple):
    """What comes next: which cadence, after how much more sitting (standing, for the rotation's move), how long."""

    key: str
    kind: BreakKind
    left_ms: int
    length_ms: int


class View(NamedTuple):
    """All of it. `why` is one sentence: why now, or why not. `credit`: what was counted as a break and can be undone, ''.

    `busy` with the moments since when; `held_ms` what is left of the pause, None when there is none, `meeting_ms` likewise.
    `blind`: this desktop does not tell whether the person is away. `pause_words` and `meeting_words`: until when, '' without.
    """

    state: State
    why: str
    card: Card | None
    next: Next | None
    credit: str
    busy: tuple[tuple[Busy, Stamp], ...]
    pause_ms: int | None
    meeting_ms: int | None
    seated_ms: int
    standing: bool
    asks_why: bool
    gentle: bool
    blind: bool
    pause_words: str = ""
    meeting_words: str = ""


def view_of(run: Run) -> View:
    """Return how it stands."""
    memory = run.memory
    return View(
        state=state_of(run),
        why=why_words(run, state_of(run).value),
        card=_card(run, memory.due) if memory.due is not None else None,
        next=next_of(run),
        credit=credit_words(memory.credit),
        busy=tuple(memory.busy.items()),
        pause_ms=memory.pause.left_ms if memory.pause is not None else None,
        meeting_ms=memory.meeting.left_ms if memory.meeting is not None else None,
        seated_ms=seated_ms(memory, run.sight.stamp.local_day),
        standing=memory.standing,
        asks_why=memory.asks_why,
        gentle=run.flare,
        blind=memory.blind,
        pause_words=pause_words(run),
        meeting_words=meeting_words(run),
    )


def state_of(run: Run) -> State:
    """Return what goes on, the strongest first."""
    memory = run.memory
    due = memory.due
    if due is not None and due.stage is Stage.BREAK:
        return State.BREAK
    if memory.away is not None and memory.away.why is Why.SESSION:
        return State.SESSION
    if not is_open(run):
        return _closed(run)
    if memory.pause is not None or memory.away is not None:
        return State.PAUSED if memory.pause is not None else State.AWAY
    return State(due.stage.value) if due is not None else State.COUNTING


def _closed(run: Run) -> State:
    if not run.breaks.on:
        return State.OFF
    closed = why_closed(run.breaks, run.sight.stamp.local().replace(tzinfo=None))
    return State.QUIET_DAY if closed is Closed.QUIET_DAY else State.OUTSIDE_HOURS


def next_of(run: Run) -> Next | None:
    """Return what becomes due next if the person stays as they are; None when nothing is counted."""
    if not is_open(run) or run.memory.due is not None:
        return None
    counters = run.memory.counters
    counting = [pace for pace in run.paces if pace.while_standing == run.memory.standing]
    if not counting:
        return None
    first = min(counting, key=lambda pace: (pace.every_ms - counters.get(pace.key, 0), -pace.weight))
    return Next(first.key, first.kind, max(first.every_ms - counters.get(first.key, 0), 0), first.length_ms)


def _card(run: Run, due: Due) -> Card:
    moves = due.kind is BreakKind.MOVE
    least = shorter_ms(due.length_ms)
    by_itself = due.stage is Stage.CARD and opens_by_itself(run, due)
    return Card(
        id=due.id,
        kind=due.kind,
        lead=due.lead,
        stands_for=due.stands_for,
        length_ms=due.length_ms,
        shorter_ms=least if moves and least < due.length_ms and not due.shorter else None,
        may_snooze=due.stage is Stage.CARD and due.snoozes < SNOOZES,
        may_skip=not (moves and run.mode == "strict"),
        offered=due.offered,
        silent=due.silent,
        opens_in_ms=max(answer_by_ms(run, due) - due.shown_ms, 0) if by_itself else None,
        open_ms=due.open_ms,
        given=due.given,
    )
