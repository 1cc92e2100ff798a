"""Breaks at the desk, in FHIR: a procedure for each that was offered, with how it ended.

One that was credited is left out: the person was away for long enough, and what they did there nobody saw. One that was
skipped or let pass was not done. When a break began is not written down, so a period has its end only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from coach.content.vocabulary import BreakOutcome
from coach.content.words import break_ending_word, break_word, clock_text, felt_words, side_word
from coach.exchange.fhir_basics import Resource, concept, entry_of
from coach.exchange.taken import iso
from coach.i18n import _
from coach.journal.bodies import Exercised
from coach.journal.records import Break

_STATUS: Final = {
    BreakOutcome.DONE: "completed",
    BreakOutcome.PARTLY: "stopped",
    BreakOutcome.SKIPPED: "not-done",
    BreakOutcome.EXPIRED: "not-done",
}


def break_procedures(breaks: Sequence[Break], who: Resource) -> Iterator[Resource]:
    """Yield one procedure for each break that was offered."""
    for one in breaks:
        if one.outcome in _STATUS:
            yield entry_of("break", one.id, _procedure(one, who))


def _procedure(one: Break, who: Resource) -> Resource:
    status = _STATUS[one.outcome]
    made: Resource = {
        "resourceType": "Procedure",
        "status": status,
        "code": concept("break", one.kind.value, break_word(one.kind)),
        "subject": who,
    }
    if status == "not-done":
        made["statusReason"] = concept("break-outcome", one.outcome.value, break_ending_word(one.outcome))
        made["performedDateTime"] = iso(one.at)
    else:
        made["performedPeriod"] = {"end": iso(one.at)}
        made["note"] = [{"text": _told(one)}]
    if one.felt is not None:
        made["outcome"] = concept("felt", one.felt.value, felt_words(one.felt))
    return made


def _told(one: Break) -> str:
    """What was done of it, and of each exercise on each side."""
    whole = _("{done} of {planned} done").format(done=clock_text(one.done_ms), planned=clock_text(one.length_ms))
    return "\n".join([whole, *(_done(exercise) for exercise in one.exercises)])


def _done(one: Exercised) -> str:
    side = "" if one.side is None else side_word(one.side)
    name = _("{step}, {side}").format(step=one.exercise, side=side) if side else one.exercise
    return _("{step}: {done} of {planned}").format(
        step=name, done=clock_text(one.done_ms), planned=clock_text(one.planned_ms)
    )
