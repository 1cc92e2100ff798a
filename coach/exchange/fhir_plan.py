"""What was planned and what was done, in FHIR: a care plan with a request for each routine, a procedure for each session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach.content.words import clock_text, side_word
from coach.exchange.fhir_basics import Resource, entry_of, ours, place_concept, reference
from coach.exchange.taken import iso
from coach.i18n import _
from coach.journal.records import SessionRecord, StepDone
from coach.session.events import Outcome, Status

_STATUS: Final = {Status.DONE: "completed", Status.ENDED: "stopped", Status.INTERRUPTED: "stopped"}
_PLAN: Final = "home-exercise"


def plans(sessions: Sequence[SessionRecord], who: Resource) -> Iterator[Resource]:
    """Yield the care plan and, for each routine as it was done, one request; nothing without sessions."""
    versions: dict[str, list[SessionRecord]] = {}
    for session in sessions:
        if not session.rehearsal:
            versions.setdefault(_version(session), []).append(session)
    if not versions:
        return
    newest = {found[-1].routine: key for key, found in versions.items()}
    first, last = min(_starts(versions)), max(_starts(versions))
    yield entry_of(
        "plan",
        _PLAN,
        {
            "resourceType": "CarePlan",
            "status": "active",
            "intent": "plan",
            "title": _("Home exercise, as the person set it up"),
            "subject": who,
            "period": {"start": first, "end": last},
            "activity": [{"reference": reference("routine", key)} for key in versions],
        },
    )
    for key, found in versions.items():
        yield entry_of("routine", key, _request(found, who, current=newest[found[-1].routine] == key))


def procedures(sessions: Sequence[SessionRecord], who: Resource) -> Iterator[Resource]:
    """Yield one procedure for each session that was really done."""
    for session in sessions:
        if not session.rehearsal:
            yield entry_of("session", session.id, _procedure(session, who))


def _request(sessions: Sequence[SessionRecord], who: Resource, *, current: bool) -> Resource:
    """One version of a routine: what is planned in it, and from when to when it was done."""
    last = sessions[-1]
    made: Resource = {
        "resourceType": "ServiceRequest",
        "status": "active" if current else "completed",
        "intent": "plan",
        "code": _routine(last),
        "subject": who,
        "occurrencePeriod": {"start": sessions[0].started.local_day, "end": last.started.local_day},
    }
    planned = [_planned(step) for step in last.steps]
    if planned:
        made["patientInstruction"] = "; ".join(planned)
    return made


def _procedure(session: SessionRecord, who: Resource) -> Resource:
    period = {"start": iso(session.started)}
    if session.ended is not None:
        period["end"] = iso(session.ended)
    made: Resource = {
        "resourceType": "Procedure",
        "status": _STATUS[session.status],
        "basedOn": [reference("routine", _version(session))],
        "code": _routine(session),
        "subject": who,
        "performedPeriod": period,
        "note": [{"text": _told(session)}],
    }
    places = {(step.area, step.side): step.area for step in session.steps if step.area is not None}
    if places:
        made["bodySite"] = [place_concept(area, side) for (_area, side), area in places.items()]
    return made


def _routine(session: SessionRecord) -> Resource:
    return {"coding": [ours("routine", session.routine or "routine")], "text": session.name or session.routine or "-"}


def _version(session: SessionRecord) -> str:
    return f"{session.routine}:{session.content_hash}"


def _starts(versions: dict[str, list[SessionRecord]]) -> list[str]:
    return [session.started.local_day for found in versions.values() for session in found]


def _told(session: SessionRecord) -> str:
    """What was done of each step, one after the other."""
    whole = _("{done} of {planned} done").format(
        done=clock_text(session.done_ms), planned=clock_text(session.planned_ms)
    )
    return "\n".join([whole, *(_done(step) for step in session.steps)])


def _planned(step: StepDone) -> str:
    return _("{step}: {length}").format(step=_named(step), length=clock_text(step.planned_ms))


def _done(step: StepDone) -> str:
    if step.outcome is Outcome.SKIPPED:
        return _("{step}: skipped").format(step=_named(step))
    return _("{step}: {done} of {planned}").format(
        step=_named(step), done=clock_text(step.done_ms), planned=clock_text(step.planned_ms)
    )


def _named(step: StepDone) -> str:
    name = _(step.title) if step.title else step.kind
    return name if step.side is None else _("{step}, {side}").format(step=name, side=side_word(step.side))
