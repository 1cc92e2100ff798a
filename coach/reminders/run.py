"""The engine's workbench: what it remembers, what it is shown, and what it says. The modules beside are the rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from coach.content.vocabulary import BreakKind, BreakOutcome
from coach.reminders.events import BreakDue, BreakEnded, Event, Why, WhyAsked, Withdrawn
from coach.reminders.hours import Stretch
from coach.reminders.memory import Due, Memory, Stage
from coach.reminders.paces import FLARE_MOVE_MS, Pace, paces_of
from coach.reminders.sight import Sight
from coach.settings.breaks import MOVE, NUDGE, STAND, Breaks

_MIN: Final = 60_000
#: No prompt so soon after coming back.
COME_BACK_MS: Final = 2 * _MIN
#: No two prompts closer than this.
APART_MS: Final = 5 * _MIN
#: Skips in a row after which it is asked why, and days before it is asked again.
SKIPS: Final = 3
ASK_AGAIN_DAYS: Final = 7
#: A break window that stays open so long after its break is over is closed.
OPEN_PATIENCE_MS: Final = 10 * _MIN


@dataclass(slots=True)
class Run:
    """What changes while the engine runs.

    `hours`: the stretch of working hours now, None outside; that holds from one to the other of `hours_us` by the wall
    clock, at the offset `hours_for`. `was_open`: whether it was inside at the last look. `paces_for`: for what `paces` were
    worked out last.
    """

    breaks: Breaks
    memory: Memory
    sight: Sight
    paces: tuple[Pace, ...]
    new_id: Callable[[int], str]
    hours: Stretch | None = None
    hours_us: tuple[int, int] = (0, 0)
    hours_for: int = 0
    was_open: bool = False
    paces_for: tuple[Breaks, bool] | None = None
    out: list[Event] = field(default_factory=list)

    @property
    def due(self) -> Due | None:
        """The break that is due, in whatever stage."""
        return self.memory.due

    @property
    def in_break(self) -> bool:
        """Whether the break window is open."""
        return self.memory.due is not None and self.memory.due.stage is Stage.BREAK

    @property
    def flare(self) -> bool:
        """Whether today is gentler: the journal says so, or the person did after skipping."""
        return self.sight.flare or (
            self.memory.gentle_day != "" and self.memory.gentle_day == self.sight.stamp.local_day
        )

    @property
    def mode(self) -> str:
        """Soft, firm or strict; always soft in a flare-up."""
        return "soft" if self.flare else self.breaks.mode

    def pace(self, key: str) -> Pace | None:
        """Return a pace by its key."""
        return next((pace for pace in self.paces if pace.key == key), None)

    def emit(self, event: Event) -> None:
        """Say what has happened."""
        self.out.append(event)

    def say_due(self, due: Due) -> None:
        """Say that a break is due, or that it has become a greater one."""
        self.emit(
            BreakDue(
                at=self.sight.stamp,
                id=due.id,
                kind=due.kind,
                lead=due.lead,
                stands_for=due.stands_for,
                length_ms=due.length_ms,
            )
        )

    def keep_quiet(self, why: Why) -> None:
        """Ask nothing for two minutes."""
        self.memory.quiet_ms, self.memory.quiet_for = COME_BACK_MS, why

    def withdraw(self) -> None:
        """Take the card from the screen, if it is there; it is shown anew when it may be."""
        due = self.memory.due
        if due is not None and due.stage is Stage.CARD:
            due.stage, due.shown_ms, due.waited_ms, due.silent = Stage.WAITING, 0, 0, False
            self.emit(Withdrawn(at=self.sight.stamp, id=due.id, why=Why.AWAY))

    def end(self, outcome: BreakOutcome, why: Why, *, done_ms: int = 0, away_ms: int = 0) -> None:
        """End the break that is due; its cadences begin anew."""
        due, memory = self.memory.due, self.memory
        if due is None:
            return
        memory.due = None
        if why is Why.ANSWERED:
            memory.credit = None
        self.emit(
            BreakEnded(
                at=self.sight.stamp,
                id=due.id,
                kind=due.kind,
                lead=due.lead,
                outcome=outcome,
                why=why,
                due=due.at,
                done_ms=done_ms,
                length_ms=due.length_ms,
                away_ms=away_ms,
                snoozes=due.snoozes,
                given=due.given,
            )
        )
        for key in due.stands_for:
            memory.counters.pop(key, None)
        self._turn(due, outcome)
        if due.kind is BreakKind.MOVE and why is Why.ANSWERED:
            self._count_skips(outcome)

    def _turn(self, due: Due, outcome: BreakOutcome) -> None:
        """After *stand* the person stands, after the move that follows the person sits again."""
        memory = self.memory
        if due.kind is BreakKind.STAND and outcome is BreakOutcome.DONE:
            memory.standing, memory.stood_ms = True, 0
            memory.counters.pop(MOVE, None)
        elif due.kind is BreakKind.MOVE and self.breaks.rotation.on:
            memory.standing = False
            memory.counters.pop(STAND, None)

    def _count_skips(self, outcome: BreakOutcome) -> None:
        memory = self.memory
        if outcome is not BreakOutcome.SKIPPED:
            memory.skips = 0
            return
        memory.skips += 1
        if memory.skips >= SKIPS and _long_ago(memory.why_day, self.sight.stamp.local_day):
            memory.skips, memory.asks_why, memory.why_day = 0, True, self.sight.stamp.local_day
            self.emit(WhyAsked(at=self.sight.stamp))


def update_paces(run: Run) -> None:
    """Work out anew which reminders run, when the settings or the kind of day have changed."""
    flare = run.flare
    if run.paces_for is None or run.paces_for[0] is not run.breaks or run.paces_for[1] is not flare:
        run.paces, run.paces_for = paces_of(run.breaks, flare=flare), (run.breaks, flare)
    due = run.due
    if due is not None and due.stage is not Stage.BREAK:
        due.length_ms = length_of(run, due.kind, due.length_ms)


def length_of(run: Run, kind: BreakKind, length_ms: int) -> int:
    """Return how long a break is today: in a flare-up no movement is longer than a minute."""
    return min(length_ms, FLARE_MOVE_MS) if run.flare and kind is BreakKind.MOVE else length_ms


def _long_ago(day: str, today: str) -> bool:
    """Whether it was last asked why in another week than now."""
    return not day or abs((date.fromisoformat(today) - date.fromisoformat(day)).days) >= ASK_AGAIN_DAYS


def covers(pace: Pace) -> tuple[str, ...]:
    """Return what a break of this pace answers besides itself: who moves has also changed position."""
    return (pace.key, NUDGE) if pace.kind is BreakKind.MOVE and pace.key != NUDGE else (pace.key,)
