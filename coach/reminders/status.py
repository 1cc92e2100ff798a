"""The short answer: what comes next, how long was sat today, what goes on and why. `limber status --json` prints it."""

from __future__ import annotations

import msgspec

from coach.content.vocabulary import BreakKind
from coach.reminders.run import Run
from coach.reminders.view import State, View, view_of

_MIN = 60_000


class NextBreak(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes due next: after `in_minutes` more at the desk, rounded up."""

    key: str
    kind: BreakKind
    in_minutes: int
    length_seconds: int


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """One answer. `reason` is the sentence why now or why not; `due`: a break is due and not taken yet.

    `next` is None while one is due or nothing is counted. `busy`: codes of what the person is busy with.
    """

    state: State
    reason: str
    next: NextBreak | None
    due: bool
    seated_minutes_today: int
    standing: bool
    busy: tuple[str, ...]
    paused_minutes_left: int | None
    gentle: bool
    counted: str


def status_of(run: Run) -> Status:
    """Return the short answer now."""
    view: View = view_of(run)
    return Status(
        state=view.state,
        reason=view.why,
        next=None
        if view.next is None
        else NextBreak(
            key=view.next.key,
            kind=view.next.kind,
            in_minutes=-(-view.next.left_ms // _MIN),
            length_seconds=view.next.length_ms // 1000,
        ),
        due=view.card is not None,
        seated_minutes_today=view.seated_ms // _MIN,
        standing=view.standing,
        busy=tuple(kind.value for kind, _since in view.busy),
        paused_minutes_left=None if view.pause_ms is None else -(-view.pause_ms // _MIN),
        gentle=view.gentle,
        counted=view.credit,
    )


def as_json(status: Status) -> str:
    """Return the status as one line of JSON; keys and codes stay, sentences are in the person's language."""
    return msgspec.json.encode(status).decode("utf-8")
