"""What an engine says, as lines of a logbook."""

from __future__ import annotations

from coach.plan.timeline import Timeline
from coach.session.events import (
    CheckAnswered,
    CheckAsked,
    ConfirmationsAsked,
    CueDue,
    Event,
    Finished,
    GotWorse,
    Outcome,
    PackDue,
    PackOff,
    PackOn,
    PackRefused,
    PartEnded,
    Paused,
    RatingAsked,
    Resumed,
    SegmentStarted,
    Waiting,
)
from coach.session.state import Snapshot

_LOUD = ("", ", louder", ", alarm")
_OUTCOMES = {Outcome.PARTLY: "partly done", Outcome.UNATTENDED: "unattended"}


def clock(ms: int) -> str:
    """Return `7:05` or `7:05.250`."""
    minutes, rest = divmod(ms, 60_000)
    seconds, thousandths = divmod(rest, 1000)
    return f"{minutes}:{seconds:02}" + (f".{thousandths:03}" if thousandths else "")


def line(event: Event, timeline: Timeline) -> str:
    """Return one event as a line, its moment first."""
    return f"{clock(event.at_ms)} {_words(event, timeline)}"


def _words(event: Event, timeline: Timeline) -> str:  # noqa: PLR0911  one line per kind of event
    match event:
        case SegmentStarted():
            segment = timeline.segments[event.segment]
            return " ".join(filter(None, [segment.kind, segment.side, str(segment.rep or ""), "begins"]))
        case CueDue():
            return f"says {event.cue.kind}"
        case Waiting():
            return "waits"
        case PartEnded():
            return _part(event, timeline)
        case Paused():
            return f"paused: {event.gap} {clock(event.lost_ms)}" if event.gap else "paused"
        case Resumed():
            return f"resumed after {clock(event.paused_ms)}"
        case RatingAsked():
            return f"asks how tight: {' '.join(filter(None, [event.when, event.area, event.side]))}"
        case GotWorse():
            return f"got worse in {timeline.parts[event.part].title}: {event.reason}"
        case Finished():
            return f"session {event.status}: {clock(event.done_ms)} of {clock(event.planned_ms)}"
        case _:
            return _pack_words(event)


def _part(event: PartEnded, timeline: Timeline) -> str:
    outcome = _OUTCOMES.get(event.outcome, event.outcome.value)
    reps = f", {event.done_reps} of {event.planned_reps}" if event.planned_reps else ""
    reason = f": {event.reason}" if event.reason else ""
    title = timeline.parts[event.part].title
    return f"{title} {outcome} ({clock(event.done_ms)} of {clock(event.planned_ms)}{reps}){reason}"


def _pack_words(event: Event) -> str:  # noqa: PLR0911  one line per kind of event
    match event:
        case ConfirmationsAsked():
            return f"asks before {event.mode}"
        case PackRefused():
            return f"no {event.mode}: {event.reason}"
        case PackOn():
            return f"{event.mode} is on, {clock(event.limit_ms)} at most"
        case CheckAsked():
            return f"look at the skin ({clock(event.pack_ms)}{_LOUD[event.urgency]})"
        case CheckAnswered():
            return f"the skin is {'fine' if event.ok else 'not fine'} ({clock(event.pack_ms)})"
        case PackDue():
            return f"take it off ({clock(event.pack_ms)}{_LOUD[event.urgency]})"
        case PackOff():
            least = "" if event.certain else "at least "
            outcome = _OUTCOMES.get(event.outcome, event.outcome.value)
            return f"{event.mode} is off after {least}{clock(event.worn_ms)}, {outcome}"
    raise AssertionError(event)


def standing(snapshot: Snapshot, timeline: Timeline) -> str:
    """Return where the session stands: `running hold, 0:12 in, 0:18 left, needs nothing`."""
    kind = timeline.segments[snapshot.segment].kind if snapshot.segment >= 0 else "nothing"
    left = "" if snapshot.remaining_ms is None else f", {clock(snapshot.remaining_ms)} left"
    pack = f", pack on {clock(snapshot.pack.on_ms)}" if snapshot.pack else ""
    ready = f", ready in {clock(snapshot.resuming_ms)}" if snapshot.resuming_ms else ""
    return f"{snapshot.phase} {kind}, {clock(snapshot.elapsed_ms)} in{left}{ready}{pack}, needs {snapshot.need}"
